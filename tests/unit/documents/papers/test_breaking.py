"""Where lines break: numbers of papers stay whole, words without an end break, nothing is lost."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.documents.layout import breaking
from tests.support.sampling import examples


def joined(text: Any) -> str:
    """Put the pieces of a text together again."""
    if isinstance(text, str):
        return text
    kind, inner = text
    return "".join(joined(one) for one in inner) if kind in {"s", "w"} else joined(inner)


def test_the_number_of_a_paper_stays_on_one_line() -> None:
    text = "Căn cứ Biên bản số 2/BB-VPHC-48-QLTT0107 lập ngày 05 tháng 01"
    assert breaking.flowing(text) == [
        "s",
        ["Căn cứ Biên bản số ", ["n", "2/BB-VPHC-48-QLTT0107"], " lập ngày 05 tháng 01"],
    ]


def test_the_number_of_a_law_stays_on_one_line() -> None:
    """With its year, which the numbers of an office's own papers do not have (Decree 30/2020)."""
    for law in ("98/2020/NĐ-CP", "27/2020/TT-BCT", "88/2025/QH15", "11/2016/UBTVQH13"):
        assert breaking.flowing(f"Căn cứ {law} của") == ["s", ["Căn cứ ", ["n", law], " của"]]


def test_the_number_of_an_officer_or_a_card_stays_on_one_line() -> None:
    assert breaking.flowing("số hiệu công chức 48-QLTT0107, thẻ QLTT-004812 - Thành viên") == [
        "s",
        [
            "số hiệu công chức ",
            ["n", "48-QLTT0107"],
            ", thẻ ",
            ["n", "QLTT-004812"],
            " - Thành viên",
        ],
    ]
    for text in ("thùng các-tông", "Kế hoạch - Tài chính", "TP-HCM", "A-1"):
        assert breaking.flowing(text) == text


def test_a_day_or_a_share_is_no_number_of_a_paper() -> None:
    for text in ("ngày 05/01/2026", "1/2 hộp", "24/7", "12/a", "trang 1/3"):
        assert breaking.flowing(text) == text


def test_a_word_without_an_end_breaks_and_a_short_one_does_not() -> None:
    assert breaking.standing("x" * 39) == "x" * 39
    assert breaking.standing("x" * 45) == ["s", [["w", ["x" * 10] * 4 + ["x" * 5]]]]
    assert breaking.celled("y" * 17) == ["s", [["w", ["y" * 6, "y" * 6, "y" * 5]]]]


def test_a_mark_stays_with_its_letter_where_a_word_breaks() -> None:
    word = "x" * 9 + "q\u0323" + "x" * 40
    assert breaking.standing(word)[1][0][1][0] == "x" * 9 + "q\u0323"


@settings(max_examples=examples(200))
@given(st.text(max_size=200), st.text("A1/-đ \n\u0323", max_size=120))
def test_no_letter_is_lost_or_moved(first: str, second: str) -> None:
    for text in (first, second, f"{first} {second}"):
        for way in (breaking.flowing, breaking.standing, breaking.celled):
            assert joined(way(text)) == text
