"""Ends the numbers lent to devices when the device is revoked or the year is over.

An act on the device's record names the numbers that are void.
"""

from datetime import datetime
from uuid import UUID

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.numbers import service as numbering
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from backend.force.texts.accounts import refusal
from backend.ledger import service as ledger
from backend.ledger.handlers import Accept, Judgement
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct
from schemas.force.number_acts import NumbersVoided
from schemas.force.numbers import NumberBlock

REVOKED = "Thiết bị bị thu hồi. / The device was revoked."
YEAR_OVER = "Hết năm: số chưa dùng. / The year is over: not used."


async def void_of_device(device_id: UUID, actor: Actor, reason: str) -> None:
    """Void all unused numbers lent to a device, one act a block, in the caller's transaction."""
    for officer_id, block in await numbering.blocks_of_device(device_id):
        await _void(device_id, officer_id, block, actor, reason)


async def close_past_years(now: datetime) -> int:
    """Close the blocks of past years and return how many there were.

    Opens one transaction a device; meant for a job.
    """
    closed = 0
    for device_id in await numbering.devices_with_past_years(now):
        async with transaction():
            for officer_id, block in await numbering.blocks_of_device(device_id):
                if numbering.is_over(block, now):
                    # The server makes this act for the officer whose numbers they are.
                    actor = actor_of(await sessions.get_actor(officer_id), "job")
                    await _void(device_id, officer_id, block, actor, YEAR_OVER)
                    closed += 1
    return closed


async def judge_voided(device_id: UUID, content: NumbersVoided) -> Judgement:
    """Check that the block is this device's and open, and that it names just its unused numbers."""
    block = await numbering.find_open_block(content.block_id, device_id, content.officer_id)
    if block is None or (block.form, block.year) != (content.form, content.year):
        return refusal("block_unknown")
    return Accept() if _unused(block) == content.numbers else refusal("block_changed")


async def _void(
    device_id: UUID, officer_id: UUID, block: NumberBlock, actor: Actor, reason: str
) -> None:
    content = NumbersVoided(
        block_id=block.id,
        officer_id=officer_id,
        form=block.form,
        year=block.year,
        numbers=_unused(block),
        reason=reason,
    )
    act = ledger.desk_act(RecordKind.DEVICE, device_id, PeopleAct.NUMBERS_VOIDED, content, actor)
    ledger.unwrap(await ledger.record(act, actor))


def _unused(block: NumberBlock) -> list[int]:
    used = set(block.used)
    return [number for number in range(block.first, block.last + 1) if number not in used]
