"""One reader for all submitted forms: what is right becomes a value, what is wrong one sentence at its field."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import partial
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin_ui.shell import typed
from admin_ui.shell.formats import as_typed, number
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.fields import Field, read
from admin_ui.shell.reading.reader import Reader, rows_of
from admin_ui.shell.words import CATALOGUES, say

VI = partial(say, "vi")
ONE, OTHER = UUID(int=1), UUID(int=2)


class Colour(StrEnum):
    RED = "red"


def reader(**values: str | list[str]) -> Reader:
    """A reader of a form with these values."""
    found = {name: [one] if isinstance(one, str) else one for name, one in values.items()}
    return Reader(Form(found), VI)


@pytest.mark.parametrize(
    "text",
    [
        "1/2/2026",
        "01/02/2026",
        "1-2-2026",
        "01.02.2026",
        " 1 / 2 / 2026 ",
        "2026-02-01",
        "01022026",
    ],
)
def test_a_day_is_read_as_people_here_and_old_addresses_write_it(text: str) -> None:
    one = reader(on=text)
    assert one.day("on", "Ngày lập") == date(2026, 2, 1)
    assert one.errors == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("-3", -3), ("\u22121.250", -1250), (" 1.250 ", 1250), ("0", 0)],
)
def test_a_whole_number_may_be_below_nought_where_the_page_says_so(text: str, value: int) -> None:
    one = reader(v=text)
    assert (one.signed("v", "Số vụ"), one.errors) == (value, {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mười", "phải là số nguyên"),
        ("1.5", "phải là số nguyên"),
        ("-", "phải là số nguyên"),
        ("--3", "phải là số nguyên"),
        ("1,250", "có thể là 1250, cũng có thể là số lẻ"),
    ],
)
def test_what_is_no_whole_number_is_said_or_asked(text: str, said: str) -> None:
    one = reader(v=text)
    assert one.signed("v", "Số vụ") is None
    assert said in one.errors["v"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 120), ("12,5", 125), ("12.5", 125), ("-0,5", -5), ("1.250", 12500), ("", None)],
)
def test_days_are_read_in_tenths(text: str, value: int | None) -> None:
    one = reader(v=text)
    assert (one.tenths("v", "Số ngày", required=False), one.errors) == (value, {})


@pytest.mark.parametrize("text", ["12,55", "x", "-", "1/2"])
def test_days_with_more_than_one_decimal_are_told(text: str) -> None:
    one = reader(v=text)
    assert one.tenths("v", "Số ngày") is None
    assert "nhiều nhất một chữ số thập phân" in one.errors["v"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31/02/2026", "tháng 02/2026 không có ngày 31, chỉ đến ngày 28"),
        ("29/02/2028", ""),
        ("29/02/2027", "tháng 02/2027 không có ngày 29, chỉ đến ngày 28"),
        ("31.04.2026", "tháng 04/2026 không có ngày 31, chỉ đến ngày 30"),
        ("32/01/2026", "tháng 01/2026 không có ngày 32, chỉ đến ngày 31"),
        ("1/13/2026", "Hãy ghi như 24/11/2026"),
        ("1/2/26", "Hãy ghi như 24/11/2026"),
        ("0/1/2026", "Hãy ghi như 24/11/2026"),
        ("2026-W05-1", "Hãy ghi như 24/11/2026"),
        ("20260201", "Hãy ghi như 24/11/2026"),
        ("１/２/２０２６", "Hãy ghi như 24/11/2026"),
        ("hôm qua", "Hãy ghi như 24/11/2026"),
        ("9" * 10_000, "Hãy ghi như 24/11/2026"),
        ("", "Hãy điền «Ngày lập»"),
    ],
)
def test_a_wrong_day_is_told_with_what_to_write(text: str, said: str) -> None:
    one = reader(on=text)
    value = one.day("on", "Ngày lập")
    if not said:
        assert value is not None
        return
    assert value is None
    assert said in one.errors["on"]
    assert "«Ngày lập»" in one.errors["on"]


@given(st.dates())
def test_every_day_that_a_page_shows_is_read_as_that_day(day: date) -> None:
    shown = (as_typed(day), as_typed(day.isoformat()), f"{day.day}-{day.month}-{day.year:04}")
    assert {typed.day(one) for one in (*shown, day.isoformat())} == {day}
    if 1900 <= day.year <= 2199:
        assert typed.day(f"{day:%d%m%Y}") == day


@given(st.text(max_size=30))
def test_no_text_breaks_a_reader_and_an_error_is_one_sentence(text: str) -> None:
    one = reader(a=text, b=text, c=text, d=text, e=text, f=text)
    one.day("a", "Ngày")
    one.moment("b", "Lúc")
    one.clock("c", "Giờ")
    one.money("d", "Số tiền")
    one.amount("e", "Số lượng")
    one.number("f", "Số", least=1, most=5)
    assert all(said.endswith((".", "?")) for said in one.errors.values())


@pytest.mark.parametrize(
    "text",
    [
        "24/11/2026 14:05",
        "24.11.2026, 14h05",
        "14:05 24/11/2026",
        "14 giờ 05 phút ngày 24/11/2026",
        "2026-11-24T14:05",
        "2026-11-24T07:05:00Z",
    ],
)
def test_a_moment_is_read_on_the_clock_of_vietnam(text: str) -> None:
    assert reader(at=text).moment("at", "Lúc") == datetime(2026, 11, 24, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize("text", ["24/11/2026", "14:05", "24/11/2026 25:00", "24/11/2026 14", "x"])
def test_half_a_moment_is_asked_for_and_never_made_up(text: str) -> None:
    one = reader(at=text)
    assert one.moment("at", "Lúc") is None
    assert "24/11/2026 14:30" in one.errors["at"]


@given(st.datetimes(min_value=datetime(1976, 1, 1), max_value=datetime(2199, 12, 30)))  # noqa: DTZ001
def test_a_moment_that_a_page_shows_is_read_as_that_minute(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    shown = as_typed(f"{minute:%Y-%m-%dT%H:%M}")
    assert typed.utc(shown).replace(tzinfo=None) == minute - timedelta(hours=7)


@pytest.mark.parametrize(
    ("text", "value"),
    [("14:30", time(14, 30)), ("8:05", time(8, 5)), ("14h30", time(14, 30)), ("0h", time(0))],
)
def test_a_time_of_the_day_has_24_hours(text: str, value: time) -> None:
    assert reader(at=text).clock("at", "Giờ") == value


@pytest.mark.parametrize("text", ["24:00", "14:60", "2:30 PM", "1430", "14:3"])
def test_a_time_that_no_clock_shows_is_refused(text: str) -> None:
    one = reader(at=text)
    assert one.clock("at", "Giờ") is None
    assert "14:30" in one.errors["at"]


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_a_sum_is_read_with_and_without_dots_and_its_unit(dong: int) -> None:
    for text in (str(dong), number(dong, "vi"), f"{number(dong, 'vi')} đ", f"{dong} đồng"):
        assert reader(sum=text).money("sum", "Số tiền") == dong


@pytest.mark.parametrize(
    "text", ["1.5", "1,5", "1.50", "12.34.567", "-5", "1e6", "1" * 13, "9" * 400]
)
def test_a_sum_that_may_be_another_is_refused_and_never_guessed(text: str) -> None:
    one = reader(sum=text)
    assert one.money("sum", "Số tiền") is None
    assert "Số tiền" in one.errors["sum"]


def test_what_was_never_offered_cannot_be_chosen() -> None:
    one = reader(unit=str(OTHER), kind="blue", far=str(ONE), who=["a", "x", "a"])
    assert one.reference("unit", "Đơn vị", [ONE]) is None
    assert one.member("kind", "Loại", Colour) is None
    assert one.reference("far", "Đơn vị", [ONE]) == ONE
    assert one.several("who", "Ai", {"a", "b"}) == ["a"]
    assert one.errors == {
        "unit": "Hãy chọn «Đơn vị» trong danh sách.",
        "kind": "Hãy chọn «Loại» trong danh sách.",
    }


def test_the_first_of_two_faults_of_a_field_is_told() -> None:
    one = reader(reason="ab")
    one.text("reason", "Lý do", least=3, most=10, required=True)
    one.tell("reason", "Một câu khác.")
    assert one.errors == {"reason": "«Lý do» ngắn quá: ít nhất 3 ký tự."}


def test_a_period_ends_on_or_after_its_first_day() -> None:
    one = reader(first="02/01/2026", last="01/01/2026")
    one.days(("first", "Từ ngày"), ("last", "Đến ngày"))
    assert one.errors == {"last": "«Đến ngày» không được trước «Từ ngày»."}


def test_lines_are_told_by_their_number() -> None:
    one = reader(basis="Luật\n\nab\n")
    assert one.lines("basis", "Căn cứ", most=30, least_each=3, most_each=500) == ["Luật", "ab"]
    assert one.errors == {"basis": "«Căn cứ»: dòng 2 cần từ 3 đến 500 ký tự."}


def test_rows_in_which_nothing_was_typed_are_none_and_ten_thousand_are_cut() -> None:
    one = reader(**{"goods": "3", "goods.0.name": "Rượu", "goods.2.name": "Bia"})
    assert one.rows("goods", ("name",), 100) == ["goods.0.", "goods.2."]
    assert rows_of(Form.filled({"goods": "10000"}), "goods", 100) == 100
    assert rows_of(Form.filled({"goods": "-1"}), "goods", 100) == 1
    assert rows_of(Form.filled({"goods": "9" * 5000}), "goods", 100) == 1


def test_a_form_described_as_data_is_read_by_the_same_reader() -> None:
    fields = (
        Field("on", "date", "people.valid_from"),
        Field("unit_id", "choice", "people.unit"),
        Field("reason", "area", "people.reason", required=False, shortest=3),
    )
    form = Form.filled({"on": "31/02/2026", "unit_id": str(ONE)})
    values, errors = read(fields, form, {"unit_id": [(str(ONE), "Đội 1")]}, VI)
    assert values == {"on": None, "unit_id": ONE, "reason": None}
    assert errors.keys() == {"on"}


def test_each_sentence_says_at_which_field_in_both_languages() -> None:
    for words in CATALOGUES.values():
        said = [text for key, text in words.items() if key.startswith("form.") and text[0] in "«“"]
        assert said
        assert all("{field}" in text for text in said)
