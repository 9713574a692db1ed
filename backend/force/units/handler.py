"""The record handler of units: judges and folds acts about the force's tree."""

from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.force.acts.declaring import Handler
from backend.force.acts.index import of_handler
from backend.force.derived import authority
from backend.force.machines import folding as machines
from backend.force.numbers import incoming, unit_numbers
from backend.force.queries import certificates, phone_messages
from backend.force.queries import units as queries
from backend.force.queries.units import UnitRow
from backend.force.rules import units as rules
from backend.force.rules.unit_asks import CHANGES
from backend.force.texts.units import refusal
from backend.force.units import judging_asks, restructuring
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.force import acts as people_acts
from schemas.force import device_acts, number_acts, seal_acts
from schemas.force.machine_acts import MachineDeclined, MachineRevoked
from schemas.force.restructuring_acts import UnitRenamed
from schemas.ledger.acts import Act


class UnitRecordHandler:
    """Locks, judges and folds acts about units; see backend.ledger.handlers.RecordHandler."""

    evidence: frozenset[str] = frozenset()
    act_types = of_handler(Handler.UNIT)
    lock_tells_position = False

    async def lock(self, act: Act) -> UnitRow | None:
        """Lock and return the unit's row, or None; of a restructuring all units that it touches."""
        if change := restructuring.change_in(act):
            await restructuring.lock(act.record.id, change)
        return await queries.lock(act.record.id)

    async def judge(
        self, state: UnitRow | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept changes at the desk only, by an administrator of the unit or above."""
        del doubt  # no act about a unit comes from a device
        if actor.face not in ("desk", "cli"):
            return refusal("not_from_phone")
        content = parsed.content
        if isinstance(content, people_acts.UnitCreated):
            return await _judge_created(state, content, parsed.act.record.id, actor)
        if why := authority.of_unit(state, parsed.act.type, actor):
            return refusal(why)
        if state is None:
            return refusal("unit_unknown")
        if isinstance(content, number_acts.NumbersGivenBack):
            return _judged(await unit_numbers.give_back_fault(state.id, content))
        if isinstance(content, seal_acts.UnitCertificateRevoked):
            return await _judge_certificate_revoked(state, content)
        if isinstance(content, MachineRevoked | MachineDeclined):
            return await machines.judge(state, content, actor)  # an account may outlive its unit
        if isinstance(content, judging_asks.CONTENTS):
            return await judging_asks.judge(state, content, actor)  # declined after its unit ended
        if state.valid_to is not None:
            return refusal("unit_closed")
        return await _judge_change(state, content, actor)

    async def apply(
        self,
        state: UnitRow | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the unit's row."""
        unit_id = parsed.act.record.id
        if await restructuring.apply(unit_id, parsed.content, parsed.act.id, actor.officer_id):
            return
        match parsed.content:
            case people_acts.UnitCreated() as made if isinstance(judgement, Accept):
                await queries.insert(
                    unit_id,
                    made.code,
                    made.name_vi,
                    made.name_en,
                    made.kind,
                    made.parent_id,
                    judgement.note,
                    made.valid_from,
                )
            case UnitRenamed() as renamed:
                await queries.rename(unit_id, renamed.name_vi, renamed.name_en)
                if renamed.code is not None:
                    await queries.set_code(unit_id, renamed.code)
            case number_acts.NumbersOpened() as opened:
                await unit_numbers.open_at(unit_id, opened, parsed.act.id)
            case number_acts.NumbersSetAside() as aside:
                await unit_numbers.set_aside(unit_id, aside, parsed.act.id, actor.officer_id)
            case number_acts.NumbersGivenBack() as back:
                await unit_numbers.give_back(unit_id, back, parsed.act.id)
            case number_acts.PaperReceived() as received:
                await incoming.enter(unit_id, received, parsed.act.id, actor.officer_id)
            case seal_acts.UnitCertificateRegistered():
                pass  # its row holds the sealed key: see backend/documents/signing/agency.py
            case seal_acts.UnitCertificateRevoked() as revoked:
                await certificates.revoke(revoked.certificate_id, revoked.reason)
            case _ if state is not None:
                await _apply_beside(state, parsed, actor, entry)
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")


async def _apply_beside(state: UnitRow, parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    match parsed.content:
        case device_acts.DeviceApprovalSet() as chosen:
            await queries.set_device_approval(state.id, demanded=chosen.demanded)
        case device_acts.PhoneMessageSent() as sent:
            await phone_messages.insert(
                sent.message_id,
                None,
                state.path,
                state.id,
                sent.text,
                actor.officer_id,
                entry.received_at,
            )
        case _ if isinstance(parsed.content, judging_asks.CONTENTS):
            await judging_asks.apply(state, parsed.content, actor, entry.received_at)
        case _:
            await machines.apply(state, parsed.content, actor, entry)


async def _judge_change(state: UnitRow, content: Any, actor: Actor) -> Judgement:
    """Judge what is done to a unit in force."""
    if isinstance(content, CHANGES):
        alone = await judging_asks.second_person_fault(state, content, actor)
        return alone or await restructuring.CHECKS[type(content)](state, content, actor)
    if check := restructuring.CHECKS.get(type(content)):
        return await check(state, content, actor)
    if isinstance(content, machines.CONTENTS):
        return await machines.judge(state, content, actor)
    if isinstance(content, device_acts.DeviceApprovalSet):
        unchanged = await queries.demands_approval(state.id) is content.demanded
        return refusal("device_approval_unchanged") if unchanged else Accept()
    if isinstance(content, number_acts.NumbersOpened):
        return _judged(await unit_numbers.opening_fault(state, content))
    if isinstance(content, number_acts.NumbersSetAside):
        return _judged(await unit_numbers.set_aside_fault(state.id, content))
    if isinstance(content, number_acts.PaperReceived):
        return _judged(await incoming.fault(state.id, content))
    return Accept()


def _judged(code: str | None) -> Judgement:
    return refusal(code) if code else Accept()


async def _judge_certificate_revoked(
    state: UnitRow, content: seal_acts.UnitCertificateRevoked
) -> Judgement:
    row = await certificates.find(content.certificate_id)
    if row is None or row.unit_id != state.id:
        return refusal("certificate_unknown")
    return refusal("certificate_revoked_before") if row.revoked_at is not None else Accept()


async def _judge_created(
    state: UnitRow | None, content: people_acts.UnitCreated, unit_id: UUID, actor: Actor
) -> Judgement:
    if state is not None:
        return refusal("unit_exists")
    parent = await queries.lock(content.parent_id) if content.parent_id else None
    if content.parent_id is None:
        if actor.face != "cli":
            return refusal("not_allowed")
    elif parent is None or not restructuring.may_change(actor, parent):
        return refusal("unit_unknown")
    elif parent.valid_to is not None:
        return refusal("unit_closed")
    if await queries.code_in_force(content.code):
        return refusal("unit_code_taken")
    path = rules.path_below(parent.path if parent else None, unit_id)
    if path is None:
        return refusal("unit_too_deep")
    if parent is not None and not rules.may_lie_below(content.kind, parent.kind):
        return refusal("unit_kind_below")
    return Accept(note=path)
