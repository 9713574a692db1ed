"""Which unit an event is counted in, and which sums give a unit's figures, over a reorganisation."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from backend.core.actors import UnitPath
from backend.insight.rules import covering, placing

NATION, OLD, NEW, OLD_TEAM, NEW_TEAM, OTHER, FAR = (uuid4() for _ in range(7))
CHANGED, LATER = date(2025, 7, 1), date(2026, 1, 1)


@dataclass
class Unit:
    """A unit as far as its succession goes."""

    path: UnitPath
    valid_to: date | None = None
    successor_id: UUID | None = None
    former: tuple[tuple[date, UnitPath], ...] = ()

    def path_on(self, day: date) -> UnitPath:
        """Where it lay on a day."""
        return next((path for until, path in self.former if day < until), self.path)


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
    then = {one: covering.cover(one, PLACES, UNITS, None).places for one in (OLD, NEW)}
    today = {one: covering.cover(one, PLACES, UNITS, LATER).places for one in (OLD, NEW)}
    assert then == {OLD: [1], NEW: [2, 3, 4]}
    assert today == {OLD: [], NEW: [1, 2, 3, 4]}
    for day in (None, LATER):
        assert covering.cover(NATION, PLACES, UNITS, day).places == [1, 2, 3, 4, 5]


def test_a_unit_of_today_is_the_sums_of_whole_units_of_then() -> None:
    assert covering.cover(NEW, PLACES, UNITS, LATER).units == {OLD: 2, NEW: 2}
    assert covering.cover(NEW_TEAM, PLACES, UNITS, LATER).units == {OLD: 2, NEW_TEAM: 3}
    assert covering.cover(NEW, PLACES, UNITS, None).units == {NEW: 2}
    assert covering.cover(NATION, PLACES, UNITS, LATER).units == {NATION: 1}


def test_records_of_a_department_itself_are_read_from_events_where_its_teams_went_elsewhere() -> (
    None
):
    places = {below(NATION, OLD): 1, below(NATION, OLD, OLD_TEAM): 2}
    units = UNITS | {OLD: Unit(below(NATION, OLD), CHANGED, NEW)}
    units[OLD_TEAM] = Unit(below(NATION, OLD, OLD_TEAM), CHANGED, OTHER)
    # The department's own records went to NEW, the team's to OTHER, which is below NEW too.
    assert covering.cover(NEW, places, units, LATER).places == [1, 2]
    # Asked for OTHER alone, the department's sums hold too much.
    assert covering.cover(OTHER, places, units, LATER).units == {OLD_TEAM: 3}


def test_how_things_stand_is_that_of_the_units_of_the_day() -> None:
    before = date(2025, 6, 30)
    for day, of_old, of_new in ((before, [1], [2, 3, 4]), (CHANGED, [], [1, 2, 3, 4])):
        assert covering.cover(OLD, PLACES, UNITS, day).places == of_old
        assert covering.cover(NEW, PLACES, UNITS, day).places == of_new


def test_a_chain_of_successors_is_followed_as_far_as_the_day() -> None:
    third = uuid4()
    units = UNITS | {
        NEW_TEAM: Unit(below(NATION, NEW, NEW_TEAM), date(2025, 10, 1), third),
        third: Unit(below(NATION, FAR, third)),
    }
    for day, at in (
        (date(2025, 6, 30), OLD_TEAM),
        (CHANGED, NEW_TEAM),
        (date(2025, 9, 30), NEW_TEAM),
        (date(2025, 10, 1), third),
    ):
        assert placing.place(OLD_TEAM, day, units) == units[at].path
    # The successor was closed as of an earlier day than the unit that it followed: its own successor follows at once.
    units[NEW_TEAM] = Unit(below(NATION, NEW, NEW_TEAM), date(2025, 5, 1), third)
    assert placing.place(OLD_TEAM, CHANGED, units) == units[third].path
    # The rules let in no circle; one would be left somewhere, and not be followed for ever.
    units[third] = Unit(below(NATION, FAR, third), date(2025, 1, 1), OLD_TEAM)
    assert placing.place(OLD_TEAM, LATER, units) in {one.path for one in units.values()}


def test_a_unit_that_moved_has_its_events_where_it_lay_on_their_day() -> None:
    moved = Unit(below(NATION, NEW, FAR), former=((CHANGED, below(NATION, FAR)),))
    units = UNITS | {FAR: moved}
    assert placing.place(FAR, date(2025, 6, 30), units) == below(NATION, FAR)
    assert placing.place(FAR, CHANGED, units) == below(NATION, NEW, FAR)


def test_what_a_unit_counted_before_and_after_it_moved_is_counted_once() -> None:
    """Its sums have both. Those of the unit to which it went have the later part too, and must not be added."""
    before, after = below(NATION, FAR), below(NATION, NEW, FAR)
    alone = uuid4()
    units = UNITS | {FAR: Unit(after, former=((CHANGED, before),))}
    units[alone] = Unit(below(NATION, alone))
    places = {before: 1, after: 2, units[alone].path: 3}
    whole = covering.cover(FAR, places, units, None)
    assert (whole.units, whole.places) == ({FAR: 3}, [1, 2])
    today = covering.cover(NEW, places, units, LATER)
    assert (today.units, today.places) == ({FAR: 3}, [1, 2])
    assert covering.cover(NEW, places, units, None).places == [2]
