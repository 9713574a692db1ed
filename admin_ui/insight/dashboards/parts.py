"""What a dashboard is made of: cards, each a question with its answer, charts and the tables behind them."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup


class Cell(NamedTuple):
    """A value as it is written, and the page behind it."""

    written: str
    href: str = ""


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
