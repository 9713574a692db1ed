"""A licence that a sanction suspends, in words: on the page of the case and on that of the party."""

from datetime import date
from functools import partial
from typing import NamedTuple

from admin_ui.shell.formats import short_date
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from schemas.casework.licences import SuspendedLicence

_STANDINGS = {
    "now": ("suspended.now", "bad"),
    "unsaid": ("suspended.unsaid", "warn"),
}
"""Words and tone by how a suspension stands."""


class Line(NamedTuple):
    """What one decision says of one licence."""

    licence: str
    standing: str
    """Empty while it is ahead."""
    tone: str
    term: str


def lines(found: list[SuspendedLicence], today: date, language: Language) -> list[Line]:
    """Return what a case's decision suspends, also what is over: the page of the case tells all of it."""
    return [
        Line(
            licence=one.licence or say(language, "suspended.any"),
            standing=state(one, today, language)[0],
            tone=state(one, today, language)[1],
            term=term(one, language),
        )
        for one in found
    ]


def state(one: SuspendedLicence, today: date, language: Language) -> tuple[str, str]:
    """Return how it stands and its tone; both empty while it is ahead or once it is over."""
    word, tone = _STANDINGS.get(cases.licence_terms.standing(one, today), ("", ""))
    return (say(language, word) if word else "", tone)


def term(one: SuspendedLicence, language: Language) -> str:
    """Say it: "Từ 01/02/2026 đến hết 01/05/2026", or where it stands if a paper alone says it."""
    words = partial(say, language)
    said = _said(one, language)
    if not one.changes:
        return said
    changed = "; ".join(
        words(
            "suspended.changing",
            number=each.number or "…",
            date=short_date(each.on, language) if each.on else "…",
        )
        for each in one.changes
    )
    return f"{said}. {words('suspended.changed', changes=changed)}"


def _said(one: SuspendedLicence, language: Language) -> str:
    words = partial(say, language)
    first = short_date(one.first, language)
    if one.last is not None:
        said = "suspended.handed_said" if one.at_handing_over else "suspended.said"
        return words(said, first=first, last=short_date(one.last, language))
    if one.at_handing_over:
        return words("suspended.at_handing_over", term=_long(one, language))
    return words("suspended.chair", place=one.chair_of or "", date=first)


def _long(one: SuspendedLicence, language: Language) -> str:
    parts = []
    if one.months:
        parts.append(say(language, "suspended.months", count=one.months))
    if one.days:
        parts.append(say(language, "suspended.days", count=one.days))
    return " ".join(parts)
