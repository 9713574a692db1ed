"""A unit's own list becomes items of a plan, and each bad cell is named in words that its writer understands."""

from datetime import date
from uuid import UUID

import pytest

from backend.core.sheets.cells import Spoilt
from backend.planning.rules import sheet_columns, sheet_items
from backend.planning.rules.sheet_columns import SHEET, Column
from backend.planning.rules.sheet_items import Known, Result, twin_of
from schemas.core.vocabulary import SubjectKind

_UNIT, _OTHER, _AN, _REGISTERED = (UUID(int=number) for number in range(1, 5))
_KNOWN = Known(
    first_day=date(2027, 1, 1),
    last_day=date(2027, 11, 14),
    own_unit=_UNIT,
    units={"doi qltt so 2": (_OTHER,), "doi trung ten": (_UNIT, _OTHER)},
    officers={"123 456": (_AN,), "nguyen van an": (_AN,)},
    subjects={"0101234567": _REGISTERED},
)
_HEADINGS = [
    "STT",
    "Đến ngày",
    "TỪ NGÀY",
    "Nội dung kiểm tra:",
    "Tên cơ sở",
    "MST",
    "Địa chỉ",
    "Đơn vị thực hiện",
    "Trưởng đoàn",
    "Tiêu chí",
]


def _read(
    *rows: list[str | date],
    known: Known = _KNOWN,
    spoilt: dict[tuple[int, int], Spoilt] | None = None,
) -> Result:
    headings = SHEET.find([(1, ["KẾ HOẠCH NĂM 2027"]), (3, _HEADINGS)])
    assert headings is not None
    numbered = [(number, row) for number, row in enumerate(rows, 4)]
    return sheet_items.items_of(numbered, headings, known, lambda row: UUID(int=row), spoilt)


def _row(**changes: str | date) -> list[str | date]:
    cells: dict[str, str | date] = {
        "number": "1",
        "last": "31/03/2027",
        "first": date(2027, 3, 1),
        "contents": "Giá niêm yết; Nguồn gốc hàng hóa",
        "name": "Công ty TNHH Á Châu",
        "tax": "0101234567",
        "address": "1 Lê Lợi",
        "unit": "Đội QLTT số 2",
        "leader": "123-456",
        "criterion": "",
    }
    return list((cells | changes).values())


def test_headings_are_found_below_a_title_in_any_order_with_a_units_own_words() -> None:
    found = SHEET.find([(1, ["KẾ HOẠCH NĂM 2027"]), (3, [*_HEADINGS, "Người lập", "MST"])])
    assert found is not None
    assert found.at == 3
    assert (found.places[Column.LAST_DAY], found.places[Column.NAME]) == (1, 4)
    assert found.unknown == ("Người lập",)
    assert found.twice == ("MST",)


_GROUPS = ["STT", "Đối tượng kiểm tra", "", "", "Thời gian thực hiện", "", "Nội dung kiểm tra"]
_BELOW = ["", "Tên", "MST", "Địa chỉ", "Từ", "Đến"]
_FIRST = ["1", "Hộ kinh doanh Bà Tư", "", "1 Lê Lợi", "05/03/2027", "06/03/2027", "Giá"]


def test_headings_that_span_two_rows_are_read_as_one() -> None:
    title = (1, ["KẾ HOẠCH NĂM 2027"])
    for above in ([], [title], [title, (2, ["Kèm theo Quyết định"])]):
        at = len(above) + 1
        found = SHEET.find([*above, (at, _GROUPS), (at + 1, _BELOW), (at + 2, _FIRST)])
        assert found is not None
        assert found.at == at + 1
        assert [column for column, _ in sorted(found.places.items(), key=lambda one: one[1])] == [
            *(Column.NAME, Column.TAX_CODE, Column.ADDRESS),
            *(Column.FIRST_DAY, Column.LAST_DAY, Column.CONTENTS),
        ]
        assert found.unknown == ()


def test_a_row_of_the_list_below_one_row_of_headings_is_no_heading() -> None:
    one = ["Tên cơ sở", "Địa chỉ", "Từ ngày", "Đến ngày", "Nội dung"]
    for row in (_FIRST[1:], ["Cửa hàng Lan", "phố Huế", "", "", "Giá"], ["Đơn vị", "", "", "", ""]):
        found = SHEET.find([(1, one), (2, row)])
        assert found is not None
        assert found.at == 1


def test_the_template_is_recognised_in_both_languages() -> None:
    for language in ("vi", "en"):
        headings = [getattr(about.heading, language) for about in sheet_columns.COLUMNS.values()]
        found = SHEET.find([(1, headings)])
        assert found is not None
        assert list(found.places) == list(Column)


def test_a_list_without_headings_is_not_guessed_at() -> None:
    assert SHEET.find([(1, ["Công ty A", "1 Lê Lợi", "05/03/2027"])]) is None


def test_a_good_row_is_an_item_with_its_register_entry_unit_and_leader() -> None:
    [(row, item)] = _read(_row()).items
    assert row == 4
    assert item.subject is not None
    assert item.subject.subject_id == _REGISTERED
    assert item.subject.kind is SubjectKind.ORGANISATION
    assert (item.first_day, item.last_day) == (date(2027, 3, 1), date(2027, 3, 31))
    assert item.contents == ["Giá niêm yết", "Nguồn gốc hàng hóa"]
    assert (item.unit_id, item.leader_id) == (_OTHER, _AN)


def test_a_row_without_a_unit_is_the_plans_own_and_a_households_name_says_what_it_is() -> None:
    [(_, item)] = _read(_row(unit="", name="Hộ kinh doanh Bà Tư")).items
    assert item.unit_id == _UNIT
    assert item.subject is not None
    assert item.subject.kind is SubjectKind.HOUSEHOLD


def test_another_agencys_units_and_officers_are_left_out() -> None:
    known = _KNOWN._replace(foreign=True)
    [(_, item)] = _read(_row(unit="Thanh tra Sở", leader="Ông X"), known=known).items
    assert (item.unit_id, item.leader_id) == (_UNIT, None)


_MARKS = ["(1)", "2", "-3", "(4)", "5", "(6)", "7", "(8)=(1)+(2)", "9", "10"]


def test_a_row_that_numbers_the_columns_is_passed_over_and_said() -> None:
    """Printed forms number their columns; a spreadsheet makes -3 of a typed (3), and letters may come first."""
    for marks in (_MARKS, ["A", "B", *_MARKS[:8]], ["", "(1)", "", "(2)", "(3)", "(4)"]):
        read = _read(list(marks), _row())
        assert [row for row, _ in read.items] == [5]
        assert (read.rows, read.faults, read.counting) == (1, [], 4)


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "2", "3"],
        ["1", "2", "3", "4", "", "5"],
        ["1", "2", "3", "4", "4", "5"],
        ["A", "B", "C", "D", "E", "F"],
        ["1", "2", "3", "4", "Cửa hàng 5", "6"],
        ["1", date(2027, 3, 1), date(2027, 3, 2), "4", "5", "6"],
    ],
)
def test_a_row_that_may_be_of_the_list_is_never_passed_over(cells: list[str | date]) -> None:
    read = _read(cells, _row())
    assert (read.rows, read.counting) == (2, None)
    assert read.faults[0].row == 4


def test_only_the_first_row_below_the_headings_may_number_the_columns() -> None:
    read = _read(_row(), list(_MARKS))
    assert (read.rows, read.counting) == (2, None)
    assert read.faults[0].row == 5


@pytest.mark.parametrize(
    ("changes", "cell", "said"),
    [
        ({"name": ""}, "E4", "tên đối tượng"),
        ({"criterion": "Cửa hàng xăng dầu"}, "J4", "để trống tiêu chí"),
        ({"tax": "101234567"}, "F4", "số 0 ở đầu"),
        ({"address": ""}, "G4", "địa chỉ"),
        ({"first": "31/02/2027"}, "C4", "ngày/tháng/năm"),
        ({"first": "", "last": ""}, "C4", "Thiếu ngày"),
        ({"last": date(2027, 2, 1)}, "B4", "trước ngày bắt đầu"),
        ({"last": date(2027, 12, 1)}, "B4", "Ngoài thời kỳ"),
        ({"contents": " ; "}, "D4", "nội dung"),
        ({"unit": "Đội QLTT số 99"}, "H4", "mã của đơn vị"),
        ({"unit": "Đội trùng tên"}, "H4", "mã đơn vị"),
        ({"leader": "Lê Thị Không"}, "I4", "Không có công chức"),
    ],
)
def test_each_bad_cell_is_named_and_its_row_is_not_imported(
    changes: dict[str, str | date], cell: str, said: str
) -> None:
    read = _read(_row(**changes), _row(name="Công ty khác"))
    assert [row for row, _ in read.items] == [5]
    assert read.rows == 2
    first = read.faults[0]
    assert (first.cell, first.row) == (cell, 4)
    assert said in first.why.vi
    assert first.why.en


def test_the_same_subject_place_and_day_twice_in_a_file_is_a_slip() -> None:
    read = _read(_row(), _row(name="CÔNG TY TNHH Á CHÂU"))
    assert len(read.items) == 1
    assert "dòng 4" in read.faults[0].why.vi


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (Spoilt("error", "#REF!"), "báo lỗi"),
        (Spoilt("no_value", "=VLOOKUP(A1;B:B;1)"), "chưa được tính"),
        (Spoilt("merged", "G3"), "gộp với ô G3"),
    ],
)
def test_a_cell_without_a_value_of_its_own_is_named_once_and_its_row_is_not_imported(
    spoilt: Spoilt, said: str
) -> None:
    read = _read(_row(address=""), _row(name="Công ty khác"), spoilt={(4, 6): spoilt})
    [fault] = read.faults
    assert (fault.cell, fault.row) == ("G4", 4)
    assert said in fault.why.vi
    assert fault.why.en
    assert [row for row, _ in read.items] == [5]


def test_what_is_in_the_plan_already_is_not_brought_in_again_and_a_criterion_once_for_each_unit() -> (
    None
):
    day = date(2027, 3, 1)
    there = frozenset(
        [
            twin_of("CÔNG TY TNHH Á CHÂU", "1  Lê Lợi", day, None),
            twin_of("Cửa hàng xăng dầu", "", day, _UNIT),
        ]
    )
    several = {"name": "", "tax": "", "address": "", "criterion": "Cửa hàng xăng dầu"}
    read = _read(
        _row(),
        _row(**several, unit=""),
        _row(**several),
        _row(**several),
        known=_KNOWN._replace(there=there),
    )
    assert [row for row, _ in read.items] == [6], "the other unit's"
    assert [one.cell for one in read.faults] == ["E4", "J5", "J7"]
    assert "Đã có trong kế hoạch này" in read.faults[0].why.vi
    assert "dòng 6" in read.faults[2].why.vi
