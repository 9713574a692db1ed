"""Queries that write the words of records: what moved, the rows that are read, the words that differ."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.insight.rules.search.indexing import Said
from backend.insight.tables.search import SearchProgress
from schemas.core.vocabulary import RecordKind
from schemas.insight.search import Sought

WORDS: Mapping[Sought, str] = {
    Sought.CASE: "case_words",
    Sought.INSPECTION: "inspection_words",
    Sought.INFORMATION: "information_words",
    Sought.PAPER: "paper_words",
    Sought.SUBMISSION: "submission_words",
    Sought.PLAN: "plan_words",
    Sought.REPORT: "report_words",
    Sought.PARTY: "party_words",
    Sought.PERSON: "officer_words",
}
"""The table of each kind's words."""
RECORDS: Mapping[Sought, str] = {
    Sought.CASE: "cases",
    Sought.INSPECTION: "inspections",
    Sought.INFORMATION: "informations",
    Sought.PAPER: "documents",
    Sought.SUBMISSION: "approval_submissions",
    Sought.PLAN: "plans",
    Sought.REPORT: "reports",
    Sought.PARTY: "subjects",
    Sought.PERSON: "officers",
}
"""The table of each kind's slim rows."""


class Slim(msgspec.Struct, frozen=True, kw_only=True):
    """What a record's row says of it now. Fields that a kind lacks are empty."""

    id: UUID
    at: datetime | None = None
    unit_1: UUID | None = None
    unit_2: UUID | None = None
    unit_3: UUID | None = None
    unit_4: UUID | None = None
    state: str | None = None
    number: str | None = None
    second_number: str | None = None
    name: str | None = None
    second_name: str | None = None
    marks: list[str | None] = []
    address: str | None = None
    about: str | None = None
    form: str | None = None
    fields: str | None = None
    party: UUID | None = None
    officers: list[UUID] = []
    behaviours: list[str] = []


_PATH = "r.unit_1, r.unit_2, r.unit_3, r.unit_4"
_SLIM: Mapping[Sought, str] = {
    Sought.CASE: f"""
        SELECT r.id, r.opened_at AS at, {_PATH}, r.state, r.number, r.decision_number AS second_number,
            r.subject_name AS name, ARRAY[r.subject_tax_code, r.subject_identity] AS marks,
            r.subject_address AS address, r.subject_id AS party,
            ARRAY(SELECT jsonb_array_elements_text(r.behaviours)) AS behaviours,
            ARRAY(SELECT o.officer_id FROM case_officers o WHERE o.case_id = r.id) AS officers
        FROM cases r""",
    Sought.INSPECTION: f"""
        SELECT r.id, r.issued_at AS at, {_PATH}, r.state, r.decision_number AS number, r.subject_name AS name,
            ARRAY[r.decision -> 'subject' ->> 'tax_code'] AS marks, r.subject_address AS address,
            r.subject_id AS party,
            ARRAY(SELECT t.officer_id FROM inspection_team t WHERE t.inspection_id = r.id) AS officers
        FROM inspections r""",
    Sought.INFORMATION: f"""
        SELECT r.id, r.received_at AS at, {_PATH}, r.state, r.number, r.verifiers AS officers FROM informations r""",
    Sought.PAPER: f"""
        SELECT r.id, r.drafted_at AS at, {_PATH}, r.state, r.number, r.party_name AS name, c.number AS second_number,
            c.subject_name AS second_name, r.form, r.fields::text AS fields
        FROM documents r JOIN cases c ON c.id = r.case_id""",
    Sought.SUBMISSION: f"""
        SELECT r.id, r.submitted_at AS at, {_PATH}, r.state, r.title_vi AS name, ARRAY[r.submitted_by] AS officers
        FROM approval_submissions r""",
    Sought.PLAN: f"""
        SELECT r.id, r.drafted_at AS at, {_PATH}, r.state, r.number, r.title AS name, r.agency AS second_name,
            ARRAY[r.drafted_by] AS officers
        FROM plans r""",
    Sought.REPORT: f"""
        SELECT r.id, r.begun_at AS at, {_PATH}, r.state, r.number, r.title AS name, ARRAY[r.begun_by] AS officers
        FROM reports r""",
    Sought.PARTY: f"""
        SELECT r.id, r.created_at AS at, {_PATH}, r.name,
            nullif(concat_ws(' · ', r.trade_name, r.sign,
                (SELECT string_agg(f.name, ' · ' ORDER BY f.until DESC) FROM party_former_names f
                WHERE f.party_id = r.id)),
                '') AS second_name,
            ARRAY[r.tax_code, r.registration_number, r.phone]
                || ARRAY(SELECT i.value FROM party_identifiers i WHERE i.party_id = r.id ORDER BY i.value) AS marks,
            r.address, nullif(concat_ws(' · ', r.business_lines, r.representative), '') AS about
        FROM subjects r""",
    Sought.PERSON: f"""
        SELECT r.id, {_PATH}, r.state, r.officer_number AS number, r.full_name AS name FROM officers r""",
}


async def slim(kind: Sought, ids: Sequence[UUID]) -> list[Slim]:
    """Return the rows of these records; of a record that has no row, none."""
    found = await database.fetch(f"{_SLIM[kind]} WHERE r.id = ANY($1::uuid[])", list(ids))
    return rows.many(Slim, found)


async def papers_of(case_ids: Sequence[UUID]) -> list[UUID]:
    """Return the papers of cases."""
    found = await database.fetch(
        "SELECT id FROM documents WHERE case_id = ANY($1::uuid[])", list(case_ids)
    )
    return [row["id"] for row in found]


async def after(kind: Sought, last: UUID | None, limit: int) -> list[UUID]:
    """Return the ids of records of a kind behind one, in their order."""
    found = await database.fetch(
        f"""
        SELECT id FROM {RECORDS[kind]} WHERE id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid)
        ORDER BY id LIMIT $2
        """,
        last,
        limit,
    )
    return [row["id"] for row in found]


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far words are written."""

    through: int
    followed_at: datetime


async def lock_progress() -> Progress | None:
    """Lock the one row of the progress and return it; None if another worker writes just now."""
    found = await database.fetchrow(
        "SELECT through, followed_at FROM search_progress FOR UPDATE SKIP LOCKED"
    )
    return rows.one(Progress, found)


async def wait_for_progress() -> int:
    """Keep others from writing until the transaction ends; return how far words are written."""
    found = await SearchProgress.select(SearchProgress.through).lock_rows("UPDATE").first()
    return int(found["through"]) if found else 0


async def advance(through: int, at: datetime) -> None:
    """Say that all leaves before a position are in."""
    moved: dict[Any, Any] = {SearchProgress.through: through, SearchProgress.followed_at: at}
    await SearchProgress.update(moved).where(SearchProgress.one.eq(True))


async def behind_seconds() -> int:
    """Return for how long the oldest sealed act that is not in words has been recorded; 0 if all are."""
    found = await database.fetchval(
        """
        SELECT coalesce(extract(epoch FROM now() - e.received_at), 0)::bigint
        FROM search_progress p
        LEFT JOIN ledger_leaves l ON l.position = p.through
        LEFT JOIN ledger_entries e ON e.record_id = l.record_id AND e.number = l.number
        """
    )
    return int(found or 0)


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """A record that waits without an act."""

    id: UUID
    kind: Sought


async def waiting(tried_before: datetime, limit: int) -> list[Waits]:
    """Return what waits, the oldest first; what was tried in vain only if that was before a moment."""
    found = await database.fetch(
        """
        SELECT id, kind FROM search_waiting WHERE tried_at IS NULL OR tried_at < $1 ORDER BY since, id LIMIT $2
        FOR UPDATE SKIP LOCKED
        """,
        tried_before,
        limit,
    )
    return rows.many(Waits, found)


async def faulty() -> int:
    """Return how many records could not be read."""
    found: int = await database.fetchval(
        "SELECT count(*) FROM search_waiting WHERE fault IS NOT NULL"
    )
    return found


async def done(ids: Sequence[UUID]) -> None:
    """Take records off what waits."""
    if ids:
        await database.execute("DELETE FROM search_waiting WHERE id = ANY($1::uuid[])", list(ids))


async def set_aside(kind: Sought, faults: Mapping[UUID, str], at: datetime) -> None:
    """Let records wait that could not be read."""
    if faults:
        await database.execute(
            """
            INSERT INTO search_waiting (id, kind, fault, tried_at)
            SELECT i, $1, f, $4 FROM unnest($2::uuid[], $3::text[]) AS t (i, f)
            ON CONFLICT (id) DO UPDATE SET fault = excluded.fault, tried_at = excluded.tried_at
            """,
            kind,
            list(faults),
            list(faults.values()),
            at,
        )


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one record."""

    id: UUID
    words: str
    said: list[Said]
    day: date | None
    """On which it began, in Vietnam; None for what has no such day."""
    letters: frozenset[str]
    """Its words without digits."""


async def write(kind: Sought, found: Sequence[Written]) -> int:
    """Write the words of records where they differ from what is there; return how many did."""
    if not found:
        return 0
    changed = await database.fetch(
        f"""
        INSERT INTO {WORDS[kind]} AS w (id, words, said)
        SELECT i, v::tsvector, s::jsonb FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t (i, v, s) ORDER BY i
        ON CONFLICT (id) DO UPDATE SET words = excluded.words, said = excluded.said
            WHERE (w.words, w.said) IS DISTINCT FROM (excluded.words, excluded.said)
        RETURNING id
        """,
        [one.id for one in found],
        [one.words for one in found],
        [msgspec.json.encode(one.said).decode() for one in found],
    )
    await _note_newest(kind, found)
    return len(changed)


async def _note_newest(kind: Sought, found: Sequence[Written]) -> None:
    newest: dict[str, date] = {}
    for one in found:
        day = one.day or date.min
        for word in one.letters:
            newest[word] = max(day, newest.get(word, day))
    await database.execute(
        """
        INSERT INTO search_newest AS n (kind, word, day)
        SELECT $1, w, d FROM unnest($2::text[], $3::date[]) AS t (w, d) ORDER BY w
        ON CONFLICT (kind, word) DO UPDATE SET day = excluded.day WHERE n.day < excluded.day
        """,
        kind,
        list(newest),
        list(newest.values()),
    )


async def strangers(kind: Sought) -> int:
    """Delete the words of records that are no more; return how many there were."""
    found = await database.fetch(
        f"""
        DELETE FROM {WORDS[kind]} w WHERE NOT EXISTS (SELECT FROM {RECORDS[kind]} r WHERE r.id = w.id) RETURNING id
        """
    )
    return len(found)


OF_RECORD: Mapping[RecordKind, Sought] = {
    RecordKind.CASE: Sought.CASE,
    RecordKind.INSPECTION: Sought.INSPECTION,
    RecordKind.INFORMATION: Sought.INFORMATION,
    RecordKind.SUBMISSION: Sought.SUBMISSION,
    RecordKind.PLAN: Sought.PLAN,
    RecordKind.REPORT: Sought.REPORT,
}
"""Kinds of record whose acts are followed."""
