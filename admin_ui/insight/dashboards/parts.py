"""What a dashboard is made of: cards, each a question with its answer, charts and the tables behind them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from admin_ui.insight.dashboards import sentences
from admin_ui.shell import formats
from admin_ui.shell.words import Language
from backend.core import spreadsheets


class Cell(NamedTuple):
    """A value as it is written, and the page behind it."""

    written: str
    href: str = ""
    value: spreadsheets.Cell = None
    """Of a number or a moment, as a file has it."""


def number(value: int, language: Language) -> Cell:
    """Return a whole number."""
    return Cell(formats.number(value, language), value=value)


def tenths(value: int, language: Language) -> Cell:
    """Return a number that is given in tenths."""
    return Cell(sentences.in_column(value, language), value=Decimal(value).scaleb(-1))


class Row(NamedTuple):
    """A line of a table."""

    name: Cell
    cells: Sequence[Cell]


class Table(NamedTuple):
    """The numbers of a chart. `headings`: of the names, then of each column."""

    headings: Sequence[str]
    rows: Sequence[Row]


class Figure(NamedTuple):
    """A chart with its table. `caption` is empty where the card's sentence says it all."""

    id: str
    caption: str
    legend: Sequence[str]
    """Names of two series; empty for one."""
    chart: Markup | None
    table: Table


class Card(NamedTuple):
    """A question and its answer."""

    id: str
    question: str
    sentence: str
    figures: Sequence[Figure] = ()
    note: str = ""
    link: Cell | None = None
