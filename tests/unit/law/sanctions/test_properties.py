"""What holds of every reckoning, whatever the order."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.law.catalogue import service as catalogue
from backend.law.errors import (
    ChosenOutsideBand,
    MultiplierMisplaced,
    ReasonMissing,
    UnknownCircumstance,
    ValueMissing,
)
from backend.law.rules import ladders
from backend.law.rules import sanctions as rules
from backend.law.rules.laws import NoRuleOnDay
from backend.law.sanctions import service
from backend.law.sanctions.service import in_use
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Ladder, Multiple
from schemas.law.sanctions import (
    ActOrder,
    Circumstances,
    Computation,
    ExtraKind,
    RemedyKind,
    SanctionOrder,
    Values,
)

DAY = date(2026, 11, 20)
FIRST_REMEDIES = set(list(RemedyKind)[:10])
"""Those of the first edition: later ones add what decrees provide under Art 28.1.k."""
DRAFTS = catalogue.violations()
KNOWN = {
    sign: [c.code for c in in_use().circumstances if c.sign == sign]
    for sign in ("mitigating", "aggravating")
}


def act(
    code: str = "ND98-15-1-e", mitigating: int = 0, aggravating: int = 0, **changed: object
) -> ActOrder:
    """One act with so many circumstances."""
    draft = next(v for v in DRAFTS if v.code == code)
    plain = ActOrder(
        behaviour=service.copied(draft),
        acted_on=DAY,
        circumstances=Circumstances(
            mitigating=KNOWN["mitigating"][:mitigating],
            aggravating=KNOWN["aggravating"][:aggravating],
        ),
        values=Values(goods_value_vnd=None, illicit_gain_vnd=None, quantity=None),
        multipliers=[],
        warning=False,
        chosen_vnd=None,
        reason=None,
    )
    return msgspec.structs.replace(plain, **changed)


def reckon(
    *acts: ActOrder, subject: SubjectKind = SubjectKind.INDIVIDUAL, on: date = DAY
) -> Computation:
    """A computation of these acts."""
    return service.compute(
        SanctionOrder(
            subject=subject, decided_on=on, acts=list(acts), extra_penalties=[], remedies=[]
        )
    )


CODES = st.sampled_from([v.code for v in DRAFTS])
FEW = st.integers(0, 4)
SUBJECTS = st.sampled_from(list(SubjectKind))


@given(CODES, FEW, FEW, SUBJECTS)
def test_an_amount_lies_within_its_effective_band(
    code: str, mitigating: int, aggravating: int, subject: SubjectKind
) -> None:
    [told] = reckon(act(code, mitigating, aggravating), subject=subject).acts
    assert told.effective_min_vnd <= told.permitted_min_vnd <= told.amount_vnd
    assert told.amount_vnd <= told.permitted_max_vnd <= told.effective_max_vnd


@given(CODES, FEW, FEW, SUBJECTS)
def test_one_more_aggravating_circumstance_never_lowers_it(
    code: str, mitigating: int, aggravating: int, subject: SubjectKind
) -> None:
    fewer = reckon(act(code, mitigating, aggravating), subject=subject)
    more = reckon(act(code, mitigating, aggravating + 1), subject=subject)
    assert more.total_vnd >= fewer.total_vnd


@given(CODES, FEW, FEW)
def test_an_organisation_pays_twice_an_individual_s_where_the_decree_states_it_for_individuals(
    code: str, mitigating: int, aggravating: int
) -> None:
    [alone] = reckon(act(code, mitigating, aggravating)).acts
    [firm] = reckon(act(code, mitigating, aggravating), subject=SubjectKind.ORGANISATION).acts
    assert firm.effective_min_vnd == 2 * alone.effective_min_vnd
    assert firm.effective_max_vnd == 2 * alone.effective_max_vnd
    assert abs(firm.amount_vnd - 2 * alone.amount_vnd) <= 3  # halves of a đồng that are dropped


@given(CODES, SUBJECTS, st.dates(date(2022, 2, 1), date(2027, 1, 1)))
def test_what_a_lower_title_may_a_higher_may_too(code: str, subject: SubjectKind, on: date) -> None:
    told = reckon(act(code), subject=subject, on=on)
    able = [
        rule.rank
        for rule in in_use().titles
        if rule.deputy_of is None and not service.competence_faults(rule.code, told, on)
    ]
    assert able == [] or set(range(min(able), 5)) == set(able)
    assert {title.rank for title in service.who_may(told, on)} == set(sorted(set(able))[:1])


@given(CODES, FEW, SUBJECTS)
def test_a_computation_is_the_same_again_and_bears_its_hash(
    code: str, aggravating: int, subject: SubjectKind
) -> None:
    told = reckon(act(code, 0, aggravating), subject=subject)
    again = msgspec.json.decode(msgspec.json.encode(told), type=Computation)
    assert again == told
    assert rules.hash_of(again) == told.hash
    assert service.compute(again.order) == again


@given(st.sampled_from(catalogue.ladders()), st.integers(0, 3 * 10**9))
def test_a_value_stands_on_one_step_and_no_step_before_it_fits(ladder: Ladder, value: int) -> None:
    code = ladders.code_for(ladder, value)
    bounds = dict(ladder.steps)
    if code is None:
        last = ladder.steps[-1][1]
        assert value < ladder.least or (last is not None and value >= last)
    elif (most := bounds[code]) is not None:
        assert value <= most


def test_a_draft_and_its_doubts_are_told_beside_the_numbers() -> None:
    [told] = reckon(act("ND98-8-4-other")).acts
    assert [r.code for r in told.remarks] == ["draft", "check_behaviour"]


def test_a_value_that_leads_elsewhere_is_told() -> None:
    values = Values(goods_value_vnd=55_000_000, illicit_gain_vnd=None, quantity=None)
    [told] = reckon(act(values=values)).acts
    assert "ND98-15-1-g" in told.remarks[-1].text.en
    fitting = Values(goods_value_vnd=1, illicit_gain_vnd=20_000_000, quantity=None)
    [by_gain] = reckon(act("ND98-8-5-other", values=fitting)).acts
    assert "value_outside_band" not in {r.code for r in by_gain.remarks}


def test_another_amount_needs_a_reason_and_stays_in_the_band() -> None:
    with pytest.raises(ReasonMissing):
        reckon(act(chosen_vnd=14_000_000))
    with pytest.raises(ChosenOutsideBand):
        reckon(act(chosen_vnd=20_000_001, reason="Vì"))
    [told] = reckon(act(chosen_vnd=14_000_000, reason="Hậu quả nhỏ")).acts
    assert (told.computed_vnd, told.amount_vnd) == (15_000_000, 14_000_000)
    assert told.remarks[-1].code == "beyond_circumstances"
    [within] = reckon(act(mitigating=1, chosen_vnd=11_000_000, reason="Hậu quả nhỏ")).acts
    assert "beyond_circumstances" not in {r.code for r in within.remarks}


def test_a_warning_costs_nothing_and_everybody_may_give_it() -> None:
    told = reckon(act("ND98-8-8-other", warning=True))
    assert told.total_vnd == 0
    assert [t.code for t in service.who_may(told, DAY)] == ["controller"]


def test_an_order_that_contradicts_itself_is_refused_with_its_reason() -> None:
    with pytest.raises(UnknownCircumstance):
        reckon(act(circumstances=Circumstances(mitigating=["organised"], aggravating=[])))
    with pytest.raises(MultiplierMisplaced):
        reckon(act(multipliers=["ip_production"]))
    with pytest.raises(MultiplierMisplaced):
        reckon(act("ND98-46-a", multipliers=["large_platform"]))
    food = service.copied(next(v for v in DRAFTS if v.code == "ND115-22-7"))
    times = Multiple(least_percent=100, most_percent=200)
    with pytest.raises(ValueMissing):
        reckon(act(behaviour=msgspec.structs.replace(food, multiple=times)))
    with pytest.raises(NoRuleOnDay):
        reckon(act(), on=date(2021, 12, 31))


def test_the_total_is_the_sum_of_the_acts() -> None:
    told = reckon(act(), act("ND87-13-1-a"))
    assert told.total_vnd == 15_000_000 + 750_000


def test_periods_of_one_rule_follow_each_other_without_gap_or_overlap() -> None:
    laws = in_use()
    for title in {c.title for c in laws.competence}:
        rows = sorted((c for c in laws.competence if c.title == title), key=lambda c: c.valid_from)
        assert [r.valid_to for r in rows[:-1]] == [r.valid_from for r in rows[1:]]
        assert rows[-1].valid_to is None
    ids = [r.id for group in (laws.ceilings, laws.competence, laws.amounts) for r in group]
    assert len(set(ids)) == len(ids)


def test_a_form_is_offered_what_belongs_to_the_behaviour() -> None:
    told = service.options("ND99IP-12-4")
    assert [one.code for one in told.multipliers] == ["ip_production"]
    assert (len(told.mitigating), len(told.aggravating)) == (8, 12)
    assert {one.code for one in told.extra_penalties} == set(ExtraKind)
    assert {one.code for one in told.remedies} == FIRST_REMEDIES
    assert {one.code for one in told.extra_penalties if one.known} == {
        "confiscation",
        "business_suspension",
    }
    for traits in catalogue.traits():
        assert set(traits.extra_penalties) <= set(ExtraKind)
        assert set(traits.remedies) <= set(RemedyKind)
