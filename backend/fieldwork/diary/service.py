"""The work diary at the desk: its pages, the leader's confirmation, notes beside lines, exports."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import access_log, clock, formats, keyset, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed, NotFound
from backend.documents import contents, forms, rendering
from backend.fieldwork.queries import diary as queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.diary import Filters as Filters
from backend.fieldwork.queries.diary import ListedLine as ListedLine
from backend.fieldwork.rules import diary as rules
from backend.force.units import service as units
from backend.ledger import service as ledger
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.diary import (
    MOST_AT_ONCE,
    DiaryAct,
    DiaryConfirmed,
    DiaryNote,
    DiaryNoted,
    DiaryPage,
    DiaryRow,
)

FORM = "NK"
SHOWN = 18
"""Lines on a page: with its details, its box and its day a line has 2.6 kB, and a page no more than 60."""
MOST_PRINTED = 300
"""Lines that the form takes."""


class TooManyLines(Invalid):
    """More lines were chosen than one step takes, or than the form prints."""

    code = "diary_too_many"
    text_vi = "Quá nhiều dòng: mỗi lần xác nhận tối đa 50 dòng, mỗi bản in tối đa 300 dòng. Hãy thu hẹp bộ lọc."
    text_en = (
        "Too many lines: at most 50 are confirmed at once, and 300 printed. Narrow the filters."
    )


async def page(actor: Actor, filters: Filters, cursor: str | None) -> DiaryPage:
    """Return a page of the lines in sight, the latest first. Raises NotAllowed, Invalid."""
    reach = scope.diary(actor)
    if reach.empty:
        raise NotAllowed
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    found = await queries.page(reach, filters, after, SHOWN + 1)
    shown = found[:SHOWN]
    more = len(found) > SHOWN
    return DiaryPage(
        rows=[_row(one, actor) for one in shown],
        waiting=await waiting(actor),
        next=keyset.write(shown[-1].at, shown[-1].id) if more else None,
    )


async def waiting(actor: Actor) -> int:
    """Count the lines of the reader's own unit that wait for a leader; 0 for who leads nothing."""
    if not rules.may_confirm(actor, actor.unit):
        return 0
    return await queries.count_waiting(actor.unit.unit_id)


async def units_of(actor: Actor) -> list[units.UnitView]:
    """Return the units whose diaries the reader sees, for the filter."""
    return await units.covered(actor)


async def officers_of(actor: Actor) -> list[tuple[UUID, str]]:
    """Return the officers whom teams of the reader's unit and below may name, for the filter."""
    found = await read_queries.team_candidates(actor)
    return [(one.officer_id, one.full_name) for one in found]


async def read(actor: Actor, line_id: UUID) -> DiaryRow:
    """Return one line in sight. Raises NotFound."""
    found = await queries.in_sight(scope.diary(actor), line_id)
    if found is None:
        raise NotFound(what="diary")
    return _row(found, actor)


async def confirm(actor: Actor, seen: Sequence[tuple[UUID, str]]) -> list[ledger.Outcome]:
    """Confirm lines as they were seen, in the caller's transaction; the outcome of each.

    A line that was confirmed meanwhile does not hinder the others. Raises TooManyLines, NotFound.
    """
    if len(seen) > MOST_AT_ONCE:
        raise TooManyLines
    outcomes = []
    for line_id, line in sorted(
        seen
    ):  # in one order, so that two leaders never wait for each other
        content = DiaryConfirmed(line=line)
        outcomes.append(await _record(actor, line_id, DiaryAct.DIARY_CONFIRMED, content))
    return outcomes


async def note(actor: Actor, line_id: UUID, text: str) -> ledger.Outcome:
    """Write a note beside a line, in the caller's transaction. Raises NotFound."""
    return await _record(actor, line_id, DiaryAct.DIARY_NOTED, DiaryNoted(note=text))


async def _record(actor: Actor, line_id: UUID, kind: DiaryAct, content: Wire) -> ledger.Outcome:
    await read(actor, line_id)
    act = ledger.desk_act(RecordKind.DIARY, line_id, kind, content, actor)
    return await ledger.record(act, actor)


def _row(one: ListedLine, actor: Actor) -> DiaryRow:
    return DiaryRow(
        id=one.id,
        record_kind=one.record_kind,
        record_id=one.record_id,
        unit=Text(vi=one.unit_vi, en=one.unit_en),
        at=one.at,
        line=one.line,
        line_hash=one.line_hash,
        confirmed_by_name=one.confirmed_by_name,
        confirmed_at=one.confirmed_at,
        notes=msgspec.convert(one.notes, list[DiaryNote]),
        may_confirm=one.confirmed_at is None and rules.may_confirm(actor, one.path),
        own_unit=one.path == actor.unit,
        may_note=rules.may_note(actor, one.path, one.officers),
    )


async def printed(actor: Actor, filters: Filters, address: str | None) -> bytes:
    """Return the lines in sight on the form NK, as PDF; logs it. Raises NotAllowed, TooManyLines, NotFound.

    Joins the caller's transaction.
    """
    reach = scope.diary(actor)
    if reach.empty:
        raise NotAllowed
    lines = await queries.oldest_first(reach, filters, None, MOST_PRINTED + 1)
    if not lines:
        raise NotFound(what="diary")
    if len(lines) > MOST_PRINTED:
        raise TooManyLines
    officer = await read_queries.issuer(actor.officer_id)
    first = filters.from_on or lines[0].line.entered_on
    last = filters.until_on or lines[-1].line.entered_on
    keeper = _Keeper(officer.full_name, officer.unit_code, officer.unit_name, officer.superior_name)
    fields = {
        "agency": officer.unit_name,
        "maker": {"name": officer.full_name, "title": "Công chức", "agency": officer.unit_name},
        "from_on": first.isoformat(),
        "until_on": last.isoformat(),
        "entries": [_entry(one) for one in lines],
    }
    await access_log.record(actor, "diary.printed", None, address=address)
    paper = contents.Filled(FORM, forms.newest(FORM), fields)
    return await rendering.render_async(contents.content(paper, keeper, now=clock.now()))


class _Keeper(msgspec.Struct, frozen=True):
    """Who prints the diary, as the letterhead names the unit."""

    full_name: str
    unit_code: str
    unit_name: str
    superior_name: str | None
    title_vi: str = ""


def _entry(one: ListedLine) -> dict[str, str]:
    line = one.line
    members = f" Đoàn: {'; '.join(line.members)}." if line.members else ""
    notes = "".join(f" Ghi chú: {said['text']}" for said in one.notes)
    said = {
        "entered_on": line.entered_on.isoformat(),
        "assigned_by": line.assigned_by,
        "signer": line.signer,
        "content": f"{line.content} ({line.subject}).{members}"[:1000],
        "place": line.place,
        "time": line.time,
        "result": f"{line.result}{notes}".strip()[:1000],
        "confirmed": confirmed(one),
    }
    return {name: value for name, value in said.items() if value}


def confirmed(one: ListedLine) -> str:
    """Return who confirmed a line and when; empty if nobody did."""
    if one.confirmed_by_name is None or one.confirmed_at is None:
        return ""
    return f"{one.confirmed_by_name}, {formats.moment(one.confirmed_at)}"[:200]


async def lines(
    actor: Actor, filters: Filters, after: tuple[datetime, UUID] | None, limit: int
) -> list[ListedLine]:
    """Return lines in sight, the oldest first, from behind `after`: as the form NK has them. Raises NotAllowed."""
    reach = scope.diary(actor)
    if reach.empty:
        raise NotAllowed
    return await queries.oldest_first(reach, filters, after, limit)
