"""SQL of recovery: identity of the database and its cluster, and what a declared restore changes.

`ledger_logs` has one row for each log of the ledger: a declared restore ends one and begins the
next.
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.ledger.tables.installation import Installation
from backend.ledger.tables.ledger import (
    LedgerCheckpoint,
    LedgerEntry,
    LedgerLeaf,
    LedgerOutside,
)
from backend.operations.rules.recovery import CurrentPosition, LogsGone
from schemas.ledger.installation import INSTALLATION_RECORD, InstallationAct


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many entries the ledger has, and its newest."""

    entries: int
    last_entry: int
    """The highest entry_id; 0 if there is none."""
    last_received: datetime


class LogRow(msgspec.Struct, frozen=True, kw_only=True):
    """A log of the ledger as the table has it."""

    era: int
    log_id: UUID
    epoch: UUID
    from_size: int
    told: str
    """JSON text of [{log_id, size}]. It is compared with the act, so it may be anything."""
    act_id: UUID | None
    began_at: datetime
    loss_unknown: bool


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True):
    """A signed checkpoint over the first `size` leaves."""

    size: int
    root: bytes
    previous_root: bytes | None
    frontier: bytes
    made_at: datetime
    key_id: str
    signature: bytes
    log_id: UUID | None


class OutsideState(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a comparison with checkpoints outside."""

    fault: str | None
    size: int
    looked_at: datetime


class Declaration(msgspec.Struct, frozen=True, kw_only=True):
    """An act that declared a restore, as its text."""

    act_id: UUID
    act: str


class StoredObject(msgspec.Struct, frozen=True, kw_only=True):
    """An object that must be in the store."""

    id: UUID
    object_key: str
    kind: Literal["photograph", "document", "scan"]


async def current_position() -> CurrentPosition:
    """Return the installation with its current log, and the cluster's present identity.

    Raises LogsGone.

    An entry has the id of its transaction. If an id is not below the ids that this cluster has
    assigned, another cluster wrote the entry (`ids_ahead`). Entries of older eras do not count.
    """
    found = await database.fetchrow(
        """
        SELECT i.era, i.epoch, i.log_id, l.system_identifier AS system_noted, cluster_identifier() AS system_now,
            EXISTS (SELECT FROM (SELECT e.xid FROM ledger_entries e WHERE e.entry_id > l.after_entry
                    ORDER BY e.entry_id DESC LIMIT 1000) newest
                WHERE newest.xid >= pg_snapshot_xmax(pg_current_snapshot())) AS ids_ahead,
            COALESCE((SELECT max(position) + 1 FROM ledger_leaves), 0) AS leaves
        FROM installation i JOIN ledger_logs l ON l.era = (SELECT max(era) FROM ledger_logs)
        """
    )
    if found is None:
        raise LogsGone
    return msgspec.convert(dict(found), CurrentPosition)


async def counts() -> Counts:
    """Return the number of entries and the highest entry_id. Reads the whole ledger."""
    found = await database.fetchrow(
        """
        SELECT count(*) AS entries, COALESCE(max(entry_id), 0) AS last_entry,
            COALESCE(max(received_at), now()) AS last_received FROM ledger_entries
        """
    )
    return msgspec.convert(dict(found), Counts)


async def logs() -> list[LogRow]:
    """Return the logs of the ledger, oldest first."""
    found = await database.fetch(
        """
        SELECT l.era, l.log_id, l.epoch, l.from_size, l.told::text AS told, l.act_id, l.began_at,
            e.act_id IS NOT NULL AND e.act::jsonb #>> '{content,lost}' IS NULL AS loss_unknown
        FROM ledger_logs l LEFT JOIN ledger_entries e ON e.act_id = l.act_id ORDER BY l.era
        """
    )
    return rows.many(LogRow, found)


@compiled.exists
def sealed_in(log_ids: list[UUID]) -> Query:
    """Tell whether a checkpoint of these logs, or one from before logs had ids, covers an entry.

    If so, there was an administrator: each entry is an officer's act, and the first officer is an
    administrator. Checkpoints are used because they are signed; the table of logs is not.
    """
    of_these = LedgerCheckpoint.log_id.is_null() | rows.any_of(LedgerCheckpoint.log_id, log_ids)
    return LedgerCheckpoint.exists().where(LedgerCheckpoint.size > 0).where(of_these)


async def last_checkpoint(at_most: int | None = None) -> Checkpoint | None:
    """Return the newest checkpoint, or the newest of at most this size; None if there is none."""
    return await (_newest() if at_most is None else _newest_of(at_most))


@compiled.one(Checkpoint)
def _newest() -> Query:
    columns = rows.columns(Checkpoint, LedgerCheckpoint)
    return LedgerCheckpoint.select(*columns).order_by(LedgerCheckpoint.size, ascending=False)


@compiled.one(Checkpoint)
def _newest_of(at_most: int) -> Query:
    columns = rows.columns(Checkpoint, LedgerCheckpoint)
    found = LedgerCheckpoint.select(*columns).where(LedgerCheckpoint.size <= at_most)
    return found.order_by(LedgerCheckpoint.size, ascending=False)


@compiled.values(bytes)
def leaves(first: int, until: int) -> Query:
    """Return the entry hashes of the leaves from `first` to before `until`."""
    found = LedgerLeaf.select(LedgerLeaf.entry_hash).where(LedgerLeaf.position >= first)
    return found.where(LedgerLeaf.position < until).order_by(LedgerLeaf.position)


async def other_sessions() -> int:
    """Count the sessions of the application's role in this database, except this one."""
    count: int = await database.fetchval(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND usename = 'hientruong_app' AND pid <> pg_backend_pid()
        """
    )
    return count


@compiled.write
def lock_installation() -> Query:
    """Lock the installation, so that only one declaration runs at a time."""
    return Installation.select(Installation.era).lock_rows("UPDATE")


async def begin_log(
    *,
    era: int,
    log_id: UUID,
    epoch: UUID,
    from_size: int,
    after_entry: int,
    told: str,
    act_id: UUID | None,
) -> None:
    """Begin a new log. Set the era, epoch and log id that phones and checkpoints get from now on.

    Requires the role of the schema's owner.
    """
    await database.execute(
        """
        WITH changed AS (UPDATE installation SET era = $1, log_id = $2, epoch = $3)
        INSERT INTO ledger_logs (era, log_id, epoch, from_size, after_entry, system_identifier, told, act_id)
        VALUES ($1, $2, $3, $4, $5, cluster_identifier(), $6::text::jsonb, $7)
        """,
        era,
        log_id,
        epoch,
        from_size,
        after_entry,
        told,
        act_id,
    )


async def ends_with_declaration(last_entry: int) -> bool:
    """Tell whether the newest entry declares a restore."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM ledger_logs l JOIN ledger_entries e ON e.act_id = l.act_id WHERE e.entry_id = $1)",
        last_entry,
    )
    return found


async def note_outside(
    *,
    log_id: UUID,
    size: int,
    at: datetime,
    fault: str | None,
    found_size: int | None,
    found_log: UUID | None,
) -> None:
    """Write the result of the last comparison with checkpoints outside."""
    found = LedgerOutside(
        log_id=log_id,
        size=size,
        looked_at=at,
        fault=fault,
        found_size=found_size,
        found_log=found_log,
    )
    await LedgerOutside.insert(found).on_conflict(
        target=LedgerOutside.only_row,
        action="DO UPDATE",
        values=(
            LedgerOutside.log_id,
            LedgerOutside.size,
            LedgerOutside.looked_at,
            LedgerOutside.fault,
            LedgerOutside.found_size,
            LedgerOutside.found_log,
        ),
    )


async def outside_state() -> OutsideState | None:
    """Return the result of the last comparison for the current log; None before the first."""
    found = await database.fetchrow(
        "SELECT o.fault, o.size, o.looked_at FROM ledger_outside o JOIN installation i ON i.log_id = o.log_id"
    )
    return rows.one(OutsideState, found)


@compiled.many(Declaration)
def declarations() -> Query:
    """Return the acts that declared a restore, oldest first."""
    acts = LedgerEntry.select(*rows.columns(Declaration, LedgerEntry)).where(
        LedgerEntry.record_id == INSTALLATION_RECORD
    )
    restores = acts.where(LedgerEntry.act_type == InstallationAct.LEDGER_RESTORED.value)
    return restores.order_by(LedgerEntry.number)


async def stored_after(after: UUID | None, limit: int) -> list[StoredObject]:
    """Return photographs, papers and scans whose bytes must be in the store, by id."""
    found = await database.fetch(
        """
        SELECT id, object_key, kind FROM (
            (SELECT id, object_key, 'photograph' AS kind FROM photos
                WHERE stored_at IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2)
            UNION ALL (SELECT id, object_key, 'document' FROM documents
                WHERE object_key IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2)
            UNION ALL (SELECT id, object_key, 'document' FROM decision_papers
                WHERE object_key IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2)
            UNION ALL (SELECT id, object_key, 'document' FROM record_papers
                WHERE object_key IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2)
            UNION ALL (SELECT file_id, object_key, 'document' FROM site_paper_files
                WHERE $1::uuid IS NULL OR file_id > $1 ORDER BY file_id LIMIT $2)
            UNION ALL (SELECT id, object_key, 'scan' FROM scans
                WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2)) AS everything
        ORDER BY id LIMIT $2
        """,
        after,
        limit,
    )
    return rows.many(StoredObject, found)
