"""Judges acts about a decision signed by hand, whether or not its inspection exists yet."""

from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.fieldwork.queries import decision_changes as decision_queries
from backend.fieldwork.queries import decision_papers as paper_queries
from backend.fieldwork.queries import hand_signed as queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.rules import hand_signed as rules
from backend.fieldwork.rules.desk_papers import DECISION
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.rules.steps import Step
from backend.fieldwork.texts.inspections import refusal
from backend.force.queries import officer_names
from backend.force.units import service as units
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Judgement, Refuse
from schemas.fieldwork.decisions import DecisionInForce
from schemas.fieldwork.hand_signed import DecisionHandSigned, DecisionMatched, HandSignedView
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import PaperState

_MAY_BE = (PaperState.PRINTED, PaperState.AWAITING, PaperState.SIGNED)


async def judge(
    state: LockedInspection | None, parsed: ParsedAct, actor: Actor, cell: Step
) -> Judgement:
    """Judge one act. Its face, the team and the table of states have been judged."""
    content: Any = parsed.content
    if state is None:
        why = await _beginning_fault(content, parsed.act.record.id, actor)
    else:
        began = await queries.of_inspection(state.id)
        if began is None:
            why = refusal("not_hand_signed")
        elif isinstance(content, DecisionHandSigned):
            why = await _mending_fault(content, state.id, began)
        else:
            why = await _matching_fault(content, state, began, actor)
    return why or Accept(next_state=cell.next, note=cell.effect)


async def _beginning_fault(
    content: DecisionHandSigned, record_id: UUID, actor: Actor
) -> Refuse | None:
    decision = content.decision
    if await paper_queries.first_of(record_id, DECISION):
        return refusal("decision_exists")  # the id, which a phone chose, is of another's draft
    if decision.unit_id != actor.unit.unit_id or not _plain(decision):
        return refusal("hand_signed_other_unit")
    named = [one.officer_id for one in decision.team]
    known = {one.officer_id for one in await read_queries.team_candidates(actor, named)}
    if rules.team_fault(decision, actor.officer_id, known):
        return refusal("hand_signed_team")
    path = await units.path_of(decision.unit_id)
    return None if await queries.head_of(path, named) else refusal("hand_signed_no_head")


def _plain(decision: DecisionInForce) -> bool:
    return decision.paper is None and decision.again is None and decision.minutes_flow == FLOW


async def _mending_fault(
    content: DecisionHandSigned, inspection_id: UUID, began: HandSignedView
) -> Refuse | None:
    """Refuse to mend what is matched, or what only another decision changes: the team."""
    if began.outcome in rules.SETTLED:
        return refusal("hand_signed_matched")
    before, now_is = await decision_queries.decision(inspection_id), content.decision
    same = (before.decision_id, before.unit_id) == (now_is.decision_id, now_is.unit_id)
    teams = [
        sorted((str(one.officer_id), one.leader) for one in it.team) for it in (before, now_is)
    ]
    return (
        None
        if same and _plain(now_is) and teams[0] == teams[1]
        else refusal("hand_signed_team_stays")
    )


async def _matching_fault(
    content: DecisionMatched, state: LockedInspection, began: HandSignedView, actor: Actor
) -> Refuse | None:
    decision = await decision_queries.decision(state.id)
    name = (await officer_names.of([actor.officer_id]))[actor.officer_id]
    if not rules.may_match(actor, state.path, began.begun_by, decision.issuer_name, name):
        return refusal("hand_signed_second")
    if await queries.typed_by(state.id, actor.officer_id):
        return refusal("hand_signed_second")
    if began.outcome in rules.SETTLED:
        return refusal("hand_signed_matched")
    if content.act != began.act:
        return refusal("hand_signed_changed")
    match content.outcome:
        case "differs":
            given = (content.reason or "").strip() and content.paper is None
            return None if given else refusal("hand_signed_reason")
        case "sheets":
            stored = await queries.sheets_stored(state.id, began.sheets)
            whole = bool(began.sheets) and stored == len(set(began.sheets)) and not content.paper
            return None if whole else refusal("hand_signed_no_sheets")
        case "paper":
            return await _paper_fault(content, decision.number, actor)


async def _paper_fault(content: DecisionMatched, number: str, actor: Actor) -> Refuse | None:
    paper = await paper_queries.find(actor, content.paper) if content.paper else None
    if paper is None or paper.form != DECISION or paper.state not in _MAY_BE:
        return refusal("hand_signed_paper")
    if paper.issued_by == actor.officer_id:
        return refusal("hand_signed_second")
    if await queries.paper_is_matched(paper.id):
        return refusal("hand_signed_paper_taken")
    same = rules.same_name(paper.number or "", number)
    return None if same else refusal("hand_signed_number")
