"""Entries of the ledger as its queries return them. Pure."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec


class CurrentPosition(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger has of a record, of a device's log, and of an act, before the act is taken."""

    last_number: int | None
    """Of the record's newest entry; None if it has none."""
    last_hash: bytes | None
    log_seq: int | None
    """Of the last act in the officer's log on the device; None if there is none."""
    log_hash: bytes | None
    known_hash: bytes | None
    """Of the act with this id, if the ledger has one."""


class ReceiptedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An act with its place in its record, and the receipt that was given for it."""

    act_id: UUID
    record_id: UUID
    number: int
    act_type: str
    act: str
    """RFC 8785 form of the whole act as it came."""
    act_hash: bytes
    previous_hash: bytes | None
    entry_hash: bytes
    received_at: datetime
    key_id: str
    receipt_signature: bytes


class RecordedAct(msgspec.Struct, frozen=True, kw_only=True):
    """An accepted act with its place in its record."""

    number: int
    act_id: UUID
    act_type: str
    officer_id: UUID
    made_at: datetime
    received_at: datetime
    act: str
    """RFC 8785 form of the whole act as it came."""


class RecordedEntry(RecordedAct, frozen=True, kw_only=True):
    """An entry with everything by which it is checked."""

    record_id: UUID
    record_kind: str
    device_id: UUID | None
    act_hash: bytes
    previous_hash: bytes | None
    entry_hash: bytes
    key_id: str
    receipt_signature: bytes
    quarantine: str | None
    verdicts: str
    """JSON text of {question: answer}."""


class WholeEntry(RecordedEntry, frozen=True, kw_only=True):
    """An entry with its record's head, and with what the log has sealed."""

    last_number: int
    last_hash: bytes
    sealed_hash: bytes | None
    """The entry's hash in the log; None if it is not sealed yet."""
    leaf: int | None
    sealed_to: int | None
    """The record's last number in the log."""


class ShownEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as a time line shows it."""

    number: int
    act_id: UUID
    act_type: str
    made_at: datetime
    received_at: datetime
    officer_id: UUID
    officer_name: str | None
    device_id: UUID | None
    act_hash: bytes
    entry_hash: bytes
    quarantine: str | None
    verdicts: str
    """JSON text of {question: answer}."""
    anchor: str | None
    """Of an act from a phone."""
    clock_off: str | None
    """How far the phone said that its clock was off: JSON text. None if it said nothing."""


class ActTiming(msgspec.Struct, frozen=True, kw_only=True):
    """When a signed act was made, by the phone's clock, and received, by ours, and the anchor that it names."""

    made_at: datetime
    received_at: datetime
    anchor: str | None


class RecordAct(msgspec.Struct, frozen=True, kw_only=True):
    """An accepted act in the common story of several records."""

    record_id: UUID
    entry_id: int
    """Where it stands in the ledger."""
    act_type: str
    received_at: datetime
    officer_name: str
    content: dict[str, Any]


class ToldAct(msgspec.Struct, frozen=True, kw_only=True):
    """An accepted act as a story of its record needs it: what it says, when it came, whose it is."""

    act_id: UUID
    act_type: str
    received_at: datetime
    officer_name: str
    content: dict[str, Any]
