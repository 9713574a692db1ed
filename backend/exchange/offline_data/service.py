"""Offline data for a phone: first everything, in pages, then what changed since.

Small kinds (behaviours, units, days off) are sent completely if their version differs from the
phone's. The register of businesses is sent as differences. Cursors do not expire with time: one is
valid until the area, the roles or the database's epoch change. Then the businesses are sent again
from the start.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.casework.prior_offences import service as prior_offences
from backend.core import clock, places
from backend.core.actors import Actor
from backend.core.errors import CursorExpired
from backend.core.places import Went
from backend.exchange.queries import offline_data as queries
from backend.exchange.queries.offline_data import PastCase, UnitInForce
from backend.exchange.rules import offline_data as rules
from backend.exchange.rules.offline_data import Cursor, CursorUnusable, Page, Progress, StaticKind
from backend.law.catalogue import service as catalogue
from schemas.exchange.offline_data import (
    ReferenceEntry,
    ReferenceKind,
    ReferencePage,
    ReferenceRemoval,
)
from schemas.fieldwork.decisions import SubjectRow

_Place = tuple[int, int, UUID]

_UNIT = ("id", "code", "name_vi", "name_en", "kind", "parent_id")
_CASE_BYTES = 340
"""Size of a case in a history, as plain JSON, with a fine of eight digits that is paid in part."""
_DESCRIPTION = 500
"""Most letters of a violation's description in the history. The full text is in the minutes."""


async def page(actor: Actor, text: str | None) -> ReferencePage:
    """Return the page after the cursor, or the first one without a cursor. Raises CursorExpired."""
    row = await queries.current_position()
    scope = queries.scope_key(actor)
    cursor, reset = _where(text, row.epoch, scope)
    sheet, removed = Page(), list[ReferenceRemoval]()
    kinds = dict(cursor.kinds)
    for kind in rules.STATIC:
        if not await _small(kind, kinds, sheet, reset):
            break
    more = any(kind not in kinds or kinds[kind].sent is not None for kind in rules.STATIC)
    went, told = Went((cursor.era, cursor.xid, cursor.id), cursor.ahead), list[_Place]()
    if not more:
        told, more = await _businesses(actor, went.ahead or went.place, sheet, removed)
        went = places.after_page(went, told, (row.era, row.horizon), more=more)
    entries, size = cursor.entries, cursor.bytes
    if text is None or reset or (told and not more):
        entries, size = await _size(actor)
    era, xid, last = went.place
    after = Cursor(
        cursor.format, cursor.epoch, scope, xid, last, kinds, entries, size, era, went.ahead
    )
    return ReferencePage(
        cursor=rules.write(after),
        more=more,
        as_of=clock.rfc3339(clock.now()),
        reset=reset,
        entries=sheet.entries,
        removed=removed,
        total_entries=entries,
        total_bytes=size,
    )


def _where(text: str | None, epoch: UUID, scope: str) -> tuple[Cursor, list[ReferenceKind]]:
    """Return the cursor to continue from, and the kinds that start over with this page."""
    if text is None:
        return rules.beginning(epoch, scope), ["business"]
    try:
        cursor = rules.read(text)
    except CursorUnusable as error:
        raise CursorExpired from error
    if cursor.epoch != epoch:
        return rules.beginning(epoch, scope), ["business"]
    if cursor.scope != scope:
        era, xid, ident = rules.BEFORE_ALL
        anew = msgspec.structs.replace(cursor, scope=scope, era=era, xid=xid, id=ident, ahead=None)
        return anew, ["business"]
    return cursor, []


async def _small(
    kind: StaticKind, kinds: dict[StaticKind, Progress], sheet: Page, reset: list[ReferenceKind]
) -> bool:
    """Put what the phone lacks of a small kind on the page; return False if not all of it fits."""
    version = await _version(kind)
    known = kinds.get(kind)
    if known is not None and known.version == version and known.sent is None:
        return True
    if not sheet.room():
        return False
    if known is None or known.version != version:
        reset.append(kind)
        known = Progress(version, 0)
    sent = known.sent or 0
    for entry in (await _entries(kind))[sent:]:
        if not sheet.take(entry):
            kinds[kind] = Progress(version, sent)
            return False
        sent += 1
    kinds[kind] = Progress(version, None)
    return True


async def _version(kind: StaticKind) -> str:
    if kind == "unit":
        return await queries.units_version(clock.today())
    return await catalogue.version(kind)


async def _entries(kind: StaticKind) -> list[ReferenceEntry]:
    if kind == "unit":
        rows = await queries.units(clock.today())
        return [_unit(row) for row in rows]
    return [
        ReferenceEntry(kind=kind, id=entry.id, text=entry.text, value=entry.value)
        for entry in await catalogue.entries(kind)
    ]


def _unit(row: UnitInForce) -> ReferenceEntry:
    value = msgspec.to_builtins({name: getattr(row, name) for name in _UNIT})
    return ReferenceEntry(kind="unit", id=str(row.id), text=row.text, value=value)


async def _businesses(
    actor: Actor, after: _Place, sheet: Page, removed: list[ReferenceRemoval]
) -> tuple[list[_Place], bool]:
    """Fill the page with businesses. Return the places of those on it, and whether there are more."""
    room, told = sheet.room(), list[_Place]()
    if not room:
        return told, True
    rows = await queries.businesses(actor, after, room + 1)
    known = [row.subject_id for row in rows[:room] if row.business]
    histories, cases = await _histories(actor, known), await _cases(actor, known)
    for row in rows[:room]:
        ident = row.subject_id
        if row.business is None:
            removed.append(ReferenceRemoval(kind="business", id=str(ident)))
        elif not sheet.take(
            _business(row.business, row.text, histories.get(ident, []), cases.get(ident, []))
        ):
            return told, True
        told.append((row.era, row.xid, ident))
    return told, len(rows) > room


def _business(
    business: SubjectRow, text: str, history: list[dict[str, Any]], cases: list[dict[str, Any]]
) -> ReferenceEntry:
    value = msgspec.structs.asdict(business) | {"history": history, "cases": cases}
    return ReferenceEntry(
        kind="business", id=str(business.id), text=text, value=msgspec.to_builtins(value)
    )


async def _histories(actor: Actor, subjects: list[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in await queries.history(actor, subjects) if subjects else []:
        found.setdefault(row.subject_id, []).append(
            _visit(
                row.id,
                row.decision_number,
                row.issued_on,
                row.state,
                [_shortened(description) for description in row.violations],
                row.form,
            )
        )
    return found


async def _cases(actor: Actor, subjects: list[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in await queries.cases(actor, subjects) if subjects else []:
        found.setdefault(row.subject_id, []).append(_case(row))
    return found


def _case(row: PastCase) -> dict[str, Any]:
    """Return what a phone learns of a case: the decision, the unpaid amount, the end of re-offence."""
    fine, paid = row.fine_total_vnd, row.paid_total_vnd
    ended, warned = (row.executed_at, row.lapsed_on), row.only_warned
    lapses_on = prior_offences.lapses_on(*ended, only_warned=warned) if row.sanctioned_on else None
    return {
        "case_id": row.id,
        "inspection_id": row.inspection_id,
        "number": row.number,
        "state": row.state,
        "sanctioned_on": row.sanctioned_on,
        "decision_number": row.decision_number,
        "only_warned": row.only_warned,
        "fine_vnd": fine,
        "open_vnd": prior_offences.open_vnd(fine, paid, row.lapsed_on),
        "executed_on": row.executed_at,
        "lapses_on": lapses_on,
    }


def _visit(
    ident: UUID,
    number: str,
    issued_on: str,
    state: str,
    violations: list[str],
    form: str | None,
) -> dict[str, Any]:
    return {
        "inspection_id": str(ident),
        "number": number,
        "issued_on": issued_on,
        "state": state,
        "violations": violations,
        "form": form,
    }


def _shortened(text: str) -> str:
    return text if len(text) <= _DESCRIPTION else text[: _DESCRIPTION - 1] + "…"


async def _size(actor: Actor) -> tuple[int, int]:
    """Return the number of entries of all offline data, and its bytes as plain JSON.

    The size is exact except for escapes and for findings in histories, which are estimated from
    200.
    """
    entries, size = 0, 0
    for kind in rules.STATIC:
        small = await _entries(kind)
        entries += len(small)
        size += sum(len(msgspec.json.encode(entry)) + 1 for entry in small)
    row = await queries.size(actor)
    bare = dict.fromkeys(SubjectRow.__struct_fields__) | {"history": [], "cases": []}
    frame = (
        len(msgspec.json.encode(ReferenceEntry(kind="business", id="", text="", value=bare))) + 1
    )
    there = len(SubjectRow.__struct_fields__) * row.businesses - row.nulls
    # Each column that is not null replaces "null" and is quoted, except numbers.
    quotes = there * (2 - len("null")) - row.numbers * 2
    businesses = row.businesses * (frame + 36) + row.bytes + row.letters + quotes
    visit = (
        len(
            msgspec.json.encode(
                _visit(UUID(int=0), "0" * 16, "2026-01-01", "submitted", [], "BB-KT")
            )
        )
        + 1
    )
    histories = row.inspections * (visit + row.found_bytes) + row.cases * _CASE_BYTES
    return entries + row.businesses, size + businesses + histories
