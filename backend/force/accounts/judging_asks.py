"""Whether an ask about an officer can be made, and be answered by this person: what was judged is judged again then."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.force.accounts import judging
from backend.force.acts.index import ACTS
from backend.force.derived.asks import CONTENTS, KINDS
from backend.force.queries import asks, credentials, people
from backend.force.queries import scans as scan_queries
from backend.force.rules import asks as ask_rules
from backend.force.rules.units import path_of_row
from backend.force.texts.accounts import refusal
from backend.force.units import service as units
from backend.law.sanctions import service as sanctions
from backend.ledger.handlers import Accept, Judgement
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.acts import PeopleAct


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What an accepted confirmation makes true: the ask's row, its content, and where a move leads."""

    row: Any
    content: Any
    path: UnitPath | None


async def holds_power(officer: Any) -> bool:
    """Tell whether an officer may do more than an inspector: by a role, or as a head or a head's deputy."""
    if any(ask_rules.grave_role(Role(role)) for role in officer["roles"]):
        return True
    titles = await asks.titles_held(officer["id"])
    return any(_grave_title(title) for title in titles)


def _grave_title(title_vi: str) -> bool:
    return ask_rules.grave_title(controllers=sanctions.is_controllers(title_vi))


async def second_needed(officer: Any, content: Any) -> str | None:
    """Why an act needs a second person, as the code of the refusal without one; None where one is enough."""
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
            return "reinstate_needs_second" if await _grave_return(officer) else None
        case _:
            return None


async def _grave_return(officer: Any) -> bool:
    """Tell whether letting somebody in again needs a second person: he holds a power, or a head objected to him."""
    return officer["objected_at"] is not None or await holds_power(officer)


async def _grave_end(content: Any) -> bool:
    row = await people.find_position(content.position_id)
    return row is not None and _grave_title(row["title_vi"])


async def _grave_move(officer: Any, target: UnitPath) -> bool:
    """Tell whether a move needs a second person: upwards, or anywhere with a power that then holds over others."""
    return ask_rules.upwards(path_of_row(officer), target) or await holds_power(officer)


async def first_needs_second(officer: Any) -> bool:
    """Tell whether even the first credentials of this officer need one: who enrols him becomes him."""
    return await holds_power(officer)


async def judge_link(officer: Any, act_type: str, content: Any, actor: Actor) -> Judgement:
    """Whether a one-time address may be made: first credentials where there are none, else by a confirmed ask."""
    active = officer["state"] == "active"
    if not active and (content.ask_id is None or content.field_only):
        return refusal("officer_disabled")
    row = await credentials.find_by_officer(officer["id"])
    enrolled, first = row["password_hash"] is not None, act_type == PeopleAct.ENROLMENT_ISSUED
    if not enrolled and not first:
        return refusal("not_enrolled")
    if actor.face == "cli":
        return Accept()
    if content.ask_id is None:
        if enrolled:
            return refusal("already_enrolled" if first else "reset_needs_second")
        return refusal("enrolment_needs_second") if await first_needs_second(officer) else Accept()
    ask = await asks.find(content.ask_id, officer["id"])
    if ask is None or ask["asked_by"] != actor.officer_id or ask["kind"] != "reset":
        return refusal("ask_unknown")
    asked = msgspec.json.decode(ask["content"], type=acts.ResetAsked)
    if not active and asked.purpose == "first":
        return refusal("officer_disabled")
    if content.field_only:
        ready = opens_for_field(ask)
    else:
        answered = ask["answered_at"]
        late = answered is None or answered + ask_rules.LINK_WITHIN < clock.now()
        ready = ask["state"] == "confirmed" and ask["used_at"] is None and not late
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
"""Which act makes the link that was asked for; `both` is as a first one, with the ask behind it."""


def opens_for_field(ask: Any) -> bool:
    """Tell whether a reset that nobody answered may open work on site: after four hours, once."""
    age = clock.now() - ask["asked_at"]
    waits = ask["state"] == "waiting" and ask["used_at"] is None and ask["kind"] == "reset"
    return waits and ask_rules.FIELD_AFTER <= age <= ask_rules.ASK_LIFE


async def _fault(officer: Any, content: Any, actor: Actor | None) -> Judgement | UnitPath | None:
    """What stands in the way of an ask; of a move or a position, else, the path of its unit.

    `actor` is who asks: the unit must be in his scope. None when it is confirmed: the unit must still be in force.
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
            return None if officer["state"] == "disabled" else refusal("state_unchanged")
        case acts.ResetAsked():
            # Whose account somebody else holds is shut first: who sits in it would stop every reset of it.
            if officer["state"] != "active" and content.purpose == "first":
                return refusal("officer_disabled")
            if await credentials.field_only(officer["id"]) == content.ask_id:
                return None  # its link was used on site already, and only waits to be confirmed
            row = await credentials.find_by_officer(officer["id"])
            if content.purpose == "first":
                return refusal("already_enrolled") if row["password_hash"] else None
            return None if row["password_hash"] else refusal("not_enrolled")
        case _:
            raise TypeError(f"no ask: {type(content).__name__}")


async def _needed(officer: Any, content: Any, path: UnitPath | None) -> bool:
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
            return await _grave_return(officer)
        case acts.ResetAsked():
            return content.purpose != "first" or await first_needs_second(officer)
        case _:
            return False


async def _judge_asked(officer: Any, content: Any, actor: Actor) -> Judgement:
    found = await _fault(officer, content, actor)
    if found is not None and not isinstance(found, UnitPath):
        return found
    if not await _needed(officer, content, found):
        return refusal("ask_not_needed")
    if isinstance(content, acts.PositionAsked | acts.PositionEndAsked):
        scan = await scan_queries.named(content.scan_id, officer["id"])
        if scan is None or scan["sha256"] != content.scan_sha256:
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
    if kind != "position" and await asks.waits(officer["id"], kind, about, since):
        return refusal("ask_waits")
    path = found if kind == "position" and found is not None else path_of_row(officer)
    return Accept(note=path)


async def open_ask(officer_id: UUID, ask_id: UUID) -> Any:
    """An ask that still waits for an answer, or why there is none."""
    row = await asks.find(ask_id, officer_id)
    if row is None:
        return refusal("ask_unknown")
    over = row["asked_at"] + ask_rules.ASK_LIFE < clock.now()
    return refusal("ask_over") if row["state"] != "waiting" or over else row


async def heads_of(officer: Any) -> frozenset[UUID]:
    """Who may confirm as this officer's head: by a head's post that he holds today in his unit or above, and a
    supervisor's rights; of who heads a unit himself, above that one."""
    path = path_of_row(officer)
    rows = [row for row in await asks.posts_in(path) if sanctions.heads_a_unit(row["title_vi"])]
    own = [row["level"] for row in rows if row["officer_id"] == officer["id"]]
    holders = [(row["officer_id"], row["level"]) for row in rows if row["rules"]]
    return ask_rules.heads(holders, officer["id"], min(own, default=None))


async def who_objects(row: Any, officer: Any, actor: Actor) -> str | None:
    """Why this actor may not confirm this ask; None where he may."""
    ask = (row["kind"], row["asked_by"], row["officer_id"], path_of_row(row))
    why = ask_rules.objection(*ask, (), actor)
    if why != "ask_not_yours":  # nobody need be asked for who heads whom
        return why
    return ask_rules.objection(*ask, await heads_of(officer), actor)


async def _judge_confirmed(officer: Any, content: acts.AskConfirmed, actor: Actor) -> Judgement:
    row = await open_ask(officer["id"], content.ask_id)
    if not hasattr(row, "keys"):
        return row  # type: ignore[no-any-return]
    if actor.face != "cli" and (why := await who_objects(row, officer, actor)):
        return refusal(why)
    asked: Any = msgspec.json.decode(row["content"], type=CONTENTS[row["kind"]])
    found = await _fault(officer, asked, None)
    if found is not None and not isinstance(found, UnitPath):
        return found
    return Accept(note=Answered(row=row, content=asked, path=found))


def may_be_stopped(row: Any) -> bool:
    """Tell whether a confirmed reset can still come to nothing: until what it gave opens everything."""
    return bool(row["kind"] == "reset" and row["state"] == "confirmed" and row["done_at"] is None)


async def who_objects_to_no(row: Any, officer: Any, actor: Actor) -> str | None:
    """Why this actor may not decline, take back or stop this ask; None where he may.

    A reset is stopped by the officer himself as well, and by who confirmed it: they see first that it is wrong.
    """
    return None if says_no_himself(row, actor) else await who_objects(row, officer, actor)


def says_no_himself(row: Any, actor: Actor) -> bool:
    """Tell whether he may say no whoever could confirm it: who asked, the operator; to a reset, see above."""
    if actor.face == "cli" or actor.officer_id == row["asked_by"]:
        return True
    own = row["kind"] == "reset" and actor.officer_id in (row["officer_id"], row["answered_by"])
    return own and actor.face == "desk"


async def _judge_declined(officer: Any, content: acts.AskDeclined, actor: Actor) -> Judgement:
    row = await asks.find(content.ask_id, officer["id"])
    stops = row is not None and may_be_stopped(row)
    # What was set on site lives on after the week in which it could be confirmed: it is shut then too.
    lingers = await credentials.field_only(officer["id"]) == content.ask_id
    if not stops and not (lingers and row is not None and row["state"] == "waiting"):
        row = await open_ask(officer["id"], content.ask_id)
        if not hasattr(row, "keys"):
            return row  # type: ignore[no-any-return]
    why = await who_objects_to_no(row, officer, actor)
    return refusal(why) if why else Accept(note=stops)


async def _judge_opened(officer: Any, content: acts.CredentialsOpened, actor: Actor) -> Judgement:
    """Only what waits for this ask, and once a second person confirmed it: desk_sessions.py asked for his code."""
    del actor
    row = await asks.find(content.ask_id, officer["id"])
    waits = await credentials.field_only(officer["id"]) == content.ask_id
    ready = row is not None and row["state"] == "confirmed" and waits
    return Accept() if ready else refusal("ask_over")


CHECKS: dict[str, Callable[[Any, Any, Actor], Awaitable[Judgement]]] = {
    **{kind: _judge_asked for kind, one in ACTS.items() if one.asks is not None},
    PeopleAct.ASK_CONFIRMED: _judge_confirmed,
    PeopleAct.ASK_DECLINED: _judge_declined,
    PeopleAct.CREDENTIALS_OPENED: _judge_opened,
}
