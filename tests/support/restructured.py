"""The test force restructured: units made, merged, split and moved by the operator, as a file of steps does it.

await restructured.merged("0102", people.units["0101"].unit_id, people)
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.rules.unit_asks import Change
from backend.force.units import asking
from backend.force.units import service as units
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct, UnitCreated
from schemas.force.restructuring_acts import Area, Ordered, Part, UnitMerged, UnitMoved, UnitSplit
from tests.support.cases_made import today
from tests.support.people import People, Person

ORDER = Ordered(number="40/NĐ-CP", decided_on=date(2025, 2, 26), by="Chính phủ")


def operator(people: People) -> Actor:
    """The operator of the machine, under the name of the force's administrator."""
    return people.lan.actor("cli")


async def record(unit_id: UUID, kind: PeopleAct, content: Any, actor: Actor) -> Outcome:
    """Record an act of a unit in a transaction of its own."""
    async with transaction():
        act = ledger.desk_act(RecordKind.UNIT, unit_id, kind, content, actor)
        return await ledger.record(act, actor)


async def made(
    code: str, name: str, parent: UUID, people: People, kind: Any = "department"
) -> UUID:
    """Create a unit and return its id."""
    content = UnitCreated(
        code=code,
        name_vi=name,
        name_en=name,
        kind=kind,
        parent_id=parent,
        valid_from=date(2025, 2, 1),
    )
    async with transaction():
        outcome = await units.create(operator(people), content)
    taken = ledger.unwrap(outcome)
    return taken.receipt.record_id


async def merged(code: str, into: UUID, people: People, on: date | None = None) -> Accepted:
    """Merge a unit of the cast into another."""
    content = UnitMerged(into_id=into, valid_to=on or today(), ordered=ORDER)
    unit_id = people.units[code].unit_id
    return ledger.unwrap(await record(unit_id, PeopleAct.UNIT_MERGED, content, operator(people)))


async def moved(unit_id: UUID, below: UUID, people: People, on: date | None = None) -> Accepted:
    """Move a unit below another."""
    content = UnitMoved(parent_id=below, valid_from=on or today(), ordered=ORDER)
    return ledger.unwrap(await record(unit_id, PeopleAct.UNIT_MOVED, content, operator(people)))


async def by_two(unit_id: UUID, change: Change, asks: Person, confirms: Person) -> Outcome:
    """Have one administrator ask at the desk, and another confirm what the preview says."""
    async with transaction():
        outcome, ask_id = await asking.ask(asks.actor("desk"), unit_id, change)
    ledger.unwrap(outcome)
    async with transaction():
        seen = (await asking.get(confirms.actor("desk"), ask_id)).seen
        done = await asking.confirm(confirms.actor("desk"), ask_id, seen, "Đã đối chiếu")
    assert done is not None
    return done


async def split(
    code: str,
    rest: UUID,
    officers: list[tuple[UUID, UUID]],
    people: People,
    *,
    areas: Iterable[tuple[str, UUID]] = (),
    cases: Iterable[tuple[UUID, UUID]] = (),
) -> Accepted:
    """Split a unit of the cast: named officers, communes and cases go apart, all else to `rest`."""
    content = UnitSplit(
        rest_id=rest,
        units=[],
        officers=[Part(id=who, part_id=part) for who, part in officers],
        areas=[Area(code=code, part_id=part) for code, part in areas],
        cases=[Part(id=case, part_id=part) for case, part in cases],
        valid_to=today(),
        ordered=ORDER,
    )
    unit_id = people.units[code].unit_id
    return ledger.unwrap(await record(unit_id, PeopleAct.UNIT_SPLIT, content, operator(people)))
