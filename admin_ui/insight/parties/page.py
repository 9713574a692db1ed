"""A party of the register: what is known of it, its licences and branches, and what happened to it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.casework.cases import suspended as terms
from admin_ui.insight.parties import history, still
from admin_ui.insight.search.shown import state_said
from admin_ui.parties.acting import asked as acts
from admin_ui.parties.editing.form import old_said
from admin_ui.parties.register.lines import PLACE
from admin_ui.shell import places
from admin_ui.shell.formats import coordinates, short_date
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.database import transaction
from backend.insight.parties import service as happened
from backend.insight.parties.service import Told
from backend.parties import reading, stories
from backend.parties.reading import identity_number, number_of
from schemas.casework.licences import SuspendedLicence
from schemas.insight.search import Sought
from schemas.parties.views import LicenceView, PartyView
from schemas.parties.words import IdentifierKind

_BUTTONS = ("licence", "officer", "place", "close", "reopen")
_KINDS = {
    "inspection": (Sought.INSPECTION, "/desk/inspections/{}"),
    "case": (Sought.CASE, "/desk/cases/{}"),
    "plan": (Sought.PLAN, "/desk/plans/{plan}/items/{}"),
    "information": (Sought.INFORMATION, "/desk/informations/{}"),
}
_LICENCE_TONES = {"soon": "warn", "expired": "bad"}


class Fact(NamedTuple):
    """One line of what is known."""

    name: str
    text: str
    mark: str = ""
    """A doubt about it."""
    href: str = ""


@get(f"{PLACE}/{{party_id:uuid}}", include_in_schema=False)
async def show_party(request: AnyRequest, party_id: FromPath[UUID]) -> Response[str]:
    """Show a party. Raises NotAllowed, NotFound."""
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        view = await reading.view(party_id, actor)
        told = await happened.told(view, actor, address_of(request))
        suspended = await happened.suspended(view, actor)
        acts_done = await stories.history(view)
    return page(
        request,
        "insight/parties/party.html",
        view=view,
        done=request.query_params.get("done", ""),
        facts=facts(view, language),
        place=_place(view, language),
        stills=[still.draw(view.point, width) for width in (still.WIDE, still.NARROW)]
        if view.point
        else [],
        licences=_licences(view, suspended, language),
        suspended=_suspended(view, suspended, language),
        buttons=[one for one in _BUTTONS if view.may_keep and acts.open_to(one, view)],
        story=_story(told, language),
        told_most=any(sum(one.kind == kind for one in told) >= happened.MOST for kind in _KINDS),
        most=happened.MOST,
        days=history.days(acts_done, language),
        history=acts_done,
        history_at=history.address(party_id),
        asked=_identity(view),
    )


def _identity(view: PartyView) -> dict[str, str]:
    """Return what the look-up of earlier violations asks about this party."""
    kinds = (IdentifierKind.TAX_CODE, IdentifierKind.ENTERPRISE_CODE)
    return {
        "name": view.details.name,
        "address": view.details.address.line,
        "tax_code": number_of(view.details, kinds) or "",
        "identity_number": identity_number(view.details) or "",
    }


def facts(view: PartyView, language: Language) -> list[Fact]:
    """Return what is known, without what is empty."""
    words, known = partial(say, language), view.details
    person, old = known.person, known.address.old
    found = [Fact(words("party.kind"), words(f"party.kind_{known.kind}"))]
    if known.sign:
        found.append(Fact(words("party.sign"), known.sign))
    if known.trade_name:
        found.append(Fact(words("party.trade_name"), known.trade_name))
    for place, one in enumerate(known.identifiers):
        issued = " · ".join(
            part
            for part in (one.issuer, short_date(one.issued_on, language) if one.issued_on else "")
            if part
        )
        text = f"{number_of(known, (one.kind,)) if _first(known, place) else one.value}"
        doubt = words("party.doubtful") if place in view.doubtful else ""
        found.append(
            Fact(words(f"party.kind_{one.kind}"), f"{text} ({issued})" if issued else text, doubt)
        )
    if person:
        said = (
            words(f"party.sex_{person.sex}") if person.sex else "",
            short_date(person.birth_date, language) if person.birth_date else "",
            person.nationality or "",
        )
        found.append(Fact(words("party.part_person"), " · ".join(one for one in said if one)))
    found.append(Fact(words("party.address"), known.address.line))
    found += _units(view, language)
    if old:
        found.append(
            Fact(words("party.old_place"), _old(old_said(old), old.commune_code, language))
        )
    for who in known.representatives:
        about = [part for part in (who.title, who.identity_number, who.phone) if part]
        found.append(Fact(words("party.representatives"), ", ".join([who.name, *about])))
    for word, text in (
        ("phones", ", ".join(known.phones)),
        ("emails", ", ".join(known.emails)),
        ("business_lines", known.business_lines or ""),
        ("note", known.note or ""),
    ):
        if text:
            found.append(Fact(words(f"party.{word}"), text))
    if view.main_party:
        at = f"{PLACE}/{view.main_party.id}"
        found.append(Fact(words("party.main_party"), view.main_party.name, href=at))
    found.append(
        Fact(words("party.area_officer"), view.area_officer_name or words("party.no_area_officer"))
    )
    found.append(Fact(words("party.unit"), getattr(view.unit_name, language)))
    return found


def _first(known: object, place: int) -> bool:
    identifiers = known.identifiers  # type: ignore[attr-defined]  # PartyDetails
    return all(one.kind is not identifiers[place].kind for one in identifiers[:place])


def _units(view: PartyView, language: Language) -> list[Fact]:
    at = view.details.address
    commune = places.by_code().get(at.commune_code or "")
    if commune:
        return [Fact(say(language, "party.commune"), commune.label)]
    province = places.PROVINCES.get(at.province_code or "", at.province_code or "")
    code = f" ({at.commune_code})" if at.commune_code else ""
    return [Fact(say(language, "party.province"), f"{province}{code}")] if province or code else []


def _old(said: str, code: str | None, language: Language) -> str:
    gone, now = places.old_communes().get(code or ""), places.by_code()
    today = [now[one].label for one in gone.now if one in now] if gone else []
    if not today:
        return said
    return f"{said} ({say(language, 'party.now_said', communes='; '.join(today))})"


def _place(view: PartyView, language: Language) -> str:
    if view.point is None:
        return ""
    at = (view.point.latitude_e7, view.point.longitude_e7)
    near = places.nearest(at)
    said = coordinates(*at)
    return f"{said}, {say(language, 'party.near_said', commune=near.label)}" if near else said


class Licence(NamedTuple):
    """A licence in words."""

    id: UUID
    name: str
    about: str
    standing: str
    tone: str
    open: bool
    """Whether it can be corrected and ended."""
    taken: str = ""
    """From when to when which decision suspends it, unless that is over."""
    taken_by: str = ""


class SuspendedLine(NamedTuple):
    """What a decision says of a licence that the register does not have under that number, in words."""

    text: str
    standing: str
    """Empty while it is ahead."""
    tone: str
    term: str
    href: str
    case: str


def _suspended(
    view: PartyView, told: Sequence[SuspendedLicence], language: Language
) -> list[SuspendedLine]:
    """Return what no licence of the register shows, unless it is over: a decision names none, or another one."""
    today, found = clock.today(), []
    for one in told:
        named = any(happened.licence_terms.names(one, each.number) for each in view.licences)
        if named or happened.licence_terms.standing(one, today) == "over":
            continue
        standing, tone = terms.state(one, today, language)
        found.append(
            SuspendedLine(
                text=one.licence or say(language, "suspended.any"),
                standing=standing,
                tone=tone,
                term=terms.term(one, language),
                href=f"/desk/cases/{one.case_id}",
                case=_by(one, language),
            )
        )
    return found


def _by(one: SuspendedLicence, language: Language) -> str:
    return say(language, "party.suspended_by", number=one.decision_number or one.case_number)


def _licences(
    view: PartyView, suspended: Sequence[SuspendedLicence], language: Language
) -> list[Licence]:
    order = {"expired": 0, "soon": 1, "in_force": 2, "future": 3, "replaced": 4, "ended": 5}
    found = sorted(view.licences, key=lambda one: order[one.standing])
    merged = {one.id: one.name for one in view.joined}
    return [_licence(one, suspended, language, merged.get(one.held_by)) for one in found]


def _licence(
    one: LicenceView,
    suspended: Sequence[SuspendedLicence],
    language: Language,
    held_under: str | None,
) -> Licence:
    words = partial(say, language)
    name = one.title or words(f"party.licence_{one.kind}")
    until = (
        words("party.valid_said", date=short_date(one.valid_to, language))
        if one.valid_to
        else words("party.no_term")
    )
    why = words(f"party.why_{one.ended_why}") if one.ended_why else ""
    merged = words("party.held_under", name=held_under) if held_under else ""
    about = " · ".join(
        part for part in (one.number, one.issuer, until, why, one.ended_reason, merged) if part
    )
    today = clock.today()
    taken = next(
        (
            each
            for each in suspended
            if happened.licence_terms.names(each, one.number)
            and happened.licence_terms.standing(each, today) != "over"
        ),
        None,
    )
    said, tone = terms.state(taken, today, language) if taken else ("", "")
    return Licence(
        id=one.id,
        name=name,
        about=about,
        standing=said or words(f"party.licence_{one.standing}"),
        tone=tone or _LICENCE_TONES.get(one.standing, ""),
        taken=f"{terms.term(taken, language)}, {_by(taken, language)}" if taken else "",
        taken_by=f"/desk/cases/{taken.case_id}" if taken else "",
        open=one.ended_on is None,
    )


def _story(told: list[Told], language: Language) -> Listing:
    words = partial(say, language)
    lines = []
    for one in told:
        kind, href = _KINDS[one.kind]
        state = words(f"planitems.state_{one.state}") if one.kind == "plan" else ""
        lines.append(
            Line(
                key=f"{one.kind}-{one.id}",
                title=one.number,
                href=href.format(one.id, plan=one.plan_id),
                about=one.about if one.about != one.number else "",
                cells=(
                    words(f"party.of_{one.kind}"),
                    state or state_said(kind, one.state, language),
                    Cell(short_date(one.day, language), at=one.day.isoformat()),
                ),
            )
        )
    return Listing(
        caption=words("party.story"),
        heading=words("party.story_record"),
        columns=[
            Column(words("party.story_kind"), "s"),
            Column(words("party.story_state"), "l"),
            Column(words("party.story_day"), "s"),
        ],
        lines=lines,
        empty=Empty(words("party.story_none")),
    )


HANDLERS = [show_party, *history.HANDLERS]
