"""What can stop a migration. Operators read these, so each is one plain sentence.

MigrationRefused            the database and this version do not fit together; nothing was changed
├── DatabaseIsNewer         the database knows migrations that this version does not
├── MigrationChanged        an applied file's text is not what was applied
├── MigrationOutOfOrder     a file was slipped in before one that is already applied
├── ServerTooOld            PostgreSQL before 16
├── RoleMissing             the application's role does not exist, so rights cannot be given
└── ThroughPooler           the owner's address leads through PgBouncer or its like
MigrationFailed             PostgreSQL refused a file; its transaction was rolled back

They never travel over HTTP and so are not part of the domain's tree of errors.
"""


class MigrationRefused(Exception):
    """The database and this version do not fit together; nothing was changed."""

    code = "migration_refused"


class DatabaseIsNewer(MigrationRefused):
    """A newer version has migrated this database: running an older one on it could lose what
    the newer one wrote. The cure is to install the newer version, never to go back."""

    code = "database_is_newer"

    def __init__(self, unknown: list[str]) -> None:
        super().__init__(
            f"The database was made by a newer version of hientruong (it knows {', '.join(unknown)}"
            " and this version does not): install that version or a later one."
        )


class MigrationChanged(MigrationRefused):
    """An applied file was edited afterwards, so nobody can say what this database looks like."""

    code = "migration_changed"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Migration {name} was changed after it had been applied to this database: put the "
            "released text back, or start with an empty database."
        )


class MigrationOutOfOrder(MigrationRefused):
    """A file that sorts before an applied one would run after it, unlike anywhere else."""

    code = "migration_out_of_order"

    def __init__(self, name: str, last: str) -> None:
        super().__init__(
            f"Migration {name} sorts before {last}, which is already applied: give it a later "
            "number."
        )


class ServerTooOld(MigrationRefused):
    """The schema uses features of PostgreSQL 16 and later."""

    code = "server_too_old"

    def __init__(self, version: str) -> None:
        super().__init__(f"PostgreSQL 16 or newer is needed; this server is {version}.")


class RoleMissing(MigrationRefused):
    """Migrations grant rights to the application's role, which the bootstrap makes beforehand."""

    code = "role_missing"

    def __init__(self, role: str) -> None:
        super().__init__(
            f"The database role {role} does not exist: create it (LOGIN, without further rights) "
            "before migrating."
        )


class ThroughPooler(MigrationRefused):
    """The lock that lets one starter migrate belongs to a session, and a pooler hands sessions around."""

    code = "through_pooler"

    def __init__(self) -> None:
        super().__init__(
            "Migrations cannot go through a connection pooler: let HIENTRUONG_OWNER_DATABASE_URL name "
            "PostgreSQL's own address."
        )


class MigrationFailed(Exception):
    """PostgreSQL refused a file. Its transaction was rolled back, earlier files stay applied."""

    code = "migration_failed"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"Migration {name} could not be applied: {reason}. Nothing of it was kept."
        )
