"""How goods are given back: on minutes (MBB17 by a decision, MBB16 without one). Pure.

The receiver signs what they get, and in what condition (Decree 118/2021, forms MBB16 and MBB17; Law
on Handling Administrative Violations Arts 125.4, 126). An act of before these forms, or one with a
filed paper, names no minutes.
"""

from backend.casework.rules import exhibit_guards
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import ExhibitState

MINUTES = ("MBB17", "MBB16")
_CARRIES_OUT = {
    "MBB17": ("decision_number", "decision_date"),
    "MBB16": ("seizure_minutes_number", "seizure_minutes_date"),
}
"""The fields in which each names the paper by which the goods go back."""


def fault(facts: Facts, content: case_exhibit_acts.ExhibitsDisposed) -> Refuse | None:
    """Return why these minutes do not prove the return, or None; also if none are named."""
    if content.disposition != ExhibitState.RETURNED or content.minutes_id is None:
        return None
    if missing := stands(facts, content.minutes_id, *MINUTES):
        return missing
    minutes = facts.papers[content.minutes_id]
    listed = exhibit_guards.listed(facts, minutes) | exhibit_guards.listed_licences(facts, minutes)
    by = facts.papers.get(content.document_id) if content.document_id else None
    on = by.issued_on.isoformat() if by and by.issued_on else None
    number, day = (minutes.fields.get(name) for name in _CARRIES_OUT[minutes.form])
    same = by is not None and (number, day) == (by.number, on)
    return None if same and set(content.exhibits) <= listed else refusal("case_return_minutes")
