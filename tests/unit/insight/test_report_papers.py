"""How a report reads on its paper: whole numbers in groups of three, tenths with a comma, wide tables in the annex."""

from typing import Any

import pytest

from backend.insight.reports import paper_words


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (62_500_000, "vnd", "62.500.000"),
        (-3, "count", "-3"),
        (0, "count", "0"),
        (None, "vnd", "–"),
        (125, "days", "12,5"),
        (-5, "percent", "-0,5"),
        (-667, "percent", "-66,7"),
        (12_345, "percent", "1.234,5"),
    ],
)
def test_a_value_is_written_as_vietnamese_papers_write_it(
    value: int | None, unit: str, said: str
) -> None:
    assert paper_words.value_words(value, unit) == said


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Báo cáo tuần", "Kết quả công tác tuần"),
        ("Báo cáo 6 tháng", "Kết quả công tác 6 tháng"),
        ("Báo cáo chuyên đề hàng giả", "Chuyên đề hàng giả"),
        ("Kết quả đợt cao điểm", "Kết quả đợt cao điểm"),
        ("Báo cáo", "Báo cáo"),
    ],
)
def test_the_subject_line_does_not_say_the_name_of_the_paper_again(title: str, about: str) -> None:
    assert paper_words.about(title) == about


def test_a_table_whose_numbers_do_not_fit_across_a_page_stands_in_the_annex() -> None:
    narrow: list[dict[str, Any]] = [
        {"part": 1, "row": "Số vụ", "value_1": "12", "value_2": "62.500.000"}
    ]
    wide = [
        *narrow,
        {"part": 1, "row": "Tiền"} | {f"value_{at}": "125.250.000.000" for at in range(1, 6)},
    ]
    assert paper_words._where(narrow) == {}
    assert "Phụ lục" in paper_words._where(wide)["annex"]
