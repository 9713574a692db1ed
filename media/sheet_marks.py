"""What a sheet's own XML says that a reader of values leaves out: errors, formulas never calculated, hidden rows.

`python-calamine` gives an empty text for `#REF!` as for a cell in which nothing stands, and the list's reader would
take the one for the other. So the child reads the sheet a second time, as a stream of elements (ECMA-376 Part 1,
18.3.1). Expat fetches nothing; a document type, with which entities grow, is in no workbook of an honest program.
"""

import zipfile
from collections.abc import Callable
from typing import Any, NamedTuple
from xml.parsers import expat

_PIECE = 65_536
_SAID = 80
"""Letters of an error or a formula that are kept."""


class Mark(NamedTuple):
    """A cell without a value of its own. Row and column from 1."""

    row: int
    column: int
    why: str
    """`error` or `no_value`."""
    said: str


class Marks(NamedTuple):
    """Such cells of a sheet, and its rows that are hidden."""

    cells: list[Mark]
    hidden: set[int]


class Odd(Exception):
    """The archive is not put together as a workbook, or has more such cells than `most`."""


def of_sheet(book: zipfile.ZipFile, number: int, most: int, columns: int) -> Marks:
    """Return the marks of a sheet, by its place in the workbook from 0, within the first `columns`. Raises Odd."""
    reading = _Reading(most, columns)
    with book.open(part_of(book, number)) as part:
        _stream(part, reading.begins, reading.ends, reading.text)
    return Marks(reading.found, reading.hidden)


def part_of(book: zipfile.ZipFile, number: int) -> str:
    """Return the name of a sheet's part, by its place in the workbook from 0. Raises Odd."""
    names = {name.replace("\\", "/").lower(): name for name in book.namelist()}
    sheets: list[str] = []
    targets: dict[str, str] = {}

    def sheet(name: str, said: dict[str, str]) -> None:
        if name == "sheet":
            sheets.append(next((said[one] for one in said if one.endswith(":id")), ""))

    def related(name: str, said: dict[str, str]) -> None:
        if name == "Relationship":
            targets[said.get("Id", "")] = said.get("Target", "")

    for path, begins in (("xl/workbook.xml", sheet), ("xl/_rels/workbook.xml.rels", related)):
        if path not in names:
            raise Odd
        with book.open(names[path]) as part:
            _stream(part, begins)
    target = targets.get(sheets[number], "") if number < len(sheets) else ""
    path = target[1:] if target.startswith("/") else f"xl/{target}"
    found = names.get(path.replace("\\", "/").lower())
    if found is None:
        raise Odd
    return found


def _stream(
    part: Any,
    begins: Callable[[str, dict[str, str]], None],
    ends: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise Odd

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, said: begins(name.rsplit(":", 1)[-1], said)
    if ends is not None:
        parser.EndElementHandler = lambda name: ends(name.rsplit(":", 1)[-1])
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        while piece := part.read(_PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Odd from None


class _Reading:
    """One sheet while it streams by. A cell or row that names no place follows the one before it."""

    def __init__(self, most: int, columns: int) -> None:
        self.found: list[Mark] = []
        self.hidden: set[int] = set()
        self._most, self._columns = most, columns
        self._row = self._column = 0
        self._error = self._formula = self._value = False
        self._inside = ""
        self._said = ""

    def begins(self, name: str, said: dict[str, str]) -> None:
        if name == "row":
            place = said.get("r", "")
            self._row = int(place) if place.isdecimal() and len(place) < 9 else self._row + 1
            self._column = 0
            if said.get("hidden") in ("1", "true"):
                self.hidden.add(self._row)
        elif name == "c":
            self._column = _column(said.get("r", "")) or self._column + 1
            self._error = said.get("t") == "e"
            self._formula = self._value = False
            self._said = ""
        elif name == "f":
            self._formula, self._inside, self._said = True, name, "="
        elif name in ("v", "is"):
            self._value, self._inside = True, name
            if self._error:
                self._said = ""

    def text(self, said: str) -> None:
        wanted = self._inside == "f" or (self._inside == "v" and self._error)
        if wanted and len(self._said) < _SAID:
            self._said += said[:_SAID]

    def ends(self, name: str) -> None:
        if name == self._inside:
            self._inside = ""
        if name != "c" or self._column > self._columns:
            return
        if self._error:
            self._add("error")
        elif self._formula and not self._value:
            self._add("no_value")

    def _add(self, why: str) -> None:
        if len(self.found) >= self._most:
            raise Odd
        self.found.append(Mark(self._row, self._column, why, self._said[:_SAID]))


def _column(place: str) -> int:
    """Return the column of such as `C12`, from 1; 0 if it is none."""
    found = 0
    for one in place[:4]:
        if not "A" <= one <= "Z":
            break
        found = found * 26 + ord(one) - 64
    return found
