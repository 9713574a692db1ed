"""All open work of an officer goes to colleagues, in one transaction: all of it, or none.

    work = await handing_over.open_work(officer_id, actor)
    done = await handing_over.carry_out(work, choices, order, actor)

The right rests on one act in the officer's record, `officer.handed_over`, by a head or an administrator of the
officer's unit or above. Each record then gets an act of its own, written by the system in that officer's name, so that
its story says who has it now (docs/decisions/0107). A team is not handed over: its issuer is told who is
proposed. Nothing here shows what is in a record: an administrator sees numbers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Literal
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.fieldwork.acts.decision_changes import ON_FILE, ON_VISIT
from backend.force.accounts import service as accounts
from backend.force.notices import telling
from backend.insight.handing_over import messages, records, teams_waiting
from backend.insight.handing_over.messages import Handed
from backend.insight.handing_over.records import Order as Order
from backend.insight.handing_over.stopped import Stopped as Stopped
from backend.insight.queries import handing_over as queries
from backend.insight.queries.handing_over import MOST as MOST
from backend.insight.queries.handing_over import Beside as Beside
from backend.insight.queries.handing_over import Kind as Kind
from backend.insight.queries.handing_over import Line as Line
from backend.insight.queries.handing_over import Person as Person
from backend.insight.texts import handing_over as texts
from backend.intake.acts.declaring import OPEN
from backend.ledger import service as ledger
from backend.ledger.service import Refused
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import PeopleAct
from schemas.force.handing_over import HandedTo, OfficerHandedOver, TeamProposed

KINDS: tuple[Kind, ...] = ("case", "inspection", "team", "information", "plan_item", "step")
OFFERED = 60
"""Colleagues of the unit whom a field suggests; others are found by their user name."""
_ABLE: Mapping[Kind, frozenset[Role]] = {
    "case": frozenset({Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR}),
    "inspection": frozenset({Role.INSPECTOR, Role.TEAM_LEADER}),
    "team": frozenset({Role.INSPECTOR, Role.TEAM_LEADER}),
}
"""Who may have records of a kind by the role; of the other kinds each record's own rules say it."""


_OPEN = {
    "inspections": sorted(str(one) for one in ON_FILE),
    "teams": sorted(str(one) for one in ON_VISIT),
    "informations": sorted(str(one) for one in OPEN),
}
"""States of inspections and informations in which somebody has still to do something."""

team_waiting = teams_waiting.waiting
keep_team = teams_waiting.keep
key_of_team = teams_waiting.key_of


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What is open with an officer."""

    officer: Person
    lines: list[Line]
    more: bool
    """There are more than MOST: what goes to colleagues is done in several steps."""
    beside: Beside

    @property
    def seen(self) -> str:
        """Return a mark of exactly these lines: a confirmation names it, so that nobody confirms what is not shown."""
        return sha256("\n".join(sorted(one.key for one in self.lines)).encode()).hexdigest()


class Then(msgspec.Struct, frozen=True, kw_only=True):
    """What is done with the account in the same step."""

    how: Literal["stay", "leave", "move"] = "stay"
    unit_id: UUID | None = None
    """Where the officer moves."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What was carried out."""

    given: list[HandedTo]
    """Without places in teams: they wait for the issuers."""
    ended: int
    """Delegations that ended with it."""
    asked: UUID | None
    """The request that a second person must confirm before the officer moves."""


def may(actor: Actor) -> bool:
    """Tell whether the actor hands over others' work."""
    return actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR)


def must_be_asked(actor: Actor) -> bool:
    """Tell whether the actor hands over the work of somebody who stays only if the officer or the head asked for it.

    Administrators keep accounts; who works on what is decided by the head.
    """
    return not actor.has(Role.SUPERVISOR)


async def open_work(officer_id: UUID, actor: Actor) -> Work:
    """Return what is open with an officer of the actor's scope. Raises NotAllowed, NotFound."""
    if not may(actor):
        raise NotAllowed
    officer = await queries.find(actor, officer_id)
    if officer is None:
        raise NotFound(what="officer")
    found = await queries.lines(officer, **_OPEN)
    return Work(
        officer=officer,
        lines=found[:MOST],
        more=len(found) > MOST,
        beside=await queries.beside(officer_id),
    )


async def offered(officer: Person) -> list[Person]:
    """Return the colleagues of the officer's unit who may take over, to be suggested first."""
    return await queries.colleagues(officer.unit_id, officer.id, OFFERED)


async def receivers(officer_ids: Iterable[UUID]) -> dict[UUID, Person]:
    """Return those of these officers who are in service."""
    found = await queries.receivers(sorted(set(officer_ids)))
    return {one.id: one for one in found}


def unable(line: Line, to: Person) -> Text | None:
    """Return why an officer cannot take a record of this kind over, as far as the roles and the card say it."""
    able = _ABLE.get(line.kind)
    if able is not None and able.isdisjoint(to.roles):
        return texts.ROLE
    leads = line.kind in ("inspection", "team") and line.role == "lead"
    return texts.CARD if leads and to.card_number is None else None


def counted_lines(lines: Iterable[Line]) -> Text:
    """Return how many of each kind, in words."""
    return texts.counted(Counter(one.kind for one in lines))


async def carry_out(
    work: Work, choices: Mapping[str, UUID], order: Order, then: Then, actor: Actor
) -> Done:
    """Give every line to the colleague chosen for it, by its key, in the caller's transaction.

    Places in teams are proposed to the issuers of their decisions and stay with the officer until one decides.

    Raises Stopped, after which the caller rolls back: a record did not take its act, something is open now that was
    not shown, or the account would close or move while more is open than one step takes. Each colleague is told once,
    whatever they got.
    """
    if work.more and then.how != "stay":
        raise Stopped(texts.MORE)
    officer = work.officer
    goes = await _goes(officer, then, order, actor)
    if must_be_asked(actor) and order.asked_by is None and not goes:
        raise Stopped(texts.ASKED)
    people = await receivers(choices.values())
    given: Counter[tuple[UUID, Kind]] = Counter()
    for line in work.lines:
        if line.key not in choices:
            raise Stopped(texts.NEW, line)
        to = people.get(choices[line.key])
        if to is None or to.id == officer.id:
            raise Stopped(texts.RECEIVER, line)
        if (why := unable(line, to)) is not None:
            raise Stopped(why, line)
        given[to.id, line.kind] += 1
    told = [
        HandedTo(officer_id=to, kind=kind, count=count)
        for (to, kind), count in sorted(given.items())
        if kind != "team"
    ]
    proposed = [
        TeamProposed(
            officer_id=to,
            count=count,
            inspections=[
                one.record_id for one in work.lines if one.kind == "team" and choices[one.key] == to
            ],
        )
        for (to, kind), count in sorted(given.items())
        if kind == "team"
    ]
    teams = [(one, people[choices[one.key]]) for one in work.lines if one.kind == "team"]
    with telling.held_back():
        await _begin(officer, told, proposed, order, actor)
        for line in work.lines:
            if line.kind == "team":
                await teams_waiting.ask(line, people[choices[line.key]])
                continue
            await records.hand_over(line, officer, people[choices[line.key]], order, actor)
        ended = 0
        if then.how != "stay":
            ended = await records.end_delegations(officer, then.how, order, actor)
    found = [] if work.more else await queries.lines(officer, **_OPEN)
    shown = {one.key for one, _ in teams}
    if left := [one for one in found if one.key not in shown]:
        raise Stopped(texts.NEW, left[0])
    asked = await _then(officer, then, order, actor)
    handed = Handed(
        officer, told, work.lines, order, goes=goes, at_others_wish=must_be_asked(actor)
    )
    await messages.tell(handed, then.how, actor)
    await teams_waiting.tell(officer, teams, actor)
    return Done(given=told, ended=ended, asked=asked)


async def _begin(
    officer: Person,
    told: list[HandedTo],
    proposed: list[TeamProposed],
    order: Order,
    actor: Actor,
) -> None:
    """Record that the work is handed over: the right to all that follows rests on this act."""
    content = OfficerHandedOver(
        given=told,
        reason=order.reason,
        decision=order.number,
        decided_on=order.decided_on,
        proposed=proposed or None,
        asked_by=order.asked_by,
    )
    act = ledger.desk_act(
        RecordKind.OFFICER, officer.id, PeopleAct.OFFICER_HANDED_OVER, content, actor
    )
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Refused):
        raise Stopped(outcome.text)


async def _goes(officer: Person, then: Then, order: Order, actor: Actor) -> bool:
    """Tell whether the account closes or moves in this very step: a move that is only asked for may never come."""
    if then.how != "move":
        return then.how == "leave"
    content = accounts.leaving(then.unit_id, records.by_decision(order))
    return not await accounts.second_needed(actor, officer.id, content)


async def _then(officer: Person, then: Then, order: Order, actor: Actor) -> UUID | None:
    """Close or move the account, or ask for a move that needs a second person; return that request."""
    reason = records.by_decision(order)
    if then.how == "stay":
        return None
    content = accounts.leaving(then.unit_id if then.how == "move" else None, reason)
    if await accounts.second_needed(actor, officer.id, content):
        asked = accounts.new_ask(content, reason)
        outcome = await accounts.ask(actor, officer.id, asked)
        found: UUID | None = asked.ask_id
    else:
        outcome, found = await accounts.change(actor, officer.id, content), None
    if isinstance(outcome, Refused):
        raise Stopped(outcome.text)
    return found
