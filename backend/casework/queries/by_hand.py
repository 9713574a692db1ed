"""Queries of papers that are signed by hand: printed, scanned, compared."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from piccolo.custom_types import Combinable
from piccolo.query.functions import Count

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.tables.documents import Document
from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.scope import Reach
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import ByHand


class _Counted(msgspec.Struct, frozen=True, kw_only=True):
    hand: str
    count: int


class HandPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that is signed by hand and not compared, with its case's number and unit."""

    id: UUID
    case_id: UUID
    case_number: str
    form: str
    form_version: int
    number: str
    issued_on: date
    issued_at: datetime
    issuer_name: str | None
    hand: ByHand
    scan_id: UUID | None
    party_name: str | None
    unit_vi: str
    unit_en: str


@compiled.write
def set_printed(
    content: case_side_acts.DocumentPrinted,
    by: UUID,
    at: datetime,
    issuer_name: str,
    party_name: str | None,
    object_key: str,
) -> Query:
    """Number a paper that is laid out and stored; it is on no contents list yet."""
    return Document.update(
        {
            Document.state: "printed",
            Document.hand: "printed",
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
            Document.signature_level: "none",
            Document.party_name: party_name,
        }
    ).where(Document.id == content.document_id)


@compiled.write
def set_standing(document_id: UUID, state: str, hand: str, first_sheet: int | None) -> Query:
    """Set the paper's state, as its acts tell."""
    return Document.update(
        {Document.state: state, Document.hand: hand, Document.first_sheet: first_sheet}
    ).where(Document.id == document_id)


@compiled.write
def set_scanned(content: case_side_acts.DocumentScanned, by: UUID, at: datetime) -> Query:
    """Set the scan that counts as the signed sheet."""
    return Document.update(
        {Document.scan_id: content.scan_id, Document.scanned_by: by, Document.scanned_at: at}
    ).where(Document.id == content.document_id)


async def set_compared(content: case_side_acts.DocumentCompared, by: UUID, at: datetime) -> None:
    """Set what a second person said. A scan that differs no longer counts as the sheet."""
    await (_set_agreeing if content.agrees else _set_differing)(content, by, at)


@compiled.write
def _set_agreeing(content: case_side_acts.DocumentCompared, by: UUID, at: datetime) -> Query:
    return Document.update(_comparison(content, by, at)).where(Document.id == content.document_id)


@compiled.write
def _set_differing(content: case_side_acts.DocumentCompared, by: UUID, at: datetime) -> Query:
    no_scan = {Document.scan_id: None, Document.scanned_by: None, Document.scanned_at: None}
    said = _comparison(content, by, at) | no_scan
    return Document.update(said).where(Document.id == content.document_id)


def _comparison(content: case_side_acts.DocumentCompared, by: UUID, at: datetime) -> dict[Any, Any]:
    return {
        Document.compared_by: by,
        Document.compared_at: at,
        Document.compared_note: content.reason,
    }


async def waiting(actor: Actor, after: tuple[datetime, UUID] | None, limit: int) -> list[HandPaper]:
    """List papers in sight that are signed by hand and not compared, oldest first, by keyset."""
    condition, given = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    args: list[Any] = [limit, *given]
    further = "true"
    if after:
        args.extend(after)
        further = f"(d.issued_at, d.id) > (${len(args) - 1}, ${len(args)})"
    found = await database.fetch(
        f"""
        SELECT d.id, d.case_id, c.number AS case_number, d.form, d.form_version, d.number, d.issued_on, d.issued_at,
            d.issuer_name, d.hand, d.scan_id, d.party_name, u.name_vi AS unit_vi, u.name_en AS unit_en
        FROM documents d JOIN cases c ON c.id = d.case_id JOIN units u ON u.id = d.unit_id
        WHERE d.hand IN ('printed', 'waits', 'older') AND d.state IN ('printed', 'signed', 'delivered')
            AND {condition} AND {further}
        ORDER BY d.issued_at, d.id LIMIT $1
        """,
        *args,
    )
    return rows.many(HandPaper, found)


async def count_waiting(actor: Actor) -> dict[str, int]:
    """Count these of each kind in sight."""
    found = await _count_waiting(scope.teamed(CASE_TEAMS, actor))
    return {one.hand: one.count for one in found}


@compiled.many(_Counted)
def _count_waiting(seen: Reach) -> Query:
    counted = Document.select(Document.hand, Count()).where(scoped.where(seen, Document.case_id))
    return counted.where(_not_compared("printed", "waits", "older")).group_by(Document.hand)


async def count_overdue(actor: Actor, printed_before: datetime) -> int:
    """Count those in sight that were printed before this moment (UTC) and are not compared yet."""
    return await _count_overdue(printed_before, scope.teamed(CASE_TEAMS, actor))


@compiled.count
def _count_overdue(printed_before: datetime, seen: Reach) -> Query:
    overdue = Document.count().where(Document.issued_at < printed_before)
    return overdue.where(_not_compared("printed", "waits")).where(
        scoped.where(seen, Document.case_id)
    )


def _not_compared(*hands: str) -> Combinable:
    """Describe numbered papers by how far their signing by hand has come.

    By `is_in()`, whose constants become SQL: only then does the index documents_by_hand serve.
    """
    return Document.hand.is_in([*hands]) & Document.state.is_in(["printed", "signed", "delivered"])
