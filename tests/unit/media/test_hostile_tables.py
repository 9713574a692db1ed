"""Large tables of strangers, CSV and XLSX: honest ones are read row by row in portions, whatever they are written in;
those that want to fill the memory, lie or run something get a reason."""

import io
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from media import table_child, tables
from media.sheets import Day, Spoilt
from tests.support import hostile_books, workbooks

_LIST = "Tên;Địa chỉ\nCửa hàng Á Châu;1 Lê Lợi\nHộ ông Sửu;2 Nguyễn Huệ\n"
_SAID = [["Tên", "Địa chỉ"], ["Cửa hàng Á Châu", "1 Lê Lợi"], ["Hộ ông Sửu", "2 Nguyễn Huệ"]]


async def _read(data: bytes) -> tuple[tables.Head, list[tuple[int, list[Any]]], list[Spoilt]]:
    rows: list[tuple[int, list[Any]]] = []
    spoilt: list[Spoilt] = []
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        async with tables.opened(file) as table:
            async for portion in table.portions():
                rows += [(row.number, row.cells) for row in portion.rows]
                spoilt += portion.spoilt
    return table.head, rows, spoilt


async def _fault(data: bytes) -> tables.Fault:
    with pytest.raises(tables.Unread) as refused:
        await _read(data)
    return refused.value.fault


@pytest.mark.parametrize(
    ("encoding", "mark", "told"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8-sig", b"", "utf-8-sig"),
        ("utf-16-le", b"\xff\xfe", "utf-16"),
        ("utf-16-be", b"\xfe\xff", "utf-16"),
        ("utf-16-le", b"", "utf-16-le"),
    ],
)
async def test_vietnamese_reads_the_same_in_every_encoding_that_programs_save(
    encoding: str, mark: bytes, told: str
) -> None:
    head, rows, _ = await _read(mark + _LIST.encode(encoding))
    assert [cells for _, cells in rows] == _SAID
    assert (head.encoding, head.separator) == (told, ";")


def _as_1258(said: str) -> bytes:
    """Write Vietnamese as Windows-1258 does: the tones of most vowels are letters behind them."""
    tones = {"́", "̀", "̃", "̉", "̣"}
    out = bytearray()
    for one in unicodedata.normalize("NFC", said):
        try:
            out += one.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", one)
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
            out += (base + "".join(p for p in parts if p in tones)).encode("cp1258")
    return bytes(out)


async def test_windows_1258_is_told_apart_and_an_older_font_is_sent_back_with_the_way_out() -> None:
    head, rows, _ = await _read(_as_1258(_LIST))
    assert head.encoding == "cp1258"
    assert len(rows) == 3
    # TCVN3 (ABC) puts other letters on the same bytes: “Cöa hµng” is “Cửa hàng” in its font
    assert (
        await _fault("Tªn;§Þa chØ\nCöa hµng ¸;1 Lª Lîi\n".encode("latin-1"))
    ).fault == "encoding"
    assert (await _fault(bytes([0x81, 0x8D, 0x8E, 0xFF]) * 50)).fault == "encoding"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
async def test_the_separator_is_found_though_cells_hold_the_others_and_line_breaks(
    separator: str,
) -> None:
    quoted = separator.join(('"Công ty ""ABC"", chi nhánh; 2"', '"12 Lê Lợi\nphường Bến Thành"'))
    data = f"{separator.join(('Tên', 'Địa chỉ'))}\r\n{quoted}\r\n\r\n{separator.join('ab')}\r\n"
    head, rows, _ = await _read(data.encode())
    assert head.separator == separator
    assert rows[1] == (2, ['Công ty "ABC", chi nhánh; 2', "12 Lê Lợi\nphường Bến Thành"])
    assert rows[2] == (4, ["a", "b"])  # the blank line is a row of a spreadsheet


async def test_excels_own_first_line_names_the_separator_and_is_no_row() -> None:
    head, rows, _ = await _read(b"sep=;\r\na,1;b\r\n")
    assert (head.separator, rows) == (";", [(2, ["a,1", "b"])])


async def test_a_formula_of_a_csv_is_text_and_the_apostrophe_before_it_is_no_part_of_the_name() -> (
    None
):
    _, rows, _ = await _read(b"a,b\n=1+1,'=1+1\n'quoted',\0x\0\n")
    assert [cells for _, cells in rows] == [["a", "b"], ["=1+1", "=1+1"], ["'quoted'", "x"]]


@pytest.mark.parametrize(
    ("data", "fault", "row"),
    [
        (b"", "empty", None),
        (b"\n\n,,\n", "empty", None),
        (b'a,b\n"open,1\nx,2\n', "quote_open", 2),
        (b'a,b\n"a "nested" mark",1\n', "quotes", 2),
        (b"a,b\n1," + b"x" * 4_001 + b"\n", "cell_too_long", 2),
        (b'a,b\n1,"' + b"x\n" * 5_000_000 + b'"\n', "cell_too_long", 2),
        (b"a" * 3_000_000, "line_too_long", 1),
        (b"x," * 3_000_000, "line_too_long", 1),
        (b"a,b\n" + b"x," * 60 + b"x\n", "too_many_columns", 2),
        (b"a\n" + b"x\n" * 200_030, "too_many_rows", 200_031),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "encoding", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_csv_that_cannot_be_read_gets_its_reason_and_its_row(
    data: bytes, fault: str, row: int | None
) -> None:
    told = await _fault(data)
    assert (told.fault, told.row) == (fault, row)


@pytest.mark.sampled(one_in=4, each=lambda case: case["fault"])
@pytest.mark.parametrize(
    ("what", "fault"),
    [
        ("old", "not_xlsx"),
        ("another archive", "not_xlsx"),
        ("password", "encrypted"),
        ("cut", "damaged"),
        ("broken xml", "damaged"),
        ("entity", "damaged"),
        ("laughs", "damaged"),
        ("lying bomb", "damaged"),
        ("macros", "macros"),
        ("large bomb", "too_big"),
        ("rectangle", "stopped"),
        ("many strings", "stopped"),
        ("merged over and over", "damaged"),
        ("columns", "too_many_columns"),
        ("cell", "cell_too_long"),
        ("empty", "empty"),
    ],
)
async def test_a_workbook_that_cannot_be_read_gets_its_reason(what: str, fault: str) -> None:
    assert (await _fault(await hostile_books.hostile(what))).fault == fault


async def test_a_large_workbook_comes_in_portions_with_what_has_no_value_named() -> None:
    many = [[f"Hộ {number}", number] for number in range(1, 1_601)]
    plain = await workbooks.book(["Tên", "Số"], many)
    rows = (
        '<row r="1"><c r="A1" t="str"><v>Tên</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" t="str"><v>Lan</v></c><c r="B2"><f>NOW()</f></c></row>'
        '<row r="1048576"><c r="A1048576" t="e"><v>#REF!</v></c></row>'
    )
    head, read, _ = await _read(plain)
    assert (head.kind, head.sheet, len(read)) == ("xlsx", "So", 1_601)
    assert read[-1] == (1_601, ["Hộ 1600", "1600"])
    head, read, spoilt = await _read(
        workbooks.rebuilt(plain, **{workbooks.SHEET: workbooks.sheet(rows)})
    )
    assert head.hidden == 1
    assert [number for number, _ in read] == [1, 2, 1_048_576]
    assert spoilt == [
        Spoilt(2, 2, "no_value", "=NOW()"),
        Spoilt(1_048_576, 1, "error", "#REF!"),
    ]
    assert not any(isinstance(one, Day) for _, cells in read for one in cells)


async def test_after_one_portion_the_child_waits_with_the_others(tmp_path: Path) -> None:
    """The child waits at the pipe: memory here does not grow with the file."""
    path = tmp_path / "long.csv"
    path.write_text("a,b\n" + "x,y\n" * 100_000)
    with path.open("rb") as file:
        async with tables.opened(file) as table:
            async for portion in table.portions():
                assert len(portion.rows) == table_child.PORTION_ROWS
                break
            assert isinstance(file, io.BufferedReader)
            assert table._child.returncode is None
