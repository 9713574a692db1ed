"""Dates, amounts and places as Vietnamese papers write them."""

import re
from datetime import UTC, date, datetime

import pytest

from admin_ui.shell import formats
from backend.documents import forms

NEW_YEAR = datetime(2025, 12, 31, 17, 30, tzinfo=UTC)
"""Half past midnight of 1 January in Vietnam."""


def test_a_paper_date_pads_small_days_and_the_first_two_months() -> None:
    assert formats.paper_date(date(2026, 1, 5), "vi") == "ngày 05 tháng 01 năm 2026"
    assert formats.paper_date(date(2026, 3, 15), "vi") == "ngày 15 tháng 3 năm 2026"
    assert formats.paper_date(date(2026, 3, 15), "en") == "15/03/2026"


def test_times_are_shown_on_the_clock_of_vietnam() -> None:
    assert formats.moment(NEW_YEAR, "vi") == "01/01/2026 00:30"
    assert formats.moment("2025-12-31T17:30:00Z", "en") == "01/01/2026 00:30"
    assert formats.paper_moment(NEW_YEAR, "vi") == "00 giờ 30 phút ngày 01 tháng 01 năm 2026"
    assert formats.moment(None, "vi") == ""
    second = datetime(2025, 12, 31, 17, 59, 59, tzinfo=UTC)
    assert formats.moment(second, "vi", seconds=True) == "01/01/2026 00:59:59"
    assert formats.hour(second, seconds=False) == "00:59"


@pytest.mark.parametrize(
    ("minutes", "vi", "en"),
    [(0, "0 phút", "0 minutes"), (61, "1 giờ", "1 hour"), (2880, "2 ngày", "2 days")],
)
def test_waiting_is_told_in_the_largest_unit_that_says_it(minutes: int, vi: str, en: str) -> None:
    present = datetime.fromtimestamp(NEW_YEAR.timestamp() + minutes * 60, UTC)
    assert formats.ago(NEW_YEAR, present, "vi") == vi
    assert formats.ago(NEW_YEAR, present, "en") == en


def test_money_has_no_decimals_and_dots_between_thousands() -> None:
    assert formats.money(1_250_000, "vi") == "1.250.000 đồng"
    assert formats.money(1_250_000, "en") == "1,250,000 VND"


@pytest.mark.parametrize(
    ("count", "vi", "en"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_000, "1,0k", "1.0k"),
        (6_031, "6,0k", "6.0k"),
        (9_999, "9,9k", "9.9k"),
        (10_000, "10k", "10k"),
        (999_999, "999k", "999k"),
        (1_250_000, "1,2tr", "1.2M"),
        (12_345_678_901, "12.345tr", "12,345M"),
    ],
)
def test_a_count_of_the_rail_is_short_and_never_more_than_there_is(
    count: int, vi: str, en: str
) -> None:
    assert formats.brief(count, "vi") == vi
    assert formats.brief(count, "en") == en


def test_lengths_and_places_come_from_integers() -> None:
    assert formats.metres(3_460, "vi") == "3,5 m"
    assert formats.metres(1_500_000, "en") == "1,500 m"
    assert formats.coordinates(160_678_000, -1_082_208_000) == "16.0678000, -108.2208000"
    assert formats.size(2_345_678, "vi") == "2,3 MB"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("2026-11-24T09:30:00", "24/11/2026 09:30:00", "24/11/2026 09:30:00"),
        ("2026-11-24T09:30:00.25+09:00", "24/11/2026 09:30:00 UTC+09:00", None),
        ("2026-11-24T09:30Z", "24/11/2026 09:30 UTC", None),
        ("2026-11", "2026-11", "2026-11"),
        ("2026-02-31T09:30:00", "2026-02-31T09:30:00", None),
    ],
)
def test_a_files_clock_is_shown_as_it_was_written(value: str, vi: str, en: str | None) -> None:
    assert formats.as_written(value, "vi") == vi
    if en is not None:
        assert formats.as_written(value, "en") == en


def test_a_forms_source_is_told_in_the_readers_language() -> None:
    said = (
        "Decree 118/2021/NĐ-CP (am. 68/2025), form MQĐ16; "
        "Law on Handling Administrative Violations 15/2012 Arts 33, 126"
    )
    assert formats.source(said, "vi") == (
        "Nghị định 118/2021/NĐ-CP (sửa đổi 68/2025), mẫu MQĐ16; "
        "Luật Xử lý vi phạm hành chính 15/2012 Điều 33, 126"
    )
    assert formats.source(said, "en") == said
    assert formats.source("Circular 22/2021/TT-BCT, M11; ", "vi") == "Thông tư 22/2021/TT-BCT, M11"


def test_no_english_word_is_left_in_the_source_of_any_form() -> None:
    for form, version in forms.known():
        said = formats.source(forms.load(form, version).get("x-source", ""), "vi")
        assert not re.search(r"\b(Decree|Circular|Law|form|Arts?|am|of|after|the)\b", said), said


def test_a_certificate_is_called_by_whom_it_names() -> None:
    whole = "Serial Number: 01-QLTT9013, Common Name: Bùi Hương Giang, Organization: Hiện Trường, Country: VN"
    assert formats.common_name(whole) == "Bùi Hương Giang"
    assert formats.common_name("Organization: Hiện Trường") == "Organization: Hiện Trường"


@pytest.mark.parametrize(
    ("tenths", "vi", "en"),
    [
        (120, "12,0", "12.0"),
        (-5, "-0,5", "-0.5"),
        (0, "0,0", "0.0"),
        (12_345_6, "12.345,6", "12,345.6"),
    ],
)
def test_numbers_of_a_column_have_all_the_same_places(tenths: int, vi: str, en: str) -> None:
    assert formats.fixed(tenths, 1, "vi") == vi
    assert formats.fixed(tenths, 1, "en") == en


def test_days_of_a_title_say_month_and_year_once() -> None:
    for first, last, said in (
        (date(2026, 11, 19), date(2026, 11, 25), "19–25/11/2026"),
        (date(2026, 10, 15), date(2026, 11, 14), "15/10–14/11/2026"),
        (date(2025, 12, 15), date(2026, 12, 14), "15/12/2025–14/12/2026"),
        (date(2026, 1, 2), date(2026, 1, 2), "02/01/2026"),
    ):
        assert formats.short_period(first, last) == said


def test_a_certificate_that_ends_at_night_shows_one_day_in_its_list_and_where_it_is_revoked() -> (
    None
):
    assert formats.short_date(NEW_YEAR, "vi") == formats.day_of(NEW_YEAR, "vi") == "01/01/2026"
    assert formats.short_date(date(2025, 12, 31), "vi") == "31/12/2025"


def test_a_text_of_an_act_that_looks_like_a_day_that_there_is_not_stays_as_it_was_typed() -> None:
    assert formats.day_or_moment("2026-02-28", "vi") == "28/02/2026"
    assert formats.day_or_moment("2026-02-28T01:30:00Z", "vi") == "28/02/2026 08:30"
    for typed in ("2026-02-30", "2026-02-30T08:30:00Z", "2026-02-28T", "hôm 2026-02-28", ""):
        assert formats.day_or_moment(typed, "vi") is None


@pytest.mark.parametrize(
    ("article", "said"),
    [
        (
            "Luật XLVPHC Điều 21.1.d, 26; NĐ 118/2021 Điều 8.2",
            "Law on Handling Administrative Violations Arts 21.1.d, 26; Decree 118/2021 Art 8.2",
        ),
        ("NĐ 118/2021 Điều 9 (sđ NĐ 68/2025)", "Decree 118/2021 Art 9 (am. Decree 68/2025)"),
        ("TT 27/2020 Điều 24, 25", "Circular 27/2020 Arts 24, 25"),
    ],
)
def test_what_a_reckoning_rests_on_is_cited_in_the_readers_language(
    article: str, said: str
) -> None:
    assert formats.cited(article, "en") == said
    assert formats.cited(article, "vi") == article
