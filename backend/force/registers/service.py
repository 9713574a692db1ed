"""The registers of numbers of a unit: how far each is, where it began, what was set aside.

    await registers.open_register(actor, unit_id, "MQĐ02", 120, reason)     # go-live, once
    await registers.set_numbers_aside(actor, unit_id, "MQĐ02", 20, reason)  # an outage
    await registers.give_numbers_back(actor, unit_id, range_id, [131], reason)

The rules are in backend/force/numbers/unit_numbers.py.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.numbers import unit_numbers
from backend.force.queries import unit_numbers as queries
from backend.force.queries.unit_numbers import AsideNumber, OfficerOpening, RangeUse
from backend.force.rules import numbers as rules
from backend.force.units import service as units
from backend.force.units.service import UnitView
from backend.law import form_facts
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import PeopleAct
from schemas.force.number_acts import NumbersGivenBack, NumbersOpened, NumbersSetAside

_READERS = (Role.CLERK, Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AUDITOR)
_KEEPERS = (Role.CLERK, Role.ADMINISTRATOR)
_MOST = 100
MOST_SET_ASIDE = unit_numbers.MOST
MOST_OPENED = unit_numbers.MOST_OPENED


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """One register of this year."""

    form: str
    symbol: str
    last_number: int
    """0 if nothing was numbered yet."""
    opened_at_number: int | None
    next_text: str
    """The next number as a paper would show it."""
    aside: bool
    """Its numbers may be set aside: those of cases are not, because a case is opened here."""


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """A range of numbers that was set aside. Times are UTC."""

    id: UUID
    form: str
    symbol: str
    year: int
    first: int
    last: int
    reason: str
    by: str
    at: datetime
    used: int
    void: int

    @property
    def open(self) -> int:
        """Return how many are neither used nor void."""
        return self.last - self.first + 1 - self.used - self.void


class Registers(msgspec.Struct, frozen=True, kw_only=True):
    """The registers of one unit, for one reader."""

    unit: UnitView
    year: int
    rows: list[Register]
    of_officers: list[tuple[str, str]]
    """Form and symbol of the registers that each officer has of his own."""
    officers: list[OfficerOpening]
    """Where officers' registers began this year, if they did not begin at 1."""
    ranges: list[Range]
    may_open: bool
    may_set_aside: bool


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a range, as a paper shows it."""

    number: int
    text: str
    state: str
    document_id: UUID | None
    reason: str | None


def reads(actor: Actor) -> bool:
    """Tell whether the actor reads registers of a unit."""
    return actor.has(*_READERS)


async def in_sight(actor: Actor) -> list[UnitView]:
    """Return the units whose registers the actor reads, those in force first. Raises NotAllowed.

    The successor of a unit that ended counts its own series; the one before stays as it is, and is read on.
    """
    if not reads(actor):
        raise NotAllowed
    return await units.covered_or_ended(actor)


async def seen(actor: Actor, unit_id: UUID) -> Registers:
    """Return the registers of a unit in sight. Raises NotAllowed, NotFound."""
    unit = await _seen_unit(actor, unit_id)
    year = local_time.year_of(clock.now())
    begun = {row.form: row for row in await queries.registers(unit_id, year)}
    rows = []
    for form, symbol in unit_numbers.registers().items():
        row = begun.get(form)
        last = row.last_number if row else 0
        rows.append(
            Register(
                form=form,
                symbol=symbol,
                last_number=last,
                opened_at_number=row.opened_at_number if row else None,
                next_text=str(last + 1)
                if form == unit_numbers.INCOMING
                else rules.unit_number_text(symbol, last + 1, unit.code),
                aside=form not in (unit_numbers.CASES, unit_numbers.INCOMING),
            )
        )
    found = await queries.ranges(unit_id, _MOST)
    return Registers(
        unit=unit,
        year=year,
        rows=rows,
        of_officers=list(form_facts.officer_registers().items()),
        officers=await queries.officer_openings(unit_id, unit.level, year),
        ranges=[_range(row) for row in found],
        may_open=actor.has(Role.ADMINISTRATOR) and unit.valid_to is None,
        may_set_aside=actor.has(*_KEEPERS) and unit.valid_to is None,
    )


async def range_seen(
    actor: Actor, unit_id: UUID, range_id: UUID
) -> tuple[Registers, Range, list[Line]]:
    """Return a range of a unit in sight with its numbers. Raises NotAllowed, NotFound."""
    registers = await seen(actor, unit_id)
    one = next((each for each in registers.ranges if each.id == range_id), None)
    if one is None:
        raise NotFound(what="range")
    code = registers.unit.code
    return (
        registers,
        one,
        [_line(row, one.symbol, code) for row in await queries.numbers_of(range_id)],
    )


async def has_open_ranges(unit_id: UUID) -> bool:
    """Tell whether the unit has numbers set aside that are not accounted for."""
    return any(_range(row).open for row in await queries.ranges(unit_id, _MOST))


def _range(row: RangeUse) -> Range:
    return Range(
        id=row.id,
        form=row.form,
        symbol=unit_numbers.registers().get(row.form, row.form),
        year=row.year,
        first=row.first_number,
        last=row.last_number,
        reason=row.reason,
        by=row.full_name,
        at=row.set_aside_at,
        used=row.used,
        void=row.void,
    )


def _line(row: AsideNumber, symbol: str, code: str) -> Line:
    return Line(
        number=row.number,
        text=rules.unit_number_text(symbol, row.number, code),
        state=row.state,
        document_id=row.document_id,
        reason=row.reason,
    )


async def _seen_unit(actor: Actor, unit_id: UUID) -> UnitView:
    found = next((each for each in await in_sight(actor) if each.id == unit_id), None)
    if found is None:
        raise NotFound(what="unit")
    return found


async def _kept(actor: Actor, unit_id: UUID) -> None:
    """Require a unit whose numbers the actor keeps. Raises NotAllowed, NotFound."""
    if not actor.has(*_KEEPERS):
        raise NotAllowed
    await _seen_unit(actor, unit_id)


async def officer_of(actor: Actor, unit_id: UUID, officer_number: str) -> UUID | None:
    """Return the officer of a unit in sight by his number (số hiệu); None if there is none there."""
    unit = await _seen_unit(actor, unit_id)
    return await queries.officer_in(unit_id, unit.level, officer_number)


async def open_register(
    actor: Actor,
    unit_id: UUID,
    form: str,
    last_number: int,
    reason: str,
    officer_id: UUID | None = None,
) -> Outcome:
    """Let a register of this year begin behind the last number given on paper. Once, never lower.

    With `officer_id` it is the officer's own register of minutes (Circular 22/2021 Art 6.2).
    """
    await units.get_administered(actor, unit_id)
    content = NumbersOpened(
        form=form,
        year=local_time.year_of(clock.now()),
        last_number=last_number,
        reason=reason,
        officer_id=officer_id,
    )
    act = ledger.desk_act(RecordKind.UNIT, unit_id, PeopleAct.NUMBERS_OPENED, content, actor)
    return await ledger.record(act, actor)


async def set_numbers_aside(
    actor: Actor, unit_id: UUID, form: str, size: int, reason: str
) -> Outcome:
    """Set the register's next numbers of this year aside, for an outage."""
    await _kept(actor, unit_id)
    year = local_time.year_of(clock.now())
    first, last = await unit_numbers.next_range(unit_id, form, year, size)
    content = NumbersSetAside(
        range_id=new_id(), form=form, year=year, first=first, last=last, reason=reason
    )
    act = ledger.desk_act(RecordKind.UNIT, unit_id, PeopleAct.NUMBERS_SET_ASIDE, content, actor)
    return await ledger.record(act, actor)


async def give_numbers_back(
    actor: Actor, unit_id: UUID, range_id: UUID, numbers: list[int], reason: str
) -> Outcome:
    """Void numbers of a range that are on no paper."""
    await _kept(actor, unit_id)
    content = NumbersGivenBack(range_id=range_id, numbers=sorted(set(numbers)), reason=reason)
    act = ledger.desk_act(RecordKind.UNIT, unit_id, PeopleAct.NUMBERS_GIVEN_BACK, content, actor)
    return await ledger.record(act, actor)
