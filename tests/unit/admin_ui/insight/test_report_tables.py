"""Which rows of a report's table are folded: those of noughts, and the headings that are left alone by them."""

from admin_ui.insight.reports import tables
from admin_ui.insight.reports.tables import Cell, Line, Table


def row(name: str, *values: str, heading: bool = False) -> Line:
    cells = [Cell("Trong kỳ", value, "", "", "", "") for value in values]
    return Line(name, 0, heading, total=False, cells=cells, edit="")


def table(*lines: Line) -> Table:
    return Table("t", "Kết quả", "", "Chỉ tiêu", ["Trong kỳ"], tables.headed(list(lines)), False)


def test_a_heading_is_folded_with_its_rows_if_there_was_nothing_below_it() -> None:
    shown = table(
        row("I. Kiểm tra", heading=True),
        row("Số cuộc kiểm tra", "3"),
        row("Đột xuất", "0"),
        row("II. Xử lý", heading=True),
        row("Số vụ đã xử phạt", "0"),
        row("Số tiền phạt", "–"),
    )
    assert [one.name for one in shown.lines if one.folded] == ["II. Xử lý"]
    assert (shown.empty, shown.bare) == (3, False)


def test_a_table_of_noughts_alone_says_so_instead_of_showing_its_headings() -> None:
    noughts = [row(f"Chỉ tiêu {number}", "0") for number in range(3)]
    assert table(row("I. Kiểm tra", heading=True), *noughts).bare
    total = row("Tổng cộng", "0")._replace(total=True)
    assert table(total).bare, "a total of nothing says nothing"
    assert not table(*noughts, total._replace(cells=row("", "3").cells)).bare
    assert not table(noughts[0]._replace(edit="/values")).bare, "somebody may state a value in it"
