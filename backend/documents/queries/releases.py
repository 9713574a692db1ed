"""SQL of form releases: since when this installation has a newer version of a form."""

from datetime import date

from backend.core import database


async def superseded(form: str, version: int, on: date) -> bool:
    """Tell whether a newer version of a form existed before this day (in Vietnam).

    The day of the release does not count: a paper of that day may have been begun before it.
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
