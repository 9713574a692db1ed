"""The record handler of routes: one officer drafts a version, another publishes it."""

from datetime import date
from typing import Any
from uuid import UUID

from backend.approvals.queries import routes as queries
from backend.approvals.queries.routes import RouteState
from backend.approvals.rules import routes as rules
from backend.approvals.texts.refusals import refusal
from backend.core import clock, formats, local_time, scope
from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotFound
from backend.force.notices import telling
from backend.force.units import service as units
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.approvals import routes as acts
from schemas.approvals.words import RouteAct
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.ledger.acts import Act

KEEPERS = (Role.SUPERVISOR, Role.LEGAL, Role.ADMINISTRATOR)
"""Who drafts, publishes and ends routes in the own unit and below."""


class RouteRecordHandler:
    """How routes are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(RouteAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> RouteState | None:
        """Lock the row and return it; None if there is none."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: RouteState | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act: the keeper's unit, two persons, and what a route must have."""
        del doubt
        if actor.face != "desk":
            return refusal("not_from_phone")
        content: Any = parsed.content
        if isinstance(content, acts.RouteDrafted):
            return await _judge_draft(state, content, actor)
        if state is None:
            return refusal("route_unknown")
        if not may_keep(actor, state.path):
            return refusal("route_not_yours")
        if isinstance(content, acts.RouteEnded):
            return refusal("route_two_end")
        waiting = state.waiting
        if waiting is None or content.draft_id != state.draft_id:
            return refusal("route_unknown")
        if isinstance(content, acts.RouteDeclined):
            return Accept()
        return await _judge_published(state, waiting, actor)

    async def apply(
        self,
        state: RouteState | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the draft, the published version, or the end."""
        content: Any = parsed.content
        record_id, at = parsed.act.record.id, entry.received_at
        if isinstance(content, acts.RouteDrafted):
            path: UnitPath = judgement.note  # type: ignore[union-attr]  # nothing of it is held
            await queries.draft(record_id, content, actor.officer_id, at, path)
        elif isinstance(content, acts.RoutePublished):
            waiting = state.waiting if state else None
            if state is None or waiting is None:
                raise TypeError("published without a draft")
            now = rules.published(state.standing, waiting, local_time.day_of(at))
            await queries.publish(record_id, now, actor.officer_id, at)
            if waiting.ends_on is None or now.valid_to is None:
                await _tell(record_id, "route.published", waiting, actor, waiting.valid_from)
            else:
                words = {"note": waiting.note}
                await _tell(record_id, "route.ended", now.content, actor, now.valid_to, words)
        elif isinstance(content, acts.RouteDeclined):
            await queries.decline(record_id)


async def _tell(
    route_id: UUID,
    key: str,
    said: acts.RouteDrafted,
    actor: Actor,
    day: date,
    words: dict[str, str] | None = None,
) -> None:
    """Tell the heads and legal officers of the unit and above: no route changes behind their backs."""
    path = await units.path_of(said.unit_id)
    told = {*await telling.heads_of(path), *await telling.legal_of(path)}
    if (above := _above(path)) is not None:
        told |= set(await telling.heads_of(above))
    filled: dict[str, str | Text] = {
        "by": actor.full_name,
        "what": said.name,
        "unit": await units.name_of(said.unit_id),
        "day": f"{day:%d/%m/%Y}",
        **(words or {}),
    }
    readers = sorted(told - {actor.officer_id})
    await telling.tell(readers, "route", route_id, key, filled)


def _above(path: UnitPath) -> UnitPath | None:
    """Return the unit above, or None for the nation's."""
    whole = [one for one in path.as_tuple() if one is not None][:-1]
    return UnitPath(**{f"unit_{at}": one for at, one in enumerate(whole, 1)}) if whole else None


def may_keep(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer drafts, publishes and ends routes of this unit."""
    return actor.has(*KEEPERS) and scope.covers(actor, path)


async def _judge_published(
    state: RouteState, waiting: acts.RouteDrafted, actor: Actor
) -> Judgement:
    """Judge a publication: by a second person, and without leaving out what others rely on."""
    today = clock.today()
    if state.drafted_by == actor.officer_id:
        return refusal("route_two_persons")
    if clash := rules.next_fault(state.standing, waiting, today):
        return _clash(*clash)
    if waiting.ends_on is not None:
        return Accept()
    if why := rules.fault(waiting, min(today, waiting.valid_from)):
        return refusal(why[0], **why[1])
    above = [one for one in state.path.as_tuple() if one not in (None, state.path.unit_id)]
    if above and actor.unit.level >= state.path.level:
        known = await queries.in_force(waiting.kind, above, max(today, waiting.valid_from))
        if rules.leaves_out_legal_check(waiting, [one.content for one in known]):
            return refusal("route_legal_check")
    return Accept()


def _clash(code: str, day: date | None) -> Judgement:
    return refusal(code, day=formats.day(day)) if day else refusal(code)


async def _judge_draft(
    state: RouteState | None, content: acts.RouteDrafted, actor: Actor
) -> Judgement:
    try:
        path = await units.path_of(content.unit_id)
    except NotFound:
        return refusal("route_not_yours")
    if not may_keep(actor, path) or (state is not None and not may_keep(actor, state.path)):
        return refusal("route_not_yours")
    if state is not None and state.draft is not None:
        return refusal("route_waiting")
    if state is not None and (state.published.kind, state.published.unit_id) != (
        content.kind,
        content.unit_id,
    ):
        return refusal("route_other")
    today = clock.today()
    if state is not None and (clash := rules.next_fault(state.standing, content, today)):
        return _clash(*clash)
    if content.ends_on is not None:
        past = content.ends_on < today
        return (
            refusal("route_past" if past else "route_unknown")
            if past or not state
            else Accept(note=path)
        )
    if why := rules.fault(content, clock.today()):
        return refusal(why[0], **why[1])
    return Accept(note=path)
