"""Judges acts about papers of records: by the paper's row, and by what the record's owner says."""

from typing import Any
from uuid import UUID

from backend.core import clock, formats
from backend.core.actors import Actor
from backend.core.json_columns import written
from backend.documents import forms, sealing
from backend.documents import service as documents
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers import offices, owners, signers
from backend.documents.record_papers.owners import Owned, Owner
from backend.documents.rules import record_papers as rules
from backend.documents.texts.record_papers import refusal, said
from backend.force.queries import scans as scan_queries
from backend.ledger.bounds import forms as bounds
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Judgement, Refuse
from schemas.core.problems import Text
from schemas.documents import record_papers as acts
from schemas.documents.record_papers import RecordPaperState as State

MOST_BYTES = 2_000_000
"""Of the fields of one paper. A plan with 1,000 items has some 700 kB."""


async def judge(owned: Owned | None, parsed: ParsedAct, actor: Actor) -> Judgement:
    """Judge one act. The record's row is locked, and the state of the record never changes."""
    if actor.face == "phone":
        return refusal("not_from_phone")
    if owned is None:
        return refusal("unknown")
    owner, content = owners.of(owned.kind), parsed.content
    document_id: UUID = content.document_id  # type: ignore[attr-defined]  # every one has it
    if actor.face != "job":
        seen = await owner.of_paper(owned.id, document_id, actor)
        if seen is None:
            return refusal("unknown")
        owned = seen
    paper = await queries.lock(document_id)
    if isinstance(content, acts.RecordPaperDrafted):
        why = await _drafted(owned, owner, content, paper, actor)
    elif paper is None or paper.record_id != owned.id:
        why = refusal("unknown")
    else:
        why = await _about(owned, owner, content, paper, actor)
    return why or Accept(next_state=owned.state)


async def _drafted(
    owned: Owned,
    owner: Owner,
    content: acts.RecordPaperDrafted,
    paper: Paper | None,
    actor: Actor,
) -> Refuse | None:
    if content.form not in owner.forms or content.form_version != forms.newest(content.form):
        return refusal("form_other")
    if len(written(content.fields)) > MOST_BYTES:
        return refusal("too_large")
    schema = documents.get_form(content.form, content.form_version)
    if rules.names_informant(schema, content.fields):
        return refusal("informant_named")
    drafts = await owner.may_draft(owned, content.form, actor)
    if paper is None:
        return None if drafts else refusal("not_allowed")
    if paper.record_id != owned.id or paper.form != content.form:
        return refusal("unknown")
    return None if rules.may_edit(paper, actor, drafts) else _shut(paper, State.DRAFT)


async def _about(
    owned: Owned, owner: Owner, content: Any, paper: Paper, actor: Actor
) -> Refuse | None:
    match content:
        case acts.RecordPaperPrinted():  # issued with a certificate, too
            return await _signed(owned, owner, content, paper, actor)
        case acts.RecordPaperScanned():
            if not rules.may_scan(paper, actor):
                return _shut(paper, State.PRINTED, State.SENT_BACK)
            return await _scan_fault(content, paper)
        case acts.RecordPaperCompared():
            drafters = await queries.drafters(paper.id, paper.record_id)
            if not rules.may_compare(paper, actor, drafters):
                return _shut(paper, State.AWAITING)
            return await _comparison_fault(content, paper)
        case acts.RecordPaperSealed():
            return await _seal_fault(content, paper, actor)
        case acts.RecordPaperDispatched():
            return _dispatch_fault(content, paper, actor)
        case _:
            return await _before_signing(owned, owner, content, paper, actor)


async def _before_signing(
    owned: Owned, owner: Owner, content: Any, paper: Paper, actor: Actor
) -> Refuse | None:
    by_the_system = actor.face == "job"  # as a submission was answered, perhaps by who drafts none
    drafts = by_the_system or await owner.may_draft(owned, paper.form, actor)
    match content:
        case acts.RecordPaperFinalised():
            if not rules.may_edit(paper, actor, drafts):
                return _shut(paper, State.DRAFT)
            if content.fields_hash != paper.fields_hash:
                return refusal("changed")
            if findings(paper):
                return refusal("incomplete")
            why = await owner.unfit(owned, paper.id, paper.form, actor)
            return said(why) if why is not None else None
        case acts.RecordPaperReopened():
            able = rules.may_reopen(paper, actor, drafts)
            return None if able else _shut(paper, State.FINAL)
        case acts.RecordPaperDiscarded():
            waits = paper.state in (State.DRAFT, State.FINAL)
            able = rules.may_discard(paper, actor, drafts) or (by_the_system and waits)
            return None if able else _shut(paper, State.DRAFT, State.FINAL, State.PRINTED)
        case acts.RecordPaperNumberVoided():
            if by_the_system or drafts or rules.heads(paper, actor):
                return None
            signer = await signers.of(owned, owner, paper.form, actor, clock.today())
            return refusal("not_allowed") if signer.office.fault else None
        case _:
            raise TypeError(f"no judgement for {type(content)}")


def findings(paper: Paper) -> list[tuple[str, Text]]:
    """Return what a draft lacks, by its form and by the bounds of its dates."""
    found = forms.validate(paper.form, paper.form_version, paper.fields)
    return found + bounds.findings(paper.fields, clock.now())


def _shut(paper: Paper, *states: State) -> Refuse:
    """Refuse because the paper is in another state, or else because it is not this officer's."""
    return refusal("not_allowed" if paper.state in states else "elsewhere")


async def _signed(
    owned: Owned, owner: Owner, content: acts.RecordPaperPrinted, paper: Paper, actor: Actor
) -> Refuse | None:
    if paper.state is not State.FINAL:
        return refusal("elsewhere")
    same = (paper.form, paper.form_version, paper.fields_hash)
    if same != (content.form, content.form_version, content.fields_hash):
        return refusal("changed")
    await offices.hold(paper.form, actor.officer_id)
    signer = await signers.of(owned, owner, paper.form, actor, content.issued_on)
    if why := await against(owned, owner, paper, signer, actor):
        return why
    office = (signer.officer.full_name, signer.office.title, signer.office.by_order_of)
    told = (content.issuer_name, content.issuer_title, content.issuer_by_order)
    return None if office == told else refusal("changed")


async def against(
    owned: Owned, owner: Owner, paper: Paper, signer: signers.Signer, actor: Actor
) -> Refuse | None:
    """Return why this officer may not sign a finalised paper now, or None."""
    if signer.office.fault is not None:
        return said(signer.office.fault)
    office = signer.office
    if rules.signer_fault(paper.fields, signer.officer.full_name, office.title, office.cited):
        return refusal("signer_other")
    reason = await owner.against(owned, paper.id, paper.form, actor)
    return said(reason) if reason is not None else None


async def _scan_fault(content: acts.RecordPaperScanned, paper: Paper) -> Refuse | None:
    scan = await scan_queries.named(content.scan_id, paper.record_id)
    told = (content.sha256, content.size, content.media_type)
    there = scan is not None and scan.subject_id == paper.id
    if scan is None or not there or (scan.sha256, scan.size, scan.media_type) != told:
        return refusal("scan_unknown")
    return None


async def _comparison_fault(content: acts.RecordPaperCompared, paper: Paper) -> Refuse | None:
    scan_id: UUID | None = paper.scan_id
    scan = await scan_queries.named(scan_id, paper.record_id) if scan_id else None
    if scan is None or scan.sha256 != content.sha256:
        return refusal("changed")
    if not content.agrees and not (content.reason or "").strip():
        return refusal("reason_needed")
    return None


async def _seal_fault(content: acts.RecordPaperSealed, paper: Paper, actor: Actor) -> Refuse | None:
    if not sealing.puts_seals(actor):
        return refusal("not_allowed")
    why = rules.seal_fault(paper)
    if why is None and content.signed_sha256 != paper.sha256:
        why = "unknown"
    unit_id = await sealing.unit_of(paper.id, paper.unit_id)
    why = why or await sealing.fault(paper.record_id, content, unit_id, actor)
    return refusal(f"seal_{why}") if why else None


def _dispatch_fault(
    content: acts.RecordPaperDispatched, paper: Paper, actor: Actor
) -> Refuse | None:
    if not rules.dispatches(paper, actor):
        return refusal("not_allowed")
    if paper.state not in rules.IN_FORCE:
        return refusal("not_signed")
    if paper.issued_on and any(one.sent_on < paper.issued_on for one in content.sent):
        return refusal("sent_before", day=formats.day(paper.issued_on))
    line = rules.secret_recipient(documents.get_form(paper.form, paper.form_version), paper.fields)
    if line is not None and any(one.recipient != line or one.note for one in content.sent):
        return refusal("recipient_secret", line=line)
    return None
