"""The record handler of cases: judges each act by authority, state table and guards.

What an accepted act writes is in writing.py.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.approvals import standing
from backend.casework.acts.index import ACTS
from backend.casework.cases import (
    again,
    against_papers,
    competence,
    elsewhere,
    events,
    law,
    notifying,
    own_ids,
    powers,
    predecessors,
    receipts,
    succeeding,
    unheard,
    writing,
)
from backend.casework.cases.told import outside
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks import telling
from backend.casework.derived import authority, effects, folding, guards
from backend.casework.derived import states as rules
from backend.casework.queries import cases as queries
from backend.casework.rules import document_guards, internal, not_yet, second, violators
from backend.casework.rules.facts import Facts
from backend.casework.rules.states import Effect
from backend.casework.texts.cases import not_now, refusal
from backend.core import clock, scope
from backend.core.actors import Actor, UnitPath
from backend.documents import forms
from backend.force.units import service as units
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement, Refuse
from schemas.casework.acts.beside import DocumentFinalised
from schemas.casework.words import CaseAct, CaseState
from schemas.ledger.acts import Act


@dataclass
class Present:
    """The case as `ledger.record` (the one door) finds it: its facts, and the unit's path; its row is locked."""

    facts: Facts
    path: UnitPath


SUPERSEDED = frozenset({CaseAct.INFORMATION_RECEIVED})
"""Acts that the ledger has, and that the door takes no more: information is a record of its own (backend/intake)."""


class CaseRecordHandler:
    """How cases are locked, judged and folded; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(str(kind) for kind in CaseAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> Present | None:
        """Lock the case's row and fold its acts into facts; None if there is no such case."""
        row = await queries.lock(act.record.id)
        if row is None:
            return None
        facts = await events.facts_to_fold_on(act.record.id)
        if facts is None:
            raise RuntimeError("a case's row without acts")
        return Present(facts, row.path)

    async def judge(
        self, state: Present | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act: first who may do it, then the state table, then the guards."""
        del doubt  # no act of a case comes from a device: a phone's papers belong to its inspection
        kind = CaseAct(parsed.act.type)
        facts = state.facts if state else None
        path = state.path if state else await _path_to_be(parsed, actor)
        works, own = _works_on(facts, parsed, actor), _signed_change(facts, parsed, actor)
        works = works or await _mends(kind, parsed, actor)
        own = authority.own(kind, facts, state.path if state else None, actor, signed=own)
        borne = facts is not None and effects.borne(facts, kind, parsed.content, actor.officer_id)
        if why := _gone(kind) or authority.objection(
            path, works, kind, actor, own=own, borne=borne
        ):
            return why
        if state and (why := _paper_objection(state, kind, parsed.content, actor, borne=borne)):
            return why
        cell = rules.step(facts.state if facts else None, kind)
        if cell.effect is Effect.REFUSED:
            if facts is None:
                return refusal("case_unknown")
            opens = rules.step(None, kind).effect is Effect.TAKES
            if opens and getattr(parsed.content, "opening", None) is not None:
                return refusal("case_exists")
            later = rules.step(CaseState.DECISION_DUE, kind).effect
            return not_yet.fault(facts.state, once_due=later is Effect.TAKES)
        act = parsed.act
        unsaid = outside(facts, act.type, parsed.content, act.made_at)
        if why := unsaid or await succeeding.objection(facts, parsed.content):
            return why
        context = await law.guard_context(facts, parsed, actor, path)
        if cell.effect is Effect.TAKES:
            if state and (why := await powers.objection(state.path, state.facts, parsed, actor)):
                return why
            today = clock.today()
            gone = None
            if facts and rules.carries_out(kind, parsed.content):
                paid_on = getattr(parsed.content, "paid_on", None)
                gone = document_guards.decision_gone(facts, today, paid_on)
            waits = guards.waits(kind, parsed.content, facts) if facts else None
            if why := gone or waits or guards.guard(kind, parsed.content, facts, context):
                return why
            if why := await _beside(act.record.id, facts, kind, parsed.content, actor):
                return why
        return Accept(next_state=cell.next, note=path)

    async def apply(
        self,
        state: Present | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Fold the act into the facts and write what the tables say of them."""
        if isinstance(judgement, Hold):
            raise TypeError("nothing of a case is held")
        event = events.of_act(parsed, entry)
        before = state.facts.last_sheet if state else 0
        was = notifying.before(state.facts if state else None, event)
        facts = folding.take(state.facts if state else None, event)
        if state is None:
            await writing.open_case(parsed.act.record.id, judgement.note, facts)
        path = await succeeding.path_after(parsed, actor, judgement.note)
        await writing.write(parsed.act.record.id, path, facts, event, sheets_before=before)
        await notifying.tell(parsed.act.record.id, path, facts, event, actor, was)
        clocks = telling.moved(facts, event.received_at)
        if clocks is not None:
            await case_clocks.store_clocks(parsed.act.record.id, path, clocks)


def _gone(kind: CaseAct) -> Refuse | None:
    return refusal("case_use_intake") if kind in SUPERSEDED else None


def _paper_objection(
    state: Present, kind: CaseAct, content: Any, actor: Actor, *, borne: bool
) -> Refuse | None:
    declared = ACTS[kind]
    if declared.signs:
        paper = state.facts.papers.get(content.document_id)
        replaces = paper.replaces if paper else None
        return sign_objection(state, content.form, content.form_version, replaces, actor)
    needs_head, effect = declared.needs_head, declared.effect
    if borne and effect is not None and effect.read is not None:
        return None  # a head signed the order that these minutes carry out
    if needs_head is None or not needs_head(content, state.facts, actor.officer_id):
        return None
    return None if authority.heads(state.path, actor) else refusal("case_needs_authority")


def sign_objection(
    state: Present, form: str, version: int, replaces: UUID | None, actor: Actor
) -> Refuse | None:
    """Return why the officer may not issue a paper of this form in the case, or None.

    `replaces` is the decision that the paper is about.
    """
    try:
        issuer = forms.load(form, version).get("x-issuer", "unit")
    except forms.FormUnknown:
        return refusal("case_paper_form")
    standing = authority.standing(state.facts, form, replaces, actor)
    fine = authority.may_sign(state.path, form, issuer, actor, **standing)
    return None if fine else refusal("case_needs_authority")


async def issue_objection(
    case_id: UUID,
    document_id: UUID,
    actor: Actor,
    before: predecessors.Signed | None = None,
    despite: str | None = None,
) -> Refuse | None:
    """Return what speaks against issuing a paper now, or None; the case is locked from here on.

    Asked before a number is taken, so that no number is spent on a paper that the one door then
    refuses. `before` says by whom and when the paper was signed, if a restore lost it and it is
    entered again. `despite` is the signer's reason to go on after a legal warning. The lock lasts
    until the transaction ends.
    """
    row = await queries.lock(case_id)
    facts = await events.facts_of(case_id) if row else None
    if row is None or facts is None:
        return refusal("case_unknown")
    state = Present(facts, row.path)
    paper = facts.papers.get(document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    works = any(one.officer_id == actor.officer_id for one in facts.officers)
    if why := authority.objection(state.path, works, CaseAct.DOCUMENT_ISSUED, actor):
        return why
    if rules.step(facts.state, CaseAct.DOCUMENT_ISSUED).effect is not Effect.TAKES:
        return not_now(facts.state)
    unfit = internal.objection(facts, paper) or document_guards.change_fault(facts, paper)
    unfit = unfit or second.objection(facts, paper)
    if await against_papers.outdated(paper.form, paper.form_version, clock.now()):
        return refusal("case_paper_outdated", form=paper.form)
    named = DocumentFinalised(document_id=paper.id, fields_hash=paper.fields_hash)
    who = violators.meant(named, facts)
    on_site = await against_papers.minutes_on_site(facts, who)
    unfit = unfit or second.minutes_objection(facts, paper.form, paper.id, on_site)
    signs = sign_objection(state, paper.form, paper.form_version, paper.replaces, actor)
    if why := unfit or signs:
        return why
    signed = before or predecessors.Signed(actor.officer_id, clock.today())
    if why := await predecessors.fault(state.path, signed, actor):
        return why
    changed = document_guards.changed_by(facts, paper)
    return await competence.signing_fault(
        case_id,
        state.path,
        paper,
        signed.officer_id,
        signed.day,
        changed=changed,
        facts=facts,
        despite=despite,
    )


def _signed_change(facts: Facts | None, parsed: ParsedAct, actor: Actor) -> bool:
    content = parsed.content
    by = getattr(content, "by", None)
    by = by if isinstance(by, UUID) else getattr(content, "document_id", None)
    paper = facts.papers.get(by) if facts and by else None
    return paper is not None and paper.issued_by == actor.officer_id


def _works_on(facts: Facts | None, parsed: ParsedAct, actor: Actor) -> bool:
    opening = getattr(parsed.content, "opening", None)
    named = facts.officers if facts else (opening.officers if opening else [])
    return any(one.officer_id == actor.officer_id for one in named)


async def _mends(kind: CaseAct, parsed: ParsedAct, actor: Actor) -> bool:
    """Tell whether the officer mends a paper that came back to a colleague for whom they stand in."""
    if kind not in authority.MENDS:
        return False
    lent = await standing.lent(actor, parsed.act.record.id)
    document_id = getattr(parsed.content, "document_id", None)
    return lent is not None and document_id in lent.to_mend


async def _path_to_be(parsed: ParsedAct, actor: Actor) -> UnitPath | None:
    """Return the unit of a case to be opened, if it is in force and in the actor's sight."""
    opening = getattr(parsed.content, "opening", None)
    found = await units.standing(opening.unit_id) if opening else None
    if found is None or not found[1] or not scope.covers(actor, found[0]):
        return None
    return found[0]


async def _beside(
    case_id: UUID, facts: Facts | None, kind: CaseAct, content: Any, actor: Actor
) -> Refuse | None:
    """Return what other cases and the register of numbers say against an act.

    Its goods, paper, decision or receipt may be in another case already, or no restore may have
    lost what it enters again.
    """
    return (
        await again.objection(facts, content)
        or await own_ids.objection(case_id, kind, content)
        or await elsewhere.objection(case_id, facts, content, actor)
        or await receipts.objection(case_id, content, actor)
        or await unheard.objection(case_id, facts, content)
    )
