"""By what two items concern the same subject, and whether that is one planned inspection too many. Pure.

Practice B15; Ordinance 11/2016 Art 20.1; Resolution 198/2025/QH15.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from backend.law.rules.titles import folded
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.law.plan_limits import OncePerYear
from schemas.planning.acts import PlanItem, PlanSubject
from schemas.planning.words import Match

Party: TypeAlias = PlanSubject | DecisionSubject
"""A subject as an item of a plan, or a decision, names it."""
_SIGNS = re.compile(r"[^0-9a-z]+")
STRENGTH = (Match.REGISTER, Match.TAX_CODE, Match.IDENTITY, Match.NAME)
"""The strongest first. A name with its address is a hint; the others are the subject itself."""


def keys_of(item: PlanItem) -> dict[str, Match]:
    """Return the keys under which an item's subject is found, each with what it proves; none for a criterion.

    Numbers are compared without spaces and signs. A household's tax code may be its owner's identity number, so
    both numbers of a person are looked up under either name.
    """
    return keys_at(item.subject, item.address) if item.subject is not None else {}


def keys_at(subject: Party, address: str) -> dict[str, Match]:
    """Return the keys of a subject at an address, as keys_of() of an item."""
    found: dict[str, Match] = {}
    if name := _plain(subject.name):
        found[f"name:{name}|{_plain(address)}"[:400]] = Match.NAME
    if subject.registration_number and (number := compact(subject.registration_number)):
        found[f"no:{number}"] = (
            Match.TAX_CODE if subject.kind is SubjectKind.ORGANISATION else Match.IDENTITY
        )
    if subject.tax_code and (number := compact(subject.tax_code)):
        found[f"no:{number}"] = Match.TAX_CODE
    if subject.subject_id is not None:
        found[f"id:{subject.subject_id}"] = Match.REGISTER
    return found


def strongest(matches: Iterable[Match]) -> Match:
    """Return the match that proves most. Raises ValueError without any."""
    return min(matches, key=STRENGTH.index)


def same_contents(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two items share a content, written without regard to case, diacritics and signs.

    Contents that are worded differently are told apart by a person: the desk shows both.
    """
    return not {_plain(line) for line in one}.isdisjoint(_plain(line) for line in other)


def setting_on(spans: Sequence[OncePerYear], day: date) -> OncePerYear | None:
    """Return the setting in force on a day; None before the first."""
    past = [one for one in spans if one.valid_from <= day]
    return max(past, key=lambda one: one.valid_from, default=None)


def collides(
    one: PlanItem, other_contents: Sequence[str], other_day: date, spans: Sequence[OncePerYear]
) -> bool:
    """Tell whether a second planned inspection of the same subject in the year is one too many.

    The setting of the later of both days counts: a plan is made for the law of the day on which it is carried out.
    """
    return too_many(one.contents, other_contents, setting_on(spans, max(one.first_day, other_day)))


def too_many(one: Sequence[str], other: Sequence[str], setting: OncePerYear | None) -> bool:
    """Tell whether two planned inspections of a subject in the year, on these contents, are one too many."""
    return setting is not None and (setting.scope == "any" or same_contents(one, other))


def same_party(party: Party, addresses: Iterable[str], other: Party, address: str) -> bool:
    """Tell whether a subject at any of these addresses is another at `address`: by a number, or by name and address.

    The latter does not count where the register or the tax code says that they are two.
    """
    theirs = keys_at(other, address)
    mine = {key for place in addresses for key in keys_at(party, place)}
    shared = {match for key, match in theirs.items() if key in mine}
    if shared - {Match.NAME}:
        return True
    ids, codes = (party.subject_id, other.subject_id), (party.tax_code, other.tax_code)
    two = (None not in ids and ids[0] != ids[1]) or (all(codes) and codes[0] != codes[1])
    return bool(shared) and not two


def all_contents(lines: Sequence[str]) -> frozenset[str]:
    """Return what contents say, each on its own, without regard to order, case, diacritics and signs."""
    return frozenset(said for text in lines for line in text.splitlines() if (said := _plain(line)))


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", folded(text)).strip()


def compact(text: str) -> str:
    """Return a number without spaces and signs."""
    return _plain(text).replace(" ", "")
