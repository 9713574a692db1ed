"""Two parties side by side, as texts: what is equal, and what has to be chosen before they are merged."""

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from admin_ui.shell.formats import short_date
from admin_ui.shell.words import Language, say
from backend.parties.service import combining as combining
from schemas.parties.acts import Address, Identifier, PartyDetails, Person, Representative

_KINDS = ("individual", "household", "organisation")


class Row(NamedTuple):
    """One field of both."""

    name: str
    label: str
    one: str
    other: str
    differs: bool
    both: bool
    """Whether it is a list, of which both may be kept."""
    chosen: str
    result: str
    """What the merge that is shown says of the field; empty if it says nothing."""


def rows(
    one: PartyDetails,
    other: PartyDetails,
    chosen: Mapping[str, str],
    language: Language,
    result: PartyDetails | None = None,
) -> list[Row]:
    """Return every field that either of the two or a merge's result has, with what is chosen or offered first."""
    found = []
    for field in combining.FIELDS:
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        after = getattr(result, field.name) if result else None
        if not (mine or theirs or after):
            continue
        usual = "both" if field.most and mine and theirs else "one" if mine else "other"
        found.append(
            Row(
                name=field.name,
                label=say(language, f"alike.field_{field.name}"),
                one=_said(mine, language),
                other=_said(theirs, language),
                differs=combining.differs(field, one, other),
                both=bool(field.most),
                chosen=chosen.get(field.name, usual),
                result=_said(after, language),
            )
        )
    return found


def _said(value: Any, language: Language) -> str:
    """Say a value of any field; a list has its entries on lines of their own."""
    words = partial(say, language)
    match value:
        case None | []:
            return ""
        case list():
            return "\n".join(_said(one, language) for one in value)
        case Identifier(kind=kind, value=number):
            return f"{words(f'alike.number_{kind}')}: {number}"
        case Representative(name=name, title=title, identity_number=number):
            return ", ".join(one for one in (name, title, number) if one)
        case Address(line=line):
            return line
        case Person(sex=sex, birth_date=born, nationality=nation):
            told = (
                words(f"alike.sex_{sex}") if sex else "",
                short_date(born, language) if born else "",
                nation or "",
            )
            return ", ".join(one for one in told if one)
    text = str(value)
    return words(f"alike.kind_{text}") if text in _KINDS else text
