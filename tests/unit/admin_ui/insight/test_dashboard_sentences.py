"""The answers of a dashboard, in words: what rose, what fell, what there was nothing of."""

import pytest

from admin_ui.insight.dashboards import sentences
from backend.insight.dashboards.service import Compared
from backend.insight.rules.boards import Share


def of(now: int | None, before: int | None) -> Compared:
    """A figure now and a year before."""
    return Compared(now=now, before=before)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (12, 10, "tăng 20 % so với cùng kỳ năm trước (10)"),
        (8, 10, "giảm 20 % so với cùng kỳ năm trước (10)"),
        (0, 10, "giảm 100 % so với cùng kỳ năm trước (10)"),
        (10, 10, "bằng cùng kỳ năm trước (10)"),
        (1001, 3000, "giảm 66,6 % so với cùng kỳ năm trước (3.000)"),
        (5, 0, "cùng kỳ năm trước không có"),
        (5, None, "cùng kỳ năm trước không có"),
        (0, 0, "cùng kỳ năm trước cũng không có"),
        (-5, -10, "tăng 50 % so với cùng kỳ năm trước (-10)"),
    ],
)
def test_a_figure_is_said_against_last_year(now: int, before: int | None, said: str) -> None:
    found = sentences.against(of(now, before), sentences.count(before or 0, "vi"), "vi")
    assert found == said


def test_amounts_are_short_and_rounded_half_up() -> None:
    told = [
        sentences.short(one, "vi") for one in (0, 999_999, 1_000_000, 1_250_000_000, -2_000_000)
    ]
    assert told == ["0", "999.999", "1 triệu", "1,3 tỷ", "-2 triệu"]
    assert sentences.money(541_000_000_000, "en") == "541 billion VND"


def test_what_is_late_names_where_and_what_or_says_that_nothing_is() -> None:
    rule = ("Ra quyết định", 3)
    assert sentences.late(0, None, None, "vi") == "Không có hạn nào đã quá."
    assert sentences.late(5, ("Đội 2", 4), rule, "vi") == (
        "5 hạn đã quá, nhiều nhất ở Đội 2 (4); hạn hay quá nhất là «Ra quyết định» (3)."
    )
    assert (
        sentences.late(3, None, rule, "en") == "Limits missed: 3, most often “Ra quyết định” (3)."
    )


def test_goods_name_the_greatest_field_and_rows_without_a_value() -> None:
    assert sentences.seized(of(0, 5), None, 0, "vi") == "Không tạm giữ hàng hóa nào trong kỳ."
    found = sentences.seized(of(3_000_000, 1_500_000), ("Hàng giả", 1_000_000), 2, "vi")
    assert found == (
        "Hàng hóa tạm giữ trị giá 3 triệu đồng, tăng 100 % so với cùng kỳ năm trước (1,5 triệu đồng)."
        " Nhiều nhất thuộc lĩnh vực «Hàng giả» (33,3 %). Số dòng hàng hóa tạm giữ chưa định giá: 2."
    )


def test_goods_of_cases_whose_behaviour_is_not_known_are_of_no_field() -> None:
    found = sentences.seized(of(3_000_000, 0), ("", 3_000_000), 0, "vi")
    assert found.endswith(" 100 % thuộc những vụ chưa xác định hành vi.")


def test_time_tells_the_average_and_how_many_took_long() -> None:
    counts = {"0_1": 1, "2_7": 2, "31_60": 1}
    spans = [
        Share(key=key, now=counts.get(key, 0), before=0)
        for key in ("0_1", "2_7", "8_30", "31_60", "61_")
    ]
    assert sentences.took(of(123, 100), spans, "vi") == (
        "Bình quân 12,3 ngày, cùng kỳ năm trước 10 ngày. 75 % trong 7 ngày; 1 trong số 4 quyết định quá 30 ngày."
    )
    assert sentences.took(of(None, 100), [], "en") == "No decision after minutes in the period."


def test_load_is_shared_by_officers_and_a_unit_without_any_is_not_divided() -> None:
    assert sentences.carried(0, 9, None, "vi") == "Không có vụ nào chưa xong."
    assert "bình quân 1,3 vụ mỗi người. Nhiều nhất: Đội 1 (2)." in sentences.carried(
        5, 4, ("Đội 1", "2"), "vi"
    )
    assert sentences.carried(5, 0, None, "vi") == "5 vụ chưa xong."


def test_places_tell_what_has_no_position() -> None:
    assert sentences.placed(0, None, 0, "vi") == "Không có cuộc kiểm tra nào trong kỳ."
    assert sentences.placed(7, ("Phường Bồ Đề", 4), 2, "vi") == (
        "7 cuộc kiểm tra, nhiều nhất ở Phường Bồ Đề (4). Không có tọa độ: 2 cuộc."
    )
