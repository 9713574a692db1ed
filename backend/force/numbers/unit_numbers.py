"""Registers of a unit: where they begin at go-live, and numbers set aside for an outage.

Both are acts on the unit's record (`numbers.opened`, `numbers.set_aside`, `numbers.given_back`); the
unit's record handler calls this module. A register never goes back. A number that was set aside is
used by a paper that was signed with it on paper and is entered later, or void with a reason
(Circular 22/2021/TT-BCT Art 6).
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from backend.core import local_time
from backend.core.errors import Conflict
from backend.force.queries import numbers as queries
from backend.force.queries import people
from backend.force.queries import unit_numbers as unit_queries
from backend.force.queries.unit_numbers import AsideNumber as AsideNumber
from backend.force.queries.unit_numbers import RangeRow as RangeRow
from backend.force.queries.unit_numbers import RangeUse as RangeUse
from backend.force.queries.units import UnitRow
from backend.force.rules import numbers as rules
from backend.force.rules.numbers import Issuer, Number, NumberFault
from backend.law import form_facts
from schemas.force import number_acts as acts

MOST = 200
"""Numbers in one range: more than a unit signs in the longest outage."""
MOST_OPENED = 99_999
"""The largest number behind which a register may begin: more than a unit signs on paper in a year. It
never goes back, and phones take numbers up to 999,999, so one slip of the keyboard would end a
register. Judged here and not by the act's form: older entries are read as they were written."""
CASES = "VV"
"""Vụ việc: cases are numbered like papers, by unit and year."""


INCOMING = "ĐẾN"
"""Số đến: the numbers of incoming papers (Decree 30/2020 Art 21)."""


def registers() -> dict[str, str]:
    """Return the symbol of each register of a unit, by its form; also those of cases and of what came in."""
    return {INCOMING: INCOMING, CASES: CASES, **form_facts.unit_registers()}


async def opening_fault(unit: UnitRow, content: acts.NumbersOpened) -> str | None:
    """Return why a register cannot begin there, as a code; locks the register.

    A phone that holds numbers of the officer's register keeps them: then it cannot begin behind.
    """
    of_officer = content.officer_id is not None
    if content.form not in (form_facts.officer_registers() if of_officer else registers()):
        return "numbers_form"
    if content.last_number > MOST_OPENED:
        return "numbers_too_high"
    issuer = _issuer(unit.id, content)
    if content.officer_id is not None:
        officer = await people.find(content.officer_id)
        if officer is None or officer.path.as_tuple()[unit.level - 1] != unit.id:
            return "numbers_officer"
    last = await queries.lock_sequence(issuer, content.form, content.year)
    before = unit_queries.officer_opening if of_officer else unit_queries.opening
    if await before(issuer.id, content.form, content.year) is not None:
        return "numbers_opened"
    if of_officer and await unit_queries.is_lent(issuer, content.form, content.year):
        return "numbers_lent"
    return "numbers_not_lower" if content.last_number <= last else None


def _issuer(unit_id: UUID, content: acts.NumbersOpened) -> Issuer:
    if content.officer_id is not None:
        return Issuer(kind="officer", id=content.officer_id)
    return Issuer(kind="unit", id=unit_id)


async def open_at(unit_id: UUID, content: acts.NumbersOpened, act_id: UUID) -> None:
    """Let the register begin behind the number; the fold of the act."""
    issuer = _issuer(unit_id, content)
    await unit_queries.open_at(
        issuer, content.form, content.year, content.last_number, content.reason, act_id
    )


async def next_range(unit_id: UUID, form: str, year: int, size: int) -> tuple[int, int]:
    """Lock the register and return the first and last of its next numbers."""
    last = await queries.lock_sequence(Issuer(kind="unit", id=unit_id), form, year)
    return last + 1, last + size


async def set_aside_fault(unit_id: UUID, content: acts.NumbersSetAside) -> str | None:
    """Return why these numbers cannot be set aside, as a code; locks the register."""
    if content.form not in form_facts.unit_registers():
        return "numbers_form"
    first, _ = await next_range(unit_id, content.form, content.year, 1)
    size = content.last - content.first + 1
    return None if content.first == first and 1 <= size <= MOST else "numbers_moved_on"


async def set_aside(
    unit_id: UUID, content: acts.NumbersSetAside, act_id: UUID, officer_id: UUID
) -> None:
    """Set the numbers aside; the fold of the act."""
    await unit_queries.set_aside(unit_id, content, act_id, officer_id)


async def give_back_fault(unit_id: UUID, content: acts.NumbersGivenBack) -> str | None:
    """Return why these numbers cannot be voided, as a code; locks them."""
    row = await unit_queries.find_range(content.range_id)
    if row is None or row.unit_id != unit_id:
        return "numbers_not_aside"
    still = await unit_queries.lock_open(row.id, content.numbers)
    return None if still == sorted(set(content.numbers)) else "numbers_not_aside"


async def give_back(unit_id: UUID, content: acts.NumbersGivenBack, act_id: UUID) -> None:
    """Void the numbers; the fold of the act."""
    row = await unit_queries.find_range(content.range_id)
    if row is None:
        raise LookupError(f"no range {content.range_id}")
    issuer = Issuer(kind="unit", id=unit_id)
    for number in content.numbers:
        await queries.set_void(issuer, row.form, row.year, number, content.reason, act_id)


async def range_of(number: Number) -> RangeRow | None:
    """Lock a number and return the range in which it was set aside; None if it was not."""
    return await unit_queries.range_of(number.issuer, number.form, number.year, number.number)


async def possible_on(day: date, today: date) -> bool:
    """Tell whether any number was set aside by this day, so that a paper of it may bear one."""
    ends = datetime.combine(day + timedelta(days=1), time(0), local_time.VIETNAM)
    return day <= today and await unit_queries.any_before(ends)


def fault(row: RangeRow, day: date, today: date) -> NumberFault | None:
    """Return why a paper cannot bear a number of this range and this day; None if it can. Pure."""
    since = local_time.day_of(row.set_aside_at)
    return None if since <= day <= today else rules.fault("day_not_aside")


async def use(row: RangeRow, number: Number, document_id: UUID) -> None:
    """Give a number that was set aside to the paper that bears it.

    Raises Conflict if the number is used or void, or the paper has another one.
    """
    if await queries.of_document(document_id):
        raise _conflict("document_numbered")
    if not await unit_queries.use(row.id, number.number, document_id):
        raise _conflict("number_used")


def _conflict(code: str) -> Conflict:
    why = rules.fault(code)
    return Conflict(code=why.code, text=why.text)
