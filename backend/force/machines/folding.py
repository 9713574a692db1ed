"""Judges and folds acts about accounts of machines. They stand in the record of the account's unit."""

from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.force.queries import machines as queries
from backend.force.queries import people
from backend.force.queries.machines import AccountRow
from backend.force.queries.units import UnitRow
from backend.force.rules import machines as rules
from backend.force.texts.machines import refusal
from backend.ledger.handlers import Accept, Entry, Judgement
from schemas.force import machine_acts as acts

CONTENTS = (
    acts.MachineAsked,
    acts.MachineConfirmed,
    acts.MachineDeclined,
    acts.MachineKeyMade,
    acts.MachineOwnerNamed,
    acts.MachineRevoked,
)


async def judge(state: UnitRow, content: Any, actor: Actor) -> Judgement:
    """Decide whether the account's state allows the act; the unit's handler has checked who does it."""
    if isinstance(content, acts.MachineAsked):
        return await _judge_asked(state, content)
    row = await queries.lock(content.account_id)
    if row is None or row.unit_id != state.id:
        return refusal("machine_unknown")
    match content:
        case acts.MachineConfirmed():
            if row.state != "asked":
                return refusal("machine_answered")
            if content.owner_id not in (None, row.owner_id):
                return refusal("machine_changed")
            return refusal("machine_own") if row.asked_by == actor.officer_id else Accept()
        case acts.MachineDeclined():
            return Accept() if row.state == "asked" else refusal("machine_answered")
        case acts.MachineOwnerNamed() if row.state == "asked":
            return await _judge_owner(state, row, content)
        case _ if row.state != "confirmed":
            return refusal("machine_not_open")
        case acts.MachineOwnerNamed():
            return await _judge_owner(state, row, content)
        case _:
            return Accept()


async def _judge_asked(state: UnitRow, content: acts.MachineAsked) -> Judgement:
    if await queries.lock(content.account_id) is not None:
        return refusal("machine_exists")
    if not await _may_answer(state, content.owner_id):
        return refusal("machine_owner")
    if any(rules.network(one) != one for one in content.networks):
        return refusal("machine_networks")
    return Accept()


async def _judge_owner(
    state: UnitRow, row: AccountRow, content: acts.MachineOwnerNamed
) -> Judgement:
    if content.owner_id == row.owner_id and row.owner_left_at is None:
        return refusal("machine_owner_same")
    return Accept() if await _may_answer(state, content.owner_id) else refusal("machine_owner")


async def _may_answer(state: UnitRow, officer_id: UUID) -> bool:
    """Tell whether an officer may answer for an account of a unit: in service there, or in a unit below."""
    officer = await people.find(officer_id)
    reach = state.path
    return (
        officer is not None
        and officer.state == "active"
        and officer.path.as_tuple()[reach.level - 1] == reach.unit_id
    )


async def apply(state: UnitRow, content: Any, actor: Actor, entry: Entry) -> None:
    """Write the account's row. The row of a key holds its hash, which is no part of the record: see service.py."""
    now = entry.received_at
    match content:
        case acts.MachineAsked():
            await queries.insert(_row(state, content, actor.officer_id, now))
        case acts.MachineConfirmed():
            await queries.answer(content.account_id, "confirmed", actor.officer_id, now)
        case acts.MachineDeclined():
            await queries.answer(content.account_id, "declined", actor.officer_id, now)
        case acts.MachineKeyMade():
            if content.others_until is not None:
                await queries.end_keys(content.account_id, content.others_until, now)
        case acts.MachineOwnerNamed():
            await queries.name_owner(content.account_id, content.owner_id)
        case acts.MachineRevoked():
            await queries.revoke(content.account_id, now)
        case _:
            raise TypeError(f"no fold for {type(content).__name__}")


def _row(state: UnitRow, content: acts.MachineAsked, by: UUID, now: Any) -> AccountRow:
    return AccountRow(
        id=content.account_id,
        unit_id=state.id,
        unit_1=state.unit_1,
        unit_2=state.unit_2,
        unit_3=state.unit_3,
        unit_4=state.unit_4,
        name=content.name,
        purpose=content.purpose,
        owner_id=content.owner_id,
        owner_left_at=None,
        permissions=[str(one) for one in content.permissions],
        networks=list(content.networks),
        expires_on=content.expires_on,
        state="asked",
        asked_by=by,
        asked_at=now,
        answered_at=None,
        revoked_at=None,
        last_used_at=None,
    )
