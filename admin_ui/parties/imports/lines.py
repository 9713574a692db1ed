"""Imports of parties as rows of their list, and what their pages say of one: every cell as text."""

from functools import partial
from typing import NamedTuple

from admin_ui.shell.list_imports.facts import Progress, file_facts, progress_of
from admin_ui.shell.list_imports.listing import Imports
from admin_ui.shell.words import Language, say
from backend.parties.importing import service as importing
from backend.parties.importing.service import Preview
from schemas.parties.imports import ImportedParty, ImportRow

PLACE = "/desk/parties/imports"


def progress(row: ImportRow) -> Progress:
    """Return how far an import is."""
    done = row.registered + row.corrected + row.skipped
    return progress_of(done, row.good + row.known, row.busy_ms)


IMPORTS = Imports(PLACE, "partyimport", progress, lambda row: row.bad + row.late)
"""For the list of imports."""


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
