"""Numbers and moments mean what was typed, or are refused: nothing is guessed."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin_ui.shell import typed
from admin_ui.shell.formats import number
from tests.support import cases


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1250000", 1_250_000),
        ("1.250.000", 1_250_000),
        (" 1.250.000 đ ", 1_250_000),
        ("1.250.000 đồng", 1_250_000),
        *(
            (f"1.250.000{unit}", 1_250_000)
            for unit in (" VNĐ", "VND", " vnđ", " Đồng", "₫", " đ.", "\u00a0VNĐ")
        ),
        ("1 250 000", 1_250_000),
        ("0", 0),
        ("", None),
        ("  ", None),
    ],
)
def test_a_whole_number_is_read_as_it_is_written_in_vietnam(text: str, value: int | None) -> None:
    assert typed.whole(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "1.5",
        "1,5",
        "1,500",
        "1.50",
        "1.5000",
        "12.34.567",
        ".500",
        "1.",
        "-1",
        "+1",
        "1e6",
        "đ",
        "VNĐ",
        "1.250.000 USD",
        "1.250.000 VNĐ VNĐ",
        "1.5 VNĐ",
        "5 nghìn đ",
        "١٢٣",
        "²",
        "1.000,5",
        "0x10",
        "9" * 16,
        "1..000",
    ],
)
def test_what_is_no_whole_number_is_refused_and_never_becomes_another(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        typed.whole(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        (" 12 ", 12),
        ("", None),
        ("-1", None),
        ("²", None),
        ("٣", None),
        ("9" * 5000, None),
    ],
)
def test_rows_are_counted_by_few_digits_and_by_nothing_else(text: str, value: int | None) -> None:
    assert typed.counted(text) == value


@given(st.integers(min_value=0, max_value=999_999_999_999_999))
def test_an_amount_that_a_page_shows_can_be_typed_again(amount: int) -> None:
    assert typed.whole(number(amount, "vi")) == amount
    assert typed.whole(str(amount)) == amount


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=12))
def test_dots_and_commas_never_change_the_digits_that_count(text: str) -> None:
    try:
        value = typed.whole(text)
    except ValueError:
        return
    # One comma and noughts are tenths that are none; several commas are foreign groups.
    bare = text if text.count(",") > 1 else re.sub(",0+$", "", text)
    assert value == int(re.sub("[.,]", "", bare))
    assert all(len(group) == 3 for group in re.split("[.,]", bare)[1:])


def test_a_moment_is_on_the_clock_of_vietnam() -> None:
    assert typed.utc("2026-01-05T08:30") == datetime(2026, 1, 5, 1, 30, tzinfo=UTC)
    assert typed.utc("2026-01-05T08:30Z") == datetime(2026, 1, 5, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59-01:00", "yesterday", ""])
def test_a_moment_outside_the_calendar_is_a_fault_of_the_field_and_no_breakdown(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        typed.utc(text)


@pytest.mark.parametrize("text", ["0001-01-01", "01/01/0001", "9999-12-31", "31/12/9999"])
def test_a_day_without_a_midnight_before_and_after_it_is_none_to_count_by(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        typed.edge(text)
    assert typed.edge_or_none(text) is None
    assert typed.day(text), "a form says at its field that it lies too far"


NUMBERS = cases.read("numbers")


def name_of(case: dict[str, Any]) -> str:
    return str(case["name"])


def read(how: Callable[[str], object], case: dict[str, Any]) -> dict[str, Any]:
    """What was read, in the words of the shared table."""
    try:
        return {"value": how(case["typed"])}
    except typed.Unclear as unclear:
        return {"asks": list(unclear.readings)}
    except ValueError:
        return {"wrong": True}


@pytest.mark.parametrize("case", NUMBERS["whole"], ids=name_of)
def test_a_whole_number_is_read_as_the_phone_reads_it(case: dict[str, Any]) -> None:
    expected = {key: case[key] for key in ("value", "asks", "wrong") if key in case}
    if "asks" in expected:
        expected["asks"] = [str(expected["asks"])]
    assert read(typed.whole, case) == expected


@pytest.mark.parametrize("case", NUMBERS["amount"], ids=name_of)
def test_a_quantity_is_read_as_the_phone_reads_it(case: dict[str, Any]) -> None:
    expected = {key: case[key] for key in ("value", "asks", "wrong") if key in case}
    assert read(typed.amount, case) == expected
