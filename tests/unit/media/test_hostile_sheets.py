"""Workbooks that want to fill the memory, run something or lie about themselves: each gets a reason,
and an honest one is read as its writer saw it."""

import pytest

from media import sheets
from media.sheets import Day, Row, Sheet, SheetFault, Spoilt
from tests.support import hostile_books, workbooks

_ROW_OF_SECRET = workbooks.sheet('<row r="1"><c r="A1" t="str"><v>mật</v></c></row>')


async def _plain() -> bytes:
    return await workbooks.book(["Tên", "Ghi chú"], [["Cửa hàng Á Châu", None], ["", "=1+1"]])


async def test_an_honest_workbook_is_read_by_its_rows_and_text_that_looks_like_a_formula_is_text() -> (
    None
):
    read = await sheets.read(await _plain())
    assert read == Sheet(
        "So",
        [
            Row(1, ["Tên", "Ghi chú"]),
            Row(2, ["Cửa hàng Á Châu"]),
            Row(3, [None, "=1+1"]),
        ],
    )


async def test_numbers_days_and_what_a_formula_came_to_are_read_and_what_has_no_value_is_named() -> (
    None
):
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    cells = (
        '<row r="3"><c r="B3"><v>0101234567</v></c><c r="C3" s="1"><v>46054</v></c>'
        '<c r="D3" t="str"><f>HYPERLINK("http://x","y")</f><v>y</v></c><c r="E3"><f>NOW()</f></c>'
        '<c r="F3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G3"><v>1.5</v></c></row>'
    )
    data = workbooks.with_styles(await _plain(), workbooks.sheet(cells), styles)
    read = await sheets.read(data)
    assert isinstance(read, Sheet)
    [row] = read.rows
    assert row.number == 3
    assert row.cells[:4] == [None, 101234567, row.cells[2], "y"]
    assert isinstance(row.cells[2], Day)
    assert row.cells[2].day.isoformat() == "2026-02-01"
    assert row.cells[4:] == ["=NOW()", "#DIV/0!", "1.5"]
    assert read.spoilt == [
        Spoilt(3, 5, "no_value", "=NOW()"),
        Spoilt(3, 6, "error", "#DIV/0!"),
    ]


async def test_a_merged_cell_a_hidden_row_and_another_sheet_are_named_and_a_hidden_sheet_is_not_read() -> (
    None
):
    plain = await _plain()
    rows = (
        '<row r="1"><c r="A1" t="str"><v>Tên</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" t="str"><v>Lan</v></c><c r="B2" t="str"><v>Đội 1</v></c></row>'
        '<row r="3"><c r="A3" t="str"><v>Hoa</v></c></row>'
        # what stands below 5 holds nothing: an error alone makes a row
        '<row r="5"><c r="C5" t="e"><v>#REF!</v></c></row>'
    )
    sheet = workbooks.sheet(rows).replace(
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells>',
    )
    data = workbooks.with_sheets(plain, ["hidden", "visible", "visible"], [_ROW_OF_SECRET, sheet])
    read = await sheets.read(data)
    assert isinstance(read, Sheet)
    assert (read.sheet, read.others, read.hidden) == ("S2", ["S3"], [2])
    assert [row.number for row in read.rows] == [1, 2, 3, 5]
    assert read.spoilt == [
        Spoilt(5, 3, "error", "#REF!"),
        Spoilt(3, 2, "merged", "B2"),
    ]


@pytest.mark.parametrize(("setting", "day"), [("", "2026-02-01"), ("1", "2030-02-02")])
async def test_a_day_counts_from_the_year_that_the_workbook_says(setting: str, day: str) -> None:
    """46,054 days after 30 December 1899, or after 1 January 1904 (ECMA-376 Part 1, 18.17.4.1)."""
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    cell = workbooks.sheet('<row r="1"><c r="A1" s="1"><v>46054</v></c></row>')
    data = workbooks.with_styles(await _plain(), cell, styles)
    if setting:
        data = workbooks.with_sheets(data, ["visible"], [cell], date1904=setting)
    read = await sheets.read(data)
    assert isinstance(read, Sheet)
    assert isinstance(read.rows[0].cells[0], Day)
    assert read.rows[0].cells[0].day.isoformat() == day


async def test_what_another_workbook_holds_is_the_value_that_was_saved_and_nothing_is_fetched() -> (
    None
):
    cell = '<row r="1"><c r="A1" t="str"><f>[1]Sheet1!$A$1</f><v>Lan</v></c></row>'
    link = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>'
        "</externalLink>"
    )
    target = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'externalLinkPath" Target="http://127.0.0.1:9/x.xlsx" TargetMode="External"/></Relationships>'
    )
    data = workbooks.rebuilt(
        await _plain(),
        **{
            workbooks.SHEET: workbooks.sheet(cell),
            "xl/externalLinks/externalLink1.xml": link,
            "xl/externalLinks/_rels/externalLink1.xml.rels": target,
        },
    )
    assert await sheets.read(data) == Sheet("So", [Row(1, ["Lan"])])


async def test_a_million_formatted_empty_rows_below_the_last_one_do_no_harm() -> None:
    empty = "".join(f'<row r="{number}" s="0"/>' for number in range(2, 1_000_000))
    read = await sheets.read(
        workbooks.rebuilt(
            await _plain(), **{workbooks.SHEET: workbooks.sheet(hostile_books.A1 + empty)}
        )
    )
    assert read == Sheet("So", [Row(1, [1])])


@pytest.mark.sampled(one_in=4, each=lambda case: case["fault"])
@pytest.mark.parametrize(
    ("what", "fault"),
    [
        ("nothing", "not_xlsx"),
        ("text", "not_xlsx"),
        ("picture", "not_xlsx"),
        ("old", "not_xlsx"),
        ("another archive", "not_xlsx"),
        ("password", "encrypted"),
        ("ods", "not_xlsx"),
        ("cut", "damaged"),
        ("broken xml", "damaged"),
        ("entity", "damaged"),
        ("laughs", "damaged"),
        ("lying bomb", "damaged"),
        ("macros", "macros"),
        ("bomb", "too_big"),
        ("large file", "too_big"),
        ("said over and over", "too_big"),
        ("rectangle", "stopped"),
        ("strings", "stopped"),
        ("one long string", "stopped"),
        ("merged over and over", "damaged"),
        ("rows", "too_many_rows"),
        ("columns", "too_many_columns"),
        ("cell", "cell_too_long"),
        ("empty", "empty"),
    ],
)
async def test_what_cannot_be_read_gets_its_reason(what: str, fault: str) -> None:
    read = await sheets.read(await hostile_books.hostile(what))
    assert isinstance(read, SheetFault)
    assert read.fault == fault


async def test_a_reading_that_lasts_too_long_is_stopped_and_the_next_file_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as now:
        now.setattr(sheets, "WALL_SECONDS", 0.001)
        assert await sheets.read(await _plain()) == SheetFault("stopped")
    assert isinstance(await sheets.read(await _plain()), Sheet)
