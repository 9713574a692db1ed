"""The record handler of submissions: judges by who holds the open step and by what is there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.approvals import claims
from backend.approvals.claims import Duty
from backend.approvals.queries import submissions as queries
from backend.approvals.rules import again, folding, guards, keys
from backend.approvals.rules.facts import Submission
from backend.approvals.rules.keys import Claims
from backend.approvals.submissions import events, notifying, subjects
from backend.approvals.submissions.subjects import Look
from backend.approvals.texts.refusals import refusal
from backend.core import clock, remembering, scope
from backend.core.actors import Actor, UnitPath
from backend.documents.scans import ZIP
from backend.force.queries import scans as scan_queries
from backend.law.deadlines import service as deadlines
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.approvals.submissions import HandedOn, OutsideAnswered, SentOutside, SubmissionMade
from schemas.approvals.words import StepKind, SubmissionAct
from schemas.core.vocabulary import Role
from schemas.ledger.acts import Act


@dataclass
class Present:
    """A submission as `ledger.record` finds it: its facts and the unit's path; its row is locked."""

    facts: Submission
    path: UnitPath


@dataclass(frozen=True)
class Judged:
    """What an act was judged by, and what its rows and notices are made from: the unit and the subject as it is."""

    path: UnitPath
    look: Look | None


@remembering.once
async def hold(submission_id: UUID) -> Present | None:
    """Lock the row and fold the acts, once until something is written; None if there is no such submission."""
    if await queries.lock(submission_id) is None:
        return None
    found = await events.facts_to_fold_on(submission_id)
    if found is None:
        raise RuntimeError("a submission's row without acts")
    return Present(*found)


class SubmissionRecordHandler:
    """How submissions are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(SubmissionAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> Present | None:
        """Lock the row and fold the acts; None if there is no such submission."""
        return await hold(act.record.id)

    async def judge(
        self, state: Present | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act: who may, whether the step is open, whether the content is what was seen."""
        del (
            doubt
        )  # no act of a submission comes from a device: a phone's rulings are of its inspection
        if actor.face == "phone":
            return refusal("not_from_phone")
        content: Any = parsed.content
        if isinstance(content, SubmissionMade):
            return await _judge_made(state, content, actor)
        if state is None:
            return refusal("unknown")
        look = await subjects.look(state.facts.subject, actor)
        context = await context_of(state.facts, state.path, actor, look, content)
        kind = SubmissionAct(parsed.act.type)
        why = guards.fault(kind, content, state.facts, context)
        if why is None and kind is SubmissionAct.REOPENED:
            subject = state.facts.subject  # it may have been submitted anew meanwhile
            alive = await queries.alive_for(subject.record_id, subject.item_id, subject.kind)
            why = "already_waiting" if alive else None
        return refusal(why) if why else Accept(note=Judged(state.path, look))

    async def apply(
        self,
        state: Present | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Fold the act, write what the tables say, tell whom it waits for."""
        if isinstance(judgement, Hold):
            raise TypeError("nothing of a submission is held")
        event = events.of_act(parsed, entry)
        before = notifying.waited(state.facts) if state else frozenset()
        facts = folding.take(
            parsed.act.record.id, state.facts if state else None, event, deadlines.calendar()
        )
        judged: Judged = judgement.note
        await queries.write(facts, judged.path)
        await notifying.tell(before, facts, event, actor, judged.look)
        if isinstance(event.content, SubmissionMade):
            same = await _refused_before(event.content)
            await notifying.tell_again(same, facts, judged.path, actor)


async def _judge_made(state: Present | None, content: SubmissionMade, actor: Actor) -> Judgement:
    if state is not None:
        return refusal("already_waiting")
    look = await subjects.look(content.subject, actor)
    if look is None:
        return refusal("subject_gone")
    if not look.ready:
        return refusal("subject_not_ready")
    if actor.face != "job" and not look.works_on:
        return refusal("not_worker")
    if (content.shown, content.material) != (look.shown, look.material):
        return refusal("changed_since")
    subject = content.subject
    if await queries.alive_for(subject.record_id, subject.item_id, subject.kind):
        return refusal("already_waiting")
    same = await _refused_before(content)
    if actor.face != "job" and again.needs_reason(same, content.note):
        return refusal("refused_unchanged", least=again.LEAST)
    return Accept(note=Judged(look.path, look))


async def _refused_before(content: SubmissionMade) -> list[Submission]:
    subject = content.subject
    return await events.refused_before(
        subject.record_id, subject.kind, content.form, content.material
    )


async def context_of(
    facts: Submission,
    path: UnitPath,
    actor: Actor,
    look: Look | None,
    content: Any = None,
    duty: Duty | None = None,
) -> guards.Context:
    """Return what the guards ask besides the submission's own acts."""
    covers = actor.has(Role.SUPERVISOR) and scope.covers(actor, path)
    known, scan_known, package_known = True, True, True
    if isinstance(content, HandedOn) and not content.up:
        known = await _can_answer(facts, content, path)
    elif isinstance(content, OutsideAnswered):
        named = await scan_queries.named(content.scan_id, facts.id)
        scan_known = named is not None and named.media_type != ZIP
    elif isinstance(content, SentOutside) and content.package is not None:
        sent = await scan_queries.same(facts.id, content.package)
        package_known = sent is not None and sent.media_type == ZIP
    duty = duty or await duty_of(facts, actor.officer_id)
    own = duty.claims(actor.officer_id)
    return guards.Context(
        officer_id=actor.officer_id,
        now=clock.now(),
        claims=own,
        by_the_system=actor.face == "job",
        covers=covers,
        level=actor.unit.level,
        path=path,
        heads=any(keys.head(unit_id) in own.own for unit_id in path.as_tuple() if unit_id),
        legal=actor.has(Role.LEGAL) and scope.covers(actor, path),
        clerk=actor.has(Role.CLERK) and scope.covers(actor, path),
        works_on=look is not None and look.works_on,
        shown=look.shown if look else None,
        scan_known=scan_known,
        package_known=package_known,
        target_known=known,
    )


async def duty_of(facts: Submission, officer_id: UUID) -> Duty:
    """Return who answers today to the steps that are open, and to what this officer does."""
    wanted = [key for step in facts.steps if step.open for key in step.keys]
    return await claims.duty(wanted, officer_id)


async def _can_answer(facts: Submission, content: HandedOn, path: UnitPath) -> bool:
    """Tell whether somebody to whom a step is handed on can answer it.

    It stays in the unit and those above it: who answers also reads. A signature is handed to an office
    with the power that it needs, or to who holds that very power by a delegation; a step of a role to
    that role, a head's decision to a head, and nothing to an auditor.
    """
    step = facts.step(content.step)
    holders = [
        one
        for one in await claims.holders(list(content.to))
        if not {one.unit_id, *one.title_units}.isdisjoint(path.as_tuple())
    ]
    if step is None or step.kind is not StepKind.SIGN:
        barred = {*facts.drafters, facts.submitted_by}
        able = [one for one in holders if step is None or keys.takes(step, one.roles)]
        return any(one.officer_id not in barred for one in able)
    for one in holders:
        if keys.may_sign(await claims.for_a_signature(one), step, path, facts.subject):
            return True
    return False


def is_holder(facts: Submission, own: Claims) -> bool:
    """Tell whether an officer may read a submission because a step waits, or waited, for them."""
    mine = any(own.basis(step) for step in facts.steps)
    answered: set[UUID | None] = {
        one.officer_id for step in facts.steps for one in (step.answer, *step.former) if one
    }
    return mine or own.officer_id in answered
