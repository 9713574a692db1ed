"""The jobs that look for findings: read the facts, apply the rules, store what is new.

Repeating a job changes nothing.
"""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend.core import anchors, change_feed, clock
from backend.core.database import transaction
from backend.core.geodesy import Point
from backend.core.job_queue import FIND_IN_INSPECTION, enqueue, enqueue_each
from backend.core.limits import Limits
from backend.fieldwork.queries import finding_facts as facts_queries
from backend.fieldwork.queries import findings as queries
from backend.fieldwork.queries import inspections as inspection_queries
from backend.fieldwork.queries.finding_facts import InspectionFacts, LogRow, PhotoKey, PhotoRow
from backend.fieldwork.rules import findings as rules
from backend.fieldwork.rules import log_findings as log_rules
from backend.fieldwork.rules.findings import Fix, Found, PhotoFacts
from backend.fieldwork.rules.log_findings import LogEntry
from schemas.fieldwork.acts import Place
from schemas.fieldwork.findings import FindingKind

_MOST_COPIES = 100
"""Copies of one file that become findings. One more copy would tell nothing new."""
_MOST_COPIES_OF_ALL = 1000
_MOST_PAIRS = 50
"""Pairs of positions (the fastest) that become findings of one inspection, so that a phone which
sends nonsense does not fill the page."""
_GAPS_AT_ONCE = 200

_REPEATED = frozenset({FindingKind.SAME_BYTES, FindingKind.SIMILAR_PICTURE})
"""Kinds that in_inspection() never closes, because bytes and pictures do not change."""


async def in_photo(photo_id: UUID, limits: Limits) -> None:
    """Look for findings about one photograph, comparing it with all photographs of the force.

    If it resembles a photograph of another inspection, that inspection gets a finding too.
    """
    inspection_id = await inspection_queries.inspection_of_photo(photo_id)
    if inspection_id is None:
        return
    async with transaction():
        await facts_queries.lock_inspection(inspection_id)
        inspection = await facts_queries.inspection(inspection_id)
        row = await facts_queries.photo(photo_id)
        if inspection is None or row is None:
            return
        found = rules.of_photo(_photo(row), _address(inspection), limits)
        found += await _repeated(row, limits)
        await _keep(found, clock.now())
        if inspection.submitted_at is not None:
            await enqueue(FIND_IN_INSPECTION, inspection_id)


async def _repeated(row: PhotoRow, limits: Limits) -> list[Found]:
    found: list[Found] = []
    for other in await facts_queries.same_bytes(row.id, row.sha256, _MOST_COPIES):
        found += _pair(FindingKind.SAME_BYTES, row, other, {})
    for other in await facts_queries.similar(row.id, limits.similar_bits, limits.similar_most):
        numbers = {"distance_bits": other.distance_bits, "limit_bits": limits.similar_bits}
        found += _pair(FindingKind.SIMILAR_PICTURE, row, other, numbers)
    return found


def _pair(
    kind: FindingKind, one: PhotoKey, other: PhotoKey, numbers: dict[str, int]
) -> list[Found]:
    """Two findings, one for each photograph's inspection."""
    return [
        Found(
            kind=kind,
            inspection_id=mine.inspection_id,
            subject_id=mine.id,
            photo_id=mine.id,
            act_id=mine.act_id,
            other_id=beside.id,
            other_inspection_id=beside.inspection_id,
            other_photo_id=beside.id,
            numbers=numbers,
        )
        for mine, beside in ((one, other), (other, one))
    ]


async def in_inspection(inspection_id: UUID, limits: Limits) -> None:
    """Look for findings in a whole inspection: photographs, positions, clocks, gaps.

    Close earlier findings that no longer apply.
    """
    async with transaction():
        await facts_queries.lock_inspection(inspection_id)
        inspection = await facts_queries.inspection(inspection_id)
        if inspection is None:
            return
        found = await _of_positions(inspection_id, _address(inspection), limits)
        entries = [_entry(row) for row in await facts_queries.log_entries(inspection_id)]
        for copy in await facts_queries.copies(inspection_id, _MOST_COPIES_OF_ALL):
            found += _pair(FindingKind.SAME_BYTES, copy, copy.other, {})
        found += log_rules.clock_offsets(entries, limits)
        found += log_rules.clocks_set_back(entries, limits)
        found += log_rules.sequence_gaps(entries)
        now = clock.now()
        await _keep(found, now)
        standing = [
            (item.kind.value, item.subject_id, item.other_id)
            for item in found
            if item.inspection_id == inspection_id
        ]
        kinds = [kind.value for kind in FindingKind if kind not in _REPEATED]
        if await queries.close_others(inspection_id, now, kinds, standing):
            await _tell([inspection_id])


async def _of_positions(inspection_id: UUID, address: Point | None, limits: Limits) -> list[Found]:
    rows = await facts_queries.photos(inspection_id)
    photos = [_photo(row) for row in rows]
    held = {row.id for row in rows if row.quarantine is not None}
    places = await facts_queries.places(inspection_id)
    found = [item for photo in photos for item in rules.of_photo(photo, address, limits)]
    found += [item for fix in places for item in rules.of_fix(fix, address, limits)]
    # It is in doubt whose phone a held photograph came from: it is no evidence of an officer's way.
    own = places + [photo.fix for photo in photos if photo.fix and photo.photo_id not in held]
    found += rules.constant_accuracy(own, limits)
    found += await _too_fast(inspection_id, own, limits)
    return found


async def _too_fast(inspection_id: UUID, own: list[Fix], limits: Limits) -> list[Found]:
    if not own:
        return []
    moments = [fix.fixed_at for fix in own]
    officers = sorted({fix.officer_id for fix in own})
    elsewhere = await facts_queries.fixes_elsewhere(
        inspection_id,
        officers,
        min(moments) - facts_queries.DAY,
        max(moments) + facts_queries.DAY,
    )
    fixes = own + elsewhere
    found: list[Found] = []
    for officer_id in officers:
        his = [fix for fix in fixes if fix.officer_id == officer_id]
        found += rules.too_fast_for(inspection_id, his, limits)
    found.sort(key=lambda item: (-item.numbers["speed_kmh"], item.subject_id, item.inspection_id))
    return found[:_MOST_PAIRS]


async def look_at_filled_gaps() -> int:
    """Queue in_inspection() for inspections with a sequence gap that has been filled since.

    Returns how many.
    """
    async with transaction():
        ids = await facts_queries.list_filled_gaps(_GAPS_AT_ONCE)
        await enqueue_each(FIND_IN_INSPECTION, ids)
    return len(ids)


async def _keep(found: list[Found], now: datetime) -> None:
    """Store findings, sorted by key.

    All jobs use this order, so two jobs that write the same findings wait for each other but cannot
    deadlock.
    """
    if not found:
        return
    ordered = sorted(
        {
            (item.inspection_id, item.kind, item.subject_id, item.other_id): item for item in found
        }.values(),
        key=lambda item: (item.inspection_id, item.kind, item.subject_id, str(item.other_id)),
    )
    new = await queries.keep([_row(item) for item in ordered], now)
    await _tell(new)


async def _tell(inspection_ids: list[UUID]) -> None:
    """Make the phones of the teams fetch these inspections again."""
    await change_feed.tell_each(await queries.teams(inspection_ids), "inspection")


def _row(item: Found) -> tuple[Any, ...]:
    return (
        uuid4(),
        item.inspection_id,
        item.kind.value,
        item.subject_id,
        item.photo_id,
        item.act_id,
        item.other_id,
        item.other_inspection_id,
        item.other_photo_id,
        msgspec.json.encode(item.numbers).decode(),
    )


def _address(inspection: InspectionFacts) -> Point | None:
    if inspection.latitude_e7 is None or inspection.longitude_e7 is None:
        return None
    return (inspection.latitude_e7, inspection.longitude_e7)


def _photo(row: PhotoRow) -> PhotoFacts:
    return PhotoFacts(
        inspection_id=row.inspection_id,
        photo_id=row.id,
        act_id=row.act_id,
        way=row.way,
        made_at=row.made_at,
        fix=None if row.place is None else _fix_of_photo(row, row.place),
        exif=row.exif if isinstance(row.exif, dict) else {},
    )


def _fix_of_photo(row: PhotoRow, place: Place) -> Fix:
    return Fix(
        inspection_id=row.inspection_id,
        act_id=row.act_id,
        photo_id=row.id,
        officer_id=row.officer_id,
        latitude_e7=place.latitude_e7,
        longitude_e7=place.longitude_e7,
        accuracy_mm=place.accuracy_mm,
        source=place.source,
        fixed_at=place.fixed_at,
        made_at=row.made_at,
        mocked=place.mocked,
    )


def _entry(row: LogRow) -> LogEntry:
    return LogEntry(
        inspection_id=row.inspection_id,
        act_id=row.act_id,
        device_id=row.device_id,
        officer_id=row.officer_id,
        seq=row.seq,
        made_at=row.made_at,
        mono_ms=row.mono_ms,
        anchored_at=anchors.read(row.anchor) if row.anchor else None,
        received_at=row.received_at,
        known_before=row.known_before,
    )
