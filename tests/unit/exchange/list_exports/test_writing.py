"""Lists are written as files row by row: numbers stay numbers, no text becomes a formula, marks lie beside the rows."""

import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

from python_calamine import CalamineWorkbook

from backend.core.spreadsheets import Kind, Row
from backend.exchange.list_exports import writing

HOSTILE = ('=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1")
MARKS = (("Người xuất", "=cmd|' /C calc'!A0 (giang)"), ("Mục đích", "Báo cáo"))
HEADINGS = ("Tên", "Số", "Ngày", "Lúc", "Trung bình")
MOMENT = datetime(2026, 11, 30, 2, 15, tzinfo=UTC)
ROWS: tuple[Row, ...] = (
    *((one, -5, date(2026, 11, 30), MOMENT, Decimal("-1.5")) for one in HOSTILE),
    ("Phở \x00 Bò", 2**60, date(1890, 1, 2), None, None),
)


def written(kind: Kind, path: Path, rows: Sequence[Row] = ROWS) -> Path:
    with writing.begun(kind, path, "bang") as file:
        file.sheet("", HEADINGS)
        for row in rows:
            file.add([row])
        file.end(MARKS)
    return path


def test_in_a_workbook_numbers_are_numbers_and_text_is_text(tmp_path: Path) -> None:
    path = written("xlsx", tmp_path / "file.xlsx")
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["1", "Nguồn"]
    headings, *rows = book.get_sheet_by_index(0).to_python()
    assert headings == list(HEADINGS)
    assert [row[0].replace("_x000D_", "\r") for row in rows[:-1]] == list(HOSTILE)
    assert [row[1] for row in rows[:-1]] == [-5.0] * len(HOSTILE)
    assert rows[0][2:] == [date(2026, 11, 30), datetime(2026, 11, 30, 9, 15), -1.5]  # noqa: DTZ001 - a sheet's clock
    assert rows[-1][:3] == ["Phở  Bò", str(2**60), "02/01/1890"], "what a sheet would round is text"
    assert book.get_sheet_by_index(1).to_python() == [list(one) for one in MARKS]
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            tree = ET.fromstring(archive.read(name))  # noqa: S314 - written here
            assert not [one for one in tree.iter() if one.tag.endswith("}f")], "no formula"
            assert b"hyperlink" not in archive.read(name)


def test_a_csv_is_rows_alone_and_its_marks_lie_beside_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(written("csv", tmp_path / "file.zip")) as archive:
        assert archive.namelist() == ["bang.csv", "nguon.csv"]
        table, marks = (archive.read(one).decode("utf-8") for one in archive.namelist())
    assert table.startswith("\ufeffTên,Số,Ngày,Lúc,Trung bình\r\n")
    first = table.split("\r\n")[1]
    assert first == '"\'=HYPERLINK(""http://x"",""y"")",-5,30/11/2026,09:15 30/11/2026,-1.5'
    assert "'-2,-5," in table, "text that looks like a number is not one"
    assert marks.splitlines()[0].endswith("'=cmd|' /C calc'!A0 (giang)")


def test_a_long_list_takes_no_memory_for_its_rows(tmp_path: Path) -> None:
    with writing.begun("xlsx", tmp_path / "file.xlsx", "bang") as file:
        file.sheet("", HEADINGS)
        for number in range(3):
            file.add([("x", number, None, None, None)] * 500)
        assert not [one for one in file._sheet.table if one < 1000], "rows are on disk"  # type: ignore[attr-defined]
        file.end(MARKS)
    rows = CalamineWorkbook.from_path(str(tmp_path / "file.xlsx")).get_sheet_by_index(0).to_python()
    assert len(rows) == 1501


def test_several_tables_are_a_sheet_each_under_names_that_a_spreadsheet_takes(
    tmp_path: Path,
) -> None:
    """Excel takes no []:*?/\\ in a name and 31 letters at most; two questions may begin alike."""
    question = "Việc gì quá hạn [ở đâu]: đội/chi cục?"
    for kind, path in (("xlsx", tmp_path / "f.xlsx"), ("csv", tmp_path / "f.zip")):
        with writing.begun(kind, path, "bang") as file:  # type: ignore[arg-type]
            for number in range(2):
                file.sheet(question, HEADINGS[:2])
                file.add([("a", number)])
            file.end(MARKS)
    book = CalamineWorkbook.from_path(str(tmp_path / "f.xlsx"))
    assert len(set(book.sheet_names)) == 3
    assert book.sheet_names[-1] == "Nguồn"
    assert all(len(one) <= 31 and not set("[]:*?/\\") & set(one) for one in book.sheet_names)
    assert [book.get_sheet_by_index(one).to_python()[1] for one in range(2)] == [["a", 0], ["a", 1]]
    with zipfile.ZipFile(tmp_path / "f.zip") as archive:
        assert len(archive.namelist()) == 3
        assert archive.namelist()[-1] == "nguon.csv"
        assert archive.read(archive.namelist()[1]).decode("utf-8-sig") == "Tên,Số\r\na,1\r\n"
