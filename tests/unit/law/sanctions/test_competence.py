"""Who may decide in the edition of 2026-11-28: the data, the readings, and what no reading moves."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.law.books import EDITIONS, FIRST
from backend.law.rules import competence, confiscating, offices, routing, titles
from backend.law.rules.laws import Laws, NoRuleOnDay, ceiling
from backend.law.rules.powers import Deed, Extra, Sought, in_force_for, limit_vnd, of_field
from backend.law.sanctions.competence import reckon
from backend.law.sanctions.installed import in_use, laws_of
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import ViolationField

CASES = Path(__file__).parents[3] / "cases" / "law" / "competence.csv"
BOOK = EDITIONS[0]
LAWS = laws_of(BOOK)
TODAY = date(2026, 11, 28)
FORCE = ("controller", "team_head", "sub_department_head", "operations_head", "department_head")
FIELDS = list(ViolationField)
HEADS = [one.code for one in LAWS.titles if one.deputy_of is None]
days = st.dates(date(2022, 2, 1), date(2027, 12, 31))
subjects = st.sampled_from(
    [SubjectKind.INDIVIDUAL, SubjectKind.HOUSEHOLD, SubjectKind.ORGANISATION]
)


def wanted(most: int, field: str = "trade", **more: Any) -> Sought:
    subject = more.pop("subject", SubjectKind.INDIVIDUAL)
    return Sought(subject=subject, deeds=(Deed("A", ViolationField(field), most),), **more)


def codes(title: str, sought: Sought, on: date = TODAY, laws: Laws = LAWS) -> list[str]:
    return [one.code for one in competence.faults_of(title, sought, on, laws)]


def test_the_first_edition_has_no_routes_and_no_titles_of_other_bodies() -> None:
    first = in_use()
    assert first is laws_of(FIRST)
    assert first.routes == []
    assert {one.body for one in first.titles} == {"market"}
    assert all(one.fields is None and one.certainty == "R" for one in first.competence)


def test_every_entry_says_where_it_stands_and_a_doubtful_one_what_is_open() -> None:
    said = [(one.id, one.article, one.certainty, one.check) for one in LAWS.competence]
    said += [(one.id, one.article, one.certainty, one.check) for one in LAWS.routes]
    for name, article, certainty, check in said:
        assert article
        assert certainty == "R" or (check and check.vi and check.en), name
    assert len({one.id for one in LAWS.competence}) == len(LAWS.competence)


@given(days, st.sampled_from(FIELDS), st.sampled_from(FORCE))
def test_each_title_of_the_force_has_one_entry_for_each_field_on_each_day(
    day: date, field: ViolationField, title: str
) -> None:
    found = in_force_for(LAWS, title, day)
    own = [one for one in found if one.fields is not None and field in one.fields]
    general = [one for one in found if one.fields is None]
    assert len(own) <= 1
    assert len(general) <= 1
    assert own or general


def test_decree_311_adds_the_chief_inspector_and_nothing_else() -> None:
    began = [one.title for one in LAWS.competence if one.valid_from == date(2026, 9, 26)]
    assert began == ["chief_inspector"]
    before = wanted(1, subject=SubjectKind.INDIVIDUAL)
    assert codes("chief_inspector", before, date(2026, 9, 25)) == ["title_without_competence"]
    assert codes("chief_inspector", before, date(2026, 9, 26)) == []


@pytest.mark.parametrize(
    ("title", "before", "since"),
    [
        ("controller", 500_000, 10_000_000),
        ("team_head", 25_000_000, 30_000_000),
        ("operations_head", 25_000_000, 50_000_000),
        ("sub_department_head", 50_000_000, 50_000_000),
        ("department_head", 100_000_000, 100_000_000),
    ],
)
def test_the_share_of_decree_189_replaces_the_amount_on_its_first_day(
    title: str, before: int, since: int
) -> None:
    for day, most in ((date(2025, 6, 30), before), (date(2025, 7, 1), since)):
        assert codes(title, wanted(most), day) == []
        assert codes(title, wanted(most + 1), day) == ["fine_beyond"]


def test_the_director_of_the_operations_department_had_fifty_million_until_his_title_went() -> None:
    last = date(2025, 6, 30)
    assert codes("operations_director", wanted(50_000_000), last) == []
    assert codes("operations_director", wanted(50_000_001), last) == ["fine_beyond"]
    assert codes("operations_director", wanted(1), last + timedelta(1)) == [
        "title_without_competence"
    ]


def test_a_team_head_could_order_anything_but_re_export_and_since_2025_less() -> None:
    for day, may, may_not in (
        (date(2025, 2, 20), ("restore", "destroy", "return_licence"), ("re_export",)),
        (date(2025, 2, 21), ("destroy", "recall", "pay_value"), ("re_export", "restore")),
        (date(2025, 7, 1), ("re_export", "restore", "pay_value"), ()),
    ):
        for remedy in may:
            assert codes("team_head", wanted(1, remedies=(remedy,)), day) == []
        for remedy in may_not:
            assert codes("team_head", wanted(1, remedies=(remedy,)), day) == ["remedy_beyond"]


def test_a_market_inspector_orders_no_remedy_and_only_heads_above_a_team_suspend() -> None:
    assert codes("controller", wanted(1, remedies=("destroy",))) == ["remedy_beyond"]
    for title in ("controller", "team_head"):
        said = codes(title, wanted(1, extras=(Extra("licence_suspension", None),)))
        assert said == ["extra_penalty_beyond"]
    assert (
        codes("sub_department_head", wanted(1, extras=(Extra("business_suspension", None),))) == []
    )


@given(days, st.sampled_from(HEADS), st.sampled_from(FIELDS), st.integers(1, 400_000_000))
def test_an_organisation_s_limit_is_twice_as_high_and_a_household_s_is_not(
    day: date, title: str, field: ViolationField, most: int
) -> None:
    try:
        own = codes(title, wanted(most, field), day)
    except NoRuleOnDay:
        return
    assert codes(title, wanted(most, field, subject=SubjectKind.HOUSEHOLD), day) == own
    assert codes(title, wanted(2 * most, field, subject=SubjectKind.ORGANISATION), day) == own


@given(days, st.sampled_from(FORCE), st.lists(st.integers(1, 300_000_000), min_size=2, max_size=4))
def test_one_act_outside_takes_the_file_up_and_sums_are_never_added(
    day: date, title: str, bands: list[int]
) -> None:
    deeds = tuple(Deed(str(at), ViolationField.TRADE, most) for at, most in enumerate(bands))
    whole = codes(title, Sought(subject=SubjectKind.INDIVIDUAL, deeds=deeds), day)
    apart = [codes(title, wanted(most), day) for most in bands]
    assert bool(whole) is any(apart)


@given(st.sampled_from(FIELDS), st.integers(0, 600_000_000), subjects)
def test_a_refusal_of_confiscation_is_certain_only_where_every_reading_refuses(
    field: ViolationField, value: int, subject: SubjectKind
) -> None:
    sought = wanted(1, field, subject=subject, extras=(Extra("confiscation", value),))
    found = competence.faults_of("team_head", sought, TODAY, LAWS)
    rule = of_field(LAWS, "team_head", field, TODAY)
    both = confiscating.limits(rule, sought, TODAY, LAWS)
    assert both is not None
    assert bool(found) is (value > both[0])
    if found and value <= both[1]:
        assert found[0].certainty == "U"
        assert found[0].check
    if found and value > both[1]:
        assert found[0].certainty == rule.certainty


def test_banned_goods_without_a_value_go_to_whom_no_value_binds() -> None:
    sought = wanted(1, "banned", extras=(Extra("confiscation", None),))
    for title in ("controller", "team_head"):
        [said] = competence.faults_of(title, sought, TODAY, LAWS)
        assert said.code == "confiscation_value_missing"
        assert "4.3" in said.article
        assert said.certainty == "R"
    assert codes("sub_department_head", sought) == []
    old = competence.faults_of("team_head", sought, date(2025, 6, 1), LAWS)[0]
    assert "118/2021" in old.article
    shown = wanted(1, "banned", extras=(Extra("confiscation", 120_000_000),))
    assert codes("team_head", shown) == []


def test_the_table_of_the_ip_decree_goes_first_since_it_was_amended() -> None:
    day = date(2026, 7, 15)
    assert of_field(LAWS, "team_head", ViolationField.IP, day).vnd == 75_000_000
    assert of_field(LAWS, "team_head", ViolationField.IP, day - timedelta(1)).percent == 30
    [said] = competence.faults_of("team_head", wanted(75_000_001, "ip"), day, LAWS)
    assert said.certainty == "R"
    assert "189/2025" in said.article
    [said] = competence.faults_of(
        "team_head", wanted(1, "ip", remedies=("pay_compensation",)), day, LAWS
    )
    assert (said.code, said.certainty) == ("remedy_beyond", "R2")


@given(st.sampled_from(FIELDS), st.integers(1, 500_000_000), subjects)
def test_the_lowest_title_may_and_none_below_it_may(
    field: ViolationField, most: int, subject: SubjectKind
) -> None:
    sought = wanted(most, field, subject=subject)
    found = competence.lowest_of(sought, TODAY, LAWS)
    top = ceiling(LAWS, field, TODAY).individual_vnd * (
        2 if subject is SubjectKind.ORGANISATION else 1
    )
    assert bool(found) is (most <= top)
    if found:
        assert codes(found[0].code, sought) == []
        chain = ["controller", "team_head", "sub_department_head", "department_director"]
        below = chain[: chain.index(found[0].code)] if found[0].code in chain else chain
        assert all(codes(title, sought) for title in below)


def test_several_bodies_fields_are_the_chair_s_and_what_is_beyond_him_is_split_off() -> None:
    sought = wanted(60_000_000)
    assert [one.code for one in routing.chairs(sought, TODAY, LAWS)] == ["province_chair"]
    assert [one.code for one in routing.chairs(wanted(50_000_000), TODAY, LAWS)] == [
        "commune_chair"
    ]
    deeds = (Deed("in", ViolationField.TRADE, 1), Deed("out", ViolationField.TRADE, 100_000_001))
    both = Sought(subject=SubjectKind.INDIVIDUAL, deeds=deeds)
    assert routing.split_off("province_chair", both, TODAY, LAWS) == ["out"]
    assert routing.split_off("province_chair", both, date(2025, 6, 30), LAWS) == []
    assert routing.split_off("team_head", both, TODAY, LAWS) == []


def test_no_other_body_signs_the_force_s_own_papers() -> None:
    named = {one.code for one in offices.offices(TODAY, LAWS, None)}
    assert named == {"team_head", "sub_department_head", "operations_head", "department_head"}
    seizing = {one.code for one in offices.offices(TODAY, LAWS, "confiscation")}
    assert seizing == named | {"controller"}
    assert offices.inspection_fault("department_director", LAWS, delegated=False) is not None
    assert offices.office_fault("province_chair", TODAY, LAWS, delegated=False, measure=None)


def test_titles_in_words_are_read_by_the_longest_pattern() -> None:
    for words, code in (
        ("Chủ tịch Ủy ban nhân dân xã Tân Phú", "commune_chair"),
        ("Chủ tịch UBND tỉnh Lào Cai", "province_chair"),
        ("Giám đốc Sở Công Thương", "department_director"),
        ("Quyền Giám đốc Sở Công Thương", "department_director"),
        ("Phó Giám đốc Sở", "deputy_department_director"),
        ("Chánh Thanh tra tỉnh", "chief_inspector"),
        ("Cục trưởng Cục Nghiệp vụ", "operations_director"),
        ("Trưởng phòng Nghiệp vụ", "operations_head"),
        ("Trưởng Đoàn kiểm tra", None),
    ):
        found = titles.find(words, LAWS)
        assert (found.code if found else None) == code


@given(days, st.sampled_from(FORCE), st.sampled_from(FIELDS))
def test_no_title_of_the_force_fines_beyond_its_ceiling(
    day: date, title: str, field: ViolationField
) -> None:
    rule = of_field(LAWS, title, field, day)
    assert limit_vnd(rule, field, day, LAWS) <= ceiling(LAWS, field, day).individual_vnd


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, "title"),
        ({"title": "team_head"}, "day"),
        ({"title": "team_head", "on": "2026-11-28"}, "code"),
        ({"title": "team_head", "on": "2026-11-28", "code": "ND1-1"}, "catalogue"),
        (
            {"title": "commune_chair", "on": "2025-01-01", "band_max": "1", "field": "trade"},
            "law data",
        ),
        ({"title": "team_head", "on": "2026-11-28", "band_max": "x", "field": "trade"}, "band_max"),
        ({"title": "team_head", "on": "2026-11-28", "what": "expulsion"}, "decision"),
    ],
)
def test_what_the_reckoner_needs_and_lacks_is_said(facts: dict[str, str], missing: str) -> None:
    told = reckon(facts)
    assert told.refused is not None
    assert missing in told.refused.en
    assert told.result == {}


def test_the_reckoner_shows_its_steps_with_articles_and_doubts() -> None:
    facts = {"title": "team_head", "on": "2026-11-28", "band_max": "90000000", "field": "trade"}
    told = reckon(facts)
    assert told.result == {"may": "no", "why": "fine_beyond", "lowest": "province_chair"}
    assert all(step.article and step.text.vi and step.text.en for step in told.steps)
    assert told.steps[-1].certainty == "U"
    assert told.steps[-1].doubt
    assert msgspec.json.decode(msgspec.json.encode(told), type=type(told)) == told


def _pairs(text: str) -> dict[str, str]:
    """Read `key=value; key=value`."""
    return dict(one.strip().split("=", 1) for one in text.split(";") if one.strip())


with CASES.open(encoding="utf-8", newline="") as _file:
    _ROWS = [pytest.param(row, id=row["id"]) for row in csv.DictReader(_file)]


@pytest.mark.parametrize("row", _ROWS)
def test_a_lawyer_s_case_is_answered_as_the_lawyer_did(row: dict[str, str]) -> None:
    """Cases were written from the law alone. `/` joins answers that are all right, `+` a list."""
    told = reckon(_pairs(row["facts"]), BOOK)
    assert told.refused is None
    for key, expected in _pairs(row["expected"]).items():
        found = set(told.result.get(key, "").split("+"))
        assert any(set(one.split("+")) <= found for one in expected.split("/")), key


def test_team_heads_and_heads_of_an_operations_division_order_searches() -> None:
    """Law Arts 123.1.g, 127.1, 128.1, 129.1: who may hold a person may order a search."""
    for title in ("team_head", "operations_head"):
        assert offices.search_fault(title, TODAY, LAWS, delegated=False) is None
    assert offices.search_fault("deputy_team_head", TODAY, LAWS, delegated=True) is None
    for title in ("deputy_team_head", "controller", None):
        fault = offices.search_fault(title, TODAY, LAWS, delegated=False)
        assert fault is not None
        assert fault.certainty == "R"


def test_a_search_ordered_from_above_the_team_is_a_doubt_and_no_refusal() -> None:
    """Art 123.1.g does not name the head of the sub-department; nothing read says that he may not."""
    fault = offices.search_fault("sub_department_head", TODAY, LAWS, delegated=False)
    assert fault is not None
    assert fault.certainty == "M"
