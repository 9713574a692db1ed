"""When a recorded delegation gives its receiver the powers: only if everything that it rests on holds."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.casework.acts.execution import ENFORCEMENT_ORDERED
from backend.force.rules.delegations import (
    Delegation,
    cited,
    cited_whole,
    holds,
    kind_of,
    same,
)
from schemas.force.delegations import DelegatedKind

DAY = date(2026, 11, 24)
ENFORCED = ENFORCEMENT_ORDERED.decides.papers if ENFORCEMENT_ORDERED.decides else frozenset()
CASE, OTHER = UUID(int=1), UUID(int=2)
GOOD = Delegation(
    number="01000012/QĐ-GQ",
    decided_on=DAY,
    kinds=frozenset({"sanction"}),
    case_id=None,
    valid_from=DAY,
    valid_to=DAY,
    confirmed=True,
    ended_on=None,
    giver_heads=True,
    receiver_deputises=True,
    both_there=True,
)


def test_on_its_only_day_it_holds_in_any_case() -> None:
    assert holds(GOOD, "sanction", DAY, CASE)
    assert holds(replace(GOOD, ended_on=DAY + timedelta(days=1)), "sanction", DAY, CASE)


@pytest.mark.parametrize(
    "changed",
    [
        {"confirmed": False},
        {"kinds": frozenset({"inspection", "enforcement", "custody"})},
        {"valid_from": DAY + timedelta(days=1)},
        {"valid_to": DAY - timedelta(days=1)},
        {"ended_on": DAY},
        {"case_id": OTHER},
        {"giver_heads": False},
        {"receiver_deputises": False},
        {"both_there": False},
    ],
)
def test_where_one_thing_is_missing_it_gives_nothing(changed: dict[str, Any]) -> None:
    assert not holds(replace(GOOD, **changed), "sanction", DAY, CASE)


def test_what_was_signed_in_time_holds_whoever_has_left_since() -> None:
    left = replace(GOOD, both_there=False)
    assert holds(left, "sanction", DAY, CASE, signed=True)
    for changed in ({"confirmed": False}, {"giver_heads": False}, {"ended_on": DAY - timedelta(1)}):
        assert not holds(replace(left, **changed), "sanction", DAY, CASE, signed=True)


@given(st.integers(-3, 3))
def test_a_paper_of_the_day_of_its_end_was_signed_before_it_and_stands(after: int) -> None:
    ended = replace(GOOD, valid_to=None, ended_on=DAY + timedelta(days=1))
    day = DAY + timedelta(days=after)
    assert holds(ended, "sanction", day, None, signed=True) is (0 <= after <= 1)
    assert holds(ended, "sanction", day, None) is (after == 0)


@given(st.integers(-400, 400), st.integers(0, 200), st.none() | st.integers(-100, 300))
def test_it_holds_on_the_days_of_its_term_alone(after: int, length: int, end: int | None) -> None:
    one = replace(
        GOOD,
        valid_to=DAY + timedelta(days=length),
        ended_on=None if end is None else DAY + timedelta(days=end),
    )
    inside = 0 <= after <= length and (end is None or after < end)
    assert holds(one, "sanction", DAY + timedelta(days=after), None) is inside


def test_a_form_needs_its_own_kind_and_a_paper_cites_number_and_day() -> None:
    assert [kind_of(form) for form in ("MQĐ02", "MQĐ20", "MQĐ40", "QĐ-KT", "PA")] == [
        "sanction",
        "sanction",
        "sanction",
        "inspection",
        "inspection",
    ]
    assert cited("1/QĐ-GQ", date(2026, 1, 2)) == "Quyết định số 1/QĐ-GQ ngày 02 tháng 01 năm 2026"


def test_a_paper_of_a_case_cites_the_subject_too_and_an_older_one_need_not() -> None:
    """Decree 118/2021 Art 10.1."""
    day = date(2026, 1, 2)
    whole = cited_whole("1/QĐ-GQXP", day, DelegatedKind.SANCTION)
    assert whole == (
        "Quyết định số 1/QĐ-GQXP ngày 02 tháng 01 năm 2026 về việc giao quyền xử phạt vi phạm hành chính"
    )
    assert cited_whole("1/QĐ-GQ", day, DelegatedKind.INSPECTION) == cited("1/QĐ-GQ", day)
    assert same(whole, whole)
    assert same("Quyết định số 1/QĐ-GQXP  ngày 02 tháng 01 năm 2026", whole)
    for other in ("", "Quyết định số 1", "Quyết định số 2/QĐ-GQXP ngày 02 tháng 01 năm 2026"):
        assert not same(other, whole)


def test_decisions_that_enforce_a_sanction_are_those_of_the_decree() -> None:
    """Decree 118/2021, appendix: MQĐ07 to MQĐ12c enforce (QĐ-CCXP, basis QĐ-GQCC); MQĐ06 postpones an expulsion and
    MQĐ13 distrains to the value of a fine, both on a delegation of sanctions (QĐ-GQXP)."""
    for form in ("MQĐ07", "MQĐ08", "MQĐ09", "MQĐ10", "MQĐ11", "MQĐ12a", "MQĐ12b", "MQĐ12c"):
        assert kind_of(form) is DelegatedKind.ENFORCEMENT
        assert form in ENFORCED
    for form in ("MQĐ06", "MQĐ13"):
        assert kind_of(form) is DelegatedKind.SANCTION
        assert form not in ENFORCED
