"""The folder that holds an embedded installation, and nothing else.

VERSION        layout of this folder
BEGUN          a first start once made everything
lock           held by the `up` that runs here
ports.json     ports of the embedded servers, chosen once
secrets.json   passwords of the embedded servers, made once, mode 0600
postgres/      the cluster            seaweedfs/   the object store
keys/          receipt and secret keys of the server
spool/         unfinished uploads     logs/        output of each part
run.json       address of the running system (removed at the end)
"""

import fcntl
import json
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy import surroundings
from deploy.failures import Failure
from deploy.private_files import make_private_folder, write_private

LAYOUT = 1
LIVING, SMALL = "living", "small"
"""Kinds of demonstration. Folders from before there were two have an empty mark, and are small."""
DEFAULT_NAME = ".hientruong"
LEAST_FREE_BYTES = 500_000_000
_PARTS = {
    "keys": ("khóa (keys/, secrets.json)", "the keys (keys/, secrets.json)"),
    "postgres": ("cơ sở dữ liệu (postgres/)", "the database (postgres/)"),
    "seaweedfs": ("kho đối tượng (seaweedfs/)", "the object store (seaweedfs/)"),
}
_RUNBOOKS = {"keys": "keys-lost", "postgres": "database-lost", "seaweedfs": "store-lost"}
_SECRETS = (
    "postgres_password",
    "owner_password",
    "app_password",
    "public_password",
    "backup_password",
    "s3_secret",
    "s3_admin_secret",
    "s3_keeper_secret",
    "jwt.signing",
    "jwt.signing.read",
    "jwt.filer_signing",
    "jwt.filer_signing.read",
)


@dataclass(frozen=True)
class DataFolder:
    """Paths inside one data folder. `open_for_start` prepares it; the rest only reads."""

    path: Path

    @property
    def is_default(self) -> bool:
        """Whether commands find this folder without `--data-dir`."""
        return self.path == surroundings.ROOT / DEFAULT_NAME

    @property
    def is_demonstration(self) -> bool:
        """Whether this installation was begun as a demonstration.

        That is decided at its first start, for ever: made-up officers never join a real force.
        """
        return (self.path / "DEMONSTRATION").is_file()

    @property
    def is_living(self) -> bool:
        """Whether this demonstration plays a year and a half of history (deploy/demo/living)."""
        mark = self.path / "DEMONSTRATION"
        return mark.is_file() and mark.read_bytes().strip() == LIVING.encode()

    @property
    def keys(self) -> Path:
        """The server's own keys (backend/core/keys.py)."""
        return self.path / "keys"

    @property
    def pki(self) -> Path:
        """A demonstration's certification authority (deploy/demo/ca.py)."""
        return self.path / "pki"

    @property
    def spool(self) -> Path:
        """Unfinished uploads."""
        return self.path / "spool"

    @property
    def logs(self) -> Path:
        """Logs, one file for each part."""
        return self.path / "logs"

    @property
    def ports_file(self) -> Path:
        """See embedded/ports.py."""
        return self.path / "ports.json"

    @property
    def run_file(self) -> Path:
        """The address of the running system; the file exists only while it runs."""
        return self.path / "run.json"

    def open_for_start(self, *, demonstration: str = "", least_free: int = LEAST_FREE_BYTES) -> int:
        """Create or check the folder and lock it; returns the lock, which ends with the process.

        `demonstration`: LIVING, SMALL or none; what a folder is, its first start decides.

        Raises Failure, without having changed anything, if the folder belongs to another user, is
        of a newer version, is in use, or is on a disk with less than `least_free` bytes left.
        """
        try:
            make_private_folder(self.path)
        except OSError as error:
            raise Failure(
                f"không tạo được thư mục dữ liệu {self.path} ({error.strerror})",
                f"cannot create the data folder {self.path} ({error.strerror})",
            ) from None
        self._check_owner()
        lock = self._lock()
        self._check_layout()
        self._check_space(least_free)
        self.path.chmod(0o700)
        version = self.path / "VERSION"
        if not version.exists():
            if demonstration:
                write_private(self.path / "DEMONSTRATION", f"{demonstration}\n".encode())
            write_private(version, f"{LAYOUT}\n".encode())
        for folder in (self.keys, self.spool, self.logs):
            make_private_folder(folder)
        return lock

    def require_installation(self) -> None:
        """Raise Failure if this folder holds no installation that we can read."""
        try:
            next(self.path.iterdir(), None)
        except PermissionError:
            raise Failure(
                f"bạn không có quyền đọc thư mục dữ liệu {self.path}: hãy chạy lệnh bằng người dùng đã chạy up",
                f"you may not read the data folder {self.path}: run the command as the user who runs `up`",
            ) from None
        except OSError:
            pass  # no such folder: reported below
        if not (self.path / "VERSION").is_file() or not (self.path / "secrets.json").is_file():
            self.require_parts("keys")
            raise Failure(
                f"không có hệ thống nào trong {self.path}; hãy chạy ./hientruong up trước",
                f"there is no installation in {self.path}; run ./hientruong up first",
            )
        self._check_layout()

    def require_parts(self, *parts: str, runs: bool = False) -> None:
        """Raise Failure if keys, cluster ("postgres") or store ("seaweedfs") are gone.

        Checks the named parts, or all. Without this check an empty part would be started in place
        of a lost one. An operator would be told to declare it as a restored database; phones would
        get receipts for bytes in a store that a restore abandons; new keys would be unknown to
        everybody. An interrupted first start or a half restore does not count as lost.

        `runs`: the system runs on this folder. Then it was begun, even if the whole folder is gone
        meanwhile because its disk is no longer mounted.
        """
        if not runs and not self._was_begun:
            return
        there = {
            "keys": self._has_keys,
            "postgres": self._has_cluster,
            "seaweedfs": self._has_store,
        }
        gone = [part for part in parts or there if not there[part]]
        if not gone:
            return
        runbook = _RUNBOOKS[gone[-1]]
        if "postgres" in gone and "seaweedfs" in gone:
            runbook = "both-lost"
        vi, en = (", ".join(_PARTS[part][language] for part in gone) for language in (0, 1))
        raise Failure(
            f"trong {self.path} không còn {vi}, và không tạo cái trống thay vào: xem docs/runbooks/{runbook}.md",
            f"in {self.path} {en} {'are' if len(gone) > 1 or gone == ['keys'] else 'is'} gone, and nothing empty is"
            f" begun instead: see docs/runbooks/{runbook}.md",
        )

    def note_begun(self) -> None:
        """Note that everything was made here once: what is missing from now on was lost."""
        if not (self.path / "BEGUN").exists():
            write_private(self.path / "BEGUN", b"")

    def require_no_store(self) -> None:
        """Raise Failure if there is an object store here, which a new one would replace."""
        if self._has_store:
            raise Failure(
                f"trong {self.path} có kho đối tượng; hãy bỏ --begin-store",
                f"there is a store in {self.path}; leave --begin-store out",
            )

    @property
    def _was_begun(self) -> bool:
        """Whether everything was made here once.

        The end of a first start notes it. Older folders, or ones that lost the note, are recognised
        by files that only exist after a first start. A restore writes VERSION last.
        """
        signs = ("BEGUN", "keys/receipt.pem", "logs/worker.log", "backup/places.json")
        return (self.path / "VERSION").is_file() and any(
            (self.path / sign).is_file() for sign in signs
        )

    @property
    def _has_keys(self) -> bool:
        """Whether the server's keys and the passwords of its parts are here."""
        return (self.keys / "receipt.pem").is_file() and (self.path / "secrets.json").is_file()

    @property
    def _has_cluster(self) -> bool:
        """Whether there is a cluster here, complete or not."""
        return (self.path / "postgres" / "18" / "PG_VERSION").is_file()

    @property
    def _has_store(self) -> bool:
        """Whether there is an object store here, complete or not."""
        return (self.path / "seaweedfs" / "data").is_dir()

    def secrets(self) -> dict[str, str]:
        """Return the passwords of the embedded servers; the first start makes them."""
        file = self.path / "secrets.json"
        known: dict[str, str] = json.loads(file.read_text()) if file.is_file() else {}
        missing = {name: secrets.token_urlsafe(32) for name in _SECRETS if name not in known}
        if missing:
            write_private(file, json.dumps(known | missing, indent=1).encode())
        return known | missing

    def running(self) -> dict[str, Any] | None:
        """Return what the running system wrote about itself, or None if none runs."""
        try:
            handle = os.open(self.path / "lock", os.O_RDWR | os.O_CLOEXEC)
        except OSError:
            return None
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            try:
                told: dict[str, Any] = json.loads(self.run_file.read_text())
            except (OSError, ValueError):
                return None
            return told
        finally:
            os.close(handle)
        return None

    def _lock(self) -> int:
        handle = os.open(self.path / "lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise Failure(
                f"hệ thống đang chạy trên thư mục dữ liệu {self.path}",
                f"a system is already running on the data folder {self.path}",
            ) from None
        return handle

    def _check_owner(self) -> None:
        owner = self.path.stat().st_uid
        if owner != os.geteuid():
            raise Failure(
                f"thư mục dữ liệu {self.path} thuộc về người dùng khác (uid {owner})",
                f"the data folder {self.path} belongs to another user (uid {owner})",
            )

    def _check_layout(self) -> None:
        file = self.path / "VERSION"
        if not file.exists():
            strangers = [
                entry.name
                for entry in self.path.iterdir()
                if entry.name not in ("lock", "lost+found", "DEMONSTRATION")
            ]
            if strangers:
                raise Failure(
                    f"{self.path} không trống và không phải thư mục dữ liệu của Hiện Trường",
                    f"{self.path} is not empty and is no data folder of Hiện Trường",
                )
            return
        text = file.read_text().strip()
        if not text.isdigit() or int(text) > LAYOUT:
            raise Failure(
                f"thư mục dữ liệu {self.path} thuộc phiên bản mới hơn ({text})",
                f"the data folder {self.path} is of a newer version ({text}); use that version",
            )

    def _check_space(self, least: int) -> None:
        free = shutil.disk_usage(self.path).free
        if free < least:
            have, need = f"{free // 1_000_000} MB", f"{least // 1_000_000} MB"
            raise Failure(
                f"đĩa chứa {self.path} chỉ còn {have}, cần ít nhất {need}",
                f"the disk of {self.path} has only {have} left, at least {need} are needed",
            )
