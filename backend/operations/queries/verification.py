"""SQL of verification: everything in pages and in a stable order, within the caller's snapshot.

For operators: no scope applies.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database


async def totals() -> Any:
    """Return how much there is to verify."""
    return await database.fetchrow(
        """
        SELECT (SELECT count(*) FROM ledger_entries) AS entries, (SELECT count(*) FROM ledger_leaves) AS leaves,
            (SELECT count(*) FROM ledger_checkpoints) AS checkpoints,
            (SELECT count(*) FROM photos WHERE stored_at IS NOT NULL)
                + (SELECT count(*) FROM documents WHERE object_key IS NOT NULL)
                + (SELECT count(*) FROM scans)
                + (SELECT count(*) FROM uploads WHERE state = 'stored' AND object_key LIKE 'staging/%') AS objects
        """
    )


async def entries_after(record_id: UUID | None, number: int, limit: int) -> list[Any]:
    """Return entries by record and number, with the key of the device that signed."""
    return await database.fetch(
        """
        SELECT e.*, d.public_key FROM ledger_entries e LEFT JOIN devices d ON d.id = e.device_id
        WHERE $1::uuid IS NULL OR (e.record_id, e.number) > ($1, $2)
        ORDER BY e.record_id, e.number LIMIT $3
        """,
        record_id,
        number,
        limit,
    )


async def inspection_states(ids: list[UUID]) -> list[Any]:
    """Return the rows of these inspections in the read table."""
    return await database.fetch(
        "SELECT id, state, revision FROM inspections WHERE id = ANY($1)", ids
    )


async def case_rows(ids: list[UUID]) -> list[Any]:
    """Return the rows of these cases in the read table."""
    return await database.fetch(
        """
        SELECT id, state, number, fine_total_vnd, paid_total_vnd, sheets, exhibits_held, archived_at
        FROM cases WHERE id = ANY($1)
        """,
        ids,
    )


async def catalogue_rows() -> list[Any]:
    """Return the versions of behaviours that the table says were published or withdrawn."""
    return await database.fetch(
        "SELECT act_id, code, version, event, valid_to, content::text AS content FROM catalogue_versions"
    )


async def exception_rows() -> list[Any]:
    """Return the list of exceptions."""
    return await database.fetch(
        "SELECT id, kind, record_id, officer_id, reason, verdict, note, checked_by FROM exceptions"
    )


async def delegation_rows() -> list[Any]:
    """Return the register of delegations.

    `of_its_unit` says whether the giver ever held an office in the unit that the delegation names.
    """
    return await database.fetch(
        """
        SELECT d.*, EXISTS (SELECT FROM officer_positions p JOIN units u ON u.id = p.unit_id
            WHERE p.officer_id = d.giver_id AND p.unit_id = d.unit_id
                AND (u.unit_1, u.unit_2, u.unit_3, u.unit_4)
                    IS NOT DISTINCT FROM (d.unit_1, d.unit_2, d.unit_3, d.unit_4)) AS of_its_unit
        FROM delegations d
        """
    )


async def ask_rows() -> list[Any]:
    """Return what the table says was asked about officers, and how it was answered."""
    return await database.fetch(
        "SELECT id, officer_id, kind, content::text AS content, asked_by, asked_at, state, answered_by, answered_at,"
        " reason, operator, stopped_by, stopped_at, stopped_why FROM people_asks"
    )


async def papers_of(case_ids: list[UUID]) -> list[Any]:
    """Return the rows of these cases' papers in the read table."""
    return await database.fetch(
        """
        SELECT d.id, d.case_id, d.state, d.fields_hash, d.number, d.sha256, d.hand, s.sha256 AS scan_sha256
        FROM documents d LEFT JOIN scans s ON s.id = d.scan_id WHERE d.case_id = ANY($1)
        """,
        case_ids,
    )


async def stored_documents_after(document_id: UUID | None, limit: int) -> list[Any]:
    """Return signed papers whose PDF must be in the store."""
    return await database.fetch(
        """
        SELECT id, sha256, size, object_key FROM documents
        WHERE object_key IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2
        """,
        document_id,
        limit,
    )


async def stored_scans_after(scan_id: UUID | None, limit: int) -> list[Any]:
    """Return scans whose bytes must be in the store."""
    return await database.fetch(
        """
        SELECT id, sha256, size, object_key FROM scans WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2
        """,
        scan_id,
        limit,
    )


async def leaves_after(position: int, limit: int) -> list[Any]:
    """Return leaves by position, with the present hash of the entry (null if the entry is gone)."""
    return await database.fetch(
        """
        SELECT l.position, l.record_id, l.number, l.entry_hash, e.entry_hash AS present_hash
        FROM ledger_leaves l LEFT JOIN ledger_entries e ON e.record_id = l.record_id AND e.number = l.number
        WHERE l.position > $1 ORDER BY l.position LIMIT $2
        """,
        position,
        limit,
    )


async def checkpoints() -> list[Any]:
    """Return all checkpoints, oldest first, without frontiers."""
    return await database.fetch(
        "SELECT size, root, previous_root, made_at, key_id, signature, log_id FROM ledger_checkpoints ORDER BY size"
    )


async def stored_photos_after(photo_id: UUID | None, limit: int) -> list[Any]:
    """Return photographs for whose bytes we signed a receipt."""
    return await database.fetch(
        """
        SELECT id, inspection_id, act_id, sha256, size, object_key, stored_at, receipt_key_id, receipt_signature,
            version_id, retention_mode, retained_until, legal_hold
        FROM photos WHERE stored_at IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2
        """,
        photo_id,
        limit,
    )


async def waiting_uploads_after(upload_id: UUID | None, limit: int) -> list[Any]:
    """Return uploads in the store whose act has not arrived yet.

    Their phone may hold our receipt and have deleted its own copy.
    """
    return await database.fetch(
        """
        SELECT id, photo_id, actual_sha256 AS sha256, length AS size, object_key, stored_at, receipt_key_id,
            receipt_signature
        FROM uploads WHERE state = 'stored' AND object_key LIKE 'staging/%' AND ($1::uuid IS NULL OR id > $1)
        ORDER BY id LIMIT $2
        """,
        upload_id,
        limit,
    )


async def object_keys_of(ids: list[UUID]) -> set[str]:
    """Return the object keys that the rows of these photographs, papers and scans name."""
    rows = await database.fetch(
        """
        SELECT object_key FROM photos WHERE id = ANY($1::uuid[]) AND object_key IS NOT NULL
        UNION ALL SELECT object_key FROM documents WHERE id = ANY($1::uuid[]) AND object_key IS NOT NULL
        UNION ALL SELECT object_key FROM scans WHERE id = ANY($1::uuid[])
        """,
        ids,
    )
    return {row["object_key"] for row in rows}


async def announced_photos_after(photo_id: UUID | None, limit: int) -> list[Any]:
    """Return photographs as in the read table, with the act that announced them."""
    return await database.fetch(
        """
        SELECT p.id, p.sha256, p.size, p.stored_at, p.act_id, e.act FROM photos p
        LEFT JOIN ledger_entries e ON e.act_id = p.act_id
        WHERE $1::uuid IS NULL OR p.id > $1 ORDER BY p.id LIMIT $2
        """,
        photo_id,
        limit,
    )


async def heads_with_tails_after(record_id: UUID | None, limit: int) -> list[Any]:
    """Return heads with the last entry that actually exists."""
    return await database.fetch(
        """
        SELECT h.record_id, h.last_number, h.last_hash, t.number AS tail_number, t.entry_hash AS tail_hash
        FROM ledger_heads h LEFT JOIN LATERAL (
            SELECT number, entry_hash FROM ledger_entries e WHERE e.record_id = h.record_id
            ORDER BY number DESC LIMIT 1) t ON true
        WHERE $1::uuid IS NULL OR h.record_id > $1 ORDER BY h.record_id LIMIT $2
        """,
        record_id,
        limit,
    )


async def records_without_head() -> list[UUID]:
    """Return records that have entries but no head, at most 100."""
    rows = await database.fetch(
        """
        SELECT DISTINCT e.record_id FROM ledger_entries e
        WHERE NOT EXISTS (SELECT 1 FROM ledger_heads h WHERE h.record_id = e.record_id) LIMIT 100
        """
    )
    return [row["record_id"] for row in rows]


async def one_snapshot() -> None:
    """Make the current transaction read-only, with one snapshot for all its queries."""
    await database.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    await database.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


async def signed_by(key_id: str, since: datetime, sealed: int) -> Any:
    """Count what a key signed that counts as stolen since a moment.

    These are receipts of entries that are not among the first `sealed` leaves, and byte receipts
    and checkpoints dated since then. Reads each table completely, so it is only used for a stolen
    key.
    """
    return await database.fetchrow(
        """
        SELECT
            (SELECT count(*) FROM ledger_entries e
                LEFT JOIN ledger_leaves l ON l.record_id = e.record_id AND l.number = e.number
                WHERE e.key_id = $1 AND (l.position IS NULL OR l.position >= $3)) AS entries,
            (SELECT count(*) FROM photos WHERE receipt_key_id = $1 AND stored_at >= $2) AS byte_receipts,
            (SELECT count(*) FROM ledger_checkpoints WHERE key_id = $1 AND made_at >= $2) AS checkpoints
        """,
        key_id,
        since,
        sealed,
    )
