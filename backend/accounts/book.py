"""The books of officers and devices: judge and fold acts about them. See backend.ledger.books.Book."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import msgspec

from backend import scope
from backend.accounts import authority, rules
from backend.accounts.queries import credentials, devices, people, sessions
from backend.accounts.texts import refusal
from backend.actors import Actor, UnitPath
from backend.ledger.books import Accept, Entry, Hold, Judgement
from backend.ledger.canonical import ParsedAct
from backend.units import service as units
from backend.units.rules import path_of_row
from schemas import people_acts as acts
from schemas.acts import Act
from schemas.people_acts import PeopleAct
from schemas.vocabulary import Role

_OF_DEVICES = frozenset({PeopleAct.DEVICE_ENROLLED, PeopleAct.DEVICE_REVOKED})
_OF_UNITS = frozenset({PeopleAct.UNIT_CREATED, PeopleAct.UNIT_RENAMED, PeopleAct.UNIT_CLOSED})


class OfficerBook:
    """How officers are locked, judged and folded."""

    act_types: frozenset[str] = frozenset(PeopleAct) - _OF_DEVICES - _OF_UNITS
    tells_standing = False

    async def lock(self, act: Act) -> Any:
        """The officer's row with his roles, locked, or None."""
        return await people.lock(act.record.id)

    async def judge(
        self, state: Any, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """First who may do this to whom, then whether the officer's present state allows it."""
        del doubt  # no act about an officer comes from a device
        officer_id = parsed.act.record.id
        if why := authority.objection(state, parsed.act.type, officer_id, actor):
            return refusal(why)
        if isinstance(parsed.content, acts.OfficerRegistered):
            return await _judge_registered(state, parsed.content, actor)
        if state is None:
            return refusal("officer_unknown")
        check = _CHECKS.get(parsed.act.type)
        return await check(state, parsed.content, actor) if check else Accept()

    async def apply(
        self, state: Any, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept | Hold
    ) -> None:
        """Write the officer's rows, and end the sessions that may not outlive the act."""
        del state
        officer_id = parsed.act.record.id
        note = judgement.note if isinstance(judgement, Accept) else None
        await _fold(officer_id, parsed.content, actor, note)
        now = entry.received_at
        match parsed.content:
            case acts.OfficerDisabled():
                await sessions.end_desk_of_officer(officer_id, now)
                await sessions.end_mobile_of_officer(officer_id, now, "officer_disabled")
            case acts.RoleTaken() | acts.OfficerMoved():
                await sessions.end_desk_of_officer(officer_id, now)
                await sessions.end_mobile_of_officer(officer_id, now, "rights_changed")
            case acts.RoleGiven():
                await sessions.end_desk_of_officer(officer_id, now)
            case acts.CredentialsSet():
                await sessions.end_desk_of_officer(officer_id, now)
                await sessions.end_mobile_of_officer(officer_id, now, "credentials_set")
            case _:
                pass


class DeviceBook:
    """How devices are locked, judged and folded."""

    act_types: frozenset[str] = _OF_DEVICES
    tells_standing = False

    async def lock(self, act: Act) -> Any:
        """The device's row, locked, or None."""
        return await devices.lock(act.record.id)

    async def judge(
        self, state: Any, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """A device is enrolled by a sign-in with both factors, and revoked by an administrator."""
        del doubt  # a device says nothing about itself
        if isinstance(parsed.content, acts.DeviceEnrolled):
            if actor.face not in ("job", "cli"):
                return refusal("not_allowed")
            return refusal("device_exists") if state is not None else Accept()
        if actor.face == "phone":
            return refusal("not_from_phone")
        if state is None:
            return refusal("device_unknown")
        if actor.face != "cli":
            if not actor.has(Role.ADMINISTRATOR):
                return refusal("not_allowed")
            if not scope.covers(actor, path_of_row(state)):
                return refusal("device_unknown")
        return refusal("device_revoked") if state["revoked_at"] is not None else Accept()

    async def apply(
        self, state: Any, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept | Hold
    ) -> None:
        """Write the device's row; a revoked one's sessions end at once."""
        del state, judgement
        device_id = parsed.act.record.id
        match parsed.content:
            case acts.DeviceEnrolled() as enrolled:
                key = msgspec.json.encode(enrolled.public_key).decode()
                await devices.insert(
                    device_id,
                    actor.officer_id,
                    actor.unit,
                    enrolled.name,
                    key,
                    entry.received_at,
                )
            case acts.DeviceRevoked() as revoked:
                await devices.revoke(device_id, actor.officer_id, revoked.reason, entry.received_at)
                await sessions.end_mobile_of_device(device_id, entry.received_at, "device_revoked")
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")


async def _target_unit(unit_id: UUID, actor: Actor) -> UnitPath | Judgement:
    found = await units.standing(unit_id)
    if found is None or (actor.face != "cli" and not scope.covers(actor, found[0])):
        return refusal("unit_unknown")
    return found[0] if found[1] else refusal("unit_closed")


async def _judge_registered(state: Any, content: acts.OfficerRegistered, actor: Actor) -> Judgement:
    if state is not None:
        return refusal("officer_exists")
    if await people.username_taken(content.username):
        return refusal("username_taken")
    if content.officer_number and await people.number_taken(content.officer_number, UUID(int=0)):
        return refusal("officer_number_taken")
    path = await _target_unit(content.unit_id, actor)
    return Accept(note=path) if isinstance(path, UnitPath) else path


async def _judge_corrected(state: Any, content: acts.OfficerCorrected, actor: Actor) -> Judgement:
    del actor
    if content.officer_number and await people.number_taken(content.officer_number, state["id"]):
        return refusal("officer_number_taken")
    return Accept()


async def _judge_moved(state: Any, content: acts.OfficerMoved, actor: Actor) -> Judgement:
    if content.unit_id == state["unit_id"]:
        return refusal("state_unchanged")
    if await _leaves_nobody(state):
        return refusal("last_administrator")
    path = await _target_unit(content.unit_id, actor)
    return Accept(note=path) if isinstance(path, UnitPath) else path


async def _leaves_nobody(state: Any) -> bool:
    """Tell whether nobody else could administer this officer's scope without him."""
    if Role.ADMINISTRATOR not in state["roles"] or state["state"] != "active":
        return False
    return not await people.another_administrator_covers(state["id"])


async def _judge_disabled(state: Any, content: Any, actor: Actor) -> Judgement:
    del content, actor
    if state["state"] != "active":
        return refusal("state_unchanged")
    return refusal("last_administrator") if await _leaves_nobody(state) else Accept()


async def _judge_reinstated(state: Any, content: Any, actor: Actor) -> Judgement:
    del content, actor
    return Accept() if state["state"] == "disabled" else refusal("state_unchanged")


async def _judge_role_given(state: Any, content: acts.RoleGiven, actor: Actor) -> Judgement:
    del actor
    held = frozenset(Role(role) for role in state["roles"])
    if content.role in held:
        return refusal("role_unchanged")
    return refusal("role_excluded") if rules.excluded_by(content.role, held) else Accept()


async def _judge_role_taken(state: Any, content: acts.RoleTaken, actor: Actor) -> Judgement:
    del actor
    if content.role not in state["roles"]:
        return refusal("role_unchanged")
    if content.role is Role.ADMINISTRATOR and await _leaves_nobody(state):
        return refusal("last_administrator")
    return Accept()


async def _judge_position_given(state: Any, content: acts.PositionGiven, actor: Actor) -> Judgement:
    del state
    path = await _target_unit(content.unit_id, actor)
    return Accept() if isinstance(path, UnitPath) else path


async def _judge_position_ended(state: Any, content: acts.PositionEnded, actor: Actor) -> Judgement:
    del actor
    row = await people.find_position(content.position_id)
    if row is None or row["officer_id"] != state["id"] or row["valid_to"] is not None:
        return refusal("position_unknown")
    return Accept() if content.valid_to > row["valid_from"] else refusal("dates_wrong")


async def _judge_card_issued(state: Any, content: acts.CardIssued, actor: Actor) -> Judgement:
    del state, actor
    if content.expires_on <= content.issued_on:
        return refusal("dates_wrong")
    if rules.five_years_after(content.issued_on) < content.expires_on:
        return refusal("card_too_long")
    taken = await people.card_number_taken(content.number)
    return refusal("card_number_taken") if taken else Accept()


async def _judge_card(state: Any, content: Any, actor: Actor) -> Judgement:
    del actor
    row = await people.find_card(content.card_id)
    if row is None or row["officer_id"] != state["id"]:
        return refusal("card_unknown")
    if row["revoked_on"] is not None:
        return refusal("card_revoked")
    restores = isinstance(content, acts.CardRestored)
    if not isinstance(content, acts.CardRevoked) and restores == (row["suspended_on"] is None):
        return refusal("state_unchanged")
    return Accept(note=row["suspended_on"])


async def _judge_issued(state: Any, content: Any, actor: Actor) -> Judgement:
    del content, actor
    return Accept() if state["state"] == "active" else refusal("officer_disabled")


async def _judge_reset(state: Any, content: Any, actor: Actor) -> Judgement:
    row = await credentials.find_by_officer(state["id"])
    if row["password_hash"] is None:
        return refusal("not_enrolled")
    return await _judge_issued(state, content, actor)


_CHECKS: dict[str, Callable[[Any, Any, Actor], Awaitable[Judgement]]] = {
    PeopleAct.OFFICER_CORRECTED: _judge_corrected,
    PeopleAct.OFFICER_MOVED: _judge_moved,
    PeopleAct.OFFICER_DISABLED: _judge_disabled,
    PeopleAct.OFFICER_REINSTATED: _judge_reinstated,
    PeopleAct.ROLE_GIVEN: _judge_role_given,
    PeopleAct.ROLE_TAKEN: _judge_role_taken,
    PeopleAct.POSITION_GIVEN: _judge_position_given,
    PeopleAct.POSITION_ENDED: _judge_position_ended,
    PeopleAct.CARD_ISSUED: _judge_card_issued,
    PeopleAct.CARD_SUSPENDED: _judge_card,
    PeopleAct.CARD_RESTORED: _judge_card,
    PeopleAct.CARD_REVOKED: _judge_card,
    PeopleAct.ENROLMENT_ISSUED: _judge_issued,
    PeopleAct.PASSWORD_RESET_ISSUED: _judge_reset,
    PeopleAct.CODE_RESET_ISSUED: _judge_reset,
}


async def _fold(officer_id: UUID, content: Any, actor: Actor, note: Any) -> None:
    match content:
        case acts.OfficerRegistered():
            await people.insert(
                officer_id,
                content.username,
                content.full_name,
                content.officer_number,
                note,
                content.language,
            )
        case acts.OfficerCorrected():
            await people.correct(officer_id, content.full_name, content.officer_number)
        case acts.OfficerMoved():
            await people.move(officer_id, note)
        case acts.OfficerDisabled():
            await people.set_state(officer_id, "disabled")
        case acts.OfficerReinstated():
            await people.set_state(officer_id, "active")
        case acts.RoleGiven():
            await people.give_role(officer_id, content.role, actor.officer_id)
        case acts.RoleTaken():
            await people.take_role(officer_id, content.role)
        case acts.LanguageChosen():
            await people.set_language(officer_id, content.language)
        case _:
            await _fold_papers(officer_id, content, note)


async def _fold_papers(officer_id: UUID, content: Any, note: Any) -> None:
    match content:
        case acts.PositionGiven():
            await people.insert_position(
                content.position_id,
                officer_id,
                content.unit_id,
                content.title_vi,
                content.title_en,
                content.valid_from,
            )
        case acts.PositionEnded():
            await people.end_position(content.position_id, content.valid_to)
        case acts.CardIssued():
            await people.insert_card(
                content.card_id, officer_id, content.number, content.issued_on, content.expires_on
            )
        case acts.CardSuspended():
            await people.set_card(content.card_id, content.suspended_on, None, content.reason)
        case acts.CardRestored():
            await people.set_card(content.card_id, None, None, content.reason)
        case acts.CardRevoked():
            await people.set_card(content.card_id, note, content.revoked_on, content.reason)
        case acts.OfficerUnlocked() | acts.EnrolmentIssued() | acts.CredentialsSet():
            pass  # their rows hold secrets, or are no part of the record: see enrolments.py
        case _:
            raise TypeError(f"no fold for {type(content).__name__}")
