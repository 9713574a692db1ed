"""Imports of parties as rows of their list, and what their pages say of one: every cell as text."""

from functools import partial
from typing import NamedTuple

from admin_ui.shell.formats import moment, number
from admin_ui.shell.list_imports.facts import Progress, file_facts, progress_of
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
from schemas.core.imports import ImportState
from schemas.parties.imports import ImportedParty, ImportRow

PLACE = "/desk/parties/imports"
_TONES: dict[ImportState, MarkTone] = {ImportState.UNREAD: "bad", ImportState.PAUSED: "warn"}


def progress(row: ImportRow) -> Progress:
    """Return how far an import is."""
    done = row.registered + row.corrected + row.skipped
    return progress_of(done, row.good + row.known, row.busy_ms)


def listing(found: Page, later: bool, language: Language) -> Listing:
    """Return a page of imports."""
    words, place = partial(say, language), Place(PLACE, {}, after="x" if later else "")
    following = place.following(found.next)
    return Listing(
        caption=words("partyimport.list"),
        heading=words("listimport.file"),
        columns=[
            Column(words("listimport.state"), "xl"),
            Column(words("listimport.head_came"), "l", number=True, named=True),
            Column(words("listimport.head_bad"), "s", number=True, named=True, spare=True),
            Column(words("listimport.uploaded"), "l"),
        ],
        lines=[_line(one, language) for one in found.rows],
        empty=Empty(words("partyimport.none"), f"{PLACE}/new", words("partyimport.new")),
        total=""
        if place.first or following or not found.rows
        else totalled(language, "listimport.total", len(found.rows)),
        first=place.first,
        following=following,
    )


def _line(row: ImportRow, language: Language) -> Line:
    words, told = partial(say, language), progress(row)
    state = words(f"listimport.state_{row.state}")
    stopped = row.state is ImportState.RUNNING and row.problem is not None
    tone: MarkTone = "bad" if stopped else _TONES.get(row.state, "")
    said = words("listimport.stopped") if stopped else state
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
    found = file_facts(row, words("partyimport.unit"), language)
    if row.on_known is not None:
        found.append((words("partyimport.known_what"), words(f"partyimport.known_{row.on_known}")))
    return found


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
