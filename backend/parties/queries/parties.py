"""Queries of the register of inspected parties."""

from uuid import UUID

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.filter_queries import containing
from backend.core.scope import Reach
from backend.parties.tables.parties import Subject
from schemas.fieldwork.decisions import SubjectRow


async def search(actor: Actor, text: str, limit: int) -> list[SubjectRow]:
    """Search by name or tax code, without diacritics."""
    condition, args = scope.sql(scope.directory(actor), "s", 1)
    base = len(args)
    found = await database.fetch(
        f"""
        SELECT {rows.named(SubjectRow, "s")} FROM subjects s
        WHERE {condition} AND s.merged_into IS NULL
            AND (fold(s.name) LIKE fold(${base + 1}) OR s.tax_code LIKE ${base + 1})
        ORDER BY fold(s.name), s.id LIMIT ${base + 2}
        """,
        *args,
        containing(text),
        limit,
    )
    return rows.many(SubjectRow, found)


async def find(actor: Actor, subject_id: UUID) -> SubjectRow | None:
    """A subject in scope, or None."""
    return await _find(subject_id, scope.directory(actor))


@compiled.one(SubjectRow)
def _find(subject_id: UUID, seen: Reach) -> Query:
    found = Subject.select(*rows.columns(SubjectRow, Subject)).where(Subject.id == subject_id)
    return found.where(scoped.where(seen, Subject))
