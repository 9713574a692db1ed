"""A data folder from a backup: the cluster, the store, the keys. `up` starts it, `verify` judges it.

What is half done is no installation: the folder's VERSION is written last, and `up` refuses a folder without one.
"""

import asyncio
import itertools
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg

from backend import keys
from backend.evidence.parts import make_store
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
"""A day's log is replayed in minutes; nobody waits for ever."""
_SEGMENT = re.compile(r"[0-9A-F]{24}")
_AT_ONCE = 8


def choose(manifests: Manifests, at: datetime | None) -> Manifest:
    """The backup that holds this moment (UTC): the newest where None. Raises Failure where none does."""
    if manifests.newest is None:
        raise Failure("ở đó không có bản sao lưu nào", "there is no backup there")
    if at is None:
        return manifests.newest
    first = min(moment_of(each) for each in manifests.all.values())
    for manifest in sorted(manifests.all.values(), key=lambda each: each.id):
        reaches = moment_of(manifest) >= at
        if reaches and manifest.kind == "point" and _begins_before(manifests, manifest, at):
            return manifest
    last = max(moment_of(each) for each in manifests.all.values())
    raise Failure(
        f"bản sao lưu không có thời điểm này; có từ {first:%Y-%m-%dT%H:%M:%SZ} đến {last:%Y-%m-%dT%H:%M:%SZ}",
        f"the backups do not hold that moment: they reach from {first:%Y-%m-%dT%H:%M:%SZ} to"
        f" {last:%Y-%m-%dT%H:%M:%SZ}, and between two backups only while `--every` ran",
    )


def _begins_before(manifests: Manifests, manifest: Manifest, at: datetime) -> bool:
    """Say whether the copy of the cluster that this manifest goes on from was whole by then."""
    whole = [each for each in manifests.line(manifest) if each.kind != "point"][-1]
    return datetime.fromisoformat(whole.whole_from) <= at


def _segment(file: File) -> str:
    return file.name.rpartition("/")[2].removesuffix(".gz")


def moment_of(manifest: Manifest) -> datetime:
    """To when it can be brought back, UTC."""
    return datetime.fromisoformat(manifest.at).astimezone(UTC)


class Bringing:
    """One way back, from `place` into the empty `folder`."""

    def __init__(self, place: Place, folder: DataFolder, say: Say) -> None:
        """Raises Failure where the folder is not empty."""
        if folder.path.exists() and (not folder.path.is_dir() or any(folder.path.iterdir())):
            raise Failure(
                f"{folder.path} không trống; hãy chọn một thư mục mới",
                f"{folder.path} is not empty; name a new folder",
            )
        make_private_folder(folder.path)
        self.place, self.folder, self.say = place, folder, say
        self.say_declared = say
        self.work = folder.path / "restoring"
        make_private_folder(self.work)

    def clear(self) -> None:
        """Take everything away again: half a restore has keys in it, and is good for nothing."""
        for path in self.folder.path.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()

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
    ) -> Any:
        """Everything else; returns what `look` finds at the end. Raises Failure; then it is no installation."""
        known = keys.load(self.folder.keys).public
        line = manifests.line(manifest)
        for each in line:
            manifests.check(each, known)
        needed = sum(file.size for each in line for file in each.files) * 6 + manifest.objects.bytes
        if (free := shutil.disk_usage(self.folder.path).free) < needed:
            raise Failure(
                f"cần {needed / 1e9:.1f} GB, ổ đĩa chỉ còn {free / 1e9:.1f} GB",
                f"{needed / 1e9:.1f} GB are needed, the disk has {free / 1e9:.1f} GB left",
            )
        known_objects = self._objects(manifests, line)
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
