"""Decides whether an ask about an officer can be made, and whether this person may answer it.

What was judged when the ask was made is judged again when it is confirmed.
"""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.force.accounts import judging
from backend.force.acts.index import ACTS
from backend.force.derived.asks import CONTENTS, KINDS
from backend.force.queries import asks, credentials, positions
from backend.force.queries import scans as scan_queries
from backend.force.queries.asks import AskRow
from backend.force.queries.people import Account
from backend.force.rules import asks as ask_rules
from backend.force.texts.accounts import refusal
from backend.force.units import service as units
from backend.law.sanctions import service as sanctions
from backend.ledger.handlers import Accept, Judgement
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.access_acts import EmergencyAsked
from schemas.force.acts import PeopleAct


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What an accepted confirmation carries out: the ask's row and content, and a move's unit."""

    row: AskRow
    content: Any
    path: UnitPath | None


async def holds_power(officer: Account) -> bool:
    """Tell whether an officer has more power than an inspector: by a role, for some hours too, as head or deputy."""
    if power_in(officer.roles, ()) or await asks.emergency_live(officer.id):
        return True
    return power_in((), await asks.titles_held(officer.id))


def power_in(roles: Iterable[Role], titles: Iterable[str]) -> bool:
    """Tell whether one of these roles, or of these positions' titles, gives more power than an inspector's."""
    return any(map(ask_rules.grave_role, roles)) or any(map(_grave_title, titles))


def _grave_title(title_vi: str) -> bool:
    return ask_rules.grave_title(controllers=sanctions.is_controllers(title_vi))


async def second_needed(officer: Account, content: Any) -> str | None:
    """Return the refusal code of an act that needs a second person; None if one is enough."""
    match content:
        case acts.RoleGiven():
            return "role_needs_second" if ask_rules.grave_role(content.role) else None
        case acts.PositionGiven():
            return "position_needs_second" if _grave_title(content.title_vi) else None
        case acts.OfficerMoved():
            found = await units.standing(content.unit_id)
            grave = found is not None and await _grave_move(officer, found[0])
            return "move_needs_second" if grave else None
        case acts.PositionEnded():
            return "position_end_needs_second" if await _grave_end(content) else None
        case acts.OfficerReinstated():
            return "reinstate_needs_second" if await grave_return(officer) else None
        case _:
            return None


async def grave_return(officer: Account) -> bool:
    """Tell whether a reinstatement needs a second person.

    It does if the officer holds a power, or if a head objected to the account.
    """
    return officer.objected_at is not None or await holds_power(officer)


async def _grave_end(content: Any) -> bool:
    row = await positions.find(content.position_id)
    return row is not None and _grave_title(row.title_vi)


async def _grave_move(officer: Account, target: UnitPath) -> bool:
    """Tell whether a move needs a second person.

    It does if it leads upwards, or if the officer holds a power that would then apply to others.
    """
    return ask_rules.upwards(officer.path, target) or await holds_power(officer)


async def first_needs_second(officer: Account) -> bool:
    """Tell whether even the first credentials of this officer need a second person.

    An administrator who enrols an officer alone could set the credentials and act as that officer. While a power
    waits for its confirmation, such credentials would be taken away with it.
    """
    if await holds_power(officer):
        return True
    return await asks.power_waits(officer.id, clock.now() - ask_rules.ASK_LIFE)


async def judge_link(officer: Account, act_type: str, content: Any, actor: Actor) -> Judgement:
    """Decide whether a one-time address may be made.

    First credentials may be given to an officer who has none, unless that needs a second person.
    Everything else rests on an ask.
    """
    active = officer.state == "active"
    if not active and (content.ask_id is None or content.field_only):
        return refusal("officer_disabled")
    enrolled = await credentials.enrolled(officer.id)
    first = act_type == PeopleAct.ENROLMENT_ISSUED
    if not enrolled and not first:
        return refusal("not_enrolled")
    if actor.face == "cli":
        return Accept()
    if content.ask_id is None:
        if enrolled:
            return refusal("already_enrolled" if first else "reset_needs_second")
        return refusal("enrolment_needs_second") if await first_needs_second(officer) else Accept()
    ask = await asks.find(content.ask_id, officer.id)
    if ask is None or ask.asked_by != actor.officer_id or ask.kind != "reset":
        return refusal("ask_unknown")
    asked = msgspec.json.decode(ask.content, type=acts.ResetAsked)
    if not active and asked.purpose == "first":
        return refusal("officer_disabled")
    if content.field_only:
        ready = opens_for_field(ask)
    else:
        answered = ask.answered_at
        late = answered is None or answered + ask_rules.LINK_WITHIN < clock.now()
        ready = ask.state == "confirmed" and ask.used_at is None and not late
    if not ready:
        return refusal("ask_over")
    fits = LINK_OF[asked.purpose] == act_type and (asked.purpose == "first") != enrolled
    return Accept() if fits else refusal("ask_over")


LINK_OF: dict[str, PeopleAct] = {
    "first": PeopleAct.ENROLMENT_ISSUED,
    "both": PeopleAct.ENROLMENT_ISSUED,
    "password": PeopleAct.PASSWORD_RESET_ISSUED,
    "one_time_code": PeopleAct.CODE_RESET_ISSUED,
}
"""The act that makes the link of an ask. `both` uses the act of first credentials, but rests on an
ask."""


def opens_for_field(ask: AskRow) -> bool:
    """Tell whether a reset that nobody answered may open work on site: once, after four hours."""
    age = clock.now() - ask.asked_at
    waits = ask.state == "waiting" and ask.used_at is None and ask.kind == "reset"
    return waits and ask_rules.FIELD_AFTER <= age <= ask_rules.ASK_LIFE


async def _fault(
    officer: Account, content: Any, actor: Actor | None
) -> Judgement | UnitPath | None:
    """Return the refusal of an ask, or the path of the unit of a move or a position, or None.

    `actor` is the asker, whose scope must contain the unit. It is None when the ask is confirmed:
    then the unit must only still be in force.
    """
    match content:
        case acts.RoleAsked():
            return judging.role_fault(officer, content.role)
        case acts.MoveAsked():
            return await judging.move_fault(officer, content.unit_id, actor)
        case acts.PositionAsked():
            return await judging.position_fault(officer, content, actor)
        case acts.PositionEndAsked():
            return await judging.position_end_fault(officer, content.position_id, content.valid_to)
        case acts.ReinstateAsked():
            return await judging.reinstate_fault(officer)
        case EmergencyAsked():
            return await _emergency_fault(officer, content)
        case acts.ResetAsked():
            # An account that somebody else has taken over is disabled first: the intruder could
            # stop every reset of it. So a disabled officer is refused first credentials only.
            if officer.state != "active" and content.purpose == "first":
                return refusal("officer_disabled")
            if await credentials.field_only(officer.id) == content.ask_id:
                return None  # its link was used on site already and only needs a confirmation
            enrolled = await credentials.enrolled(officer.id)
            if content.purpose == "first":
                return refusal("already_enrolled") if enrolled else None
            return None if enrolled else refusal("not_enrolled")
        case _:
            raise TypeError(f"no ask: {type(content).__name__}")


async def _emergency_fault(officer: Account, content: EmergencyAsked) -> Judgement | None:
    """Return the refusal of emergency access, or None if the officer may get it now."""
    if officer.state != "active":
        return refusal("officer_disabled")
    if await asks.emergency_live(officer.id):
        return refusal("emergency_live")
    # Who made such credentials alone may know them: the access would be theirs.
    if await credentials.set_alone(officer.id):
        return refusal("emergency_set_alone")
    return judging.role_fault(officer, Role(content.role))


async def _needed(officer: Account, content: Any, path: UnitPath | None) -> bool:
    match content:
        case acts.RoleAsked():
            return ask_rules.grave_role(content.role)
        case acts.PositionAsked():
            return _grave_title(content.title_vi)
        case acts.MoveAsked():
            return path is not None and await _grave_move(officer, path)
        case acts.PositionEndAsked():
            return await _grave_end(content)
        case acts.ReinstateAsked():
            return await grave_return(officer)
        case EmergencyAsked():
            return True
        case acts.ResetAsked():
            return content.purpose != "first" or await first_needs_second(officer)
        case _:
            return False


async def _judge_asked(officer: Account, content: Any, actor: Actor) -> Judgement:
    found = await _fault(officer, content, actor)
    if found is not None and not isinstance(found, UnitPath):
        return found
    if not await _needed(officer, content, found):
        return refusal("ask_not_needed")
    if isinstance(content, acts.PositionAsked | acts.PositionEndAsked):
        scan = await scan_queries.named(content.scan_id, officer.id)
        if scan is None or scan.sha256 != content.scan_sha256:
            return refusal("scan_unknown")
        if content.decided_on > clock.today():
            return refusal("decision_not_yet")
    early = isinstance(content, acts.PositionAsked) and content.valid_from < content.decided_on
    if early and not content.reason:
        return refusal("position_before_decision")
    kind = KINDS[type(content)]
    about = ""
    if isinstance(content, acts.RoleAsked):
        about = content.role
    if isinstance(content, acts.PositionEndAsked):  # a dismissal ends two posts at once
        about = str(content.position_id)
    since = clock.now() - ask_rules.ASK_LIFE
    if kind != "position" and await asks.waits(officer.id, kind, about, since):
        return refusal("ask_waits")
    path = found if kind == "position" and found is not None else officer.path
    return Accept(note=path)


async def open_ask(officer_id: UUID, ask_id: UUID) -> AskRow | Judgement:
    """Return an ask that still waits for an answer, or the refusal."""
    row = await asks.find(ask_id, officer_id)
    if row is None:
        return refusal("ask_unknown")
    over = row.asked_at + ask_rules.ASK_LIFE < clock.now()
    return refusal("ask_over") if row.state != "waiting" or over else row


async def heads_of(officer_id: UUID, path: UnitPath) -> frozenset[UUID]:
    """Return who may confirm as this officer's head.

    They hold a head's post in the officer's unit or above today, and have a supervisor's rights.
    For an officer who heads a unit, only posts above that unit count.
    """
    rows = [row for row in await asks.posts_in(path) if sanctions.heads_a_unit(row.title_vi)]
    own = [row.level for row in rows if row.officer_id == officer_id]
    holders = [(row.officer_id, row.level) for row in rows if row.rules]
    return ask_rules.heads(holders, officer_id, min(own, default=None))


async def who_objects(row: AskRow, path: UnitPath, actor: Actor) -> str | None:
    """Return why this actor may not confirm this ask; None if they may.

    `path` is the officer's present unit.
    """
    # Who has a role for some hours gives nobody power by it.
    if await asks.emergency_live(actor.officer_id):
        return "ask_not_yours"
    ask = (row.kind, row.asked_by, row.officer_id, row.path)
    why = ask_rules.objection(*ask, (), actor)
    if why != "ask_not_yours":  # the heads are looked up only if they could change the answer
        return why
    return ask_rules.objection(*ask, await heads_of(row.officer_id, path), actor)


async def _judge_confirmed(officer: Account, content: acts.AskConfirmed, actor: Actor) -> Judgement:
    row = await open_ask(officer.id, content.ask_id)
    if not isinstance(row, AskRow):
        return row
    if actor.face != "cli" and (why := await who_objects(row, officer.path, actor)):
        return refusal(why)
    asked: Any = msgspec.json.decode(row.content, type=CONTENTS[row.kind])
    found = await _fault(officer, asked, None)
    if found is not None and not isinstance(found, UnitPath):
        return found
    return Accept(note=Answered(row=row, content=asked, path=found))


def may_be_stopped(row: AskRow) -> bool:
    """Tell whether a confirmed reset or emergency access can still be stopped.

    A reset can until its credentials are valid for everything, emergency access until it ends.
    """
    if row.kind == "emergency":
        ends = emergency_until(row)
        return ends is not None and row.state == "confirmed" and ends > clock.now()
    return bool(row.kind == "reset" and row.state == "confirmed" and row.done_at is None)


def emergency_until(row: AskRow) -> datetime | None:
    """Return when emergency access ends or ended; None for other asks, and before it was confirmed."""
    if (
        row.kind != "emergency"
        or row.answered_at is None
        or row.state not in ("confirmed", "stopped")
    ):
        return None
    asked = msgspec.json.decode(row.content, type=EmergencyAsked)
    ends = ask_rules.emergency_ends(row.answered_at, asked.hours)
    return ends if row.stopped_at is None else min(ends, row.stopped_at)


async def who_objects_to_no(row: AskRow, path: UnitPath, actor: Actor) -> str | None:
    """Return why this actor may not decline, take back or stop this ask; None if they may.

    A reset can also be stopped by the officer and by the confirmer: they notice first that it is
    wrong.
    """
    return None if says_no_himself(row, actor) else await who_objects(row, path, actor)


def says_no_himself(row: AskRow, actor: Actor) -> bool:
    """Tell whether the actor may say no without being entitled to confirm.

    The asker and the operator may; for a reset also the officer and the confirmer, at the desk.
    """
    if actor.face == "cli" or actor.officer_id == row.asked_by:
        return True
    own = row.kind in ("reset", "emergency") and actor.officer_id in (
        row.officer_id,
        row.answered_by,
    )
    return own and actor.face == "desk"


async def _judge_declined(officer: Account, content: acts.AskDeclined, actor: Actor) -> Judgement:
    row = await asks.find(content.ask_id, officer.id)
    if row is None:
        return refusal("ask_unknown")
    stops = may_be_stopped(row)
    # Credentials set on site stay valid after the week in which they could be confirmed, so they
    # can still be shut then.
    lingers = await credentials.field_only(officer.id) == content.ask_id
    if not stops and not (lingers and row.state == "waiting"):
        found = await open_ask(officer.id, content.ask_id)
        if not isinstance(found, AskRow):
            return found
        row = found
    why = await who_objects_to_no(row, officer.path, actor)
    return refusal(why) if why else Accept(note=stops)


async def _judge_opened(
    officer: Account, content: acts.CredentialsOpened, actor: Actor
) -> Judgement:
    """Accept only if the credentials wait for this ask and a second person confirmed it.

    desk_sessions.py has asked for the confirmer's code.
    """
    del actor
    row = await asks.find(content.ask_id, officer.id)
    waits = await credentials.field_only(officer.id) == content.ask_id
    ready = row is not None and row.state == "confirmed" and waits
    return Accept() if ready else refusal("ask_over")


CHECKS: dict[str, Callable[[Account, Any, Actor], Awaitable[Judgement]]] = {
    **{kind: _judge_asked for kind, one in ACTS.items() if one.asks is not None},
    PeopleAct.ASK_CONFIRMED: _judge_confirmed,
    PeopleAct.ASK_DECLINED: _judge_declined,
    PeopleAct.CREDENTIALS_OPENED: _judge_opened,
}
