"""Takes one backup: the database first, so that the store in it is never older."""

import asyncio
import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg

from backend.core import clock, keys
from backend.core.settings import Settings
from deploy import bootstrap
from deploy.backup import database, objects, queries, secret_parts
from deploy.backup.manifest import (
    File,
    Kind,
    Ledger,
    Manifest,
    Manifests,
    Objects,
    fetch_checked,
    measured,
    sign,
)
from deploy.backup.noted import Noted
from deploy.backup.places import Place, told
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.private_files import make_private_folder
from deploy.servers import DATABASE, Servers

Say = Callable[[str], None]
_MOST_IN_CHAIN = 24
"""After so many incremental backups a new chain begins: each is one more file that must not be
lost."""
_MOST_POINTS = 3000
"""Points of two days. Each start reads them all, and only whole chains are removed."""
_NAMED = 100
_NAMED_STRANGERS = 3
_MARGIN = timedelta(minutes=1)
"""Programs read their clock a moment before their transaction begins: a pool may be busy."""


@dataclass
class Taker:
    """Takes backups of one running installation into one place."""

    folder: DataFolder
    servers: Servers
    settings: Settings
    place: Place
    recipient: Any
    say: Say
    full: bool = False
    """Begin a new chain; what the place holds from before need not be whole."""
    is_new: bool = False
    """The operator's assurance that another disk is mounted in the place now, or that it was
    emptied."""
    room: str = "parts"
    """The name of our working folder. A proof has another one: it runs beside the next points."""
    manifests: Manifests = field(init=False)
    noted: Noted = field(init=False)
    parts: Path = field(init=False)
    known: objects.Known = field(init=False)
    have: set[str] = field(init=False)

    def __post_init__(self) -> None:
        """Read what the place holds. Raises Failure if it is another installation's, or damaged."""
        keys.load(self.folder.keys)
        self.manifests = Manifests(self.place)
        self.manifests.keep_ours(keys.current().public)
        for number in self.manifests.passed_over()[:_NAMED_STRANGERS]:
            self.say(
                f"BỎ QUA / PASSED OVER: manifests/{number}.json: không do khóa nào của hệ thống ký, hãy xem ai ghi vào"
                f" đó / signed by no key of ours: see who writes there ({self.manifests.why_not(number)})"
            )
        self.noted = Noted.of(self.folder)
        self.full = self.full or self.is_new
        self.noted.require(self.place.words, self.manifests, full=self.full, is_new=self.is_new)
        self.parts = (self.place.path or work_of(self.folder)) / self.room
        if self.parts.is_symlink():  # not ours: what we write would go to its target
            self.parts.unlink()
        shutil.rmtree(self.parts, ignore_errors=True)  # left by a killed backup
        make_private_folder(self.parts)
        self.known = {}
        try:
            newest = self.manifests.newest
            if newest is not None:
                self.known = lists_of(self.place, self.manifests.line(newest), self.parts)
        except Failure as fault:
            if not self.full:
                raise Failure(
                    f"{fault.vi}; hoặc bắt đầu chuỗi mới bằng --full",
                    f"{fault.en}; or begin a new chain by --full",
                ) from None
        self.have, self.known = objects.lying_there(
            self.place, self.known, self.say, read_all=self.full
        )

    def meet_again(self) -> None:
        """Connect to the parts again: a restored folder that was moved here has other ports.

        Nothing is made while the folder is away: a folder that is being moved here would end up
        inside it.
        """
        try:
            if json.loads(self.folder.ports_file.read_text()) == self.servers.ports:
                return
            keys.load(self.folder.keys)
            servers = Servers(self.folder)
        except (OSError, ValueError):
            return  # the folder is still being moved here
        self.servers.account.close()
        self.servers, self.settings = servers, bootstrap.settings(servers)

    def run(self) -> Manifest:
        """Take a backup, an incremental one if there is a chain to continue. Raises Failure."""
        now = asyncio.run(self.ask(look))
        self._same_installation(now)
        if not self.manifests.all:
            self.noted.require_no_lost_place(
                self.place.words, was_proven=now.was_proven, is_new=self.is_new
            )
        since = None if self.full else self._base(now)
        self.full = self.is_new = False
        with told(self.place.words):
            try:
                return self._run(now, since)
            except database.NoSummaries as missing:
                self.say(f"không có bản tóm tắt nhật ký / no summaries of the log: {missing.en}")
                return self._run(now, None)

    def _run(self, now: "Look", since: Manifest | None) -> Manifest:
        number = self.number()
        made = self.parts / number
        made.mkdir(mode=0o700)
        kind: Kind = "full" if since is None else "incremental"
        self.say(f"cơ sở dữ liệu / database: {kind}")
        earlier = None
        if since is not None:
            earlier = self.parts / "since"
            fetch_checked(self.place, since.file("/backup_manifest"), earlier)
        database.take(self.servers, made, earlier, self.say)
        after = asyncio.run(self.ask(look))
        files = [self.put(made / name, f"database/{number}/{name}") for name in database.FILES]
        return self.finish(number, kind, now, after, files)

    def finish(
        self, number: str, kind: Kind, before: "Look", after: "Look", files: list[File]
    ) -> Manifest:
        """Copy the objects, then sign what there is.

        `before` and `after` are the states around the database's part.
        """
        known = dict(self.known)  # kept only once a manifest names them: else they are copied again
        copied = objects.copy(self.settings, self.place, self.parts, known, self.have, self.say)
        if kind == "full":
            self._drop_unseen(known, copied.seen)
        listed = list(known.values()) if kind == "full" else copied.new
        objects.write_list(listed, self.parts / "list")
        files.append(self.put(self.parts / "list", f"lists/{number}.jsonl.gz"))
        newest = None if kind == "full" else self.manifests.newest
        sealed = self._secret_parts(number)
        if sealed is not None:
            files.append(sealed)
        manifest = Manifest(
            id=number,
            chain=newest.chain if newest else number,
            previous=newest.id if newest else None,
            previous_sha256=self.manifests.sha256(newest) if newest else None,
            kind=kind,
            at=clock.rfc3339(after.at if kind == "point" else before.at),
            whole_from=clock.rfc3339(after.at),
            through=clock.rfc3339(before.through - _MARGIN),
            system_identifier=after.system_identifier,
            timeline=after.timeline,
            lsn=after.lsn,
            epoch=after.epoch,
            migration=after.migration,
            is_demonstration=self.folder.is_demonstration,
            ledger=before.ledger,
            objects=Objects(
                count=len(known),
                bytes=sum(kept.size for kept in known.values()),
                new=len(copied.new),
                new_bytes=copied.new_bytes,
                damaged=sorted(copied.damaged)[:_NAMED],
            ),
            files=files,
            keys_file=sealed.name if sealed else None,
        )
        raw = sign(manifest)
        (self.parts / "manifest").write_bytes(raw)
        self.place.put(f"manifests/{number}.json", self.parts / "manifest")
        shutil.rmtree(self.parts / number, ignore_errors=True)
        self.known = known
        self.noted.write(
            self.place.words, number, self.manifests, has_log=kind == "point", is_brought=False
        )
        return self.manifests.add(f"manifests/{number}.json", raw)

    def tidy(self) -> None:
        """Remove our working folder."""
        shutil.rmtree(self.parts, ignore_errors=True)

    async def ask(self, question: Callable[[asyncpg.Connection], Any]) -> Any:
        """Run a question as the cluster's superuser, in the installation's database."""
        try:
            connection = await asyncpg.connect(
                self.servers.postgres.dsn(DATABASE), server_settings={"timezone": "UTC"}
            )
        except (OSError, asyncpg.PostgresError) as error:
            raise Failure(
                "không kết nối được cơ sở dữ liệu", f"the database cannot be reached: {error}"
            ) from None
        try:
            return await question(connection)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise Failure(
                "cơ sở dữ liệu không trả lời", f"the database did not answer: {error}"
            ) from None
        finally:
            await connection.close()

    def number(self) -> str:
        """Return the next backup's id, which sorts last even if the clock was set back."""
        newest = self.manifests.last_id
        now = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}Z"
        return now if now > newest else f"{newest}+"

    def _same_installation(self, now: "Look") -> None:
        """Raise Failure if the place holds backups of another installation: they would be confused.

        This guards against a mistake of the operator, so unsigned manifests count too. They do not
        count if the place holds ours: another installation is refused there anyway, and somebody
        may have put them there to keep our backups away.
        """
        there = self.manifests.all or self.manifests.strange
        for one in there.values():
            if one.system_identifier != now.system_identifier:
                raise Failure(
                    f"{self.place.words} chứa bản sao lưu của một hệ thống khác (manifests/{one.id}.json); hãy chọn nơi"
                    " khác, hoặc bỏ tệp ấy đi nếu có người để lạc vào",
                    f"{self.place.words} holds backups of another installation (manifests/{one.id}.json); choose"
                    " another place, or take that file away if somebody laid it there",
                )

    def _base(self, now: "Look") -> Manifest | None:
        """Return the backup that an incremental one can follow, or None."""
        newest = self.manifests.newest
        if newest is None:
            return None
        try:
            line = self.manifests.line(newest)
        except Failure:
            return None  # a chain that is damaged in the middle cannot be continued
        copies = [each for each in line if each.kind != "point"]
        if (newest.timeline, newest.epoch) != (now.timeline, now.epoch):
            return None  # restored since then: its log took another way
        if len(copies) >= _MOST_IN_CHAIN or len(line) - len(copies) >= _MOST_POINTS:
            return None
        return copies[-1]

    def put(self, file: Path, name: str) -> File:
        """Put a file into the place; returns its entry in a manifest."""
        told = measured(file, name)
        self.place.put(name, file)
        return told

    def _secret_parts(self, number: str) -> File | None:
        """Put the encrypted keys into the place; in every backup, as they may be new."""
        if self.recipient is None:
            return None
        (self.parts / "keys").write_bytes(secret_parts.packed(self.folder, self.recipient))
        return self.put(self.parts / "keys", f"keys/{number}.age")

    def _drop_unseen(self, known: objects.Known, seen: set[tuple[str, str]]) -> None:
        """Leave out staged objects that are gone: a full list names what is staged now.

        Originals always stay.
        """
        for where in list(known):
            if where[0] == self.settings.s3_staging_bucket and where not in seen:
                del known[where]


@dataclass(frozen=True)
class Look:
    """What the database said about itself at one moment. `at` and `through` are UTC."""

    at: datetime
    through: datetime
    system_identifier: str
    timeline: int
    lsn: str
    epoch: str
    migration: str
    ledger: Ledger
    was_proven: bool = False
    """Whether some backup of this database was ever proven."""


async def look(connection: asyncpg.Connection) -> Look:
    through = await queries.moment(connection)
    row = await queries.state(connection)
    at = await queries.mark(connection)
    ledger = Ledger(size=row["size"], root=row["root"], entries=row["entries"])
    told = {
        name: row[name]
        for name in ("system_identifier", "timeline", "lsn", "epoch", "migration", "was_proven")
    }
    return Look(at=at, through=through, ledger=ledger, **told)


def lists_of(place: Place, line: list[Manifest], parts: Path) -> objects.Known:
    """Return all objects that the manifests of one line name together. Raises Failure."""
    known: objects.Known = {}
    for manifest in line:
        fetch_checked(place, manifest.file(".jsonl.gz"), parts / "list")
        known |= objects.read_list(parts / "list")
    return known


def work_of(folder: DataFolder) -> Path:
    """Return our working folder in the data folder."""
    work = folder.path / "backup"
    make_private_folder(work)
    return work


@contextmanager
def alone(folder: DataFolder) -> Iterator[None]:
    """Hold the lock of the installation's only backup. Raises Failure if another one runs.

    The lock ends with the process.
    """
    handle = os.open(work_of(folder) / "lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Failure(
                "một lần sao lưu khác của hệ thống này đang chạy; hãy đợi nó xong",
                "another backup of this installation is running; wait for it to end",
            ) from None
        yield
    finally:
        os.close(handle)
