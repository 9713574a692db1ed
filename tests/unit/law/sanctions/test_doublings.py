"""The doublings of the edition: each once, each with the grounds of its clause."""

from pathlib import Path

import pytest

from backend.law.rules import doublings
from schemas.law.provisions import Condition

EDITION = Path(doublings.__file__).parents[1] / "sanctions" / "editions" / "2026-11-28"


@pytest.fixture(scope="module")
def known() -> dict[str, doublings.Doubling]:
    return doublings.read((EDITION / "multipliers.json").read_bytes())


def test_banned_goods_double_for_production_alone(known: dict[str, doublings.Doubling]) -> None:
    assert known["98-8.9"].any_of == [Condition.PRODUCTION]


@pytest.mark.parametrize("clause", ["98-10.2", "98-12.2", "98-14.2"])
def test_import_does_not_double_where_the_clause_names_goods_alone(
    known: dict[str, doublings.Doubling], clause: str
) -> None:
    assert known[clause].any_of == [Condition.LISTED_GOODS]


def test_what_a_large_platform_pays_is_stated_for_the_organisation_and_excludes_sensitive_data(
    known: dict[str, doublings.Doubling],
) -> None:
    large, sensitive = known["98-46.4"], known["98-46.3"]
    assert (large.percent, large.only_for, large.stated_for) == (400, *["organisation"] * 2)
    assert (large.excludes, sensitive.excludes) == ([sensitive.id], [large.id])


def test_the_fifth_part_more_of_the_ip_decree_ends_at_250_million(
    known: dict[str, doublings.Doubling],
) -> None:
    raised = [one for one in known.values() if one.percent == 120]
    assert [one.cap_vnd for one in raised] == [250_000_000, 250_000_000, None, 250_000_000]


def test_every_list_of_goods_that_was_not_copied_in_full_says_so(
    known: dict[str, doublings.Doubling],
) -> None:
    for one in known.values():
        if Condition.LISTED_GOODS in one.any_of:
            assert one.goods or one.check, one.id


def test_an_exclusion_of_nothing_known_is_refused() -> None:
    with pytest.raises(ValueError, match="excluded"):
        doublings.read(
            b'[{"id":"a","percent":200,"any_of":["import"],"excludes":["b"],'
            b'"name":{"vi":"a","en":"a"},"article":"a","certainty":"R"}]'
        )
