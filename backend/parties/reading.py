"""The register is read: its list, and one party, in the reader's department and below.

Those who do no inspections and do not check them read nothing of it: NotAllowed. A party out of sight is NotFound.
"""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote, unquote
from uuid import UUID

from backend.core import access_log, clock, keyset, scope
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import Invalid, NotAllowed, NotFound
from backend.parties.queries import listing, viewing
from backend.parties.queries import parties as seen
from backend.parties.queries import register as queries
from backend.parties.rules import identifiers, keeping
from backend.parties.rules import licences as licence_rules
from backend.parties.rules.asked import After
from backend.parties.rules.asked import PartyFilters as PartyFilters
from backend.parties.rules.details import identity_number as identity_number
from backend.parties.rules.details import number_of as number_of
from backend.parties.rules.facts import Licence, LockedParty
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Point
from schemas.parties.views import FormerName, LicenceView, NamedParty, PartyRow, PartyView
from schemas.parties.words import ClosedWhy, PartyState

PAGE = 50
_DEPARTMENT = 2


def looks(actor: Actor) -> bool:
    """Tell whether an officer reads the register at all."""
    return not scope.directory(actor).empty


def keeps(actor: Actor) -> bool:
    """Tell whether an officer registers parties."""
    return actor.has(*keeping.KEEPERS)


def require(actor: Actor) -> None:
    """Raise NotAllowed for officers who do not read the register."""
    if not looks(actor):
        raise NotAllowed


async def page(
    actor: Actor, filters: PartyFilters, cursor: str | None = None, limit: int = PAGE
) -> tuple[list[PartyRow], str | None]:
    """Return a page of the register, and where the next one begins. Raises NotAllowed, Invalid for a wrong cursor."""
    require(actor)
    today = clock.today()
    try:
        after = _after(cursor) if cursor else None
        found = await listing.page(actor, filters, today, after, limit + 1)
    except ValueError as error:
        raise Invalid(code="cursor_invalid") from error
    shown = found[:limit]
    following = None
    if len(found) > limit:
        last = shown[-1]
        key = str(last.licence_until) if filters.licence else quote(last.sort_key, safe="")
        following = keyset.write(key, last.id)
    return [_row(one, today) for one in shown], following


def _after(cursor: str) -> After:
    """Names may hold the bar that parts a cursor, so they are quoted in it."""
    key, party_id = keyset.read(cursor, str, UUID)
    return After(unquote(key), party_id)


async def total(actor: Actor, filters: PartyFilters) -> int:
    """Count the list, one more than is said exactly if it has more."""
    return await listing.count(actor, filters, clock.today(), keyset.MOST_TOTALLED + 1)


def _row(one: listing.ListedParty, today: date) -> PartyRow:
    warning = licence_rules.near_end(today, one.licence_until) if one.state == "active" else ""
    return PartyRow(
        id=one.id,
        kind=SubjectKind(one.kind),
        name=one.name,
        trade_name=one.trade_name,
        sign=one.sign,
        tax_code=one.tax_code,
        identity=one.registration_number if one.registration_number != one.tax_code else None,
        address=one.address,
        province_code=one.province_code,
        commune_code=one.commune_code,
        phone=one.phone,
        representative=one.representative,
        business_lines=one.business_lines,
        state=PartyState(one.state),
        closed_on=one.closed_on,
        licence_until=one.licence_until,
        warning=warning,
        area_officer_name=one.area_officer_name,
        unit_id=one.unit_id,
        unit_name=Text(vi=one.unit_vi, en=one.unit_en),
        branch=one.main_party_id is not None,
        changed_at=one.changed_at,
    )


async def view(party_id: UUID, actor: Actor) -> PartyView:
    """Return a party as its page shows it. Raises NotAllowed, NotFound."""
    kept = await standing(party_id, actor)
    joined = await viewing.joined(party_id)
    together = [party_id, *(one.id for one in joined)]
    async with at_once() as ask:
        shown, held = ask(viewing.shown(party_id)), ask(queries.licences_of(together))
        near = ask(viewing.related(together, kept.main_party_id, actor))
        names = ask(queries.former_names(together))
    more = shown.result()
    if more is None:
        raise NotFound(what="subject")
    today, licences = clock.today(), held.result()
    named = [
        NamedParty(id=one.id, name=one.name, address=one.address, state=PartyState(one.state))
        for one in near.result()
    ]
    known: list[viewing.Shown | viewing.Joined] = [more, *joined]
    officer = next((one for one in known if one.area_officer_id), more)
    return PartyView(
        id=party_id,
        details=kept.details,
        state=kept.state,
        closed_on=more.closed_on,
        closed_why=ClosedWhy(more.closed_why) if more.closed_why else None,
        point=_point(known),
        area_officer_id=officer.area_officer_id,
        area_officer_name=officer.area_officer_name,
        unit_id=kept.unit_id,
        unit_name=Text(vi=more.unit_vi, en=more.unit_en),
        joined=[
            NamedParty(id=one.id, name=one.name, address=one.address, state=PartyState(one.state))
            for one in joined
        ],
        licences=[
            LicenceView(
                **{name: getattr(one, name) for name in Licence.__struct_fields__},
                held_by=one.party_id,
                standing=licence_rules.standing(one, licences, today).value,
            )
            for one in licences
        ],
        former_names=[FormerName(name=one.name, until=one.until) for one in names.result()],
        main_party=next((one for one in named if one.id == kept.main_party_id), None),
        branches=[one for one in named if one.id not in (kept.main_party_id, *together)],
        doubtful=[
            place
            for place, one in enumerate(kept.details.identifiers)
            if identifiers.fault(one.kind, one.value, today)
        ],
        recorded=more.changed_at is not None,
        merged_into=kept.merged_into,
        may_keep=keeping.may_keep(actor, kept.path) and kept.merged_into is None,
    )


async def note_opened(
    party_ids: Sequence[UUID], actor: Actor, action: str, address: str | None
) -> None:
    """Record that an officer read all that is known of these parties: numbers of papers and of persons too.

    `action`: `party.form` of a form about one, `party.compared` of two side by side, `party.page` of all its
    acts. `address` is that of the officer's browser.
    """
    for one in party_ids:
        await access_log.record(actor, action, one, address=address)


def _point(known: Sequence[viewing.Shown | viewing.Joined]) -> Point | None:
    for one in known:
        if one.latitude_e7 is not None and one.longitude_e7 is not None:
            return Point(latitude_e7=one.latitude_e7, longitude_e7=one.longitude_e7)
    return None


async def standing(party_id: UUID, actor: Actor) -> LockedParty:
    """Return a party in sight as acts on it are judged. Raises NotAllowed, NotFound."""
    require(actor)
    if await seen.find(actor, party_id) is None:
        raise NotFound(what="subject")
    kept = await queries.find(party_id)
    if kept is None:
        raise NotFound(what="subject")
    return kept


async def sees(party_id: UUID, actor: Actor) -> bool:
    """Tell whether an officer sees a party, for its live page."""
    return looks(actor) and await seen.find(actor, party_id) is not None


async def area_officers(actor: Actor) -> list[viewing.AtWork]:
    """Return who may know an area of the actor's department; nobody for the nation's office, which has none."""
    department = actor.unit.unit_2
    if not looks(actor) or department is None:
        return []
    return await viewing.officers(_DEPARTMENT, department)
