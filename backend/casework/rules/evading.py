"""Evasion, obstruction and delay by the violator (Law Arts 6, 74; Decree 118/2021 Art 16.3.d). Pure.

While it lasts no statute passes: the time runs anew from its end. Filed minutes prove it.
"""

from datetime import date

from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct


def since(facts: Facts) -> date | None:
    """Return since when the violator evades; None if nobody recorded it, or once it ended."""
    found, ended = facts.last(CaseAct.EVASION_FOUND), facts.last(CaseAct.EVASION_ENDED)
    if found is None or (ended is not None and ended.number > found.number):
        return None
    begun: date = found.content.evaded_since
    return begun


def runs_from(facts: Facts, ended_on: date) -> date:
    """Return from when the statute of an act of a case runs that ended on a day."""
    last = facts.last(CaseAct.EVASION_ENDED)
    return counted_from(ended_on, last.content.evaded_until if last else None)


def counted_from(ended_on: date, evaded_until: date | None) -> date:
    """Return the later of the two days: the statute runs anew from the end of an evasion (Law Art 6).

    An evasion that ended before the act did moves nothing. None: nobody evaded.
    """
    return ended_on if evaded_until is None else max(ended_on, evaded_until)


def found_fault(facts: Facts) -> Refuse | None:
    """Return why an evasion is not recorded now, or None: one at a time."""
    begun = since(facts)
    return None if begun is None else refusal("case_evading", day=formats.day(begun))


def ended_fault(content: case_execution_acts.EvasionEnded, facts: Facts) -> Refuse | None:
    """Return why an evasion did not end on this day, or None."""
    begun = since(facts)
    if begun is None:
        return refusal("case_not_evading")
    if content.evaded_until < begun:
        return refusal("case_evaded_since", day=formats.day(begun))
    return None


def lapse_fault(facts: Facts) -> Refuse | None:
    """Refuse a lapse while the violator evades: the time runs anew from the end of it."""
    begun = since(facts)
    return None if begun is None else refusal("case_evading_lapse", day=formats.day(begun))
