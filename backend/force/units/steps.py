"""Carries a list of steps out, each an act through the one door in a transaction of its own.

The ids of the acts follow from the list: a run that was interrupted, or is repeated, goes on where it stood.
"""

import hashlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from uuid import UUID

import msgspec

from backend.core import clock, submissions
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.force.queries import restructuring as queries
from backend.force.queries import units as unit_queries
from backend.force.queries.restructuring import Rewritten
from backend.force.rules.steps import Fault, Node, Picture
from backend.force.texts.units import areas_unknown, refusal
from backend.force.units import open_cases
from backend.ledger import reading
from backend.ledger import service as ledger
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct, UnitCreated
from schemas.force.restructuring import Step, Steps
from schemas.force.restructuring_acts import (
    Area,
    Part,
    UnitClosed,
    UnitMerged,
    UnitMoved,
    UnitRenamed,
    UnitSplit,
)

Within = Callable[[], AbstractAsyncContextManager[None]]


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A step that was carried out, now or before."""

    number: int
    step: Step
    before: bool
    """It had been carried out by an earlier run."""
    rewritten: list[Rewritten]


async def check(steps: Sequence[Step]) -> list[tuple[Fault, Text]]:
    """Return what is wrong with the steps as a whole, on the force as it is now. Changes nothing."""
    found = Picture(await _nodes()).check(steps, clock.today())
    faults = [(one, refusal(one.code).text) for one in found]
    for number, step in enumerate(steps, 1):
        if unknown := open_cases.unknown_communes(step.areas):
            why = areas_unknown(unknown)
            faults.append((Fault(number, why.code), why.text))
    return sorted(faults, key=lambda one: one[0].step)


async def done_before(steps: Steps) -> int:
    """Return how many steps an earlier run of the same list has carried out."""
    ids = [_id_of(steps, number) for number in range(1, len(steps.steps) + 1)]
    known = await reading.known_among(ids)
    return next((place for place, one in enumerate(ids) if one not in known), len(ids))


async def carry_out(
    steps: Steps, actor: Actor, within: Within = transaction
) -> AsyncIterator[Done]:
    """Carry the steps out that no earlier run did, one transaction each; yield each as it is done.

    `within` opens the transaction; a rehearsal gives one that is open already. Raises RefusedAct at the first step
    that the one door refuses: what was done before it stands.
    """
    stood = await done_before(steps)
    for number, step in enumerate(steps.steps, 1):
        act_id = _id_of(steps, number)
        if number <= stood:
            yield Done(number=number, step=step, before=True, rewritten=[])
            continue
        async with within():
            await _do(step, _form_of(steps, number), act_id, actor)
            rewritten = await queries.rewritten_by([act_id])
        yield Done(number=number, step=step, before=False, rewritten=rewritten)


async def settle(steps: Steps, actor: Actor, within: Within = transaction) -> int:
    """Have rows that were written at a former place meanwhile lie where their unit lies; return how many did not."""
    async with within():
        return await queries.settle(_id_of(steps, len(steps.steps)), actor.officer_id)


async def _nodes() -> list[Node]:
    known = await unit_queries.list_tree()
    code_of = {one.id: one.code for one in known}
    officers = await queries.officers_by_unit()
    return [
        Node(
            code=one.code,
            parent=code_of[one.parent_id] if one.parent_id else None,
            valid_from=one.valid_from,
            officers=officers.get(one.id, 0),
            kind=one.kind,
        )
        for one in known
        if one.valid_to is None
    ]


async def _do(step: Step, form: UUID, act_id: UUID, actor: Actor) -> None:
    submissions.begin(form, form, "")
    try:
        kind, content = await _content(step)
        record_id = act_id if kind is PeopleAct.UNIT_CREATED else await _unit(step.code)
        act = ledger.desk_act(RecordKind.UNIT, record_id, kind, content, actor)
        ledger.unwrap(await ledger.record(act, actor))
    finally:
        submissions.begin(None, form, "")


async def _content(step: Step) -> tuple[PeopleAct, Wire]:
    to = await _unit(step.to) if step.to else None
    ordered, why = step.decision, f"{step.decision.number}, {step.decision.by}"
    match step.what:
        case "create":
            return PeopleAct.UNIT_CREATED, msgspec.convert(
                {
                    "code": step.code,
                    "name_vi": step.name_vi,
                    "name_en": step.name_en,
                    "kind": step.kind,
                    "parent_id": to,
                    "valid_from": step.valid_from,
                },
                UnitCreated,
            )
        case "rename":
            return PeopleAct.UNIT_RENAMED, UnitRenamed(
                name_vi=step.name_vi or "",
                name_en=step.name_en or "",
                reason=why,
                code=step.new_code,
            )
        case "close":
            return PeopleAct.UNIT_CLOSED, UnitClosed(
                valid_to=step.valid_from, successor_id=to, reason=why
            )
    if to is None:
        raise _refused("step_to_unknown")
    match step.what:
        case "move":
            return PeopleAct.UNIT_MOVED, UnitMoved(
                parent_id=to, valid_from=step.valid_from, ordered=ordered, code=step.new_code
            )
        case "merge":
            return PeopleAct.UNIT_MERGED, UnitMerged(
                into_id=to, valid_to=step.valid_from, ordered=ordered
            )
        case _:
            return PeopleAct.UNIT_SPLIT, UnitSplit(
                rest_id=to,
                units=[
                    Part(id=await _unit(code), part_id=await _unit(part))
                    for code, part in step.units.items()
                ],
                officers=[
                    Part(id=await _officer(name), part_id=await _unit(part))
                    for name, part in step.officers.items()
                ],
                areas=[
                    Area(code=code, part_id=await _unit(part)) for code, part in step.areas.items()
                ],
                valid_to=step.valid_from,
                ordered=ordered,
            )


async def _unit(code: str) -> UUID:
    found = await queries.in_force(code)
    if found is None:
        raise _refused("step_code_unknown")
    return found


async def _officer(username: str) -> UUID:
    found = await queries.officer_named(username)
    if found is None:
        raise _refused("unit_not_theirs")
    return found


def _refused(code: str) -> RefusedAct:
    why = refusal(code)
    return RefusedAct(code=why.code, text=why.text)


def _form_of(steps: Steps, number: int) -> UUID:
    """Return an id, version 7, that follows from the list and a step's place in it."""
    digest = hashlib.sha256(msgspec.json.encode(steps) + number.to_bytes(4)).digest()
    value = int.from_bytes(digest[:16])
    value = value & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62
    return UUID(int=value)


def _id_of(steps: Steps, number: int) -> UUID:
    form = _form_of(steps, number)
    return submissions.ids_of(form, form, "")[0]
