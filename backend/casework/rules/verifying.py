"""Verification of a case's facts once the violation is minuted (Law Art 59): who orders it, on which paper, its end.

It moves no state: the case waits for the explanation, or for the decision, as before. Where it is ordered the decision
has a month from the minutes (Art 66.1.b), so the order lies in the file while the time to decide runs, filed by another
hand than who enters it; and what the month was for stands in minutes of verification (MBB05). Pure.
"""

from datetime import date
from uuid import UUID

from backend.casework.rules.facts import Event, Facts, Paper
from backend.core.local_time import day_of

MINUTES = "MBB05"


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
            if one.form == MINUTES
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
    found = facts.verifying
    if any(ended_by(facts, one) for one in found):
        return []
    return [one.act_id for one in found]


def _ordered_on(facts: Facts, order: Event) -> date:
    sheet = getattr(order.content, "sheet", None)
    filed = next((one for one in facts.folio if one.first == sheet), None)
    return filed.issued_on if filed and filed.issued_on else day_of(order.received_at)
