"""Tables of figures: columns as wide as their numbers, in letters as small as that needs. Pure."""

from collections.abc import Sequence

from backend.documents.layout.sheet import Column, Sheet

UPRIGHT, ACROSS = 162.0, 249.0
"""Millimetres between the margins."""
_LABEL = 44.0
"""Least width of the first column."""
_NARROWEST = 15.0
_WISH = {UPRIGHT: 60.0, ACROSS: 90.0}
"""What the first column has before the others get more than they need."""
_MOST_SPARE = 12.0
_SIZES = (11, 10, 9, 8)
"""Sizes of letters in points, the first that fits."""
_DIGIT, _MARK, _INSET = 0.53, 0.3, 3.4
"""Of a letter's size: widths of a digit and of a mark; millimetres around the text of a cell."""
_POINT = 0.3528
_MARKS = ".,-–+ "


def table(
    sheet: Sheet, heads: Sequence[str], rows: Sequence[Sequence[str]], caption: str, *, across: bool
) -> None:
    """Add a table of figures; a row without values is a heading over all columns.

    `across`: it stands on a page across, where the annex of a report is.
    """
    room = ACROSS if across else UPRIGHT
    size = next((one for one in _SIZES if _fits(room, heads, rows, one)), _SIZES[-1])
    widths = [_width(at, heads, rows, size) for at in range(len(heads))]
    spare = max(0.0, room - _WISH[room] - sum(widths)) / len(widths)
    columns = [
        Column("Chỉ tiêu"),
        *(
            Column(head, f"{width + min(spare, _MOST_SPARE):.1f}mm", "right")
            for head, width in zip(heads, widths, strict=True)
        ),
    ]
    shown = [list(row) if any(row[1:]) else [row[0]] for row in rows]
    sheet.table(columns, shown, caption, size=size)


def _fits(room: float, heads: Sequence[str], rows: Sequence[Sequence[str]], size: int) -> bool:
    return _LABEL + sum(_width(at, heads, rows, size) for at in range(len(heads))) <= room


def _width(at: int, heads: Sequence[str], rows: Sequence[Sequence[str]], size: int) -> float:
    words = [word for word in heads[at].split() if word]
    values = [row[at + 1] for row in rows if len(row) > at + 1]
    longest = max((_long(one, size) for one in [*words, *values]), default=0.0)
    return max(_NARROWEST, longest + _INSET)


def _long(text: str, size: int) -> float:
    """Return about how many millimetres a text takes; bold heads and digits are about as wide."""
    marks = sum(text.count(one) for one in _MARKS)
    return ((len(text) - marks) * _DIGIT + marks * _MARK) * size * _POINT
