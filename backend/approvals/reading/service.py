"""A submission as a reader sees it: its steps with names, its note, remarks and acts.

    panel = await reading.panel(submission_id, actor)

Names are looked up at each reading: who holds an office is asked today.
"""

from collections.abc import Container
from datetime import datetime
from uuid import UUID

import msgspec

from backend.approvals import claims
from backend.approvals.claims import Duty
from backend.approvals.publication import looking
from backend.approvals.queries import people
from backend.approvals.reading import noticed, permitted, receivers, shown_names
from backend.approvals.reading.answering import Asked as Asked
from backend.approvals.reading.answering import to_answer as to_answer
from backend.approvals.reading.shown_names import Names
from backend.approvals.rules import checksheets, guards, keys
from backend.approvals.rules.facts import Answer, Event, Remark, Step
from backend.approvals.rules.facts import Submission as Submission
from backend.approvals.submissions import events, service
from backend.approvals.submissions.service import Found
from backend.approvals.texts import steps as texts
from backend.core import access_log, clock, database
from backend.core.actors import Actor
from backend.core.errors import NotFound
from schemas.approvals.submissions import OutsideAnswered, SentOutside, Submitted
from schemas.approvals.words import (
    Outcome,
    StepKind,
    SubmissionAct,
    SubmissionState,
    SubmittedKind,
)
from schemas.core.problems import Text


class SeenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to a step, with the name of who gave it."""

    outcome: Outcome
    name: str | None
    """None if time passed the step on."""
    entered_by: str | None
    """Who entered it, if it was given outside the force; `name` is then its signer."""
    at: datetime
    text: str
    checks: list[tuple[str, bool | None, str]]
    """(question, answer, note); null: the question does not apply."""
    voided_at: datetime | None


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may answer beside the holder of the office."""

    name: str
    of: str
    delegated: bool
    """By a delegation; else while the holder is away."""


class SeenStep(Asked, frozen=True, kw_only=True):
    """One step as a page shows it."""

    offices: list[Text]
    names: list[str]
    """Who holds these offices today."""
    others: list[Stand]
    away: list[str]
    """Who holds the office of a signature and is away, where nobody has the powers meanwhile."""
    noticed: list[tuple[str, datetime]]
    """Who of them has seen the notice of it, and when (UTC); of the step that waits."""
    began_at: datetime | None
    due_at: datetime | None
    overdue: bool
    answer: SeenAnswer | None
    former: list[SeenAnswer]
    without: list[int]
    """Earlier steps that an answer to this one passes on."""
    body: str | None
    """The authority outside, as its route names it."""
    sent: SentOutside | None
    """The last letter to it."""
    answered: OutsideAnswered | None
    """Its last answer."""
    stale: bool
    """The content changed after it was sent."""


class SeenRemark(msgspec.Struct, frozen=True, kw_only=True):
    """A return or a request for a supplement."""

    name: str
    at: datetime
    supplement: bool
    comments: list[tuple[str, str]]
    """(place, text); the place is empty for the whole."""
    open: bool
    """It waits for the submitter's answer."""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """One act, for the timeline."""

    type: SubmissionAct
    at: datetime
    name: str
    step: SeenStep | None
    text: str
    """What its maker wrote with it."""
    favour: bool | None = None
    to: list[Text] = []
    by_limit: bool = False  # the legal limit brought it about: it was near, or it moved


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """A submission with everything that its panel and its page show."""

    found: Found
    steps: list[SeenStep]
    submitted_by: str
    drafters: list[str]
    remarks: list[SeenRemark]
    refused_by: str | None
    timeline: list[Happened]
    permitted: frozenset[str]
    """Of OPERATIONS."""
    sheet: checksheets.Sheet
    """The check-sheet in force for it."""

    @property
    def mine(self) -> SeenStep | None:
        """Return the step that this reader answers first."""
        return next((one for one in self.steps if one.mine), None)


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """The step that waits, for a record's own view. Times are UTC."""

    step: Text
    offices: list[Text]
    names: list[str]
    since: datetime
    due_at: datetime | None


class Colleague(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to whom a step can be handed on."""

    id: UUID
    name: str
    title: str


facts_of = events.facts_of
officer_key = keys.officer
CHECKS = texts.CHECKS
KINDS = texts.KINDS
SUBJECTS = texts.SUBJECTS
OUTCOMES = texts.OUTCOMES
STATES = texts.STATES

OPERATIONS = permitted.OPERATIONS


async def panel(submission_id: UUID, actor: Actor) -> Panel:
    """Return a submission as this reader sees it. Raises NotFound if it is out of sight."""
    found = await service.find(submission_id, actor)
    facts = found.facts
    async with database.at_once() as ask:
        named, who_saw = ask(_named(found)), ask(_noticed(found))
    names = named.result()
    steps = [_step(one, found, names, who_saw.result()) for one in facts.steps]
    return Panel(
        found=found,
        steps=steps,
        submitted_by=names.of(facts.submitted_by),
        drafters=[names.of(one) for one in facts.drafters],
        remarks=[_remark(one, found, names) for one in reversed(facts.remarks)],
        refused_by=names.of(facts.refused_by) if facts.refused_by else None,
        timeline=[_happened(one, steps, names) for one in found.events],
        permitted=permitted.operations(found),
        sheet=checksheets.of(facts.subject.kind),
    )


async def opened(seen: Panel, actor: Actor, address: str | None) -> None:
    """Log that a person reads a submission. In the transaction that read it, and last: nothing is remembered after."""
    await access_log.record(actor, "submission.page", seen.found.facts.id, address=address)


async def of_subject(submission_id: UUID | None, actor: Actor) -> Panel | None:
    """Return panel(), or None where there is no submission or it is out of this reader's sight."""
    if submission_id is None:
        return None
    try:
        return await panel(submission_id, actor)
    except NotFound:
        return None


async def colleagues(submission_id: UUID, actor: Actor) -> list[Colleague]:
    """List to whom the step that waits can be handed on. Raises NotFound."""
    found = await service.find(submission_id, actor)
    return [
        Colleague(id=one.officer_id, name=one.full_name, title=one.titles[0] if one.titles else "")
        for one in await receivers.of(found)
        if one.officer_id != actor.officer_id
    ]


async def _named(found: Found) -> Names:
    facts, duty = found.facts, found.duty
    answers = [one for step in facts.steps for one in (step.answer, *step.former) if one]
    known = {one.officer_id: one.full_name for one in duty.serving}
    moved = [one.content.to for one in found.events if one.type is SubmissionAct.HANDED_ON]
    return await shown_names.look_up(
        [key for held in (*(step.keys for step in facts.steps), *moved) for key in held],
        {
            facts.submitted_by,
            facts.refused_by,
            *facts.drafters,
            *(one.officer_id for one in answers),
            *(one.officer_id for one in facts.remarks),
            *(one.officer_id for one in found.events),
            *(one.stand_in_id for one in duty.away if one.officer_id in known),
        },
        known,
    )


async def _noticed(found: Found) -> list[tuple[str, datetime]]:
    """Return who has seen the notice of the step that waits."""
    facts, step = found.facts, found.facts.current
    if step is None or facts.state is not SubmissionState.WAITING:
        return []
    return await noticed.of_step(facts, step, found.duty)


def _step(step: Step, found: Found, names: Names, who_saw: list[tuple[str, datetime]]) -> SeenStep:
    facts, now = found.facts, clock.now()
    holders = found.duty.holders(step.keys) if step.open else []
    without = guards.skipped(facts, step)
    waits = facts.state is SubmissionState.WAITING and facts.current is step
    ids = [one.officer_id for one in holders]
    others = _others(step, ids, found.duty, names)
    mine = any(one is step for one, _ in found.mine)
    return SeenStep(
        number=step.number,
        kind=step.kind,
        offices=[
            names.office(key, step.made.who.title)
            for key in step.keys
            if not key.startswith("power:")
        ],
        names=[one.full_name for one in holders],
        others=others,
        # who reads a step of one's own is here, whatever was recorded
        away=[] if mine else _away(step, ids, others, found.duty, names),
        noticed=who_saw if waits else [],
        began_at=step.began_at,
        due_at=step.due_at,
        overdue=step.open and step.due_at is not None and step.due_at <= now,
        answer=_answer(step.answer, names) if step.answer else None,
        former=[_answer(one, names) for one in step.former],
        current=waits,
        mine=mine,
        without=without,
        body=step.made.who.body,
        sent=step.sent,
        answered=step.answered,
        stale=step.sent is not None and step.open and step.sent_material != facts.material,
        early=guards.early(facts, step, now),
    )


async def waits_now(record_id: UUID, kinds: Container[SubmittedKind]) -> Waits | None:
    """Return whom a record's submission of these kinds waits for, or None.

    The caller has checked that the reader may see the record.
    """
    for facts in await service.alive_in(record_id):
        step = facts.current
        if facts.subject.kind not in kinds or facts.state is not SubmissionState.WAITING:
            continue
        if step is not None and step.began_at is not None:
            barred = {*facts.drafters, facts.submitted_by}
            held = [key for key in step.keys if not key.startswith("power:")]
            async with database.at_once() as ask:
                holding, naming = ask(claims.holders(step.keys)), ask(shown_names.look_up(held))
            holders, names = holding.result(), naming.result()
            return Waits(
                step=texts.asked(step.kind, facts.subject.kind),
                offices=[names.office(key, step.made.who.title) for key in held],
                names=[
                    one.full_name
                    for one in holders
                    if step.kind is StepKind.SIGN or one.officer_id not in barred
                ],
                since=step.began_at,
                due_at=step.due_at,
            )
    return None


def _away(
    step: Step, holders: list[UUID], others: list[Stand], duty: Duty, names: Names
) -> list[str]:
    """Return the holders of a signature who are away, if no delegation lets another sign (Law Art 54)."""
    if not step.open or step.kind not in keys.BOUND or others:
        return []
    away = {one.officer_id for one in duty.away}
    found = [one for one in holders if one in away]
    return [names.of(one) for one in found] if len(found) == len(holders) else []


def _others(step: Step, holders: list[UUID], duty: Duty, names: Names) -> list[Stand]:
    """Return who answers for the holders: by a delegation, or while they are away."""
    if not step.open:
        return []
    found = [
        Stand(name=one.receiver, of=one.giver, delegated=True)
        for key in step.keys
        for one in duty.deputies(key)
    ]
    if step.kind in keys.BOUND:
        return found
    return found + [
        Stand(name=names.of(one.stand_in_id), of=names.of(one.officer_id), delegated=False)
        for one in duty.away
        if one.officer_id in holders
    ]


def _answer(one: Answer, names: Names) -> SeenAnswer:
    name = names.of(one.officer_id) if one.officer_id else None
    return SeenAnswer(
        outcome=one.outcome,
        name=one.signer or name,
        entered_by=name if one.signer else None,
        at=one.at,
        text=one.text,
        checks=[(check.question, check.ok, check.note) for check in one.checks],
        voided_at=one.voided_at,
    )


def _remark(one: Remark, found: Found, names: Names) -> SeenRemark:
    return SeenRemark(
        name=names.of(one.officer_id),
        at=one.at,
        supplement=one.supplement,
        comments=[(comment.at, comment.text) for comment in one.comments],
        open=one is found.facts.remark,
    )


def _happened(one: Event, steps: list[SeenStep], names: Names) -> Happened:
    content = one.content
    number = getattr(content, "step", None)
    said = (getattr(content, name, "") for name in ("note", "text", "reason", "why"))
    return Happened(
        type=one.type,
        at=one.at,
        name=names.of(one.officer_id),
        step=steps[number - 1] if number and number <= len(steps) else None,
        text=next(filter(None, said), ""),
        favour=getattr(content, "favour", None),
        to=[names.office(key) for key in getattr(content, "to", []) if not key.startswith("power:")]
        if one.type is SubmissionAct.HANDED_ON
        else [],
        by_limit=bool(getattr(content, "limit", None) or getattr(content, "moves_limit", None)),
    )


async def name_of(officer_id: UUID) -> str:
    """Return an officer's name, also of one who left."""
    return await claims.name_of(officer_id)


async def username_of(officer_id: UUID) -> str:
    """Return an officer's username, to fill a form with; empty if there is none."""
    return await people.username_of(officer_id) or ""


async def proposed(subject: Submitted) -> looking.Waiting | None:
    """Return the proposal to change the catalogue that is submitted; None once it was answered."""
    return await looking.waiting(subject)
