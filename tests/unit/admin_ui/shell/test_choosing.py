"""What a search box finds, and what the server makes of a text that nobody chose from it."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin_ui.shell.choosing import matching
from admin_ui.shell.choosing.sources import unit_choices
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.words import say
from backend.force.units.service import UnitView
from schemas.core.ids import new_id
from schemas.core.problems import Text

UNITS = [
    ("1", "01 Chi cục Quản lý thị trường Hà Nội"),
    ("2", "– 0101 Đội Quản lý thị trường số 1"),
    ("3", "– 0110 Đội Quản lý thị trường số 10"),
    ("4", "48 Chi cục Quản lý thị trường Đà Nẵng"),
]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ha noi", "1"),
        ("HÀ NỘI", "1"),
        ("noi ha", "1"),
        ("da nang", "4"),
        ("doi", "23"),
        ("đội so 1", "23"),
        ("0101", "2"),
        ("48", "4"),
        ("cục", "14"),
        ("uc", ""),
        ("%", ""),
        ("'; drop table", ""),
        ("x" * 100_000, ""),
    ],
)
def test_words_are_found_without_marks_in_any_order_by_how_they_begin(
    text: str, values: str
) -> None:
    assert "".join(one for one, _ in matching.found(UNITS, text)) == values


def test_an_empty_question_offers_all() -> None:
    assert matching.found(UNITS, "") == UNITS


def test_what_begins_with_the_words_stands_first() -> None:
    options = [("a", "Rượu vang"), ("b", "Vang nổ"), ("c", "Vang đỏ")]
    assert [one for one, _ in matching.found(options, "vang")] == ["b", "c", "a"]


@given(st.text(max_size=40))
def test_any_text_is_a_question(text: str) -> None:
    for value, label in matching.found(UNITS, text):
        assert (value, label) in UNITS
        assert not text.strip() or matching.matches(label, text)


def picked(**sent: str) -> tuple[str | None, Reader]:
    """What a search box among units is read as."""
    form = Form.filled({name.replace("_", "."): text for name, text in sent.items()})
    reader = Reader(form, partial(say, "vi"))
    return reader.picked("unit", "Đơn vị", UNITS), reader


def test_a_chosen_unit_is_taken_by_its_value_with_or_without_the_search_box() -> None:
    assert picked(unit="4")[0] == "4"
    assert (
        picked(unit="4", unit_was="4", unit_typed="48 Chi cục Quản lý thị trường Đà Nẵng")[0] == "4"
    )
    assert picked(unit="4", unit_was="1", unit_typed="Hà Nội")[0] == "4", "what a script chose"


def test_without_the_script_the_typed_name_is_resolved() -> None:
    assert picked(unit="", unit_typed="đà nẵng")[0] == "4"
    assert picked(unit="", unit_typed="0101 Đội Quản lý thị trường số 1")[0] == "2", "in full"


def test_a_text_that_was_changed_counts_before_the_value_it_no_longer_names() -> None:
    assert picked(unit="1", unit_was="1", unit_typed="đà nẵng")[0] == "4"


def test_a_name_cut_down_to_what_is_also_anothers_is_asked_and_not_guessed() -> None:
    """Without the script the old value is sent along: who shortens a name may mean somebody else who has it."""
    value, reader = picked(unit="2", unit_was="2", unit_typed="Đội Quản lý thị trường")
    assert value is None
    assert {one for one, _ in reader.form.offers["unit"]} >= {"2", "3"}


def test_an_ambiguous_text_comes_back_with_what_it_may_mean() -> None:
    value, reader = picked(unit="", unit_typed="đội số")
    assert value is None
    assert reader.errors["unit"].startswith("«Đơn vị»: «đội số» có thể là 2 mục.")
    assert [one for one, _ in reader.form.offers["unit"]] == ["2", "3"]
    chosen, again = picked(unit="3", unit_typed="đội số")
    assert (chosen, again.errors) == ("3", {}), "the radio beside the same text decides"


def test_what_may_not_be_chosen_is_refused_by_value_and_by_name() -> None:
    assert picked(unit="9")[1].errors == {"unit": "Hãy chọn «Đơn vị» trong danh sách."}
    value, reader = picked(unit="9", unit_was="9", unit_typed="Đội của tỉnh khác")
    assert value is None
    assert "không tìm thấy «Đội của tỉnh khác»" in reader.errors["unit"]
    assert "unit" not in reader.form.offers


def test_a_cleared_box_is_empty_though_the_old_value_is_sent_along() -> None:
    value, reader = picked(unit="4", unit_was="4", unit_typed="")
    assert value is None
    assert reader.errors == {"unit": "Hãy chọn «Đơn vị» trong danh sách."}


def test_a_department_s_own_units_begin_at_the_edge_and_its_teams_are_indented() -> None:
    def unit(code: str, level: int) -> UnitView:
        return UnitView(
            id=new_id(),
            code=code,
            kind="team",
            level=level,
            parent_id=None,
            name=Text(vi=f"Đơn vị {code}", en=f"Unit {code}"),
            valid_from=date(2025, 1, 1),
            valid_to=None,
            successor_id=None,
        )

    below = [unit("01", 2), unit("0101", 3)]
    assert [said for _, said in unit_choices(below, "vi")] == ["01 Đơn vị 01", "– 0101 Đơn vị 0101"]
    whole = [unit("00", 1), *below]
    assert [said for _, said in unit_choices(whole, "en")][-1] == "– – 0101 Unit 0101"
    assert unit_choices([], "vi") == []
