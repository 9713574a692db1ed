"""Writes acts about papers of records into their tables."""

from typing import Any
from uuid import UUID

from backend.core import custody
from backend.core.canonical_json import sha256_hex
from backend.core.json_columns import written
from backend.documents.queries import record_paper_files as file_queries
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers.owners import Owned
from backend.documents.rules import record_papers as rules
from backend.force.numbers import service as numbering
from backend.law import form_facts
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.documents import record_papers as acts
from schemas.documents.record_papers import RecordPaperState as State


async def take(owned: Owned, parsed: ParsedAct, entry: Entry) -> None:
    """Write what an act says of a paper."""
    act, at, content = parsed.act, entry.received_at, parsed.content
    officer_id = act.officer_id
    match content:
        case acts.RecordPaperDrafted():
            await _drafted(owned, content, officer_id, entry)
        case acts.RecordPaperFinalised():
            await queries.set_final(content.document_id, officer_id, at)
        case acts.RecordPaperReopened():
            await queries.set_state(content.document_id, str(State.DRAFT), at)
        case acts.RecordPaperDiscarded():
            await _discarded(content, act.id)
            await queries.set_state(content.document_id, str(State.DISCARDED), at)
        case acts.RecordPaperNumberVoided():
            await numbering.void_held(content.document_id, content.reason, act.id)
        case acts.RecordPaperPrinted():
            await _laid_out(content, officer_id, entry)
        case acts.RecordPaperScanned():
            await queries.set_scan(content.document_id, content.scan_id, officer_id, at)
        case acts.RecordPaperCompared():
            state = State.SIGNED if content.agrees else State.SENT_BACK
            note = None if content.agrees else content.reason
            await queries.set_compared(content.document_id, str(state), note, officer_id, at)
        case acts.RecordPaperSealed():
            await queries.set_sealed(content, officer_id, at)
        case acts.RecordPaperDispatched():
            await file_queries.insert_sent(content, act.id, officer_id)
        case _:
            raise TypeError(f"no fold for {type(content)}")


async def _there(document_id: UUID) -> Paper:
    paper = await queries.lock(document_id)
    if paper is None:
        raise LookupError(f"no paper {document_id}")
    return paper


async def _drafted(
    owned: Owned, content: acts.RecordPaperDrafted, officer_id: UUID, entry: Entry
) -> None:
    fields: dict[str, Any] = content.fields
    filled = (written(fields), sha256_hex(fields), rules.about(fields))
    at = entry.received_at
    if await queries.lock(content.document_id) is None:
        record = (owned.kind, owned.id, owned.unit_id)
        form = (content.form, content.form_version)
        await queries.insert(content.document_id, record, owned.path, form, filled, officer_id, at)
    else:
        await queries.draft_again(
            content.document_id, content.form_version, *filled, officer_id, at
        )


async def _discarded(content: acts.RecordPaperDiscarded, act_id: UUID) -> None:
    paper = await _there(content.document_id)
    gone = (content.document_id, content.reason, act_id, form_facts.register_of(paper.form))
    await numbering.void_held(*gone)
    await numbering.void_used(*gone)


async def _laid_out(content: acts.RecordPaperPrinted, officer_id: UUID, entry: Entry) -> None:
    paper = await _there(content.document_id)
    signed = isinstance(content, acts.RecordPaperIssued)
    await queries.set_laid_out(
        content,
        State.SIGNED if signed else State.PRINTED,
        content.signature_level if isinstance(content, acts.RecordPaperIssued) else None,
        custody.name_of(paper.unit_id, content.document_id, content.sha256),
        officer_id,
        entry.received_at,
    )
