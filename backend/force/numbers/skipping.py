"""Numbers after a restore: what the lost part may have given away is never given again.

Nobody knows which numbers the lost part lent to phones or gave to papers at the desk. So every
sequence skips ahead, even one that may have begun in the lost part and begins here only later. A
skipped number on a paper becomes valid when the paper arrives, because people hold that paper
(Circular 22/2021 Art 6: unique; the skip is declared in the ledger).
"""

import math
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.core import local_time
from backend.core.errors import Conflict
from backend.force.queries import numbers as queries
from backend.force.queries import skipped_numbers as skip_queries
from backend.force.queries.numbers import LockedNumber
from backend.force.rules import numbers as rules
from backend.force.rules.numbers import Issuer, Number, NumberFault

MOST_SKIPPED = 100_000
"""The most that an operator may skip. No sequence gives so many numbers in a year, and a skip is
for good: a larger number is a typing error."""
_UNKNOWN_LOSS = 1000
_A_MINUTE = 2
"""Numbers that one sequence gives in a minute at most, in the long run. The skip grows with the
time that may be lost, so that the same backup, restored a second time, does not reach numbers that
were given after the first restore."""
_AT_THE_DESK = 20
"""Papers of one unit and form in the seconds that no checkpoint outside covers."""
_PHONES = 3
"""The most phones on which one officer may have fetched blocks in the lost part: each a block, and
half of another."""

_CLOCKS = timedelta(hours=1)
"""How far the database's clock, in the rows of a skip, may differ from the server's, in its
declaration."""


class Jump(msgspec.Struct, frozen=True, kw_only=True):
    """How far the sequences of officers and of units skip, and in which years."""

    of_officers: int
    of_units: int
    years: list[int]


def jump_after(
    lost: int | None,
    asked: int | None,
    last_held: datetime,
    now: datetime,
    last_seen: datetime | None = None,
) -> Jump:
    """Compute how far to skip.

    `lost` entries took at most one number each; lent blocks are in no entry.

    `last_seen` is when the newest checkpoint outside was made, if that shows how much is lost. What
    was given after it is unknown: the worker that writes checkpoints may have stopped while phones
    went on fetching blocks. So the skip grows with the time since then, too. `asked` is the
    operator's own number, taken as the least; if `lost` is 0, it is used as it is. All times are
    UTC.
    """
    if lost == 0 and asked is not None:
        officers = units = asked
    else:
        since = last_held if lost is None or last_seen is None else max(last_seen, last_held)
        grown = _A_MINUTE * max(0, math.ceil((now - since).total_seconds() / 60))
        known = _UNKNOWN_LOSS if lost is None else lost
        units = known + grown + _AT_THE_DESK
        officers = known + grown + 2 * _PHONES * rules.BLOCK_SIZE
        units, officers = max(units, asked or 0), max(officers, asked or 0)
    first = min(local_time.year_of(last_held), local_time.year_of(now))
    last = local_time.year_of(now + rules.NEXT_YEAR_FROM)
    return Jump(of_officers=officers, of_units=units, years=list(range(first, last + 1)))


async def skip(jump: Jump, era: int) -> int:
    """Skip the numbers, in the caller's transaction and as owner of the schema.

    Returns how many sequences moved.
    """
    moved = 0
    for kind, size in (("officer", jump.of_officers), ("unit", jump.of_units)):
        if size > 0:
            moved += await skip_queries.skip(kind, era, jump.years, size)
    return moved


async def enter(
    officer_id: UUID,
    form: str,
    year: int,
    number: int,
    document_id: UUID,
    *,
    given_at: datetime | None,
    signed_through: datetime | None,
    act_id: UUID | None,
) -> NumberFault | None:
    """Enter a number of a phone's paper that the register lacks: valid if a restore skipped it.

    Returns a fault, and enters nothing, if it cannot be entered.
    """
    issuer = Issuer(kind="officer", id=officer_id)
    if not await skip_queries.is_skipped(issuer, form, year, number):
        return rules.fault("number_not_lent")
    if why := rules.holds(
        state="reserved",
        by_closing=False,
        document_id=None,
        wanted_by=document_id,
        given_at=given_at,
        signed_through=signed_through,
    ):
        return why
    if await queries.of_document(document_id):
        return rules.fault("document_numbered")
    if not await skip_queries.enter_skipped(issuer, form, year, number, document_id, act_id):
        return rules.fault("number_used")
    return None


async def again_fault(
    number: Number, document_id: UUID | None, *, era: int, declared_at: datetime
) -> NumberFault | None:
    """Return why a number may not be entered again after the restore that began `era`.

    None if that restore skipped the number and no paper bears it. The caller,
    backend.force.numbers.entering_again, has checked that the day lies in the lost time. A number
    that was reserved for this very document when the backup was made belongs to the document: it
    was signed under it in the lost time, and no restore skipped it. If entering a paper again was
    begun and given up, its number is void but may be entered again.
    """
    of = (number.issuer, number.form, number.year, number.number)
    row = await queries.lock_number(*of)
    if _kept_for(row, document_id, declared_at):
        return None
    if not await skip_queries.is_skipped(*of, era, declared_at + _CLOCKS):
        return rules.fault("number_not_skipped")
    return None if row is None or given_up(row) else rules.fault("number_used")


def _kept_for(
    row: LockedNumber | None, document_id: UUID | None, until: datetime | None = None
) -> bool:
    if row is None or document_id is None:
        return False
    kept = (row.state, row.document_id) == ("reserved", document_id)
    if until is None or not kept:
        return kept
    return row.reserved_at is not None and row.reserved_at <= until


def given_up(row: LockedNumber) -> bool:
    """Tell whether a skipped number is void only because entering its paper again was given up."""
    return row.state == "void" and row.block_id is None


async def enter_again(number: Number, document_id: UUID) -> None:
    """Give a skipped number to the paper that bore it before the restore.

    Called in the transaction that enters the paper. The caller has checked the number with
    backend.force.numbers.entering_again. Raises Conflict if another paper came first.
    """
    if await queries.of_document(document_id):
        raise _conflict("document_numbered")
    of = (number.issuer, number.form, number.year, number.number)
    if _kept_for(await queries.lock_number(*of), document_id):
        await queries.set_used(*of, document_id, None)
        return
    entered = await skip_queries.enter_skipped(*of, document_id, None)
    if not entered and not await skip_queries.enter_once_more(*of, document_id):
        raise _conflict("number_used")


def _conflict(code: str) -> Conflict:
    why = rules.fault(code)
    return Conflict(code=why.code, text=why.text)
