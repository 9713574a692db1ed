"""The steps of a route in words: what, who, how long."""

from collections.abc import Sequence
from typing import NamedTuple

from admin_ui.shell.words import Language, say
from backend.approvals.reading import service as reading
from backend.documents import service as documents
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By


class Said(NamedTuple):
    """One step in words."""

    kind: str
    who: str
    term: str


def papers(chosen: Sequence[str], language: Language) -> list[tuple[str, str]]:
    """Return the forms of papers by their names, those among `chosen` that no case has under their codes."""
    known = {one for family in documents.families().values() for one in family}
    named = [
        (one, f"{documents.get_form(one, documents.newest(one))['x-title'][language]} ({one})")
        for one in known
    ]
    return sorted(named, key=lambda one: one[1]) + [
        (one, one) for one in chosen if one not in known
    ]


async def steps(found: list[RouteStep], language: Language) -> list[Said]:
    """Return a route's steps in words."""
    return [
        Said(
            getattr(reading.KINDS[one.kind], language),
            await _who(one.who, language),
            _term(one.term, language),
        )
        for one in found
    ]


async def _who(who: Who, language: Language) -> str:
    match who.by:
        case By.HEAD:
            return say(language, f"routes.head_{min(who.up, 2)}")
        case By.ROLE:
            return say(language, f"domain.role_{who.role}")
        case By.OFFICER if who.officer_id is not None:
            return await reading.name_of(who.officer_id)
    return who.title or who.body or "–"


def _term(term: Term, language: Language) -> str:
    if term.hours is not None:
        return say(language, "routes.hours", count=term.hours)
    return say(language, "routes.days", count=term.working_days)
