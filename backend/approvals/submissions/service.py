"""Submissions: made, answered, and kept in step with the records that they carry.

    outcome = await submissions.submit(subject, note, actor)        # a drafter, at the desk
    outcome = await submissions.answer(submission_id, content, actor)  # who holds the open step
    await submissions.completed(subject, ..., actor)                # the paper was signed

Every function runs in the caller's transaction. Those that other groups call when something
happened in their record (changed, recalled, completed, ended) do nothing where there is no
submission: records begun before finish without a route.
"""

from collections.abc import Collection
from uuid import UUID

import msgspec

from backend.approvals import claims
from backend.approvals.queries import routes as route_queries
from backend.approvals.queries import submissions as queries
from backend.approvals.rules import guards, routes, rulings
from backend.approvals.rules import keys as step_keys
from backend.approvals.rules.facts import Step, Submission
from backend.approvals.submissions import events, subjects
from backend.approvals.submissions.finding import Found as Found
from backend.approvals.submissions.finding import find as find
from backend.approvals.submissions.finding import held as held
from backend.approvals.submissions.finding import require_sight as require_sight
from backend.approvals.submissions.handler import context_of
from backend.approvals.submissions.subjects import Look
from backend.approvals.texts.refusals import refusal
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import RefusedAct
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import MadeStep, RouteRef, RouteStep, Submitted, Term, Who
from schemas.approvals.words import By, StepKind, SubmissionAct, SubmittedKind
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind

TYPES: dict[type[Wire], SubmissionAct] = {
    kind: SubmissionAct(name) for name, kind in acts.SUBMISSION_CONTENTS.items()
}
DEFAULT_TERM = Term(working_days=1)
"""The term of the single step where no route is published."""


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """By which route something would go, and who each step would wait for."""

    route: RouteRef | None
    route_name: str | None
    steps: list[MadeStep]
    names: list[list[str]]
    """Who holds each step now, by name."""


def as_system(actor: Actor) -> Actor:
    """Return the officer as an actor of the system: what the officer's own act brought about."""
    return msgspec.structs.replace(actor, face="job", device_id=None, device_public_key=None)


async def plan(subject: Submitted, look: Look, barred: set[UUID]) -> Planned:
    """Return by which steps a subject would go now. `barred`: who drafted and submits it."""
    units = [one for one in look.path.as_tuple() if one is not None]
    known = await route_queries.in_force(subject.kind, units, clock.today())
    chosen = routes.choose(
        known, units, form=look.form, field=look.field, amount_vnd=look.amount_vnd
    )
    if chosen is None:
        who = Who(by=By.HEAD, up=look.signer_up)
        wanted = [RouteStep(kind=look.decides, who=who, term=look.term or DEFAULT_TERM)]
    else:
        wanted = chosen.content.steps
    asked = []
    async with at_once() as ask:
        for step in wanted:
            kept = set() if step.kind is StepKind.SIGN else barred
            up = max(step.who.up, look.signer_up) if _decides(step) else step.who.up
            who = msgspec.structs.replace(step.who, up=up)
            levels = look.waits_for if chosen is None and look.waits_for else []
            levels = levels or step_keys.of(who, look.path, subject)
            asked.append((step, who, ask(claims.first_held(levels, kept))))
    steps: list[MadeStep] = []
    names: list[list[str]] = []
    for step, who, held_now in asked:
        keys, found = held_now.result()
        steps.append(MadeStep(kind=step.kind, who=who, term=step.term, keys=keys))
        names.append([one.full_name for one in found])
    ref = RouteRef(route_id=chosen.route_id, version=chosen.version) if chosen else None
    return Planned(
        route=ref,
        route_name=chosen.content.name if chosen else None,
        steps=steps,
        names=names,
    )


def _decides(step: RouteStep) -> bool:
    return step.kind is StepKind.SIGN and step.who.by is By.HEAD


async def submit(
    subject: Submitted, note: str, actor: Actor, *, by_the_system: bool = False
) -> tuple[UUID, Outcome]:
    """Submit something for approval, or submit it again after it came back.

    `by_the_system`: the act that made it ready is the submission, e.g. a file that a phone sends.
    Raises RefusedAct if the subject is gone.
    """
    look = await subjects.look(subject, actor)
    if look is None:
        raise refused("subject_gone")
    maker = as_system(actor) if by_the_system else actor
    alive = await queries.alive_for(subject.record_id, subject.item_id, subject.kind)
    if alive is not None and alive.state == "with_submitter":
        facts = await events.facts_of(alive.id)
        by_signer = facts is not None and await _signs(facts, actor)
        again = acts.SubmissionRenewed(
            shown=look.shown,
            material=look.material,
            note=note,
            title=look.title,
            amount_vnd=look.amount_vnd,
            due_at=look.due_at,
            due_rule=look.due_rule,
            drafters=_people(look, actor),
            by_signer=by_signer,
        )
        return alive.id, await _record(alive.id, again, maker)
    drafters = _people(look, actor)
    planned = await plan(subject, look, {*drafters, actor.officer_id})
    made = acts.SubmissionMade(
        subject=subject,
        title=look.title,
        form=look.form,
        form_version=look.form_version,
        amount_vnd=look.amount_vnd,
        field=look.field,
        route=planned.route,
        steps=planned.steps,
        shown=look.shown,
        material=look.material,
        note=note,
        due_at=look.due_at,
        due_rule=look.due_rule,
        drafters=drafters,
    )
    submission_id = new_id()
    return submission_id, await _record(submission_id, made, maker)


def _people(look: Look, actor: Actor) -> list[UUID]:
    return list(dict.fromkeys(look.drafters)) or [actor.officer_id]


async def answer(submission_id: UUID, content: Wire, actor: Actor) -> Outcome:
    """Record an answer or another act about a submission. Raises NotFound if it is out of sight."""
    await held(submission_id, actor)
    return await _record(submission_id, content, actor)


async def _record(submission_id: UUID, content: Wire, actor: Actor) -> Outcome:
    act = ledger.desk_act(
        RecordKind.SUBMISSION, submission_id, TYPES[type(content)], content, actor
    )
    return await ledger.record(act, actor)


async def record_as_system(submission_id: UUID, content: Wire, actor: Actor) -> None:
    """Record what time or another record brought about. Raises RefusedAct if the door refuses it."""
    ledger.unwrap(await _record(submission_id, content, as_system(actor)))


async def of_subject(subject: Submitted) -> UUID | None:
    """Return the newest submission of a subject, or None. The caller has checked scope on the record."""
    row = await queries.last_for(subject.record_id, subject.item_id, subject.kind)
    return row.id if row else None


async def was_refused(subject: Submitted, form: str | None, material: str) -> bool:
    """Tell whether somebody said no to the same content in this record before."""
    said = await events.refused_before(subject.record_id, subject.kind, form, material)
    return bool(said)


async def alive(subject: Submitted) -> Submission | None:
    """Return the submission of a subject that is not over, or None."""
    row = await queries.alive_for(subject.record_id, subject.item_id, subject.kind)
    return await events.facts_of(row.id) if row else None


async def alive_in(record_id: UUID) -> list[Submission]:
    """Return the submissions of a record that are not over, e.g. to end them with it."""
    found = [await events.facts_of(one.id) for one in await queries.alive_of(record_id)]
    return [one for one in found if one is not None]


async def changed(subject: Submitted, actor: Actor) -> None:
    """Tell the submission that its subject was changed by this officer while it waited."""
    facts = await alive(subject)
    look = await subjects.look(subject, actor) if facts else None
    if facts is None or look is None or look.shown == facts.shown:
        return
    content = acts.SubmissionChanged(
        shown=look.shown,
        material=look.material,
        by_signer=await _signs(facts, actor),
        title=look.title,
        amount_vnd=look.amount_vnd,
        drafters=_people(look, actor),
    )
    await record_as_system(facts.id, content, actor)


async def limits_moved(record_id: UUID, actor: Actor) -> None:
    """Tell the submissions of a record which legal limit they have now, after an act that may have moved it.

    A request to explain makes a month of seven working days (Law Art 66.1.b): no step passes on by the old limit.
    """
    for facts in await alive_in(record_id):
        look = await subjects.look(facts.subject, actor)
        if look is None or look.due_at is None:
            continue
        if (look.due_at, look.due_rule) == (facts.due_at, facts.due_rule):
            continue
        content = acts.SubmissionChanged(
            shown=facts.shown,
            material=facts.material,
            by_signer=False,
            title=facts.title,
            amount_vnd=facts.amount_vnd,
            drafters=facts.drafters,
            due_at=look.due_at,
            due_rule=look.due_rule,
        )
        await record_as_system(facts.id, content, actor)


async def recalled(subject: Submitted, actor: Actor) -> None:
    """Tell the submission that its subject was opened again to be changed."""
    facts = await alive(subject)
    if facts is None or facts.state != "waiting":
        return
    content = acts.Recalled(by_signer=await _signs(facts, actor))
    await record_as_system(facts.id, content, actor)


async def completed(
    subject: Submitted,
    actor: Actor,
    *,
    outcome: str,
    number: str | None = None,
    act_id: UUID | None = None,
    reason: str = "",
) -> None:
    """Tell the submission that its subject was signed, or ruled on, in its own record.

    Steps that had said nothing are named as passed on. It may be with its submitter: a head may rule
    on a file without the supplement that was asked for.
    """
    facts = await alive(subject)
    if facts is None:
        return
    deciding = facts.steps[-1]
    content = acts.Completed(
        shown=facts.shown,
        outcome=outcome,
        number=number,
        act_id=act_id,
        without=guards.skipped(facts, deciding),
        reason=reason,
    )
    await record_as_system(facts.id, content, actor)


async def ended(
    subject: Submitted, actor: Actor, why: str, told: Collection[UUID] = frozenset()
) -> None:
    """Tell the submission that its subject is gone. `told`: who hears of it from the record itself."""
    facts = await alive(subject)
    if facts is not None:
        content = acts.SubmissionEnded(why=why[:500], told=sorted(told))
        await record_as_system(facts.id, content, actor)


async def followed(subject: Submitted, content: Wire, actor: Actor) -> None:
    """Record in the submission an answer that was given in the subject's own record, e.g. by a phone.

    Nothing where there is none that waits.
    """
    facts = await alive(subject)
    if facts is not None and facts.state == "waiting":
        await record_as_system(facts.id, content, actor)


async def waits_for(subject: Submitted) -> list[Step]:
    """Return the steps before the last that decide and have no answer: no signature goes before these.

    Also while it is with its submitter: what was returned was not agreed to.
    """
    facts = await alive(subject)
    if facts is None:
        return []
    return rulings.decides_first(facts)


async def ruling_fault(record_id: UUID, kind: SubmittedKind, actor: Actor) -> str | None:
    """Return the code of a refusal if this officer's ruling in the record passes a step of another, or None."""
    for facts in await alive_in(record_id):
        story = await events.story_of(facts.id) if facts.subject.kind is kind else None
        if story is not None:
            context = await context_of(facts, story.path, actor, None)
            if why := rulings.ruling_fault(facts, context):
                return why
    return None


async def was_withdrawn(subject: Submitted) -> bool:
    """Tell whether the newest submission of a subject was taken back: nothing is signed around its steps."""
    row = await queries.last_for(subject.record_id, subject.item_id, subject.kind)
    return row is not None and row.state == "withdrawn"


async def require_steps(record_id: UUID, kind: SubmittedKind) -> None:
    """Raise RefusedAct if a ruling in the record itself would pass over a step that decides.

    Advice may be passed over with a reason; a decision of a route is never passed on.
    """
    for facts in await alive_in(record_id):
        if facts.subject.kind is kind and rulings.decides_first(facts):
            raise refused("step_first")


async def silent(subject: Submitted) -> list[int]:
    """Return the steps before the signature that have said nothing and still have time.

    Who signs without waiting for them gives a reason, which is listed (practice B6, B8).
    """
    facts = await alive(subject)
    if facts is None or facts.state != "waiting":
        return []
    return guards.early(facts, facts.steps[-1], clock.now())


async def _signs(facts: Submission, actor: Actor) -> bool:
    """Tell whether this officer holds the step that signs or decides."""
    mine = await claims.of(actor)
    last = facts.steps[-1]
    return mine.basis(last) is not None


def refused(code: str) -> RefusedAct:
    """Return a refusal of backend/approvals/texts/refusals.py, to raise."""
    why = refusal(code)
    return RefusedAct(code=why.code, text=why.text)
