"""What a paper is made of: a list of blocks, plain data, which typst/paper.typ sets.

A run is text, or ["b", text] bold, or ["i", text] italic. Every text goes through `clean` here, so that nothing
reaches the typesetter that it could not print; none is ever markup, being data there.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from backend.documents.layout.blanks import BLANK
from backend.documents.layout.wording import clean

Run = str | tuple[str, str]
Pair = tuple[str, str | None]
"""A label and its value; None, or nothing but spaces, is a blank."""
Block = dict[str, Any]


class Column:
    """A column of a table: head, share of the width, alignment."""

    def __init__(self, head: str, width: str = "1fr", align: str = "left") -> None:
        self.head, self.width, self.align = head, width, align


class Sheet:
    """Collects the blocks of one paper, in their order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def bases(self, texts: Iterable[str]) -> None:
        """The legal bases: italic, each ends with a semicolon, the last with a full stop (Appendix I, II.6)."""
        given = [_basis(text) for text in texts]
        for at, text in enumerate(given, 1):
            self._add("basis", t=text + (";" if at < len(given) else "."))

    def centred(self, text: str) -> None:
        """A bold line in the middle: QUYẾT ĐỊNH:, CHI CỤC TRƯỞNG …"""
        self._add("centred", t=clean(text))

    def heading(self, text: str) -> None:
        """The bold heading of a part."""
        self._add("heading", t=clean(text))

    def article(self, number: int, *runs: Run) -> None:
        """Begin an article of a decision: Điều 1. …"""
        said = _runs(runs)
        self._add("article", n=number, t=said, leads=_leads(said))

    def text(self, *runs: Run) -> None:
        """A paragraph; line ends in it begin a new line."""
        said = _runs(runs)
        self._add("text", t=said, leads=_leads(said))

    def item(self, text: str, mark: str = "-") -> None:
        """One line of a list within the text."""
        self._add("text", t=[clean(f"{mark} {text}")], leads=False)

    def field(self, label: str, value: str | None) -> None:
        """A label and its value on one line."""
        self.fields((label, value))

    def fields(self, *pairs: Pair) -> None:
        """Labels and values that share a line where they fit."""
        self._add("fields", pairs=[[clean(label), _value(label, value)] for label, value in pairs])

    def said(self, label: str, value: str | None) -> None:
        """A longer text under its label; a blank where nothing was said."""
        self.fields((label, value))

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], caption: str) -> None:
        """A table that goes on over the pages, its head on each."""
        self._add(
            "table",
            head=[clean(column.head) for column in columns],
            widths=[column.width for column in columns],
            align=[column.align for column in columns],
            rows=[[clean(cell) for cell in row] for row in rows],
            caption=clean(caption),
        )

    def _add(self, kind: str, **what: Any) -> None:
        self.blocks.append({"k": kind, **what})


def _leads(said: list[Any]) -> bool:
    """Tell whether a line leads to the next and must not end a page: it is bold, or ends in a colon."""
    last = said[-1]
    return (not isinstance(last, str) and last[0] == "b") or str(last).endswith(":")


def _runs(runs: Iterable[Run]) -> list[Any]:
    return [clean(run) if isinstance(run, str) else [run[0], clean(run[1])] for run in runs]


def _value(label: str, value: str | None) -> str | None:
    """Return what stands behind a label; one that says "ngày" needs it not again before the date."""
    cleaned = clean(value).strip() if value and value != BLANK else ""
    if "ngày" in label.casefold():
        cleaned = cleaned.removeprefix("ngày ")
    return cleaned or None


def _basis(text: str) -> str:
    said = clean(text).strip().rstrip(";.")
    return said if said.startswith(("Căn cứ", "Xét", "Theo")) else f"Căn cứ {said}"
