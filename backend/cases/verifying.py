"""Verification of a case's facts once the violation is minuted (Law Art 59): who orders it, on which paper, its end.

It moves no state: the case waits for the explanation, or for the decision, as before. Where it is ordered the decision
has a month from the minutes (Art 66.1.b), so the order lies in the file while the time to decide runs, filed by another
hand than who enters it; and what the month was for stands in minutes of verification (MBB05). Pure.
"""

from datetime import date, datetime
from uuid import UUID

from backend.cases import recording
from backend.cases.facts import Event, Facts, Paper
from backend.cases.side_guards import side_guard
from backend.cases.texts import refusal
from backend.cases.world import World
from backend.deadlines.rules import day_of
from backend.ledger.books import Refuse
from schemas import case_acts as a
from schemas.case_words import CaseAct
from schemas.problems import Text


def orders(facts: Facts) -> list[Event]:
    """Orders to verify since the violation was recorded."""
    recorded = facts.last(CaseAct.VIOLATION_RECORDED)
    return [
        one
        for one in facts.events
        if one.type == CaseAct.VERIFICATION_ORDERED
        and recorded is not None
        and one.number > recorded.number
    ]


def ended_by(facts: Facts, order: Event) -> Paper | None:
    """Minutes of verification that name the recorded minutes, of the day of the order or later; None while it is
    open."""
    if facts.recorded is None:
        return None
    about, since = facts.papers.get(facts.recorded.document_id), _ordered_on(facts, order)
    return next(
        (
            one
            for one in facts.papers.values()
            if one.form == "MBB05"
            and one.stands
            and one.issued_on is not None
            and one.issued_on >= since
            and about is not None
            and one.fields.get("violation_minutes_number") == about.number
        ),
        None,
    )


def unproved(facts: Facts) -> list[UUID]:
    """The orders, by act, where no minutes say what any of them came to."""
    found = orders(facts)
    if any(ended_by(facts, one) for one in found):
        return []
    return [one.act_id for one in found]


def _ordered_on(facts: Facts, order: Event) -> date:
    sheet = getattr(order.content, "sheet", None)
    filed = next((one for one in facts.sheets if one.first == sheet), None)
    return filed.issued_on if filed and filed.issued_on else day_of(order.received_at)


@side_guard.register
def _(content: a.VerificationOrdered, facts: Facts, world: World) -> Refuse | None:
    if facts.recorded is None:
        return None
    last = next(reversed(orders(facts)), None)
    if last is not None and ended_by(facts, last) is None:
        return refusal("case_verification_unended")
    if content.sheet is None:
        lapsed = world.over("D12")
        return refusal("case_verification_late" if lapsed else "case_verification_paper")
    if alone := recording.own_writing(content.sheet, facts, world):
        return alone
    sheet = next(one for one in facts.sheets if one.first == content.sheet)
    filed = next(one for one in facts.events if one.act_id == sheet.act_id)
    if _lapsed_at(filed.received_at, world):
        return refusal("case_verification_late")
    began = day_of(facts.recorded.recorded_at)
    if sheet.issued_on is None or not began <= sheet.issued_on <= world.today:
        why = Text(
            vi="văn bản giao xác minh đưa vào hồ sơ phải có ngày, từ ngày lập biên bản vi phạm",
            en="the order to verify is filed with its day, not before that of the violation minutes",
        )
        return refusal("case_dates", why)
    return None


def _lapsed_at(moment: datetime, world: World) -> bool:
    """Whether the time to decide was over by then: an order that came into the file later brings none back."""
    return "D12" in world.due and moment >= world.due["D12"]
