"""Numbers after a restore: what the lost part may have given away is never given again.

Nobody knows which numbers it lent to phones, or gave to papers at the desk. So every sequence jumps, also one that it
may have begun and that begins here later. A number that was jumped over and stands on a paper is valid when the paper
arrives: people hold it (Circular 22/2021 Art 6: unique; the jump is declared in the ledger).
"""

import math
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.core import local_time
from backend.core.errors import Conflict
from backend.force.queries import numbers as queries
from backend.force.queries import skipped_numbers as skip_queries
from backend.force.rules import numbers as rules
from backend.force.rules.numbers import Issuer, Number, NumberFault

MOST_SKIPPED = 100_000
"""Nobody's sequence gives so many in a year, and a jump is for good: more is a slip of the hand."""
_UNKNOWN_LOSS = 1000
_A_MINUTE = 2
"""Numbers of one sequence: nobody gives more in the long run. So the jump grows with the time that may be lost, and the
same backup, restored once more, does not come to numbers that were given after the first time."""
_AT_THE_DESK = 20
"""Papers of one unit and form in the seconds that no checkpoint outside covers."""
_PHONES = 3
"""On so many phones one officer may have fetched blocks in the lost part: each a block, and half of another."""

_CLOCKS = timedelta(hours=1)
"""The jump's rows bear the database's clock, its declaration the server's: so far may they differ."""


class Jump(msgspec.Struct, frozen=True, kw_only=True):
    """How far sequences of officers and of units jump, in which years."""

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
    """How far is far enough. `lost` entries took at most a number each; blocks that were lent are in no entry.

    `last_seen` is when the newest checkpoint outside was made, where it tells what is lost. What was given after it
    nobody knows: the worker that lays checkpoints may have stood still while phones went on fetching blocks. So here,
    too, the jump grows with the time since. `asked` is the operator's own number: at least that far, and, where nothing
    is known to be lost, just that far. All times are UTC.
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
    """Jump, inside the caller's transaction and as the owner of the schema; how many sequences did."""
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
    """A number on a phone's paper that the register does not have: valid where a restore jumped over it.

    What is wrong with it otherwise, and then nothing is entered.
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
    """Why a number may not be entered again after the restore that began `era`; None where that restore jumped over it
    and nothing bears it. That the day lies in the lost time is asked in backend.force.numbers.entering_again, which
    calls this.

    What was reserved for this very document when the backup was made is the document's: it was signed under it in the
    lost time, and no restore jumped over it. A try that was given up leaves its number void, and to the next.
    """
    of = (number.issuer, number.form, number.year, number.number)
    row = await queries.lock_number(*of)
    if _kept_for(row, document_id, declared_at):
        return None
    if not await skip_queries.is_skipped(*of, era, declared_at + _CLOCKS):
        return rules.fault("number_not_skipped")
    return None if row is None or given_up(row) else rules.fault("number_used")


def _kept_for(row: Any, document_id: UUID | None, until: datetime | None = None) -> bool:
    if row is None or document_id is None:
        return False
    kept = (row["state"], row["document_id"]) == ("reserved", document_id)
    return kept and (until is None or row["reserved_at"] <= until)


def given_up(row: Any) -> bool:
    """Whether a number that a restore jumped over is void by a try to enter its paper again alone."""
    return bool(row["state"] == "void" and row["block_id"] is None)


async def enter_again(number: Number, document_id: UUID) -> None:
    """Take a number that a restore jumped over for what bore it before; the caller has asked
    backend.force.numbers.entering_again.

    In the transaction that enters it. Raises Conflict where another came first.
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
