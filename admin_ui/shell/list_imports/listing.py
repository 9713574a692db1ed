"""Imports of lists as rows of a list: every cell as text."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Generic, NamedTuple, Protocol, TypeVar
from uuid import UUID

from admin_ui.shell.formats import moment, number
from admin_ui.shell.list_imports.facts import FileOfRows, Progress
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import (
    Cell,
    Column,
    Empty,
    Line,
    Listing,
    Mark,
    MarkTone,
    totalled,
)
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from schemas.core.imports import ImportState
from schemas.core.problems import Text

_TONES: dict[ImportState, MarkTone] = {ImportState.UNREAD: "bad", ImportState.PAUSED: "warn"}


class ListedImport(FileOfRows, Protocol):
    """An import as a list shows it."""

    @property
    def id(self) -> UUID:
        """Of the import."""

    @property
    def state(self) -> ImportState:
        """How far it is."""

    @property
    def problem(self) -> Text | None:
        """Why it was not read, or stopped."""

    @property
    def rows(self) -> int:
        """Read of it."""

    @property
    def begun_at(self) -> datetime | None:
        """When it was confirmed."""


Row = TypeVar("Row", bound=ListedImport)


class Imports(NamedTuple, Generic[Row]):
    """One kind of import, for its list."""

    place: str
    words: str
    """What the keys of its own texts begin with."""
    progress: Callable[[Row], Progress]
    left_out: Callable[[Row], int]
    """Rows that did not come."""


def listing(
    of: Imports[Row], rows: Sequence[Row], following: str | None, language: Language, *, later: bool
) -> Listing:
    """Return a page of imports; `following` is the cursor of the next one."""
    words, place = partial(say, language), Place(of.place, {}, after="x" if later else "")
    onward = place.following(following)
    return Listing(
        caption=words(f"{of.words}.list"),
        heading=words("listimport.file"),
        columns=[
            Column(words("listimport.state"), "xl"),
            Column(words("listimport.head_came"), "l", number=True, named=True),
            Column(words("listimport.head_bad"), "s", number=True, named=True, spare=True),
            Column(words("listimport.uploaded"), "l"),
        ],
        lines=[_line(of, one, language) for one in rows],
        empty=Empty(words(f"{of.words}.none"), f"{of.place}/new", words(f"{of.words}.new")),
        total=""
        if place.first or onward or not rows
        else totalled(language, "listimport.total", len(rows)),
        first=place.first,
        following=onward,
    )


def _line(of: Imports[Row], row: Row, language: Language) -> Line:
    words, told = partial(say, language), of.progress(row)
    state = words(f"listimport.state_{row.state}")
    stopped = row.state is ImportState.RUNNING and row.problem is not None
    tone: MarkTone = "bad" if stopped else _TONES.get(row.state, "")
    said = words("listimport.stopped") if stopped else state
    came = f"{number(told.done, language)} / {number(told.whole, language)}"
    return Line(
        key=f"import-{row.id}",
        title=row.file_name,
        href=f"{of.place}/{row.id}",
        about=f"{short_name(row.unit_name, language)} · {row.uploaded_by_name}",
        marks=[Mark(said, tone)] if tone else (),
        cells=(
            "" if tone else state,
            came if row.begun_at else "",
            number(of.left_out(row), language) if row.rows else "",
            Cell(moment(row.uploaded_at, language), at=row.uploaded_at.isoformat()),
        ),
    )
