"""Imports of officers as rows of their list, and what their pages say of rows, people and units: every cell as text."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from admin_ui.shell.formats import number, short_date
from admin_ui.shell.list_imports.facts import Progress, progress_of
from admin_ui.shell.list_imports.listing import Imports
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import (
    Column,
    Empty,
    Line,
    Listing,
    Mark,
    total_shown,
)
from admin_ui.shell.words import Language, say
from backend.force.importing import service as importing
from backend.force.importing.service import Came, Preview, UnitOfImport
from schemas.core.problems import Text
from schemas.force.imports import (
    Decision,
    PeopleImportRow,
    PersonDetails,
    PersonOutcome,
    StepOutcome,
)

PLACE = "/desk/people/imports"
WHICH = {
    "came": (PersonOutcome.CAME,),
    "waits": (PersonOutcome.WAITS,),
    "partly": (PersonOutcome.PARTLY,),
    "refused": (PersonOutcome.REFUSED,),
}
"""What the list of results is narrowed to, by the word of its address."""
ALL = tuple(one for which in WHICH.values() for one in which)


def progress(row: PeopleImportRow) -> Progress:
    """Return how far an import is."""
    return progress_of(row.came + row.waits + row.partly + row.refused, row.good, row.busy_ms)


IMPORTS = Imports(PLACE, "peopleimport", progress, lambda row: row.bad + row.refused)
"""For the list of imports."""


class Shown(NamedTuple):
    """A row that can come, in the few words of a preview."""

    row: int
    name: str
    username: str
    made: bool
    unit: str
    gets: str


def people(view: Preview, units: dict[str, Text], language: Language) -> list[Shown]:
    """Return the first rows that can come. `units`: names by id."""
    return [
        Shown(
            row=one.row,
            name=one.person.full_name,
            username=one.person.username,
            made=one.person.username_made,
            unit=getattr(units.get(str(one.person.unit_id), Text(vi="", en="")), language),
            gets=_gets(one.person, language),
        )
        for one in view.good
    ]


def _gets(person: PersonDetails, language: Language) -> str:
    words, found = partial(say, language), list[str]()
    for role in person.roles:
        said = words(f"domain.role_{role}")
        grave = importing.needs_second(role)
        found.append(words("peopleimport.gets_asked", what=said) if grave else said)
    if person.position:
        title = person.position.title_vi
        asked = person.position.asked
        found.append(words("peopleimport.gets_asked", what=title) if asked else title)
    if person.rank:
        name = words(f"people.rank_{person.rank.code}")
        found.append(words("peopleimport.gets_rank", code=person.rank.code, name=name))
    if person.card:
        found.append(words("peopleimport.gets_card", number=person.card.number))
    return "; ".join(found)


def decisions(view: Preview, language: Language) -> list[tuple[str, str, bool]]:
    """Return the page's decisions to which a scan can be attached: value, name, whether one is."""
    return [
        (value_of(one), _named(one, language), one.scan_id is not None) for one in view.decisions
    ]


def value_of(one: Decision) -> str:
    """Return the value of a decision in the form."""
    return f"{one.decided_on.isoformat()} {one.number}"


def _named(one: Decision, language: Language) -> str:
    day = short_date(one.decided_on, language)
    rows = number(one.rows, language)
    return say(language, "peopleimport.decision", number=one.number, day=day, rows=rows)


def outcomes(
    row: PeopleImportRow,
    found: Sequence[Came],
    more: int | None,
    asked: tuple[str, str],
    language: Language,
) -> Listing:
    """Return a page of what became of rows. `asked`: which of them, and behind which row."""
    words = partial(say, language)
    which, after = asked
    place = Place(f"{PLACE}/{row.id}", {"which": which} if which else {}, after=after)
    following = place.following(str(more) if more else None)
    shown = words(f"peopleimport.outcome_{which}") if which else ""
    return Listing(
        caption=words("peopleimport.outcomes"),
        heading=words("people.full_name"),
        columns=[
            Column(words("listimport.row_heading"), "xs", number=True, named=True),
            Column(words("people.username"), "m"),
            Column(words("peopleimport.which"), "xxl"),
        ],
        lines=[_outcome(one, language) for one in found],
        empty=Empty(words("peopleimport.outcomes_none")),
        total=total_shown(language, len(found), place.first, following),
        chips=place.chips(("which", words("peopleimport.which"), shown)),
        clear=f"{PLACE}/{row.id}",
        first=place.first,
        following=following,
        stacked=True,
    )


def _outcome(one: Came, language: Language) -> Line:
    words = partial(say, language)
    name = one.full_name or (one.details.full_name if one.details else "")
    username = one.username or (one.details.username if one.details else "")
    said = words(f"peopleimport.outcome_{one.outcome}")
    more = [(words("listimport.why"), getattr(fault.why, language)) for fault in one.faults or ()]
    if _lacks_scan(one):
        more.append((words("listimport.why"), words("peopleimport.no_scan")))
    return Line(
        key=f"row-{one.number}",
        title=name,
        href=f"/desk/people/{one.officer_id}" if one.officer_id else "",
        about=getattr(one.unit, language) if one.unit else "",
        marks=_marks(one, language),
        cells=(str(one.number), username, said),
        more=more,
    )


def _lacks_scan(one: Came) -> bool:
    return any(step.outcome is StepOutcome.NO_SCAN for step in one.steps or ())


def _marks(one: Came, language: Language) -> list[Mark]:
    words, found = partial(say, language), list[Mark]()
    for step in one.steps or ():
        if step.outcome is not StepOutcome.ASKED or step.subject is None:
            continue
        waits = step.subject in one.open_asks
        text = words("peopleimport.ask" if waits else "peopleimport.answered")
        found.append(Mark(text, "warn" if waits else "good", f"/desk/asks/{step.subject}"))
    if _lacks_scan(one):
        href = f"/desk/people/{one.officer_id}/give-position"
        found.append(Mark(words("peopleimport.no_scan_mark"), "warn", href))
    if one.outcome in (PersonOutcome.PARTLY, PersonOutcome.REFUSED):
        found.append(Mark(words(f"peopleimport.mark_{one.outcome}"), "bad"))
    return found


def units(
    row: PeopleImportRow,
    found: Sequence[UnitOfImport],
    more: str | None,
    after: str,
    language: Language,
) -> Listing:
    """Return a page of the units in which officers came, each leading to its letters."""
    words = partial(say, language)
    place = Place(f"{PLACE}/{row.id}/letters", {}, after=after)
    following = place.following(more)
    return Listing(
        caption=words("peopleimport.letters"),
        heading=words("people.unit"),
        columns=[
            Column(words("peopleimport.head_came"), "m", number=True, named=True),
            Column(words("peopleimport.head_never"), "m", number=True, named=True),
        ],
        lines=[
            Line(
                key=f"unit-{one.id}",
                title=one.name_vi if language == "vi" else one.name_en,
                about=one.code,
                href=f"/desk/units/{one.id}/letters",
                cells=(number(one.came, language), number(one.never, language)),
            )
            for one in found
        ],
        empty=Empty(
            words("peopleimport.letters_none"),
            f"{PLACE}/{row.id}",
            words("peopleimport.to_import"),
        ),
        total=total_shown(language, len(found), place.first, following, "people.units_total")
        if found
        else "",
        first=place.first,
        following=following,
    )
