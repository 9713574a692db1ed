"""The job that looks after open steps: passes silent advice on, and finds somebody where nobody is.

Every worker runs it, as often as it likes: what it records is judged by the one door like any act,
so two workers at once record it once.
"""

from datetime import timedelta
from uuid import UUID

from backend.approvals import claims
from backend.approvals.queries import submissions as queries
from backend.approvals.rules import keys, terms
from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import events, reminding
from backend.approvals.submissions.service import record_as_system
from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.core.database import transaction
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from schemas.approvals import submissions as acts
from schemas.approvals.words import StepKind, SubmissionState

EVERY = timedelta(minutes=1)
"""How often each worker looks."""
_PORTION = 100
UP = (
    "Ở vị trí mà bước này chờ không còn ai trả lời được. / "
    "Nobody in the office that this step waited for can answer it."
)
"""The reason of a step that goes on by itself, in the record."""


async def pass_on() -> int:
    """Pass on advice whose time is over, and steps that nobody holds; return how many acts were made."""
    made = await _over() + await _held_by_nobody()
    await reminding.remind()
    return made


async def _over() -> int:
    """Pass on silent advice, one submission a transaction."""
    made, after = 0, None
    while True:
        now = clock.now()
        async with transaction():
            found = await queries.to_look_at(now, now + terms.NEAR, after, _PORTION)
        for submission_id in found:
            made += await _pass_one(submission_id)
        if len(found) < _PORTION:
            return made
        after = found[-1]


async def _pass_one(submission_id: UUID) -> int:
    made = 0
    async with transaction():
        facts = await _locked(submission_id)
        while facts is not None and facts.state is SubmissionState.WAITING:
            step = facts.current
            if step is None or not terms.passes(step, facts, clock.now()):
                break
            over = step.due_at is not None and step.due_at <= clock.now()
            content = acts.PassedOn(step=step.number, limit=not over)
            await record_as_system(submission_id, content, await _system(facts))
            made += 1
            facts = await events.facts_of(submission_id)
    return made


async def _held_by_nobody() -> int:
    """Hand on steps that nobody can answer: nobody holds the office, or only who drafted it does.

    Each distinct set of keys is looked up once a run: there are as many as units, not submissions.
    """
    made, after = 0, None
    there: dict[tuple[str, ...], frozenset[UUID]] = {}
    while True:
        async with transaction():
            found = await queries.waiting_keys(after, _PORTION)
            for one in found:
                if (which := tuple(one.keys)) not in there:
                    held = await claims.holders(one.keys)
                    there[which] = frozenset(each.officer_id for each in held)
        for one in found:
            barred = _barred(one.kind, one.drafters, one.submitted_by)
            if there[tuple(one.keys)] <= barred:
                made += await _hand_up(one.submission_id, one.step)
        if len(found) < _PORTION:
            return made
        after = found[-1].submission_id, found[-1].step


def _barred(kind: str, drafters: list[UUID], submitted_by: UUID) -> set[UUID]:
    """Return who answers no step of this kind, because it is their own work (practice B6)."""
    free = (StepKind.SIGN, StepKind.OUTSIDE)
    return set() if kind in free else {*drafters, submitted_by}


async def _hand_up(submission_id: UUID, number: int) -> int:
    async with transaction():
        facts = await _locked(submission_id)
        row = await queries.find(submission_id)
        step = facts.step(number) if facts else None
        if facts is None or row is None or step is None or not step.open:
            return 0
        barred = _barred(step.kind, facts.drafters, facts.submitted_by)
        levels = keys.of(step.made.who, row.path, facts.subject)
        levels += _levels_above(facts, step.keys, row.path)
        level, holders = await claims.first_held(levels, barred)
        if not holders or set(level) == set(step.keys):
            return 0
        content = acts.HandedOn(step=number, to=level, reason=UP, up=True)
        await record_as_system(submission_id, content, await _system(facts))
        return 1


def _levels_above(facts: Submission, held: list[str], path: UnitPath) -> list[list[str]]:
    found = keys.up_from(held, path, facts.subject)
    return found or [keys.of_head(path.unit_1, facts.subject)]


async def _locked(submission_id: UUID) -> Submission | None:
    if await queries.lock(submission_id) is None:
        return None
    return await events.facts_of(submission_id)


async def _system(facts: Submission) -> Actor:
    """Return the system, in the name of who submitted it: time has no name of its own."""
    return actor_of(await sessions.get_actor(facts.submitted_by), "job")
