"""Queries of the list of exceptions."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.casework.tables.exceptions import Exceptional
from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor, Owned, UnitPath
from backend.core.compiled import Query
from backend.core.scope import Reach
from schemas.casework.exceptions import ExceptionKind


class ExceptionState(Owned, frozen=True, kw_only=True):
    """An exception, as far as a verdict on it is judged. Its unit is that of its record."""

    id: UUID
    kind: ExceptionKind
    record_id: UUID
    officer_id: UUID
    verdict: str | None
    of_1: UUID
    """The unit of the officer who did it, with the ancestors."""
    of_2: UUID | None
    of_3: UUID | None
    of_4: UUID | None

    @property
    def officer_path(self) -> UnitPath:
        """The unit of the officer who did it."""
        return UnitPath(unit_1=self.of_1, unit_2=self.of_2, unit_3=self.of_3, unit_4=self.of_4)


class ListedException(ExceptionState, frozen=True, kw_only=True):
    """An exception with the names that the list shows."""

    record_kind: str
    reason: str
    at: datetime
    check_by: datetime | None
    note: str
    checked_at: datetime | None
    officer_name: str
    name_vi: str
    """The name of the record's unit."""
    name_en: str
    checked_by_name: str | None
    record_number: str | None
    party: str | None
    """Whom the record is about, as it names them."""
    paper_id: UUID | None
    paper_form: str | None
    paper_version: int | None
    paper_number: str | None
    ask_id: UUID | None
    """Of emergency access, what asked for it."""


class ExceptionCounts(msgspec.Struct, frozen=True, kw_only=True):
    """How many exceptions are in scope, how many of them wait, and how many wait too long."""

    total: int
    waiting: int
    overdue: int


_STATE = """x.id, x.kind, x.record_id, x.officer_id, x.verdict, x.unit_1, x.unit_2, x.unit_3, x.unit_4,
            o.unit_1 AS of_1, o.unit_2 AS of_2, o.unit_3 AS of_3, o.unit_4 AS of_4"""
_SHOWN = f"""{_STATE}, x.record_kind, x.reason, x.at, x.check_by, x.note,
            x.checked_at, o.full_name AS officer_name, u.name_vi, u.name_en,
            k.full_name AS checked_by_name, coalesce(c.number, i.decision_number) AS record_number,
            coalesce(c.subject_name, i.subject_name, a.full_name) AS party,
            d.id AS paper_id, d.form AS paper_form, d.form_version AS paper_version, d.number AS paper_number,
            CASE WHEN x.record_kind = 'officer' THEN (e.act::jsonb #>> '{{content,ask_id}}')::uuid END AS ask_id"""
_FROM = """exceptions x JOIN officers o ON o.id = x.officer_id
           JOIN units u ON u.id = coalesce(x.unit_4, x.unit_3, x.unit_2, x.unit_1)
           LEFT JOIN officers k ON k.id = x.checked_by
           LEFT JOIN cases c ON x.record_kind = 'case' AND c.id = x.record_id
           LEFT JOIN inspections i ON x.record_kind = 'inspection' AND i.id = x.record_id
           LEFT JOIN officers a ON x.record_kind = 'officer' AND a.id = x.record_id
           LEFT JOIN ledger_entries e ON e.act_id = x.id
           LEFT JOIN documents d ON d.case_id = c.id
               AND d.id::text = e.act::jsonb -> 'content' ->> 'document_id'"""
_WAITS = {"waiting": "x.verdict IS NULL", "all": "true"}


_SOURCES = {
    "officer": "SELECT id, unit_1, unit_2, unit_3, unit_4 FROM officers WHERE id = $4",
    "case": "SELECT id, unit_1, unit_2, unit_3, unit_4 FROM cases WHERE id = $4",
    "inspection": """
        SELECT id, unit_1, unit_2, unit_3, unit_4 FROM (
            SELECT id, unit_1, unit_2, unit_3, unit_4, 1 AS place FROM inspections WHERE id = $4
            UNION ALL
            SELECT inspection_id, unit_1, unit_2, unit_3, unit_4, 2 FROM decision_papers WHERE inspection_id = $4
        ) known ORDER BY place LIMIT 1
    """,
}


async def insert(
    *,
    act_id: UUID,
    kind: str,
    record_kind: str,
    record_id: UUID,
    officer_id: UUID,
    reason: str,
    at: datetime,
    check_by: datetime | None,
) -> None:
    """Insert an exception, under the present unit of its record.

    A decision signed by hand is entered just before its inspection begins: the unit is the paper's.
    """
    source = _SOURCES[record_kind]
    await database.execute(
        f"""
        INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, reason, at, check_by,
            unit_1, unit_2, unit_3, unit_4)
        SELECT $1, $2, $3, r.id, $5, $6, $7, $8, r.unit_1, r.unit_2, r.unit_3, r.unit_4
        FROM ({source}) r
        """,
        act_id,
        kind,
        record_kind,
        record_id,
        officer_id,
        reason,
        at,
        check_by,
    )


async def lock(exception_id: UUID) -> ExceptionState | None:
    """Lock the row and return it with its maker's unit; None if there is none."""
    found = await database.fetchrow(
        f"""
        SELECT {_STATE} FROM exceptions x JOIN officers o ON o.id = x.officer_id WHERE x.id = $1 FOR UPDATE OF x
        """,
        exception_id,
    )
    return rows.one(ExceptionState, found)


async def in_sight(actor: Actor, exception_id: UUID) -> bool:
    """Tell whether it is in scope."""
    return await _in_sight(exception_id, scope.exceptions(actor))


@compiled.exists
def _in_sight(exception_id: UUID, seen: Reach) -> Query:
    found = Exceptional.exists().where(Exceptional.id == exception_id)
    return found.where(scoped.where(seen, Exceptional))


@compiled.write
def check(exception_id: UUID, verdict: str, note: str, officer_id: UUID, at: datetime) -> Query:
    """Write the verdict."""
    return Exceptional.update(
        {
            Exceptional.verdict: verdict,
            Exceptional.note: note,
            Exceptional.checked_by: officer_id,
            Exceptional.checked_at: at,
        }
    ).where(Exceptional.id == exception_id)


async def page(
    condition: str,
    args: list[UUID],
    show: str,
    kind: str | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[ListedException]:
    """List a page in scope: what is due soonest first, what has no term last.

    Parameters of the scope start at $5.
    """
    due, ident = after or (None, None)
    found = await database.fetch(
        f"""
        SELECT {_SHOWN} FROM {_FROM}
        WHERE {condition} AND {_WAITS[show]} AND ($1::text IS NULL OR x.kind = $1)
          AND ($2::timestamptz IS NULL OR (coalesce(x.check_by, '9999-12-31Z'), x.id) > ($2, $3::uuid))
        ORDER BY coalesce(x.check_by, '9999-12-31Z'), x.id LIMIT $4
        """,
        kind,
        due,
        ident,
        limit,
        *args,
    )
    return rows.many(ListedException, found)


async def counts(condition: str, args: list[UUID], now: datetime) -> ExceptionCounts:
    """Count those in scope, those that wait, and those that wait too long.

    Parameters of the scope start at $2.
    """
    found = await database.fetchrow(
        f"""
        SELECT count(*) AS total, count(*) FILTER (WHERE x.verdict IS NULL) AS waiting,
            count(*) FILTER (WHERE x.verdict IS NULL AND x.check_by < $1) AS overdue
        FROM exceptions x WHERE {condition}
        """,
        now,
        *args,
    )
    return msgspec.convert(dict(found), ExceptionCounts)
