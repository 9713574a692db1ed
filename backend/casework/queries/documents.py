"""SQL of the papers of cases; a row is the paper in its present state."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database


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


async def set_state(document_id: UUID, state: str) -> None:
    """Set only the state."""
    await database.execute("UPDATE documents SET state = $2 WHERE id = $1", document_id, state)


async def let_go(document_id: UUID) -> None:
    """Give up a try to enter a lost paper again.

    Day and code belong to the paper that people hold.
    """
    await database.execute(
        "UPDATE documents SET issued_on = NULL, code = NULL WHERE id = $1", document_id
    )


async def set_issued(
    document_id: UUID,
    content: Any,
    by: UUID,
    at: datetime,
    issuer_name: str,
    party_name: str | None,
    object_key: str,
    first_sheet: int,
) -> None:
    """Number a signed and stored paper."""
    await database.execute(
        """
        UPDATE documents SET state = 'signed', number = $2, issued_on = $3, issued_at = $4, issued_by = $5,
            issuer_name = $6, issuer_title = $7, code = $8, sha256 = $9, size = $10, pages = $11, object_key = $12,
            signature_level = $13, signer_name = $14, party_name = $15, first_sheet = $16
        WHERE id = $1
        """,
        document_id,
        content.number,
        content.issued_on,
        at,
        by,
        issuer_name,
        content.issuer_title,
        content.code,
        content.sha256,
        content.size,
        content.pages,
        object_key,
        content.signature_level,
        content.signer,
        party_name,
        first_sheet,
    )


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


async def set_delivered(document_id: UUID, on: Any) -> None:
    """Set the paper delivered to its party, or deemed so."""
    await database.execute(
        "UPDATE documents SET state = 'delivered', delivered_on = $2 WHERE id = $1", document_id, on
    )


async def set_taken_back(document_id: UUID, state: str, by: UUID) -> None:
    """Set the paper cancelled, or replaced by another."""
    column = "cancelled_by" if state == "cancelled" else "replaced_by"
    await database.execute(
        f"UPDATE documents SET state = $2, {column} = $3 WHERE id = $1", document_id, state, by
    )
