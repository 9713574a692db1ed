"""Entering again a decision that a restore lost, under the number and the date on its paper."""

from uuid import UUID

from backend.fieldwork.rules.decisions import fault
from backend.force.numbers import entering_again as recovery
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer, Number
from schemas.core.entered_again import EnteredAgain
from schemas.fieldwork.decisions import DecisionAgain, DecisionFault

FORM = "QĐ-KT"


async def faults(again: DecisionAgain, unit_id: UUID, unit_code: str) -> list[DecisionFault]:
    """Return the faults of entering it again, by field.

    It must have been issued in a period that was lost, be entered by the officer who signed it, and
    bear a number that no other paper has (`backend.force.numbers.entering_again`).
    """
    found: list[DecisionFault] = []
    if not again.signed_by_issuer:
        found.append(
            fault(
                "again_signed_by_issuer",
                "Chỉ người đã ký quyết định trên giấy nhập lại quyết định đó: sổ ghi tên người nhập là người ban hành.",
                "Only who signed the paper enters it again: the ledger names him as its issuer.",
            )
        )
    if len(again.reason.strip()) < 3:
        found.append(
            fault(
                "again_reason",
                "Cần ghi lý do, ít nhất 3 ký tự.",
                "Give the reason, 3 letters at least.",
            )
        )
    number = _number(again, Issuer(kind="unit", id=unit_id), unit_code)
    if number is None:
        why = numbering.fault("number_unreadable")
        return [*found, DecisionFault(field="again_number", text=why.text)]
    if wrong := await recovery.fault(number, again.day):
        field = "again_day" if wrong.code == "day_not_lost" else "again_number"
        found.append(DecisionFault(field=field, text=wrong.text))
    return found


async def enter(
    again: DecisionAgain, issuer: Issuer, unit_code: str, decision_id: UUID
) -> tuple[EnteredAgain, str]:
    """Take the number for the decision. Return what its act says about it, and the number as text.

    The caller has called faults(), which found nothing. Raises Conflict if another paper has taken
    the number meanwhile.
    """
    restore = await recovery.lost_on(again.day)
    number = _number(again, issuer, unit_code)
    if restore is None or number is None:
        raise ValueError("faults() was not asked")
    await numbering.enter_again(number, decision_id)
    said = EnteredAgain(
        restore=restore.act_id, number=again.number, day=again.day, reason=again.reason.strip()
    )
    return said, again.number


def _number(again: DecisionAgain, issuer: Issuer, unit_code: str) -> Number | None:
    number = numbering.in_unit_text(again.number, FORM, unit_code)
    if number is None:
        return None
    return Number(issuer=issuer, form=FORM, year=again.day.year, number=number)
