"""Queries of past restores."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.ledger.rules.entries import ReceiptedEntry
from schemas.ledger.installation import INSTALLATION_RECORD


class DeclaredRestore(ReceiptedEntry, frozen=True, kw_only=True):
    """An entry that declared a restore."""

    held_until: datetime | None
    """When the entry before it was received (UTC)."""


class SkippedRange(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of one sequence that a restore skipped, and whose sequence it is."""

    form: str
    year: int
    first_number: int
    last_number: int
    skipped_at: datetime
    name_vi: str
    name_en: str


async def declared() -> list[DeclaredRestore]:
    """Return the entries that declared a restore, newest first."""
    found = await database.fetch(
        f"""
        SELECT {rows.named(ReceiptedEntry, "e")},
            (SELECT b.received_at FROM ledger_entries b WHERE b.entry_id < e.entry_id
             ORDER BY b.entry_id DESC LIMIT 1) AS held_until
        FROM ledger_entries e WHERE e.record_id = $1 AND e.act_type = 'ledger.restored' ORDER BY e.number DESC
        """,
        INSTALLATION_RECORD,
    )
    return rows.many(DeclaredRestore, found)


async def ranges(level: int, unit_id: UUID, limit: int) -> list[SkippedRange]:
    """Return the skipped numbers of units and officers in a unit and below, newest first."""
    found = await database.fetch(
        f"""
        SELECT s.form, s.year, s.first_number, s.last_number, s.skipped_at,
            COALESCE(u.name_vi, o.full_name) AS name_vi, COALESCE(u.name_en, o.full_name) AS name_en
        FROM number_skips s
        LEFT JOIN units u ON s.issuer_kind = 'unit' AND u.id = s.issuer_id
        LEFT JOIN officers o ON s.issuer_kind = 'officer' AND o.id = s.issuer_id
        WHERE u.unit_{level} = $1 OR o.unit_{level} = $1
        ORDER BY s.skipped_at DESC, s.issuer_kind DESC, name_vi, s.form, s.year, s.first_number LIMIT $2
        """,
        unit_id,
        limit,
    )
    return rows.many(SkippedRange, found)
