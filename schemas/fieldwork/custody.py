"""The custody of photographs: which are still on phones, and what happened to each original, step by step."""

from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text


class CustodyKind(StrEnum):
    """What happened to a photograph."""

    TAKEN = "taken"
    """Dated by the phone's clock. Every other step is dated by the server's."""
    RECEIVED = "received"
    """The act that announces the photograph was received, and got its receipt."""
    BYTES_RECEIVED = "bytes_received"
    """All bytes are in the spool of the node that received them."""
    STORED = "stored"
    """The original is in the object store and was read back. The byte receipt was signed."""
    VERIFIED = "verified"
    """Read again in full, by another process than the one that stored it, and found correct."""
    PROTECTED = "protected"
    """Retention and legal hold were set on the verified version."""
    VIEWED = "viewed"
    """Opened by a person. There is one step for each person, day and kind of reading, with a count."""
    EXPORTED = "exported"
    """Original, receipts or a package left the system."""
    WITHDRAWN = "withdrawn"
    CAPTIONED = "captioned"
    """Given another caption after the shot."""
    QUARANTINED = "quarantined"
    ADMITTED = "admitted"
    DISMISSED = "dismissed"
    DIFFERS = "differs"
    """The store returned other bytes than were announced."""
    MISSING = "missing"
    """The store no longer has the object."""
    OVERWRITTEN = "overwritten"
    """A newer version lies over the verified one, which still exists."""
    UNPROTECTED = "unprotected"
    """Retention or legal hold had been set and was gone."""


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
    """One step of a photograph's history, in order.

    `at` is by the phone's clock for `taken` alone. If several readings make one step, `count` is
    their number and `until` the time of the last; otherwise they are 1 and null. `officer_name` is
    null if a machine did it.
    """

    kind: CustodyKind
    at: datetime
    until: datetime | None
    count: int
    officer_id: UUID | None
    officer_name: str | None
    text: Text
    """One sentence that says what was done, with its facts."""
    facts: dict[str, str]
    """The same facts by name, for other layouts: sha256, size, version_id, retained_until, action,
    reason."""


class MissingPhoto(Wire):
    """An announced photograph whose bytes are not here yet.

    `bytes_received`: how many an unfinished upload has.
    """

    photo_id: UUID
    number: int
    caption: str | None
    officer_name: str
    made_at: datetime
    sha256: str
    size: int
    bytes_received: int


class Custody(Wire):
    """`received`: all acts that were sent are here.

    `complete`: so are the bytes of every photograph in force.
    """

    state: Literal["received", "complete"]
    missing: list[MissingPhoto]
