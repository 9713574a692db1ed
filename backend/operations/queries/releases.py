"""SQL that records new versions of forms and tells phones of them, in one statement."""

from typing import Any


async def known(connection: Any) -> bool:
    """Tell whether the database has a table of releases yet; an early schema has none."""
    return bool(await connection.fetchval("SELECT to_regclass('public.form_releases') IS NOT NULL"))


async def record(connection: Any, versions: list[tuple[str, int]], on_phones: list[str]) -> None:
    """Record versions that have no row yet, and tell every officer's phone of those in `on_phones`.

    `on_phones` are references as phones know forms: BB-KT/3. It is the owner's connection: the
    application's role may only read releases.
    """
    await connection.execute(
        """
        WITH added AS (
            INSERT INTO form_releases (form, version) SELECT * FROM unnest($1::text[], $2::integer[])
            ON CONFLICT DO NOTHING RETURNING form || '/' || version AS ref
        )
        INSERT INTO changes (officer_id, kind, ref, op)
        SELECT o.id, 'form', a.ref, 'put' FROM officers o, added a WHERE a.ref = ANY($3::text[])
        """,
        [form for form, _ in versions],
        [version for _, version in versions],
        on_phones,
    )
