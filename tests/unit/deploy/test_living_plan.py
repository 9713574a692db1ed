"""The plan of a demonstration's history: the same each time, lawful by the rules of each story's day."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from backend import registry
from backend.core import local_time
from backend.law.deadlines import service as deadlines
from deploy.demo.demo_data import OFFICERS, UNITS
from deploy.demo.living.tips import informant
from deploy.demo.stories import people, plan, reporting, seasons, team_plans, tips
from deploy.demo.stories.ends import BEFORE_THE_OPINION, NOT_VISITED, WITHOUT_VIOLATION, End
from deploy.demo.stories.plan import Story

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def told() -> list[Story]:
    """The stories of a demonstration that is begun on this day."""
    registry.open_all()
    return plan.stories(NOW, deadlines.calendar())


def test_the_same_day_has_the_same_history(told: list[Story]) -> None:
    assert plan.stories(NOW, deadlines.calendar()) == told


def test_it_has_three_provinces_sixty_officers_and_three_hundred_photographs(
    told: list[Story],
) -> None:
    officers = {one.username for one in (*OFFICERS, *people.OFFICERS)}
    assert len(officers) == len(OFFICERS) + len(people.OFFICERS) == 60
    assert {one.province for one in told} == {"01", "48", "79"}
    working = {one.team for one in told} | {one.province for one in told} | {"00"}
    assert len(working) == 12
    assert working <= {unit.code for unit in UNITS}
    assert sum(one.photographs for one in told) == 300


def test_a_year_and_a_half_is_told_from_the_first_day_of_today_s_provinces_to_this_day(
    told: list[Story],
) -> None:
    assert plan.begins(NOW.date()) == plan.FIRST_DAY
    assert plan.begins(NOW.date() + timedelta(days=365)) > plan.FIRST_DAY
    first, last = told[0].decided, max(one.decided for one in told)
    assert local_time.day_of(first) - plan.FIRST_DAY < timedelta(days=7)
    assert timedelta(0) < NOW - last < timedelta(days=7)


def test_no_team_is_in_two_places_and_nobody_is_visited_on_a_day_off(told: list[Story]) -> None:
    calendar = deadlines.calendar()
    for team in people.TEAMS:
        theirs = sorted(one.visited for one in told if one.team == team)
        assert all(after - before > timedelta(hours=4) for before, after in pairwise(theirs))
        days = [local_time.day_of(one) for one in theirs]
        assert [calendar.next_working(day) for day in days] == days
    assert all(one.decided < one.visited for one in told)


def test_each_register_is_numbered_without_gaps_in_the_order_of_days(told: list[Story]) -> None:
    taken = plan.registers(told)
    year = local_time.year_of
    numbers: dict[tuple[str, str, int], list[tuple[datetime, int]]] = {}
    for one in told:
        if one.number:
            numbers.setdefault(("QĐ-KT", one.province, year(one.decided)), []).append(
                (one.decided, one.number)
            )
        if one.opened is not None and one.case_number is not None:
            numbers.setdefault(("VV", one.team, year(one.opened)), []).append(
                (one.opened, one.case_number)
            )
        if one.sanctioned is not None and one.sanction_number is not None:
            numbers.setdefault(("MQĐ02", one.province, year(one.sanctioned)), []).append(
                (one.sanctioned, one.sanction_number)
            )
    assert {key: len(given) for key, given in numbers.items()} == dict(taken)
    for given in numbers.values():
        assert [number for _, number in sorted(given)] == list(range(1, len(given) + 1))


def test_a_decision_is_signed_within_seven_working_days_of_the_minutes(told: list[Story]) -> None:
    """Law on Handling Administrative Violations Art 66.1 a: 7 working days from the minutes."""
    calendar = deadlines.calendar()
    signed = [one for one in told if one.sanctioned is not None]
    assert signed
    for one in signed:
        assert one.sanctioned is not None
        day, worked = local_time.day_of(one.visited), 0
        while day < local_time.day_of(one.sanctioned):
            day += timedelta(days=1)
            worked += calendar.next_working(day) == day
        assert 0 < worked <= 7, one


def test_information_comes_all_the_time_and_its_end_is_of_its_age(told: list[Story]) -> None:
    came = tips.told(plan.begins(NOW.date()), NOW)
    assert len(came) == tips.TIPS
    assert {one.outcome for one in came} == set(tips.Outcome) - {tips.Outcome.LED}
    assert [one.starts for one in came] == sorted(one.starts for one in came)
    assert all(one.starts < NOW for one in came)
    waiting = [
        one for one in came if one.outcome in (tips.Outcome.RECEIVED, tips.Outcome.VERIFYING)
    ]
    assert waiting
    assert all(NOW - one.starts <= timedelta(days=13) for one in waiting)
    led = [one.tip for one in told if one.tip is not None]
    assert len(led) > 8
    assert all(
        NOW - one.starts > timedelta(days=12) or one.outcome is tips.Outcome.LED for one in led
    )


def test_informants_have_telephones_of_their_own_but_for_a_few_who_tell_again() -> None:
    came = tips.told(plan.begins(NOW.date()), NOW)
    phones = Counter(one.phone for one in map(informant, came) if not one.anonymous)
    again = [phone for phone, times in phones.items() if times > 1]
    assert 1 <= len(again) <= 3
    assert len(phones) > len(came) * 2 // 3


def test_each_province_plans_the_next_year_before_december() -> None:
    """Circular 27/2020 Art 6.1: proposals before 1 December."""
    found = seasons.told(plan.begins(NOW.date()), NOW)
    assert {(one.province, one.year) for one in found} == {("01", 2027), ("48", 2027), ("79", 2027)}
    assert all((one.starts.month, one.starts.day) == (11, 16) for one in found)
    assert all(one.on(9, 14) < datetime(2026, 12, 1, tzinfo=UTC) for one in found)
    earlier = datetime(2026, 11, 15, tzinfo=UTC)
    assert {one.year for one in seasons.told(plan.begins(earlier.date()), earlier)} == {2026}


def test_each_part_is_told_in_the_order_of_its_days(told: list[Story]) -> None:
    parts = plan.parts(NOW, deadlines.calendar())
    assert sum(len(theirs) for theirs in parts.values()) >= len(told) + tips.TIPS + 3 + 8 * 3
    for theirs in parts.values():
        assert [one.starts for one in theirs] == sorted(one.starts for one in theirs)


@pytest.mark.parametrize(
    "hour",
    [
        "2026-11-29T17:10",
        "2026-11-30T02:30",
        "2026-11-30T08:30",
        "2026-02-16T05:00",
        "2027-03-05T09:59",
    ],
)
def test_nothing_is_told_that_has_not_come_yet(hour: str) -> None:
    """At midnight, on a Monday morning, in the afternoon, before Tết, and a year later."""
    registry.open_all()
    now = datetime.fromisoformat(f"{hour}:00+00:00")
    for theirs in plan.parts(now, deadlines.calendar()).values():
        assert all(one.starts < now for one in theirs)
    for one in plan.stories(now, deadlines.calendar()):
        assert one.decided < now
        if one.end is not End.WAITS and one.end not in NOT_VISITED:
            assert one.visited + timedelta(hours=4) <= now
        if one.end not in BEFORE_THE_OPINION:
            assert one.visited + timedelta(hours=26) < now
        if one.sanctioned is not None:
            assert one.sanctioned < now


@pytest.mark.parametrize("day", ["2026-11-29", "2026-02-16", "2027-03-05", "2028-01-01"])
def test_every_way_a_story_ends_is_told_whatever_the_day_and_few_are_late(day: str) -> None:
    registry.open_all()
    now = datetime.fromisoformat(f"{day}T09:00:00+00:00")
    told = plan.stories(now, deadlines.calendar())
    ends = Counter(one.end for one in told)
    assert set(ends) == set(End)
    assert sum(ends[end] for end in WITHOUT_VIOLATION) > len(told) // 3
    assert sum(one.late for one in told) <= 12


def test_plans_name_a_subject_once_a_year_and_say_by_what_they_choose_the_others() -> None:
    registry.open_all()
    visits = plan.stories(NOW, deadlines.calendar())
    told = team_plans.told(
        plan.begins(NOW.date()), NOW, [one for one in visits if not one.proposed]
    )
    named = Counter(
        (one.team[:2], one.first_day.year, item.business)
        for one in told
        if not one.ends
        for item in one.items
        if item.business is not None
    )
    assert max(named.values()) == 1
    assert len(named) > 60
    chosen = [item.kind % 7 for one in told for item in one.items if item.business is None]
    assert set(chosen) == set(range(7))
    running = [one for one in told if not one.ends and one.last_day > NOW.date()]
    late = [item for one in running for item in one.never if item.last_day < NOW.date()]
    assert len(running) == len(late) == len(people.TEAMS)
    ahead = [one for plan_ in running for one in plan_.items if one.first_day > NOW.date()]
    assert any(one.business is not None for one in ahead), "its decision can be drafted at once"


@pytest.mark.parametrize(
    "day", ["2026-11-30", "2026-12-02", "2026-12-18", "2027-02-17", "2027-03-21"]
)
def test_every_unit_reports_on_its_own_day_and_what_rests_on_others_comes_after_them(
    day: str,
) -> None:
    """Circular 55/2020 Art 9: a team by Wednesday or the 17th, a department a day or three later, the centre last."""
    registry.open_all()
    now = datetime.fromisoformat(f"{day}T08:00+00:00")
    found = reporting.told(now, deadlines.calendar())
    assert {one.what for one in found} == set(reporting.What)
    assert all(one.starts < now for one in found)
    assert [one.starts for one in found] == sorted(one.starts for one in found)
    months = [one for one in found if one.definition == "monthly"]
    sent = [one for one in months if one.what is reporting.What.SENT]
    merged = [one for one in months if one.what is reporting.What.MERGED]
    [signed] = [one for one in months if one.what is reporting.What.SIGNED]
    assert all(local_time.day_of(one.starts).day >= 17 for one in sent)
    whole = [one for one in sent if one.last == signed.last]
    assert max(one.starts for one in whole) < min(
        one.starts for one in merged if one.last == signed.last
    )
    assert {one.unit for one in found if one.last == signed.last} == {
        *people.TEAMS,
        *people.PROVINCES,
        "00",
    }
    [late] = [one for one in found if one.what is reporting.What.LATE]
    assert local_time.day_of(late.starts) > max(local_time.day_of(one.starts) for one in whole)
