"""The catalogue as everybody reads it: one file a kind, read once; searched without diacritics."""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from backend.catalogue import queries, rules
from backend.errors import NotFound
from schemas.catalogue import CalendarYear, Ladder, Traits, Violation

FOLDER = Path(__file__).parent


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One behaviour or one year, with the folded text that it is found by."""

    id: str
    text: str
    value: dict[str, Any]


_folded: dict[str, list[Entry]] = {}
"""Folded once a process: the files do not change while it lives."""


@cache
def violations() -> list[Violation]:
    """Every behaviour, in the order of the file: by decree. Raises CatalogueFault."""
    return rules.read_violations((FOLDER / "violations.csv").read_text(encoding="utf-8"), traits())


@cache
def traits() -> list[Traits]:
    """What holds for whole articles. Raises CatalogueFault."""
    return rules.read_traits((FOLDER / "traits.json").read_bytes())


def traits_of(code: str) -> Traits:
    """What holds for the article of a behaviour. Raises CatalogueFault where nothing is known of its decree."""
    return rules.traits_of(code, traits())


@cache
def ladders() -> tuple[Ladder, ...]:
    """Bands that a value drives. Raises CatalogueFault."""
    return rules.read_ladders((FOLDER / "ladders.json").read_bytes())


@cache
def calendar() -> list[CalendarYear]:
    """Every year whose days off are known, in order. Raises CatalogueFault."""
    return rules.read_calendar((FOLDER / "calendar.json").read_bytes())


@cache
def version(kind: str) -> str:
    """Another text for another content of `violation` or `calendar`; the same on every process."""
    content = violations() if kind == "violation" else calendar()
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:16]


async def entries(kind: str) -> list[Entry]:
    """Everything of `violation` or `calendar` as a phone keeps it."""
    if kind not in _folded:
        _folded[kind] = await (_violations() if kind == "violation" else _calendar())
    return _folded[kind]


async def version_at(code: str, day: date) -> Violation:
    """The behaviour as it was in force on a day; the draft where nothing was published. Raises NotFound."""
    del day
    for violation in violations():
        if violation.code == code:
            return violation
    raise NotFound(what="violation")


async def search(words: str) -> list[Violation]:
    """Behaviours in which every word stands, in code, name or legal basis; all of them for no word."""
    wanted = (await queries.fold([words]))[0].split()
    found = {
        entry.id
        for entry in await entries("violation")
        if all(word in entry.text for word in wanted)
    }
    return [violation for violation in violations() if violation.code in found]


async def _violations() -> list[Entry]:
    texts = await queries.fold([f"{v.code} {v.name_vi} {v.legal_basis}" for v in violations()])
    return [
        Entry(id=violation.code, text=text, value=msgspec.to_builtins(violation))
        for violation, text in zip(violations(), texts, strict=True)
    ]


async def _calendar() -> list[Entry]:
    texts = await queries.fold(
        [f"{y.year} {' '.join(holiday.name_vi for holiday in y.holidays)}" for y in calendar()]
    )
    return [
        Entry(id=str(year.year), text=text, value=msgspec.to_builtins(year))
        for year, text in zip(calendar(), texts, strict=True)
    ]
