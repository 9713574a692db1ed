"""What a record filled in of its paper is read on the page, before anybody signs it."""

from typing import Any

from admin_ui.documents.record_papers import filled
from backend.documents import service as documents


def report(**fields: Any) -> list[filled.Part]:
    return filled.parts(documents.get_form("BC-DK", 1), fields, "vi")


def test_a_report_is_read_part_by_part_with_its_figures_below_their_headings() -> None:
    found = report(
        parts=[
            {"title": "Tình hình", "text": "Ổn định.\n\nKhông có điểm nóng."},
            {"title": "Kết quả", "head_1": "Trong kỳ", "head_2": "Lũy kế"},
        ],
        rows=[
            {"part": 2, "row": "Số vụ", "value_1": "3", "value_2": "17"},
            {"part": 2, "row": "– hàng giả", "value_2": "5"},
        ],
        stated=["Số vụ: 4 (hệ thống tính 3). Đếm thiếu."],
    )
    market, result, stated = found
    assert (market.title, market.text) == ("1. Tình hình", ["Ổn định.", "Không có điểm nóng."])
    assert result.title == "2. Kết quả"
    assert result.heads == ["", "Trong kỳ", "Lũy kế"]
    assert result.rows == [["Số vụ", "3", "17"], ["– hàng giả", "", "5"]]
    assert stated.text == ["Số vụ: 4 (hệ thống tính 3). Đếm thiếu."]


def test_a_list_of_the_record_is_a_table_with_noughts_and_without_columns_that_are_empty() -> None:
    schema = documents.get_form("BC-KH", documents.newest("BC-KH"))
    unit = {"unit": "Đội số 1", "unit_planned": 4, "unit_done": 4, "unit_not_done": 0}
    (table,) = filled.parts(schema, {"by_unit": [unit], "undone": []}, "vi")
    assert table.heads == ["Đơn vị", "Kế hoạch", "Đã thực hiện", "Không thực hiện"]
    assert table.rows == [["Đội số 1", "4", "4", "0"]]
    assert table.left == 0


def test_a_long_table_ends_early_and_says_how_much_is_left() -> None:
    rows = [{"part": 1, "row": f"Dòng {at}", "value_1": str(at)} for at in range(200)]
    (table,) = report(parts=[{"title": "Kết quả", "head_1": "Số"}], rows=rows)
    assert len(table.rows) == filled.MOST_ROWS
    assert table.left == 200 - filled.MOST_ROWS


def test_single_values_stand_among_what_was_typed() -> None:
    kept = filled.single(documents.get_form("BC-DK", 1))["properties"]
    assert "period" in kept
    assert not {"parts", "rows", "stated"} & set(kept)
    assert "recipients" in kept, "the officer types it"
