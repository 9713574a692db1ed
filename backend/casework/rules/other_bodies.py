"""Whether another body decides on the violation, as the case notes it. Pure.

Acts of several bodies' fields are the chair's of the People's Committee (Law on Handling Administrative
Violations Art 52.4.c). Of bodies with equal powers the one decides that took the case first (Art 52.3).
"""

from datetime import date

from backend.casework.rules.facts import Facts
from backend.law import form_facts
from backend.law.sanctions import engine as sanctions
from schemas.law.sanctions import Refusal


def faults(facts: Facts, title: str, day: date) -> list[Refusal]:
    """Return why a title may not decide in this case on that day, whatever the decision orders.

    A note from after that day does not count against what was signed before.
    """
    if facts.others is None or facts.others[1] > day:
        return []
    noted = facts.others[0]
    code = sanctions.title_code(title, facts.book)
    return sanctions.shared_faults(
        code,
        day,
        several=noted.several_bodies,
        taken=noted.taken_by is not None,
        book=facts.book,
    )


def fault(facts: Facts, form: str, title: str, day: date) -> Refusal | None:
    """Return the first of faults() for a decision on the violation; None for every other paper."""
    if form not in form_facts.of_kind("sanction", "remedies"):
        return None
    return next(iter(faults(facts, title, day)), None)
