"""A list of steps is checked as a whole: each on the tree that those before it leave."""

from datetime import date
from typing import Any

import pytest

from backend.force.rules.steps import Node, Picture
from backend.force.texts.units import refusal
from schemas.force.restructuring import Step
from schemas.force.restructuring_acts import Ordered

FOUNDED, DECIDED, TODAY = date(2018, 10, 12), date(2025, 2, 26), date(2025, 7, 1)
ORDER = Ordered(number="40/2025/NĐ-CP", decided_on=DECIDED, by="Chính phủ")
FORCE = (
    Node("00", None, FOUNDED),
    Node("01", "00", FOUNDED, kind="department"),
    Node("0101", "01", FOUNDED, officers=3, kind="team"),
    Node("0102", "01", FOUNDED, officers=2, kind="team"),
    Node("48", "00", FOUNDED, kind="department"),
    Node("4801", "48", FOUNDED, kind="team"),
)


def step(what: Any, code: str, to: str | None = None, **more: Any) -> Step:
    given = {"valid_from": date(2025, 3, 1), "decision": ORDER} | more
    return Step(what=what, code=code, to=to, **given)


def create(code: str, to: str, **more: Any) -> Step:
    return step("create", code, to, kind="department", name_vi="Mới", name_en="New", **more)


def faults(*steps: Step) -> list[tuple[int, str]]:
    return [(one.step, one.code) for one in Picture(FORCE).check(steps, TODAY)]


def test_a_year_like_2025_is_right() -> None:
    """Provincial departments come between, one province goes into the other, its teams are renamed and merged."""
    assert not faults(
        create("91", "00"),
        step("move", "01", "91"),
        step("merge", "48", "01"),
        step("rename", "4801", name_vi="Đội số 3", name_en="Team 3", new_code="0103"),
        step("merge", "0102", "0103"),
        step("split", "0101", "0103", officers={"an": "0103", "binh": "01"}),
        step("close", "0103", valid_from=TODAY, to=None),
    )[:-1]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (step("merge", "77", "01"), "step_code_unknown"),
        (step("merge", "0101", "77"), "step_to_unknown"),
        (step("merge", "0101"), "step_to_unknown"),
        (step("merge", "01", "0101"), "unit_below_itself"),
        (step("merge", "01", "01"), "unit_below_itself"),
        (step("merge", "00", "01"), "unit_top"),
        (step("move", "0101", "01"), "unit_there_already"),
        (create("0109", "0101"), "unit_kind_below"),
        (step("move", "0101", "0102"), "unit_kind_below"),
        (step("close", "0101"), "unit_inhabited"),
        (step("close", "01", "48"), "unit_inhabited"),
        (step("rename", "01"), "step_name"),
        (step("rename", "01", name_vi="A", name_en="A", new_code="48"), "unit_code_taken"),
        (create("48", "00"), "unit_code_taken"),
        (create("0103", "77"), "step_to_unknown"),
        (step("create", "0103", "01"), "step_name"),
        (step("split", "0101", "0102"), "unit_one_part"),
        (step("split", "01", "48", units={"4801": "00"}), "unit_not_below"),
        (step("merge", "0101", "0102", valid_from=date(2025, 7, 2)), "step_day"),
        (step("merge", "0101", "0102", valid_from=date(2025, 2, 25)), "step_day"),
    ],
)
def test_each_mistake_is_told_in_both_languages(wrong: Step, why: str) -> None:
    assert faults(wrong) == [(1, why)]
    assert refusal(why).text.vi
    assert refusal(why).text.en


def test_five_levels_are_refused_also_for_what_lies_below() -> None:
    deep = [create("91", "00"), step("move", "01", "91")]
    assert faults(*deep, create("010101", "0101")) == [(3, "unit_too_deep")]
    assert faults(*deep, step("move", "48", "01")) == [(3, "unit_too_deep")]
    assert faults(*deep, step("move", "91", "01")) == [(3, "unit_below_itself")]
    assert faults(*deep, create("92", "00"), step("move", "91", "92")) == [(4, "unit_too_deep")]


def test_a_code_is_asked_when_its_turn_comes() -> None:
    merged = step("merge", "0102", "0101")
    assert faults(merged, step("rename", "0102", name_vi="A", name_en="A")) == [
        (2, "step_code_unknown")
    ]
    assert not faults(merged, create("0102", "01"))
