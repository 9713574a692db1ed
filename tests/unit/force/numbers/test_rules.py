"""How papers are numbered: texts, years in Vietnam's zone, and which number of a phone holds."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core import local_time
from backend.force.rules import numbers as rules


def test_a_department_and_its_team_number_as_the_circular_has_it() -> None:
    assert rules.unit_number_text("QĐ-KT", 1, "0102") == "01020001/QĐ-KT"
    assert rules.unit_number_text("QĐ-KT", 12, "01") == "01000012/QĐ-KT"


def test_an_officer_numbers_without_a_leading_zero() -> None:
    assert rules.officer_number_text("BB-VPHC", 7, "01-QLTT0042") == "7/BB-VPHC-01-QLTT0042"


def test_the_year_turns_at_midnight_in_vietnam_and_not_in_greenwich() -> None:
    assert local_time.year_of(datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)) == 2026
    assert local_time.year_of(datetime(2026, 12, 31, 17, 0, tzinfo=UTC)) == 2027


def test_numbers_of_the_next_year_are_lent_from_17_december_on() -> None:
    before = datetime(2026, 12, 16, 16, 59, tzinfo=UTC)
    assert not rules.may_reserve(2027, before)
    assert rules.may_reserve(2027, before + timedelta(minutes=1))
    assert rules.may_reserve(2026, before)
    assert not rules.may_reserve(2025, before)


def test_last_years_blocks_stay_open_through_january() -> None:
    assert rules.open_from(datetime(2027, 1, 31, 16, 59, tzinfo=UTC)) == 2026
    assert rules.open_from(datetime(2027, 1, 31, 17, 0, tzinfo=UTC)) == 2027


PAPER, OTHER = uuid4(), uuid4()
AT = datetime(2026, 11, 25, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "by_closing", "document", "given", "signed", "code"),
    [
        ("reserved", True, None, AT, AT, None),
        ("reserved", True, None, AT, AT + timedelta(seconds=1), "number_too_early"),
        ("used", True, PAPER, AT, AT, None),
        ("used", True, OTHER, AT, AT, "number_used"),
        ("void", True, None, AT, AT, None),
        ("void", True, PAPER, AT, AT, "number_voided"),
        ("void", False, None, AT, AT, "number_voided"),
    ],
)
def test_a_number_of_a_phone_holds_or_is_told_why_not(
    state: rules.Standing,
    by_closing: bool,
    document: object,
    given: datetime,
    signed: datetime,
    code: str | None,
) -> None:
    found = rules.holds(
        state=state,
        by_closing=by_closing,
        document_id=document,  # type: ignore[arg-type]
        wanted_by=PAPER,
        given_at=given,
        signed_through=signed,
    )
    assert (found.code if found else None) == code


@given(st.integers(0, 200), st.sets(st.integers(1, 200)))
def test_gaps_are_exactly_what_is_missing(last: int, missing: set[int]) -> None:
    numbers = [number for number in range(1, last + 1) if number not in missing]
    assert rules.gaps(numbers, last) == sorted(number for number in missing if number <= last)
