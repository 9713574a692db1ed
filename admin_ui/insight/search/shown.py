"""Hits as the box and the page of results show them: where each leads, its state and day in words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from admin_ui.shell.addresses import query_of
from admin_ui.shell.formats import day_of
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.core.actors import Actor
from schemas.core.vocabulary import Role
from schemas.insight.search import Hit, Piece, Sought

_STATES: Mapping[Sought, str] = {
    Sought.CASE: "cases.state_",
    Sought.INSPECTION: "domain.state_",
    Sought.INFORMATION: "informations.state_",
    Sought.PAPER: "paper.state_",
    Sought.PLAN: "plans.state_",
    Sought.REPORT: "reports.state_",
}


class Shown(NamedTuple):
    """One hit, ready to be shown."""

    href: str
    name: list[Piece]
    number: list[Piece]
    where: list[Piece]
    state: str
    at: datetime | None
    when: str
    """The day of `at`."""
    unit: str
    why: str
    excerpt: list[Piece]


def shown(hit: Hit, actor: Actor, language: Language) -> Shown:
    """Return a hit with its address and in words."""
    plain = [Piece(text=_name(hit, language), hit=False)]
    return Shown(
        href=address(hit, actor),
        name=hit.name or plain,
        number=hit.number,
        where=hit.where,
        state=state_said(hit.kind, hit.state, language),
        at=hit.at,
        when=day_of(hit.at, language) if hit.at else "",
        unit=getattr(hit.unit, language) if hit.unit else "",
        why=say(language, f"find.in_{hit.why}") if hit.why else "",
        excerpt=hit.excerpt,
    )


def _name(hit: Hit, language: Language) -> str:
    return hit.form or say(language, f"find.kind_{hit.kind}")


def state_said(kind: Sought, state: str | None, language: Language) -> str:
    """Return the name of a state; one that this release does not know stays as it is."""
    if not state or kind not in _STATES:
        return ""
    key = f"{_STATES[kind]}{state}"
    return say(language, key) if key in CATALOGUES[language] else state


def address(hit: Hit, actor: Actor) -> str:
    """Return where a hit leads. A party or an officer without a page of the own leads to what is of them."""
    places: Mapping[Sought, str] = {
        Sought.CASE: f"/desk/cases/{hit.id}",
        Sought.INSPECTION: f"/desk/inspections/{hit.id}",
        Sought.INFORMATION: f"/desk/informations/{hit.id}",
        Sought.PAPER: f"/desk/documents/{hit.id}",
        Sought.SUBMISSION: f"/desk/submissions/{hit.id}",
        Sought.PLAN: f"/desk/plans/{hit.id}",
        Sought.REPORT: f"/desk/reports/{hit.id}",
        Sought.PARTY: f"/desk/parties/register/{hit.id}",
        Sought.PERSON: f"/desk/search?{query_of({'officer': str(hit.id)})}",
        Sought.BEHAVIOUR: f"/desk/catalogue/{quote(hit.code or '')}",
    }
    if hit.kind is Sought.PERSON and actor.has(Role.ADMINISTRATOR):
        return f"/desk/people/{hit.id}"
    return places[hit.kind]


def kind_address(kind: Sought, asked: Mapping[str, Any]) -> str:
    """Return the page of one kind's results for the same question."""
    return f"/desk/search?{query_of({**asked, 'kind': str(kind)})}"
