"""Whether the statute of limitation leaves a sanction possible (Law Art 6)."""

from datetime import date

from backend.casework.cases import limits
from backend.casework.rules import evading, handed, outside
from backend.casework.rules.facts import Facts
from backend.law.sanctions import service as sanctions
from schemas.core.problems import Text
from schemas.law.sanctions import SanctionOrder


async def of_case(facts: Facts, on: date) -> Text | None:
    """Return why a recorded act may no longer be sanctioned on a day, or None (Law Art 6).

    While the violator evades no statute passes; after that it runs from the end of the evasion.
    Raises NotFound for a behaviour that the catalogue does not have.
    """
    if facts.recorded is None or evading.since(facts) is not None:
        return None
    stated = outside.behaviours(facts)
    for one in facts.recorded.violations:
        if one.outside is not None:
            row = stated.get(one.code) or outside.provisional(one, facts.book)
        else:
            row = await sanctions.behaviour(one.code, one.ended_on, facts.book)
        begun, returned_on = evading.runs_from(facts, one.ended_on), returned(facts)
        if fault := sanctions.statute_fault(
            row, begun, on, returned_on=returned_on, book=facts.book
        ):
            return limits.said(fault)
    return None


def returned(facts: Facts) -> date | None:
    """Return when a prosecution body's file was received, which adds a year; None if none was."""
    if facts.crime_declined_on is not None:
        return facts.crime_declined_on
    return facts.received.received_on if handed.from_prosecution(facts) and facts.received else None


def of_order(order: SanctionOrder) -> Text | None:
    """Like of_case(), for an order without violation minutes: each of its acts names its own day."""
    for one in order.acts:
        if fault := sanctions.statute_fault(
            one.behaviour, one.acted_on, order.decided_on, book=order.book
        ):
            return limits.said(fault)
    return None
