"""The blocks of a paper: plain data, which typst/paper.typ prints.

A run is text, ["b", text] for bold, or ["i", text] for italic. Every text passes through `clean`
here, so that the typesetter can print all that it receives. Texts are data there, so none is read
as markup.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from backend.documents.layout.blanks import BLANK
from backend.documents.layout.wording import SHEETS, clean

Run = str | tuple[str, str]
Pair = tuple[str, str | None]
"""A label and its value; None, or nothing but spaces, is a blank."""
Block = dict[str, Any]


class Column:
    """A column of a table: head, share of the width, alignment."""

    def __init__(self, head: str, width: str = "1fr", align: str = "left") -> None:
        self.head, self.width, self.align = head, width, align


class Sheet:
    """Collects the blocks of one paper in order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def bases(self, texts: Iterable[str]) -> None:
        """Add the legal bases (Appendix I, II.6).

        They are in italics; each ends with a semicolon, the last with a full stop.
        """
        given = [_basis(text) for text in texts]
        for at, text in enumerate(given, 1):
            self._add("basis", t=text + (";" if at < len(given) else "."))

    def centred(self, text: str) -> None:
        """Add a bold line in the middle: QUYẾT ĐỊNH:, CHI CỤC TRƯỞNG …"""
        self._add("centred", t=clean(text))

    def heading(self, text: str) -> None:
        """Add the bold heading of a part."""
        self._add("heading", t=clean(text))

    def article(self, number: int, *runs: Run) -> None:
        """Begin an article of a decision: Điều 1. …"""
        said = _runs(runs)
        self._add("article", n=number, t=said, leads=_leads(said))

    def text(self, *runs: Run) -> None:
        """Add a paragraph. Line ends in it begin a new line."""
        said = _runs(runs)
        self._add("text", t=said, leads=_leads(said))

    def item(self, text: str, mark: str = "-") -> None:
        """Add one line of a list within the text."""
        self._add("text", t=[clean(f"{mark} {text}")], leads=False)

    def field(self, label: str, value: str | None) -> None:
        """Add a label and its value on one line."""
        self.fields((label, value))

    def fields(self, *pairs: Pair) -> None:
        """Add labels and values that share a line if they fit."""
        self._add("fields", pairs=[[clean(label), _value(label, value)] for label, value in pairs])

    def said(self, label: str, value: str | None) -> None:
        """Add a longer text under its label; a blank if there is none."""
        self.fields((label, value))

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[str]],
        caption: str,
        size: int | None = None,
    ) -> None:
        """Add a table. It may continue over pages, with its head on each.

        A row of one cell is a heading over all columns. `size` of letters in points, else the usual one.
        """
        self._add(
            "table",
            head=[clean(column.head) for column in columns],
            widths=[column.width for column in columns],
            align=[column.align for column in columns],
            rows=[[clean(cell) for cell in row] for row in rows],
            caption=clean(caption),
            **({"size": size} if size else {}),
        )

    def _add(self, kind: str, **what: Any) -> None:
        self.blocks.append({"k": kind, **what})


def _leads(said: list[Any]) -> bool:
    """Tell whether a line leads to the next one and may not end a page: bold, or ends in a colon."""
    last = said[-1]
    if last == "":  # "Điều 1." alone
        return True
    return (not isinstance(last, str) and last[0] == "b") or str(last).endswith(":")


def _runs(runs: Iterable[Run]) -> list[Any]:
    return [_kept(run) if isinstance(run, str) else [run[0], _kept(run[1])] for run in runs]


def _kept(text: str) -> str:
    """Clean a text, but leave the place of the number of sheets in it."""
    return SHEETS.join(clean(part) for part in text.split(SHEETS))


def _value(label: str, value: str | None) -> str | None:
    """Return the value after a label. If the label contains "ngày", the date does not repeat it."""
    cleaned = clean(value).strip() if value and value != BLANK else ""
    if "ngày" in label.casefold():
        cleaned = cleaned.removeprefix("ngày ")
    return cleaned or None


def _basis(text: str) -> str:
    said = clean(text).strip().rstrip(";.")
    return said if said.startswith(("Căn cứ", "Xét", "Theo", "Để ")) else f"Căn cứ {said}"
