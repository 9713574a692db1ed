"""Reading the catalogue: published versions override the drafts of the file.

Search ignores diacritics if none are typed.
"""

import hashlib
from datetime import date, datetime
from typing import Any

import msgspec

from backend.core import clock, formats
from backend.core.errors import NotFound
from backend.law.catalogue.files import calendar, synonyms, violations
from backend.law.queries import catalogue as queries
from backend.law.queries.catalogue import PublishedVersion
from backend.law.rules import finding
from backend.law.rules import publishing as publishing_rules
from backend.law.rules.publishing import Version
from schemas.core.problems import Text
from schemas.law.catalogue import Violation


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One behaviour or one year, with the folded text in which a search looks for it."""

    id: str
    text: str
    value: dict[str, Any]


_folded: dict[str, tuple[str, list[Entry]]] = {}
"""Entries by kind, with the version that they were folded for: folded once per version."""
_known: dict[str, list[Violation]] = {}
"""The rows of one day, by the state of publication and the day. Only the newest key is kept."""


async def rows() -> list[Violation]:
    """Return every behaviour as in force today: its published version, else its draft.

    Codes without a draft come last.
    """
    day = clock.today()
    key = f"{await queries.stamp()}|{day}"
    if key not in _known:
        published: dict[str, list[Version]] = {}
        for row in await queries.versions():
            published.setdefault(row.code, []).append(_version(row))
        drafts = {draft.code: draft for draft in violations()}
        codes = [*drafts, *sorted(published.keys() - drafts.keys())]
        found = [in_force(code, published.get(code, []), day) for code in codes]
        _known.clear()
        _known[key] = [row for row in found if row is not None]
    return _known[key]


def in_force(code: str, versions: list[Version], day: date) -> Violation | None:
    """Return a behaviour on a day: the version in force, else the draft.

    If a version was withdrawn by that day, the draft's `check` note says so.
    """
    version = publishing_rules.at(versions, day)
    if version is not None:
        return publishing_rules.row_of(version)
    draft = next((violation for violation in violations() if violation.code == code), None)
    gone = next((v for v in reversed(versions) if v.withdrawn_on and v.withdrawn_on <= day), None)
    if draft is None or gone is None or gone.withdrawn_on is None:
        return draft
    number, since = gone.content.version, formats.day(gone.withdrawn_on)
    told = Text(
        vi=f"Phiên bản {number} đã bị rút từ ngày {since}.",
        en=f"Version {number} was withdrawn from {since}.",
    )
    if draft.check is not None:
        told = Text(vi=f"{told.vi} {draft.check.vi}", en=f"{told.en} {draft.check.en}")
    return msgspec.structs.replace(draft, check=told)


def _version(row: PublishedVersion, as_of: datetime | None = None) -> Version:
    later = as_of is not None and row.withdrawn_at is not None and row.withdrawn_at > as_of
    return Version(content=row.content, withdrawn_on=None if later else row.withdrawn_on)


async def version_at(code: str, day: date, as_of: datetime | None = None) -> Violation:
    """Return the behaviour that was in force on a day; its draft (version 0) if no version was.

    With `as_of`, publications and withdrawals recorded after that moment are ignored, even if they
    apply to earlier days. Raises NotFound.
    """
    rows = [
        row for row in await queries.versions_of(code) if as_of is None or row.recorded_at <= as_of
    ]
    found = in_force(code, [_version(row, as_of) for row in rows], day)
    if found is None:
        raise NotFound(what="violation")
    return found


async def version_of(code: str, number: int) -> Violation:
    """Return one version of a behaviour, in force or not; 0 is its draft. Raises NotFound."""
    if number == 0:
        found = next((draft for draft in violations() if draft.code == code), None)
    else:
        versions = (_version(row) for row in await queries.versions_of(code))
        found = next(
            (publishing_rules.row_of(one) for one in versions if one.content.version == number),
            None,
        )
    if found is None:
        raise NotFound(what="violation")
    return found


async def version(kind: str) -> str:
    """Return a hash of the content of `violation` or `calendar`.

    All processes compute the same one.
    """
    content = [await rows(), synonyms()] if kind == "violation" else calendar()
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:16]


async def entries(kind: str) -> list[Entry]:
    """Return all entries of `violation` or `calendar` as a phone stores them."""
    key = await version(kind)
    if kind not in _folded or _folded[kind][0] != key:
        _folded[kind] = (key, await (_violations() if kind == "violation" else _calendar()))
    return _folded[kind][1]


async def search(words: str) -> list[Violation]:
    """Return behaviours that match by code, name, legal basis or synonym, best match first.

    Without any word, return all of them.
    """
    known = {violation.code: violation for violation in await rows()}
    things = [
        finding.findable(entry.id, entry.text, entry.value) for entry in await entries("violation")
    ]
    return [known[thing.code] for thing in finding.ranked(things, words)]


async def _violations() -> list[Entry]:
    known = await rows()
    said = [finding.also(v.code, v.name_vi, synonyms()) for v in known]
    texts = await queries.fold(
        [
            " ".join((v.code, v.name_vi, v.legal_basis, *also))
            for v, also in zip(known, said, strict=True)
        ]
    )
    return [
        Entry(id=v.code, text=text, value=msgspec.to_builtins(v) | {"also": also})
        for v, text, also in zip(known, texts, said, strict=True)
    ]


async def _calendar() -> list[Entry]:
    texts = await queries.fold(
        [f"{y.year} {' '.join(holiday.name_vi for holiday in y.holidays)}" for y in calendar()]
    )
    return [
        Entry(id=str(year.year), text=text, value=msgspec.to_builtins(year))
        for year, text in zip(calendar(), texts, strict=True)
    ]
