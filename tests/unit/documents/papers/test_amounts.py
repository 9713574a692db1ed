"""Amounts in words: what stands behind "Bằng chữ" is the amount, and reads as a bank writes it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backend.core import formats
from backend.documents.layout.amounts import BY_REGION, LARGEST, in_words

SOUTH = BY_REGION["south"]
TABLE = [
    (0, "Không đồng"),
    (1, "Một đồng"),
    (4, "Bốn đồng"),
    (10, "Mười đồng"),
    (11, "Mười một đồng"),
    (14, "Mười bốn đồng"),
    (15, "Mười lăm đồng"),
    (21, "Hai mươi mốt đồng"),
    (24, "Hai mươi tư đồng"),
    (25, "Hai mươi lăm đồng"),
    (30, "Ba mươi đồng"),
    (100, "Một trăm đồng"),
    (101, "Một trăm linh một đồng"),
    (105, "Một trăm linh năm đồng"),
    (110, "Một trăm mười đồng"),
    (115, "Một trăm mười lăm đồng"),
    (1_000, "Một nghìn đồng"),
    (1_001, "Một nghìn không trăm linh một đồng"),
    (1_010, "Một nghìn không trăm mười đồng"),
    (20_000, "Hai mươi nghìn đồng"),
    (500_000, "Năm trăm nghìn đồng"),
    (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
    (1_000_005, "Một triệu không trăm linh năm đồng"),
    (7_500_000, "Bảy triệu năm trăm nghìn đồng"),
    (12_345_678, "Mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám đồng"),
    (1_000_000_000, "Một tỷ đồng"),
    (2_000_001_000, "Hai tỷ không trăm linh một nghìn đồng"),
    (
        999_999_999_999,
        "Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu"
        " chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng",
    ),
]
SCALES = {"nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
WORTH = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}


def read_back(said: str) -> int:
    """Read an amount as somebody hears it: word by word, adding up, with no idea of how it was written."""
    total = group = digit = 0
    for word in said.removesuffix(" đồng").lower().split():
        if word in WORTH:
            digit = WORTH[word]
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group, digit = group + 10, 0
        elif word in SCALES:
            total, group, digit = total + (group + digit) * SCALES[word], 0, 0
        else:
            assert word in {"linh", "lẻ"}, word
    return total + group + digit


@pytest.mark.parametrize(("amount", "said"), TABLE)
def test_an_amount_is_written_as_in_the_table(amount: int, said: str) -> None:
    assert in_words(amount) == said


@given(st.integers(0, LARGEST))
@example(1_000_000)
@example(100_000_000_001)
def test_whoever_reads_the_words_aloud_hears_the_amount(amount: int) -> None:
    assert read_back(in_words(amount)) == amount
    assert read_back(in_words(amount, SOUTH)) == amount


@given(st.integers(0, LARGEST))
def test_words_are_single_spaced_and_end_in_the_currency(amount: int) -> None:
    said = in_words(amount)
    assert said == " ".join(said.split())
    assert said.endswith(" đồng")
    assert said[0].isupper()
    assert said[1:].islower() or not said[1:].strip()


def test_the_south_writes_it_in_its_own_words() -> None:
    assert (
        in_words(1_005_024, SOUTH)
        == "Một triệu không trăm lẻ năm ngàn không trăm hai mươi bốn đồng"
    )
    assert in_words(1_014, SOUTH) == "Một ngàn không trăm mười bốn đồng"


@pytest.mark.parametrize("amount", [-1, LARGEST + 1])
def test_what_no_paper_may_say_is_refused(amount: int) -> None:
    with pytest.raises(ValueError, match=str(amount)):
        in_words(amount)


def test_figures_have_dots() -> None:
    assert [formats.grouped(n) for n in (0, 999, 1_250_000)] == ["0", "999", "1.250.000"]
