"""Restores a data folder from a backup: the cluster, the store, the keys.

`up` starts it, `verify` checks it. A half-done restore is no installation: the folder's VERSION is
written last, and `up` refuses a folder without one.
"""

import asyncio
import errno
import itertools
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg

from backend.core import keys
from backend.core.stores import make_store
from deploy import bootstrap
from deploy.backup import binding, database, objects, queries, secret_parts
from deploy.backup.manifest import File, Manifest, Manifests, damaged, fetch_checked, missing
from deploy.backup.places import Absent, Place
from deploy.backup.taking import lists_of
from deploy.data_folder import LAYOUT, DataFolder
from deploy.failures import Failure
from deploy.private_files import make_private_folder, write_private
from deploy.restored import declare_on
from deploy.servers import DATABASE, Servers
from media.keys import Bucket, ObjectName
from media.store import ObjectStore, StoreError

Say = Callable[[str], None]
_RECOVERY_SECONDS = 24 * 3600.0
"""A day's log is replayed in minutes; the limit only ends a replay that hangs."""
_SEGMENT = re.compile(r"[0-9A-F]{24}")
_AT_ONCE = 8
_FULL_BYTES = 16 * 1024**2
_TOLD = 12


def choose(manifests: Manifests, at: datetime | None, number: str | None = None) -> Manifest:
    """Return the backup with this id, or holding this moment (UTC), or the newest. Raises Failure."""
    if number is not None:
        if (found := manifests.all.get(number)) is None:
            raise Failure(
                f"ở đó không có bản sao lưu {number}; có: {_ids(manifests)}",
                f"there is no backup {number} there; there are: {_ids(manifests)}",
            )
        return found
    if at is None or not manifests.all:
        if (newest := manifests.newest) is None:
            raise Failure("ở đó không có bản sao lưu nào", "there is no backup there")
        return newest
    for manifest in sorted(manifests.all.values(), key=lambda each: each.id):
        reaches = manifest.kind == "point" and moment_of(manifest) >= at
        if reaches and _begins_before(manifests, manifest, at):
            return manifest
    raise Failure(
        "bản sao lưu không có thời điểm này (giữa hai lần sao lưu chỉ có khi `--every` chạy); hoặc lấy trọn một bản"
        f" bằng --backup: {_ids(manifests)}",
        "the backups do not hold that moment (between two backups only while `--every` ran); or bring one back whole,"
        f" by --backup: {_ids(manifests)}",
    )


def _ids(manifests: Manifests) -> str:
    """Name the newest whole backups for people to choose from; a point is reached by its time."""
    whole = sorted(number for number, each in manifests.all.items() if each.kind != "point")
    return ", ".join(f"{number} ({manifests.all[number].at})" for number in whole[-_TOLD:])


def is_after(manifest: Manifest, at: datetime) -> bool:
    """Tell whether it reaches that moment (UTC); False for a manifest without a valid time."""
    try:
        return moment_of(manifest) >= at
    except (ValueError, OverflowError):
        return False


def _begins_before(manifests: Manifests, manifest: Manifest, at: datetime) -> bool:
    """Tell whether the copy of the cluster that this manifest needs was whole by that moment."""
    whole = [each for each in manifests.line(manifest) if each.kind != "point"][-1]
    return datetime.fromisoformat(whole.whole_from) <= at


def _segment(file: File) -> str:
    return file.name.rpartition("/")[2].removesuffix(".gz")


def moment_of(manifest: Manifest) -> datetime:
    """Return the latest moment to which it can be restored, UTC."""
    return datetime.fromisoformat(manifest.at).astimezone(UTC)


def _of_objects(names: list[str], of: int) -> Failure:
    """Return the failure of damaged objects, which all backups of a place share."""
    told = f"{len(names)} / {of}: {', '.join(names[:_TOLD])}{', …' if len(names) > _TOLD else ''}"
    return Failure(
        f"đối tượng của bản sao lưu bị hỏng hoặc mất ({told}); backup --full chép lại khi hệ thống còn chạy, restore"
        " --despite-damage khôi phục mọi thứ còn lại",
        f"objects of the backup are damaged or gone ({told}); `backup --full` copies them again while the system runs,"
        " `restore --despite-damage` brings back everything else and names them",
    )


class _Damaged(Exception):
    """An object is missing, or not what was copied."""


class Bringing:
    """One restore, from `place` into the empty `folder`."""

    spare = 0.0
    """The part of the disk that must stay free."""
    later = True
    """Restore the objects of later backups too. A proof does not: they would hide a lack."""

    def __init__(self, place: Place, folder: DataFolder, say: Say) -> None:
        """Prepare the folder. Raises Failure if it is not empty or cannot be made."""
        if folder.path.exists() and (not folder.path.is_dir() or any(folder.path.iterdir())):
            raise Failure(
                f"{folder.path} không trống; hãy chọn một thư mục mới",
                f"{folder.path} is not empty; name a new folder",
            )
        try:
            make_private_folder(folder.path)
        except OSError as error:
            raise Failure(
                f"không tạo được thư mục {folder.path} ({error.strerror})",
                f"the folder {folder.path} cannot be made ({error.strerror})",
            ) from None
        self.place, self.folder, self.say = place, folder, say
        self.say_declared = say
        self.despite_damage = False
        """Go on without single objects that are damaged or missing."""
        self.damaged: list[str] = []
        """These objects, by their names in the place."""
        self.brought: set[str] = set()
        """The hashes of all restored objects."""
        self.work = folder.path / "restoring"
        make_private_folder(self.work)

    def clear(self) -> None:
        """Remove everything: half a restore contains keys and is of no use."""
        for path in self.folder.path.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()

    def drop_secrets(self) -> None:
        """Remove the keys that were put into the folder."""
        secret_parts.drop(self.folder.path)

    def secrets_by(self, manifest: Manifest, identity: Path) -> None:
        """Decrypt the keys with the operator's identity. Raises Failure."""
        if manifest.keys_file is None:
            raise Failure(
                "bản sao lưu này được làm không kèm khóa; hãy đưa thư mục khóa bằng --keys",
                "this backup was taken without keys: name the folder of your copy of them by --keys",
            )
        fetch_checked(self.place, manifest.file(".age"), self.work / "keys.age")
        secret_parts.unpack((self.work / "keys.age").read_bytes(), identity, self.folder.path)

    def secrets_from(self, source: Path) -> None:
        """Copy keys/, secrets.json and pki/ of a data folder, or of the operator's copy of one. Raises Failure."""
        if (
            not (source / "keys" / keys.RECEIPT_FILE).is_file()
            or not (source / "secrets.json").is_file()
        ):
            raise Failure(
                f"{source} không có keys/ và secrets.json",
                f"{source} has no keys/ and secrets.json",
            )
        secret_parts.copy(source, self.folder.path)

    def bring(
        self,
        manifests: Manifests,
        manifest: Manifest,
        at: datetime | None,
        look: Callable[[Servers], Any] = lambda _servers: None,
        checkpoint: Path | None = None,
    ) -> Any:
        """Restore everything but the keys, and return what `look` finds at the end.

        `checkpoint` was kept outside and shows what is lost. Raises Failure; the folder is then no
        installation.
        """
        known = keys.load(self.folder.keys).public
        line = manifests.line(manifest)
        for each in line:
            manifests.check(each, known)
            if (stolen := keys.current().ring.remark(each.key_id)) is not None:
                told = f"manifests/{each.id}.json"
                self.say(f"chú ý / note: {told}: {stolen.vi} / {stolen.en}; {each.at}")
        self.require_room(line)
        known_objects = self._objects(manifests, line)
        self.brought = {kept.sha256 for kept in known_objects.values()}
        servers = Servers(self.folder)
        servers.account.make_folder(servers.postgres.home)
        self._cluster(servers, line)
        self._log(servers, line)
        if manifest.is_demonstration:
            write_private(self.folder.path / "DEMONSTRATION", b"")
        options = {} if at is None else {"recovery_target_time": at.isoformat()}
        self._start(servers, options)
        try:
            asyncio.run(self._check(servers, manifest if at is None else line[0]))
            asyncio.run(bootstrap.make_roles(servers))
            asyncio.run(bootstrap.migrate_database(servers.owner_dsn()))
            bootstrap.make_buckets(servers)
            asyncio.run(self._store(servers, known_objects))
            seen = look(servers)
            said = f"Khôi phục từ bản sao lưu {manifest.id}"
            reason = said if at is None else f"{said}, đến {at:%Y-%m-%dT%H:%M:%SZ}"
            asyncio.run(
                declare_on(
                    bootstrap.settings(servers, owner=True),
                    reason=reason,
                    checkpoint=checkpoint,
                    store_too=True,
                    say=self.say_declared,
                )
            )
        finally:
            servers.stop()
        shutil.rmtree(servers.postgres.home / "wal")
        shutil.rmtree(self.work)
        write_private(self.folder.path / "VERSION", f"{LAYOUT}\n".encode())
        return seen

    def require_room(self, line: list[Manifest]) -> None:
        """Raise Failure if the disk is too small."""
        files = sum(file.size for each in line for file in each.files)
        disk = shutil.disk_usage(self.folder.path)
        kept = disk.total * self.spare
        needed = files * 6 + line[-1].objects.bytes
        if disk.free - kept < needed:
            raise Failure(
                f"cần {needed / 1e9:.1f} GB và để trống {kept / 1e9:.1f} GB, ổ đĩa chỉ còn {disk.free / 1e9:.1f} GB",
                f"{needed / 1e9:.1f} GB are needed and {kept / 1e9:.1f} GB are to stay free, the disk has"
                f" {disk.free / 1e9:.1f} GB left",
            )

    def _objects(self, manifests: Manifests, line: list[Manifest]) -> objects.Known:
        """List the objects of that moment and of later ones, which phones may have deleted."""
        later: objects.Known = {}
        with suppress(Failure):  # damage in a later backup does not matter here
            newest = manifests.newest if self.later else None
            if newest is not None and newest.id != line[-1].id:
                following = manifests.line(newest)
                for each in following:
                    manifests.check(each, keys.current().public)
                later = lists_of(self.place, following, self.work)
        return later | lists_of(self.place, line, self.work)

    async def _check(self, servers: Servers, manifest: Manifest) -> None:
        """Raise Failure if entries are missing: a short log is replayed without an error."""
        connection = await asyncpg.connect(servers.postgres.dsn(DATABASE))
        try:
            entries = await queries.entries(connection)
        finally:
            await connection.close()
        if entries < manifest.ledger.entries:
            raise damaged(
                f"wal/ ({manifest.id})",
                f"{manifest.ledger.entries} entries were there, {entries} are",
            )

    def _cluster(self, servers: Servers, line: list[Manifest]) -> None:
        folders = []
        for number, manifest in enumerate(each for each in line if each.kind != "point"):
            packed, into = self.work / "packed", self.work / f"{number:04}"
            packed.mkdir(mode=0o700)
            self.say(f"cơ sở dữ liệu / database: {manifest.id} ({manifest.kind})")
            for name in database.FILES:
                fetch_checked(self.place, manifest.file(f"/{name}"), packed / name)
            database.unpack(packed, into)
            shutil.rmtree(packed)
            database.check(servers, into, self.say)
            folders.append(into)
        whole = folders[0]
        if len(folders) > 1:
            whole = self.work / "whole"
            database.combine(servers, folders, whole, self.say)
            database.check(servers, whole, self.say)
        (whole / "recovery.signal").touch(mode=0o600)
        database.give_to_account(servers, whole)
        whole.rename(servers.postgres.data)

    def _log(self, servers: Servers, line: list[Manifest]) -> None:
        """Put the log since the last copy of the cluster where the server fetches it."""
        log = servers.postgres.home / "wal"
        servers.account.make_folder(log)
        last = max(index for index, each in enumerate(line) if each.kind != "point")
        has = [path.name for path in (servers.postgres.data / "pg_wal").iterdir()]
        for file in self.whole_log(line[last + 1 :], max(filter(_SEGMENT.fullmatch, has))):
            fetch_checked(self.place, file, self.work / "segment")
            target = log / _segment(file)
            database.unzip(self.work / "segment", target)
            servers.account.own(target)

    def whole_log(self, points: list[Manifest], last: str) -> list[File]:
        """Return the log files of these points, after the segment `last` of the cluster's copy.

        Raises Failure if a segment is missing: the server would end its replay there silently.
        """
        files = [each for point in points for each in point.files if each.name.startswith("wal/")]
        segments = [name for name in map(_segment, files) if _SEGMENT.fullmatch(name)]
        for before, after in itertools.pairwise(
            [last, *filter(lambda name: name > last, segments)]
        ):
            if database.number_of(after) != database.number_of(before) + 1:
                raise missing(f"wal/{before} … {after}: what was between them")
        return files

    def _start(self, servers: Servers, options: dict[str, str]) -> None:
        """Replay the log into a new timeline: the old one may still be written to elsewhere."""
        recovering = Servers(
            self.folder,
            {
                "restore_command": 'cp "../wal/%f" "%p"',
                "recovery_target_action": "promote",
                "hot_standby": "off",
            }
            | options,
        )
        self.say("phát lại nhật ký / replaying the log")
        recovering.postgres.launch()
        try:
            recovering.postgres.wait_ready(_RECOVERY_SECONDS)
        except Failure as failure:
            raise Failure(
                "không phục hồi được cơ sở dữ liệu",
                f"the database could not be recovered ({failure.en})",
            ) from None
        finally:
            recovering.postgres.stop()
            recovering.account.close()
        servers.start()

    async def _store(self, servers: Servers, known: objects.Known) -> None:
        settings = bootstrap.settings(servers)
        store = make_store(settings)
        waiting, done = iter(enumerate(known.values())), 0

        async def work() -> None:
            nonlocal done
            for number, kept in waiting:
                try:
                    await self._put(store, kept, settings.s3_bucket, self.work / f"object-{number}")
                except _Damaged:
                    self.damaged.append(objects.name_of(kept.sha256))
                done += 1
                self.say(f"kho / objects: {done} / {len(known)}")

        try:
            async with asyncio.TaskGroup() as tasks:
                for _ in range(_AT_ONCE):
                    tasks.create_task(work())
        except ExceptionGroup as group:
            error = group.exceptions[0]
            if not isinstance(error, StoreError):
                raise error from None
            if shutil.disk_usage(self.folder.path).free < _FULL_BYTES:  # the store's disk is ours
                raise OSError(errno.ENOSPC, "") from None
            raise Failure("kho đối tượng không nhận", f"the store refused: {error}") from None
        self.damaged = sorted(set(self.damaged))
        if self.damaged and not self.despite_damage:
            raise _of_objects(self.damaged, len(known))
        connection = await asyncpg.connect(servers.app_dsn())
        try:
            await binding.bind(connection, store, settings, self.say)
        finally:
            await connection.close()
            await store.close()

    async def _put(self, store: ObjectStore, kept: objects.Kept, evidence: str, file: Path) -> None:
        """Store one object; the store compares its bytes with the given hash."""
        name = objects.name_of(kept.sha256)
        bucket = Bucket.EVIDENCE if kept.bucket == evidence else Bucket.STAGING
        try:
            await asyncio.to_thread(self.place.fetch, name, file)
        except Absent:
            raise _Damaged from None
        told = await asyncio.to_thread(objects.measure, file)
        if told != (kept.sha256, kept.size):
            raise _Damaged
        await store.put_file(
            ObjectName(bucket, kept.key),
            file,
            sha256=kept.sha256,
            size=kept.size,
            media_type=kept.media_type,
        )
        await asyncio.to_thread(file.unlink)
