"""Clocks of cases under the edition of 2026-11-28. What is expected is from the articles alone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from backend.core.local_time import VIETNAM
from backend.law.deadlines import service
from backend.law.rules.clocks import last_day_of
from schemas.law.deadlines import Clock, ClockState, Fact

EDITION = "2026-11-28"
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def fact(act: str, at: str, **details: Any) -> Fact:
    """An act of the case, by the clock of Vietnam."""
    moment = datetime.fromisoformat(at).replace(tzinfo=VIETNAM)
    return Fact(act=act, at=moment, details=details)


def all_of(rule: str, *facts: Fact) -> list[Clock]:
    """The clocks of one rule, in the order of their ends."""
    return [one for one in service.clocks(facts, EDITION, NOW) if one.rule == rule]


def ends(rule: str, *facts: Fact) -> date | None:
    """The last day of the only clock of a rule; None if it has none."""
    found = all_of(rule, *facts)
    assert len(found) < 2
    return last_day_of(found[0].due_at) if found else None


MINUTES = fact("violation.recorded", "2026-03-02 10:00")
ASKED = fact("explanation.requested", "2026-03-04 09:00", mode="written")
VERIFIED = fact("violation.verifying", "2026-03-04 09:00")
GROUNDS = {"complex": True, "complex_serious": True, "complex_facts": True, "complex_time": True}


@pytest.mark.parametrize(
    ("details", "then", "last"),
    [
        ({}, [], date(2026, 3, 11)),  # seven working days
        ({"sent_up": True}, [], date(2026, 3, 16)),  # ten
        ({}, [fact("case.sent_up", "2026-03-09 09:00", to="superior")], date(2026, 3, 16)),
        ({}, [ASKED], date(2026, 4, 2)),  # a month, if asked for
        ({}, [VERIFIED], date(2026, 4, 2)),
        ({"explanation_right": True}, [], date(2026, 3, 11)),  # a right that nobody uses
        (GROUNDS, [ASKED], date(2026, 5, 4)),  # 2 May is a Saturday
        (GROUNDS, [], date(2026, 3, 11)),  # three grounds, but no case of point b
        (GROUNDS | {"complex_time": False}, [ASKED], date(2026, 4, 2)),  # two of three grounds
        ({"complex": True}, [ASKED], date(2026, 4, 2)),  # "complex" alone gives nothing
    ],
)
def test_one_clock_of_the_decision_has_four_lengths(
    details: dict[str, Any], then: list[Fact], last: date
) -> None:
    recorded = fact("violation.recorded", "2026-03-02 10:00", **details)
    assert ends("D12", recorded, *then) == last


def test_the_clock_of_the_decision_does_not_begin_again_when_the_file_goes_up() -> None:
    up = fact("case.sent_up", "2026-03-09 09:00", to="chair")
    [clock] = all_of("D12", MINUTES, up)
    assert (clock.trigger_at, clock.limit and clock.limit.count) == (MINUTES.at, 10)
    decided = fact("sanction.imposed", "2026-03-13 09:00")
    assert all_of("D12", MINUTES, up, decided)[0].state is ClockState.MET


def test_another_force_s_minutes_keep_their_day() -> None:
    theirs = fact("file.received", "2026-02-10 00:00", source="force", received_on="2026-02-12")
    assert ends("D12", theirs) == date(2026, 2, 26)
    assert ends("P04", theirs) is None


def test_a_file_of_the_prosecution_bodies_has_thirty_days_from_its_receipt_or_forty_five() -> None:
    file = fact("file.received", "2026-03-02 00:00", source="prosecution")
    assert ends("D12", file) is None
    assert ends("P04", file) == date(2026, 4, 1)
    assert ends("P04", file, VERIFIED) == date(2026, 4, 16)
    referred = fact("crime.referred", "2026-03-03 09:00")
    back = fact("crime.declined", "2026-03-30 09:00")
    assert all_of("D12", MINUTES, referred, back)[0].state is ClockState.NOT_APPLICABLE
    assert ends("P04", MINUTES, referred, back) == date(2026, 4, 29)


def test_after_an_annulment_the_time_runs_from_the_verification_minutes() -> None:
    first = [MINUTES, fact("sanction.imposed", "2026-03-06 09:00")]
    annulled = fact("decision.annulled", "2026-04-01 09:00")
    again = fact("decision.due_again", "2026-04-06 09:00")
    assert ends("P05", *first, annulled) is None
    assert ends("P05", *first, annulled, again) == date(2026, 4, 15)
    assert ends("D12", *first, annulled, again) == date(2026, 3, 11)


def test_the_law_of_the_trigger_s_day_counts_whatever_day_it_is_now() -> None:
    assert ends("D14", fact("sanction.imposed", "2025-06-30 09:00")) == date(2025, 7, 2)
    assert ends("D14", fact("sanction.imposed", "2025-07-01 09:00")) == date(2025, 7, 4)
    before = fact("seizure.decided", "2025-06-30 09:00", purpose="valuation", seizure_id="one")
    assert all_of("D22", before)[0].due_at == fact("x", "2025-07-01 09:00").at
    after = fact("seizure.decided", "2025-07-01 09:00", purpose="valuation", seizure_id="one")
    assert ends("D22", after) == date(2025, 7, 8)


def test_a_day_before_the_data_begins_starts_no_clock() -> None:
    assert ends("D12", fact("violation.recorded", "2021-12-31 09:00")) is None


def test_a_clock_that_runs_keeps_its_span_when_another_begins() -> None:
    first = fact("sanction.imposed", "2025-06-30 09:00")
    again = fact("sanction.imposed", "2025-07-01 09:00")
    assert ends("D14", first, again) == date(2025, 7, 2)


def test_the_hearing_is_notified_in_five_working_days_and_its_alert_comes_with_the_fifth_day() -> (
    None
):
    asked = fact("explanation.requested", "2026-03-04 09:00", mode="direct")
    [clock] = all_of("D11", MINUTES, asked)
    assert last_day_of(clock.due_at) == date(2026, 3, 11)
    assert clock.half_at == fact("x", "2026-03-09 00:00").at
    told = fact("hearing.notified", "2026-03-09 09:00")
    assert all_of("D11", MINUTES, asked, told)[0].state is ClockState.MET


DECIDED = fact("sanction.imposed", "2025-01-15 09:00")


@pytest.mark.parametrize(
    ("then", "last"),
    [
        ([], date(2026, 1, 15)),
        ([fact("evasion.ended", "2025-12-10 09:00")], date(2026, 12, 10)),
        ([fact("decision.changed", "2025-10-01 09:00", by="corrected")], date(2026, 10, 1)),
        (
            [
                fact("decision.changed", "2025-10-01 09:00", by="corrected"),
                fact("decision.changed", "2026-06-01 09:00", by="corrected"),
            ],
            date(2027, 1, 15),  # two years from the decision that was corrected
        ),
    ],
)
def test_the_execution_statute_begins_again_after_evasion_or_a_correction(
    then: list[Fact], last: date
) -> None:
    assert ends("D18", DECIDED, *then) == last


def test_the_time_to_pay_begins_again_with_a_corrected_decision() -> None:
    received = fact("decision.delivered", "2026-03-02 09:00")
    changed = fact("change.delivered", "2026-03-09 09:00", complete=False)
    longer = fact("sanction.imposed", "2026-02-27 09:00", comply_days=15)
    assert ends("D15", received) == date(2026, 3, 12)
    assert ends("D15", received, changed) == date(2026, 3, 19)
    assert ends("D15", longer, received, changed) == date(2026, 3, 24)


@pytest.mark.parametrize(
    ("details", "then", "last"),
    [
        ({"law_field": "trade"}, [], date(2027, 3, 4)),
        ({"law_field": "food"}, [], date(2026, 3, 4)),
        ({"law_field": "trade", "statute_years": 1}, [], date(2026, 3, 4)),
        ({"law_field": "consumer", "statute_years": 2}, [], date(2027, 3, 4)),
        ({}, [], date(2026, 3, 4)),
        ({"law_field": "food"}, [fact("crime.declined", "2025-06-30 09:00")], date(2026, 3, 4)),
        ({"law_field": "food"}, [fact("crime.declined", "2025-07-01 09:00")], date(2027, 3, 4)),
        ({"law_field": "trade"}, [fact("crime.declined", "2025-07-01 09:00")], date(2028, 3, 6)),
        ({"law_field": "food"}, [fact("evasion.ended", "2026-02-10 09:00")], date(2027, 2, 10)),
    ],
)
def test_the_statute_of_limitation_has_its_fields_and_a_year_more_since_july_2025(
    details: dict[str, Any], then: list[Fact], last: date
) -> None:
    recorded = fact("violation.recorded", "2025-03-20 09:00", act_ended_on="2025-03-04", **details)
    assert ends("D19", recorded, *then) == last


def test_a_file_of_the_prosecution_bodies_gives_the_year_by_the_day_of_its_receipt() -> None:
    known = {"source": "prosecution", "act_ended_on": "2025-03-04", "law_field": "food"}
    assert ends("D19", fact("file.received", "2025-09-01 00:00", **known)) == date(2027, 3, 4)
    assert ends("D19", fact("file.received", "2025-06-30 00:00", **known)) == date(2026, 3, 4)


def test_deemed_not_sanctioned_runs_from_execution_or_from_the_lapse() -> None:
    done = fact("execution.completed", "2026-03-10 09:00", warning=True)
    assert ends("D20", done) == date(2026, 9, 10)
    assert ends("D20", fact("execution.lapsed", "2026-08-12 09:00")) == date(2027, 8, 12)


SEIZED = fact("exhibits.seized", "2026-03-02 09:00", seizure_id="one")
AFTER = fact("violation.recorded", "2026-03-03 09:00", **GROUNDS)


@pytest.mark.parametrize(
    ("facts", "until", "allowed"),
    [
        ([SEIZED], date(2026, 3, 12), False),  # nothing lets it go beyond seven working days
        ([SEIZED, ASKED], date(2026, 4, 2), True),
        ([SEIZED, ASKED], date(2026, 4, 3), False),
        ([SEIZED, AFTER], date(2026, 3, 12), False),  # three grounds alone
        ([SEIZED, AFTER, ASKED], date(2026, 5, 4), True),  # 2 May is a Saturday
        ([SEIZED, AFTER, ASKED], date(2026, 5, 5), False),
    ],
)
def test_a_seizure_is_extended_as_far_as_the_case_allows(
    facts: list[Fact], until: date, allowed: bool
) -> None:
    at = datetime(2026, 3, 10, tzinfo=UTC)
    fault = service.extension_fault(facts, EDITION, "D21", until, at, "one")
    assert (fault is None) == allowed


def test_a_seizure_never_lasts_beyond_two_months_from_the_violation_minutes() -> None:
    before = fact("violation.recorded", "2026-02-24 09:00", **GROUNDS)
    facts, at = [before, SEIZED, ASKED], datetime(2026, 3, 10, tzinfo=UTC)
    assert service.extension_fault(facts, EDITION, "D21", date(2026, 4, 24), at, "one") is None
    assert service.extension_fault(facts, EDITION, "D21", date(2026, 4, 25), at, "one")
    late = fact("exhibits.seized", "2026-04-22 09:00", seizure_id="one")
    assert ends("D21", before, late) == date(2026, 4, 24)


def test_a_seizure_has_ten_working_days_if_the_file_goes_up() -> None:
    recorded = fact("violation.recorded", "2026-03-03 09:00", sent_up=True)
    assert ends("D21", SEIZED) == date(2026, 3, 11)
    assert ends("D21", SEIZED, recorded) == date(2026, 3, 16)


def test_a_seizure_ends_on_the_day_that_its_decision_states() -> None:
    up = fact("violation.recorded", "2026-03-03 09:00", sent_up=True)
    held = fact("seizure.decided", "2026-03-03 09:00", seizure_id="one", until="2026-03-09")
    assert ends("D21", SEIZED, up, held) == date(2026, 3, 9)
    longer = fact("seizure.extended", "2026-03-09 09:00", seizure_id="one", until="2026-03-16")
    assert ends("D21", SEIZED, up, held, longer) == date(2026, 3, 16)


def test_the_owner_of_goods_is_called_twice_and_waited_for() -> None:
    first = fact("owner.notified", "2026-03-05 09:00", notice=1, owner="known", seizure_id="one")
    second = fact("owner.notified", "2026-03-16 09:00", notice=2, owner="known", seizure_id="one")
    assert all_of("P15", SEIZED, first)[0].met_at is None
    assert all_of("P15", SEIZED, first, second)[0].state is ClockState.MET
    assert ends("P16", SEIZED, first, second) == date(2026, 4, 16)
    assert ends("P16.decide", SEIZED, first, second) == date(2026, 4, 23)
    unknown = fact(
        "owner.notified", "2026-03-16 09:00", notice=2, owner="unknown", seizure_id="one"
    )
    assert ends("P16", SEIZED, first, unknown) == date(2027, 3, 16)


def test_every_complaint_has_its_own_clocks() -> None:
    one = fact("complaint.filed", "2026-03-02 09:00", complaint_id="one", level=1, complex=True)
    two = fact("complaint.filed", "2026-03-03 09:00", complaint_id="two", level=1)
    taken = fact("complaint.accepted", "2026-03-04 09:00", complaint_id="one", level=1)
    held = {clock.subject: clock.state for clock in all_of("P21", one, two, taken)}
    assert held == {"one": ClockState.MET, "two": ClockState.RUNNING}
    [first] = all_of("P22", one, two, taken)
    assert (first.subject, first.limit and first.limit.count) == ("one", 45)
    done = fact("complaint.resolved", "2026-03-30 09:00", complaint_id="one", level=1)
    assert ends("P23", one, taken, done) == date(2026, 4, 2)
    sent = fact("complaint.result_sent", "2026-04-01 09:00", complaint_id="one", level=1)
    assert ends("P24", one, taken, done, sent) == date(2026, 5, 4)
    again = fact("complaint.appealed", "2026-04-10 09:00", complaint_id="one", level=2)
    second = fact("complaint.accepted", "2026-04-13 09:00", complaint_id="one", level=2)
    facts = [one, taken, done, sent, again, second]
    assert len(all_of("P21", *facts)) == 2
    assert len(all_of("P22", *facts)) == 1
    assert ends("P25", *facts) == date(2026, 6, 12)  # complex, as the complaint told


def test_a_lawsuit_is_no_complaint() -> None:
    sued = fact("complaint.filed", "2026-03-02 09:00", complaint_id="one", lawsuit=True)
    assert ends("P21", sued) is None


def test_verification_minutes_before_the_violation_minutes_start_three_working_days() -> None:
    ordered = fact("verification.ordered", "2026-03-02 09:00")
    found = fact("document.issued", "2026-03-09 09:00", form="MBB05", document_id="x")
    assert ends("P02", ordered, found) == date(2026, 3, 12)
    assert ends("P02", MINUTES, ordered, found) is None


def test_a_correction_is_possible_for_a_year_and_not_after_the_statute() -> None:
    recorded = fact(
        "violation.recorded", "2026-02-20 09:00", act_ended_on="2025-06-30", law_field="food"
    )
    decided = fact("sanction.imposed", "2026-03-02 09:00")
    assert ends("P18", decided) == date(2027, 3, 2)
    assert ends("P18", recorded, decided) == date(2026, 6, 30)


def test_a_crime_found_after_the_decision_is_referred_in_five_working_days() -> None:
    suspected = fact("crime.suspected", "2026-03-05 09:00", crime=True)
    assert ends("P14", DECIDED, suspected) == date(2026, 3, 12)
    assert ends("P14", fact("crime.suspected", "2025-06-10 09:00")) == date(2025, 6, 13)


def at(day: str, rule: str, *facts: Fact) -> list[Clock]:
    """The clocks of one rule as they stand in the morning of a day."""
    now = datetime.fromisoformat(f"{day} 08:00").replace(tzinfo=VIETNAM)
    return [one for one in service.clocks(facts, EDITION, now) if one.rule == rule]


def test_a_complaint_that_nobody_resolves_opens_the_way_to_the_second_one() -> None:
    filed = fact("complaint.filed", "2026-03-02 09:00", complaint_id="one", level=1)
    taken = fact("complaint.accepted", "2026-03-04 09:00", complaint_id="one", level=1)
    # Thirty days from 4 March end on 3 April; the second complaint has thirty from there.
    assert at("2026-04-03", "P24", filed, taken) == []
    [opened] = at("2026-04-06", "P24", filed, taken)
    assert (opened.subject, last_day_of(opened.due_at)) == ("one", date(2026, 5, 4))
    assert opened.asked["start"] == "2026-04-03T23:59"
    in_time = fact("complaint.resolved", "2026-04-01 09:00", complaint_id="one", level=1)
    assert at("2026-04-06", "P24", filed, taken, in_time) == []
    late = fact("complaint.resolved", "2026-04-20 09:00", complaint_id="one", level=1)
    sent = fact(
        "complaint.result_sent",
        "2026-04-21 09:00",
        complaint_id="one",
        level=1,
        received_on="2026-04-22",
    )
    [anew] = at("2026-04-23", "P24", filed, taken, late, sent)
    assert last_day_of(anew.due_at) == date(2026, 5, 22)
    again = fact("complaint.appealed", "2026-04-10 09:00", complaint_id="one", level=2)
    assert at("2026-04-13", "P24", filed, taken, again)[0].state is ClockState.MET


def test_what_was_counted_at_one_moment_is_the_same_at_another_or_counted_anew() -> None:
    filed = fact("complaint.filed", "2026-03-02 09:00", complaint_id="one", level=1)
    taken = fact("complaint.accepted", "2026-03-04 09:00", complaint_id="one", level=1)
    told = service.watched([MINUTES, filed, taken], EDITION)
    days = ("2026-03-05", "2026-04-03", "2026-04-06", "2027-01-01", "2026-03-05")
    before = None
    for day in days:  # from the third to the fourth of April a complaint passes unresolved
        now = datetime.fromisoformat(f"{day} 08:00").replace(tzinfo=VIETNAM)
        before = service.run(told, EDITION, now, before)
        assert before.clocks == service.clocks(told, EDITION, now)
        assert any(one.rule == "P24" for one in before.clocks) is (
            now.month != 3 and day > "2026-04-03"
        )


def test_goods_and_licences_that_nobody_collects_have_their_times_from_the_end_of_the_seizure() -> (
    None
):
    goods = fact(
        "exhibits.unclaimed",
        "2026-03-12 09:00",
        seizure_id="one",
        unclaimed="goods",
        held_until="2026-03-11",
    )
    assert ends("D27", SEIZED, goods) == date(2026, 3, 16)  # three working days from Wednesday
    assert ends("P17", SEIZED, goods) is None
    told = fact("owner.notified", "2026-03-13 09:00", notice=1, owner="known", seizure_id="one")
    assert all_of("D27", SEIZED, goods, told)[0].state is ClockState.MET
    licence = fact(
        "exhibits.unclaimed",
        "2026-03-12 09:00",
        seizure_id="one",
        unclaimed="licence",
        held_until="2026-03-11",
    )
    assert ends("P17", SEIZED, licence) == date(2026, 3, 25)  # ten working days
    assert ends("D27", SEIZED, licence) is None


def test_the_report_to_a_superior_is_due_two_working_days_after_the_verification() -> None:
    ordered = fact("case.ordered", "2026-02-25 09:00")
    verified = fact("verification.ordered", "2026-02-26 09:00")
    assert ends("P01", ordered, verified, MINUTES) == date(2026, 3, 4)
    assert ends("P01", verified, MINUTES) is None
    assert ends("P01", ordered, MINUTES) is None
    report = fact("document.issued", "2026-03-03 09:00", form="BC", document_id="one")
    assert all_of("P01", ordered, verified, MINUTES, report)[0].state is ClockState.MET


def test_the_partial_decision_is_sent_within_three_days_of_its_own_day() -> None:
    partial = fact(
        "execution.partial", "2026-02-20 00:00", document_id="MQĐ17", signed_on="2026-03-02"
    )
    assert ends("P09.send", partial) == date(2026, 3, 5)
    other = fact("document.delivered", "2026-03-03 09:00", of="other", document_id="another")
    assert all_of("P09.send", partial, other)[0].met_at is None
    handed = fact("document.delivered", "2026-03-03 09:00", of="other", document_id="MQĐ17")
    assert all_of("P09.send", partial, handed)[0].state is ClockState.MET
    alone = fact("execution.partial", "2026-02-20 00:00", document_id=None, signed_on=None)
    assert ends("P09.send", alone) is None
