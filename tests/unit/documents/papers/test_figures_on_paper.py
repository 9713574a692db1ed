"""Tables of figures on a report's paper: no number is cut or runs into the next, headings go over all columns."""

import re

import pytest

from backend.documents.layout.breaking import broken
from backend.documents.layout.page import document
from backend.documents.layout.prescribed import figures
from backend.documents.layout.sheet import Sheet
from backend.documents.rendering import pictures
from tests.unit.documents.papers.specimens import paper

_NATION = "541.715.300.000"
"""What the force brought in a year, in đồng (DOMAIN.md 8)."""


@pytest.mark.parametrize(
    ("columns", "value", "across", "size"),
    [
        (3, _NATION, False, 11),
        (4, "68.280", False, 11),
        (4, _NATION, False, 10),
        (5, _NATION, True, 11),
        (8, _NATION, True, 8),
    ],
)
def test_columns_are_as_wide_as_their_numbers_in_letters_as_small_as_that_needs(
    columns: int, value: str, across: bool, size: int
) -> None:
    sheet = Sheet()
    heads = [f"Tổng số tiền thu được {at} (đồng)" for at in range(columns)]
    rows = [["I. Tiền", *[""] * columns], ["– Số tiền nộp ngân sách", *[value] * columns]]
    figures.table(sheet, heads, rows, "Kết quả", across=across)
    table = sheet.blocks[-1]
    widths = [float(one.removesuffix("mm")) for one in table["widths"][1:]]
    assert len(widths) == columns
    assert sum(widths) <= (figures.ACROSS if across else figures.UPRIGHT) - 40, "the label has room"
    # Digits of the paper's letters are half as wide as high, and each cell has 2.8 mm around its text.
    needed = (sum(0.25 if one in ".," else 0.5 for one in value)) * table["size"] * 0.3528 + 2.8
    assert min(widths) >= needed
    assert table["size"] == size
    assert table["rows"][0] == ["I. Tiền"], "a heading over all columns"


def test_a_report_with_a_wide_table_has_pages_across_after_its_signature() -> None:
    part = {"title": "Kết quả theo đơn vị", "annex": "Số liệu tại Phụ lục kèm theo"}
    part |= {f"head_{at}": "Số tiền (đồng)" for at in range(1, 8)}
    row = {"part": 1, "row": "Chi cục"} | {f"value_{at}": _NATION for at in range(1, 8)}
    given = paper("BC-DK")
    fields = given.fields | {"parts": [part], "rows": [row]}
    told = broken(document(paper("BC-DK", fields=fields)))
    assert told["annex"]["wide"]
    assert "Phụ lục" in str(told["blocks"])
    sizes = []
    for one in pictures(paper("BC-DK", fields=fields), 20):
        width, height = (int.from_bytes(one[at : at + 4], "big") for at in (16, 20))
        sizes.append("across" if width > height else "upright")
    assert re.fullmatch("(upright )+(across )+", " ".join(sizes) + " ")
