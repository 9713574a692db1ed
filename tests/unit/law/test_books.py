"""Editions of the law book: a case keeps the understanding of the law that it was opened under."""

import pytest

from backend.law import books


@pytest.mark.parametrize("rule_set", ["2022-01-01", "2025-07-01", "2026-01-01", None])
def test_the_old_rule_sets_are_one_book_and_their_orders_name_none(rule_set: str | None) -> None:
    assert books.book_of(rule_set) == books.FIRST
    assert books.named_in_order(rule_set) is None


def test_a_correction_is_a_book_of_its_own_day() -> None:
    assert books.book_of("2026-11-28") == "2026-11-28" == books.newest()
    assert books.named_in_order("2026-11-28") == "2026-11-28"


def test_a_book_that_nobody_has_is_an_error_and_not_the_nearest_one() -> None:
    with pytest.raises(books.UnknownBook):
        books.book_of("2026-12-01")


def test_editions_stand_in_order_and_begin_after_the_first_book() -> None:
    assert list(books.EDITIONS) == sorted(set(books.EDITIONS))
    assert books.EDITIONS[0] > "2026-01-01"
