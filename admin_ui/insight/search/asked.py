"""What the address of the page of results asks for: words, a kind, and conditions that combine."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from admin_ui.insight.search.shown import state_said
from admin_ui.shell.addresses import query_of
from admin_ui.shell.formats import money, short_date
from admin_ui.shell.listing.table import Chip
from admin_ui.shell.typed import Unclear, edge, identifier, whole
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.insight.search import service as search
from schemas.casework.words import CaseState, DocumentState
from schemas.fieldwork.inspections import UnitChoice
from schemas.fieldwork.words import InspectionState
from schemas.insight.search import Sought
from schemas.insight.words import ReportState
from schemas.intake.words import InformationState
from schemas.planning.words import PlanState

WORDS = ("q", "place")
CONDITIONS = (
    *("unit", "officer", "state", "since", "until", "behaviour", "value_from", "value_to"),
    *("place", "party"),
)
FIELDS = ("q", "kind", *CONDITIONS)
STATES: Mapping[Sought, Any] = {
    Sought.CASE: CaseState,
    Sought.INSPECTION: InspectionState,
    Sought.INFORMATION: InformationState,
    Sought.PAPER: DocumentState,
    Sought.PLAN: PlanState,
    Sought.REPORT: ReportState,
}
_MOST_NAMED = 20
"""Officers or behaviours that one condition may mean: a name that more have narrows nothing."""


class Unread(NamedTuple):
    """A condition of an address that means nothing here: no such unit, state or party, or none that the reader sees."""

    name: str
    said: str
    href: str
    """The same question without it."""


def unread(name: str, given: Mapping[str, str], language: Language, said: str = "") -> Unread:
    """Return a condition that was not understood, with the address without it. `said`: its words, if not the usual."""
    rest = {key: one for key, one in given.items() if key != name}
    return Unread(name, said or say(language, f"find.{name}"), f"/desk/search?{query_of(rest)}")


class Asked(NamedTuple):
    """What an address asks for, as it can be answered."""

    given: dict[str, str]
    kind: Sought | None
    wanted: search.Wanted
    errors: dict[str, str]
    chips: list[Chip]
    unread: Sequence[Unread] = ()


async def read(
    given: dict[str, str], actor: Actor, units: list[UnitChoice], language: Language
) -> Asked:
    """Read the conditions of an address; what cannot be read is told at its field.

    What means nothing narrows nothing: it is taken out of `given` and told, for results that silently are of more than
    was asked are believed.
    """
    reading = _Reading(given, language)
    kind = next((one for one in search.kinds(actor) if one == given["kind"]), None)
    unit = next((one for one in units if str(one.id) == given["unit"]), None)
    states = STATES.get(kind, ()) if kind is not None else ()
    state = next((str(one) for one in states if one == given["state"]), None)
    officers = await _officers(reading, actor)
    behaviours = await _behaviours(reading)
    party = await _party(reading, actor)
    for name, found in (("kind", kind), ("unit", unit), ("state", state), ("party", party)):
        if given[name] and found is None:
            reading.unread.append(unread(name, given, language))
    lost = {one.name for one in reading.unread}
    filters = search.Filters(
        unit_id=unit.id if unit else None,
        unit_level=unit.level if unit else None,
        officers=officers,
        states=(state,) if state else (),
        behaviours=behaviours,
        party_id=party,
        since=reading.day("since"),
        until=reading.day("until"),
        value_from=reading.amount("value_from"),
        value_to=reading.amount("value_to"),
    )
    if unit:
        reading.chip("unit", unit.name_vi if language == "vi" else unit.name_en)
    if state and kind:
        reading.chip("state", state_said(kind, state, language))
    if given["place"]:
        reading.chip("place", given["place"])
    return Asked(
        given={name: "" if name in lost else value for name, value in given.items()},
        kind=kind,
        wanted=search.Wanted(text=given["q"], place=given["place"], filters=filters),
        errors=reading.errors,
        chips=reading.chips,
        unread=reading.unread,
    )


class _Reading:
    """Conditions one after the other, with what is wrong and what is shown of them."""

    def __init__(self, given: dict[str, str], language: Language) -> None:
        self.given = given
        self.language = language
        self.errors: dict[str, str] = {}
        self.chips: list[Chip] = []
        self.unread: list[Unread] = []

    def chip(self, name: str, value: str) -> None:
        """Show a condition, with the address without it."""
        without = {key: one for key, one in self.given.items() if key != name}
        said = say(self.language, f"find.{name}")
        self.chips.append(Chip(said, value, f"/desk/search?{query_of(without)}"))

    def wrong(self, name: str, word: str) -> None:
        """Tell what is wrong at a field."""
        self.errors[name] = say(self.language, word)

    def day(self, name: str) -> date | None:
        """Return a day, as a browser sends it or as people write it."""
        typed = self.given[name]
        if not typed:
            return None
        try:
            found = edge(typed)
        except ValueError:
            self.wrong(name, "find.wrong_date")
            return None
        self.chip(name, short_date(found, self.language))
        return found

    def amount(self, name: str) -> int | None:
        """Return an amount in đồng, as every form reads it; `1.5` is none."""
        typed = self.given[name]
        if not typed:
            return None
        try:
            found = whole(typed)
        except Unclear as unclear:
            said = say(self.language, f"find.{name}")
            value = unclear.readings[0]
            self.errors[name] = say(
                self.language, "form.unclear", field=said, typed=typed, value=value
            )
            return None
        except ValueError:
            self.wrong(name, "find.wrong_value")
            return None
        if found is not None:
            self.chip(name, money(found, self.language))
        return found


async def _officers(reading: _Reading, actor: Actor) -> tuple[UUID, ...]:
    typed = reading.given["officer"]
    if not typed:
        return ()
    found = await search.officers(actor, typed, _MOST_NAMED + 1)
    if not found or len(found) > _MOST_NAMED:
        reading.wrong("officer", "find.wrong_officer")
        return ()
    only = next(iter(found.values())) if len(found) == 1 else typed
    reading.chip("officer", only)
    return tuple(found)


async def _behaviours(reading: _Reading) -> tuple[str, ...]:
    typed = reading.given["behaviour"]
    if not typed:
        return ()
    found = await search.behaviours(typed)
    if not found or len(found) > _MOST_NAMED:
        reading.wrong("behaviour", "find.wrong_behaviour")
        return ()
    reading.chip("behaviour", typed if len(found) > 1 else next(iter(found.values())))
    return tuple(found)


async def _party(reading: _Reading, actor: Actor) -> UUID | None:
    found = identifier(reading.given["party"]) if reading.given["party"] else None
    if found is None:
        return None
    try:
        name = await search.party_name(actor, found)
    except NotFound:
        return None
    reading.chip("party", name)
    return found
