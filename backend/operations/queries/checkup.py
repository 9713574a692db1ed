"""SQL of the check-up: notes of workers and nodes, and what they count. No content of any record."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.operations.rules.checkup.facts import HeldJobs, Phones, Proof, PutOffJobs
from backend.operations.tables.checkup import BackupProof, HealthNote


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """The last note of a source; `facts` is JSON text."""

    source: str
    noted_at: datetime
    facts: str


class BackedUp(msgspec.Struct, frozen=True, kw_only=True):
    """Up to when everything is in a proven backup, and what kind of installation this is."""

    backed_up_through: datetime | None
    is_demonstration: bool
    created_at: datetime


class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate that ends soon, and whose it is."""

    kind: str
    """`officer` or `unit`."""
    owner_id: UUID
    name: str
    unit_vi: str
    unit_en: str
    ends: datetime
    all_of_them: int
    """How many there are of this kind, also beyond those that were asked for."""


class Devices(msgspec.Struct, frozen=True, kw_only=True):
    """Phones in an administrator's scope."""

    in_use: int
    waiting: int
    """Wait for their approval."""
    holding: int
    """Said that they hold something unsent, and were not heard for a week."""


class Size(msgspec.Struct, frozen=True, kw_only=True):
    """How many originals there are, and their bytes."""

    number: int
    bytes: int


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked at each look, in one statement."""

    at: datetime
    """The database's clock."""
    waiting: int
    oldest_seconds: float
    seal_seconds: float


@compiled.many(Note)
def notes() -> Query:
    """Return all notes."""
    return HealthNote.select(*rows.columns(Note, HealthNote)).order_by(HealthNote.source)


@compiled.one(Note)
def note(source: str) -> Query:
    """Return the note of one source, or None."""
    return HealthNote.select(*rows.columns(Note, HealthNote)).where(HealthNote.source == source)


async def write(source: str, at: datetime, facts: str) -> None:
    """Replace the note of a source."""
    row = HealthNote(source=source, noted_at=at, facts=facts)
    changed = (HealthNote.noted_at, HealthNote.facts)
    await HealthNote.insert(row).on_conflict(
        target=HealthNote.source, action="DO UPDATE", values=changed
    )


async def clock() -> datetime:
    """Return the database's present time."""
    at: datetime = await database.fetchval("SELECT clock_timestamp()")
    return at


async def standing() -> Standing:
    """Return how queue and seals stand now, by the database's clock."""
    found = await database.fetchrow(
        """
        SELECT clock_timestamp() AS at,
            (SELECT count(*) FROM pgqueuer WHERE status <> 'failed') AS waiting,
            (SELECT greatest(0, coalesce(extract(epoch FROM now() - min(greatest(execute_after, created))), 0))::float8
                FROM pgqueuer WHERE status = 'queued' AND execute_after <= now()) AS oldest_seconds,
            (SELECT greatest(0, coalesce(extract(epoch FROM now() - min(e.received_at)), 0))::float8
                FROM ledger_unsealed u JOIN ledger_entries e USING (entry_id)) AS seal_seconds
        """
    )
    return msgspec.convert(dict(found), Standing)


async def held() -> tuple[HeldJobs, ...]:
    """Return the held jobs by kind, with the class of the newest fault of each."""
    found = await database.fetch(
        """
        SELECT q.entrypoint AS job, count(*) AS number, min(q.updated) AS since,
            coalesce((SELECT l.traceback ->> 'exception_type' FROM pgqueuer_log l
                WHERE l.job_id = max(q.id) AND l.traceback IS NOT NULL ORDER BY l.created DESC LIMIT 1), '?') AS why
        FROM pgqueuer q WHERE q.status = 'failed' GROUP BY q.entrypoint ORDER BY q.entrypoint
        """
    )
    return tuple(rows.many(HeldJobs, found))


async def put_off() -> tuple[PutOffJobs, ...]:
    """Return the jobs that an outage put off, by kind, with the class of one of their faults."""
    found = await database.fetch(
        """
        SELECT q.entrypoint AS job, count(*) AS number, max(q.attempts) AS tries, min(q.execute_after) AS next,
            coalesce(max(why.kind), '?') AS why
        FROM pgqueuer q
        LEFT JOIN LATERAL (
            SELECT l.traceback ->> 'exception_type' AS kind FROM pgqueuer_log l
            WHERE l.job_id = q.id AND l.traceback IS NOT NULL ORDER BY l.created DESC LIMIT 1
        ) why ON true
        WHERE q.status = 'queued' AND q.attempts > 0 GROUP BY q.entrypoint ORDER BY q.entrypoint
        """
    )
    return tuple(rows.many(PutOffJobs, found))


async def backed_up() -> BackedUp:
    """Return up to when everything is in a proven backup."""
    found = await database.fetchrow(
        "SELECT backed_up_through, is_demonstration, created_at::timestamptz AS created_at FROM installation"
    )
    return msgspec.convert(dict(found), BackedUp)


async def proof() -> Proof | None:
    """Return the proof of the newest moment, or None."""
    newest = BackupProof.select(*rows.columns(Proof, BackupProof))
    found = await newest.order_by(BackupProof.through, ascending=False).limit(1)
    return rows.many(Proof, found)[0] if found else None


async def database_bytes() -> int:
    """Return the size of the database on its disk."""
    number: int = await database.fetchval("SELECT pg_database_size(current_database())")
    return number


async def originals() -> Size:
    """Count the originals in the store. It reads their rows: hourly, never for a page."""
    found = await database.fetchrow(
        """
        SELECT count(*) AS number, coalesce(sum(size), 0)::bigint AS bytes FROM (
            SELECT size FROM photos WHERE stored_at IS NOT NULL
            UNION ALL SELECT size FROM scans
            UNION ALL SELECT size FROM documents WHERE object_key IS NOT NULL
            UNION ALL SELECT size FROM decision_papers WHERE object_key IS NOT NULL
            UNION ALL SELECT size FROM record_papers WHERE object_key IS NOT NULL
            UNION ALL SELECT size FROM site_paper_files
        ) AS stored
        """
    )
    return msgspec.convert(dict(found), Size)


async def bytes_waiting(before: datetime) -> int:
    """Count the photographs announced before that moment whose bytes have not come."""
    number: int = await database.fetchval(
        "SELECT count(*) FROM photos WHERE stored_at IS NULL AND withdrawn_at IS NULL AND received_at < $1",
        before,
    )
    return number


async def postgresql() -> str:
    """Return the server's version."""
    version: str = await database.fetchval("SELECT current_setting('server_version')")
    return version.split()[0]


async def stale_tables(connection: Any) -> list[str]:
    """Return tables of which PostgreSQL's statistics are far from what is in them, as quoted names.

    Autovacuum looks after a tenth (analyze) and a fifth (vacuum) of the rows. Here three times as many changed: it does
    not come, because it is off, overloaded or held up. Of a connection of the owner, who may vacuum.
    """
    found = await connection.fetch(
        """
        SELECT format('%I', relname) AS name FROM pg_stat_user_tables
        WHERE schemaname = 'public' AND (n_mod_since_analyze > greatest(1000, 0.3 * n_live_tup)
            OR n_dead_tup > greatest(1000, 0.6 * n_live_tup)) ORDER BY relname
        """
    )
    return [row["name"] for row in found]


async def vacuum(connection: Any, table: str) -> None:
    """Vacuum and analyze one of stale_tables(). It waits for no writer and holds up none."""
    await connection.execute(f"VACUUM (ANALYZE) {table}")


async def phones(since: date, most: int) -> tuple[Phones, ...]:
    """Count the phones heard of since that day by the version of their app, the most frequent first."""
    found = await database.fetch(
        """
        SELECT app_version AS app, count(*) AS number FROM devices
        WHERE revoked_at IS NULL AND seen_on >= $1 AND app_version IS NOT NULL
        GROUP BY app_version ORDER BY count(*) DESC, app_version DESC LIMIT $2
        """,
        since,
        most,
    )
    return tuple(rows.many(Phones, found))


_OF_OFFICERS = """
    SELECT 'officer' AS kind, o.id AS owner_id, o.full_name AS name, u.name_vi AS unit_vi, u.name_en AS unit_en,
        c.valid_to AS ends, count(*) OVER () AS all_of_them
    FROM officer_certificates c JOIN officers o ON o.id = c.officer_id JOIN units u ON u.id = o.unit_id
    WHERE c.revoked_at IS NULL AND c.held_since IS NULL AND c.valid_to BETWEEN $1 AND $2 AND o.state = 'active'
        AND NOT EXISTS (SELECT FROM officer_certificates later WHERE later.officer_id = c.officer_id
            AND later.revoked_at IS NULL AND later.held_since IS NULL AND later.valid_to > c.valid_to)
"""
_OF_UNITS = """
    SELECT 'unit', u.id, u.name_vi, u.name_vi, u.name_en, c.valid_to, count(*) OVER ()
    FROM officer_certificates c JOIN units u ON u.id = c.unit_id
    WHERE c.revoked_at IS NULL AND c.valid_to BETWEEN $1 AND $2 AND u.valid_to IS NULL
        AND NOT EXISTS (SELECT FROM officer_certificates later WHERE later.unit_id = c.unit_id
            AND later.revoked_at IS NULL AND later.valid_to > c.valid_to)
"""


async def certificates(
    ended_since: datetime, ends_before: datetime, seen: Reach | None, most: int
) -> list[Certificate]:
    """Return certificates that end soon or ended lately and have no successor, the first first.

    `seen` is None for the whole installation, as operators and workers count them.
    """
    of_officers, args = scope.sql(seen, "o", 4) if seen else ("true", [])
    of_units, _ = scope.sql(seen, "u", 4) if seen else ("true", [])
    found = await database.fetch(
        f"({_OF_OFFICERS} AND {of_officers} ORDER BY c.valid_to LIMIT $3)"
        f" UNION ALL ({_OF_UNITS} AND {of_units} ORDER BY c.valid_to LIMIT $3) ORDER BY ends, owner_id",
        ended_since,
        ends_before,
        most,
        *args,
    )
    return rows.many(Certificate, found)


async def devices(seen: Reach, silent_since: datetime) -> Devices:
    """Count the phones in an administrator's scope."""
    of_device, args = scope.sql(seen, "d", 2)
    found = await database.fetchrow(
        f"""
        SELECT count(*) AS in_use,
            count(*) FILTER (WHERE EXISTS (SELECT FROM device_approvals a
                WHERE a.device_id = d.id AND a.approved_at IS NULL)) AS waiting,
            count(*) FILTER (WHERE d.last_seen_at < $1 AND EXISTS (SELECT FROM device_logs l
                WHERE l.device_id = d.id AND l.unsent > 0)) AS holding
        FROM devices d WHERE d.revoked_at IS NULL AND {of_device}
        """,
        silent_since,
        *args,
    )
    return msgspec.convert(dict(found), Devices)
