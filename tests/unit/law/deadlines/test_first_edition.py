"""The first edition gives what it always gave: cases that were opened under it rest on it.

The hashes were computed by the program as it was before there were editions, of the clocks that a
fixed stream of acts starts under each of the three rule sets. They never change.
"""

import hashlib
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from backend.law.deadlines import service
from schemas.law.deadlines import Clock, Fact

KNOWN = {
    "2022-01-01": "88e80ccd00dde2d8d1346f45fe96bb88121602268914f9e57e883dc7eb3b2959",
    "2025-07-01": "32e012e4748812dd7d20e949eb6d5cb4a1acb05e7ab3a2e93732f5ecbaf3b378",
    "2026-01-01": "160f01cfcfb1a7f7848c0cc599874f1f43d93b7a42e7561e300267e287c2ac67",
}
ACTS = [
    "verification.assigned",
    "inspection.proposed",
    "decision.linked",
    "inspection.began",
    "inspection.ended",
    "inspection.reported",
    "verification.ordered",
    "violation.recorded",
    "violation.verifying",
    "explanation.requested",
    "explanation.received",
    "explanation.waived",
    "sanction.imposed",
    "sanction.imposed_on_spot",
    "remedy.ordered",
    "case.transferred",
    "crime.referred",
    "crime.declined",
    "decision.delivered",
    "payment.received",
    "execution.postponed",
    "execution.resumed",
    "instalments.granted",
    "enforcement.ordered",
    "execution.suspended",
    "execution.completed",
    "execution.lapsed",
    "decision.annulled",
    "decision.due_again",
    "case.closed",
    "case.archived",
    "case.reopened",
    "exhibits.seized",
    "seizure.decided",
    "seizure.extended",
    "exhibits.disposed",
    "sanction.published",
    "deadline.extended",
    "document.issued",
    "document.printed",
    "document.digitised",
    "document.delivered",
]
FLAGS = [
    "complex",
    "explanation",
    "explanation_right",
    "verification",
    "transferred",
    "sent_up",
    "testing",
    "paper",
    "planned",
    "complete",
    "warning",
    "publish",
    "licence_suspended",
    "two_year_field",
    "from_prosecution",
    "inside",
]
WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("field", ("trade", "labels", "price")),
    ("seizure_id", ("one", "two")),
    ("document_id", ("x", "y")),
    ("purpose", ("valuation", "secure", "verify")),
    ("mode", ("written", "direct")),
    ("of", ("decision", "enforcement", "other")),
    ("form", ("BC", "TB", "MBB01")),
    ("rule", ("D02", "D04", "D21", "D09")),
    ("outcome", ("no_violation",)),
)
DAYS = ("until", "due_on", "act_ended_on", "detected_on")


def details(chance: random.Random) -> dict[str, Any]:
    """Details of an act, any of those that the rules look at."""
    found: dict[str, Any] = {}
    for name in FLAGS:
        if chance.random() < 0.25:
            found[name] = chance.random() < 0.6
    for name, values in WORDS:
        if chance.random() < 0.5:
            found[name] = chance.choice(values)
    if chance.random() < 0.3:
        found["comply_days"] = chance.randrange(1, 40)
    for name in DAYS:
        if chance.random() < 0.3:
            day = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=chance.randrange(1200))
            found[name] = day.date().isoformat()
    return found


def acts(chance: random.Random) -> list[Fact]:
    """The acts of a case, in the order of their moments."""
    at = datetime(2024, 6, 1, tzinfo=UTC) + timedelta(minutes=chance.randrange(900_000))
    found: list[Fact] = []
    for _ in range(chance.randrange(1, 16)):
        found.append(Fact(act=chance.choice(ACTS), at=at, details=details(chance)))
        at += timedelta(minutes=chance.randrange(1, 30_000))
    return [*found, Fact(act="note.added", at=at)]


SINCE = ("about", "asked", "safe_day")
"""Fields that clocks got later; those of the first edition leave them empty."""


def as_it_was(clocks: list[Clock]) -> list[dict[str, Any]]:
    """Return the clocks with the fields that there were."""
    assert not any(getattr(one, name) for one in clocks for name in SINCE)
    return [
        {name: value for name, value in msgspec.structs.asdict(one).items() if name not in SINCE}
        for one in clocks
    ]


@pytest.mark.parametrize(("rule_set", "known"), KNOWN.items())
def test_the_clocks_of_the_first_three_rule_sets_are_what_they_were(
    rule_set: str, known: str
) -> None:
    chance, whole = random.Random(20261128), hashlib.sha256()
    for _ in range(400):
        *happened, last = acts(chance)
        found = service.clocks(happened, rule_set, last.at + timedelta(days=3))
        rule, until = chance.choice(("D21", "D04", "D02", "D09")), last.at + timedelta(days=9)
        fault = service.extension_fault(happened, rule_set, rule, until.date(), last.at)
        whole.update(msgspec.json.encode([as_it_was(found), fault]))
    assert whole.hexdigest() == known
