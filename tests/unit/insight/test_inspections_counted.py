"""An inspection found a violation if the minutes submitted last name one; it counts once, at its first submission."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from backend.insight.rules.counting import inspections
from backend.ledger.rules.events import Event
from schemas.fieldwork.acts import InspectionSubmitted, MinutesWritten
from schemas.fieldwork.words import ActType
from schemas.insight.figures import CountedEvent


def act(number: int, kind: ActType, content: Any, act_id: UUID | None = None) -> Event[ActType]:
    at = datetime(2026, 11, number, 17, 30, tzinfo=UTC)
    return Event(number, act_id or uuid4(), kind, content, uuid4(), at, at)


def written(number: int, *violations: dict[str, Any]) -> Event[ActType]:
    fields = {"violations": list(violations)} if violations else {}
    content = MinutesWritten(form="BB-KT", form_version=1, fields=fields)
    return act(number, ActType.MINUTES_WRITTEN, content)


def submitted(number: int, minutes: Event[ActType]) -> Event[ActType]:
    content = InspectionSubmitted(
        minutes=minutes.act_id, photos=[], signatures=[], places=[], revision="0" * 64
    )
    return act(number, ActType.INSPECTION_SUBMITTED, content)


def ended(*acts: Event[ActType]) -> list[tuple[str, int]]:
    """What ended, and on which day of November in Vietnam."""
    return [
        (one.cell.detail, one.happened_on.day)
        for one in inspections.count(acts)
        if one.cell.event is CountedEvent.INSPECTIONS_ENDED
    ]


def test_minutes_that_name_a_violation_count_as_one() -> None:
    found, none = written(1, {"behaviour": "x"}), written(1)
    assert ended(found, submitted(2, found)) == [("violation", 3)], "half past midnight in Hà Nội"
    assert ended(none, submitted(2, none)) == [("none", 3)]
    assert ended(found) == [], "nothing was submitted"


def test_what_was_submitted_last_decides_and_counts_on_the_first_day() -> None:
    first, again = written(1, {"behaviour": "x"}), written(4)
    assert ended(first, submitted(2, first), again, submitted(5, again)) == [("none", 3)]
