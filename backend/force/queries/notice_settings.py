"""Queries of what officers chose to be told where, with the roles that the defaults follow."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.json_columns import decoded, written
from backend.force.rules.notice_settings import Choice, Settings
from backend.force.tables.notices import NoticeSettings
from schemas.force.notices import NoticeKind


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """An officer, the roles, and what was chosen last; `choices` is empty before the first time."""

    officer_id: UUID
    roles: list[str]
    choices: dict[NoticeKind, Choice]
    quiet_from: int | None
    quiet_until: int | None
    at: datetime | None

    @property
    def settings(self) -> Settings:
        """What was chosen, as the rules take it."""
        return Settings(
            choices=self.choices, quiet_from=self.quiet_from, quiet_until=self.quiet_until
        )


async def readers(officers: list[UUID]) -> dict[UUID, Reader]:
    """Return these officers as readers of notices, with the newest choice of each."""
    found = await database.fetch(
        """
        SELECT o.id AS officer_id, ARRAY(SELECT r.role FROM officer_roles r WHERE r.officer_id = o.id) AS roles,
            COALESCE(s.choices, '{}') AS choices, s.quiet_from, s.quiet_until, s.at
        FROM officers o LEFT JOIN LATERAL (
            SELECT n.choices, n.quiet_from, n.quiet_until, n.at FROM notice_settings n
            WHERE n.officer_id = o.id ORDER BY n.at DESC, n.id DESC LIMIT 1) s ON true
        WHERE o.id = ANY ($1::uuid[])
        """,
        officers,
    )
    return {row.officer_id: row for row in rows.many(Reader, decoded(found, "choices"))}


async def insert(ident: UUID, officer_id: UUID, settings: Settings, at: datetime) -> None:
    """Store what an officer chose."""
    await NoticeSettings.insert(
        NoticeSettings(
            id=ident,
            officer_id=officer_id,
            choices=written(settings.choices),
            quiet_from=settings.quiet_from,
            quiet_until=settings.quiet_until,
            at=at,
        )
    )
