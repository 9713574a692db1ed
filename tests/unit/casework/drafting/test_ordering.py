"""From what is typed to the order: what the minutes say is not typed again, and nobody types over it."""

from datetime import date
from typing import Any

import pytest

from backend.casework.drafting import ordering
from backend.core.errors import NotFound
from backend.law.sanctions import service as sanctions
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import Behaviour, ExtraKind
from tests.unit.casework.cases.made import TODAY, violation
from tests.unit.casework.prefill.test_filling import order

CODE = "ND98-15-1-d"
SIGNS = {one.code: one.sign for one in sanctions.in_use().circumstances}
MITIGATING = next(code for code, sign in SIGNS.items() if sign == "mitigating")
AGGRAVATING = next(code for code, sign in SIGNS.items() if sign == "aggravating")


def typed(**changed: Any) -> ordering.TypedAct:
    given: dict[str, Any] = {
        "acted_on": date(2026, 1, 5),
        "circumstances": [],
        "goods": 1,
        "gain": 2,
        "quantity": None,
        "multipliers": [],
        "warning": False,
        "chosen": None,
        "reason": None,
    }
    return ordering.TypedAct(**(given | changed))


def named() -> Behaviour:
    return order().acts[0].behaviour


def test_day_and_values_of_the_minutes_stand_over_what_is_typed() -> None:
    known = violation(goods_value=15_000_000, illicit_gain=None)
    made = ordering.act(known, named(), typed())
    assert made.acted_on == TODAY
    assert made.values.goods_value_vnd == 15_000_000
    assert made.values.illicit_gain_vnd == 2, "the minutes did not know it"


def test_without_minutes_the_page_says_all() -> None:
    made = ordering.act(None, named(), typed())
    assert (made.acted_on, made.values.goods_value_vnd) == (date(2026, 1, 5), 1)


def test_circumstances_go_where_the_law_puts_them_and_unknown_ones_nowhere() -> None:
    ticked = [AGGRAVATING, "nonsense", MITIGATING]
    made = ordering.act(None, named(), typed(circumstances=ticked)).circumstances
    assert (made.mitigating, made.aggravating) == ([MITIGATING], [AGGRAVATING])


def test_another_behaviour_than_the_recorded_one_is_not_ordered() -> None:
    recorded = [violation(code=CODE)]
    assert ordering.known_at(recorded, 0, CODE) is recorded[0]
    assert ordering.known_at(recorded, 1, "another") is None
    with pytest.raises(NotFound):
        ordering.known_at(recorded, 0, "another")


def test_the_page_opens_with_what_the_minutes_say() -> None:
    words = next(one.name.vi for one in sanctions.in_use().circumstances if one.code == MITIGATING)
    recorded = [violation(mitigating=[words], aggravating=[AGGRAVATING]), violation(code="B")]
    first, second = ordering.told(recorded)
    assert set(first.circumstances) == {MITIGATING, AGGRAVATING}
    assert (second.code, second.circumstances, second.acted_on) == ("B", [], TODAY)
    assert ordering.goods_value([*recorded, violation(goods_value=None)]) == 30_000_000


def test_penalties_and_remedies_are_named_as_the_law_names_them() -> None:
    extra = ordering.penalty(ExtraKind.CONFISCATION, 5, None)
    acts = [ordering.act(None, named(), typed())]
    made = ordering.order(SubjectKind.INDIVIDUAL, TODAY, acts, [extra], ["destroy", "nonsense"])
    names = {one.code: one.name.vi for one in sanctions.in_use().measures}
    assert extra.text_vi == names[ExtraKind.CONFISCATION]
    assert [one.text_vi for one in made.remedies] == [names["destroy"]]


def test_of_no_behaviour_nothing_is_offered() -> None:
    assert ordering.offered([]) is None
