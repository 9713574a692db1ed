"""Real queries over the whole catalogue: what an officer types, and the behaviour that he means."""

from typing import Any

import pytest

from backend.law.catalogue import files
from backend.law.rules.finding import Findable, natural, ranked
from tests.support import cases

SEARCH = cases.read("search")
CATALOGUE = [Findable(**row) for row in SEARCH["catalogue"]]


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
