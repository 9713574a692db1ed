"""Which rank an officer holds on a day, and when another may begin."""

from datetime import date

from backend.force.rules import ranks
from backend.force.texts.accounts import refusal

KNOWN = [(date(2020, 1, 1), "21.190"), (date(2024, 7, 1), "21.189")]


def test_a_rank_holds_from_its_first_day_until_a_later_one_begins() -> None:
    assert ranks.held(KNOWN, date(2019, 12, 31)) is None
    assert ranks.held(KNOWN, date(2020, 1, 1)) == "21.190"
    assert ranks.held(KNOWN, date(2024, 6, 30)) == "21.190"
    assert ranks.held(reversed(KNOWN), date(2024, 7, 1)) == "21.189"  # type: ignore[arg-type]


def test_a_rank_begins_on_a_day_of_its_own_and_says_something_new() -> None:
    assert ranks.fault(KNOWN, date(2024, 7, 1), "21.188") == "rank_same_day"
    assert ranks.fault(KNOWN, date(2022, 1, 1), "21.190") == "rank_held"
    assert ranks.fault(KNOWN, date(2026, 1, 1), "21.188") is None
    for code in ("rank_same_day", "rank_held"):
        assert refusal(code).text.vi != refusal(code).text.en


def test_a_cell_means_a_rank_by_code_or_name_and_no_other() -> None:
    for said in ("21.190", "21.19", "21.190 - Kiểm soát viên trung cấp thị trường"):
        assert ranks.meant(said) == "21.190"
    assert ranks.meant("kiểm soát viên CHÍNH thị trường") == "21.188"
    for said in ("", "21.1", "21.189 - Kiểm soát viên chính thị trường", "Chuyên viên", "01.003"):
        assert ranks.meant(said) is None
