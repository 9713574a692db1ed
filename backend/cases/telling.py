"""The clocks of a case, from what its acts tell."""

from datetime import datetime

from backend.cases.facts import Facts
from backend.deadlines import service as deadlines
from schemas.deadlines import Clock


def clocks_of(facts: Facts, now: datetime) -> list[Clock]:
    """The clocks of a case as they stand."""
    return deadlines.clocks(deadlines.facts_of(facts.events), facts.opening.rule_set, now)
