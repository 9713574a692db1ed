"""Which unit an event is counted in, and which sums give a unit's figures, over a reorganisation."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from backend.core.actors import UnitPath
from backend.insight.rules import covering, placing

NATION, OLD, NEW, OLD_TEAM, NEW_TEAM, OTHER, FAR = (uuid4() for _ in range(7))
CHANGED = date(2025, 7, 1)


@dataclass
class Unit:
    """A unit as far as its succession goes."""

    path: UnitPath
    valid_to: date | None = None
    successor_id: UUID | None = None


def below(*ids: UUID) -> UnitPath:
    return UnitPath(**{f"unit_{n}": one for n, one in enumerate(ids, 1)})


UNITS = {
    NATION: Unit(below(NATION)),
    OLD: Unit(below(NATION, OLD), CHANGED, NEW),
    NEW: Unit(below(NATION, NEW)),
    OLD_TEAM: Unit(below(NATION, OLD, OLD_TEAM), CHANGED, NEW_TEAM),
    NEW_TEAM: Unit(below(NATION, NEW, NEW_TEAM)),
    OTHER: Unit(below(NATION, NEW, OTHER)),
    FAR: Unit(below(NATION, FAR)),
}
PLACES = {
    UNITS[OLD_TEAM].path: 1,
    UNITS[NEW_TEAM].path: 2,
    UNITS[OTHER].path: 3,
    UNITS[NEW].path: 4,
    UNITS[FAR].path: 5,
}


def test_an_event_belongs_to_the_unit_of_its_day() -> None:
    assert placing.place(OLD_TEAM, date(2025, 6, 30), UNITS) == UNITS[OLD_TEAM].path
    assert placing.place(OLD_TEAM, CHANGED, UNITS) == UNITS[NEW_TEAM].path
    assert placing.place(OTHER, date(2020, 1, 1), UNITS) == UNITS[OTHER].path


def test_units_of_then_and_of_today_divide_the_same_events() -> None:
    then = {one: covering.cover(one, "then", PLACES, UNITS).places for one in (OLD, NEW)}
    today = {one: covering.cover(one, "today", PLACES, UNITS).places for one in (OLD, NEW)}
    assert then == {OLD: [1], NEW: [2, 3, 4]}
    assert today == {OLD: [], NEW: [1, 2, 3, 4]}
    for reading in ("then", "today"):
        assert covering.cover(NATION, reading, PLACES, UNITS).places == [1, 2, 3, 4, 5]


def test_a_unit_of_today_is_the_sums_of_whole_units_of_then() -> None:
    assert covering.cover(NEW, "today", PLACES, UNITS).units == {OLD: 2, NEW: 2}
    assert covering.cover(NEW_TEAM, "today", PLACES, UNITS).units == {OLD: 2, NEW_TEAM: 3}
    assert covering.cover(NEW, "then", PLACES, UNITS).units == {NEW: 2}
    assert covering.cover(NATION, "today", PLACES, UNITS).units == {NATION: 1}


def test_records_of_a_department_itself_are_read_from_events_where_its_teams_went_elsewhere() -> (
    None
):
    places = {below(NATION, OLD): 1, below(NATION, OLD, OLD_TEAM): 2}
    units = UNITS | {OLD: Unit(below(NATION, OLD), CHANGED, NEW)}
    units[OLD_TEAM] = Unit(below(NATION, OLD, OLD_TEAM), CHANGED, OTHER)
    # The department's own records went to NEW, the team's to OTHER, which is below NEW too.
    assert covering.cover(NEW, "today", places, units).places == [1, 2]
    # Asked for OTHER alone, the department's sums hold too much.
    assert covering.cover(OTHER, "today", places, units).units == {OLD_TEAM: 3}
