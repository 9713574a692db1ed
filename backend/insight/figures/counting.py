"""Counts what happened in records, from sealed acts of the ledger. One worker at a time.

    counted = await counting.count_next()      # a portion of the log, in a transaction of its own; 0: all is counted

Nothing is written while an act is taken: hot rows in its transaction would queue everybody. Acts are counted in the
order of the log, once they are sealed (a second later), so `figure_progress.through` names exactly what a figure rests
on: the leaves before that position give the same figures to the đồng, at any time. A record that moved is counted
whole; only what differs from before is written.

A record whose acts cannot be counted does not hold up the others: it is set aside (figure_faults) with what it counted
before, told to operators, and tried again each hour and with each of its acts.
"""

import asyncio
import dataclasses
import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid5

import msgspec
import structlog

from backend.casework.cases import events as case_events
from backend.core import clock
from backend.core.actors import UnitPath
from backend.core.database import transaction
from backend.insight.queries import counted_units, set_aside
from backend.insight.queries import counting as queries
from backend.insight.queries.counted_units import UnitRow
from backend.insight.queries.counting import Moved
from backend.insight.rules import placing, rolling
from backend.insight.rules.counting import cases, informations, inspections
from backend.insight.rules.counting.counted import Cell, Counted
from backend.intake.informations import events as information_events
from backend.law.catalogue import edition_files
from backend.law.rules.catalogue import CatalogueFault
from backend.law.sanctions import engine
from backend.ledger import clocks
from backend.ledger.events import Events
from backend.ledger.rules.entries import RecordedAct
from backend.ledger.rules.events import Event
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.words import ActType
from schemas.intake.words import InformationAct
from schemas.ledger.acts import CONTENTS, Act

_log = structlog.get_logger("figures")
EVERY = timedelta(seconds=10)
"""How often a worker looks for newly sealed acts: what pages show as the most that figures lag."""
AGAIN = timedelta(hours=1)
"""After which a record is tried again that could not be counted: a newer release may know how."""
PORTION = 2000
"""Acts in one transaction. Nobody else writes these rows, so a round holds nobody up."""
_INSPECTION: Events[ActType, Event[ActType]] = Events(ActType, CONTENTS, Event)
_NAMES = UUID("8a0b1c1e-6f5b-4f0e-9d53-0c8a2f1f7f10")
"""Under which a party that is in no register gets an id, from the hash that names it."""


def of_case(acts: Iterable[RecordedAct]) -> list[Counted]:
    """Return what the acts of a case count, as the worker counts it; places and sums are not in it."""
    return cases.count([case_events.of_row(one) for one in acts], engine.compute, field_of)


def _of_inspection(acts: Iterable[RecordedAct]) -> list[Counted]:
    return inspections.count([_told(one) for one in acts])


def _told(row: RecordedAct) -> Event[ActType]:
    """Return an inspection's act at the moment from which the law counts: a phone's clock may be years off."""
    event = _INSPECTION.of_row(row)
    if event.type not in inspections.AT_ITS_MOMENT:
        return event
    at = clocks.told_at(msgspec.json.decode(row.act, type=Act), row.received_at)
    return dataclasses.replace(event, made_at=at)


def _of_information(acts: Iterable[RecordedAct]) -> list[Counted]:
    """Count an information; the acts of its papers, which are in its record too, count nothing."""
    own = (one for one in acts if one.act_type in _OF_INFORMATION)
    return informations.count([information_events.of_row(one) for one in own])


_OF_INFORMATION = frozenset(InformationAct)


_COUNTERS: dict[str, Callable[[Iterable[RecordedAct]], list[Counted]]] = {
    RecordKind.CASE: of_case,
    RecordKind.INSPECTION: _of_inspection,
    RecordKind.INFORMATION: _of_information,
}

KINDS: tuple[str, ...] = tuple(_COUNTERS)
"""Kinds of record of which anything is counted."""


def field_of(code: str) -> str:
    """Return the field of a behaviour's code, "" for what the catalogue does not have."""
    draft = edition_files.draft(code, edition_files.books_from(None)[0])
    if draft is not None:
        return str(draft.field)
    try:
        return str(edition_files.field_of(code, edition_files.books_from(None)[0]))
    except CatalogueFault:
        return ""


async def count_next(portion: int = PORTION) -> int:
    """Count the next sealed acts in a transaction of its own; return how many. 0 if all are counted.

    Also 0 if another worker counts just now.
    """
    async with transaction():
        known = await queries.lock_progress()
        if known is None:
            return 0
        moved = await queries.moved(known.through, portion)
        if not moved:
            await _try_again(known.through)
            return 0
        through = max(one.position for one in moved) + 1
        changed = [one.record_id for one in moved if one.record_kind == RecordKind.UNIT]
        if changed:
            moved += await counted_units.after_closing(changed, through)
        await _recount(moved, through)
        await queries.advance(through, clock.now())
    return through - known.through


async def _recount(moved: Sequence[Moved], through: int) -> None:
    """Count these records anew as of a position of the log, and write what differs."""
    for kind in KINDS:
        ids = sorted({one.record_id for one in moved if one.record_kind == kind})
        if ids:
            await _recount_kind(kind, ids, through)


async def _recount_kind(kind: str, ids: Sequence[UUID], through: int) -> None:
    counted = await _count(kind, ids, through)
    await _write(counted.found)
    await set_aside.take_back(list(counted.found))
    if counted.faults:
        await set_aside.put(kind, counted.faults, clock.now())
        for record_id, fault in counted.faults.items():
            _log.error("figures_record_set_aside", record=str(record_id), kind=kind, fault=fault)


async def _try_again(through: int) -> None:
    """Count what was set aside an hour ago or more. Inside the transaction that holds the progress."""
    waiting = await set_aside.to_try(clock.now() - AGAIN, PORTION)
    for kind in KINDS:
        ids = sorted(record_id for record_id, of in waiting if of == kind)
        if ids:
            await _recount_kind(kind, ids, through)


@dataclasses.dataclass(frozen=True)
class _Told:
    """What acts of records give: each event with the unit whose it was; and which records cannot be counted."""

    found: dict[UUID, list[tuple[UnitPath, Counted]]]
    faults: dict[UUID, str]


async def _count(kind: str, ids: Sequence[UUID], through: int) -> _Told:
    """Return what the sealed acts of records give."""
    units = await counted_units.units_as_of(through)
    acts = await queries.sealed_of(ids, through)
    owner = await queries.owners(kind, ids)
    told = _Told({}, {})
    for record_id in ids:
        try:
            counted = _COUNTERS[kind](acts[record_id])
            placed = _placed(counted, _led(kind, acts[record_id], owner.get(record_id)), units)
        except Exception as fault:
            told.faults[record_id] = _name_of(fault)
        else:
            told.found[record_id] = placed
        await asyncio.sleep(0)  # the process does other things meanwhile
    return told


def _name_of(fault: Exception) -> str:
    """Return which error it is and where; its message may tell of the record, and stays out of logs."""
    at = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} in {at.name}, line {at.lineno} of {Path(at.filename).name}"[
        :300
    ]


_Led = Callable[[date], UUID | None]
"""The unit that led a record on a day, by its acts."""


def _led(kind: str, acts: Sequence[RecordedAct], owner: UUID | None) -> _Led:
    if kind == RecordKind.INFORMATION:
        register = _register_of(acts) or owner
        return lambda _day: register
    if kind != RecordKind.CASE:
        return lambda _day: owner
    units: list[tuple[date, UUID | None]] = [*_units_of(acts)] or [(date.min, owner)]
    return lambda day: next((unit for since, unit in reversed(units) if since <= day), units[0][1])


def _units_of(acts: Sequence[RecordedAct]) -> Iterable[tuple[date, UUID]]:
    """Return the unit in which a case was opened, and those that succeeded it, each from a day on.

    A successor whose own work went on as of an earlier day than it got the case has it from no day before that.
    """
    since = date.min
    for one in acts:
        content = msgspec.json.decode(one.act)["content"]
        if opening := content.get("opening"):
            yield date.min, UUID(opening["unit_id"])
        elif one.act_type == CaseAct.CASE_SUCCEEDED:
            since = max(since, date.fromisoformat(content["on"]))
            yield since, UUID(content["unit_id"])


def _register_of(acts: Sequence[RecordedAct]) -> UUID | None:
    """Return the unit in whose register an information stands by these acts: it may be classified anew meanwhile."""
    for one in reversed(acts):
        if one.act_type in (InformationAct.REGISTERED, InformationAct.CLASSIFIED):
            return UUID(msgspec.json.decode(one.act)["content"]["unit_id"])
    return None


async def meant(
    kind: str, ids: Sequence[UUID], through: int
) -> dict[UUID, set[tuple[int, Counted]]]:
    """Return the same as it is stored: with the place's id. A place that nothing was counted in yet is -1.

    Without those that cannot be counted.
    """
    place_of = await queries.known_places()
    return {
        record_id: {(place_of.get(path, -1), one) for path, one in told}
        for record_id, told in (await _count(kind, ids, through)).found.items()
    }


def _placed(
    found: list[Counted], led: _Led, units: dict[UUID, UnitRow]
) -> list[tuple[UnitPath, Counted]]:
    owners = [(led(one.happened_on), one) for one in found]
    return [(_path(owner, one, units), _keyed(one)) for owner, one in owners if owner is not None]


def _path(owner: UUID, one: Counted, units: dict[UUID, UnitRow]) -> UnitPath:
    path = placing.place(owner, one.happened_on, units)
    return UnitPath(unit_1=path.unit_1) if one.whole_force else path


def _keyed(one: Counted) -> Counted:
    """Return the event with the party's key as an id."""
    if one.party_key is None:
        return one
    try:
        key = UUID(one.party_key)
    except ValueError:
        key = uuid5(_NAMES, one.party_key)
    return dataclasses.replace(one, party_key=str(key))


async def _write(now: dict[UUID, list[tuple[UnitPath, Counted]]]) -> None:
    place_of = await queries.places(path for told in now.values() for path, _ in told)
    path_of = {place: path for path, place in place_of.items()}
    before = await queries.counted(list(now))
    new: list[tuple[UUID, int, Counted]] = []
    gone: list[tuple[UUID, int, Counted]] = []
    for record_id, told in now.items():
        meant = {(place_of[path], one) for path, one in told}
        new += [(record_id, place, one) for place, one in meant - before[record_id]]
        gone += [(record_id, place, one) for place, one in before[record_id] - meant]
    sums: dict[rolling.Key, rolling.Sums] = {}
    rolling.change(sums, [(path_of[place], one) for _, place, one in gone], -1)
    rolling.change(sums, [(path_of[place], one) for _, place, one in new], 1)
    wanted: list[tuple[int, Cell]] = [(key.grain, key.cell) for key in sums]
    wanted += [(2, one.cell) for _, _, one in new]
    ids = await queries.cells(wanted)
    await queries.take_out([(record_id, one) for record_id, _, one in gone])
    await queries.put([(record, ids[2, one.cell], place, one) for record, place, one in new])
    await queries.add(sums, ids)


async def count_all() -> int:
    """Count all that is sealed, a portion after the other; return how many acts."""
    done = 0
    while counted := await count_next():
        done += counted
    return done


async def waiting_acts() -> float:
    """Return how many sealed acts are not counted yet."""
    return float((await queries.waiting()).acts)


async def set_aside_records() -> float:
    """Return how many records cannot be counted."""
    return float(await set_aside.how_many())


async def lag_seconds() -> float:
    """Return for how long the oldest sealed act that is not counted has been recorded; 0 if all are."""
    return (await queries.waiting()).seconds
