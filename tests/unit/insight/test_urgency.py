"""How work is ordered and marked, and what a filter shows."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from admin_ui.insight.my_work import in_full, links
from backend.core.keyset import FOREVER
from backend.insight.queries.my_work import BRANCHES
from backend.insight.rules.urgency import Band, Show, band, place, shown
from backend.insight.texts.work import KINDS

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Thing:
    due: datetime | None
    returned: bool = False


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (Thing(NOW), Band.OVERDUE),
        (Thing(NOW - HOUR, returned=True), Band.OVERDUE),
        (Thing(NOW + HOUR), Band.SOON),
        (Thing(NOW + 24 * HOUR), Band.SOON),
        (Thing(NOW + 25 * HOUR), Band.LATER),
        (Thing(None, returned=True), Band.RETURNED),
        (Thing(NOW + 25 * HOUR, returned=True), Band.RETURNED),
        (Thing(None), Band.WAITS),
    ],
)
def test_a_thing_is_marked_by_the_gravest_that_holds(thing: Thing, said: Band) -> None:
    assert band(thing, NOW) is said


def test_overdue_comes_first_then_due_in_a_day_then_what_came_back_then_the_rest() -> None:
    overdue, soon, later = NOW - HOUR, NOW + 20 * HOUR, NOW + 30 * HOUR
    places = [
        place(overdue, None, FOREVER),
        place(soon, None, FOREVER),
        place(None, NOW - 2 * HOUR, FOREVER),
        place(NOW + 200 * HOUR, NOW - HOUR, FOREVER),  # its own limit is late, and somebody waits
        place(later, None, FOREVER),
        place(None, None, FOREVER),
    ]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_what_came_back_stands_by_its_limit_if_that_ends_first() -> None:
    assert place(NOW, NOW - HOUR, FOREVER) == NOW


def test_an_unknown_filter_shows_everything() -> None:
    assert shown("overdue") is Show.OVERDUE
    assert shown("nonsense") is shown("") is Show.ALL


def test_every_kind_of_work_has_words_and_a_page_where_it_is_done() -> None:
    assert list(KINDS) == list(BRANCHES)
    assert set(links.PAGES) == set(BRANCHES)
    assert set(in_full.BY_KIND) <= set(BRANCHES)
    assert set(in_full.BY_KIND.values()) <= set(in_full.LISTS)
