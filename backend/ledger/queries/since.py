"""The acts of a record with its unit, sent only if others came since they were read (backend/ledger/kept.py)."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from backend.core import rows
from backend.core.actors import UnitPath
from backend.ledger.rules.entries import RecordedAct

_OWN = ", ".join(f"a.{name}" for name in RecordedAct.__struct_fields__)
COLUMNS = f"r.unit_1, r.unit_2, r.unit_3, r.unit_4, h.last_hash, {_OWN}"


def acts(but: str = "") -> str:
    """Return the end of a statement that selects COLUMNS of a record `r` with the id $1.

    $2 is the last hash that is known. If it is the record's, one row comes without an act. Acts that are held apart
    never come, nor those that `but` leaves out, a condition on the entry `e`. OFFSET keeps the entries from being read
    at all where the hash is known.
    """
    return f"""
        JOIN ledger_heads h ON h.record_id = r.id
        LEFT JOIN LATERAL (
            SELECT {rows.named(RecordedAct, "e")} FROM ledger_entries e
            WHERE e.record_id = h.record_id AND e.quarantine IS NULL AND h.last_hash IS DISTINCT FROM $2 {but}
            OFFSET 0
        ) a ON TRUE
        WHERE r.id = $1 ORDER BY a.number
    """


class Since(NamedTuple):
    """A record's unit, its last hash, and all its accepted acts in order; none if that hash was known."""

    path: UnitPath
    last_hash: bytes
    acts: list[RecordedAct]


def read(found: Iterable[Mapping[str, Any]]) -> Since | None:
    """Return what a statement with acts() found; None if there is no such record."""
    all_rows = list(found)
    if not all_rows:
        return None
    first = all_rows[0]
    path = msgspec.convert({name: first[name] for name in UnitPath.__struct_fields__}, UnitPath)
    told = [row for row in all_rows if row["number"] is not None]
    return Since(path, first["last_hash"], rows.many(RecordedAct, told))
