"""A submission as a reader sees it: its steps with names, its note, remarks and acts.

    panel = await reading.panel(submission_id, actor)

Names are looked up at each reading: who holds an office is asked today.
"""

from collections.abc import Container
from datetime import datetime
from uuid import UUID

import msgspec

from backend.approvals import claims
from backend.approvals.queries import absences as absence_queries
from backend.approvals.queries import people
from backend.approvals.queries import submissions as queries
from backend.approvals.reading import noticed, permitted
from backend.approvals.rules import checksheets, guards, keys, terms
from backend.approvals.rules.facts import Answer, Event, Remark, Step
from backend.approvals.submissions import events, service
from backend.approvals.submissions.service import Found
from backend.approvals.texts import steps as texts
from backend.approvals.texts.offices import office_words
from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.force.delegations import service as delegations
from backend.force.queries import officer_names
from backend.force.units import service as units
from schemas.approvals.submissions import OutsideAnswered, SentOutside
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


class SeenStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step as a page shows it."""

    number: int
    kind: StepKind
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
    current: bool
    mine: bool
    """This reader may answer it now."""
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
    early: list[int]
    """Those of them whose time is not over: passing these on needs a reason."""


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
    happened = [events.of_row(row) for row in await queries.list_acts(submission_id)]
    names = await officer_names.of(_people(found, happened))
    steps = [await _step(one, found, names) for one in facts.steps]
    return Panel(
        found=found,
        steps=steps,
        submitted_by=names.get(facts.submitted_by, "–"),
        drafters=[names.get(one, "–") for one in facts.drafters],
        remarks=[_remark(one, found, names) for one in reversed(facts.remarks)],
        refused_by=names.get(facts.refused_by) if facts.refused_by else None,
        timeline=[await _happened(one, steps, names) for one in happened],
        permitted=permitted.operations(found),
        sheet=checksheets.of(facts.subject.kind),
    )


async def opened(submission_id: UUID, actor: Actor, address: str | None) -> Panel:
    """Return panel() for a person to read, and log the access. Raises NotFound."""
    found = await panel(submission_id, actor)
    await access_log.record(actor, "submission.page", submission_id, address=address)
    return found


async def of_subject(submission_id: UUID | None, actor: Actor) -> Panel | None:
    """Return panel(), or None where there is no submission or it is out of this reader's sight."""
    if submission_id is None:
        return None
    try:
        return await panel(submission_id, actor)
    except NotFound:
        return None


async def colleagues(submission_id: UUID, actor: Actor) -> list[Colleague]:
    """List to whom a step can be handed on: who serves in the unit or above, but did not draft it.

    Raises NotFound.
    """
    found = await service.find(submission_id, actor)
    wanted = [one for one in found.path.as_tuple() if one is not None]
    barred = {*found.facts.drafters, found.facts.submitted_by, actor.officer_id}
    return [
        Colleague(id=one.officer_id, name=one.full_name, title=one.titles[0] if one.titles else "")
        for one in await people.serving_in(wanted, clock.today())
        if one.officer_id not in barred
    ]


def _people(found: Found, happened: list[Event]) -> set[UUID | None]:
    facts = found.facts
    answers = [one for step in facts.steps for one in (step.answer, *step.former) if one]
    return {
        facts.submitted_by,
        facts.refused_by,
        *facts.drafters,
        *(one.officer_id for one in answers),
        *(one.officer_id for one in facts.remarks),
        *(one.officer_id for one in happened),
    }


async def _step(step: Step, found: Found, names: dict[UUID, str]) -> SeenStep:
    facts, now = found.facts, clock.now()
    holders = await claims.holders(step.keys) if step.open else []
    without = guards.skipped(facts, step)
    waits = facts.state is SubmissionState.WAITING and facts.current is step
    early = [one for one in without if not terms.may_pass(facts.steps[one - 1], facts, now)]
    ids = [one.officer_id for one in holders]
    others = await _others(step, ids)
    return SeenStep(
        number=step.number,
        kind=step.kind,
        offices=[
            await _office(key, step.made.who.title)
            for key in step.keys
            if not key.startswith("power:")
        ],
        names=[one.full_name for one in holders],
        others=others,
        away=await _away(step, ids, others),
        noticed=await noticed.of_step(facts, step) if waits else [],
        began_at=step.began_at,
        due_at=step.due_at,
        overdue=step.open and step.due_at is not None and step.due_at <= now,
        answer=_answer(step.answer, names) if step.answer else None,
        former=[_answer(one, names) for one in step.former],
        current=waits,
        mine=any(one is step for one, _ in found.mine),
        without=without,
        body=step.made.who.body,
        sent=step.sent,
        answered=step.answered,
        stale=step.sent is not None and step.open and step.sent_material != facts.material,
        early=early,
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
            holders = await claims.holders(step.keys)
            return Waits(
                step=texts.KINDS[step.kind],
                offices=[await _office(key, step.made.who.title) for key in held],
                names=[
                    one.full_name
                    for one in holders
                    if step.kind is StepKind.SIGN or one.officer_id not in barred
                ],
                since=step.began_at,
                due_at=step.due_at,
            )
    return None


async def _away(step: Step, holders: list[UUID], others: list[Stand]) -> list[str]:
    """Return the holders of a signature who are away, if no delegation lets another sign (Law Art 54)."""
    if not step.open or step.kind not in keys.BOUND or others:
        return []
    today = clock.today()
    away = {one.officer_id for one in await absence_queries.in_force(today, today)}
    found = [one for one in holders if one in away]
    names = await officer_names.of(found)
    return [names[one] for one in found] if len(found) == len(holders) else []


async def _others(step: Step, holders: list[UUID]) -> list[Stand]:
    """Return who answers for the holders: by a delegation, or while they are away."""
    if not step.open:
        return []
    today, found = clock.today(), []
    for key in step.keys:
        if key.startswith("power:"):
            kind, unit_id, *case = key.split(":")[1:]
            found += [
                Stand(name=one.receiver, of=one.giver, delegated=True)
                for one in await delegations.holders(kind, UUID(unit_id), today)
                if one.case_id == (UUID(case[0]) if case else None)
            ]
    if step.kind in keys.BOUND:
        return found
    away = [
        one for one in await absence_queries.in_force(today, today) if one.officer_id in holders
    ]
    names = await officer_names.of({one.stand_in_id for one in away} | set(holders))
    return found + [
        Stand(name=names[one.stand_in_id], of=names[one.officer_id], delegated=False)
        for one in away
    ]


async def _office(key: str, title: str | None = None) -> Text:
    kind, *rest = key.split(":")
    if kind == "officer":
        name = await claims.name_of(UUID(rest[0]))
        return Text(vi=name, en=name)
    unit = await units.name_of(UUID(rest[-1]))
    return office_words(kind, title if kind == "title" and title else rest[0], unit)


def _answer(one: Answer, names: dict[UUID, str]) -> SeenAnswer:
    name = names.get(one.officer_id, "–") if one.officer_id else None
    return SeenAnswer(
        outcome=one.outcome,
        name=one.signer or name,
        entered_by=name if one.signer else None,
        at=one.at,
        text=one.text,
        checks=[(check.question, check.ok, check.note) for check in one.checks],
        voided_at=one.voided_at,
    )


def _remark(one: Remark, found: Found, names: dict[UUID, str]) -> SeenRemark:
    return SeenRemark(
        name=names.get(one.officer_id, "–"),
        at=one.at,
        supplement=one.supplement,
        comments=[(comment.at, comment.text) for comment in one.comments],
        open=one is found.facts.remark,
    )


async def _happened(one: Event, steps: list[SeenStep], names: dict[UUID, str]) -> Happened:
    content = one.content
    number = getattr(content, "step", None)
    fields = ("note", "text", "reason", "why")
    return Happened(
        type=one.type,
        at=one.at,
        name=names.get(one.officer_id, "–"),
        step=steps[number - 1] if number and number <= len(steps) else None,
        text=next((said for name in fields if (said := getattr(content, name, ""))), ""),
        favour=getattr(content, "favour", None),
        to=[
            await _office(key) for key in getattr(content, "to", []) if not key.startswith("power:")
        ]
        if one.type is SubmissionAct.HANDED_ON
        else [],
    )


async def name_of(officer_id: UUID) -> str:
    """Return an officer's name, also of one who left."""
    return await claims.name_of(officer_id)


async def username_of(officer_id: UUID) -> str:
    """Return an officer's username, to fill a form with; empty if there is none."""
    return await people.username_of(officer_id) or ""
