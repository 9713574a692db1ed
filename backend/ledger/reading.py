"""Reads the ledger: entries, the receipts given for them, and the keys by which anyone checks receipts.

Nothing is written here. Writing is done by service.py, the one door.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock, keys
from backend.ledger import device_signature, proof
from backend.ledger.canonical import ParsedAct, canonical_form
from backend.ledger.queries import ledger as queries
from backend.ledger.queries import sealing as sealing_queries
from backend.ledger.queries import stories as story_queries
from backend.ledger.rules import ledger as rules
from backend.ledger.rules.entries import (
    ActTiming,
    ReceiptedEntry,
    RecordAct,
    ShownEntry,
    ToldAct,
    WholeEntry,
)
from schemas.core.problems import Text
from schemas.core.receipts import Receipt, ServerKey
from schemas.ledger.acts import RecordRef


async def sealed() -> tuple[int, str]:
    """Return how many entries are sealed, and the root of their tree in hex: a place in the log that anybody can check.

    Nothing is sealed: 0 and no root.
    """
    last = await sealing_queries.last_checkpoint()
    return (0, "") if last is None else (last.size, last.root.hex())


async def timeline(record_id: UUID) -> list[ShownEntry]:
    """Return the entries of a record in order.

    The caller has checked that the reader may see the record.
    """
    return await queries.list_entries(record_id)


async def verdicts_of(
    device_id: UUID, officer_ids: list[UUID], most: int
) -> list[tuple[str, str, int]]:
    """Return how often each question about acts of a device got which answer, over the newest of each officer's acts.

    The caller has checked that the reader may see the device. No record is named.
    """
    return await queries.verdicts_of(device_id, officer_ids, most)


async def timings_of(device_id: UUID, officer_ids: list[UUID], most: int) -> list[ActTiming]:
    """Return when the newest signed acts of a device were made, by its clock, and received, by ours; the newest first.

    The caller has checked that the reader may see the device. No record is named.
    """
    return await queries.timings_of(device_id, officer_ids, most)


async def last_received(record_id: UUID) -> datetime | None:
    """Return when the newest entry of a record was received; None if it has none.

    The caller has checked that the reader may see the record.
    """
    return await queries.last_received(record_id)


async def contents(record_id: UUID) -> dict[int, Any]:
    """Return the content of each act of a record, by its number.

    The caller has checked that the reader may see the record.
    """
    rows = await queries.list_acts(record_id)
    return {row.number: msgspec.json.decode(row.act).get("content") for row in rows}


async def of_types(record_id: UUID, types: Sequence[str]) -> list[ToldAct]:
    """Return the accepted acts of these types of a record in order, with their contents.

    The caller has checked that the reader may see the record.
    """
    return await queries.list_of_types(record_id, list(types))


async def newest(record_id: UUID, most: int) -> list[ToldAct]:
    """Return the last accepted acts of a record, the newest first, with their contents.

    The caller has checked that the reader may see the record.
    """
    return await queries.list_newest(record_id, most)


async def newest_of(
    record_ids: Sequence[UUID], most: int, before: int | None = None
) -> list[RecordAct]:
    """Return the last accepted acts of some records as one story, the newest first, those before an entry if one is
    given. The caller has checked that the reader may see the records.
    """
    return await story_queries.list_newest_of(list(record_ids), before, most)


async def count_of(record_ids: Sequence[UUID]) -> int:
    """Count the accepted acts of some records. The caller has checked that the reader may see the records."""
    return await story_queries.count_of(list(record_ids))


async def first_of(act_ids: list[UUID]) -> tuple[RecordRef, str] | None:
    """Return the record and the type of the first of these acts that is in the ledger, or None."""
    return await queries.first_of(act_ids)


async def is_begun(record_id: UUID) -> bool:
    """Tell whether a record of any kind has this id: ids that phones choose must not be those of other records."""
    return await queries.kind_of(record_id) is not None


async def known_among(act_ids: list[UUID]) -> set[UUID]:
    """Return those of these acts that are already in the ledger, quarantined or not."""
    return set(await queries.list_known(act_ids))


async def proven(record_id: UUID) -> list[WholeEntry] | None:
    """Return all entries of a record in order if they prove to be complete and unchanged (proof.py), else None.

    The caller has checked that the reader may see the record, or shows no more than anybody may
    know.
    """
    rows = await queries.list_whole(record_id)
    return rows if proof.is_whole(rows, keys.current().public) else None


async def rests_on_stolen(rows: list[WholeEntry]) -> Text | None:
    """Return a remark if a stolen key alone vouches for one of these entries, which come from proven().

    None otherwise. A checkpoint made before the theft proves that the entries it covers were
    already in the log. A thief may have written any other entry, with any date.
    """
    ring = keys.current().ring
    for key_id in sorted({row.key_id for row in rows} & ring.stolen.keys()):
        sealed = await queries.size_sealed_before(ring.stolen[key_id])
        leaves = [row.leaf for row in rows if row.key_id == key_id]
        if any(leaf is None or leaf >= sealed for leaf in leaves):
            return ring.remark(key_id)
    return None


async def receipt(act_id: UUID) -> Receipt | None:
    """Return the receipt that was given for an act, or None if the act is in no record."""
    row = await queries.find_entry(act_id)
    return receipt_of(row) if row else None


def receipt_of(row: ReceiptedEntry) -> Receipt:
    """Rebuild the receipt that was given for an entry: the same bytes, the same signature."""
    payload = rules.receipt_payload(
        act_id=row.act_id,
        record_id=row.record_id,
        number=row.number,
        act_hash=row.act_hash,
        previous_hash=row.previous_hash,
        entry=row.entry_hash,
        received_at=clock.rfc3339(row.received_at.astimezone(UTC)),
        key_id=row.key_id,
    )
    return msgspec.convert(
        {**payload, "signature": keys.b64url(row.receipt_signature)}, Receipt, strict=False
    )


def server_keys() -> list[ServerKey]:
    """Return the public keys by which anyone checks our receipts."""
    return [key for key in keys.current().public_keys() if key.use == "receipt"]


def is_signed(parsed: ParsedAct, public_key: str) -> bool:
    """Tell whether the holder of a device's key (JWK text) signed this act."""
    return device_signature.is_valid(public_key, parsed.act.signature, parsed.signed_bytes)


def has_said(public_key: str, signature: str | None, said: Any) -> bool:
    """Tell whether the holder of a device's key (JWK text) signed the RFC 8785 form of this JSON (of parse_json()).

    For what a device vouches for and is no act. `said` names its purpose, so that it is never taken for anything else.
    """
    form = canonical_form(said)
    return form is not None and device_signature.is_valid(public_key, signature, form)


def device_key(jwk_text: str) -> Any:
    """Return a device's public key from its enrolment.

    Raises ValueError if it is not a point of P-256.
    """
    return device_signature.public_key(jwk_text)
