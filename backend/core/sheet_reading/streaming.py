"""A stranger's list of any length, read row by row in a child with limits: backend groups import from it.

    async with streaming.opened(file, PEOPLE) as listed:     # raises Unread, HeadingsMissing
        async for portion in listed.portions():              # raises Unread
            for number, cells in portion.rows: ...

Memory is one portion on this side, whatever the file holds (media/tables.py).
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import BinaryIO, Generic, NamedTuple

from backend.core import typed_text
from backend.core.errors import Invalid
from backend.core.sheets.cells import Cells, Spoilt, counting
from backend.core.sheets.headings import HEADINGS_WITHIN, C, Columns, Headings
from media import tables
from media.sheets import Cell, Day
from media.tables import Head
from schemas.core.problems import Text

_FIRST = HEADINGS_WITHIN + 3
"""Rows that are here before headings are looked for: two rows of them, and one that numbers the columns."""


class HeadingsMissing(Invalid):
    """No row of the table names enough columns."""

    code = "table_headings_missing"

    def __init__(self, needed: Sequence[Text]) -> None:
        vi, en = (", ".join(f"“{getattr(one, name)}”" for one in needed) for name in ("vi", "en"))
        super().__init__(
            text=Text(
                vi=f"Không tìm thấy dòng tiêu đề trong {HEADINGS_WITHIN} dòng đầu: cần cột {vi}. Hãy dùng tệp mẫu.",
                en=f"No row of headings among the first {HEADINGS_WITHIN}: column {en} is needed. Use the template.",
            )
        )


class RowsRead(NamedTuple):
    """Some rows below the headings, by their numbers, and the cells that have no value of their own."""

    rows: list[tuple[int, Cells]]
    spoilt: dict[tuple[int, int], Spoilt]
    """By the row's number and the column from 0."""


class Listed(Generic[C]):
    """A list whose headings are known."""

    def __init__(
        self,
        head: Head,
        headings: Headings[C],
        above: list[str],
        passed: int | None,
        first: list[RowsRead],
        more: AsyncIterator[tables.Portion],
    ) -> None:
        self.head, self.headings = head, headings
        self.above = above
        """What stands in the row of the headings, the lower one of two."""
        self.passed = passed
        """The row that only numbers the columns."""
        self._first, self._more = first, more

    async def portions(self) -> AsyncIterator[RowsRead]:
        """Yield the rows below the headings that say something in a known column. Raises media.tables.Unread."""
        for read in self._first:
            yield self._below(read)
        async for portion in self._more:
            yield self._below(_read(portion))

    def _below(self, read: RowsRead) -> RowsRead:
        places = self.headings.places.values()
        kept = [
            (number, cells)
            for number, cells in read.rows
            if number > self.headings.at
            and number != self.passed
            and any(cells[one] for one in places if one < len(cells))
        ]
        return RowsRead(kept, read.spoilt)


@asynccontextmanager
async def opened(file: BinaryIO, columns: Columns[C]) -> AsyncIterator[Listed[C]]:
    """Read a file's list. Raises media.tables.Unread, HeadingsMissing."""
    async with tables.opened(file) as table:
        portions = table.portions()
        first: list[RowsRead] = []
        rows: list[tuple[int, Cells]] = []
        async for portion in portions:
            first.append(_read(portion))
            rows += first[-1].rows
            if len(rows) >= _FIRST:
                break
        headings = columns.find([(number, _texts(cells)) for number, cells in rows[:_FIRST]])
        if headings is None:
            raise HeadingsMissing([columns.about[one].heading for one in columns.whom])
        passed = counting(columns, rows, headings)
        [above] = [_texts(cells) for number, cells in rows if number == headings.at]
        yield Listed(table.head, headings, above, passed, first, portions)


def _texts(cells: Sequence[str | date]) -> list[str]:
    return [one if isinstance(one, str) else "" for one in cells]


def _read(portion: tables.Portion) -> RowsRead:
    return RowsRead(
        [(row.number, [plain(one) for one in row.cells]) for row in portion.rows],
        {
            (one.row, one.column - 1): Spoilt(one.why, typed_text.clean(one.said))
            for one in portion.spoilt
        },
    )


def plain(cell: Cell) -> str | date:
    """Return a cell as rules read it: a day, or a text cleaned as one that is typed into a form.

    A number of the sheet becomes the text that it shows.
    """
    if isinstance(cell, Day):
        return cell.day
    return "" if cell is None else typed_text.clean(str(cell))
