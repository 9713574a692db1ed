"""Pure parts of the ledger: hashes of entries, payloads of receipts, and verdicts.

Verdicts are about a device's log, its clock and its position.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from backend.core.canonical_json import canonical_ascii
from schemas.fieldwork.acts import Place
from schemas.fieldwork.words import PlaceSource

CLOCK_TOLERANCE = timedelta(seconds=120)
"""How far a phone's clock may lie outside its bounds before a verdict says so. An anchor travels, a
batch waits, and even phones that set their clock by the network differ by seconds."""


def entry_hash(
    *, act_hash: bytes, record_id: UUID, number: int, previous_hash: bytes | None, received_at: str
) -> bytes:
    """Return the SHA-256 of the RFC 8785 form of what binds an act to its place in its record."""
    return hashlib.sha256(
        canonical_ascii(
            {
                "act_hash": act_hash.hex(),
                "record_id": str(record_id),
                "number": number,
                "previous_hash": previous_hash.hex() if previous_hash else None,
                "received_at": received_at,
            }
        )
    ).digest()


def receipt_payload(
    *,
    act_id: UUID,
    record_id: UUID,
    number: int,
    act_hash: bytes,
    previous_hash: bytes | None,
    entry: bytes,
    received_at: str,
    key_id: str,
) -> dict[str, Any]:
    """Return what a receipt's signature covers: the whole receipt but its signature."""
    return {
        "act_id": str(act_id),
        "record_id": str(record_id),
        "number": number,
        "act_hash": act_hash.hex(),
        "previous_hash": previous_hash.hex() if previous_hash else None,
        "entry_hash": entry.hex(),
        "received_at": received_at,
        "key_id": key_id,
    }


def log_verdicts(
    *, seq: int, prev: str | None, last_seq: int, last_hash: bytes | None
) -> dict[str, str]:
    """Say how an act continues its device's log.

    A gap or a broken chain is reported; it is never a reason to drop evidence.
    """
    if seq == last_seq + 1:
        known = last_hash.hex() if last_hash else None
        return {"sequence": "ok", "chain": "ok" if prev == known else "broken"}
    return {"sequence": "gap" if seq > last_seq else "late", "chain": "unknown"}


def time_verdict(
    *, made_at: datetime, received_at: datetime, anchor: str | None, anchored_at: datetime | None
) -> str:
    """Say whether the maker's clock lies between the act's anchor and its receipt.

    `anchored_at` is the time that the anchor proves; None if none of our keys signed it. An act
    without an anchor has no lower bound: the verdict says so, and it is no fault.
    """
    if anchor is not None and anchored_at is None:
        return "anchor_invalid"
    if made_at > received_at + CLOCK_TOLERANCE:
        return "after_receipt"
    if anchored_at is None:
        return "no_anchor"
    return "before_anchor" if made_at < anchored_at - CLOCK_TOLERANCE else "ok"


def reckoned_at(
    *, made_at: datetime, off_s: int | None, received_at: datetime, anchored_at: datetime | None
) -> datetime:
    """Return the best estimate of when an act happened.

    It is the reading of its maker's clock, corrected by what the phone knew of its error (`off_s`),
    and never outside what the server's own times prove. Within CLOCK_TOLERANCE of those the reading
    is not changed. The correction is only a statement, as the reading is: it cannot move the act
    before the anchor or after the receipt.
    """
    try:
        at = made_at if off_s is None else made_at + timedelta(seconds=off_s)
    except OverflowError:
        at = made_at
    if anchored_at is not None and at < anchored_at - CLOCK_TOLERANCE:
        at = anchored_at
    return received_at if at > received_at + CLOCK_TOLERANCE else at


def place_verdict(content: Any) -> str | None:
    """Say how an act's position is known: measured (`ok`), stated by a person, mocked, or absent.

    None if its type has no position.
    """
    if isinstance(content, Place):
        place: Place | None = content
    elif hasattr(content, "place") and isinstance(content.place, Place | None):
        place = content.place
    else:
        return None
    if place is None:
        return "absent"
    if place.mocked:
        return "mocked"
    return "stated" if place.source is PlaceSource.MANUAL else "ok"
