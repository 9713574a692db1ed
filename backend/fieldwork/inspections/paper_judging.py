"""Judges acts about papers of the desk by the paper's row, whether or not there is an inspection yet."""

from typing import Any
from uuid import UUID

from backend.core import clock, formats
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.documents import forms, sealing
from backend.fieldwork.inspections import former_heads, plan_judging
from backend.fieldwork.queries import approving as approving_queries
from backend.fieldwork.queries import decision_changes as decision_queries
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries import documents as document_queries
from backend.fieldwork.queries import hand_signed as hand_queries
from backend.fieldwork.queries import proposals as proposal_queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.decision_papers import DeskPaper
from backend.fieldwork.rules import decisions as decision_rules
from backend.fieldwork.rules import desk_papers as rules
from backend.fieldwork.rules import inspections
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts import inspections as texts
from backend.fieldwork.texts.inspections import refusal
from backend.force.queries import scans as scan_queries
from backend.law.deadlines import service as deadlines
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Judgement, Refuse
from schemas.fieldwork import decision_papers as papers
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.proposals import DecisionProposed, DecisionReturned
from schemas.fieldwork.words import ActType, InspectionState, PaperState


async def judge(state: LockedInspection | None, parsed: ParsedAct, actor: Actor) -> Judgement:
    """Judge one act. Its face and the supervisor's role have been judged; its state never changes."""
    content: Any = parsed.content
    row = await queries.lock(content.document_id)
    if isinstance(content, papers.PaperDrafted):
        why = await _drafted(state, content, row, parsed.act.record.id, actor)
    elif isinstance(content, DecisionProposed):
        why = await _proposed(state, content, row, parsed.act.record.id, actor)
    elif row is None or row.inspection_id != parsed.act.record.id:
        why = refusal("paper_unknown")
    elif isinstance(content, papers.PaperSealed):
        why = await _seal_fault(content, row, actor, state.state if state else None)
    elif isinstance(content, papers.PaperDispatched):
        why = _dispatch_fault(content, row, actor, state.state if state else None)
    else:
        why = await _about(content, row, actor)
    return why or Accept(next_state=state.state if state else None)


async def _drafted(
    state: LockedInspection | None,
    content: papers.PaperDrafted,
    row: DeskPaper | None,
    record_id: UUID,
    actor: Actor,
) -> Refuse | None:
    if content.form not in rules.FORMS or content.form_version != forms.newest(content.form):
        return refusal("paper_form_other")
    if forms.validate(content.form, content.form_version, content.fields):
        return await former_heads.refused(actor) or refusal("paper_incomplete")
    if row is not None:
        if row.inspection_id != record_id or row.form != content.form:
            return refusal("paper_unknown")
        own = await proposal_queries.find(row.id)
        proposer = row.state is PaperState.DRAFT and own and own.proposed_by == actor.officer_id
        return None if rules.may_edit(row, actor) or proposer else _shut(row, PaperState.DRAFT)
    if not rules.drafts(actor):
        return refusal("not_allowed")
    sources = {
        rules.DECISION: content.order,
        rules.AMENDS: content.change,
        rules.EXTENDS: content.change,
        rules.PLAN: content.plan,
    }
    given = [one for one in (content.order, content.change, content.plan) if one is not None]
    if len(given) != 1 or sources[content.form] is None:
        return refusal("paper_form_other")
    if content.form == rules.PLAN:
        return await _plan_fault(record_id)
    if content.form != rules.DECISION and (state is None or state.minutes_flow != FLOW):
        return refusal("decision_needed")
    if content.form == rules.DECISION:
        there = state is not None or await queries.first_of(record_id, rules.DECISION)
        return refusal("decision_exists") if there else None
    return None


async def _plan_fault(record_id: UUID) -> Refuse | None:
    """Refuse a plan that would not precede an ad-hoc decision, or a second one."""
    decision = await queries.first_of(record_id, rules.DECISION)
    waits = decision is not None and decision.state is PaperState.DRAFT
    if decision is None or not waits or decision.decided.ground != "ad_hoc":
        return refusal("adhoc_plan_late")
    there = await queries.first_of(record_id, rules.PLAN)
    return refusal("adhoc_plan_exists") if there is not None else None


async def _proposed(
    state: LockedInspection | None,
    content: DecisionProposed,
    row: DeskPaper | None,
    record_id: UUID,
    actor: Actor,
) -> Refuse | None:
    """Refuse a proposal that could not be drafted: what it lacks for signing is said with the draft."""
    if not rules.drafts(actor):
        return refusal("not_allowed")
    if row is None:
        there = state is not None or await queries.first_of(record_id, rules.DECISION)
        if there:
            return refusal("decision_exists")
        taken = await proposal_queries.id_taken(content.document_id)
        if taken or await document_queries.is_of_the_desk(content.document_id):
            return refusal("paper_unknown")
    else:
        if row.inspection_id != record_id or row.form != rules.DECISION:
            return refusal("paper_unknown")
        before = await proposal_queries.find(row.id)
        if before is None or before.proposed_by != actor.officer_id:
            return refusal("not_allowed")
        if row.state is not PaperState.DRAFT:
            return refusal("proposal_answered")
    named = {content.leader_id, *content.member_ids}
    known = await read_queries.team_candidates(actor, list(named))
    return refusal("proposal_team") if len(known) < max(len(named), 2) else None


async def _about(content: Any, row: DeskPaper, actor: Actor) -> Refuse | None:
    match content:
        case DecisionReturned():
            if not rules.may_return(row, actor):
                return _shut(row, PaperState.DRAFT)
            proposal = await proposal_queries.find(row.id)
            waits = proposal is not None and proposal.remarks is None
            return None if waits else refusal("proposal_not_there")
        case papers.PaperDiscarded():
            states = (PaperState.DRAFT, PaperState.PRINTED)
            outside = inspections.is_system(actor) and row.state is PaperState.DRAFT
            return None if outside or rules.may_discard(row, actor) else _shut(row, *states)
        case papers.PaperNumberVoided():
            able = rules.may_sign(row, actor) or inspections.is_system(actor)
            return None if able else _shut(row, PaperState.DRAFT)
        case papers.PaperPrinted():  # issued with a certificate, too
            return await _laid_out_fault(content, row, actor)
        case papers.PaperScanned():
            if not rules.may_scan(row, actor):
                return _shut(row, PaperState.PRINTED, PaperState.SENT_BACK)
            return await _scan_fault(content, row, actor)
        case papers.PaperCompared():
            if not rules.may_compare(row, actor):
                return _shut(row, PaperState.AWAITING)
            if await approving_queries.drafted_by(row, actor.officer_id):
                return refusal("not_allowed")
            return await _comparison_fault(content, row)
        case _:
            raise TypeError(f"no judgement for {type(content)}")


async def _laid_out_fault(
    content: papers.PaperPrinted, row: DeskPaper, actor: Actor
) -> Refuse | None:
    if not rules.may_sign(row, actor):
        return _shut(row, PaperState.DRAFT)
    same = (row.form, row.form_version, row.fields_hash, sha256_hex(row.fields))
    said = (content.form, content.form_version, content.fields_hash, content.fields_hash)
    if same != said:
        return refusal("paper_changed")
    return await plan_judging.fault(row, content.emergency)


def _shut(row: DeskPaper, *states: PaperState) -> Refuse:
    """Refuse because the paper is in another state, or else because it is not this officer's."""
    return refusal("not_allowed" if row.state in states else "paper_elsewhere")


async def _seal_fault(
    content: papers.PaperSealed, row: DeskPaper, actor: Actor, inspection: InspectionState | None
) -> Refuse | None:
    if not sealing.puts_seals(actor):
        return refusal("not_allowed")
    why = rules.seal_fault(row, inspection)
    if why is None and content.signed_sha256 != row.sha256:
        why = "unknown"
    unit_id = await sealing.unit_of(row.id, row.unit_id)
    why = why or await sealing.fault(row.inspection_id, content, unit_id, actor)
    return refusal(f"paper_seal_{why}") if why else None


def _dispatch_fault(
    content: papers.PaperDispatched,
    row: DeskPaper,
    actor: Actor,
    inspection: InspectionState | None,
) -> Refuse | None:
    if not rules.dispatches(row, actor):
        return refusal("not_allowed")
    if why := rules.dispatch_fault(row, inspection):
        return refusal(why)
    if row.issued_on is not None and content.sent_on < row.issued_on:
        return refusal("paper_sent_before", {"day": texts.same(formats.day(row.issued_on))})
    return None


async def _scan_fault(content: papers.PaperScanned, row: DeskPaper, actor: Actor) -> Refuse | None:
    if content.former_members:
        gone = {one.officer_id for one in content.former_members}
        named = rules.named_team(row)
        here = {one.officer_id for one in await read_queries.team_candidates(actor, named)}
        if row.state is not PaperState.PRINTED or gone != set(named) - here:
            return refusal("paper_former_wrong")
    if row.state is PaperState.PRINTED and await hand_queries.paper_is_matched(row.id):
        return refusal("paper_matched")
    scan = await scan_queries.named(content.scan_id, row.inspection_id)
    said = (content.sha256, content.size, content.media_type)
    there = scan is not None and scan.subject_id == row.id
    if scan is None or not there or (scan.sha256, scan.size, scan.media_type) != said:
        return refusal("paper_scan_unknown")
    return None


async def _comparison_fault(content: papers.PaperCompared, row: DeskPaper) -> Refuse | None:
    scan = await scan_queries.named(row.scan_id, row.inspection_id) if row.scan_id else None
    if scan is None or scan.sha256 != content.sha256:
        return refusal("paper_changed")
    if not content.agrees and not (content.reason or "").strip():
        return refusal("paper_reason_needed")
    return None


async def beginning_fault(parsed: ParsedAct) -> Refuse | None:
    """Refuse a decision whose paper is not signed in the same record, or has another number or day."""
    content: Any = parsed.content
    if content.paper is None:
        return None
    return await _unsigned(content, parsed.act.record.id, rules.DECISION)


_FORMS = {ActType.DECISION_AMENDED: rules.AMENDS, ActType.DECISION_EXTENDED: rules.EXTENDS}


async def change_fault(parsed: ParsedAct) -> Refuse | None:
    """Refuse a change without its signed paper, and the end of a decision that may still be begun."""
    kind = ActType(parsed.act.type)
    if kind in _FORMS:
        return await _unsigned(parsed.content, parsed.act.record.id, _FORMS[kind])
    if kind is ActType.DECISION_WITHDRAWN:
        content: Any = parsed.content
        named = content.paper is not None
        return await _unsigned(content, parsed.act.record.id, rules.AMENDS) if named else None
    issued_on = await decision_queries.issued_on(parsed.act.record.id)
    last = decision_rules.last_start(issued_on, deadlines.calendar())
    if clock.today() <= last:
        return refusal("not_expired", {"day": texts.same(formats.day(last))})
    return None


async def _unsigned(content: Any, record_id: UUID, form: str) -> Refuse | None:
    row = await queries.lock(content.paper)
    if row is None or row.inspection_id != record_id or row.form != form:
        return refusal("paper_unknown")
    signed = row.state in (PaperState.SIGNED, PaperState.AWAITING)
    same = (row.number, row.issued_on) == (content.number, content.issued_on)
    return None if signed and same else refusal("paper_elsewhere")
