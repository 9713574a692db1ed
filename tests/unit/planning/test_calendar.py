"""The time limits of plans, as Circular 27/2020 has them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.local_time import VIETNAM
from backend.law.deadlines import service as deadlines
from backend.law.plan_limits import service as law
from backend.planning.rules import calendar, complete
from backend.planning.rules.facts import Plan
from schemas.planning.acts import PlanDrafted
from schemas.planning.views import PlanClock
from schemas.planning.words import PlanKind, PlanState

UNIT, ABOVE, NATION, OFFICER = uuid4(), uuid4(), uuid4(), uuid4()
LIMITS = law.limits_on(date(2026, 11, 1))


def at(year: int, month: int, day: int, hour: int = 9) -> datetime:
    """A moment in Vietnam."""
    return datetime(year, month, day, hour, tzinfo=VIETNAM).astimezone(UTC)


def plan(kind: PlanKind = PlanKind.PERIODIC, level: int = 2, **other: Any) -> Plan:
    """A plan for 2027 of a unit of this level, drafted in October."""
    path = [NATION, ABOVE, UNIT][:level] + [None] * (4 - level)
    first, last = other.pop("days", (date(2027, 1, 1), date(2027, 11, 14)))
    head = PlanDrafted(
        kind=kind, unit_id=UNIT, year=2027, title="Kế hoạch", first_day=first, last_day=last
    )
    given: dict[str, Any] = {
        "id": uuid4(),
        "kind": kind,
        "state": PlanState.DRAFT,
        "year": 2027,
        "title": "Kế hoạch",
        "unit_id": UNIT,
        "agency": None,
        "number": None,
        "issued_on": None,
        "first_day": first,
        "last_day": last,
        "head": head,
        "drafted_by": OFFICER,
        "drafted_at": at(2026, 10, 5),
        "sent_to": None,
        "sent_up_at": None,
        "merged_into": None,
        "submitted_at": None,
        "approved_at": None,
        "issued_at": None,
        "ended_at": None,
        **{f"unit_{place}": one for place, one in enumerate(path, 1)},
    }
    return Plan(**(given | other))


def clocks(one: Plan, now: datetime) -> dict[str, PlanClock]:
    return {found.rule: found for found in calendar.clocks(one, LIMITS, deadlines.calendar(), now)}


@pytest.mark.parametrize(
    ("rule", "kind", "level", "last_moment"),
    [
        (
            "KH1",
            PlanKind.ORIENTATION,
            1,
            at(2026, 11, 15, 0),
        ),  # approved before 15 November (Art 4)
        ("KH2", PlanKind.PERIODIC, 3, at(2026, 12, 1, 0)),  # proposed before 1 December (Art 6.1)
        ("KH3", PlanKind.PERIODIC, 2, at(2026, 12, 10, 0)),  # submitted before 10 December
        ("KH4", PlanKind.PERIODIC, 2, at(2027, 1, 1, 0)),  # issued by 31 December
    ],
)
def test_a_limit_of_the_calendar_ends_when_its_day_begins(
    rule: str, kind: PlanKind, level: int, last_moment: datetime
) -> None:
    one = plan(kind, level)
    assert clocks(one, at(2026, 11, 1))[rule].due_at == last_moment
    just = timedelta(microseconds=1)
    assert clocks(one, last_moment - just)[rule].state == "near"
    assert clocks(one, last_moment)[rule].state == "late"


def test_the_orientation_is_in_time_only_once_the_minister_decided() -> None:
    """Circular 27/2020 Art 4.2: the Minister approves it; that the nation's head agrees to it meets nothing."""
    agreed = plan(
        PlanKind.ORIENTATION, 1, state=PlanState.APPROVED, approved_at=at(2026, 11, 10, 9)
    )
    assert clocks(agreed, at(2026, 11, 12, 9))["KH1"].state in ("running", "near")
    issued = {"issued_at": at(2026, 11, 14, 9), "issued_on": date(2026, 11, 14)}
    done = plan(PlanKind.ORIENTATION, 1, state=PlanState.ISSUED, **issued)
    assert clocks(done, at(2026, 11, 20, 9))["KH1"].state == "met"


@pytest.mark.parametrize(
    ("issued_on", "state"),
    [(date(2026, 12, 31), "met"), (date(2027, 1, 4), "met_late")],
)
def test_a_plan_is_issued_in_time_by_the_day_of_its_paper_though_the_scan_is_entered_later(
    issued_on: date, state: str
) -> None:
    """Circular 27/2020 Art 6.1.c: issued by 31 December; the days after are New Year and a weekend."""
    entered = at(2027, 1, 4, 9)
    one = plan(PlanKind.PERIODIC, 2, state=PlanState.ISSUED, issued_at=entered, issued_on=issued_on)
    assert clocks(one, entered)["KH4"].state == state


def test_a_team_proposes_and_a_province_submits_and_issues() -> None:
    now = at(2026, 11, 1)
    assert clocks(plan(level=3), now).keys() == {"KH2"}
    assert clocks(plan(level=2), now).keys() == {"KH3", "KH4"}


def test_what_is_sent_up_in_time_is_met_and_what_comes_back_runs_again() -> None:
    sent = plan(level=3, state=PlanState.SENT_UP, sent_up_at=at(2026, 11, 20))
    assert clocks(sent, at(2026, 12, 5))["KH2"].state == "met"
    late = plan(level=3, state=PlanState.SENT_UP, sent_up_at=at(2026, 12, 2))
    assert clocks(late, at(2026, 12, 5))["KH2"].state == "met_late"
    assert clocks(plan(level=3), at(2026, 12, 5))["KH2"].state == "late"


def test_the_superior_has_five_working_days_for_a_teams_thematic_plan() -> None:
    friday = at(2026, 10, 9)
    one = plan(PlanKind.THEMATIC, 3, state=PlanState.READY, submitted_at=friday)
    assert clocks(one, friday)["KH5"].due_at == at(2026, 10, 17, 0)  # the end of Friday the 16th
    assert "KH5" not in clocks(plan(PlanKind.THEMATIC, 2, submitted_at=friday), friday)


def test_an_issued_plan_runs_to_the_end_of_its_period() -> None:
    issued = plan(state=PlanState.ISSUED, submitted_at=at(2026, 12, 1), issued_at=at(2026, 12, 20))
    found = clocks(issued, at(2027, 3, 1))
    assert found["KH4"].state == "met"
    # Art 7.1.c: right after the period, which ends on Sunday 14 November. Until then nothing can be reported.
    assert found["KH6"].due_at == at(2027, 11, 16, 0)
    assert calendar.next_of(list(found.values())) == found["KH6"]


def test_a_plan_that_is_given_up_or_merged_runs_no_clock() -> None:
    for state in (PlanState.GIVEN_UP, PlanState.MERGED):
        found = calendar.clocks(
            plan(level=3, state=state), LIMITS, deadlines.calendar(), at(2027, 1, 1)
        )
        assert calendar.next_of(found) is None


@given(st.integers(0, 60 * 24 * 120), st.integers(0, 60 * 24 * 120))
def test_time_alone_never_makes_a_clock_less_late(first: int, second: int) -> None:
    order = ["running", "near", "late"]
    begin = at(2026, 10, 6)
    early, later = sorted((first, second))
    one = clocks(plan(level=3), begin + timedelta(minutes=early))["KH2"]
    other = clocks(plan(level=3), begin + timedelta(minutes=later))["KH2"]
    assert order.index(one.state) <= order.index(other.state)


@pytest.mark.parametrize(
    ("first", "last", "right"),
    [
        # Circular 27/2020 Art 5.1: from 1 January to before 15 November.
        (date(2027, 1, 1), date(2027, 11, 14), True),
        (date(2027, 1, 1), date(2027, 11, 15), False),
        (date(2026, 12, 31), date(2027, 11, 14), False),
        (date(2027, 6, 1), date(2027, 5, 1), False),
    ],
)
def test_a_periodic_plan_is_carried_out_between_the_days_of_the_circular(
    first: date, last: date, right: bool
) -> None:
    period = law.period_of(PlanKind.PERIODIC, date(2027, 1, 1))
    assert (complete.outside_period(first, last, 2027, period) is None) is right


@pytest.mark.parametrize(
    ("day", "held"),
    [(date(2020, 11, 30), False), (date(2020, 12, 1), True)],  # Circular 27/2020 is in force since
)
def test_the_limits_of_the_circular_hold_from_the_day_of_its_force(day: date, held: bool) -> None:
    assert bool(law.limits_on(day)) is held
    assert (law.period_of(PlanKind.PERIODIC, day) is not None) is held


def test_a_thematic_plan_only_lies_within_its_year() -> None:
    assert law.period_of(PlanKind.THEMATIC, date(2027, 1, 1)) is None
    assert complete.outside_period(date(2027, 12, 1), date(2027, 12, 31), 2027, None) is None
    assert complete.outside_period(date(2027, 12, 1), date(2028, 1, 5), 2027, None) is not None


@pytest.mark.parametrize(
    ("moment", "asked"),
    [
        ("2026-11-04T23:59:59+07:00", []),
        ("2026-11-05T00:00:00+07:00", [("KH1", 2027, False)]),
        ("2026-11-24T00:00:00+07:00", [("KH1", 2027, True), ("KH2", 2027, False)]),
        (
            "2026-12-10T00:00:00+07:00",
            [("KH1", 2027, True), ("KH2", 2027, True), ("KH3", 2027, True)],
        ),
        ("2027-02-07T23:59:59+07:00", [("KH3", 2027, True)]),
        ("2027-06-01T00:00:00+07:00", []),
    ],
)
def test_a_plan_is_asked_for_from_when_its_first_limit_is_near_until_the_year_is_under_way(
    moment: str, asked: list[tuple[str, int, bool]]
) -> None:
    """Circular 27/2020 Arts 4.2, 6.1; the issue by 31 December is no first limit."""
    now = datetime.fromisoformat(moment)
    found = calendar.wanted(law.rules().limits, now)
    assert sorted((one.limit.id, one.year, one.late) for one in found) == asked
