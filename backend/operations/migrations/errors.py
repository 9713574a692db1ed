"""Errors that stop a migration. Operators read them, so each is one plain sentence.

MigrationRefused            the database and this version do not fit together; nothing was changed
├── DatabaseIsNewer         the database knows migrations that this version does not
├── MigrationChanged        an applied file's text is not what was applied
├── MigrationOutOfOrder     a file was inserted before one that is already applied
├── ServerTooOld            PostgreSQL before 16
├── RoleMissing             a role does not exist, so rights cannot be given
└── ThroughPooler           the owner's address leads through a pooler such as PgBouncer
MigrationFailed             PostgreSQL refused a file; its transaction was rolled back

They are never sent over HTTP, and so are not part of the domain's tree of errors.
"""


class MigrationRefused(Exception):
    """The database and this version do not fit together; nothing was changed."""

    code = "migration_refused"


class DatabaseIsNewer(MigrationRefused):
    """A newer version has migrated this database.

    An older version could lose what the newer one wrote. The remedy is to install the newer
    version, never to go back.
    """

    code = "database_is_newer"

    def __init__(self, unknown: list[str]) -> None:
        super().__init__(
            f"The database was made by a newer version of hientruong (it knows {', '.join(unknown)}"
            " and this version does not): install that version or a later one."
        )


class MigrationChanged(MigrationRefused):
    """An applied file was edited afterwards, so that this database's schema is unknown."""

    code = "migration_changed"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Migration {name} was changed after it had been applied to this database: put the "
            "released text back, or start with an empty database."
        )


class MigrationOutOfOrder(MigrationRefused):
    """A file sorts before an applied one, so it would run in another order than on other systems."""

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
    """The role of the application, or of the citizens' form, is missing.

    Migrations grant rights to them; the bootstrap creates them before.
    """

    code = "role_missing"

    def __init__(self, role: str) -> None:
        super().__init__(
            f"The database role {role} does not exist: create it (LOGIN, without further rights; "
            "GRANT CONNECT ON DATABASE) before migrating."
        )


class ThroughPooler(MigrationRefused):
    """The address is that of a pooler.

    It shares sessions, and the lock that lets only one process migrate belongs to a session.
    """

    code = "through_pooler"

    def __init__(self) -> None:
        super().__init__(
            "Migrations cannot go through a connection pooler: let HIENTRUONG_OWNER_DATABASE_URL name "
            "PostgreSQL's own address."
        )


class MigrationFailed(Exception):
    """PostgreSQL refused a file. Its transaction was rolled back; earlier files remain applied."""

    code = "migration_failed"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"Migration {name} could not be applied: {reason}. Nothing of it was kept."
        )
