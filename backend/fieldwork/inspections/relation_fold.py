"""Writes what officers of a team declare about relations to the party, and shows it."""

from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.queries import relations as relation_queries
from schemas.fieldwork.relations import RelationDeclared, RelationNoneDeclared, RelationView


async def declared(taken: Taken, content: RelationDeclared | RelationNoneDeclared) -> None:
    """Store a declaration."""
    act = taken.act
    said: tuple[str | None, str | None] = (
        (content.relation, content.reason)
        if isinstance(content, RelationDeclared)
        else (None, content.same_name)
    )
    await relation_queries.insert(
        act.id, act.record.id, act.officer_id, *said, act.made_at, taken.at
    )
    await queries.touch(act.record.id, taken.next_state, taken.at)


def shown(rows: list[relation_queries.Declaration]) -> list[RelationView]:
    """Return what each officer declared last, in the order of the first declarations."""
    last = {row.officer_id: row for row in rows}
    return [
        RelationView(
            officer_id=row.officer_id,
            officer_name=row.officer_name,
            relation=row.relation,
            reason=row.reason,
            same_name=row.relation is None and row.reason is not None,
            made_at=row.made_at,
            received_at=row.received_at,
        )
        for row in last.values()
    ]
