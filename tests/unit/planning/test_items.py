"""What was changed in an item, how far it is, and who may do what to a plan."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.planning.acts.index import PLAN_ACTS
from backend.planning.rules import carried_out, changes, complete
from backend.planning.rules.facts import OPEN
from backend.planning.texts.words import ACTS, ITEM_STATES, KINDS, STATES
from schemas.core.ids import new_id
from schemas.fieldwork.words import InspectionState
from schemas.planning.acts import PLAN_CONTENTS, ItemOrigin, PlanItem
from schemas.planning.words import ChangeKind, ItemState, PlanAct, PlanKind, PlanState
from tests.unit.planning.test_matching import item


def test_every_act_state_and_kind_has_words_and_every_act_a_content_and_a_declaration() -> None:
    assert PLAN_ACTS.keys() == set(PlanAct) == set(PLAN_CONTENTS) == ACTS.keys()
    assert (set(PlanState), set(ItemState), set(PlanKind)) == (
        STATES.keys(),
        ITEM_STATES.keys(),
        KINDS.keys(),
    )


def test_every_state_of_an_inspection_says_how_far_its_item_is() -> None:
    for state in InspectionState:
        found = carried_out.state_of(state, withdrawn=False)
        assert found in OPEN | {ItemState.DONE}
        assert carried_out.state_of(state, withdrawn=True) is ItemState.PLANNED


@given(st.sampled_from(ItemState), st.dates(), st.dates())
def test_only_what_is_not_over_is_ever_late(state: ItemState, last: date, today: date) -> None:
    assert carried_out.is_late(state, last, today) == (state in OPEN and today > last)


def test_a_change_names_its_fields_and_no_other() -> None:
    before = item()
    after = msgspec.structs.replace(before, note="Chợ Hôm", address="14 phố Huế")
    assert {one.field for one in changes.between(before, after)} == {"note", "address"}
    assert changes.between(before, before) == []
    taken = msgspec.structs.replace(
        before, item_id=new_id(), origin=ItemOrigin(plan_id=new_id(), item_id=before.item_id)
    )
    assert changes.between(before, taken) == []
    assert changes.kind_of(None, taken) is ChangeKind.TAKEN_OVER
    assert changes.kind_of(before, None) is ChangeKind.REMOVED


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"criterion": "Cửa hàng xăng dầu"}, "item_subject"),
        ({"subject": None}, "item_subject"),
        ({"address": " "}, "item_address"),
        ({"last_day": date(2027, 2, 1)}, "item_days"),
        ({}, None),
    ],
)
def test_an_item_names_one_subject_at_an_address_in_its_plans_time(
    wrong: dict[str, object], code: str | None
) -> None:
    one: PlanItem = msgspec.structs.replace(item(), **wrong)
    assert complete.of_item(one, date(2027, 1, 1), date(2027, 11, 14)) == code
