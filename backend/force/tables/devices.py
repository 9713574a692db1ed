"""Phones, and how far the log of each has come."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Boolean,
    Bytea,
    Date,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.columns.defaults.date import DateNow
from piccolo.table import Table

from backend.core.tables.columns import ServerTime, UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class Device(UnitPath, Table, tablename="devices"):
    """An enrolled phone. Its key never leaves it and never changes: a new key is a new device."""

    id = UUID(primary_key=True, default=None, help_text="Made by the phone.")
    enrolled_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who signed in first."
    )
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="Unit of that officer then."
    )
    name = Text(default=None, help_text="As the phone calls itself, for people to recognise.")
    public_key = JSONB(default=None, help_text="JWK (RFC 7517), EC P-256: checks acts' signatures.")
    proves_key = Boolean(
        default=False,
        help_text="It proved at a sign-in that it holds the private half: asked from then on.",
    )
    enrolled_at = ServerTime(help_text="Server's clock.")
    last_seen_at = ServerTime(help_text="Its last request, to the minute.")
    seen_on = Date(
        default=DateNow(), help_text="The Vietnamese day of that: what lists are filtered by."
    )
    revoked_at = Timestamptz(
        null=True, default=None, help_text="From then on its evidence is quarantined."
    )
    revoked_by = ForeignKey(references=Officer, null=True, default=None, help_text="By whom.")
    revoke_reason = Text(null=True, default=None, help_text="E.g. lost, stolen, replaced.")
    app_version = Text(null=True, default=None, help_text="Version and build of its app.")
    app_number = Integer(null=True, default=None, help_text="The version as a number, to compare.")
    storage_used = BigInt(null=True, default=None, help_text="Bytes, as its browser estimates.")
    storage_quota = BigInt(null=True, default=None, help_text="Bytes that it may use at most.")
    storage_persisted = Boolean(
        null=True, default=None, help_text="Whether the browser promised to keep what is stored."
    )
    clock_off_s = Integer(null=True, default=None, help_text="Server's clock minus its own, in s.")
    told_at = Timestamptz(null=True, default=None, help_text="When it said so, server's clock.")


class DeviceApproval(Table, tablename="device_approvals"):
    """A device that was new to an officer, in a unit that demands an approval."""

    id = UUID(primary_key=True, default=None, help_text="In the address of its page.")
    device_id = ForeignKey(references=Device, null=False, default=None, help_text="Which.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Whose.")
    asked_at = Timestamptz(default=None, help_text="His first sign-in there, with both factors.")
    approved_at = Timestamptz(null=True, default=None, help_text="By device.approved; null: waits.")
    approved_by = ForeignKey(references=Officer, null=True, default=None, help_text="By whom.")


class DeviceLog(Table, tablename="device_logs"):
    """How far one officer's log on one device has come on the server: shows gaps and forks."""

    device_id = ForeignKey(
        references=Device, null=False, default=None, primary_key=True, help_text="On which phone."
    )
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Whose log."
    )
    last_seq = BigInt(default=0, help_text="Highest sequence number that came; 0 before any.")
    last_hash = Bytea(null=True, default=None, help_text="SHA-256 of that act; null before any.")
    unsent = Integer(
        null=True, default=None, help_text="Acts and photographs still on the phone, as it said."
    )
    unsent_at = Timestamptz(null=True, default=None, help_text="When it said so, server's clock.")
    unsent_acts = Integer(null=True, default=None, help_text="Acts among it.")
    unsent_photos = Integer(null=True, default=None, help_text="Photographs and files among it.")
    unsent_bytes = BigInt(null=True, default=None, help_text="Size of those.")
    oldest_unsent_at = Timestamptz(
        null=True, default=None, help_text="When the oldest of it was made."
    )
