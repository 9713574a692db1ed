"""SQL of the read tables that the one door writes for a case's acts. Reads are in reading.py."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.core import database, rows
from backend.core.clock import SQL_TODAY
from backend.ledger.rules.entries import RecordedAct
from backend.ledger.tables.ledger import LedgerEntry


async def lock(case_id: UUID) -> Any:
    """Lock the case's row; None if there is none."""
    return await database.fetchrow(
        "SELECT id, state, unit_id, unit_1, unit_2, unit_3, unit_4 FROM cases WHERE id = $1 FOR UPDATE",
        case_id,
    )


async def insert(
    case_id: UUID,
    path: tuple[UUID | None, ...],
    unit_id: UUID,
    number: str,
    state: str,
    rule_set: str,
    lead_id: UUID,
    at: datetime,
) -> None:
    """Insert the case; write() fills everything else of its row."""
    await database.execute(
        """
        INSERT INTO cases (id, unit_1, unit_2, unit_3, unit_4, unit_id, number, state, rule_set, lead_id, opened_at,
            updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
        """,
        case_id,
        *path,
        unit_id,
        number,
        state,
        rule_set,
        lead_id,
        at,
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
    fine: int,
    paid: int,
    exhibits_held: int,
    executed_at: date | None,
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
            exhibits_held = $17, executed_at = $18, archived_at = $19, sheets = $20
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
        archived_at,
        sheets,
    )


async def set_officers(case_id: UUID, officers: list[tuple[UUID, str]]) -> None:
    """Replace the officers of the case."""
    await database.execute("DELETE FROM case_officers WHERE case_id = $1", case_id)
    await database.execute(
        """
        INSERT INTO case_officers (case_id, officer_id, role) SELECT $1, * FROM unnest($2::uuid[], $3::text[])
        """,
        case_id,
        [officer for officer, _ in officers],
        [role for _, role in officers],
    )


async def put_exhibits(case_id: UUID, rows: list[tuple[Any, ...]]) -> None:
    """Write exhibits: (id, position, state, content, keeper, place, seal, seized_at, until)."""
    columns = list(zip(*rows, strict=True)) if rows else []
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
            filed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
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
    )


async def insert_informant(case_id: UUID, sealed: bytes, entered_by: UUID) -> None:
    """Store the encrypted name of an informant."""
    await database.execute(
        "INSERT INTO case_informants (case_id, sealed, entered_by) VALUES ($1, $2, $3)",
        case_id,
        sealed,
        entered_by,
    )


async def list_acts(case_id: UUID) -> list[RecordedAct]:
    """List the accepted acts of a case in order, whole."""
    columns = rows.columns(RecordedAct, LedgerEntry)
    accepted = LedgerEntry.select(*columns).where(LedgerEntry.quarantine.is_null())
    found = await accepted.where(LedgerEntry.record_id == case_id).order_by(LedgerEntry.number)
    return rows.many(RecordedAct, found)


async def hold_inspection(inspection_id: UUID) -> None:
    """Keep other transactions from taking this inspection into a case until this one ends.

    It is a statement of its own: a statement that waits for a row reads all else as of before the wait. So the
    queries that follow see which case took the inspection.
    """
    await database.execute(
        "SELECT 1 FROM inspections WHERE id = $1 FOR NO KEY UPDATE", inspection_id
    )


async def inspection_seen(
    inspection_id: UUID, case_id: UUID, condition: str, args: list[Any]
) -> Any:
    """Return the inspection that an act names, if in the actor's sight, and another case's number.

    `condition` is the one scope filter, over i, with parameters from $3. The other case is of the same
    inspection.
    """
    return await database.fetchrow(
        f"""
        SELECT i.id, i.state, i.decision, i.withdrawn_at IS NOT NULL AND i.state = 'discarded' AS withdrawn,
            (SELECT count(*) FROM inspection_team t WHERE t.inspection_id = i.id) AS team_size,
            EXISTS (SELECT 1 FROM inspection_cards c WHERE c.officer_id = i.leader_id AND c.revoked_on IS NULL
                AND c.suspended_on IS NULL AND c.expires_on >= {SQL_TODAY}) AS leader_card_valid,
            (SELECT c.number FROM cases c WHERE c.inspection_id = i.id AND c.id <> $2 ORDER BY c.opened_at LIMIT 1)
                AS other_case
        FROM inspections i WHERE i.id = $1 AND {condition}
        """,
        inspection_id,
        case_id,
        *args,
    )


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


async def cases_of_inspection(inspection_id: UUID) -> list[Any]:
    """List the cases of an inspection, one per violator, oldest first: id and number."""
    return await database.fetch(
        "SELECT id, number FROM cases WHERE inspection_id = $1 ORDER BY opened_at, id",
        inspection_id,
    )


async def numbers_of(case_ids: list[UUID]) -> list[Any]:
    """Map these cases to their numbers, without a check of scope: for a register that names them."""
    return await database.fetch("SELECT id, number FROM cases WHERE id = ANY($1)", case_ids)


async def number_of_adopter(document_id: UUID, case_id: UUID) -> str | None:
    """Return the number of another case that adopted this paper; None if there is none."""
    found: str | None = await database.fetchval(
        "SELECT c.number FROM documents d JOIN cases c ON c.id = d.case_id WHERE d.id = $1 AND c.id <> $2",
        document_id,
        case_id,
    )
    return found


async def minutes_form(minutes_id: UUID) -> str | None:
    """Return the form of an inspection's minutes, for the case that follows it."""
    form: str | None = await database.fetchval(
        "SELECT form FROM minutes WHERE act_id = $1", minutes_id
    )
    return form


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


async def unit_code(unit_id: UUID) -> str | None:
    """Return the code that the unit's numbers begin with."""
    code: str | None = await database.fetchval("SELECT code FROM units WHERE id = $1", unit_id)
    return code


async def serving_in(unit_id: UUID) -> int:
    """Count the officers of this very unit with an open account, own credentials and a post there today.

    Officers who are only registered, and never signed in, make no small unit a larger one.
    """
    count: int = await database.fetchval(
        f"""
        SELECT count(*) FROM officers o WHERE o.unit_id = $1 AND o.state = 'active'
          AND EXISTS (SELECT FROM credentials c WHERE c.officer_id = o.id)
          AND EXISTS (SELECT FROM officer_positions p WHERE p.officer_id = o.id AND p.unit_id = $1
            AND p.valid_from <= {SQL_TODAY} AND (p.valid_to IS NULL OR p.valid_to > {SQL_TODAY}))
        """,
        unit_id,
    )
    return count


async def officer_on_day(officer_id: UUID, day: date, units: list[UUID] | None = None) -> Any:
    """Return name, number and title of an officer on a day of Vietnam.

    Of several titles, one in `units` (those of a case) goes first, then the newest. `covers` tells whether it
    is in `units`.
    """
    return await database.fetchrow(
        """
        SELECT o.id AS officer_id, o.full_name, o.officer_number, COALESCE(p.title_vi, '') AS title_vi,
            COALESCE(p.covers, false) AS covers
        FROM officers o LEFT JOIN LATERAL (
            SELECT title_vi, COALESCE(unit_id = ANY ($3::uuid[]), false) AS covers
            FROM officer_positions WHERE officer_id = o.id AND valid_from <= $2
                AND (valid_to IS NULL OR valid_to > $2) ORDER BY 2 DESC, valid_from DESC LIMIT 1
        ) p ON true WHERE o.id = $1
        """,
        officer_id,
        day,
        units,
    )


async def offices(officer_id: UUID, day: date, units: list[UUID]) -> list[Any]:
    """List an officer's titles on a day in these units, each with its unit's level (1 is the top)."""
    return await database.fetch(
        """
        SELECT p.title_vi, u.level FROM officer_positions p JOIN units u ON u.id = p.unit_id
        WHERE p.officer_id = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2)
            AND p.unit_id = ANY ($3::uuid[]) ORDER BY u.level, p.valid_from DESC
        """,
        officer_id,
        day,
        units,
    )


async def in_office_as(full_name: str, units: list[UUID], day: date) -> list[UUID]:
    """List the officers of this name who held a title in one of these units on a day."""
    found = await database.fetch(
        """
        SELECT DISTINCT o.id FROM officers o JOIN officer_positions p ON p.officer_id = o.id
        WHERE normalize(o.full_name) = normalize($1) AND p.unit_id = ANY ($2::uuid[]) AND p.valid_from <= $3
            AND (p.valid_to IS NULL OR p.valid_to > $3)
        """,
        full_name.strip(),
        units,
        day,
    )
    return [row["id"] for row in found]


async def is_active(officer_id: UUID) -> bool:
    """Tell whether the officer can sign in and act."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM officers WHERE id = $1 AND state = 'active')", officer_id
    )
    return found


async def list_in_office(units: list[UUID], day: date) -> list[Any]:
    """List supervisors with a title in these units on a day, lowest unit first: name, title, unit."""
    return await database.fetch(
        """
        SELECT o.id AS officer_id, o.full_name, o.officer_number, p.title_vi, u.name_vi AS unit_name
        FROM officers o JOIN officer_roles r ON r.officer_id = o.id AND r.role = 'supervisor'
            JOIN officer_positions p ON p.officer_id = o.id AND p.valid_from <= $2
                AND (p.valid_to IS NULL OR p.valid_to > $2)
            JOIN units u ON u.id = p.unit_id
        WHERE p.unit_id = ANY ($1::uuid[]) AND o.unit_id = ANY ($1::uuid[]) AND o.state = 'active'
        ORDER BY u.level DESC, p.valid_from, o.id
        """,
        units,
        day,
    )


async def open_ids(after: UUID | None, limit: int) -> list[UUID]:
    """List the ids of cases whose file is not closed."""
    found = await database.fetch(
        "SELECT id FROM cases WHERE archived_at IS NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2",
        after,
        limit,
    )
    return [row["id"] for row in found]
