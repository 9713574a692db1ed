"""`hientruong verify`: recompute everything from the database and the object store, trusting neither.

- Entries: the act's hash from its canonical text, the chain inside its record, the entry's hash,
  the receipt's signature, and the device's signature if it was valid when the act arrived.
- States: the state of each inspection and each case is the fold of its acts.
- Heads: no record's tail is missing.
- Leaves and checkpoints: the log's root, its signature, and that every sealed entry still exists.
- Read tables: each photograph and each document obtained on site is as its act announced it;
  delegations, and asks about officers, are as their acts say; lines of the work diary have the
  acts that wrote, confirmed and noted on them.
- Objects: each one is read completely and hashed, and is as protected as was recorded.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from backend.core import database
from backend.core.canonical_json import canonical
from backend.fieldwork.evidence.auditing import Auditor
from backend.ledger import device_signature, proof
from backend.ledger import service as ledger
from backend.ledger.canonical import Malformed, parse_act
from backend.ledger.rules import merkle
from backend.ledger.sealer import checkpoint_payload
from backend.operations.queries import verification as queries
from backend.operations.rules.verification import CheckpointRow, EntryRow
from backend.operations.verification import (
    desk_papers,
    objects,
    obtained,
    signatures,
    unlocked,
    unsealed,
)
from backend.operations.verification.approvals import Approvals
from backend.operations.verification.behaviours import Behaviours
from backend.operations.verification.cases import Cases
from backend.operations.verification.desk_papers import DeskPapers
from backend.operations.verification.diary import Diary
from backend.operations.verification.exceptions import Exceptions
from backend.operations.verification.faults import DATABASE_FAULTS, database_gone, unreadable
from backend.operations.verification.findings import Report, Verdict
from backend.operations.verification.objects import Say
from backend.operations.verification.parties import Parties
from backend.operations.verification.party_imports import PartyImports
from backend.operations.verification.party_likeness import PartyLikenesses
from backend.operations.verification.people import People
from backend.operations.verification.people_imports import PeopleImports
from backend.operations.verification.plans import Plans
from backend.operations.verification.report_definitions import ReportDefinitions
from backend.operations.verification.reports import Reports
from backend.operations.verification.ring import verify_ring
from backend.operations.verification.samples import Samples
from backend.operations.verification.site_files import SiteFiles
from backend.operations.verification.standing import Standing
from backend.operations.verification.unit_asks import UnitAsks

PAGE = 1000
Outside = Callable[[datetime], Awaitable[int]]


async def verify(
    store: Auditor | None, say: Say, report: Report | None = None, outside: Outside | None = None
) -> Report:
    """Run every check, one after another, and add findings to `report`.

    If `store` is None, objects are not checked, and the report says so. `outside` is that of
    verify_ring(). A check that fails is reported, and the next one runs. Raises only
    DATABASE_FAULTS.
    """
    report = report or Report()
    totals = await queries.totals()
    checks: list[tuple[str, Callable[[], Awaitable[None]]]] = [
        ("keys", lambda: verify_ring(report, outside)),
        ("entries", lambda: _entries(report, say, totals.entries)),
        ("heads", lambda: _heads(report)),
        ("log", lambda: _log(report, say, totals.leaves)),
        ("queue of the sealer", lambda: unsealed.check(report)),
        ("photographs", lambda: _announced(report)),
        ("documents obtained on site", lambda: obtained.check(report)),
        ("locks", lambda: unlocked.check(report, store)),
        ("object store", lambda: objects.verify_objects(report, store, say, totals.objects)),
    ]
    for where, check in checks:
        with unreadable(report, where):
            await check()
    signatures.tell_unknown_keys(report)
    return report


class _Follower(Protocol):
    """What takes every entry in the order of the records, and compares."""

    async def see(self, row: EntryRow) -> None: ...
    async def end(self) -> None: ...


def _followers(report: Report) -> tuple[_Follower, ...]:
    return (
        Standing(report),
        DeskPapers(report, desk_papers.OF_DECISIONS),
        DeskPapers(report, desk_papers.OF_RECORDS),
        SiteFiles(report),
        Cases(report),
        Behaviours(report),
        Exceptions(report),
        People(report),
        UnitAsks(report),
        Approvals(report),
        Plans(report),
        Diary(report),
        ReportDefinitions(report),
        Reports(report),
        Samples(report),
        PartyImports(report),
        PeopleImports(report),
        PartyLikenesses(report),
        Parties(report),
    )


async def _entries(report: Report, say: Say, total: int) -> None:
    record: UUID | None = None
    number, previous = 0, b""
    followers = _followers(report)
    while rows := await queries.entries_after(record, number, PAGE):
        for row in rows:
            if row.record_id != record:
                record, number, previous = row.record_id, 0, b""
            with unreadable(report, f"record {record} entry {row.number}"):
                _entry(report, row, number, previous)
            with unreadable(report, f"record {record} entry {row.number}"):
                for follower in followers:
                    await follower.see(row)
            number, previous = row.number, row.entry_hash
            report.entries += 1
        say("entries", report.entries, total)
    for follower in followers:
        with unreadable(report, type(follower).__name__.lower()):
            await follower.end()


def _entry(report: Report, row: EntryRow, last_number: int, last_hash: bytes) -> None:
    where = f"record {row.record_id} entry {row.number}"
    if row.number != last_number + 1:
        report.add(Verdict.TAMPERED, where, f"entry {last_number + 1} is missing: the numbers jump")
    elif (row.previous_hash or b"") != last_hash:
        report.add(
            Verdict.TAMPERED, where, "the chain is broken: it does not follow the entry before"
        )
    made = proof.sums(row)
    if made.act_hash != row.act_hash:
        report.add(Verdict.TAMPERED, where, "the act's text does not have the act's hash")
    _same_as_act(report, where, row)
    if made.entry_hash != row.entry_hash:
        report.add(Verdict.TAMPERED, where, "the entry's hash does not follow from its content")
    signatures.check(report, where, "receipt", made.receipt, row.key_id, row.receipt_signature)
    _device_signature(report, where, row)
    _bounds(report, where, row)


def _device_signature(report: Report, where: str, row: EntryRow) -> None:
    """Check a phone's signature that was valid when the act arrived.

    Invalid ones were reported then.
    """
    if row.device_id is None or msgspec.json.decode(row.verdicts).get("signature") != "ok":
        return
    if row.public_key is None:
        report.add(Verdict.INCOMPLETE, where, "the device that signed it is not in the register")
        return
    try:
        act = msgspec.json.decode(row.act)
        signature = act.pop("signature")
    except (msgspec.DecodeError, AttributeError, KeyError):
        return  # already reported: the act's text is no act
    if not device_signature.is_valid(row.public_key, signature, canonical(act)):
        report.add(
            Verdict.TAMPERED,
            where,
            "the device's signature is not valid: act, verdict or key changed",
        )


def _bounds(report: Report, where: str, row: EntryRow) -> None:
    """Recompute the verdicts about clock and position from act and receipt, and compare them."""
    kept = msgspec.json.decode(row.verdicts)
    if "time" not in kept:
        return  # an act of the desk, or one recorded before these verdicts existed
    try:
        parsed = parse_act(msgspec.json.decode(row.act))
    except msgspec.DecodeError:
        return  # already reported: the act's text is no act
    if isinstance(parsed, Malformed):
        return
    again = ledger.bounds_verdicts(parsed, row.received_at)
    if any(kept.get(question) != answer for question, answer in again.items()):
        report.add(Verdict.TAMPERED, where, "a verdict about its clock or position was changed")


def _same_as_act(report: Report, where: str, row: EntryRow) -> None:
    """Check that the columns beside the act's text agree with the text."""
    same = proof.says_the_same(row)
    if same is None:
        report.add(Verdict.TAMPERED, where, "the act's text is no act")
    elif not same:
        report.add(
            Verdict.TAMPERED,
            where,
            "a column beside the act says something else than the act, or its text is not canonical",
        )


async def _heads(report: Report) -> None:
    after: UUID | None = None
    while rows := await queries.heads_with_tails_after(after, PAGE):
        for row in rows:
            where = f"record {row.record_id}"
            if row.tail_number != row.last_number or row.tail_hash != row.last_hash:
                report.add(
                    Verdict.TAMPERED,
                    where,
                    f"the record ends at entry {row.tail_number or 0}, its head says {row.last_number}",
                )
        after = rows[-1].record_id
    for record_id in await queries.records_without_head():
        report.add(Verdict.TAMPERED, f"record {record_id}", "the record's head is gone")


async def _log(report: Report, say: Say, total: int) -> None:
    checkpoints = {row.size: row for row in await queries.checkpoints()}
    size, frontier = 0, list[bytes]()
    previous: bytes | None = None
    while rows := await queries.leaves_after(size - 1, PAGE):
        for row in rows:
            where = f"record {row.record_id} entry {row.number}"
            if row.position != size:
                report.add(Verdict.TAMPERED, f"leaf {size}", "a leaf of the log is missing")
                return
            if row.present_hash is None:
                report.add(Verdict.TAMPERED, where, "the entry was sealed and is gone")
            elif row.present_hash != row.entry_hash:
                report.add(Verdict.TAMPERED, where, "the entry is not the one that was sealed")
            size, frontier = merkle.append(size, frontier, row.entry_hash)
            report.leaves += 1
            if checkpoint := checkpoints.pop(size, None):
                _checkpoint(report, checkpoint, merkle.root(frontier), previous)
                previous = checkpoint.root
        say("leaves", report.leaves, total)
    for size in sorted(checkpoints):
        report.add(
            Verdict.TAMPERED, f"checkpoint {size}", "the log is shorter than this checkpoint says"
        )
    report.unsealed = report.entries - report.leaves


def _checkpoint(report: Report, row: CheckpointRow, root: bytes, previous: bytes | None) -> None:
    where = f"checkpoint {row.size}"
    report.checkpoints += 1
    if row.root != root:
        report.add(Verdict.TAMPERED, where, "the log's root is not the one that was signed")
    if row.previous_root != previous:
        report.add(Verdict.TAMPERED, where, "a checkpoint before this one is missing or another")
    payload = checkpoint_payload(
        row.size,
        row.root,
        row.previous_root,
        row.made_at,
        row.key_id,
        row.log_id,
    )
    signatures.check(report, where, "checkpoint", payload, row.key_id, row.signature)


async def _announced(report: Report) -> None:
    after: UUID | None = None
    while rows := await queries.announced_photos_after(after, PAGE):
        for row in rows:
            where = f"photograph {row.id}"
            if row.act is None:
                report.add(Verdict.TAMPERED, where, "the act that announced it is gone")
                continue
            content = msgspec.json.decode(row.act)["content"]
            # A wrong size with the right hash is corrected when the bytes are stored and measured.
            sizes_differ = row.stored_at is None and content["size"] != row.size
            if content["sha256"] != row.sha256 or sizes_differ:
                report.add(
                    Verdict.TAMPERED, where, "its hash or size is not what its act announced"
                )
        after = rows[-1].id


async def in_snapshot(store: Auditor | None, say: Say, outside: Outside | None = None) -> Report:
    """Run verify() in one snapshot of the database, while the system continues to work.

    Never raises because of findings or because a part is gone. What was found until then is kept,
    and the rest is reported as not proven.
    """
    report = Report()
    try:
        async with database.transaction():
            await queries.one_snapshot()
            await verify(store, say, report, outside)
    except DATABASE_FAULTS as error:
        database_gone(report, error)
    return report
