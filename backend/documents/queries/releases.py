"""SQL of the releases of forms: from when this installation has a newer version of one."""

from datetime import date

from backend.core import database


async def superseded(form: str, version: int, on: date) -> bool:
    """Whether a newer version of a form was there before this day (of Vietnam).

    A paper of the day of the release itself may have been begun before it.
    """
    return bool(
        await database.fetchval(
            """
            SELECT EXISTS (
                SELECT 1 FROM form_releases
                WHERE form = $1 AND version > $2 AND (released_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < $3
            )
            """,
            form,
            version,
            on,
        )
    )
