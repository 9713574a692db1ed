"""The log for auditors: one list of who read, searched, took copies, signed in and was refused.

It is made from the tables that record these things: the access log, refused requests, and uses of
the codes of parties' copies. Reading the log is itself on it. Legal officers read its refusals, as
they did before; nobody else reads anything: heads do not see who watches them.
"""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import access_log, folding, formats, keyset, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed
from backend.force.units import service as units
from backend.operations.log import wording
from backend.operations.log.wording import Line
from backend.operations.queries import log as queries
from backend.operations.queries.log import Asked
from backend.operations.rules import log as rules
from backend.operations.rules.log import KINDS, Logged, Place, Source
from backend.operations.texts import log as texts
from schemas.core.problems import Text

PAGE = 200
"""Rows of a page; folded they are far fewer lines."""
MOST_OFFICERS = 20
HEADINGS = texts.HEADINGS
"""Of the columns of a file."""
NAMES = texts.KINDS
"""The name of each kind, in both languages."""

_Scoped = dict[Source, tuple[str, list[UUID]]]


class FilterWrong(Invalid):
    """A condition of the log names nobody, nothing, or too many. `field` is the condition."""

    code = "log_filter_wrong"

    def __init__(self, field: str, text: Text) -> None:
        self.field = field
        super().__init__(code=self.code, text=text)


class Conditions(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader asks for, as typed. Empty fields ask for everything."""

    officer: str = ""
    """A user name, a part of a name, or an id."""
    record: str = ""
    """The number of an inspection or a case (without what follows the slash, if you like), or an id."""
    kind: str = ""
    unit_id: UUID | None = None
    since: date | None = None
    until: date | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the page: a row of the log, or several of the same that were folded into one."""

    lines: list[Line]
    """The newest first."""
    what: Text
    count: int
    """How often it happened: a row that counts a flood stands for many."""


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of one day in Vietnam."""

    day: date
    entries: list[Entry]


class LogPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the log, the newest day first."""

    days: list[Day]
    next: str | None


def kinds_of(actor: Actor) -> tuple[str, ...]:
    """Return the kinds of lines that this reader sees; none for officers who may not read the log."""
    if not scope.access_log(actor).empty:
        return KINDS
    return () if scope.refusals(actor).empty else ("refused",)


def _require(actor: Actor) -> _Scoped:
    """Return the sources that the reader sees, each with its scope. Raises NotAllowed."""
    watched, refused = scope.access_log(actor), scope.refusals(actor)
    if refused.empty:
        raise NotAllowed
    found = {Source.REFUSED: scope.sql(refused, "x", 1)}
    if not watched.empty:
        found |= dict.fromkeys((Source.ACCESS, Source.COPY), scope.sql(watched, "x", 1))
    return {
        source: queries.but_about_officers(source, scoped, actor)
        for source, scoped in found.items()
    }


async def _asked(actor: Actor, given: Conditions) -> Asked:
    """Find what the conditions name. Raises FilterWrong."""
    kinds = kinds_of(actor)
    kind = given.kind if given.kind in kinds else None
    level = None
    if given.unit_id is not None:
        mine = {one.id: one for one in await units.covered(actor)}
        if given.unit_id not in mine:
            raise NotAllowed
        level = mine[given.unit_id].level
    return Asked(
        kind=kind if len(kinds) > 1 else kinds[0],
        officers=await _officers(given.officer.strip()),
        records=await _records(given.record.strip()),
        unit_id=given.unit_id,
        unit_level=level,
        since=given.since,
        until=given.until,
    )


async def _officers(typed: str) -> tuple[UUID, ...] | None:
    if not typed:
        return None
    if known := _uuid(typed):
        return (known,)
    found = await queries.officers_named(typed, MOST_OFFICERS + 1)
    if len(found) > MOST_OFFICERS:
        most = str(MOST_OFFICERS)
        text = texts.TOO_MANY_OFFICERS
        said = Text(vi=text.vi.format(most=most), en=text.en.format(most=most))
        raise FilterWrong("officer", said)
    if not found:
        raise FilterWrong("officer", texts.NO_OFFICER)
    return tuple(found)


async def _records(typed: str) -> tuple[UUID, ...] | None:
    if not typed:
        return None
    if known := _uuid(typed):
        return (known,)
    found = await queries.records_numbered(typed, MOST_OFFICERS)
    if not found:
        raise FilterWrong("record", texts.NO_RECORD)
    return tuple(found)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


async def page(
    actor: Actor,
    given: Conditions,
    cursor: str | None,
    address: str | None,
    limit: int = PAGE,
) -> LogPage:
    """Return one page of the reader's unit and below, and put the reading on the log.

    Raises NotAllowed if the reader is neither auditor nor legal officer, FilterWrong, Invalid for a
    foreign cursor.
    """
    sources, after = _require(actor), _place(cursor)
    asked = await _asked(actor, given)
    found = await _rows(sources, asked, after, limit + 1)
    await access_log.record(
        actor, "log.page", _one(asked.records), address=address, detail=_typed(given)
    )
    lines = await wording.worded(found[:limit])
    return LogPage(
        days=[
            Day(day=day, entries=[_entry(run) for run in _runs(of_day)])
            for day, of_day in folding.days(lines, lambda one: one.at)
        ],
        next=_cursor(found[limit - 1]) if len(found) > limit else None,
    )


async def listing(
    actor: Actor, given: Conditions, cursor: str | None, limit: int
) -> tuple[list[Line], str | None]:
    """Return lines as page() does, not folded, and the next page's cursor; it records nothing.

    Who takes the log away is on the log for that. Raises as page() does.
    """
    sources, after = _require(actor), _place(cursor)
    found = await _rows(sources, await _asked(actor, given), after, limit + 1)
    following = _cursor(found[limit - 1]) if len(found) > limit else None
    return await wording.worded(found[:limit]), following


def _runs(lines: list[Line]) -> list[list[Line]]:
    return folding.runs(lines, lambda one: rules.whose(one.row), lambda one: one.at)


def _entry(run: list[Line]) -> Entry:
    what = run[0].what if len(run) == 1 else wording.run_of(run)
    return Entry(lines=run, what=what, count=sum(one.times for one in run))


async def _rows(sources: _Scoped, asked: Asked, after: Place | None, limit: int) -> list[Logged]:
    pages = [
        await queries.page(source, scoped, asked, after, limit)
        for source, scoped in sources.items()
    ]
    return rules.merged(pages, limit)


def _cursor(row: Logged) -> str:
    return keyset.write(row.at, row.source.value, str(row.id))


def _place(cursor: str | None) -> Place | None:
    if cursor is None:
        return None
    at, source, ident = keyset.read(cursor, datetime, str, str)
    if source not in set(Source) or not ident.isdecimal() or len(ident) > 18:
        raise Invalid(code="cursor_invalid")
    return Place(at=at, source=Source(source), id=int(ident))


def _one(ids: tuple[UUID, ...] | None) -> UUID | None:
    return ids[0] if ids and len(ids) == 1 else None


def _typed(given: Conditions) -> dict[str, str]:
    said = {name: getattr(given, name) for name in given.__struct_fields__}
    return {
        name: formats.day(value) if isinstance(value, date) else str(value)[:200]
        for name, value in said.items()
        if value
    }


__all__ = [
    "HEADINGS",
    "KINDS",
    "NAMES",
    "Conditions",
    "Day",
    "Entry",
    "FilterWrong",
    "Line",
    "LogPage",
    "kinds_of",
    "listing",
    "page",
]
