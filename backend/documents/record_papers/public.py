"""What anybody may learn of a paper of a record by its code alone.

As of papers of cases (backend/casework/issued_documents/public.py): all of it comes from the acts of
the record, after that was proven. A row may only take away. No party, no recipient and nobody who
gave information is named; of a plan its title is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.documents import content_hash, public_checks
from backend.documents import service as documents
from backend.documents.queries import record_papers as queries
from backend.documents.rules import record_papers as rules
from backend.force.numbers import service as numbering
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import RecordedAct
from schemas.core.problems import Text
from schemas.documents import record_papers as acts
from schemas.documents.signatures import PublicDocument, PublicState

_NO_SIGNATURE = "none"


@dataclass
class Told:
    """A paper as the acts of its record tell it."""

    laid_out: acts.RecordPaperPrinted
    level: str | None
    fields: dict[str, Any]
    state: PublicState | None = "valid"
    """None while it is only printed: nobody holds it yet."""
    seal: acts.RecordPaperSealed | None = None
    """The agency's digital seal; its file is the one that goes out."""


async def has(code: str) -> bool:
    """Tell whether a paper of a record has this code, so that no other paper gets it."""
    return await queries.record_of_code(code) is not None


async def find(code: str) -> PublicDocument | None:
    """Return what the public may know of the paper with this code; None if there is none.

    The caller counts the look-up.
    """
    record_id = await queries.record_of_code(code)
    if record_id is None:
        return None
    rows = await ledger_reading.proven(record_id)
    if rows is None:
        return public_checks.unproven(code)
    if (stolen := await ledger_reading.rests_on_stolen(rows)) is not None:
        return public_checks.unproven(code, stolen)
    told = tell((row for row in rows if row.quarantine is None), code)
    return await _view(told) if told is not None else None


def tell(rows: Iterable[RecordedAct], code: str) -> Told | None:
    """Return what the accepted acts of a record say of the paper with this code; None for nothing. Pure."""
    filled: dict[UUID, dict[str, Any]] = {}
    told: Told | None = None
    for row in rows:
        kind = acts.RECORD_PAPER_CONTENTS.get(row.act_type)
        if kind is None:
            continue
        content = msgspec.convert(msgspec.json.decode(row.act)["content"], kind)
        if isinstance(content, acts.RecordPaperDrafted):
            filled[content.document_id] = content.fields
        elif isinstance(content, acts.RecordPaperPrinted) and content.code == code:
            signed = isinstance(content, acts.RecordPaperIssued)
            told = Told(
                laid_out=content,
                level=content.signature_level
                if isinstance(content, acts.RecordPaperIssued)
                else None,
                fields=filled.get(content.document_id, {}),
                state="valid" if signed else None,
            )
        elif told is not None and content.document_id == told.laid_out.document_id:  # type: ignore[attr-defined]
            _follow(told, content)
    return told if told is not None and told.state is not None else None


def _follow(told: Told, content: object) -> None:
    """Take in what happened after the paper was laid out."""
    match content:
        case acts.RecordPaperDiscarded():
            told.state = "void"
        case acts.RecordPaperScanned():
            told.state = "awaiting_comparison"
        case acts.RecordPaperSealed():
            told.seal = content
        case acts.RecordPaperCompared():
            told.state = "valid" if content.agrees else "sent_back"


async def _view(told: Told) -> PublicDocument:
    laid_out = told.laid_out
    state: PublicState = told.state or "valid"
    if await numbering.is_void(laid_out.document_id):
        state = "void"
    unit = laid_out.issuer_unit
    level = told.level or _NO_SIGNATURE
    digest = content_hash.of(laid_out.form, laid_out.form_version, told.fields)
    names = public_checks.form_names(laid_out.form, laid_out.form_version)
    title = rules.public_title(
        documents.get_form(laid_out.form, laid_out.form_version), told.fields
    )
    return PublicDocument(
        code=laid_out.code,
        state=state,
        state_text=public_checks.STATES[state],
        form=laid_out.form,
        form_name=Text(vi=f"{names.vi}: {title}", en=f"{names.en}: {title}") if title else names,
        number=laid_out.number,
        issued_on=laid_out.issued_on,
        issuer_name=laid_out.issuer_name,
        issuer_title=laid_out.issuer_title or None,
        issuer_unit=Text(vi=unit, en=unit),
        issuer_superior=laid_out.issuer_superior,
        sha256=laid_out.sha256,
        size=laid_out.size,
        signature_level=level,
        signature_text=public_checks.level_words(level),
        signer_name=laid_out.issuer_name if told.level else None,
        party_name=None,
        replaced_by=None,
        cancelled_by=None,
        amended_by=[],
        links=[],
        content_mark=content_hash.mark(digest),
        content_sha256=digest,
        sealed_sha256=told.seal.sha256 if told.seal else None,
        sealed_size=told.seal.size if told.seal else None,
        seal_name=told.seal.seal_name if told.seal else None,
        seal_text=public_checks.level_words(told.seal.signature_level) if told.seal else None,
    )
