"""Both embedded servers of one data folder, and the settings with which the parts find them."""

import shutil
from collections.abc import Callable

from deploy.data_folder import DataFolder
from deploy.embedded import ports
from deploy.embedded.account import Account
from deploy.embedded.postgres import Postgres
from deploy.embedded.seaweedfs import SeaweedFS
from deploy.failures import Failure
from deploy.private_files import make_private_folder

DATABASE = "hientruong"
OWNER = "hientruong_owner"
APPLICATION = "hientruong_app"
PUBLIC_FORM = "hientruong_public"
_MORE_CHOICES = 2


class Servers:
    """PostgreSQL and SeaweedFS of one data folder.

    Start them from the main thread (see embedded/account.py).
    """

    def __init__(self, folder: DataFolder, postgres_options: dict[str, str] | None = None) -> None:
        """Read or make ports and secrets of `folder`; starts nothing."""
        self.folder = folder
        self.secrets = folder.secrets()
        make_private_folder(folder.logs)
        self._postgres_options = postgres_options
        self._describe(ports.load_or_choose(folder.ports_file))

    def _describe(self, chosen: dict[str, int]) -> None:
        folder = self.folder
        self.ports = chosen
        self.account = Account.current()
        self.postgres = Postgres(
            folder.path / "postgres",
            self.ports["postgres"],
            self.secrets["postgres_password"],
            self.account,
            folder.logs / "postgres.log",
            self._postgres_options,
        )
        self.store = SeaweedFS(
            folder.path / "seaweedfs",
            self.ports,
            self.secrets,
            self.account,
            folder.logs / "seaweedfs.log",
        )

    def start(self, say: Callable[[str], None] = lambda _part: None) -> None:
        """Start both concurrently and return when both are ready; if one fails, stop the other.

        Between the choice of a port and its use another program may take it, such as a second installation that
        starts at the same moment. The first start of a folder then chooses all ports again, twice at most. Later
        starts keep their ports and raise Failure.
        """
        for _ in range(_MORE_CHOICES if self._is_new() else 0):
            try:
                return self._start(say)
            except Failure:
                if all(map(ports.is_free, self.ports.values())):
                    raise
            # The store keeps its master's state under the port. No bucket was made yet.
            shutil.rmtree(self.store.home, ignore_errors=True)
            self._describe(ports.choose(self.folder.ports_file))
        return self._start(say)

    def _is_new(self) -> bool:
        return not (self.postgres.data / "PG_VERSION").exists() and not self.store.home.exists()

    def _start(self, say: Callable[[str], None]) -> None:
        try:
            self.postgres.end_leftover()
            ports.require_free(self.ports)
            self.postgres.launch()
            self.store.launch()
            self.postgres.wait_ready()
            say("PostgreSQL")
            self.store.wait_ready()
            say("SeaweedFS")
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop both, the store first: by then nothing writes any more."""
        self.store.stop()
        self.postgres.stop()
        self.account.close()

    def owner_dsn(self, database: str = DATABASE) -> str:
        """Return the connection string for migrations."""
        return self.postgres.dsn(database, OWNER, self.secrets["owner_password"])

    def app_dsn(self, database: str = DATABASE) -> str:
        """Return the connection string for web and worker processes, whose role owns nothing."""
        return self.postgres.dsn(database, APPLICATION, self.secrets["app_password"])

    def public_dsn(self, database: str = DATABASE) -> str:
        """Return the connection string for the citizens' form, whose role may call four functions."""
        return self.postgres.dsn(database, PUBLIC_FORM, self.secrets["public_password"])


FOR_WORKERS = ("HIENTRUONG_S3_KEEPER_ACCESS_KEY", "HIENTRUONG_S3_KEEPER_SECRET_KEY")
"""Settings that web processes do not get: a process that answers strangers cannot lift an
original's hold."""
FOR_WEB = ("HIENTRUONG_PUBLIC_DATABASE_URL",)
"""Settings that workers do not get: no worker shows the citizens' form."""

DEMONSTRATION_RETENTION_DAYS = 7
"""Made-up evidence is locked like any other, but may be deleted with the demonstration."""
_LIVING_RETENTION_DAYS = 730
"""Of a living one: counted from the days of its history, of which none may be over."""

DEMONSTRATION_TREASURY = {
    "HIENTRUONG_TREASURY_PAY_TO": "Kho bạc Nhà nước trình diễn",
    "HIENTRUONG_TREASURY_ACCOUNT": "7111.0.0000000",
}
"""Obviously made up: a decision with a fine needs an account, and no money may reach a real one."""


DEMONSTRATION_CONTACT = {
    "HIENTRUONG_SUPPORT_CONTACT": "Bàn hỗ trợ trình diễn, 024 0000 0000, hotro@hientruong.example"
}
"""Whom the page about the system names: nobody has this number, and no mail reaches this name (RFC 2606)."""


def environment(folder: DataFolder, servers: Servers) -> dict[str, str]:
    """Return the HIENTRUONG_* variables of web (without FOR_WORKERS) and worker (without FOR_WEB) processes.

    The owner's are never among them.
    """
    demonstration = (
        {
            "HIENTRUONG_S3_RETENTION_DAYS": str(
                _LIVING_RETENTION_DAYS if folder.is_living else DEMONSTRATION_RETENTION_DAYS
            ),
            "HIENTRUONG_DEMO_PKI_DIR": str(folder.pki),
            **DEMONSTRATION_TREASURY,
            **DEMONSTRATION_CONTACT,
        }
        if folder.is_demonstration
        else {}
    )
    return demonstration | {
        "HIENTRUONG_DATABASE_URL": servers.app_dsn(),
        "HIENTRUONG_PUBLIC_DATABASE_URL": servers.public_dsn(),
        "HIENTRUONG_S3_ENDPOINT": servers.store.endpoint,
        "HIENTRUONG_S3_ACCESS_KEY": "hientruong-app",
        "HIENTRUONG_S3_SECRET_KEY": servers.secrets["s3_secret"],
        "HIENTRUONG_S3_KEEPER_ACCESS_KEY": "hientruong-keeper",
        "HIENTRUONG_S3_KEEPER_SECRET_KEY": servers.secrets["s3_keeper_secret"],
        "HIENTRUONG_SPOOL_DIR": str(folder.spool),
        "HIENTRUONG_KEYS_DIR": str(folder.keys),
        "HIENTRUONG_DATA_DIR": str(folder.path),
    }
