"""The newest primary that this machine's processes have seen. No older server is written to.

A process that starts while only an old primary answers cannot tell by itself that another took its
place. What was seen is therefore kept in a small file in this machine's spool folder, shared by all
its processes: the id of the ledger's log, and the highest timeline in it. `hientruong restored`
begins a new log, and timelines start again with it. A server whose log is newer is thus never taken
for an old one, and servers with the logs before it are.
"""

import os
from pathlib import Path
from uuid import UUID

import asyncpg
import msgspec
import structlog

from schemas.core.problems import Text

_log = structlog.get_logger("database")


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What a server says about itself, or the newest that any server said."""

    timeline: int
    """The timeline of PostgreSQL's write-ahead log. Each promotion raises it."""
    log_id: UUID | None = None
    """The id of the ledger's log; None if it cannot be asked for, as before the migrations."""
    earlier: frozenset[UUID] = frozenset()
    """Logs that ended in a declared restore."""


class OldPrimary(asyncpg.CannotConnectNowError):  # type: ignore[misc]  # asyncpg tells no types
    """The only servers that answer have been replaced, by a failover or by a declared restore."""

    def __init__(self, seen: Seen, noted: Path | None) -> None:
        """`noted` is the file that says that a newer primary was seen."""
        where = "" if noted is None else f" ({noted})"
        self.text = Text(
            vi=f"chỉ có máy chủ PostgreSQL cũ trả lời; đã thấy máy chủ chính mới hơn, timeline {seen.timeline}{where}: "
            "hãy khởi động máy chủ chính mới; sau khi khôi phục từ bản sao lưu thì chạy hientruong restored",
            en=f"only an old PostgreSQL primary answers; a newer one was seen, of timeline {seen.timeline}{where}: "
            "start the new primary; after a restore from a backup run hientruong restored",
        )
        super().__init__(f"{self.text.vi} / {self.text.en}")


def may_be_used(seen: Seen | None, told: Seen) -> bool:
    """Tell whether a server that says `told` about itself is not older than what was seen."""
    if seen is None:
        return True
    if seen.log_id is None or told.log_id in (None, seen.log_id):
        return told.timeline >= seen.timeline
    return told.log_id not in seen.earlier


def is_newer(used: Seen, told: Seen) -> bool:
    """Tell whether `told` describes a server that has replaced the one in use, at whatever address."""
    other_log = None not in (used.log_id, told.log_id) and used.log_id != told.log_id
    return other_log or told.timeline > used.timeline


def after(seen: Seen | None, told: Seen) -> Seen:
    """Return what has been seen after a server that may be used has said `told`."""
    if seen is None:
        return told
    log_id = told.log_id or seen.log_id
    ended = {one for one in (seen.log_id,) if one is not None}
    return Seen(
        timeline=told.timeline,
        log_id=log_id,
        earlier=frozenset((seen.earlier | told.earlier | ended) - {log_id}),
    )


def read(path: Path) -> Seen | None:
    """Read the file. None if there is no file, or if it cannot be read, which is logged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Seen)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        _log.warning("primary_seen_not_read", path=str(path), error=type(error).__name__)
        return None


def write(path: Path, seen: Seen) -> None:
    """Replace the file atomically.

    A failed write is logged, and the process goes on with what it knows. Two processes may write at
    the same moment. The one that knows more notices at its next look and writes again.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(msgspec.json.encode(seen))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        _log.warning("primary_seen_not_kept", path=str(path), error=type(error).__name__)
