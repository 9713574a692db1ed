"""`backup --every`: takes and proves backups, and each minute a point between two.

A point holds the log and the new objects since then.

`pg_receivewal` follows the log through a slot, so that none of it is lost while this process is
away. The slot keeps at most `max_slot_wal_keep_size`. A log that was cut is reported, and the next
backup begins without it.
"""

import asyncio
import os
import re
import signal
import subprocess
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from backend.core import clock
from deploy import surroundings
from deploy.backup import database, keeping, queries
from deploy.backup.manifest import File, Manifest, Manifests
from deploy.backup.places import Absent, told
from deploy.backup.proving import clear
from deploy.backup.taking import Taker, look, work_of
from deploy.embedded.process import end, last_lines, open_log
from deploy.failures import Failure
from deploy.private_files import make_private_folder
from deploy.supervisor import Interrupted, stop_signals

SLOT = "hientruong_backup"
POINT_SECONDS = 60.0
"""How much work the loss of a busy machine may cost at most; DESIGN's recovery point."""
_SHARE = 10
"""A slow point is not taken more often than this many times its own duration."""
_SEGMENT_SECONDS = 120.0
_WHOLE = re.compile(r"[0-9A-F]{24}|[0-9A-F]{8}\.history")


class Follower:
    """Follows the log with a child process that writes whole segments into a folder of ours."""

    def __init__(self, taker: Taker) -> None:
        self._taker = taker
        self.folder = work_of(taker.folder) / "wal"
        self._process: subprocess.Popen[bytes] | None = None
        self.has_gap = False
        """The slot was created again, so earlier log is missing: no point may follow the last copy
        of the cluster."""

    def start(self) -> None:
        """Create the slot if there is none, and follow.

        Raises Failure if the database does not answer.
        """
        self._follow(self._slot())

    def start_again_where_gone(self) -> None:
        """Create slot and follower again if the database was replaced or restored, or the log was
        cut.

        Raises Failure if the database does not answer.
        """
        self._taker.meet_again()
        slot = self._slot()
        if slot is not None and slot["wal_status"] != "lost":
            return
        self._taker.say("chỗ giữ nhật ký đã mất, tạo lại / the slot is gone: it is made anew")
        self.stop()
        work_of(self._taker.folder)
        make_private_folder(self._taker.parts)  # the data folder with both was moved away
        self._follow(slot)

    def _slot(self) -> Any:
        return asyncio.run(self._taker.ask(lambda one: queries.slot(one, SLOT)))

    def _follow(self, slot: Any) -> None:
        make_private_folder(self.folder)
        if slot is not None and slot["wal_status"] == "lost":
            self._taker.say(
                "nhật ký đã bị cắt: lần sao lưu trước quá lâu / the log was cut: the last backup was too long ago"
            )
            asyncio.run(self._taker.ask(lambda one: queries.drop_slot(one, SLOT)))
            slot = None
        if slot is None:
            for left in self.folder.iterdir():
                left.unlink()
            asyncio.run(self._taker.ask(lambda one: queries.make_slot(one, SLOT)))
            self.has_gap = True
        self._launch()

    def _launch(self) -> None:
        servers = self._taker.servers
        program = servers.postgres.program("pg_receivewal")
        command: list[str | Path] = [program, *database.address(servers), "--no-password"]
        command += ["-D", self.folder, "-S", SLOT]
        handle = open_log(self._taker.folder.logs / "backup-wal.log")
        try:
            self._process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", "--", *command],
                stdin=subprocess.DEVNULL,
                stdout=handle,
                stderr=handle,
                env=database.environment(servers),
                umask=0o077,
                start_new_session=True,
            )
        finally:
            os.close(handle)

    def stop(self) -> None:
        """End the child; the slot keeps the log meanwhile."""
        if self._process is not None:
            end(self._process, [(signal.SIGTERM, 10), (signal.SIGKILL, 5)])

    def whole(self) -> list[Path]:
        """Return the segments that are complete, in order."""
        return sorted(path for path in self.folder.iterdir() if _WHOLE.fullmatch(path.name))

    def wait_for(self, segment: str) -> None:
        """Wait until this segment is complete here. Raises Failure."""
        deadline = time.monotonic() + _SEGMENT_SECONDS
        while not any(
            path.name >= segment for path in self.whole() if len(path.name) == len(segment)
        ):
            if self._process is not None and self._process.poll() is not None:
                self._launch()
            if time.monotonic() > deadline:
                log = self._taker.folder.logs / "backup-wal.log"
                raise Failure(
                    f"không nhận được nhật ký của PostgreSQL; xem {log}",
                    f"PostgreSQL's log does not arrive; see {log}: {last_lines(log, 1)}",
                )
            time.sleep(0.1)


def point(taker: Taker, follower: Follower) -> Manifest:
    """Save everything since the last backup or point, on top of the last copy of the cluster.

    Raises Failure.
    """
    require_place(taker)  # first: segments that cannot be moved there fill our own disk
    now = asyncio.run(taker.ask(look))
    segment = asyncio.run(taker.ask(queries.switch))
    follower.wait_for(segment)
    newest = taker.manifests.newest
    known = {
        file.name
        for manifest in (taker.manifests.line(newest) if newest else [])
        for file in manifest.files
    }
    files: list[File] = []
    taken = follower.whole()
    with told(taker.place.words):
        for path in taken:
            name = f"wal/{now.system_identifier}/{path.name}.gz"
            if name not in known:
                database.zip_segment(path, taker.parts / "segment")
                files.append(taker.put(taker.parts / "segment", name))
        made = taker.finish(taker.number(), "point", now, now, files)
    for path in taken:
        path.unlink()
    return made


def follow(taker: Taker, every: timedelta, keep_days: int | None, proving: list[str]) -> int:
    """Back up until a stop signal; returns the exit code. Failures are reported and tried again.

    `proving` is the command that proves a backup, without the backup's id. A proof may take long;
    points are taken meanwhile. Raises Failure if the very first backup cannot be taken.
    """
    follower, proof, has_run = Follower(taker), _Proof(proving), False
    try:
        with stop_signals():
            follower.start()
            follower.has_gap |= taker.noted.has_gap(taker.manifests)
            while True:
                due = time.monotonic() + every.total_seconds()
                try:
                    proof.start(_copy(taker, follower))
                    has_run = True
                except Failure as failure:
                    if not has_run:
                        raise
                    taker.say(f"KHÔNG THÀNH / FAILED: {failure}")
                while not _points(taker, follower, proof, due):
                    pass
                if proof.succeeded() and keep_days is not None:
                    forget(taker, keep_days)
    except Interrupted:
        proof.stop()
        if has_run:
            _last_point(taker, follower)
        taker.say("đã dừng / stopped")
        return 0
    finally:
        proof.stop()
        follower.stop()
        clear(
            taker.folder
        )  # of a proof that was cut off: it holds a second copy of everything, including keys


def require_place(taker: Taker) -> None:
    """Raise Failure if our last manifest is missing: an unmounted disk is an empty folder."""
    newest = taker.manifests.newest
    if newest is None:
        return
    name = f"manifests/{newest.id}.json"
    try:
        with taker.place.open(name) as file:
            file.read(1)
    except Absent:
        raise Failure(
            f"{taker.place.words} không còn là nơi đã sao lưu (thiếu {name}): ổ đĩa có còn được gắn không?",
            f"{taker.place.words} is not the place that was written to ({name} is missing): is its disk mounted?",
        ) from None


def forget(taker: Taker, keep_days: int) -> None:
    """Remove backups that are too old; if the place does not answer, try after the next one."""
    try:
        taker.manifests = Manifests(taker.place)
        keeping.forget(taker, keeping.too_old(taker.manifests, clock.now(), keep_days))
    except Failure as failure:
        taker.say(f"KHÔNG THÀNH / FAILED: {failure}")


def _last_point(taker: Taker, follower: Follower) -> None:
    """Take a point at the end; if it fails, the slot keeps the log for the next start."""
    if follower.has_gap:
        return
    try:
        made = point(taker, follower)
        taker.say(f"điểm cuối / last point: {made.at}")
    except Failure as failure:
        taker.say(f"KHÔNG THÀNH / FAILED: {failure}")


class _Proof:
    """The proof of the last backup, in a process of its own that writes to the same place."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, manifest: Manifest) -> None:
        self._process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", "--", *self._words, manifest.id],
            stdin=subprocess.DEVNULL,
            env=surroundings.for_child(),
            start_new_session=True,
        )

    def goes_on(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def succeeded(self) -> bool:
        return self._process is not None and self._process.poll() == 0

    def stop(self) -> None:
        if self._process is not None:
            end(self._process, [(signal.SIGTERM, 30), (signal.SIGKILL, 5)])


def _copy(taker: Taker, follower: Follower) -> Manifest:
    require_place(taker)
    follower.start_again_where_gone()
    newest = taker.manifests.newest
    now = asyncio.run(taker.ask(look))
    goes_on = newest and (newest.timeline, newest.epoch) == (now.timeline, now.epoch)
    if goes_on and not follower.has_gap and not taker.full:
        point(taker, follower)  # the log up to here belongs to the copy before
    manifest = taker.run()
    follower.has_gap = False
    taker.say(f"{manifest.kind}: {manifest.id}, {manifest.objects.new} đối tượng mới / new objects")
    for name in manifest.objects.damaged:
        taker.say(f"HỎNG / DAMAGED: {name}")
    return manifest


def _points(taker: Taker, follower: Follower, proof: _Proof, due: float) -> bool:
    """Wait a minute, then take a point; tell whether a backup is due and no proof is running.

    If the log has a gap, no point is taken and the next backup is due immediately.
    """
    until = time.monotonic() + POINT_SECONDS
    while time.monotonic() < until:
        if time.monotonic() >= due and not proof.goes_on():
            return True
        time.sleep(0.5)
    began = time.monotonic()
    try:
        follower.start_again_where_gone()
        if follower.has_gap:  # a restore would meet it in every point until the next copy
            return not proof.goes_on()
        made = point(taker, follower)
        taker.say(f"điểm / point: {made.at}")
    except Failure as failure:
        taker.say(f"KHÔNG THÀNH / FAILED: {failure}")
    took = time.monotonic() - began
    time.sleep(max(0.0, min(_SHARE * took - POINT_SECONDS, due - time.monotonic())))
    return False
