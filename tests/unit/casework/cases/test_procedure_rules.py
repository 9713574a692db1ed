"""Rules that the one door and the questions about the procedure share, each by its article."""

from datetime import date
from typing import get_args

import pytest

from backend.casework.rules import (
    annulling,
    carrying_out,
    complaints,
    correcting,
    handed,
    recording,
    suspending,
    unclaimed,
    verifying,
)
from backend.law.rules.changing import Change
from backend.law.rules.stopping import CAUSES, Stop
from backend.ledger.handlers import Refuse
from schemas.casework.acts.execution import ExecutionPartial
from schemas.casework.words import CaseState

DAY = date(2026, 3, 2)


def code(found: Refuse | None) -> str | None:
    """The code of a refusal."""
    return found.code if found else None


def test_a_complaint_after_its_last_day_is_refused_unless_something_hindered_it() -> None:
    late = complaints.late_fault(date(2026, 3, 3), DAY)
    assert code(late) == "case_complaint_late"
    assert complaints.late_fault(DAY, DAY) is None
    assert complaints.late_fault(date(2026, 3, 3), DAY, hindered=True) is None
    assert complaints.late_fault(DAY, None) is None, "its start is not known"


def test_a_fine_is_stopped_within_sixty_days_and_before_its_lapse() -> None:
    after = date(2026, 3, 3)
    in_time = Stop(cause="dead", signed_on=DAY, last=DAY, execute_by=DAY)
    assert carrying_out.stopped_fault(in_time) is None
    late = in_time._replace(signed_on=after, execute_by=None)
    assert code(carrying_out.stopped_fault(late)) == "case_partial_late"
    assert carrying_out.stopped_fault(late._replace(excused=True)) is None
    lapsed = late._replace(execute_by=DAY, excused=True)
    assert code(carrying_out.stopped_fault(lapsed)) == "case_partial_lapsed"
    moved = carrying_out.stopped_fault(Stop(cause="moved_away"))
    assert code(moved) == "case_partial_cause"
    assert frozenset(get_args(ExecutionPartial.__annotations__["why"])) == CAUSES


@pytest.mark.parametrize(
    ("source", "received_on", "whole", "found"),
    [
        ("force", DAY, True, None),
        ("force", DAY, False, "case_file_minutes"),
        ("prosecution", DAY, False, None),
        ("prosecution", DAY, True, "case_file_no_minutes"),
        ("prosecution", date(2025, 6, 30), False, "case_file_minutes_then"),
        ("prosecution", date(2025, 7, 1), False, None),
    ],
)
def test_a_file_comes_with_minutes_or_without(
    source: str, received_on: date, whole: bool, found: str | None
) -> None:
    assert code(handed.minutes_fault(source, received_on, whole=whole, none=not whole)) == found


def test_a_prosecution_body_asks_to_sanction() -> None:
    assert code(handed.request_fault("prosecution", asked=False)) == "case_file_request"
    assert handed.request_fault("force", asked=False) is None


def test_each_ground_of_an_annulment_says_what_may_follow() -> None:
    again = {letter: annulling.again_fault(annulling.named(letter)) for letter in annulling.GROUNDS}
    refused = {letter: code(why) for letter, why in again.items() if why}
    assert refused == {
        "d": "case_no_new_decision",
        "g": "case_no_new_decision",
        "h": "case_remedies_only",
    }
    alone = [one for one in annulling.GROUNDS.values() if not annulling.measures_fault(one)]
    assert alone == [annulling.REMEDIES_ALONE]


def test_a_change_is_within_a_year_of_decisions_since_2021() -> None:
    change = Change(decided_on=date(2025, 3, 2), changed_on=DAY, last=DAY)
    assert correcting.change_fault(change) is None
    late = change._replace(changed_on=date(2026, 3, 3))
    assert code(correcting.change_fault(late)) == "case_change_late"
    assert correcting.change_fault(late._replace(free=True)) is None
    assert correcting.change_fault(late._replace(decided_on=date(2020, 12, 31))) is None
    over = change._replace(statute_over=True)
    assert code(correcting.change_fault(over)) == "case_change_statute"


def test_a_known_owner_is_awaited_a_month_and_another_a_year() -> None:
    assert code(unclaimed.waiting_fault(DAY, date(2026, 4, 2), short=True)) == "case_notice_waits"
    assert unclaimed.waiting_fault(DAY, date(2026, 4, 3), short=True) is None
    assert code(unclaimed.waiting_fault(DAY, date(2026, 4, 3), short=False)) == "case_notice_year"


def test_who_refers_withdraws_or_verifies_too_early_is_told_so() -> None:
    suspended = suspending.refer_fault(CaseState.SUSPENDED, for_crime=False)
    assert code(suspended) == "case_crime_suspended_first"
    assert code(recording.withdrawal_fault(gone=True)) == "case_waiver_stands"
    assert code(verifying.maker_fault(date(2025, 6, 30))) == "case_needs_authority"
    assert verifying.maker_fault(date(2025, 7, 1)) is None
