"""Queries of papers: what a PDF needs besides its fields, and where signed ones are stored."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.tables.documents import Document
from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor, UnitPath
from backend.core.compiled import Query
from backend.documents.queries.stored_papers import Files


class PaperIssuer(msgspec.Struct, frozen=True, kw_only=True):
    """A signer as papers name them, with the unit and the one above it."""

    full_name: str
    officer_number: str | None
    title_vi: str
    unit_id: UUID
    unit_code: str
    unit_name: str
    superior_name: str | None
    unit_1: UUID | None
    """The units of the case; None if there is no such case."""
    unit_2: UUID | None
    unit_3: UUID | None
    unit_4: UUID | None

    @property
    def case_path(self) -> UnitPath | None:
        """The case's unit with its ancestors; None if there is no such case."""
        if self.unit_1 is None:
            return None
        return UnitPath(
            unit_1=self.unit_1, unit_2=self.unit_2, unit_3=self.unit_3, unit_4=self.unit_4
        )


class KeptRow(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is reserved for a paper, with the paper, its case, and who reserved it."""

    issuer_kind: str
    year: int
    number: int
    document_id: UUID
    reserved_at: datetime
    form: str
    form_version: int
    fields: str
    """The paper's fields as JSON: its symbol may depend on a choice in them (MQĐ04)."""
    case_id: UUID
    case_number: str
    full_name: str
    unit_code: str | None
    """Of the unit whose register it is; None if it is an officer's."""
    officer_number: str | None
    """Of the officer whose register it is; None if it is a unit's."""


async def issuer(
    officer_id: UUID, day: date, case_id: UUID, *, then: bool = False
) -> PaperIssuer | None:
    """Return a signer: name, number, unit with the one above, title of that day (of Vietnam).

    Of several titles the newest; in a case, contents.signer_on() asks the cases which title counts.
    The case's units come too, null if there is no such case. With `then` the unit is that of the
    title on that day, and a title in one of the case's units goes first.
    """
    found = await database.fetchrow(
        """
        SELECT o.full_name, o.officer_number, COALESCE(p.title_vi, '') AS title_vi, u.id AS unit_id,
            u.code AS unit_code, u.name_vi AS unit_name, s.name_vi AS superior_name,
            c.unit_1, c.unit_2, c.unit_3, c.unit_4
        FROM officers o LEFT JOIN cases c ON c.id = $3
        LEFT JOIN LATERAL (
            SELECT title_vi, unit_id FROM officer_positions WHERE officer_id = o.id AND valid_from <= $2
                AND (valid_to IS NULL OR valid_to > $2)
            ORDER BY $4 AND COALESCE(unit_id = ANY (ARRAY[c.unit_1, c.unit_2, c.unit_3, c.unit_4]), false) DESC,
                valid_from DESC LIMIT 1
        ) p ON true
        JOIN units u ON u.id = CASE WHEN $4 THEN COALESCE(p.unit_id, o.unit_id) ELSE o.unit_id END
        LEFT JOIN units s ON s.id = u.parent_id WHERE o.id = $1
        """,
        officer_id,
        day,
        case_id,
        then,
    )
    return rows.one(PaperIssuer, found)


files = Files(Document)
"""Where signed papers are in the object store."""
stored = files.stored


_KEPT = """
        SELECT n.issuer_kind, n.year, n.number, n.document_id, n.reserved_at, d.form, d.form_version,
            d.fields::text AS fields, d.case_id, c.number AS case_number, o.full_name, u.code AS unit_code,
            w.officer_number
        FROM document_numbers n JOIN documents d ON d.id = n.document_id JOIN cases c ON c.id = d.case_id
        JOIN officers o ON o.id = n.reserved_by
        LEFT JOIN units u ON n.issuer_kind = 'unit' AND u.id = n.issuer_id
        LEFT JOIN officers w ON n.issuer_kind = 'officer' AND w.id = n.issuer_id
        WHERE n.state = 'reserved' AND n.document_id IS NOT NULL
"""


async def kept(actor: Actor, before: datetime, limit: int) -> list[KeptRow]:
    """List numbers reserved for papers of cases that the reader may see, oldest first.

    Only those that were last tried before the moment `before`.
    """
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 3)
    found = await database.fetch(
        f"""{_KEPT} AND n.changed_at < $1 AND {condition}
        ORDER BY n.reserved_at, n.document_id LIMIT $2
        """,
        before,
        limit,
        *args,
    )
    return rows.many(KeptRow, found)


async def count_kept(actor: Actor, before: datetime) -> int:
    """Count what kept() would list without a limit."""
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    found: int = await database.fetchval(
        f"SELECT count(*) FROM ({_KEPT} AND n.changed_at < $1 AND {condition}) k", before, *args
    )
    return found


async def kept_for(document_id: UUID, fields_hash: str, year: int) -> KeptRow | None:
    """Return the number reserved for a paper with this content in this year.

    The caller has checked scope.
    """
    found = await database.fetchrow(
        f"{_KEPT} AND n.document_id = $1 AND n.fields_hash = $2 AND n.year = $3",
        document_id,
        fields_hash,
        year,
    )
    return rows.one(KeptRow, found)


@compiled.value(UUID)
def case_of(document_id: UUID) -> Query:
    """Return the case of a paper, for jobs, which see everything."""
    return Document.select(Document.case_id).where(Document.id == document_id)


_OF_CODE = "e.act_type IN ('document.issued', 'document.printed') AND (e.act::jsonb #>> '{content,code}') = $1"
_GIVEN_UP = """((e.act::jsonb #>> '{content,restored}') IS NOT NULL AND EXISTS (
            SELECT FROM documents d
            WHERE d.id = (e.act::jsonb #>> '{content,document_id}')::uuid AND d.state = 'discarded'))"""


async def code_taken(code: str) -> bool:
    """Tell whether a paper bears this code, except for given-up tries to enter a lost one again."""
    taken: bool = await database.fetchval(
        f"SELECT EXISTS (SELECT FROM ledger_entries e WHERE {_OF_CODE} AND NOT {_GIVEN_UP})", code
    )
    return taken


async def case_of_code(code: str) -> UUID | None:
    """Return the record whose acts issued a paper with this code, for anybody who has the code.

    The oldest one; but a given-up try to enter a lost paper again comes last.
    """
    found: UUID | None = await database.fetchval(
        f"""
        SELECT e.record_id FROM ledger_entries e WHERE {_OF_CODE}
        ORDER BY {_GIVEN_UP}, e.entry_id LIMIT 1
        """,
        code,
    )
    return found


@compiled.value(UUID)
def case_that_adopted(document_id: UUID) -> Query:
    """Return the case that adopted a paper made on site, for anybody who has its code, or None."""
    theirs = Document.select(Document.case_id).where(Document.id == document_id)
    return theirs.where(Document.field_document.eq(True))
