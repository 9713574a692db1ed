"""SQL of the ledger's entries, heads and refused acts."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.ledger.rules.entries import (
    ActTiming,
    CurrentPosition,
    ReceiptedEntry,
    RecordedEntry,
    ShownEntry,
    ToldAct,
    WholeEntry,
)
from backend.ledger.tables.ledger import LedgerEntry
from schemas.core.vocabulary import RecordKind
from schemas.ledger.acts import RecordRef


class FoundEntry(ReceiptedEntry, frozen=True, kw_only=True):
    """An entry as its act's receipt is given again."""

    quarantine: str | None


class DeviceKey(msgspec.Struct, frozen=True, kw_only=True):
    """A device's key, and when it was revoked."""

    public_key: str
    """JWK as JSON text."""
    revoked_at: datetime | None


class NumberedAct(msgspec.Struct, frozen=True, kw_only=True):
    """The text of an act with its number in its record."""

    number: int
    act: str


async def lock_unknown_record(record_id: UUID) -> None:
    """Serialise acts of a record that has no row to lock.

    The record was never opened here, or was lost in a restore.
    """
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))", str(record_id)
    )


async def current_position(
    record_id: UUID, act_id: UUID, device_id: UUID | None, officer_id: UUID
) -> CurrentPosition:
    """Return the record's head, the device's place in its log, and the act's hash if it is known.

    Call it after the lock.
    """
    (found,) = await database.fetch(
        "SELECT * FROM ledger_standing($1, $2, $3, $4)", record_id, act_id, device_id, officer_id
    )
    return msgspec.convert(dict(found.items()), CurrentPosition)


async def kind_of(record_id: UUID) -> str | None:
    """Return of which kind a record is, by its first entry; None if it has none."""
    found: str | None = await database.fetchval(
        "SELECT record_kind FROM ledger_entries WHERE record_id = $1 ORDER BY number LIMIT 1",
        record_id,
    )
    return found


async def find_entry(act_id: UUID) -> FoundEntry | None:
    """Return the entry of an act, or None."""
    columns = rows.named(FoundEntry, "e")
    found = await database.fetchrow(
        f"SELECT {columns} FROM ledger_entries e WHERE e.act_id = $1", act_id
    )
    return rows.one(FoundEntry, found)


async def list_known(act_ids: list[UUID]) -> list[UUID]:
    """Return the ids of those acts that are in the ledger."""
    found = await database.fetch(
        "SELECT act_id FROM ledger_entries WHERE act_id = ANY($1::uuid[])", act_ids
    )
    return [row["act_id"] for row in found]


async def first_of(act_ids: list[UUID]) -> tuple[RecordRef, str] | None:
    """Return the record and the type of the first of these acts that is in the ledger, or None."""
    found = await database.fetchrow(
        """
        SELECT record_kind AS kind, record_id AS id, act_type FROM ledger_entries
        WHERE act_id = ANY($1::uuid[]) ORDER BY entry_id LIMIT 1
        """,
        act_ids,
    )
    if found is None:
        return None
    return RecordRef(kind=RecordKind(found["kind"]), id=found["id"]), found["act_type"]


async def append(
    *,
    record_id: UUID,
    number: int,
    record_kind: str,
    act_id: UUID,
    act_type: str,
    officer_id: UUID,
    device_id: UUID | None,
    seq: int | None,
    session_id: UUID | None,
    made_at: datetime,
    received_at: datetime,
    act: str,
    act_hash: bytes,
    previous_hash: bytes | None,
    entry_hash: bytes,
    key_id: str,
    receipt_signature: bytes,
    quarantine: str | None,
    verdicts: str,
    moves_log: bool,
) -> None:
    """Append an entry and move the record's head, in one statement.

    With `moves_log` the device's log moves too.
    """
    head = (
        "INSERT INTO ledger_heads (record_id, record_kind, last_number, last_hash) "
        "VALUES ($1, $3, $2, $15)"
        if number == 1
        else "UPDATE ledger_heads SET last_number = $2, last_hash = $15 WHERE record_id = $1"
    )
    log = (
        """, log AS (
            INSERT INTO device_logs (device_id, officer_id, last_seq, last_hash)
            SELECT $7, $6, $8, $13 WHERE EXISTS (SELECT 1 FROM devices WHERE id = $7) -- evidence may name one unknown
            ON CONFLICT (device_id, officer_id) DO UPDATE SET last_seq = $8, last_hash = $13
            WHERE device_logs.last_seq < $8
        )"""
        if device_id is not None and moves_log
        else ""
    )
    await database.defer(
        "entry",
        f"""
        head AS ({head}){log}, entry AS (
        INSERT INTO ledger_entries (record_id, number, record_kind, act_id, act_type, officer_id, device_id, seq,
            session_id, made_at, received_at, act, act_hash, previous_hash, entry_hash, key_id, receipt_signature,
            quarantine, verdicts)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19))
        """,
        record_id,
        number,
        record_kind,
        act_id,
        act_type,
        officer_id,
        device_id,
        seq,
        session_id,
        made_at,
        received_at,
        act,
        act_hash,
        previous_hash,
        entry_hash,
        key_id,
        receipt_signature,
        quarantine,
        verdicts,
    )


async def keep_refused(
    *,
    act_id: UUID | None,
    record_id: UUID | None,
    act_type: str | None,
    officer_id: UUID,
    device_id: UUID | None,
    seq: int | None,
    act: str,
    act_hash: bytes,
    code: str,
) -> None:
    """Keep a refused act with its reason. The same refusal is kept only once."""
    await database.execute(
        """
        INSERT INTO refused_acts (act_id, record_id, act_type, officer_id, device_id, seq, act, act_hash, code)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT ON CONSTRAINT refused_acts_once DO NOTHING
        """,
        act_id,
        record_id,
        act_type,
        officer_id,
        device_id,
        seq,
        act,
        act_hash,
        code,
    )


async def advance_log(device_id: UUID, officer_id: UUID, seq: int, act_hash: bytes) -> None:
    """Move a device's log past a refused act, so that the next act is no gap."""
    await database.execute(
        """
        INSERT INTO device_logs (device_id, officer_id, last_seq, last_hash) VALUES ($1, $2, $3, $4)
        ON CONFLICT (device_id, officer_id) DO UPDATE SET last_seq = $3, last_hash = $4
        WHERE device_logs.last_seq < $3
        """,
        device_id,
        officer_id,
        seq,
        act_hash,
    )


async def find_device(device_id: UUID) -> DeviceKey | None:
    """Return a device's key and when it was revoked; None if there is no such device."""
    found = await database.fetchrow(
        "SELECT public_key, revoked_at FROM devices WHERE id = $1", device_id
    )
    return rows.one(DeviceKey, found)


async def list_acts(record_id: UUID) -> list[NumberedAct]:
    """Return number and text of each act of one record.

    The caller has checked scope on the record.
    """
    found = await database.fetch(
        "SELECT number, act FROM ledger_entries WHERE record_id = $1", record_id
    )
    return rows.many(NumberedAct, found)


@compiled.value(datetime)
def last_received(record_id: UUID) -> Query:
    """Return when the newest entry of a record was received, or None.

    The caller has checked scope on the record.
    """
    entries = LedgerEntry.select(LedgerEntry.received_at).where(LedgerEntry.record_id == record_id)
    return entries.order_by(LedgerEntry.number, ascending=False).limit(1)


async def list_of_types(record_id: UUID, types: list[str]) -> list[ToldAct]:
    """Return the accepted acts of these types of one record in order, with their contents.

    The caller has checked scope on the record.
    """
    found = await database.fetch(
        f"{_TOLD} WHERE e.record_id = $1 AND e.act_type = ANY($2::text[]) AND e.quarantine IS NULL ORDER BY e.number",
        record_id,
        types,
    )
    return rows.many(ToldAct, decoded(found, "content"))


async def list_newest(record_id: UUID, limit: int) -> list[ToldAct]:
    """Return the last accepted acts of one record, the newest first. The caller has checked scope on the record."""
    found = await database.fetch(
        f"{_TOLD} WHERE e.record_id = $1 AND e.quarantine IS NULL ORDER BY e.number DESC LIMIT $2",
        record_id,
        limit,
    )
    return rows.many(ToldAct, decoded(found, "content"))


_TOLD = """
    SELECT e.act_id, e.act_type, e.received_at, coalesce(o.full_name, '') AS officer_name,
        (e.act::jsonb -> 'content')::text AS content
    FROM ledger_entries e LEFT JOIN officers o ON o.id = e.officer_id"""


_SHOWN = """
    SELECT e.number, e.act_id, e.act_type, e.made_at, e.received_at, e.officer_id, o.full_name AS officer_name,
        e.device_id, e.act_hash, e.entry_hash, e.quarantine, e.verdicts,
        CASE WHEN e.device_id IS NOT NULL THEN e.act::json ->> 'anchor' END AS anchor,
        CASE WHEN e.device_id IS NOT NULL THEN (e.act::json -> 'clock_off_s')::text END AS clock_off
    FROM ledger_entries e LEFT JOIN officers o ON o.id = e.officer_id
"""


async def list_entries(record_id: UUID) -> list[ShownEntry]:
    """Return all entries of one record in order. The caller has checked scope on the record."""
    found = await database.fetch(f"{_SHOWN} WHERE e.record_id = $1 ORDER BY e.number", record_id)
    return rows.many(ShownEntry, found)


async def verdicts_of(
    device_id: UUID, officer_ids: list[UUID], most: int
) -> list[tuple[str, str, int]]:
    """Count the verdicts of the newest `most` acts of each of these officers on a device: question, answer, times.

    By hand: Piccolo has no LATERAL and no jsonb_each_text.
    """
    found = await database.fetch(
        """
        SELECT v.key, v.value, count(*) AS times FROM unnest($2::uuid[]) AS o (id)
        CROSS JOIN LATERAL (SELECT e.verdicts FROM ledger_entries e
            WHERE e.device_id = $1 AND e.officer_id = o.id ORDER BY e.seq DESC LIMIT $3) x
        CROSS JOIN LATERAL jsonb_each_text(x.verdicts::jsonb) v
        GROUP BY v.key, v.value ORDER BY v.key, times DESC, v.value
        """,
        device_id,
        officer_ids,
        most,
    )
    return [(row["key"], row["value"], row["times"]) for row in found]


async def timings_of(device_id: UUID, officer_ids: list[UUID], most: int) -> list[ActTiming]:
    """Return by which clocks the newest `most` acts of each of these officers on a device were made and received.

    Only acts whose signature was checked count: the phone itself signed when it made them. By hand: Piccolo has no
    LATERAL.
    """
    found = await database.fetch(
        """
        SELECT x.* FROM unnest($2::uuid[]) AS o (id) CROSS JOIN LATERAL (
            SELECT e.made_at, e.received_at, e.act::json ->> 'anchor' AS anchor FROM ledger_entries e
            WHERE e.device_id = $1 AND e.officer_id = o.id AND e.verdicts::json ->> 'signature' = 'ok'
            ORDER BY e.seq DESC LIMIT $3) x
        ORDER BY x.received_at DESC
        """,
        device_id,
        officer_ids,
        most,
    )
    return rows.many(ActTiming, found)


async def find_shown(act_id: UUID) -> ShownEntry | None:
    """Return one entry as list_entries() does. The caller has checked scope on its record."""
    return rows.one(ShownEntry, await database.fetchrow(f"{_SHOWN} WHERE e.act_id = $1", act_id))


async def list_whole(record_id: UUID) -> list[WholeEntry]:
    """Return all entries of one record with what proves them.

    This is the record's head, and what the log has sealed of it. It is one statement, so that no
    act comes in between.
    """
    found = await database.fetch(
        f"""
        SELECT {rows.named(RecordedEntry, "e")}, h.last_number, h.last_hash,
            l.entry_hash AS sealed_hash, l.position AS leaf,
            (SELECT max(number) FROM ledger_leaves WHERE record_id = $1) AS sealed_to
        FROM ledger_heads h JOIN ledger_entries e ON e.record_id = h.record_id
        LEFT JOIN ledger_leaves l ON l.record_id = e.record_id AND l.number = e.number
        WHERE h.record_id = $1 ORDER BY e.number
        """,
        record_id,
    )
    return rows.many(WholeEntry, found)


async def size_sealed_before(moment: datetime) -> int:
    """Return how many leaves of the log are covered by a checkpoint made before this moment."""
    size: int | None = await database.fetchval(
        "SELECT max(size) FROM ledger_checkpoints WHERE made_at < $1", moment
    )
    return size or 0
