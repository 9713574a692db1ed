"""Checkpoints outside of the database: small JSON documents in the evidence bucket, or in a file.

Their objects are named `checkpoints/<log id>/<size>.json`. The size is padded, so that a listing is
in order.
"""

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec
import structlog

from backend.core import clock, keys
from backend.ledger.sealer import checkpoint_payload
from backend.operations.queries.recovery import Checkpoint
from backend.operations.rules.recovery import Outside
from media.keys import CHECKPOINTS, Bucket, ObjectName
from media.store import ObjectMissing, ObjectStore, StoreRefused
from schemas.core.problems import Text

_log = structlog.get_logger("recovery")

PREFIX = CHECKPOINTS
FORMAT = "hientruong-checkpoint 1"
MAX_BYTES = 16_384
_DIGITS = 15
_BEFORE_ALL = "checkpoint"
"""A key before all checkpoints. Units' folders are ids, so no other object is in between. (A
listing of SeaweedFS that starts after the folder's own name skips the folder.)"""
_NEAR = 1000
"""How far back a listing begins to find the newest checkpoint that is not beyond the ledger."""
_MAX_LOGS = 100
_MOST_HIDDEN = 10_000
"""How many checkpoints under delete markers are examined above the newest visible one."""
_MOST_VERSIONS = 20
_STRANGERS = 20
"""How many checkpoints that we did not sign are skipped in search of one that we signed."""


class NoCheckpoint(ValueError):
    """The bytes are not one of our checkpoints."""


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The written document. The signature covers all of it but itself and the format (RFC 8785)."""

    format: str
    log_id: UUID | None
    size: int
    root: str
    previous_root: str | None
    made_at: datetime
    key_id: str
    signature: str


def document_of(row: Checkpoint) -> bytes:
    """Encode a checkpoint of this ledger as the document that is written outside."""
    document = Document(
        format=FORMAT,
        log_id=row.log_id,
        size=row.size,
        root=row.root.hex(),
        previous_root=row.previous_root.hex() if row.previous_root else None,
        made_at=row.made_at,
        key_id=row.key_id,
        signature=keys.b64url(row.signature),
    )
    told = msgspec.to_builtins(document) | {"made_at": clock.rfc3339(row.made_at)}
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def read(data: bytes, where: str) -> Outside:
    """Parse a document. Raises NoCheckpoint.

    A signature that is wrong, or made by a stolen key, is reported in `signed` and `remark`.
    """
    try:
        found = msgspec.json.decode(data, type=Document)
        root = bytes.fromhex(found.root)
        previous = bytes.fromhex(found.previous_root) if found.previous_root else None
        made_at = found.made_at.astimezone(UTC)
    except (msgspec.DecodeError, ValueError, OverflowError) as error:  # e.g. a day in the year 0
        raise NoCheckpoint(f"{where}: {error}") from error
    if found.format != FORMAT or found.size < 0:
        raise NoCheckpoint(f"{where}: {found.format}")
    payload = checkpoint_payload(found.size, root, previous, made_at, found.key_id, found.log_id)
    ring = keys.current().ring
    public = ring.public.get(found.key_id)
    genuine = public is not None and keys.verify(payload, found.signature, public)
    return Outside(
        log_id=found.log_id,
        size=found.size,
        root=found.root,
        previous_root=found.previous_root,
        made_at=made_at,
        key_id=found.key_id,
        signature=found.signature,
        where=where,
        signed=genuine and ring.vouches(found.key_id, made_at),
        remark=ring.remark(found.key_id) if genuine else None,
    )


def read_file(path: Path) -> Outside:
    """Read a checkpoint that was kept as a file. Raises OSError, NoCheckpoint."""
    with path.open("rb") as file:
        return read(file.read(MAX_BYTES), str(path))


def name(log_id: UUID, size: int) -> ObjectName:
    """Return the object name of a checkpoint."""
    return ObjectName(Bucket.EVIDENCE, f"{_folder(log_id)}{size:0{_DIGITS}d}.json")


def is_checkpoint(object_key: str) -> bool:
    """Tell whether a key from a row or a listing is that of a checkpoint, not of an original."""
    return object_key.removeprefix(f"{Bucket.EVIDENCE.value}/").startswith(PREFIX)


async def get(store: ObjectStore, log_id: UUID, size: int) -> Outside:
    """Read one checkpoint of the bucket. Raises StoreError (ObjectMissing), NoCheckpoint.

    Anybody with write access to the bucket can overwrite it. So the latest version counts if we
    signed it and it has this log and size, else the oldest such version. If there is none, the
    latest is returned as not signed.
    """
    at = name(log_id, size)
    top = None
    with contextlib.suppress(NoCheckpoint, ObjectMissing):  # a delete marker may be the latest
        top = await _version(store, at, None)
        if _is_of(top, log_id, size):
            return top
    there = await store.versions(at)
    for version in there[::-1][:_MOST_VERSIONS]:
        with contextlib.suppress(NoCheckpoint):
            one = await _version(store, at, version)
            if _is_of(one, log_id, size):
                return one
    if top is None and not there:
        raise ObjectMissing(str(at))
    if top is None:
        raise NoCheckpoint(str(at))
    return msgspec.structs.replace(top, signed=False)


async def _version(store: ObjectStore, at: ObjectName, version: str | None) -> Outside:
    async with store.open(at, length=MAX_BYTES, version=version) as chunks:
        data = b"".join([chunk async for chunk in chunks])
    return msgspec.structs.replace(read(data, str(at)), version=version)


def _is_of(one: Outside, log_id: UUID, size: int) -> bool:
    return one.signed and (one.log_id, one.size) == (log_id, size)


async def newest(
    store: ObjectStore, log_id: UUID, beyond: int, *, hidden: bool = True
) -> list[Outside]:
    """Return the newest checkpoint of a log that we signed and that is above a size.

    It comes last in the list, after newer ones that a stranger wrote. With `hidden`, delete markers
    cannot hide it: versions above the newest visible one are listed too. If strangers wrote very
    many, the first one that we signed above that size is returned instead. Raises StoreError.
    """
    found: list[Outside] = []
    size = await last_size(store, log_id, beyond)
    above = beyond if size is None else size
    under = await all_sizes(store, log_id, above, _MOST_HIDDEN) if hidden else []
    for one in under[::-1][:_STRANGERS]:
        if await _took(store, log_id, one, found):
            return found
    for _ in range(_STRANGERS):
        if size is None:
            break
        if await _took(store, log_id, size, found):
            return found
        size = await last_size(store, log_id, beyond, size)
    if size is None and len(under) <= _STRANGERS:
        return found
    for size in await (all_sizes if hidden else sizes)(store, log_id, beyond, _STRANGERS):
        if await _took(store, log_id, size, found):
            break
    return found


async def _took(store: ObjectStore, log_id: UUID, size: int, found: list[Outside]) -> bool:
    """Append one to `found` and tell whether we signed it.

    Objects that are no checkpoint are left out.
    """
    try:
        found.append(await get(store, log_id, size))
    except (NoCheckpoint, ObjectMissing):
        return False
    return found[-1].signed


async def newest_before(store: ObjectStore, log_id: UUID, moment: datetime) -> Outside | None:
    """Return the newest checkpoint of a log that we signed before a moment (UTC), by binary search.

    Checkpoints that strangers wrote count as later, so that an older one is found, or None. Raises
    StoreError.
    """
    found: Outside | None = None
    last = await last_size(store, log_id, -1)
    after, until = -1, -1 if last is None else last + 1
    while until - after > 1:
        probe = (after + until) // 2
        there = await sizes(store, log_id, probe - 1, 1)
        if there and there[0] < until:
            taken: list[Outside] = []
            if await _took(store, log_id, there[0], taken) and taken[0].made_at < moment:
                found, after = taken[0], there[0]
                continue
        until = probe
    return found


async def sizes(store: ObjectStore, log_id: UUID, after: int, limit: int) -> list[int]:
    """Return the sizes above `after` of a log's checkpoints in the bucket, in order.

    Raises StoreError.
    """
    there = await store.originals_after(_just_before(log_id, after), limit)
    return _sizes_of(log_id, [item.name.key for item in there], after)


async def all_sizes(store: ObjectStore, log_id: UUID, after: int, limit: int) -> list[int]:
    """Return sizes as sizes() does, including those under delete markers. Raises StoreError.

    Do not use it for a binary search: SeaweedFS reads a folder from its start to list versions.
    """
    start = _just_before(log_id, after)
    there = await _any_version_after(store, _folder(log_id), start, limit)
    return _sizes_of(log_id, [name.key for name in there], after)


def _just_before(log_id: UUID, after: int) -> str:
    return name(log_id, after).key if after >= 0 else f"{_folder(log_id)}0"


def _sizes_of(log_id: UUID, keys_there: list[str], after: int) -> list[int]:
    folder, found = _folder(log_id), []
    for key in keys_there:
        if not key.startswith(folder):
            break
        text = key.removeprefix(folder).removesuffix(".json")
        if text.isdigit() and int(text) > after:
            found.append(int(text))
    return found


async def last_size(
    store: ObjectStore, log_id: UUID, beyond: int, below: int | None = None
) -> int | None:
    """Return the greatest size above `beyond` (and below `below`); None if there is none.

    It is found by binary search, because a log of some years has millions of checkpoints.
    """

    async def up_to(after: int, limit: int) -> list[int]:
        return [
            one for one in await sizes(store, log_id, after, limit) if below is None or one < below
        ]

    low = beyond
    there = await up_to(low, 2)
    if not there:
        return None
    low, step = there[-1], 1
    high = None
    while high is None or high - low > 1:
        probe = low + step if high is None else (low + high) // 2
        there = await up_to(probe - 1, 1)
        if there:
            low, step = there[0], step * 2
            if high is not None and low >= high:
                break
        else:
            high = probe
    return low


async def near(
    store: ObjectStore, log_id: UUID, size: int, *, hidden: bool = True
) -> list[Outside]:
    """Return the newest checkpoint of at most `size` entries, and the newest beyond; see newest().

    Raises StoreError.
    """
    start = -1 if size <= _NEAR else size - _NEAR
    below = await (all_sizes if hidden else sizes)(store, log_id, start, _NEAR + 1)
    found: list[Outside] = []
    for at_most in [one for one in below if one <= size][::-1][:_STRANGERS]:
        if await _took(store, log_id, at_most, found):
            break
    return [*found, *await newest(store, log_id, size, hidden=hidden)]


async def logs(store: ObjectStore, *, hidden: bool = True) -> tuple[list[UUID], Outside | None]:
    """Return the logs that have checkpoints in the bucket, from the first hundred folders.

    `hidden` includes checkpoints under delete markers. If there are more folders, also return a
    placeholder that says so. Raises StoreError.
    """
    following = _any_version_after if hidden else _seen_after
    found: list[UUID] = []
    after = ""
    for _ in range(_MAX_LOGS):
        there = await following(store, PREFIX, after, 1)
        if not there:
            return found, None
        folder = there[0].key.removeprefix(PREFIX).partition("/")[0]
        with contextlib.suppress(ValueError):
            found.append(UUID(folder))
        after = f"{PREFIX}{folder}/~"
    return found, _too_many() if await following(store, PREFIX, after, 1) else None


async def _any_version_after(
    store: ObjectStore, prefix: str, key: str, limit: int
) -> list[ObjectName]:
    """List versions. If this identity may not, list visible objects, which delete markers can hide."""
    try:
        return await store.any_version_after(prefix, key, limit)
    except StoreRefused as refused:
        _log.warning("versions_not_listed", folder=prefix, error=str(refused)[:200])
    return await _seen_after(store, prefix, key, limit)


async def _seen_after(store: ObjectStore, prefix: str, key: str, limit: int) -> list[ObjectName]:
    there = await store.originals_after(key or _BEFORE_ALL, limit)
    return [item.name for item in there if item.name.key.startswith(prefix)]


def _too_many() -> Outside:
    """Return a placeholder for folders not examined, reported like an unsigned checkpoint.

    Checkpoints of other logs may be in them.
    """
    return Outside(
        log_id=None,
        size=0,
        root="",
        previous_root=None,
        made_at=datetime.min.replace(tzinfo=UTC),
        key_id="",
        signature="",
        where=f"{Bucket.EVIDENCE.value}/{PREFIX}",
        signed=False,
        remark=Text(
            vi=f"có hơn {_MAX_LOGS} thư mục; phần còn lại chưa được xem: hãy xem ai ghi vào đó",
            en=f"more than {_MAX_LOGS} folders lie there, and the rest was not looked at: see who writes there",
        ),
    )


def _folder(log_id: UUID) -> str:
    return f"{PREFIX}{log_id}/"
