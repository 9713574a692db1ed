"""Rows of a list that cannot come: what stands there, and why, as pages and files of errors say it."""

from collections.abc import Sequence
from datetime import date

from backend.core.sheet_reading.streaming import Listed
from backend.core.sheets.cells import Cells
from backend.core.sheets.headings import C
from schemas.core.imports import ReadFile
from schemas.core.problems import Text
from schemas.core.sheets import CellFault


def said_there(cells: Cells) -> list[str]:
    """Return what stands in the cells of a row."""
    return [f"{one:%d/%m/%Y}" if isinstance(one, date) else one for one in cells]


def whole_row(number: int, why: Text) -> CellFault:
    """Return a fault that is no single cell's."""
    heading = Text(vi="Cả dòng", en="The whole row")
    return CellFault(row=number, cell="", heading=heading, said="", why=why)


def filled(text: Text, **values: str) -> Text:
    """Return a sentence with its values."""
    return Text(vi=text.vi.format(**values), en=text.en.format(**values))


def fitted(cells: Sequence[str], width: int) -> list[str]:
    """Return the cells of a row for a file of so many columns."""
    return [*cells[:width], *[""] * (width - len(cells))]


def reasons(faults: Sequence[CellFault], language: str) -> str:
    """Return why a row cannot come, in one cell."""
    said = (
        f"{fault.cell or getattr(fault.heading, language)}: {getattr(fault.why, language)}"
        for fault in faults
    )
    return " ".join(said)


def how_read(listed: Listed[C]) -> ReadFile:
    """Return how a file was read."""
    head = listed.head
    return ReadFile(
        kind=head.kind,
        sheet=head.sheet,
        others=head.others,
        hidden=head.hidden,
        encoding=head.encoding,
        separator=head.separator,
        columns={column.value: place for column, place in listed.headings.places.items()},
        headings=listed.above,
        unknown=list(listed.headings.unknown),
        twice=list(listed.headings.twice),
        passed=listed.passed,
    )
