"""What may be chosen, by kind, each within the reader's scope and by the rule of the field that asks.

The same options are known to the form's handler, which accepts no others; this is only where they are searched.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cache
from uuid import UUID

from admin_ui.shell import places
from admin_ui.shell.choosing import matching
from admin_ui.shell.choosing.matching import Option, folded
from admin_ui.shell.formats import short_date
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.unit_names import ended, short
from admin_ui.shell.words import Language, say
from backend.approvals.absences import service as absences
from backend.approvals.absences.service import Leave, Named
from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.decision_papers import service as decision_papers
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.law.catalogue import service as catalogue
from backend.parties import reading as party_reading
from backend.parties import service as parties
from schemas.fieldwork.decisions import SubjectRow, TeamCandidate
from schemas.law.catalogue import Violation

Asked = Mapping[str, str]
Source = Callable[[AnyRequest, Asked], Awaitable[list[Option]]]
_LONGEST = 110
"""Characters of a behaviour's text in a list."""
MOST_SEARCHED = 50
"""Rows that a search of the database counts; it reads one more, to tell that there are more."""
_CARD_SOON = timedelta(days=30)
"""A card that ends within this time is said: a decision names it, and a visit follows days after."""


def unit_choices(units: Iterable[UnitView], language: Language) -> list[Option]:
    """Return units as options, each indented by its levels below the topmost of them."""
    rows = list(units)
    top = min((one.level for one in rows), default=1)
    return [
        (
            str(one.id),
            f"{'– ' * (one.level - top)}{one.code} {getattr(one.name, language)}{ended(one, language)}",
        )
        for one in rows
    ]


async def administered_units(actor: Actor, language: Language) -> list[Option]:
    """Return the units in force that an administrator keeps, in the order of the tree. Raises NotAllowed."""
    rows = await units_service.list_administered(actor)
    return unit_choices((one for one in rows if one.valid_to is None), language)


async def units_for_new(actor: Actor, language: Language) -> list[Option]:
    """Return the units below which a new one may lie: all that the administrator keeps but teams. Raises NotAllowed."""
    rows = await units_service.list_administered(actor)
    return unit_choices(
        (
            one
            for one in rows
            if one.valid_to is None and units_service.may_lie_below("team", one.kind)
        ),
        language,
    )


async def units_above(actor: Actor, unit_id: UUID, language: Language) -> list[Option]:
    """Return the units to which one may be moved, as its act judges it. Raises NotAllowed, NotFound."""
    unit = await units_service.get_administered(actor, unit_id)
    rows = {one.id: one for one in await units_service.list_administered(actor)}

    def lies_below(one: UnitView | None) -> bool:
        while one is not None and one.id != unit_id:
            one = rows.get(one.parent_id) if one.parent_id else None
        return one is not None

    return unit_choices(
        (
            one
            for one in rows.values()
            if one.valid_to is None
            and one.id != unit.parent_id
            and units_service.may_lie_below(unit.kind, one.kind)
            and not lies_below(one)
        ),
        language,
    )


def _id_of(asked: Asked) -> UUID:
    try:
        return UUID(asked.get("of", ""))
    except ValueError as unknown:
        raise NotFound(what="choice") from unknown


async def _units(request: AnyRequest, asked: Asked) -> list[Option]:
    actor, language = actor_of(request), language_of(request)
    match asked.get("rule", "covered"):
        case "administered":
            return await administered_units(actor, language)
        case "for-new":
            return await units_for_new(actor, language)
        case "above":
            return await units_above(actor, _id_of(asked), language)
        case "all":
            tree = await units_service.list_tree()
            return unit_choices((one for one in tree if one.valid_to is None), language)
        case "covered":
            return unit_choices(await units_service.covered(actor), language)
        case "ever":
            return unit_choices(await units_service.ever_covered(actor), language)
    raise NotFound(what="choice")


async def candidate_options(team: Sequence[TeamCandidate], language: Language) -> list[Option]:
    """Return officers who may be named to a team as options, with the last day of a leave."""
    away = await absences.leaves([one.officer_id for one in team])
    return [candidate_option(one, language, away.get(one.officer_id)) for one in team]


def candidate_option(one: TeamCandidate, language: Language, away: Leave | None = None) -> Option:
    """Return an officer who may be named to a team as an option; the card is said if it is missing or runs out soon."""
    called = ", ".join(part for part in (one.full_name, one.title_vi) if part)
    said = [called, short(one.unit_name_vi)]
    until = one.card_expires_on
    if until is None:
        said.append(say(language, "decision.no_card"))
    elif until <= clock.today() + _CARD_SOON:
        day = short_date(until, language)
        said.append(say(language, "decision.card_until", number=one.card_number, date=day))
    if away is not None:
        said.append(say(language, "people.away_mark", day=short_date(away.until, language)))
    return (str(one.officer_id), " · ".join(said))


async def _officers(request: AnyRequest, asked: Asked) -> list[Option]:
    actor, language = actor_of(request), language_of(request)
    match asked.get("rule"):
        case "team":
            team = await decision_papers.team_candidates(actor)
            return await candidate_options(team, language)
        case "department":
            named = await absences.like(folded(asked.get("q", "")[:200]).split(), actor)
            away = await absences.leaves([one.id for one in named])
            return [_named(one, language, away.get(one.id)) for one in named]
    raise NotFound(what="choice")


def _named(one: Named, language: Language, away: Leave | None) -> Option:
    said = f"{one.full_name} – {getattr(one, f'unit_{language}')} ({one.username})"
    if away is not None:
        said = f"{said} · {say(language, 'people.away_mark', day=short_date(away.until, language))}"
    return (one.username, said)


def behaviour_option(one: Violation) -> Option:
    """Return a behaviour of the catalogue as an option: where it is forbidden, and its words."""
    return (one.code, _shortened(f"{one.legal_basis}: {one.name_vi}"))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


async def _behaviours(_request: AnyRequest, asked: Asked) -> list[Option]:
    if "rules" not in asked:  # of no case: those of all decrees, as statistics count them
        return [(code, _shortened(name)) for code, name in (await catalogue.names()).items()]
    try:  # a case that is not opened yet has no rules: those of today
        rows = await (catalogue.rows_of(asked["rules"]) if asked["rules"] else catalogue.rows())
    except KeyError as unknown:  # no rule set of a case
        raise NotFound(what="choice") from unknown
    return [behaviour_option(one) for one in rows]


def party_option(row: SubjectRow) -> Option:
    """Return a party of the register as an option: name, tax code, address."""
    return (str(row.id), " · ".join(part for part in (row.name, row.tax_code, row.address) if part))


async def _parties(request: AnyRequest, asked: Asked) -> list[Option]:
    asked_for = asked.get("q", "")[:200]
    rows = await parties.search(actor_of(request), asked_for, MOST_SEARCHED + 1)
    return [party_option(one) for one in rows]


async def _communes(_request: AnyRequest, asked: Asked) -> list[Option]:
    return [(one, one) for one in places.named(asked.get("province"))]


async def _coded_communes(_request: AnyRequest, asked: Asked) -> list[Option]:
    return commune_options(asked.get("province"))


def commune_options(province: str | None = None) -> list[Option]:
    """Return today's communes by their codes; none where the table was never fetched."""
    return [
        (one.code, one.label)
        for one in places.by_code().values()
        if province is None or one.province == province
    ]


async def _old_communes(_request: AnyRequest, asked: Asked) -> list[Option]:
    """Ten thousand names are folded once, and not with each letter that is typed."""
    typed = asked.get("q", "")[:200]
    words = [f" {word}" for word in folded(typed).split()]
    near = [one for inside, one in _old_folded() if all(word in inside for word in words)]
    return matching.found(near, typed) if words else near


@cache
def _old_folded() -> tuple[tuple[str, Option], ...]:
    return tuple((f" {folded(label)}", (code, label)) for code, label in old_commune_options())


def old_commune_options() -> list[Option]:
    """Return the communes of before 2025-07-01 by their codes, with district and province."""
    return [(one.code, one.label) for one in places.old_communes().values()]


async def _area_officers(request: AnyRequest, _asked: Asked) -> list[Option]:
    return await area_officer_options(actor_of(request), language_of(request))


async def area_officer_options(actor: Actor, language: Language) -> list[Option]:
    """Return who may know an area of the reader's department."""
    found = await party_reading.area_officers(actor)
    return [
        (str(one.id), f"{one.full_name} · {short(getattr(one, f'unit_{language}'))}")
        for one in found
    ]


SOURCES: dict[str, Source] = {
    "units": _units,
    "officers": _officers,
    "behaviours": _behaviours,
    "parties": _parties,
    "communes": _communes,
    "coded-communes": _coded_communes,
    "old-communes": _old_communes,
    "area-officers": _area_officers,
}
SEARCHED = frozenset({"parties", "old-communes"})
"""Kinds whose options are searched by the database already."""
MOST_COUNTED = {"parties": MOST_SEARCHED, "officers": absences.SUGGESTED}
"""How far the options of a kind are counted; there may be more."""
