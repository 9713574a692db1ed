"""Queries of packages: entries with their acts as text, and the keys of their devices."""

from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.force.tables.devices import Device
from backend.ledger.rules.entries import ReceiptedEntry
from backend.ledger.tables.ledger import LedgerEntry


class PackedEntry(ReceiptedEntry, frozen=True, kw_only=True):
    """An entry of the record that is packed."""

    device_id: UUID | None


class DeviceKey(msgspec.Struct, frozen=True, kw_only=True):
    """The public key with which a device was enrolled."""

    id: UUID
    public_key: str
    """JWK as JSON text."""


@compiled.many(PackedEntry)
def list_entries(record_id: UUID) -> Query:
    """Return all entries of one record in order. The caller has checked scope on the record."""
    everything = LedgerEntry.select(*rows.columns(PackedEntry, LedgerEntry))
    return everything.where(LedgerEntry.record_id == record_id).order_by(LedgerEntry.number)


@compiled.many(DeviceKey)
def list_device_keys(device_ids: list[UUID]) -> Query:
    """Return the public keys with which these devices were enrolled."""
    devices = Device.select(*rows.columns(DeviceKey, Device))
    return devices.where(rows.any_of(Device.id, device_ids)).order_by(Device.id)
