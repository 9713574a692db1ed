"""The custody of photographs: what is still on the phones, and what happened to each original, step by step."""

from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text


class CustodyKind(StrEnum):
    """What happened to a photograph."""

    TAKEN = "taken"
    """By the phone's clock; every other step is by the server's."""
    RECEIVED = "received"
    """The act that announces it, with its receipt."""
    BYTES_RECEIVED = "bytes_received"
    """Whole in the spool of the node that took it in."""
    STORED = "stored"
    """In the object store and read back; the byte receipt was signed."""
    VERIFIED = "verified"
    """Read whole again, apart from who stored it, and found right."""
    PROTECTED = "protected"
    """Retention and legal hold were set on the verified version."""
    VIEWED = "viewed"
    """Opened by a person: once a person, day and kind of reading, with its count."""
    EXPORTED = "exported"
    """Original, receipts or a package left the system."""
    WITHDRAWN = "withdrawn"
    CAPTIONED = "captioned"
    """Given another caption after the shot."""
    QUARANTINED = "quarantined"
    ADMITTED = "admitted"
    DISMISSED = "dismissed"
    DIFFERS = "differs"
    """The store gave other bytes than were announced."""
    MISSING = "missing"
    """The store no longer has the object."""
    OVERWRITTEN = "overwritten"
    """Something newer lies over the verified version, which is still there."""
    UNPROTECTED = "unprotected"
    """Retention or legal hold that had been set was gone."""


FAULTS = frozenset(
    {
        CustodyKind.DIFFERS,
        CustodyKind.MISSING,
        CustodyKind.OVERWRITTEN,
        CustodyKind.UNPROTECTED,
    }
)
"""Steps that must not happen: a page shows them as alarms."""


class CustodyStep(Wire):
    """One step of a photograph's story, in order.

    `at` is by the phone's clock for `taken` alone. `until` is the last time of several readings that are told as one
    step (`count` of them); else null and 1. `officer_name` is null where a machine did it.
    """

    kind: CustodyKind
    at: datetime
    until: datetime | None
    count: int
    officer_id: UUID | None
    officer_name: str | None
    text: Text
    """One sentence: what was done, with its facts."""
    facts: dict[str, str]
    """The same facts by name, for whoever lays them out: sha256, size, version_id, retained_until, action, reason."""


class MissingPhoto(Wire):
    """An announced photograph whose bytes are not here yet. `bytes_received`: how many wait in an unfinished upload."""

    photo_id: UUID
    number: int
    caption: str | None
    officer_name: str
    made_at: datetime
    sha256: str
    size: int
    bytes_received: int


class Custody(Wire):
    """`received`: all acts that came are here. `complete`: so are the bytes of every photograph in force."""

    state: Literal["received", "complete"]
    missing: list[MissingPhoto]
