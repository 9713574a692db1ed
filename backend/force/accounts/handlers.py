"""The record handlers of officers and devices: they judge and fold acts about them.

See backend.ledger.handlers.RecordHandler.
"""

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.force.accounts import (
    folding,
    folding_asks,
    into_units,
    judging,
    judging_asks,
    lent_numbers,
)
from backend.force.acts.declaring import Handler, Who
from backend.force.acts.index import ACTS, of_handler
from backend.force.delegations import judging as delegations
from backend.force.derived import authority
from backend.force.machines import leaving
from backend.force.numbers import service as numbering
from backend.force.queries import approvals, devices, people, phone_messages, sessions
from backend.force.queries.devices import DeviceRow
from backend.force.queries.people import Account
from backend.force.texts.accounts import refusal
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.access_acts import DeviceReportedLost
from schemas.force.acts import PeopleAct
from schemas.force.device_acts import PhoneMessageSent
from schemas.force.number_acts import NumbersVoided
from schemas.force.restructuring_acts import OfficerTaken
from schemas.ledger.acts import Act

LOST = "Báo mất / Reported lost"
"""The reason of who gave none, as lists of devices show it."""
CHECKS = judging.CHECKS | judging_asks.CHECKS


class OfficerRecordHandler:
    """Locks, judges and folds acts about officers."""

    act_types = of_handler(Handler.OFFICER)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> Account | None:
        """Lock and return the officer's row with their roles, or None; before it the unit into which the act leads."""
        await into_units.hold(act)
        return await people.lock(act.record.id)

    async def judge(
        self, state: Account | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Check the actor's right to do this to this officer, then the officer's state."""
        del doubt  # no act about an officer comes from a device
        officer_id = parsed.act.record.id
        if why := authority.objection(state, parsed.act.type, officer_id, actor):
            return refusal(why)
        if isinstance(parsed.content, acts.OfficerRegistered):
            return await judging.registered(state, parsed.content, actor)
        if state is None:
            return refusal("officer_unknown")
        if isinstance(parsed.content, acts.EnrolmentIssued):
            return await judging_asks.judge_link(state, parsed.act.type, parsed.content, actor)
        check = CHECKS.get(parsed.act.type)
        judgement = await check(state, parsed.content, actor) if check else Accept()
        if isinstance(judgement, Accept) and actor.face != "cli":
            why = await judging_asks.second_needed(state, parsed.content)
            return refusal(why) if why else judgement
        return judgement

    async def apply(
        self,
        state: Account | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the officer's rows, and end the sessions that must not outlive the act."""
        del state
        officer_id = parsed.act.record.id
        note = judgement.note if isinstance(judgement, Accept) else None
        now = entry.received_at
        declared = ACTS[PeopleAct(parsed.act.type)]
        if declared.who is Who.REGISTRAR:
            await delegations.fold(officer_id, parsed.content, actor.officer_id, now, note)
            return
        if isinstance(parsed.content, OfficerTaken):
            await folding.carry(officer_id, parsed.content, note, now)
            await leaving.look(officer_id, now)
            return
        asked = await folding_asks.fold(officer_id, parsed.content, actor, note, now)
        if not asked:
            await folding.fold(officer_id, parsed.content, actor, note, now)
        if declared.who is not Who.HIMSELF:  # whatever it was: the officer may serve elsewhere now
            await leaving.look(officer_id, now)
        if asked:
            return
        if declared.ends is not None:
            await sessions.end_desk_of_officer(officer_id, now)
            if declared.ends.phones is not None:
                await sessions.end_mobile_of_officer(officer_id, now, declared.ends.phones)


class DeviceRecordHandler:
    """Locks, judges and folds acts about devices."""

    act_types = of_handler(Handler.DEVICE)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> DeviceRow | None:
        """Lock and return the device's row, or None."""
        return await devices.lock(act.record.id)

    async def judge(
        self, state: DeviceRow | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Decide whether the actor and the device's state allow the act.

        A sign-in with both factors enrols a device, and an administrator revokes it. A supervisor
        imports what one of their officers recorded on it, even after it was revoked.
        """
        del doubt  # a device says nothing about itself
        if why := authority.of_device(state, parsed.act.type, actor):
            return refusal(why)
        if isinstance(parsed.content, acts.DeviceEnrolled):
            return refusal("device_exists") if state is not None else Accept()
        if state is None:
            return refusal("device_unknown")
        if isinstance(parsed.content, acts.RescueImported):
            return await _judge_rescue(parsed.content, actor)
        if isinstance(parsed.content, acts.DeviceApproved):
            return await _judge_approval(state, parsed.content, actor)
        if isinstance(parsed.content, DeviceReportedLost):
            return await _judge_lost(state, parsed.content, actor)
        if isinstance(parsed.content, NumbersVoided):
            return await lent_numbers.judge_voided(parsed.act.record.id, parsed.content)
        if isinstance(parsed.content, PhoneMessageSent) and not scope.covers(actor, state.path):
            return refusal("device_unknown")
        return refusal("device_revoked") if state.revoked_at is not None else Accept()

    async def apply(
        self,
        state: DeviceRow | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the device's row; the sessions of a revoked device end immediately."""
        del judgement
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
            case acts.DeviceApproved() as approved:
                await approvals.approve(
                    device_id, approved.officer_id, actor.officer_id, entry.received_at
                )
            case acts.DeviceRevoked() as revoked:
                await devices.revoke(device_id, actor.officer_id, revoked.reason, entry.received_at)
                await sessions.end_mobile_of_device(device_id, entry.received_at, "device_revoked")
            case DeviceReportedLost() as lost:
                why = lost.reason or LOST
                await devices.revoke(device_id, actor.officer_id, why, entry.received_at)
                await sessions.end_mobile_of_device(device_id, entry.received_at, "device_lost")
            case NumbersVoided() as voided:
                await numbering.close_block(
                    voided.block_id, voided.reason, parsed.act.id, entry.received_at
                )
            case PhoneMessageSent() as sent if state is not None:
                await phone_messages.insert(
                    sent.message_id,
                    device_id,
                    state.path,
                    state.unit_id,
                    sent.text,
                    actor.officer_id,
                    entry.received_at,
                )
            case acts.RescueImported():
                pass  # the file's acts are stored in their own records; see backend/exchange/rescue
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")


async def _judge_approval(
    state: DeviceRow, content: acts.DeviceApproved, actor: Actor
) -> Judgement:
    """Accept an approval by a supervisor or administrator of the officer's unit or above.

    Nobody approves a device for themselves.
    """
    if actor.officer_id == content.officer_id:
        return refusal("own_device")
    waiting = await approvals.of_pair(state.id, content.officer_id)
    if waiting is None or not scope.covers(actor, waiting.path):
        return refusal("device_unknown")
    if state.revoked_at is not None:
        return refusal("device_revoked")
    return refusal("device_approved") if waiting.approved_at is not None else Accept()


async def _judge_lost(state: DeviceRow, content: DeviceReportedLost, actor: Actor) -> Judgement:
    """Accept a report by who used the phone, or by a supervisor or administrator of theirs."""
    officer = await people.find(content.officer_id)
    if officer is None or not await devices.list_used_by(content.officer_id, [state.id]):
        return refusal("device_unknown")
    if actor.officer_id != content.officer_id:
        if not actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR):
            return refusal("not_allowed")
        if not scope.covers(actor, officer.path):
            return refusal("device_unknown")
    return refusal("device_revoked") if state.revoked_at is not None else Accept()


async def _judge_rescue(content: acts.RescueImported, actor: Actor) -> Judgement:
    """Check only that the officer is in the supervisor's scope.

    Phones are shared, so any device will do.
    """
    officer = await people.find(content.officer_id)
    if officer is None or not scope.covers(actor, officer.path):
        return refusal("officer_unknown")
    return Accept()
