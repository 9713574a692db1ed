"""Backs up the cluster with PostgreSQL's own programs, of the same build as the server.

https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-INCREMENTAL-BACKUP
"""

import gzip
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path

from deploy.embedded.postgres import BACKUP
from deploy.failures import Failure
from deploy.servers import Servers

Say = Callable[[str], None]


class NoSummaries(Failure):
    """The server no longer knows which blocks changed since then: a full backup is needed."""


FILES = ("base.tar.gz", "pg_wal.tar.gz", "backup_manifest")


def take(servers: Servers, into: Path, since: Path | None, say: Say) -> None:
    """Write FILES into the folder `into`: all blocks, or those changed since the manifest `since`.

    They include the log that is needed to restore to the moment of the backup's end. Raises
    Failure.
    """
    command: list[str | Path] = [servers.postgres.program("pg_basebackup"), "-D", into, "-Ft"]
    command += ["--compress=client-gzip:1", "-X", "stream", "--checkpoint=fast", "--progress"]
    command += ["--manifest-checksums=SHA256", "--no-password"]
    if since is not None:
        command.append(f"--incremental={since}")
    _run([*command, *address(servers)], say, environment(servers))
    for name in FILES:
        if not (into / name).is_file():
            raise Failure(f"pg_basebackup không viết {name}", f"pg_basebackup did not write {name}")


def address(servers: Servers) -> list[str]:
    """Return the options with which a PostgreSQL program connects as the backup's role."""
    return ["-h", "127.0.0.1", "-p", str(servers.postgres.port), "-U", BACKUP]


def environment(servers: Servers) -> dict[str, str]:
    """Return the environment of such a program. Only our own user can read the password in it."""
    return {
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PGPASSWORD": servers.secrets["backup_password"],
        "PGAPPNAME": "hientruong-backup",
    }


def unpack(packed: Path, into: Path) -> None:
    """Unpack a backup's files, as `take` wrote them, into a folder as PostgreSQL expects it.

    Raises Failure if a file is cut short.
    """
    try:
        for name, folder in (("base.tar.gz", into), ("pg_wal.tar.gz", into / "pg_wal")):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # pg_basebackup's log archive begins with an empty member, which tarfile's own stream
            # takes for the end.
            with (
                gzip.open(packed / name, "rb") as plain,
                tarfile.open(fileobj=plain, mode="r|") as archive,
            ):
                archive.extractall(folder, filter="data")
    except (tarfile.TarError, EOFError, OSError) as error:
        if isinstance(error, OSError) and error.errno == 28:  # ENOSPC
            raise
        raise Failure(
            f"không mở được {packed / name}", f"{packed / name} cannot be unpacked: {error}"
        ) from None
    shutil.copyfile(packed / "backup_manifest", into / "backup_manifest")


def check(servers: Servers, folder: Path, say: Say) -> None:
    """Run `pg_verifybackup`: every file must be there and have its SHA-256. Raises Failure."""
    program = servers.postgres.program("pg_verifybackup")
    _run([program, "--quiet", "--no-parse-wal", folder], say, {"LC_ALL": "C.UTF-8"})


def combine(servers: Servers, folders: Sequence[Path], into: Path, say: Say) -> None:
    """Combine a full backup and its incrementals into one.

    Raises Failure if they do not follow each other.
    """
    program = servers.postgres.program("pg_combinebackup")
    command: list[str | Path] = [program, "--manifest-checksums=SHA256", "--link", "-o", into]
    _run([*command, *folders], say, {"LC_ALL": "C.UTF-8"})


def give_to_account(servers: Servers, folder: Path) -> None:
    """Give the cluster to the server's user and close it to all others."""
    for name, folders, files in os.walk(folder):
        servers.account.own(Path(name))
        Path(name).chmod(0o700)
        for entry in (*files, *(f for f in folders if (Path(name) / f).is_symlink())):
            servers.account.own(Path(name) / entry)


def zip_segment(source: Path, to: Path) -> None:
    """Compress one file of the log; the unused rest of a segment then takes almost no space."""
    with (
        source.open("rb") as plain,
        to.open("wb") as raw,
        gzip.GzipFile("", "wb", 1, raw, mtime=0) as out,
    ):
        shutil.copyfileobj(plain, out, 1024 * 1024)


def unzip(source: Path, to: Path) -> None:
    """Undo zip_segment(). The caller has checked the compressed file's hash."""
    with gzip.open(source, "rb") as packed, to.open("wb") as plain:
        shutil.copyfileobj(packed, plain, 1024 * 1024)


def number_of(segment: str) -> int:
    """Return a segment's position in the log, from its name.

    Segments have 16 MB; the middle part of the name counts 4 GB, which are 256 segments.
    """
    return int(segment[8:16], 16) * 256 + int(segment[16:], 16)


def _run(command: Sequence[str | Path], say: Say, env: dict[str, str]) -> None:
    """Run a program to its end, and report its progress."""
    name, said = Path(command[0]).name, ""
    process = subprocess.Popen(
        ["setpriv", "--pdeathsig", "KILL", "--", *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        env=env,
        umask=0o077,
    )
    try:
        for line in process.stderr or ():
            if "tablespace" in line:
                say(f"PostgreSQL: {line.strip()}")
            elif line.strip():
                said = f"{said} | {line.strip()}" if said else line.strip()
        if process.wait() == 0:
            return
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    if "No space left" in said:
        raise Failure(
            "nơi sao lưu đã đầy", "the disk of the backup is full; make room and run it again"
        )
    if "summar" in said and "--incremental" in " ".join(map(str, command)):
        raise NoSummaries("không sao lưu tăng dần được", said[-300:])
    if f'role "{BACKUP}"' in said or "no pg_hba.conf entry" in said or "password auth" in said:
        raise Failure(
            "hệ thống đang chạy là phiên bản cũ, chưa sao lưu được; hãy khởi động lại ./hientruong up",
            f"the running system was started by an older version; start ./hientruong up again ({said})",
        )
    raise Failure(f"{name} không làm được", f"{name} failed: {said[-600:]}")
