"""Verification of a case's facts after the violation minutes (Law Art 59). Pure.

It changes no state: the case waits for the explanation, or for the decision, as before. An order to
verify gives the decision a month from the minutes (Art 66.1.b). So the order must be filed while
the time to decide runs, by another officer than the one who enters it. Minutes of verification
(MBB05) then say what the month was for.
"""

from datetime import date
from uuid import UUID

from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.texts.cases import refusal
from backend.core.local_time import day_of
from backend.ledger.handlers import Refuse

MINUTES = "MBB05"
MAKER_SINCE = date(2025, 7, 1)
"""Since this day the maker of the minutes may verify too (Law Art 59.1)."""


def maker_fault(on: date) -> Refuse | None:
    """Return why the maker of the violation minutes may not order to verify on this day, or None."""
    return refusal("case_needs_authority") if on < MAKER_SINCE else None


def ended_by(facts: Facts, order: Event) -> Paper | None:
    """Return the verification minutes that end an order, or None while it is open.

    They name the recorded minutes, if there are any, and are of the order's day or later.
    """
    if facts.recorded is None:
        return None
    about, since = facts.papers.get(facts.recorded.document_id), _ordered_on(facts, order)
    return next(
        (
            one
            for one in facts.papers.values()
            if one.form == MINUTES
            and one.stands
            and one.issued_on is not None
            and one.issued_on >= since
            and _names(one, about)
        ),
        None,
    )


def _names(paper: Paper, about: Paper | None) -> bool:
    """Tell whether verification minutes name these. Of a file without minutes they name none."""
    said = paper.fields.get("violation_minutes_number")
    return not said if about is None else said == about.number


def unproved(facts: Facts) -> list[UUID]:
    """List the orders by act, if no minutes say what came of any of them."""
    found = facts.verifying
    if any(ended_by(facts, one) for one in found):
        return []
    return [one.act_id for one in found]


def _ordered_on(facts: Facts, order: Event) -> date:
    sheet = getattr(order.content, "sheet", None)
    filed = next((one for one in facts.folio if one.first == sheet), None)
    return filed.issued_on if filed and filed.issued_on else day_of(order.received_at)
