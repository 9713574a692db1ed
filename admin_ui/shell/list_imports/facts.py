"""What pages of imports say of a file and of how far it is: every value as text."""

from datetime import datetime
from functools import partial
from typing import NamedTuple, Protocol

from admin_ui.shell.formats import moment, size
from admin_ui.shell.words import Language, say
from schemas.core.imports import ReadFile
from schemas.core.problems import Text

_WHOLE = 1000


class Progress(NamedTuple):
    """How far the rows are in."""

    done: int
    whole: int
    rate: int
    """Rows a second, of the time that portions took; 0 before the first."""
    left_seconds: int
    share: int
    """Thousandths."""


def progress_of(done: int, whole: int, busy_ms: int) -> Progress:
    """Return how far an import is whose portions took so long."""
    rate = done * 1000 // busy_ms if busy_ms else 0
    left = (whole - done) // rate if rate else 0
    return Progress(done, whole, rate, left, _WHOLE * done // whole if whole else 0)


class FileOfRows(Protocol):
    """What every import knows of its file."""

    @property
    def file_name(self) -> str:
        """As it was uploaded."""

    @property
    def file_bytes(self) -> int:
        """How many."""

    @property
    def unit_name(self) -> Text:
        """Of the unit for which it is."""

    @property
    def uploaded_by_name(self) -> str:
        """Who."""

    @property
    def uploaded_at(self) -> datetime:
        """When."""

    @property
    def read(self) -> ReadFile | None:
        """How it was read."""


def file_facts(row: FileOfRows, for_unit: str, language: Language) -> list[tuple[str, str]]:
    """Return what is known of a file and how it was read: name and value. `for_unit` names the unit."""
    words = partial(say, language)
    found = [
        (words("listimport.file"), f"{row.file_name} ({size(row.file_bytes, language)})"),
        (for_unit, getattr(row.unit_name, language)),
        (words("listimport.uploaded_by"), row.uploaded_by_name),
        (words("listimport.uploaded"), moment(row.uploaded_at, language)),
    ]
    if row.read is not None and row.read.kind == "csv":
        found.append((words("listimport.read_as"), _dialect(row.read, language)))
    if row.read is not None and row.read.sheet:
        found.append((words("listimport.sheet"), row.read.sheet))
    return found


def _dialect(read: ReadFile, language: Language) -> str:
    names = {"cp1258": "Windows-1258", "utf-8-sig": "UTF-8"}
    separators = {",": "comma", ";": "semicolon", "\t": "tab"}
    separator = say(language, f"listimport.sep_{separators.get(read.separator, 'comma')}")
    return f"CSV, {names.get(read.encoding, read.encoding.upper())}, {separator}"
