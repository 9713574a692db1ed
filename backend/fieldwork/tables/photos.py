"""Photographs: what the phone announced, and the state of their bytes."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    BigSerial,
    Boolean,
    Bytea,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.units import Unit
from schemas.fieldwork.words import PhotoWay, Preview


class Photo(UnitPath, Table, tablename="photos"):
    """A photograph that an act announced. Never deleted: withdrawn ones are only marked."""

    id = UUID(primary_key=True, default=None, help_text="Made by the phone, UUIDv7.")
    act_id = UUID(default=None, help_text="Its photo.taken.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="First part of its object key."
    )
    number = BigInt(default=None, help_text="Entry number in the record: order of announcement.")
    officer_id = UUID(default=None, help_text="Who took it.")
    device_id = UUID(null=True, default=None, help_text="On which phone.")
    sha256 = Text(default=None, help_text="Hex, computed on the phone before anything else.")
    size = BigInt(default=None, help_text="In bytes, as announced.")
    media_type = Text(default=None, help_text="As the phone announced it.")
    way = Text(
        default=None, choices=PhotoWay, help_text="In-page camera, or a file: less believed."
    )
    place = JSONB(null=True, default=None, help_text="Position at the shutter, as place.fixed.")
    caption = Text(null=True, default=None, help_text="The officer's words, as last given.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")
    addendum = Boolean(default=False, help_text="Came after a submission that does not name it.")
    quarantine = Text(null=True, default=None, help_text="Code; null once admitted.")
    dismissed = Boolean(default=False, help_text="A supervisor left it without effect.")
    withdrawn_reason = Text(null=True, default=None, help_text="Why it was taken in error.")
    withdrawn_at = Timestamptz(
        null=True, default=None, help_text="When it took effect, server's clock."
    )
    stored_at = Timestamptz(
        null=True,
        default=None,
        help_text="Bytes in the object store and read back; in the receipt.",
    )
    object_key = Text(null=True, default=None, help_text="<unit id>/<photo id>-<sha256>.")
    receipt_key_id = Text(null=True, default=None, help_text="Server key of the byte receipt.")
    receipt_signature = Bytea(null=True, default=None, help_text="Ed25519, 64 bytes.")
    preview = Text(default="pending", choices=Preview, help_text="Whether it can be shown.")
    preview_reason = Text(null=True, default=None, help_text="Why it cannot, for people.")
    detected_type = Text(null=True, default=None, help_text="Media type by content, not by name.")
    width = Integer(null=True, default=None, help_text="In pixels, upright.")
    height = Integer(null=True, default=None, help_text="In pixels, upright.")
    metadata = JSONB(
        null=True,
        default=None,
        help_text="{reader, exif, xmp, c2pa} as read; never believed above the seal.",
    )
    version_id = Text(
        null=True, default=None, help_text="The object's version that was verified: reads name it."
    )
    verified_at = Timestamptz(
        null=True, default=None, help_text="The whole original was read again and was right, last."
    )
    checked_at = Timestamptz(
        null=True, default=None, help_text="It was looked at last, whatever came out."
    )
    retention_mode = Text(null=True, default=None, help_text="GOVERNANCE or COMPLIANCE, as set.")
    retained_until = Timestamptz(
        null=True, default=None, help_text="Until then the store deletes it for nobody (mode)."
    )
    legal_hold = Boolean(default=False, help_text="Kept by the store until the hold is lifted.")
    custody_fault = Text(
        null=True,
        default=None,
        help_text="What the last look found wrong: differs, missing, overwritten, unprotected.",
    )


class PhotoCaption(Table, tablename="photo_captions"):
    """A caption that was given after the shot, with the one that it replaced. Append-only."""

    id = BigSerial(primary_key=True, help_text="Order of taking effect: the last one counts.")
    act_id = UUID(default=None, help_text="Its photo.captioned.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    photo_id = ForeignKey(references=Photo, null=False, default=None, help_text="Of which.")
    number = BigInt(
        default=None, help_text="Entry number in the record: before or after a submission."
    )
    officer_id = UUID(default=None, help_text="Who gave it.")
    caption = Text(null=True, default=None, help_text="Null: no caption any more.")
    before = Text(null=True, default=None, help_text="What stood there until then.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")
