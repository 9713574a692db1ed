"""Reading the catalogue: published versions override the drafts of the file.

Search ignores diacritics if none are typed.
"""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import msgspec

from backend.core import clock, formats
from backend.core.errors import NotFound
from backend.law import books
from backend.law.catalogue import edition_files
from backend.law.catalogue.edition_files import books_from
from backend.law.catalogue.files import calendar, synonyms
from backend.law.queries import catalogue as queries
from backend.law.queries.catalogue import PublishedVersion
from backend.law.rules import editions, finding
from backend.law.rules import publishing as publishing_rules
from backend.law.rules.publishing import PROVISIONS, Version
from schemas.core.problems import Text
from schemas.law.catalogue import Violation


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One behaviour or one year, with the folded text in which a search looks for it."""

    id: str
    text: str
    value: dict[str, Any]


_folded: dict[str, tuple[str, list[Entry]]] = {}
"""Entries by kind, with the version that they were folded for: folded once per version."""
_known: dict[str, tuple[str, list[Violation]]] = {}
"""The rows of a book on one day, by book, with the state of publication and the day."""


async def rows(book: str | None = None) -> list[Violation]:
    """Return every behaviour of a book: its published version of today, else its draft.

    A later edition has rows of history too: see editions.in_force(). Codes without a draft come
    last. Without `book`, the newest.
    """
    book = book or books.newest()
    day = clock.today()
    key = f"{await queries.stamp()}|{day}"
    if book not in _known or _known[book][0] != key:
        published: dict[str, list[Version]] = {}
        for row in await queries.versions():
            if _book(row) == book:
                published.setdefault(row.code, []).append(_version(row))
        drafts = edition_files.drafts(book)
        codes = [*drafts, *sorted(published.keys() - drafts.keys())]
        found = [in_force(code, published.get(code, []), day, book) for code in codes]
        _known[book] = (key, [row for row in found if row is not None])
    return _known[book][1]


async def rows_of(rule_set: str) -> list[Violation]:
    """Return the rows of the book to which a case's rule set belongs."""
    return await rows(books.book_of(rule_set))


async def names() -> dict[str, str]:
    """Return the name of every code of every book; that of the newest book with the code."""
    found: dict[str, str] = {}
    for book in (books.FIRST, *books.EDITIONS):
        found |= {row.code: row.name_vi for row in await rows(book)}
    return found


def _book(row: PublishedVersion) -> str:
    return row.content.edition or books.FIRST


def in_force(code: str, versions: list[Version], day: date, book: str) -> Violation | None:
    """Return a behaviour of a book on a day: the version in force, else the book's draft.

    If a version was withdrawn by that day, the draft's `check` note says so.
    """
    version = publishing_rules.at(versions, day)
    if version is not None:
        return publishing_rules.row_of(version)
    draft = edition_files.drafts(book).get(code)
    standing = [one for one in versions if one.withdrawn_on is None]
    if standing and draft is not None and draft.valid_to and draft.valid_to <= day:
        # The row is history, and its version is too: it is shown as published, not as a draft.
        return publishing_rules.row_of(standing[-1])
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


async def version_at(
    code: str, day: date, as_of: datetime | None = None, book: str | None = None
) -> Violation:
    """Return the behaviour that was in force on a day; its draft (version 0) if no version was.

    With `as_of`, publications and withdrawals recorded after that moment are ignored, even if they
    apply to earlier days. `book` is the case's; without one the newest. A code that this book does
    not have is that of another one: see edition_files.draft(). Raises NotFound.
    """
    known = [
        row for row in await queries.versions_of(code) if as_of is None or row.recorded_at <= as_of
    ]
    for one in books_from(book):
        versions = [_version(row, as_of) for row in known if _book(row) == one]
        found = in_force(code, versions, day, one)
        if found is not None:
            return found
    raise NotFound(what="violation")


async def version_of(code: str, number: int, book: str | None = None) -> Violation:
    """Return one version of a behaviour, in force or not; 0 is its draft in the case's book.

    Raises NotFound.
    """
    if number == 0:
        found = edition_files.draft(code, book or books.newest())
    else:
        versions = (_version(row) for row in await queries.versions_of(code))
        found = next(
            (publishing_rules.row_of(one) for one in versions if one.content.version == number),
            None,
        )
    if found is None:
        raise NotFound(what="violation")
    return found


async def wordings(code: str, number: int, book: str | None = None) -> list[Violation]:
    """Return the rows by which a paper may have named a version; see edition_files.drafts_called().

    Raises NotFound.
    """
    found = edition_files.drafts_called(code, book) if number == 0 else []
    return found or [await version_of(code, number, book)]


async def version(kind: str) -> str:
    """Return a hash of the content of `violation` or `calendar`.

    All processes compute the same one.
    """
    content = [await _of_any_day(), synonyms()] if kind == "violation" else calendar()
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:16]


async def _of_any_day() -> list[Violation]:
    """Return the rows of the newest book with the days on which each is the one in force.

    A phone names a behaviour by the law of the day on which the act ended (118/2021 Art 7.2), and that
    day may be before a decree changed. So rows of history are sent too, and versions that another took
    the place of.
    """
    book = books.newest()
    published: dict[str, list[Version]] = {}
    for row in await queries.versions():
        if _book(row) == book:
            published.setdefault(row.code, []).append(_version(row))
    found: list[Violation] = []
    for known in await rows():
        versions = published.get(known.code)
        found += _spans(known, versions, book) if versions else [known]
    return found


def _spans(today: Violation, versions: list[Version], book: str) -> list[Violation]:
    """Return what is in force of a behaviour one after the other, each from its first day to its last."""
    edges = {version.content.valid_from for version in versions}
    edges |= {end for version in versions if (end := publishing_rules.ends_on(version))}
    days = [date.min, *sorted(edges)]
    found: list[Violation] = []
    for begins, ends in zip(days, [*days[1:], None], strict=True):
        row = in_force(today.code, versions, begins, book)
        if row is None:
            continue
        since = max(row.valid_from or date.min, begins)
        until = min(row.valid_to or date.max, ends or date.max)
        if since < until:
            days_of = {
                "valid_from": None if since == date.min else since,
                "valid_to": None if until == date.max else until,
            }
            found.append(msgspec.structs.replace(row, **days_of))
    return found or [today]


async def entries(kind: str) -> list[Entry]:
    """Return all entries of `violation` or `calendar` as a phone stores them."""
    key = await version(kind)
    if kind not in _folded or _folded[kind][0] != key:
        _folded[kind] = (
            key,
            await (_violations(await _of_any_day()) if kind == "violation" else _calendar()),
        )
    return _folded[kind][1]


async def search(words: str) -> list[Violation]:
    """Return behaviours that match by code, name, legal basis or synonym, best match first.

    Rows that are history are found too. Without any word, return all of them: the same list until the catalogue
    changes, not to be changed.
    """
    found, _ = await search_in_all(words)
    return found


async def search_in_all(words: str) -> tuple[list[Violation], list[Violation]]:
    """Return what search() finds, and all of them as they stand at the same moment."""
    key = f"{await queries.stamp()}|{clock.today()}"
    if _sought.key != key:
        known = await rows()
        folded = await _violations(known)
        things = [finding.findable(one.id, one.text, one.value) for one in folded]
        _sought.replace(key, {one.code: one for one in known}, things)
    # What is found must come from the same state as the rest, should another one come meanwhile.
    fitting, whole = _sought.fitting, _sought.whole
    return (list(fitting(words)) if words.strip() else whole), whole


_WORDS_KEPT = 1000
"""Typed words of which a process keeps what fits them: many officers type the same beginnings of the same words."""


class _Sought:
    """What a search looks through, made once for each state of the catalogue: it is asked with each letter typed."""

    fitting: Callable[[str], tuple[Violation, ...]]
    """The rows that fit typed words, best match first. To weigh all rows took a third of a page that finds much."""

    def __init__(self) -> None:
        self.replace("", {}, [])

    def replace(
        self, key: str, known: dict[str, Violation], things: list[finding.Findable]
    ) -> None:
        """Keep it for another state."""
        self.key, self.whole = key, [known[thing.code] for thing in things]

        @lru_cache(maxsize=_WORDS_KEPT)
        def fitting(words: str) -> tuple[Violation, ...]:
            return tuple(known[thing.code] for thing in finding.ranked(things, words))

        self.fitting = fitting


_sought = _Sought()


_ON_PHONES = tuple(name for name in Violation.__struct_fields__ if name not in PROVISIONS)


def phone_value(row: Violation) -> dict[str, Any]:
    """Return a row as phones keep it: what a row of the first edition has.

    What a decree provides is settled with the decision, at the desk. A fine that is a multiple of a
    value has no band.
    """
    value = {name: msgspec.to_builtins(getattr(row, name)) for name in _ON_PHONES}
    if row.times is not None:
        value |= {"fine_min_vnd": None, "fine_max_vnd": None}
    return value


async def _violations(known: list[Violation]) -> list[Entry]:
    said = [finding.also(v.code, v.name_vi, synonyms()) for v in known]
    texts = await queries.fold(
        [
            " ".join((v.code, v.name_vi, v.legal_basis, *also))
            for v, also in zip(known, said, strict=True)
        ]
    )
    ids = _ids(known)
    return [
        Entry(id=ident, text=text, value=phone_value(v) | {"also": also})
        for ident, v, text, also in zip(ids, known, texts, said, strict=True)
    ]


def _ids(known: list[Violation]) -> list[str]:
    """Return the id of each row: its code for the one of today, else for the code's last one.

    The others of a code are told apart by their first day.
    """
    day = clock.today()
    main = {row.code: at for at, row in enumerate(known)}
    main |= {row.code: at for at, row in enumerate(known) if editions.in_force(row, day)}
    return [
        row.code if main[row.code] == at else f"{row.code}@{row.valid_from or date.min}"
        for at, row in enumerate(known)
    ]


async def _calendar() -> list[Entry]:
    texts = await queries.fold(
        [f"{y.year} {' '.join(holiday.name_vi for holiday in y.holidays)}" for y in calendar()]
    )
    return [
        Entry(id=str(year.year), text=text, value=msgspec.to_builtins(year))
        for year, text in zip(calendar(), texts, strict=True)
    ]
