"""Real queries over the whole catalogue: what an officer types, and the behaviour that he means."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from backend.law import books
from backend.law.catalogue import edition_files, files
from backend.law.rules import editions
from backend.law.rules.finding import Findable, natural, ranked
from tests.support import cases

SEARCH = cases.read("search")
CATALOGUE = [Findable(**row) for row in SEARCH["catalogue"]]
TODAY = date(2026, 11, 28)


def typed(case: dict[str, Any]) -> str:
    return str(case["typed"])


def test_the_shared_catalogue_is_that_of_the_file() -> None:
    assert SEARCH["catalogue"] == cases.catalogue(), "write it: python -m tests.support.cases"


@pytest.mark.parametrize("case", SEARCH["queries"], ids=typed)
def test_what_is_meant_stands_first(case: dict[str, str]) -> None:
    found = ranked(CATALOGUE, case["typed"])
    assert [one.code for one in found[:3]][:1] == [case["first"]]


@pytest.mark.parametrize("case", SEARCH["alone"], ids=typed)
def test_only_what_is_meant_is_found(case: dict[str, str]) -> None:
    found = ranked(CATALOGUE, case["typed"])
    assert found
    assert [one.name for one in found if case["named"] not in one.name] == []


@pytest.mark.parametrize("text", SEARCH["nothing"])
def test_what_stands_nowhere_is_not_found(text: str) -> None:
    assert ranked(CATALOGUE, text) == []


def test_without_a_word_all_are_there_in_their_order() -> None:
    assert ranked(CATALOGUE, "  ") == CATALOGUE


def test_codes_are_ordered_as_people_count() -> None:
    codes = ["ND115-5-1", "ND98-10-1-a", "ND98-9-1-a", "ND98-9-1-dd", "ND98-9-1-d", "ND87-10-1"]
    expected = ["ND87-10-1", "ND98-9-1-a", "ND98-9-1-d", "ND98-9-1-dd", "ND98-10-1-a", "ND115-5-1"]
    assert sorted(codes, key=natural) == expected


def test_every_synonym_names_behaviours_that_there_are_and_where_it_is_from() -> None:
    for group in files.synonyms():
        assert group.source
        assert any(set(group.said) <= set(one.also) for one in CATALOGUE), group


@cache
def newest(day: date) -> list[Findable]:
    """The rows of the newest book that a day's act may be named by, as phones and the desk search them."""
    found = edition_files.drafts(books.newest()).values()
    rows = [row for row in found if editions.in_force(row, day)]
    return cases.searched((row.code, row.name_vi, row.legal_basis) for row in rows)


@pytest.mark.parametrize(
    ("typed_words", "article"),
    [
        ("hàng nhái", "ND98-9-"),  # CATALOGUE.md: Decree 98/2020 Art 9, trade in fake goods
        ("hàng giả", "ND98-9-"),
        ("hàng lậu", "ND98-15-"),  # Art 15, smuggled goods
        ("nhập lậu", "ND98-15-"),
        ("không hoá đơn", "ND98-17-"),  # Art 17, goods of unknown origin
        ("không hóa đơn", "ND98-17-"),
        ("ko hoá đơn", "ND98-17-"),
        ("không giấy phép", "ND98-6-"),  # Art 6, trade without a licence
        ("ko có giấy phép", "ND98-6-"),
        ("ko nhãn phụ", "ND119-31-"),  # Decree 119/2017 Art 31, labels
        ("hàng cấm", "ND98-8-"),  # Art 8, forbidden goods
        ("đa cấp", "ND98-56-"),  # Art 56 since 21/02/2025
        ("tem giả", "ND98-13-"),  # Art 13, fake stamps and labels
        ("hết date", "ND98-34-"),  # Art 34, expired goods shown at a fair: what is left of them
    ],
)
def test_everyday_words_lead_to_their_article_of_the_newest_catalogue(
    typed_words: str, article: str
) -> None:
    assert ranked(newest(TODAY), typed_words)[0].code.startswith(article)


def test_expired_goods_before_21_02_2025_are_found_by_what_people_call_them() -> None:
    """Decree 98/2020 Art 17 punished them until Decree 24/2025."""
    for said in ("hàng hết hạn", "hang het han", "hết hạn sử dụng", "quá hạn sử dụng"):
        first = ranked(newest(date(2025, 2, 20)), said)[:5]
        assert [one.name for one in first if one.code.startswith("ND98-17-")], first


def test_both_ways_to_place_the_tone_mark_find_the_same_in_the_same_order() -> None:
    for one, other in (("hoá đơn", "hóa đơn"), ("hàng hoá", "hàng hóa"), ("xoá mã", "xóa mã")):
        assert ranked(newest(TODAY), one) == ranked(newest(TODAY), other)


def test_a_shop_whose_name_is_a_shortened_word_is_found_by_its_name() -> None:
    shops = [Findable("1", "Ko Mart", [], "ko mart"), Findable("2", "Mart", [], "khong mart")]
    assert [one.code for one in ranked(shops, "ko mart")] == ["1"]


@pytest.mark.parametrize("group", files.synonyms(), ids=lambda one: one.said[0])
def test_every_synonym_names_behaviours_of_the_newest_catalogue_too(group: Any) -> None:
    """Except for what left the decree: alcohol and tobacco for minors, training in food safety."""
    left = {"bán rượu cho trẻ em", "thuốc lá trẻ em", "an toàn thực phẩm"}
    named = any(set(group.said) <= set(one.also) for one in newest(TODAY))
    assert named or group.said[0] in left
