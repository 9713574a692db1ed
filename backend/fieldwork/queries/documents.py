"""Queries of papers made on site: violation, seizure and sealing minutes.

Written only by `ledger.record` (the one door).
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, remembering, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.core.scope import Reach
from backend.fieldwork.queries.inspections import touch_clause
from backend.fieldwork.queries.signed_rows import SignedRow
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.fieldwork.rules.refusals import Signed
from backend.fieldwork.tables.documents import DocumentSignature, DocumentWriting, FieldDocument
from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.officers import Officer
from schemas.fieldwork.acts import (
    Drawing,
    Refusal,
)


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """What judging an act needs to know of a paper, without its content."""

    document_id: UUID
    inspection_id: UUID
    form: str
    form_version: int
    written_id: UUID
    officer_id: UUID
    number_act: UUID | None
    """The act of its number, which closes it."""


class WrittenPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper with the content that is in force."""

    document_id: UUID
    form: str
    form_version: int
    fields: dict[str, Any]
    written_id: UUID
    officer_id: UUID
    officer_name: str
    written_at: datetime
    number_text: str | None
    numbered_at: datetime | None
    code: str | None
    writings: int


class PaperSignature(msgspec.Struct, frozen=True, kw_only=True):
    """A signature under a paper, or the refusal to sign it."""

    act_id: UUID
    document_id: UUID
    role: str
    name: str
    drawing: Drawing | None
    refusal: Refusal | None
    officer_name: str
    made_at: datetime


class PaperInScope(msgspec.Struct, frozen=True, kw_only=True):
    """A paper with its inspection, its unit and the unit above."""

    document_id: UUID
    inspection_id: UUID
    unit_id: UUID
    unit_name: str
    superior_name: str | None


@compiled.one(Paper)
def facts(document_id: UUID) -> Query:
    """Return what judging an act needs to know of a paper of any inspection, without content."""
    paper = FieldDocument.select(*rows.columns(Paper, FieldDocument))
    return paper.where(FieldDocument.document_id == document_id)


async def id_taken(document_id: UUID) -> bool:
    """Tell whether another paper than those of phones has this id: a decision's, or one of a case.

    Numbers are kept by the paper's id alone, so the other one could take none.
    """
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT FROM decision_papers WHERE id = $1) OR EXISTS (SELECT FROM documents WHERE id = $1)
            OR EXISTS (SELECT FROM document_numbers WHERE document_id = $1)
        """,
        document_id,
    )
    return found


async def is_of_the_desk(document_id: UUID) -> bool:
    """Tell whether a paper that is not of phones has this id, numbered or not: a decision's, or one of a case."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT FROM decision_papers WHERE id = $1) OR EXISTS (SELECT FROM documents WHERE id = $1)
        """,
        document_id,
    )
    return found


@compiled.value(datetime)
def issued_at(inspection_id: UUID) -> Query:
    """Return when the decision of an inspection was issued, or None if it does not exist yet."""
    return Inspection.select(Inspection.issued_at).where(Inspection.id == inspection_id)


async def facts_of_writing(written_id: UUID) -> Paper | None:
    """Return the same for the paper that has this writing, in force or not."""
    found = await database.fetchrow(
        f"""
        SELECT {rows.named(Paper, "d")} FROM document_writings w JOIN field_documents d ON d.document_id = w.document_id
        WHERE w.act_id = $1
        """,
        written_id,
    )
    return rows.one(Paper, found)


@compiled.many(SignedRow, decode=("refusal",))
def _under(written_id: UUID) -> Query:
    signed = DocumentSignature.select(*rows.columns(SignedRow, DocumentSignature))
    return signed.where(DocumentSignature.written_id == written_id)


async def signed_under(written_id: UUID) -> list[Signed]:
    """Return in which roles a writing was signed, and in which somebody refused to."""
    return [one.signed for one in await _under(written_id)]


class Writing(msgspec.Struct, frozen=True, kw_only=True):
    """What was filled in."""

    fields: dict[str, Any]


@compiled.one(Writing, decode=("fields",))
def writing(written_id: UUID) -> Query:
    """Return what was filled in at this writing, or None."""
    found = DocumentWriting.select(DocumentWriting.fields)
    return found.where(DocumentWriting.act_id == written_id)


@compiled.value(str)
def officer_number(officer_id: UUID) -> Query:
    """Return the officer's number, which their papers bear (Circular 32/2018 Art 4), or None."""
    return Officer.select(Officer.officer_number).where(Officer.id == officer_id)


async def insert_writing(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    number: int,
    officer_id: UUID,
    written: Any,
    fields_json: str,
    made_at: datetime,
    written_at: datetime,
) -> None:
    """Store a writing of a paper, which is in force from now on, and unsigned.

    `made_at` is what the phone's clock showed; `written_at` is that time corrected as far as
    possible.
    """
    await database.defer(
        "touched",
        f"""
        {touch_clause()}, written AS (
        INSERT INTO document_writings (act_id, document_id, inspection_id, number, officer_id, form, form_version,
            fields, made_at, received_at)
        VALUES ($4, $5, $1, $6, $7, $8, $9, $10, $11, $3)
        ), stands AS (
        INSERT INTO field_documents (document_id, inspection_id, unit_id, unit_1, unit_2, unit_3, unit_4, form,
            form_version, fields, written_id, officer_id, written_at, updated_at)
        SELECT $5, $1, i.unit_id, i.unit_1, i.unit_2, i.unit_3, i.unit_4, $8, $9, $10, $4, $7, $12, $3
        FROM inspections i WHERE i.id = $1
        ON CONFLICT (document_id) DO UPDATE SET form_version = $9, fields = $10, written_id = $4, officer_id = $7,
            written_at = $12, updated_at = $3)
        """,
        inspection_id,
        state,
        at,
        act_id,
        written.document_id,
        number,
        officer_id,
        written.form,
        written.form_version,
        fields_json,
        made_at,
        written_at,
    )


async def insert_signature(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    officer_id: UUID,
    signed: Any,
    drawing_json: str | None,
    refusal_json: str | None,
    made_at: datetime,
) -> None:
    """Store that a person signed a paper, or refused to."""
    await database.defer(
        "touched",
        f"""
        {touch_clause()}, written AS (
        INSERT INTO document_signatures (act_id, inspection_id, written_id, officer_id, role, name, drawing, refusal,
            made_at)
        VALUES ($4, $1, $5, $6, $7, $8, $9, $10, $11)
        ), stands AS (
        UPDATE field_documents SET updated_at = $3 WHERE written_id = $5)
        """,
        inspection_id,
        state,
        at,
        act_id,
        signed.document,
        officer_id,
        signed.role,
        signed.name,
        drawing_json,
        refusal_json,
        made_at,
    )


async def set_number(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    numbered: Any,
    numbered_at: datetime,
    code: str | None,
) -> None:
    """Store a paper's number, which closes it, and its code.

    `numbered_at` is corrected for the phone's clock. `code` is None for papers of older phones.
    """
    await database.defer(
        "touched",
        f"""
        {touch_clause()}, stands AS (
        UPDATE field_documents SET number_act = $4, number_text = $6, number = $7, number_year = $8, block_id = $9,
            numbered_at = $10, updated_at = $3
        WHERE document_id = $5
        ), coded AS (
        INSERT INTO site_paper_codes (code, inspection_id, act_id) SELECT $11::text, $1, $4 WHERE $11::text IS NOT NULL)
        """,
        inspection_id,
        state,
        at,
        act_id,
        numbered.document_id,
        numbered.text,
        numbered.number,
        numbered.year,
        numbered.block_id,
        numbered_at,
        code,
    )


@remembering.once
async def of_inspection(inspection_id: UUID) -> list[WrittenPaper]:
    """Return papers in the order of their first writing. Called only for an inspection in scope."""
    found = await database.fetch(
        """
        SELECT d.document_id, d.form, d.form_version, d.fields, d.written_id, d.officer_id, d.written_at,
            d.number_text, d.numbered_at, c.code, o.full_name AS officer_name,
            (SELECT min(w.number) FROM document_writings w WHERE w.document_id = d.document_id) AS first_number,
            (SELECT count(*) FROM document_writings w WHERE w.document_id = d.document_id) AS writings
        FROM field_documents d JOIN officers o ON o.id = d.officer_id
        LEFT JOIN site_paper_codes c ON c.act_id = d.number_act
        WHERE d.inspection_id = $1 ORDER BY first_number
        """,
        inspection_id,
    )
    return rows.many(WrittenPaper, decoded(found, "fields"))


async def signatures_of_inspection(inspection_id: UUID) -> list[PaperSignature]:
    """Return signatures and refusals under papers' writings in force, oldest first."""
    found = await database.fetch(
        """
        SELECT s.act_id, s.role, s.name, s.drawing, s.refusal, s.made_at, d.document_id, o.full_name AS officer_name
        FROM document_signatures s JOIN field_documents d ON d.written_id = s.written_id
        JOIN officers o ON o.id = s.officer_id
        WHERE s.inspection_id = $1 ORDER BY s.made_at, s.act_id
        """,
        inspection_id,
    )
    return rows.many(PaperSignature, decoded(found, "drawing", "refusal"))


async def find(actor: Actor, document_id: UUID) -> PaperInScope | None:
    """Return a paper whose inspection is in scope, with its unit and the one above, or None."""
    return await _find(document_id, scope.teamed(INSPECTION_TEAMS, actor))


@compiled.one(PaperInScope)
def _find(document_id: UUID, seen: Reach) -> Query:
    unit = FieldDocument.inspection_id._.unit_id._
    found = FieldDocument.select(
        FieldDocument.document_id,
        FieldDocument.inspection_id,
        FieldDocument.unit_id,
        unit.name_vi.as_alias("unit_name"),
        unit.parent_id._.name_vi.as_alias("superior_name"),
    )
    return found.where(FieldDocument.document_id == document_id).where(
        scoped.where(seen, FieldDocument.inspection_id)
    )
