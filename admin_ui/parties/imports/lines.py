"""Imports of parties as rows of their list, and what their pages say of one: every cell as text."""

from functools import partial
from typing import NamedTuple

from admin_ui.shell.formats import moment, number, size
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
from backend.parties.importing import service as importing
from backend.parties.importing.service import Page, Preview
from schemas.parties.imports import ImportedParty, ImportRow, ImportState

PLACE = "/desk/parties/imports"
_TONES: dict[ImportState, MarkTone] = {ImportState.UNREAD: "bad", ImportState.PAUSED: "warn"}
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


def progress(row: ImportRow) -> Progress:
    """Return how far an import is."""
    done = row.registered + row.corrected + row.skipped
    whole = row.good + row.known
    rate = done * 1000 // row.busy_ms if row.busy_ms else 0
    left = (whole - done) // rate if rate else 0
    return Progress(done, whole, rate, left, _WHOLE * done // whole if whole else 0)


def listing(found: Page, later: bool, language: Language) -> Listing:
    """Return a page of imports."""
    words, place = partial(say, language), Place(PLACE, {}, after="x" if later else "")
    following = place.following(found.next)
    return Listing(
        caption=words("partyimport.list"),
        heading=words("partyimport.file"),
        columns=[
            Column(words("partyimport.state"), "xl"),
            Column(words("partyimport.head_came"), "l", number=True, named=True),
            Column(words("partyimport.head_bad"), "s", number=True, named=True, spare=True),
            Column(words("partyimport.uploaded"), "l"),
        ],
        lines=[_line(one, language) for one in found.rows],
        empty=Empty(words("partyimport.none"), f"{PLACE}/new", words("partyimport.new")),
        total=""
        if place.first or following or not found.rows
        else totalled(language, "partyimport.total", len(found.rows)),
        first=place.first,
        following=following,
    )


def _line(row: ImportRow, language: Language) -> Line:
    words, told = partial(say, language), progress(row)
    state = words(f"partyimport.state_{row.state}")
    stopped = row.state is ImportState.RUNNING and row.problem is not None
    tone: MarkTone = "bad" if stopped else _TONES.get(row.state, "")
    said = words("partyimport.stopped") if stopped else state
    came = f"{number(told.done, language)} / {number(told.whole, language)}"
    return Line(
        key=f"import-{row.id}",
        title=row.file_name,
        href=f"{PLACE}/{row.id}",
        about=f"{short_name(row.unit_name, language)} · {row.uploaded_by_name}",
        marks=[Mark(said, tone)] if tone else (),
        cells=(
            "" if tone else state,
            came if row.begun_at else "",
            number(row.bad + row.late, language) if row.rows else "",
            Cell(moment(row.uploaded_at, language), at=row.uploaded_at.isoformat()),
        ),
    )


def facts(row: ImportRow, language: Language) -> list[tuple[str, str]]:
    """Return what is known of a file and how it was read: name and value."""
    words = partial(say, language)
    found = [
        (words("partyimport.file"), f"{row.file_name} ({size(row.file_bytes, language)})"),
        (words("partyimport.unit"), getattr(row.unit_name, language)),
        (words("partyimport.uploaded_by"), row.uploaded_by_name),
        (words("partyimport.uploaded"), moment(row.uploaded_at, language)),
    ]
    if row.read is not None and row.read.kind == "csv":
        found.append((words("partyimport.read_as"), _dialect(row, language)))
    if row.read is not None and row.read.sheet:
        found.append((words("partyimport.sheet"), row.read.sheet))
    if row.on_known is not None:
        found.append((words("partyimport.known_what"), words(f"partyimport.known_{row.on_known}")))
    return found


def _dialect(row: ImportRow, language: Language) -> str:
    read = row.read
    if read is None:
        return ""
    names = {"cp1258": "Windows-1258", "utf-8-sig": "UTF-8"}
    separators = {",": "comma", ";": "semicolon", "\t": "tab"}
    separator = say(language, f"partyimport.sep_{separators.get(read.separator, 'comma')}")
    return f"CSV, {names.get(read.encoding, read.encoding.upper())}, {separator}"


class Shown(NamedTuple):
    """A row that would come, in the few words of a preview."""

    row: int
    name: str
    kind: str
    numbers: str
    address: str


def parties(view: Preview, language: Language) -> dict[str, list[Shown]]:
    """Return the first good and the first known rows."""
    return {
        "good": [_shown(one, language) for one in view.good],
        "known": [_shown(one, language) for one in view.known],
    }


def _shown(one: ImportedParty, language: Language) -> Shown:
    party = one.party
    return Shown(
        row=one.row,
        name=party.name,
        kind=getattr(importing.KINDS[party.kind], language),
        numbers=", ".join(number.value for number in party.identifiers),
        address=party.address.line,
    )
