"""Queries of the records behind a figure: what each is called, for those of them that the reader may see."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import database, rows, scope
from backend.core.actors import Actor
from backend.fieldwork.queries.teams import INSPECTION_TEAMS


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A record in sight, as a list names it."""

    id: UUID
    kind: str
    number: str
    about: str | None


async def named(record_ids: Sequence[UUID], actor: Actor) -> dict[UUID, Named]:
    """Return the records of these that the reader may see; what is out of sight is left out."""
    wanted = list(record_ids)
    found: list[Named] = []
    seen, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    cases = await database.fetch(
        f"""
        SELECT c.id, 'case' AS kind, c.number, c.subject_name AS about
        FROM cases c WHERE c.id = ANY($1) AND {seen}
        """,
        wanted,
        *args,
    )
    found += rows.many(Named, cases)
    seen, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 2)
    inspections = await database.fetch(
        f"""
        SELECT i.id, 'inspection' AS kind, i.decision_number AS number, i.subject_name AS about
        FROM inspections i WHERE i.id = ANY($1) AND {seen}
        """,
        wanted,
        *args,
    )
    found += rows.many(Named, inspections)
    seen, args = scope.sql(scope.informations(actor), "f", 2)
    informations = await database.fetch(
        f"""
        SELECT f.id, 'information' AS kind, f.number, NULL::text AS about
        FROM informations f WHERE f.id = ANY($1) AND {seen}
        """,
        wanted,
        *args,
    )
    found += rows.many(Named, informations)
    return {one.id: one for one in found}
