"""A row of a stranger's table while it is read: what a column says, and what is wrong with it. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Generic, Literal, NamedTuple

from backend.core.sheets.headings import C, Columns, Headings, letter
from schemas.core.problems import Text
from schemas.core.sheets import CellFault

Cells = Sequence[str | date]
"""Of one row, from column A; empty cells are empty texts."""
_SHOWN = 80
_MARK = re.compile(r"[(\[]?\s*(?:-?(\d{1,2})|[A-Za-z])\s*[)\]]?(?:\s*=.*)?")
"""Of a column in the row that numbers the columns: (1), 1, A, (6)=(4)+(5). A spreadsheet makes -1 of a typed (1)."""
_FEWEST_MARKS = 3
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")


class Spoilt(NamedTuple):
    """A cell that has no value of its own."""

    why: Literal["error", "no_value", "merged"]
    said: str
    """The error, the formula, or the cell whose value is shown there."""


_SPOILT = {
    "error": (
        "Ô đang báo lỗi của bảng tính; hãy sửa công thức hoặc ghi giá trị.",
        "The cell shows an error of the spreadsheet; mend its formula or write the value.",
    ),
    "no_value": (
        "Công thức chưa được tính; hãy mở tệp bằng Excel rồi lưu lại, hoặc ghi giá trị.",
        "The formula was never calculated; open the file in Excel and save it, or write the value.",
    ),
    "merged": (
        "Ô bị gộp với ô {said}; hãy bỏ gộp ô và ghi giá trị ở từng dòng.",
        "The cell is merged with {said}; split them and write the value in each row.",
    ),
}


class Row(Generic[C]):
    """One row: its faults gather here."""

    def __init__(
        self,
        columns: Columns[C],
        number: int,
        cells: Cells,
        headings: Headings[C],
        spoilt: Mapping[tuple[int, int], Spoilt],
    ) -> None:
        self.number = number
        self._columns = columns
        self.faults: list[CellFault] = []
        self._cells = cells
        self._places = headings.places
        self._spoilt: set[C] = set()
        for column, place in headings.places.items():
            found = spoilt.get((number, place))
            if found is not None:
                self.wrong(column, *(one.format(said=found.said) for one in _SPOILT[found.why]))
                self._spoilt.add(column)

    def raw(self, column: C) -> str | date:
        """Return the cell as it was read; an empty text if the sheet has no such column or cell."""
        place = self._places.get(column)
        return self._cells[place] if place is not None and place < len(self._cells) else ""

    def text(self, column: C, most: int, least: int = 0) -> str:
        """Return what the cell says, on one line unless several are meant there."""
        raw = self.raw(column)
        said = f"{raw:%d/%m/%Y}" if isinstance(raw, date) else raw
        if column not in self._columns.several_lines:
            said = " ".join(said.split())
        if said and not least <= len(said) <= most:
            self.wrong(
                column,
                f"Dài {len(said)} ký tự; cho phép từ {max(least, 1)} đến {most}.",
                f"{len(said)} characters long; {max(least, 1)} to {most} are allowed.",
            )
        return said

    def day(self, column: C) -> date | None:
        """Return the day that the cell says, as a day of the spreadsheet or in writing; None if it says none."""
        said = self.raw(column)
        return said if isinstance(said, date) else written_day(said)

    def wrong(self, column: C, vi: str, en: str) -> None:
        """Keep a fault; of a cell that has no value its first one is the whole reason."""
        if column in self._spoilt:
            return
        place = self._places.get(column)
        raw = self.raw(column)
        said = f"{raw:%d/%m/%Y}" if isinstance(raw, date) else raw
        self.faults.append(
            CellFault(
                row=self.number,
                cell=f"{letter(place)}{self.number}" if place is not None else "",
                heading=self._columns.about[column].heading,
                said=said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…",
                why=Text(vi=vi, en=en),
            )
        )


def written_day(said: str) -> date | None:
    """Return the day that a text says: 05/03/1980, 5.3.1980 or 1980-03-05; None if it says none."""
    found = _DAY.fullmatch(said.strip())
    if found is None:
        return None
    day, month, year = (
        (found[1], found[2], found[3]) if found[3] else (found[6], found[5], found[4])
    )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def below(
    columns: Columns[C], rows: Sequence[tuple[int, Cells]], headings: Headings[C]
) -> list[tuple[int, Cells]]:
    """Return the rows below the headings that say something in a column that is known, without `counting`."""
    places = headings.places.values()
    passed = counting(columns, rows, headings)
    return [
        (number, cells)
        for number, cells in rows
        if number > headings.at
        and number != passed
        and any(cells[one] for one in places if one < len(cells))
    ]


def counting(
    columns: Columns[C], rows: Sequence[tuple[int, Cells]], headings: Headings[C]
) -> int | None:
    """Return the row that numbers the columns, "(1) (2) (3)", as printed forms have it below their headings; else None.

    It is the first row below that says anything. All that it says are marks whose numbers go up, one of them below the
    heading that says whom it is about: no row of a list reads like that.
    """
    following = ((number, cells) for number, cells in rows if number > headings.at and any(cells))
    number, cells = next(following, (None, ()))
    marks = [_MARK.fullmatch(one) if isinstance(one, str) else None for one in cells if one]
    whom = [headings.places.get(one) for one in columns.whom]
    if (
        len(marks) < _FEWEST_MARKS
        or None in marks
        or not any(one is not None and one < len(cells) and cells[one] for one in whom)
    ):
        return None
    counted = [int(one[1]) for one in marks if one is not None and one[1]]
    return number if counted and counted == sorted(set(counted)) else None
