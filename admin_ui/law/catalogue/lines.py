"""Behaviours of the catalogue as rows of their list: every cell as text."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from admin_ui.shell.formats import money, number, short_date
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.words import Language, say
from schemas.core.problems import Text
from schemas.law.catalogue import Violation

_BASIS = re.compile(r"(.+?) NĐ (\d+/\d{4})\b.*", re.DOTALL)
"""The place within a decree, and the decree's number, as the catalogue cites both."""
_AMENDED = "(sđ "


def columns(language: Language) -> list[Column]:
    """Return the columns behind the name of a behaviour."""
    words = partial(say, language)
    return [
        Column(words("catalogue.fine_dong"), "xl", number=True),
        Column(words("catalogue.place"), "xl"),
        Column(words("catalogue.decree"), "m"),
    ]


def lines(
    rows: Sequence[Violation],
    multiples: Mapping[str, Text],
    language: Language,
    *,
    drafts: bool,
) -> list[Line]:
    """Return behaviours as rows. `drafts`: most are, so that what is published says that it is; else a draft does."""
    return [_line(row, multiples, language, drafts) for row in rows]


def _line(row: Violation, multiples: Mapping[str, Text], language: Language, drafts: bool) -> Line:
    words = partial(say, language)
    band = f"{number(row.fine_min_vnd, language)} – {number(row.fine_max_vnd, language)}"
    whole = words(
        "catalogue.band",
        least=number(row.fine_min_vnd, language),
        most=money(row.fine_max_vnd, language),
    )
    if row.times:
        band = whole = getattr(multiples[row.code], language)
    place, decree = _cited(row.legal_basis)
    draft = row.status == "draft"
    state = words("catalogue.status_draft")
    if not draft:
        state = words("catalogue.status_published", version=row.version)
    return Line(
        key=f"behaviour-{row.code}",
        title=row.name_vi,
        href=f"/desk/catalogue/{row.code}",
        marks=[Mark(state)] if draft != drafts else (),
        cells=(
            Cell(band, whole=whole),
            Cell(place, whole=row.legal_basis),
            Cell(decree, whole=row.legal_basis),
        ),
        more=_more(row, whole, state, language),
    )


def _cited(basis: str) -> tuple[str, str]:
    found = _BASIS.fullmatch(basis)
    return (found[1], found[2]) if found else (basis, "")


def spelt(basis: str) -> str:
    """Write a legal basis out for readers: the catalogue shortens `sửa đổi bởi`."""
    return basis.replace(_AMENDED, "(sửa đổi bởi ")


def _more(row: Violation, fine: str, state: str, language: Language) -> list[tuple[str, str]]:
    words = partial(say, language)
    force = [
        words(f"catalogue.{key}", day=short_date(day, language))
        for key, day in (("since", row.valid_from), ("until", row.valid_to))
        if day
    ]
    said = (
        ("catalogue.fine", f"{fine}, {words(f'catalogue.for_{row.subject}')}"),
        ("catalogue.basis", spelt(row.legal_basis)),
        ("catalogue.force", ", ".join(force)),
        ("catalogue.check", getattr(row.check, language) if row.check else ""),
        ("catalogue.status", state),
        ("catalogue.code", row.code),
    )
    return [(words(key), text) for key, text in said if text]
