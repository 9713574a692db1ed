"""Findings from a phone's log: wrong clocks and missing acts. Pure, like findings.py."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.core.limits import Limits
from backend.fieldwork.rules.findings import Found
from schemas.fieldwork.findings import FindingKind


class LogEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One act of a phone. `anchored_at` is the server time that its anchor proves, or None.

    `known_before` is the highest sequence number below this one that the server has from the same
    log; 0 if there is none.
    """

    inspection_id: UUID
    act_id: UUID
    device_id: UUID
    officer_id: UUID
    seq: int
    made_at: datetime
    mono_ms: int | None
    anchored_at: datetime | None
    received_at: datetime
    known_before: int


def clock_offset_s(entry: LogEntry) -> int:
    """Return the seconds by which the phone's clock is certainly wrong.

    Negative if the act claims to be before its anchor, positive if after its receipt, 0 if between.
    """
    if entry.made_at > entry.received_at:
        return int((entry.made_at - entry.received_at).total_seconds())
    if entry.anchored_at is not None and entry.made_at < entry.anchored_at:
        return -int((entry.anchored_at - entry.made_at).total_seconds())
    return 0


def clock_offsets(entries: Iterable[LogEntry], limits: Limits) -> list[Found]:
    """Return one finding per phone with a wrong clock: its largest offset and how many acts."""
    by_device: dict[UUID, list[LogEntry]] = {}
    for entry in entries:
        if abs(clock_offset_s(entry)) > limits.clock_s:
            by_device.setdefault(entry.device_id, []).append(entry)
    found = []
    for device_id, wrong in by_device.items():
        worst = max(wrong, key=lambda entry: (abs(clock_offset_s(entry)), -entry.seq))
        numbers = {
            "offset_s": clock_offset_s(worst),
            "acts": len(wrong),
            "limit_s": limits.clock_s,
        }
        found.append(_of(worst, FindingKind.CLOCK_OFFSET, device_id, numbers))
    return found


def clocks_set_back(entries: Iterable[LogEntry], limits: Limits) -> list[Found]:
    """Return a finding wherever a phone's clock went back between two successive acts of its log.

    If the phone's monotonic clock went on, it tells how far the wall clock should have moved at
    least. That clock may stop in sleep and starts anew with the page, so a wall clock set *forward*
    looks the same as a phone that slept for a night.
    """
    found = []
    before: dict[tuple[UUID, UUID], LogEntry] = {}
    for entry in sorted(entries, key=lambda item: item.seq):
        log = (entry.device_id, entry.officer_id)
        last, before[log] = before.get(log), entry
        if last is None or last.seq + 1 != entry.seq:
            continue
        passed = timedelta()
        if last.mono_ms is not None and entry.mono_ms is not None and entry.mono_ms > last.mono_ms:
            passed = timedelta(milliseconds=entry.mono_ms - last.mono_ms)
        back = int((passed - (entry.made_at - last.made_at)).total_seconds())
        if back > limits.clock_s:
            numbers = {"set_back_s": back, "limit_s": limits.clock_s}
            found.append(_of(entry, FindingKind.CLOCK_OFFSET, entry.act_id, numbers))
    return found


def sequence_gaps(entries: Iterable[LogEntry]) -> list[Found]:
    """Return a finding for each act right before which numbers of the phone's log are missing."""
    found = []
    for entry in entries:
        missing = entry.seq - entry.known_before - 1
        if missing > 0:
            numbers = {
                "after_seq": entry.known_before,
                "before_seq": entry.seq,
                "missing": missing,
            }
            found.append(_of(entry, FindingKind.SEQUENCE_GAP, entry.act_id, numbers))
    return found


def _of(entry: LogEntry, kind: FindingKind, subject_id: UUID, numbers: dict[str, int]) -> Found:
    return Found(
        kind=kind,
        inspection_id=entry.inspection_id,
        subject_id=subject_id,
        act_id=entry.act_id,
        numbers=numbers,
    )
