"""What holds of every reckoning by the rows of the edition, whatever the order."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from backend.law.rules import drivers, provided, ranges
from backend.law.rules import sanctions as rules
from backend.law.sanctions import service
from schemas.core.vocabulary import SubjectKind
from schemas.law.provisions import Condition
from schemas.law.sanctions import Computation, ExtraPenalty, Remedy, Values
from tests.unit.law.sanctions.editions import LAWS, ROWS, act, order, reckon

CODES = st.sampled_from(sorted(ROWS))
FEW = st.integers(0, 4)
SUBJECTS = st.sampled_from(list(SubjectKind))
CONDITIONS = st.lists(st.sampled_from(list(Condition)), unique=True, max_size=4)
GOODS = st.integers(0, 10**9)


@given(CODES, FEW, FEW, SUBJECTS, CONDITIONS, GOODS)
def test_an_amount_lies_where_the_circumstances_allow(
    code: str,
    mitigating: int,
    aggravating: int,
    subject: SubjectKind,
    conditions: list[Condition],
    goods: int,
) -> None:
    row = act(code, mitigating, aggravating, goods=goods, conditions=conditions)
    [told] = reckon(row, subject=subject).acts
    assert told.effective_min_vnd <= told.permitted_min_vnd <= told.amount_vnd
    assert told.amount_vnd <= told.permitted_max_vnd <= told.effective_max_vnd
    if told.open:
        assert told.permitted_min_vnd < told.amount_vnd < told.permitted_max_vnd


@given(CODES, FEW, FEW, SUBJECTS, GOODS)
def test_one_more_aggravating_circumstance_never_lowers_it(
    code: str, mitigating: int, aggravating: int, subject: SubjectKind, goods: int
) -> None:
    fewer = reckon(act(code, mitigating, aggravating, goods=goods), subject=subject)
    more = reckon(act(code, mitigating, aggravating + 1, goods=goods), subject=subject)
    assert more.total_vnd >= fewer.total_vnd


@given(CODES, SUBJECTS, CONDITIONS, GOODS)
def test_more_conditions_never_lower_a_band(
    code: str, subject: SubjectKind, conditions: list[Condition], goods: int
) -> None:
    [plain] = reckon(act(code, goods=goods), subject=subject).acts
    [raised] = reckon(act(code, goods=goods, conditions=conditions), subject=subject).acts
    assert raised.effective_max_vnd >= plain.effective_max_vnd
    assert raised.effective_max_vnd <= max(4 * plain.effective_max_vnd, 1)


@given(CODES, FEW, SUBJECTS, CONDITIONS, GOODS)
def test_a_computation_is_the_same_again_and_bears_its_hash(
    code: str, aggravating: int, subject: SubjectKind, conditions: list[Condition], goods: int
) -> None:
    told = reckon(act(code, 0, aggravating, goods=goods, conditions=conditions), subject=subject)
    again = msgspec.json.decode(msgspec.json.encode(told), type=Computation)
    assert again == told
    assert rules.hash_of(again) == told.hash
    assert service.compute(again.order) == again


@given(CODES, CONDITIONS, GOODS)
def test_whatever_a_row_provides_may_be_ordered_one_of_each_group(
    code: str, conditions: list[Condition], goods: int
) -> None:
    row = act(code, goods=goods, conditions=conditions)
    extras = [
        ExtraPenalty(
            kind=next(one for one in provided.penalties(row) if one.kind == group[0]).kind,
            value_vnd=None,
            months=None,
            text_vi="",
        )
        for group in provided.penalty_groups(row)
    ]
    remedies = [
        Remedy(
            kind=next(one for one in provided.remedies(row) if one.kind == group[0]).kind,
            text_vi="",
        )
        for group in provided.remedy_groups(row)
    ]
    provided.check(order(row, extra_penalties=extras, remedies=remedies), LAWS)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(-4, 4))
def test_a_range_lies_in_its_band_and_its_proposal_may_be_chosen(
    least: int, wide: int, left: int
) -> None:
    for rule in LAWS.amounts:
        part = ranges.of(least, least + wide, left, rule)
        assert least <= part.least <= part.most <= least + wide
        assert part.has(part.proposed)


@given(CODES, GOODS)
def test_a_value_leads_to_at_most_one_row_of_the_same_act(code: str, goods: int) -> None:
    values = Values(goods_value_vnd=goods, illicit_gain_vnd=None, quantity=None)
    row = ROWS[code]
    alike = [
        one
        for one in ROWS.values()
        if one.name_vi == row.name_vi and one.valid_to is None and one.drivers
        if drivers.article_of(one.code) == drivers.article_of(code)
        if one.code.rsplit("-", 1)[-1] == code.rsplit("-", 1)[-1]
        if drivers.fits(one, values)
    ]
    assert len(alike) <= 1
