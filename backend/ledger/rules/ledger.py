"""Pure parts of the ledger: entry hashes, receipts' payloads, and what is said of a device's log."""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from backend.core.canonical_json import canonical_ascii
from schemas.fieldwork.acts import Place
from schemas.fieldwork.words import PlaceSource

CLOCK_TOLERANCE = timedelta(seconds=120)
"""How far a phone's clock may stand outside its bounds before that is told: an anchor travels, a batch waits, and
phones that set their clock by the network still differ by seconds."""


def entry_hash(
    *, act_hash: bytes, record_id: UUID, number: int, previous_hash: bytes | None, received_at: str
) -> bytes:
    """SHA-256 of the RFC 8785 form of what binds an act to its place in its record."""
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
    """All of a receipt but its signature: what the signature covers."""
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
    """Say how an act continues its device's log: a gap or a broken chain is told, never a reason to drop evidence."""
    if seq == last_seq + 1:
        known = last_hash.hex() if last_hash else None
        return {"sequence": "ok", "chain": "ok" if prev == known else "broken"}
    return {"sequence": "gap" if seq > last_seq else "late", "chain": "unknown"}


def time_verdict(
    *, made_at: datetime, received_at: datetime, anchor: str | None, anchored_at: datetime | None
) -> str:
    """Say whether the maker's clock lies between the anchor that the act carries and its receipt.

    `anchored_at` is what the anchor proves, None where none of our keys signed it. An act without an anchor has no
    lower bound: told as such, and no fault.
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
    """When an act happened, as well as anybody can tell: its maker's clock, put right by what the phone knew of it
    (`off_s`), and never outside what the server's own time proves.

    Within the tolerance nothing is changed: an ordinary phone's reading stands as it is. A stated correction is a
    statement like the reading; it moves nothing past the anchor or the receipt.
    """
    try:
        at = made_at if off_s is None else made_at + timedelta(seconds=off_s)
    except OverflowError:
        at = made_at
    if anchored_at is not None and at < anchored_at - CLOCK_TOLERANCE:
        at = anchored_at
    return received_at if at > received_at + CLOCK_TOLERANCE else at


def place_verdict(content: Any) -> str | None:
    """Say what an act's position is: measured (ok), stated by a person, mocked, or absent. None: none is asked for."""
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
