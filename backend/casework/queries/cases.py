"""Queries of the read tables that the one door writes for the acts of a case.

What people read is in reading.py, titles and posts are in offices.py.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.tables.cases import Case, CaseOfficer
from backend.casework.tables.documents import Document
from backend.core import compiled, database, rows
from backend.core.actors import Owned, UnitPath
from backend.core.clock import SQL_TODAY
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.fieldwork.tables.inspections import Inspection, Minutes
from backend.ledger.queries import since
from backend.ledger.queries.since import Since
from schemas.fieldwork.acts import DecisionSubject


class LockedCase(Owned, frozen=True, kw_only=True):
    """A case's row, locked."""

    id: UUID
    unit_id: UUID


class CaseNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A case and the number that it bears."""

    id: UUID
    number: str


class DecisionFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What cases ask of an inspection's decision."""

    no_conflict_declared: bool
    issued_on: date
    start_on: date
    subject: DecisionSubject


class InspectionRow(msgspec.Struct, frozen=True, kw_only=True):
    """An inspection that an act names."""

    id: UUID
    state: str
    decision: DecisionFacts
    withdrawn: bool
    team_size: int
    leader_card_valid: bool
    """On the day of the inspection."""
    other_case: str | None
    plan_said: bool


@compiled.one(LockedCase)
def lock(case_id: UUID) -> Query:
    """Lock the case's row; None if there is none."""
    theirs = Case.select(*rows.columns(LockedCase, Case)).where(Case.id == case_id)
    return theirs.lock_rows("UPDATE")


@compiled.one(LockedCase)
def path_of(case_id: UUID) -> Query:
    """Return the case's unit without a lock; None if there is none. The caller has checked scope."""
    return Case.select(*rows.columns(LockedCase, Case)).where(Case.id == case_id)


async def insert(
    case_id: UUID,
    path: UnitPath,
    number: str,
    state: str,
    rule_set: str,
    lead_id: UUID,
    at: datetime,
) -> None:
    """Insert the case of the path's unit; write() fills everything else of its row."""
    await Case.insert(
        Case(
            id=case_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            unit_id=path.unit_id,
            number=number,
            state=state,
            rule_set=rule_set,
            lead_id=lead_id,
            opened_at=at,
            updated_at=at,
        )
    )


async def write(
    case_id: UUID,
    *,
    state: str,
    at: datetime,
    lead_id: UUID,
    inspection_id: UUID | None,
    subject_id: UUID | None,
    subject_name: str | None,
    tax_code: str | None,
    identity: str | None,
    address: str | None,
    behaviours: str,
    recorded_at: datetime | None,
    sanctioned_on: date | None,
    decision_number: str | None,
    only_warned: bool,
    fine: int,
    paid: int,
    exhibits_held: int,
    executed_at: date | None,
    lapsed_on: date | None,
    archived_at: date | None,
    sheets: int,
) -> None:
    """Write a case's row from its facts; its inspection no longer waits for a case."""
    await database.execute(
        """
        WITH followed AS (
            UPDATE inspections SET no_case_since = NULL WHERE id = $5 AND no_case_since IS NOT NULL
        )
        UPDATE cases SET state = $2, updated_at = $3, lead_id = $4, inspection_id = $5, subject_id = $6,
            subject_name = $7, subject_fold = fold($7), subject_tax_code = $8, subject_identity = $9,
            subject_address = $10, subject_address_fold = fold($10), behaviours = $11, recorded_at = $12,
            sanctioned_on = $13, decision_number = $14, fine_total_vnd = $15, paid_total_vnd = $16,
            exhibits_held = $17, executed_at = $18, lapsed_on = $19,
            archived_at = $20, sheets = $21, only_warned = $22
        WHERE id = $1
        """,
        case_id,
        state,
        at,
        lead_id,
        inspection_id,
        subject_id,
        subject_name,
        tax_code,
        identity,
        address,
        behaviours,
        recorded_at,
        sanctioned_on,
        decision_number,
        fine,
        paid,
        exhibits_held,
        executed_at,
        lapsed_on,
        archived_at,
        sheets,
        only_warned,
    )


async def set_officers(case_id: UUID, officers: list[tuple[UUID, str]]) -> None:
    """Replace the officers of the case."""
    await _delete_officers(case_id)
    await database.execute(
        """
        INSERT INTO case_officers (case_id, officer_id, role) SELECT $1, * FROM unnest($2::uuid[], $3::text[])
        """,
        case_id,
        [officer for officer, _ in officers],
        [role for _, role in officers],
    )


@compiled.write
def _delete_officers(case_id: UUID) -> Query:
    return CaseOfficer.delete().where(CaseOfficer.case_id == case_id)


async def put_exhibits(case_id: UUID, exhibits: list[tuple[Any, ...]]) -> None:
    """Write exhibits: (id, position, state, content, keeper, place, seal, seized_at, until)."""
    columns = list(zip(*exhibits, strict=True)) if exhibits else []
    if not columns:
        return
    await database.execute(
        """
        INSERT INTO exhibits (case_id, id, position, state, content, keeper, place, seal, seized_at, until)
        SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::text[], $5::jsonb[], $6::text[], $7::text[], $8::text[],
            $9::timestamptz[], $10::date[])
        ON CONFLICT (id) DO UPDATE SET content = excluded.content, state = excluded.state, keeper = excluded.keeper,
            place = excluded.place, seal = excluded.seal, until = excluded.until
            WHERE exhibits.case_id = excluded.case_id
        """,
        case_id,
        *(list(column) for column in columns),
    )


async def insert_folio_entry(case_id: UUID, sheet: Any, at: datetime) -> None:
    """Add a line to the contents list."""
    await database.execute(
        """
        INSERT INTO case_sheets (case_id, first_sheet, last_sheet, title, number, issued_on, document_id, act_id,
            filed_at, kind, file_id, inspection_paper)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        case_id,
        sheet.first,
        sheet.last,
        sheet.title,
        sheet.number,
        sheet.issued_on,
        sheet.document_id,
        sheet.act_id,
        at,
        sheet.kind,
        sheet.file_id,
        sheet.inspection_paper,
    )


_ACTS = f"SELECT {since.COLUMNS} FROM cases r {since.acts()}"


async def acts_since(case_id: UUID, known: bytes | None) -> Since | None:
    """Return a case's unit and its accepted acts in order; no acts if `known` is the hash of its last entry.

    None if there is no such case. The caller has checked scope.
    """
    return since.read(await database.fetch(_ACTS, case_id, known))


@compiled.write
def hold_inspection(inspection_id: UUID) -> Query:
    """Keep other transactions from taking this inspection into a case until this one ends.

    It is a statement of its own: a statement that waits for a row reads all else as of before the wait. So the
    queries that follow see which case took the inspection.
    """
    held = Inspection.select(Inspection.id).where(Inspection.id == inspection_id)
    return held.lock_rows("NO KEY UPDATE")


_VISITED = f"coalesce((i.announced_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, {SQL_TODAY})"
"""The day on which the team was there, or today as long as it was not: on that day its leader needs a card
(Ordinance 11/2016 Art 23). One that ended, was suspended or revoked since does not undo the inspection."""


async def inspection_seen(
    inspection_id: UUID, case_id: UUID, condition: str, args: list[Any]
) -> InspectionRow | None:
    """Return the inspection that an act names, if in the actor's sight, and another case's number.

    `condition` is the one scope filter, over i, with parameters from $3. The other case is of the same
    inspection.
    """
    found = await database.fetchrow(
        f"""
        SELECT i.id, i.state, i.decision, i.withdrawn_at IS NOT NULL AND i.state = 'discarded' AS withdrawn,
            (SELECT count(*) FROM inspection_team t WHERE t.inspection_id = i.id) AS team_size,
            EXISTS (SELECT 1 FROM inspection_cards c WHERE c.officer_id = i.leader_id
                AND {_VISITED} BETWEEN c.issued_on AND c.expires_on
                AND (c.revoked_on IS NULL OR c.revoked_on > {_VISITED})
                AND (c.suspended_on IS NULL OR c.suspended_on > {_VISITED})) AS leader_card_valid,
            (SELECT c.number FROM cases c WHERE c.inspection_id = i.id AND c.id <> $2 ORDER BY c.opened_at LIMIT 1)
                AS other_case,
            EXISTS (SELECT FROM decision_papers p WHERE p.inspection_id = i.id AND p.state <> 'discarded'
                AND (p.emergency IS NOT NULL OR p.plan IS NOT NULL AND p.issued_at IS NOT NULL)) AS plan_said
        FROM inspections i WHERE i.id = $1 AND {condition}
        """,
        inspection_id,
        case_id,
        *args,
    )
    return rows.one(InspectionRow, decoded([found], "decision")[0]) if found else None


async def violations_found(inspection_id: UUID) -> bool:
    """Tell whether the minutes in force of an inspection name any violation."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT FROM inspections i JOIN minutes w ON w.act_id = i.minutes_id
            WHERE i.id = $1 AND jsonb_array_length(jsonb_path_query_array(w.fields, '$.violations[*]')) > 0)
        """,
        inspection_id,
    )
    return found


async def inspection_end(inspection_id: UUID, ending: str, not_executed: str) -> datetime | None:
    """Return when the server first received the act that ends an inspection.

    `ending` is that act, `not_executed` the form of minutes that say there was no inspection. None if there is no such
    act, or the minutes in force are of that form.
    """
    ended: datetime | None = await database.fetchval(
        """
        SELECT min(e.received_at) FROM ledger_entries e
        WHERE e.record_id = $1 AND e.act_type = $2 AND e.quarantine IS NULL
            AND NOT EXISTS (SELECT FROM inspections i JOIN minutes w ON w.act_id = i.minutes_id
                WHERE i.id = $1 AND w.form = $3)
        """,
        inspection_id,
        ending,
        not_executed,
    )
    return ended


async def announced_at(inspection_id: UUID) -> datetime | None:
    """Return when a decision was announced on site, by what is known of the phone's clock; None if it was not."""
    found = await Inspection.select(Inspection.announced_at).where(Inspection.id == inspection_id)
    announced: datetime | None = found[0]["announced_at"] if found else None
    return announced


async def days_on_site(inspection_id: UUID) -> int:
    """Return how many working days on site the decision of an inspection allows."""
    found: int = await database.fetchval(
        "SELECT (decision->>'duration_days')::integer FROM inspections WHERE id = $1", inspection_id
    )
    return found


@compiled.many(CaseNumber)
def cases_of_inspection(inspection_id: UUID) -> Query:
    """List the cases of an inspection, one per violator, oldest first."""
    found = Case.select(*rows.columns(CaseNumber, Case)).where(Case.inspection_id == inspection_id)
    return found.order_by(Case.opened_at, Case.id)


@compiled.many(CaseNumber)
def numbers_of(case_ids: list[UUID]) -> Query:
    """Return the numbers of these cases, without a check of scope: for a register that names them."""
    return Case.select(*rows.columns(CaseNumber, Case)).where(rows.any_of(Case.id, case_ids))


@compiled.value(str)
def number_of_adopter(document_id: UUID, case_id: UUID) -> Query:
    """Return the number of another case that adopted this paper; None if there is none."""
    number = Document.select(Document.case_id.number).where(Document.id == document_id)
    return number.where(Document.case_id != case_id)


@compiled.value(str)
def minutes_form(minutes_id: UUID) -> Query:
    """Return the form of an inspection's minutes, for the case that follows it."""
    return Minutes.select(Minutes.form).where(Minutes.act_id == minutes_id)


async def planned_same(
    subject_id: UUID | None, name: str, year: int, contents: list[str]
) -> list[str]:
    """List the numbers of cases that plan to inspect this party on one of these contents this year."""
    found = await database.fetch(
        """
        SELECT c.number FROM cases c JOIN ledger_entries e ON e.record_id = c.id AND e.number = 1
        WHERE e.act_type = 'plan_item.entered' AND c.state NOT IN ('closed_no_action')
            AND (c.subject_id = $1 OR c.subject_fold = fold($2))
            AND (e.act::jsonb -> 'content' ->> 'year')::int = $3
            AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(e.act::jsonb -> 'content' -> 'contents') t
                WHERE fold(t) = ANY (SELECT fold(w) FROM unnest($4::text[]) w))
        ORDER BY c.number
        """,
        subject_id,
        name,
        year,
        contents,
    )
    return [row["number"] for row in found]


async def open_ids(after: UUID | None, limit: int) -> list[UUID]:
    """List the ids of cases whose file is not closed."""
    query = Case.select(Case.id).where(Case.archived_at.is_null()).order_by(Case.id).limit(limit)
    if after is not None:
        query = query.where(Case.id > after)
    return [row["id"] for row in await query]
