"""Opens cases again that a restore lost, under the numbers that letters and decisions already bear.

The number must be one that the restore skipped and that nothing else bears. The day must be one
that the restore lost (backend.force.numbers.entering_again).
"""

from datetime import date
from typing import Any
from uuid import UUID

from backend.casework.queries import offices as queries
from backend.casework.rules.facts import Facts
from backend.core.errors import RefusedAct
from backend.force.numbers import entering_again as recovery
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer, Number
from backend.ledger.handlers import Refuse
from schemas.casework.acts.parts import Opening
from schemas.core.entered_again import EnteredAgain

CASES = "VV"
"""Vụ việc: cases are numbered like papers, by unit and year."""


async def said(number: str, day: date, reason: str) -> EnteredAgain:
    """Build what an act says of a case that a restore lost, with the restore that lost that day.

    Raises RefusedAct if no restore did.
    """
    restore = await recovery.lost_on(day)
    if restore is None:
        raise _raised("day_not_lost")
    return EnteredAgain(restore=restore.act_id, number=number, day=day, reason=reason)


def _raised(code: str) -> RefusedAct:
    return RefusedAct(code=code, text=numbering.fault(code).text)


async def opened_as(unit_id: UUID, unit_code: str, again: EnteredAgain, case_id: UUID) -> str:
    """Take the number under which a lost case is opened again, in the caller's transaction.

    Raises RefusedAct if the case may not bear it, Conflict if it is taken.
    """
    number = _number(again, unit_id, unit_code)
    if number is None:
        raise _raised("number_unreadable")
    if why := await recovery.fault(number, again.day, restore_id=again.restore):
        raise _raised(why.code)
    await numbering.enter_again(number, case_id)
    return again.number


def _number(again: EnteredAgain, unit_id: UUID, unit_code: str) -> Number | None:
    text, dash, year = again.number.rpartition("-")
    if not dash or year != str(again.day.year):
        return None
    number = numbering.in_unit_text(text, CASES, unit_code)
    issuer = Issuer(kind="unit", id=unit_id)
    if number is None:
        return None
    return Number(issuer=issuer, form=CASES, year=again.day.year, number=number)


async def objection(facts: Facts | None, content: Any) -> Refuse | None:
    """Return why an act may not open a lost case again, or None; asked of every act of a case.

    opened_as() took the number in this transaction, so that it is used is no fault here. The act
    must name this very number.
    """
    opening = getattr(content, "opening", None)
    if facts is not None or not isinstance(opening, Opening) or opening.again is None:
        return None
    again = opening.again
    number = _number(again, opening.unit_id, await queries.unit_code(opening.unit_id) or "")
    if number is None or opening.number != again.number:
        return _refused("number_unreadable")
    fault = await recovery.fault(number, again.day, restore_id=again.restore)
    return None if fault is None or fault.code == "number_used" else _refused(fault.code)


def _refused(code: str) -> Refuse:
    return Refuse(code=code, text=numbering.fault(code).text)
