"""Queries of what the legal department said of definitions of figures. There are some hundred rows."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.insight.rules.signing import Said
from backend.insight.tables.signings import FigureSigning
from schemas.insight.signing import DefinitionShown


@compiled.many(Said)
def everything() -> Query:
    """Return all that was said, oldest first."""
    return (
        FigureSigning.select(*rows.columns(Said, FigureSigning))
        .order_by(FigureSigning.recorded_at)
        .order_by(FigureSigning.act_id)
        .order_by(FigureSigning.code)
    )


async def insert(
    figures: Sequence[DefinitionShown],
    event: str,
    of: UUID | None,
    reason: str,
    by: tuple[UUID, UUID, datetime],
) -> None:
    """Write one row for each definition that an act is about: the act, who, and when (UTC)."""
    act_id, officer_id, recorded_at = by
    await database.execute(
        """
        INSERT INTO figure_signings (act_id, code, hash, event, of_act, reason, officer_id, recorded_at)
        SELECT $1, t.code, t.hash, $4, $5, $6, $7, $8 FROM unnest($2::text[], $3::text[]) AS t (code, hash)
        """,
        act_id,
        [one.code for one in figures],
        [one.hash for one in figures],
        event,
        of,
        reason,
        officer_id,
        recorded_at,
    )
