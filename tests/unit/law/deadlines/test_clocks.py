"""Which clocks the acts of a case start, how long they run, and what ends them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.local_time import VIETNAM
from backend.law.deadlines import service
from backend.law.rules.clocks import last_day_at
from backend.law.rules.conditions import moment_of
from backend.law.rules.counting import end_of
from backend.law.rules.limits import FACTS
from schemas.law.deadlines import Clock, ClockState, Fact

RULES = "2026-01-01"


def vn(text: str) -> datetime:
    """A moment on the clock of Vietnam."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def fact(act: str, at: str, **details: Any) -> Fact:
    """An act of the case."""
    return Fact(act=act, at=vn(at), details=details)


def clocks(*facts: Fact, now: str = "2026-03-10 12:00", rule_set: str = RULES) -> dict[str, Clock]:
    """The clocks by rule; of several of one rule, the one that ends last."""
    return {clock.rule: clock for clock in service.clocks(facts, rule_set, vn(now))}


RECORDED = fact("violation.recorded", "2026-03-09 10:00")


def last_day(clock: Clock) -> date:
    """The last day of a clock, in Vietnam."""
    return (clock.due_at - timedelta(microseconds=1)).astimezone(VIETNAM).date()


@pytest.mark.parametrize(
    ("details", "then", "expected"),
    [
        ({}, [], date(2026, 3, 18)),  # 7 wd: 10-13 (4), 16, 17, 18
        ({"transferred": True}, [], date(2026, 3, 23)),  # 10 wd: 19, 20, 23
        ({"sent_up": True}, [], date(2026, 3, 23)),  # its maker may not decide it
        ({"explanation": True}, [], date(2026, 4, 9)),  # 1 month: a Thursday
        ({}, ["explanation.requested"], date(2026, 4, 9)),
        ({}, ["explanation.received"], date(2026, 4, 9)),
        ({}, ["violation.verifying"], date(2026, 4, 9)),
        ({"complex": True, "explanation": True}, [], date(2026, 5, 11)),  # 9 May is a Saturday
    ],
)
def test_the_time_for_the_decision_depends_on_the_case(
    details: dict[str, Any], then: list[str], expected: date
) -> None:
    start = fact("violation.recorded", "2026-03-09 10:00", **details)
    found = clocks(start, *[fact(act, "2026-03-10 09:00") for act in then])["D12"]
    assert last_day(found) == expected
    assert found.trigger_at == RECORDED.at


def test_a_verification_before_the_minutes_does_not_lengthen_the_time_for_the_decision() -> None:
    before = fact("verification.ordered", "2026-03-02 09:00")
    assert last_day(clocks(before, RECORDED)["D12"]) == date(2026, 3, 18)


def test_what_is_learnt_later_lengthens_a_clock_that_runs() -> None:
    later = fact("violation.verifying", "2026-03-12 09:00", complex=True)
    assert last_day(clocks(RECORDED, later)["D12"]) == date(2026, 5, 11)


@pytest.mark.parametrize(
    ("details", "years"),
    [
        ({}, 1),
        ({"field": "advertising"}, 1),
        ({"field": "trade"}, 2),
        ({"two_year_field": True}, 2),
        ({"field": "trade", "from_prosecution": True}, 3),
        ({"from_prosecution": True}, 2),
    ],
)
def test_the_statute_of_limitation_depends_on_the_field(
    details: dict[str, Any], years: int
) -> None:
    found = clocks(fact("violation.recorded", "2026-03-09 10:00", **details))["D19"]
    assert last_day(found).year == 2026 + years
    assert found.lapses


def test_the_statute_runs_from_the_end_of_the_act_where_that_is_known() -> None:
    start = fact("violation.recorded", "2026-03-09 10:00", act_ended_on="2025-06-10")
    found = clocks(start)["D19"]
    assert found.trigger_at == datetime(2025, 6, 9, 17, tzinfo=UTC)
    assert last_day(found) == date(2026, 6, 10)


def test_a_decision_is_sent_in_the_days_of_the_rules_that_the_case_keeps() -> None:
    imposed = fact("sanction.imposed", "2026-03-09 10:00")
    assert last_day(clocks(imposed, rule_set="2022-01-01")["D14"]) == date(2026, 3, 11)
    assert last_day(clocks(imposed, rule_set="2025-07-01")["D14"]) == date(2026, 3, 12)
    assert service.rule_set_at(date(2025, 6, 30)) == "2022-01-01"
    assert service.rule_set_at(date(2025, 7, 1)) == "2025-07-01"
    assert service.rule_set_at(date(2019, 1, 1)) == "2022-01-01"


def test_a_party_pays_in_ten_days_or_in_as_many_more_as_the_decision_says() -> None:
    delivered = fact("decision.delivered", "2026-03-09 10:00")
    for stated, expected in ((10, 19), (5, 19), (15, 24)):
        imposed = fact("sanction.imposed", "2026-03-06 10:00", comply_days=stated)
        assert last_day(clocks(imposed, delivered)["D15"]) == date(2026, 3, expected)


def test_a_part_of_the_money_does_not_end_the_time_for_paying() -> None:
    facts = [fact("decision.delivered", "2026-03-09 10:00")]
    facts.append(fact("payment.received", "2026-03-10 09:00", complete=False))
    assert clocks(*facts)["D15"].met_at is None
    facts.append(fact("payment.received", "2026-03-10 10:00", complete=True))
    assert clocks(*facts)["D15"].state is ClockState.MET


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-03-09 10:00", ClockState.RUNNING),
        ("2026-03-14 04:59", ClockState.RUNNING),
        ("2026-03-14 05:00", ClockState.HALF),  # half of 10:00 on the 9th to 24:00 on the 18th
        ("2026-03-17 23:59", ClockState.HALF),
        ("2026-03-18 00:00", ClockState.LAST_DAY),
        ("2026-03-19 00:00", ClockState.LAST_DAY),  # 24:00 of the 18th is still in time
        ("2026-03-19 00:01", ClockState.MISSED),
    ],
)
def test_a_clock_says_how_far_it_has_run(now: str, state: ClockState) -> None:
    assert clocks(RECORDED, now=now)["D12"].state is state


@pytest.mark.parametrize(
    ("act", "at", "state"),
    [
        ("sanction.imposed", "2026-03-18 23:59", ClockState.MET),
        ("sanction.imposed", "2026-03-19 00:01", ClockState.MET_LATE),
        ("crime.referred", "2026-03-18 09:00", ClockState.NOT_APPLICABLE),
        ("case.closed", "2026-03-20 09:00", ClockState.MISSED),
        ("remedy.ordered", "2026-03-20 09:00", ClockState.MISSED),
    ],
)
def test_an_act_ends_a_clock_in_time_or_late_or_makes_it_moot(
    act: str, at: str, state: ClockState
) -> None:
    assert clocks(RECORDED, fact(act, at), now="2026-03-30 09:00")["D12"].state is state


def test_a_right_that_is_not_used_lapses_and_is_nobody_s_delay() -> None:
    recorded = fact("violation.recorded", "2026-03-09 10:00", explanation_right=True)
    found = clocks(recorded, now="2026-03-20 09:00")
    assert last_day(found["D08"]) == date(2026, 3, 11)
    assert last_day(found["D09"]) == date(2026, 3, 16)
    assert found["D08"].state is ClockState.LAPSED
    assert not found["D08"].watched
    assert "D08" not in clocks(RECORDED)


def test_twenty_four_hours_run_by_the_clock_and_their_last_half_is_the_last_day() -> None:
    ended = fact("inspection.ended", "2026-02-15 20:00")
    assert clocks(ended, now="2026-02-16 07:59")["D03"].state is ClockState.RUNNING
    found = clocks(ended, now="2026-02-16 08:00")["D03"]
    assert found.state is ClockState.LAST_DAY
    assert found.due_at == vn("2026-02-16 20:00")
    assert last_day_at(found.half_at, found.due_at) == found.half_at


def test_each_seizure_has_its_own_clock_and_ends_alone() -> None:
    facts = [
        fact("exhibits.seized", "2026-03-02 09:00", seizure_id="one", decided=True),
        fact("exhibits.seized", "2026-03-04 09:00", seizure_id="two"),
        fact("exhibits.disposed", "2026-03-06 09:00", seizure_id="one"),
        fact("seizure.decided", "2026-03-04 20:00", seizure_id="two"),
    ]
    found = service.clocks(facts, RULES, vn("2026-03-09 09:00"))
    held = {clock.subject: clock for clock in found if clock.rule == "D21"}
    assert held["one"].state is ClockState.MET
    assert held["two"].met_at is None
    assert last_day(held["two"]) == date(2026, 3, 13)  # 5, 6, 9, 10, 11, 12, 13
    [proposed] = [clock for clock in found if clock.rule == "D23"]
    assert (proposed.subject, proposed.state) == ("two", ClockState.MET)


def test_second_minutes_start_no_second_clock_while_the_first_runs() -> None:
    again = fact("violation.recorded", "2026-03-12 10:00")
    found = service.clocks([RECORDED, again], RULES, vn("2026-03-13 09:00"))
    assert [clock.trigger_at for clock in found if clock.rule == "D12"] == [RECORDED.at]


def test_an_extension_moves_the_end_and_names_its_document() -> None:
    document = uuid4()
    seized = fact("exhibits.seized", "2026-03-02 09:00", seizure_id="one")
    longer = fact(
        "seizure.extended",
        "2026-03-10 09:00",
        seizure_id="one",
        until="2026-03-25",
        document_id=str(document),
    )
    found = clocks(seized, longer)["D21"]
    assert found.due_at == end_of(date(2026, 3, 25))
    assert found.extended_by == document
    shorter = fact("deadline.extended", "2026-03-11 09:00", rule="D21", until="2026-03-12")
    assert clocks(seized, longer, shorter)["D21"].due_at == found.due_at
    other = fact("deadline.extended", "2026-03-11 09:00", rule="D12", until="2026-03-30")
    assert clocks(seized, longer, other)["D21"].due_at == found.due_at


SEIZED = fact("exhibits.seized", "2026-03-02 09:00")
COMPLEX = fact("violation.recorded", "2026-03-03 09:00", complex=True)
ASKED = fact("explanation.requested", "2026-03-04 09:00", mode="written")
VERIFYING = fact("verification.ordered", "2026-02-27 09:00", testing=True)
MINUTED = fact("violation.verifying", "2026-03-04 09:00")
INSPECTED = fact("inspection.ended", "2026-03-02 09:00")
DELIVERED = fact("decision.delivered", "2026-03-09 10:00")
VERIFIED = fact("verification.ordered", "2026-03-02 10:00")
TESTED = fact("verification.ordered", "2026-03-02 10:00", testing=True)


@pytest.mark.parametrize(
    ("facts", "rule", "until", "at", "fault"),
    [
        ([SEIZED], "D21", date(2026, 3, 16), "2026-03-10 09:00", None),  # ten working days
        ([SEIZED], "D21", date(2026, 3, 17), "2026-03-10 09:00", "more than the most"),
        ([SEIZED, ASKED], "D21", date(2026, 4, 2), "2026-03-10 09:00", None),  # a month
        ([SEIZED, ASKED], "D21", date(2026, 4, 3), "2026-03-10 09:00", "more than the most"),
        ([VERIFYING, SEIZED], "D21", date(2026, 4, 2), "2026-03-10 09:00", None),
        ([SEIZED, MINUTED], "D21", date(2026, 4, 2), "2026-03-10 09:00", None),
        ([SEIZED, MINUTED], "D21", date(2026, 4, 3), "2026-03-10 09:00", "more than the most"),
        ([SEIZED, COMPLEX], "D21", date(2026, 3, 17), "2026-03-10 09:00", "more than the most"),
        # 2 May is a Saturday
        ([SEIZED, COMPLEX, ASKED], "D21", date(2026, 5, 4), "2026-03-10 09:00", None),
        (
            [SEIZED, COMPLEX, ASKED],
            "D21",
            date(2026, 5, 5),
            "2026-03-10 09:00",
            "more than the most",
        ),
        ([SEIZED], "D21", date(2026, 3, 11), "2026-03-10 09:00", "after the present one"),
        ([SEIZED], "D21", date(2026, 3, 25), "2026-03-12 09:00", "only while it runs"),
        ([RECORDED], "D12", date(2026, 4, 1), "2026-03-10 09:00", "cannot be extended"),
        ([DELIVERED], "D15", date(2026, 4, 1), "2026-03-10 09:00", "cannot be extended"),
        ([RECORDED], "D21", date(2026, 4, 1), "2026-03-10 09:00", "No such time limit"),
        ([RECORDED], "D99", date(2026, 4, 1), "2026-03-10 09:00", "No such time limit"),
        ([INSPECTED, VERIFIED], "D04", date(2026, 3, 27), "2026-03-10 09:00", None),
        ([INSPECTED, VERIFIED], "D04", date(2026, 3, 28), "2026-03-10 09:00", "more than"),
        ([INSPECTED, TESTED], "D04", date(2026, 4, 11), "2026-03-10 09:00", None),
    ],
)
def test_an_extension_is_held_to_what_the_rule_allows(
    facts: list[Fact], rule: str, until: date, at: str, fault: str | None
) -> None:
    found = service.extension_fault(facts, RULES, rule, until, vn(at))
    assert (found is None) == (fault is None)
    assert fault is None or (fault in found.en and found.vi)


def test_an_assignment_states_its_own_day() -> None:
    assigned = fact("verification.assigned", "2026-03-09 10:00", due_on="2026-03-20")
    found = clocks(assigned)["A01"]
    assert (last_day(found), found.limit) == (date(2026, 3, 20), None)
    assert "A01" not in clocks(fact("verification.assigned", "2026-03-09 10:00"))


def test_the_party_is_told_that_there_is_no_violation_only_where_it_was_inspected() -> None:
    closed = fact("case.closed", "2026-03-09 10:00", outcome="no_violation")
    assert last_day(clocks(INSPECTED, closed)["D05"]) == date(2026, 3, 12)
    assert "D05" not in clocks(closed)
    assert "D05" not in clocks(INSPECTED, fact("case.closed", "2026-03-09 10:00"))


def test_verification_has_its_clock_only_where_it_was_ordered() -> None:
    assert "D04" not in clocks(INSPECTED)
    assert last_day(clocks(INSPECTED, VERIFIED)["D04"]) == date(2026, 3, 12)


@pytest.mark.parametrize("value", [None, 5, "soon", "2026-13-01", "2026-03-01T10:00:00", b"x"])
def test_a_detail_that_states_no_moment_is_none(value: Any) -> None:
    assert moment_of(value) is None


def test_nothing_runs_in_a_file_that_is_closed_until_it_is_opened_again() -> None:
    archived = fact("case.archived", "2026-03-11 09:00")
    assert clocks(RECORDED, archived)["D12"].state is ClockState.NOT_APPLICABLE
    reopened = fact("case.reopened", "2026-03-12 09:00")
    assert clocks(RECORDED, archived, reopened)["D12"] == clocks(RECORDED)["D12"]


@pytest.mark.parametrize("ended", ["9999-12-31", "0001-01-01"])
def test_a_date_that_no_calendar_has_starts_no_clock_and_breaks_nothing(ended: str) -> None:
    recorded = fact("violation.recorded", "2026-03-09 10:00", act_ended_on=ended)
    assert "D12" in clocks(recorded)


DETAILS = st.dictionaries(
    st.sampled_from(
        ["complex", "explanation_right", "transferred", "paper", "planned", "testing", "complete"]
    ),
    st.booleans(),
) | st.fixed_dictionaries(
    {},
    optional={
        "seizure_id": st.sampled_from(["one", "two"]),
        "document_id": st.sampled_from(["one", "two"]),
        "comply_days": st.integers(-1, 400),
        "until": st.dates().map(str),
        "due_on": st.dates().map(str),
        "act_ended_on": st.dates().map(str),
        "rule": st.sampled_from(["D02", "D04", "D21"]),
        "field": st.sampled_from(["trade", "labels"]),
        "of": st.sampled_from(["decision", "enforcement", "other"]),
    },
)
HAPPENED = st.builds(
    lambda act, minutes, details: Fact(
        act=act, at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes), details=details
    ),
    st.sampled_from(sorted(FACTS)),
    st.integers(0, 500_000),
    DETAILS,
)


@given(st.lists(HAPPENED, max_size=25), st.sampled_from([RULES, "2026-11-28"]))
def test_whatever_happened_a_case_has_clocks_and_at_most_one_of_a_kind_runs(
    happened: list[Fact], rule_set: str
) -> None:
    found = service.clocks(happened, rule_set, datetime(2026, 6, 1, tzinfo=UTC))
    running = [(one.rule, one.subject) for one in found if not (one.met_at or one.moot_at)]
    assert len(running) == len(set(running))
    assert all(one.met_at is None or one.moot_at is None for one in found)


def test_the_soonest_end_comes_first() -> None:
    found = service.clocks([INSPECTED, RECORDED], RULES, vn("2026-03-10 09:00"))
    assert [clock.due_at for clock in found] == sorted(clock.due_at for clock in found)
    assert {"D03", "D12", "D19"} <= {clock.rule for clock in found}
