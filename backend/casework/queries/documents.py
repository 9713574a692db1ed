"""Queries of the papers of cases; a row is the paper in its present state."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.rules.facts import Paper
from backend.casework.tables.documents import Document
from backend.core import compiled, database
from backend.core.compiled import Query


async def put_draft(
    document_id: UUID,
    case_id: UUID,
    content: Any,
    fields: str,
    fields_hash: str,
    by: UUID,
    at: datetime,
) -> None:
    """Write a draft, new or over the earlier one."""
    await database.execute(
        """
        INSERT INTO documents (id, case_id, unit_id, unit_1, unit_2, unit_3, unit_4, form, form_version, state, fields,
            fields_hash, drafted_by, drafted_at, replaces)
        SELECT $1, c.id, c.unit_id, c.unit_1, c.unit_2, c.unit_3, c.unit_4, $3, $4, 'draft', $5, $6, $7, $8, $9
        FROM cases c WHERE c.id = $2
        ON CONFLICT (id) DO UPDATE SET form_version = excluded.form_version, fields = excluded.fields,
            fields_hash = excluded.fields_hash, drafted_by = excluded.drafted_by, replaces = excluded.replaces
            WHERE documents.case_id = excluded.case_id
        """,
        document_id,
        case_id,
        content.form,
        content.form_version,
        fields,
        fields_hash,
        by,
        at,
        content.replaces,
    )


@compiled.write
def set_state(document_id: UUID, state: str) -> Query:
    """Set only the state."""
    return Document.update({Document.state: state}).where(Document.id == document_id)


@compiled.write
def let_go(document_id: UUID) -> Query:
    """Give up a try to enter a lost paper again.

    Day and code belong to the paper that people hold.
    """
    return Document.update({Document.issued_on: None, Document.code: None}).where(
        Document.id == document_id
    )


@compiled.write
def set_issued(
    document_id: UUID,
    content: Any,
    by: UUID,
    at: datetime,
    issuer_name: str,
    party_name: str | None,
    object_key: str,
    first_sheet: int,
) -> Query:
    """Number a signed and stored paper."""
    return Document.update(
        {
            Document.state: "signed",
            Document.number: content.number,
            Document.issued_on: content.issued_on,
            Document.issued_at: at,
            Document.issued_by: by,
            Document.issuer_name: issuer_name,
            Document.issuer_title: content.issuer_title,
            Document.code: content.code,
            Document.content_sha256: content.content_sha256,
            Document.sha256: content.sha256,
            Document.size: content.size,
            Document.pages: content.pages,
            Document.object_key: object_key,
            Document.signature_level: content.signature_level,
            Document.signer_name: content.signer,
            Document.party_name: party_name,
            Document.first_sheet: first_sheet,
        }
    ).where(Document.id == document_id)


async def insert_adopted(
    case_id: UUID,
    content: Any,
    fields: str,
    fields_hash: str,
    by: UUID,
    at: datetime,
    first_sheet: int,
) -> None:
    """Insert a paper of the phone, numbered there; it is laid out when it is asked for."""
    await database.execute(
        """
        INSERT INTO documents (id, case_id, unit_id, unit_1, unit_2, unit_3, unit_4, form, form_version, state, fields,
            fields_hash, drafted_by, drafted_at, number, issued_on, issued_at, issued_by, field_document, pages,
            first_sheet, issuer_name)
        SELECT $1, c.id, c.unit_id, c.unit_1, c.unit_2, c.unit_3, c.unit_4, $3, $4, 'signed', $5, $6, $7, $8, $9, $10,
            $8, $13, true, $11, $12,
            (SELECT full_name FROM officers WHERE id = $13)
        FROM cases c WHERE c.id = $2
        """,
        content.document_id,
        case_id,
        content.form,
        content.form_version,
        fields,
        fields_hash,
        by,
        at,
        content.number,
        content.issued_on,
        content.pages,
        first_sheet,
        content.written_by or by,
    )


async def insert_handed(
    case_id: UUID, paper: Paper, fields: str, body: str, first_sheet: int
) -> None:
    """Insert a paper that another body made: it has its maker's number, and no officer of ours issued it."""
    await database.execute(
        """
        INSERT INTO documents (id, case_id, unit_id, unit_1, unit_2, unit_3, unit_4, form, form_version, state, fields,
            fields_hash, drafted_by, drafted_at, number, issued_on, issued_at, first_sheet, issuer_name, issuer_title)
        SELECT $1, c.id, c.unit_id, c.unit_1, c.unit_2, c.unit_3, c.unit_4, $3, $4, 'signed', $5, $6, $7, $8, $9, $10,
            $8, $11, $12, $13
        FROM cases c WHERE c.id = $2
        """,
        paper.id,
        case_id,
        paper.form,
        paper.form_version,
        fields,
        paper.fields_hash,
        paper.drafted_by,
        paper.drafted_at,
        paper.number,
        paper.issued_on,
        first_sheet,
        body,
        paper.issuer_title,
    )


class Received(msgspec.Struct, frozen=True):
    """Another body's paper, and the case that has it."""

    number: str
    case_number: str


@compiled.many(Received)
def received_on(case_id: UUID, form: str, issued_on: date, unit_1: UUID) -> Query:
    """List papers of other bodies of this form and day that other cases have."""
    found = Document.select(Document.number, Document.case_id.number.as_alias("case_number"))
    same = found.where(Document.issued_by.is_null()).where(Document.number.is_not_null())
    return (
        same.where(Document.form == form)
        .where(Document.issued_on == issued_on)
        .where(Document.unit_1 == unit_1)
        .where(Document.case_id != case_id)
    )


@compiled.write
def set_delivered(document_id: UUID, on: date) -> Query:
    """Set the paper delivered to its party, or deemed so."""
    return Document.update({Document.state: "delivered", Document.delivered_on: on}).where(
        Document.id == document_id
    )


@compiled.write
def set_cancelled(document_id: UUID, by: UUID) -> Query:
    """Set the paper cancelled by a decision."""
    return Document.update({Document.state: "cancelled", Document.cancelled_by: by}).where(
        Document.id == document_id
    )


@compiled.write
def set_replaced(document_id: UUID, by: UUID) -> Query:
    """Set the paper replaced by another."""
    return Document.update({Document.state: "replaced", Document.replaced_by: by}).where(
        Document.id == document_id
    )
