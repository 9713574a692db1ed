"""A report's workbook: text stays text, numbers are numbers, and no property names a person."""

import io
import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from backend.insight.report_definitions import workbook
from backend.insight.report_definitions.workbook import Book, Cell, Row, Table

HOSTILE = (
    '=HYPERLINK("http://x.example","bấm")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "http://x.example",
    "0123",
    "<b>&amp;</b>",
    "a\x00\x01\ufffeb",
)


def row(label: str, *values: int | None, unit: str = "count", **given: bool) -> Row:
    return Row(label=label, cells=[Cell(value=one, unit=unit) for one in values], **given)


def book(*rows: Row, **given: object) -> Book:
    table = Table(title=HOSTILE[0], columns=[HOSTILE[1]], rows=list(rows), note=HOSTILE[3])
    usual = {"title": "Báo cáo", "unit": HOSTILE[2], "lines": [HOSTILE[3]], "tables": [table]}
    return Book(**(usual | given))  # type: ignore[arg-type]


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name).decode() for name in found.namelist()}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_a_link_or_a_number(text: str) -> None:
    data = workbook.write(book(row(text, 5), texts=[(text, text)], title=text, unit=text))
    found = parts(data)
    for name, said in found.items():
        assert "<f>" not in said, name
        assert "<hyperlink " not in said, name
        assert "externalLink" not in name
    # The label's cell refers to a shared string, and one that looks like a formula stays one when it is edited.
    cells = re.findall(r'<c r="A\d+"[^>]*>', found["xl/worksheets/sheet1.xml"])
    assert cells
    assert all('t="s"' in one for one in cells)
    if text.strip()[:1] in "=+-@＝":
        assert 'quotePrefix="1"' in found["xl/styles.xml"]


def test_numbers_are_numbers_and_what_nothing_tells_is_no_zero() -> None:
    data = workbook.write(
        book(
            row("đồng", 715_000_000_000, unit="vnd"),
            row("phần trăm", -333, unit="percent"),
            row("không", None),
            row("quá lớn", 10**15),
        )
    )
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    values = {line[0]: line[1] for line in sheet if len(line) > 1}
    assert values["đồng"] == 715_000_000_000
    assert values["phần trăm"] == -33.3
    assert values["không"] == "–"
    assert values["quá lớn"] == "1000000000000000"


def test_a_total_is_a_formula_only_where_its_rows_sum_up_to_it() -> None:
    def formulas(*values: int | None) -> list[tuple[str, str]]:
        rows = [row(str(at), one) for at, one in enumerate(values[:-1])]
        made = workbook.write(book(*rows, row("Tổng cộng", values[-1], total=True)))
        return re.findall(r"<f>([^<]*)</f><v>([^<]*)</v>", parts(made)["xl/worksheets/sheet1.xml"])

    # Head of five rows, the table's head in the sixth: its rows begin in the seventh.
    assert formulas(1, 2, 3) == [("SUM(B7:B8)", "3")]
    assert formulas(1, 2, 2) == []  # distinct parties do not add up
    assert formulas(1, None, 1) == []


def test_the_same_report_gives_the_same_bytes_and_names_nobody() -> None:
    first = workbook.write(book(row("Số vụ", 1)))
    assert first == workbook.write(book(row("Số vụ", 1)))
    found = parts(first)
    assert "<dc:creator></dc:creator>" in found["docProps/core.xml"]
    assert "2000-01-01" in found["docProps/core.xml"]
    assert (
        "Company" not in found["docProps/app.xml"]
        or "<Company></Company>" in found["docProps/app.xml"]
    )
    assert not [name for name in found if "custom" in name]


def test_a_report_of_texts_alone_and_one_of_many_columns_are_written() -> None:
    wide = Table(title="Rộng", columns=[str(one) for one in range(8)], rows=[row("a", *range(8))])
    found = parts(workbook.write(book(tables=[wide], texts=[("Đánh giá", "a\nb")])))
    assert 'orientation="landscape"' in found["xl/worksheets/sheet1.xml"]
    assert "sheet2.xml" in " ".join(found)
    assert parts(workbook.write(book(tables=[])))["xl/workbook.xml"].count("<sheet ") == 1
