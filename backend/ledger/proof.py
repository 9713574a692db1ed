"""Proves that a record is what was entered.

Every hash of every entry is recomputed, and the chain, the head, the log and every receipt are
checked.

The computations are those of `hientruong verify`, for one record and while a request waits. What
the public reads thus follows from acts that the server's key signed. It does not rest on rows that
anybody with the application's password could rewrite.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from backend.core import clock, keys
from backend.core.canonical_json import canonical
from backend.ledger.rules import ledger as rules
from backend.ledger.rules.entries import RecordedEntry, WholeEntry


class Sums(NamedTuple):
    """What an entry must hold, computed from its text and its place alone."""

    act_hash: bytes
    entry_hash: bytes
    receipt: dict[str, Any]
    """What the receipt's signature covers, built from the entry's columns."""


def sums(row: RecordedEntry) -> Sums:
    """Compute what an entry must hold."""
    act_hash = hashlib.sha256(row.act.encode()).digest()
    return Sums(
        act_hash,
        rules.entry_hash(
            act_hash=act_hash,
            record_id=row.record_id,
            number=row.number,
            previous_hash=row.previous_hash,
            received_at=clock.rfc3339(row.received_at),
        ),
        rules.receipt_payload(
            act_id=row.act_id,
            record_id=row.record_id,
            number=row.number,
            act_hash=row.act_hash,
            previous_hash=row.previous_hash,
            entry=row.entry_hash,
            received_at=clock.rfc3339(row.received_at),
            key_id=row.key_id,
        ),
    )


def says_the_same(row: RecordedEntry) -> bool | None:
    """Tell whether an act's text is canonical and the columns beside it say the same.

    None if the text is not an act.
    """
    try:
        act = msgspec.json.decode(row.act)
        beside = (
            (act["id"], str(row.act_id)),
            (act["record"]["id"], str(row.record_id)),
            (act["record"]["kind"], row.record_kind),
            (act["type"], row.act_type),
            (act["officer_id"], str(row.officer_id)),
        )
        whole = canonical(act).decode() == row.act
    except (msgspec.DecodeError, KeyError, TypeError):
        return None
    return whole and all(said.lower() == kept for said, kept in beside)


def is_whole(rows: Sequence[WholeEntry], public: Mapping[str, Ed25519PublicKey]) -> bool:
    """Tell whether these are all entries of one record, unchanged."""
    number, previous = 0, b""
    for row in rows:
        made = sums(row)
        key = public.get(row.key_id)
        if (
            row.number != number + 1
            or (row.previous_hash or b"") != previous
            or made.act_hash != row.act_hash
            or made.entry_hash != row.entry_hash
            or row.sealed_hash not in (None, row.entry_hash)
            or not says_the_same(row)
            or key is None
            or not keys.verify(made.receipt, keys.b64url(row.receipt_signature), key)
        ):
            return False
        number, previous = row.number, row.entry_hash
    return bool(rows) and _ends_there(rows[-1])


def _ends_there(last: WholeEntry) -> bool:
    ends = (last.last_number, last.last_hash) == (last.number, last.entry_hash)
    return ends and (last.sealed_to or 0) <= last.number
