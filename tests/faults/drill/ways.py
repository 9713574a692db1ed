"""Five disasters, and the way back from each by the commands that an operator has. See docs/runbooks/."""

import asyncio
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyrage

from deploy import bootstrap, surroundings
from deploy.data_folder import DataFolder
from deploy.servers import DATABASE, Servers
from tests.integration.deploy.running import command

_FOLLOW_SECONDS = 300.0


class WayBackFailed(Exception):
    """A command of the way back did not do what the runbook says."""


@dataclass
class Site:
    """One installation, its backups in another place, and the operator's identity."""

    home: Path
    backups: Path
    dumps: Path
    identity: Path
    moment: str = ""
    """To which everything is brought back, where the way is to undo."""
    follower: "subprocess.Popen[str] | None" = None

    @classmethod
    def at(cls, place: Path) -> "Site":
        """In an empty folder."""
        identity = pyrage.x25519.Identity.generate()
        file = place / "identity.txt"
        file.write_text(f"{identity}\n")
        file.chmod(0o600)
        (place / "dumps").mkdir()
        return cls(place / "system", place / "backups", place / "dumps", file)

    @property
    def recipient(self) -> str:
        """To whom backups are encrypted."""
        return str(pyrage.x25519.Identity.from_str(self.identity.read_text().strip()).to_public())

    def backup(self) -> None:
        """`hientruong backup`, while everything runs; and a dump, as some operators make them."""
        run("backup", "--to", self.backups, "--recipient", self.recipient, "--data-dir", self.home)
        servers = Servers(DataFolder(self.home))
        tool(
            servers,
            "pg_dump",
            "--format=custom",
            f"--file={self.dumps / 'dump'}",
            servers.postgres.dsn(DATABASE),
        )

    def follow(self) -> None:
        """Begin `hientruong backup --every`, and return when its first backup stands. Raises WayBackFailed."""
        words = ("backup", "--to", self.backups, "--recipient", self.recipient, "--every", "1h")
        self.follower = subprocess.Popen(
            surroundings.command(*map(str, words), "--data-dir", str(self.home)),
            env=surroundings.for_child({}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        deadline = time.monotonic() + _FOLLOW_SECONDS
        while not list((self.backups / "manifests").glob("*.json")):
            if self.follower.poll() is not None or time.monotonic() > deadline:
                raise WayBackFailed(f"backup --every: {self.end_following()}")
            time.sleep(0.2)
        time.sleep(1)  # a moment is one after that backup
        self.moment = datetime.now(UTC).isoformat()
        time.sleep(1)

    def end_following(self) -> str:
        """SIGTERM: it takes a last point. Returns what it said."""
        if self.follower is None:
            return ""
        self.follower.terminate()
        said = self.follower.communicate(timeout=_FOLLOW_SECONDS)[1]
        self.follower = None
        return said[-2000:]

    def restore(self, *more: str) -> Path:
        """`hientruong restore` into a new folder. Raises WayBackFailed."""
        new = self.home.with_name(f"{self.home.name}-new")
        words = ("--from", self.backups, "--identity", self.identity, "--trust-this-backup")
        run("restore", *words, "--data-dir", new, *more)
        return new

    def declare(self, folder: Path, why: str) -> None:
        """`hientruong restored`."""
        run("restored", "--data-dir", folder, "--reason", why, "--yes")


def run(*words: object, ends_with: tuple[int, ...] = (0,)) -> str:
    """One command of ours. Raises WayBackFailed unless it ends as it should."""
    done = command(*words)
    if done.returncode not in ends_with:
        raise WayBackFailed(
            f"{' '.join(map(str, words))}: {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def tool(servers: Servers, program: str, *words: str) -> None:
    """One of PostgreSQL's own programs. Raises WayBackFailed."""
    done = subprocess.run(
        [servers.postgres.program(program), *words], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise WayBackFailed(f"{program}: {done.stderr[-2000:]}")


def database_lost(site: Site) -> Path:
    """The database is gone, the store is newer than any backup of it: docs/runbooks/database-lost.md."""
    shutil.rmtree(site.home / "postgres")
    new = site.restore()
    shutil.move(new / "seaweedfs", new / "seaweedfs.backup")
    shutil.move(site.home / "seaweedfs", new / "seaweedfs")
    site.declare(new, "drill: database lost")
    run("look-at-originals", "--data-dir", new)
    return new


def store_lost(site: Site) -> Path:
    """The store is gone, the database is there, whole: docs/runbooks/store-lost.md."""
    shutil.rmtree(site.home / "seaweedfs")
    new = site.restore()
    shutil.move(new / "postgres", new / "postgres.backup")
    shutil.copytree(site.home / "postgres", new / "postgres", symlinks=True)
    _like(site.home / "postgres", new / "postgres")
    shutil.rmtree(new / "spool", ignore_errors=True)
    shutil.copytree(site.home / "spool", new / "spool")
    site.declare(new, "drill: store lost")
    run("look-at-originals", "--data-dir", new, ends_with=(0, 1))
    return new


def both_lost(site: Site) -> Path:
    """The machine is gone: docs/runbooks/both-lost.md."""
    shutil.rmtree(site.home)
    return site.restore()


def to_a_moment(site: Site) -> Path:
    """Everything since a moment is to be undone, though there are newer backups: `restore --at`."""
    shutil.rmtree(site.home)
    return site.restore("--at", site.moment)


def old_dump(site: Site) -> Path:
    """An older dump in a fresh cluster, whose transaction ids begin anew, beside the store that is there."""
    shutil.rmtree(site.home / "postgres")
    servers = Servers(DataFolder(site.home))
    lock = servers.folder.open_for_start(least_free=0)
    try:
        servers.postgres.launch()
        servers.postgres.wait_ready()
        asyncio.run(_roles(servers))
        tool(
            servers,
            "pg_restore",
            f"--dbname={servers.postgres.dsn(DATABASE)}",
            str(site.dumps / "dump"),
        )
    finally:
        servers.postgres.stop()
        servers.account.close()
        os.close(lock)
    site.declare(site.home, "drill: an older dump in a fresh cluster")
    return site.home


async def _roles(servers: Servers) -> None:
    await bootstrap.make_roles(servers)
    await bootstrap.make_database(servers, DATABASE)


def _like(first: Path, second: Path) -> None:
    """Owners and modes as in the first, which a copy by an ordinary program keeps (`cp -a`)."""
    for path in [first, *first.rglob("*")]:
        there, told = second / path.relative_to(first), path.lstat()
        os.chown(there, told.st_uid, told.st_gid, follow_symlinks=False)


WAYS: dict[str, Callable[[Site], Path]] = {
    "database": database_lost,
    "store": store_lost,
    "both": both_lost,
    "moment": to_a_moment,
    "dump": old_dump,
}
