"""The record handler of absences: recorded, and ended early."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from backend.approvals import claims
from backend.approvals.queries import absences as queries
from backend.approvals.queries import people
from backend.approvals.queries.absences import AbsenceState
from backend.approvals.rules import absences as rules
from backend.approvals.rules import keys
from backend.approvals.rules.keys import Away
from backend.approvals.texts.refusals import refusal
from backend.core import clock, scope
from backend.core.actors import Actor, UnitPath
from backend.force.accounts import service as accounts
from backend.force.notices import telling
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.approvals.absences import AbsenceEnded, AbsenceRecorded
from schemas.approvals.words import AbsenceAct
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.ledger.acts import Act

_MOST = {"absence_long": {"most": rules.MOST_DAYS}, "absence_far": {"most": rules.MOST_AHEAD}}


class AbsenceRecordHandler:
    """How absences are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(AbsenceAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> AbsenceState | None:
        """Lock the row and return it; None if there is none."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: AbsenceState | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act: who enters it, that both are there, and that nobody stands in for himself."""
        del doubt
        if actor.face != "desk":
            return refusal("not_from_phone")
        content: Any = parsed.content
        today = clock.today()
        about = state.officer_id if state else getattr(content, "officer_id", None)
        if about != actor.officer_id and await accounts.has_emergency_access(actor):
            return refusal(
                "absence_not_yours"
            )  # some hours of a head's rights give nobody weeks of them
        if isinstance(content, AbsenceEnded):
            if state is None:
                return refusal("absence_unknown")
            if not may_enter(actor, state.officer_id, state.path):
                return refusal("absence_not_yours")
            return _judge_end(state, content, today)
        if state is not None:
            return refusal("absence_over")
        return await _judge_new(content, actor, today)

    async def apply(
        self,
        state: AbsenceState | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the absence, or its end."""
        content: Any = parsed.content
        await _tell(parsed.act.record.id, state, content, actor)
        if isinstance(content, AbsenceRecorded):
            path: UnitPath = judgement.note  # type: ignore[union-attr]  # nothing of it is held
            await queries.insert(
                parsed.act.record.id,
                content.officer_id,
                content.stand_in_id,
                content.first_day,
                content.last_day,
                content.reason,
                actor.officer_id,
                entry.received_at,
                path,
            )
        else:
            await queries.end(
                parsed.act.record.id, content.first_day_back, actor.officer_id, content.reason
            )


def may_enter(actor: Actor, officer_id: object, path: UnitPath) -> bool:
    """Tell whether the actor enters this officer's absence: the officer, a head or clerk above."""
    registrar = actor.has(Role.SUPERVISOR, Role.CLERK) and scope.covers(actor, path)
    return actor.officer_id == officer_id or registrar


def is_over(state: AbsenceState, today: date) -> bool:
    """Tell whether nobody stands in any more. An end that was entered for a later day can still be made earlier."""
    return min(state.ended_on or date.max, state.last_day + timedelta(days=1)) <= today


def _judge_end(state: AbsenceState, content: AbsenceEnded, today: date) -> Judgement:
    """Judge an end: it only ever makes an absence shorter, so no late one keeps others from ending it."""
    if is_over(state, today):
        return refusal("absence_over")
    before = state.ended_on or state.last_day + timedelta(days=1)
    return Accept(note=state.path) if content.first_day_back < before else refusal("absence_end")


async def _judge_new(content: AbsenceRecorded, actor: Actor, today: date) -> Judgement:
    await queries.one_at_a_time()
    path = await people.path_of(content.officer_id)
    if path is None or not may_enter(actor, content.officer_id, path):
        return refusal("absence_not_yours")
    if content.stand_in_id == actor.officer_id:
        return refusal("absence_self")
    if why := rules.fault(content.first_day, content.last_day, today):
        return refusal(why, **_MOST.get(why, {}))
    both = await people.on_duty([content.officer_id, content.stand_in_id], [], today)
    if len({one.officer_id for one in both}) != 2:
        return refusal("absence_officer")
    absent = next(one for one in both if one.officer_id == content.officer_id)
    if await _for_own_head(absent, actor):
        return refusal("absence_head")
    away = await queries.in_force(content.first_day, content.last_day)
    if keys.is_circle(content.officer_id, content.stand_in_id, away):
        return refusal("absence_circle")
    if why := await _unfit(content, away, today):
        return refusal(why)
    return Accept(note=path)


async def _unfit(content: AbsenceRecorded, away: list[Away], today: date) -> str | None:
    """Return why an absence would give an officer's steps to somebody unfit, in the row of stand-ins too, or None."""
    absent = {content.officer_id, *keys.stands_in_for(content.officer_id, away)}
    stand_ins = {content.stand_in_id, *keys.stand_ins_of(content.stand_in_id, away)}
    serving = await people.on_duty(sorted(absent | stand_ins), [], today)
    roles = {one.officer_id: frozenset(one.roles) for one in serving}
    pairs = (
        (roles[one], roles[other])
        for one in absent
        for other in stand_ins
        if {one, other} <= roles.keys()
    )
    return next((why for pair in pairs if (why := rules.unfit(*pair))), None)


async def _for_own_head(absent: people.Serving, actor: Actor) -> bool:
    """Tell whether a deputy enters the absence of the head of the own unit, whose steps would be a friend's then."""
    if actor.officer_id == absent.officer_id or actor.has(Role.CLERK):
        return False
    head = keys.head(actor.unit.unit_id)
    return head in claims.held_by(absent) and head not in (await claims.of(actor)).own


async def _tell(absence_id: UUID, state: AbsenceState | None, content: Any, actor: Actor) -> None:
    """Tell both officers: nobody becomes a stand-in, or gets one, without hearing of it."""
    recorded = isinstance(content, AbsenceRecorded)
    both: Any = content if recorded else state
    first = content.first_day if recorded else content.first_day_back
    days = f"{first:%d/%m/%Y}"
    if recorded:
        days = f"{days} – {content.last_day:%d/%m/%Y}"
    words: dict[str, str | Text] = {
        "by": actor.full_name,
        "officer": await claims.name_of(both.officer_id),
        "stand_in": await claims.name_of(both.stand_in_id),
        "days": days,
    }
    key = "absence.recorded" if recorded else "absence.ended"
    told = {both.officer_id, both.stand_in_id} - {actor.officer_id}
    await telling.tell(sorted(told), "absence", absence_id, key, words)
