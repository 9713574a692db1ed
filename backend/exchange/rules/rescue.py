"""What a rescue file holds and what became of it. Pure.

Plain structs, because they are stored as JSON in the file's row.
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from schemas.core.problems import Text


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Counts made when the file came, before anything of it was recorded."""

    made_at: datetime | None
    """By the phone's clock; None if it is not a valid time."""
    acts: int
    known_acts: int
    """Acts that are already in the ledger."""
    unsigned_acts: int
    """Acts not signed by the device that they name: they are held or refused."""
    photos: int
    photo_bytes: int
    stored_photos: int
    damaged_photos: int
    """Photographs whose bytes do not match the hash in the manifest."""
    unnamed_photos: int
    """Photographs that no act of this officer names."""
    device_revoked: bool
    access_ended: bool
    informations: int = 0
    """Without those about officers, and without drafts."""
    drafts: int = 0
    """Informations that their officer never registered, without those about officers."""
    known_informations: int = 0
    """Informations that this officer's phone registered already."""
    unsigned_informations: int = 0
    """Informations for which the device does not vouch: they are refused."""


class ActResult(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one act.

    `held` is accepted evidence without effect yet; `failed` is to be tried again.
    """

    id: str | None
    type: str | None
    record_id: UUID | None
    status: Literal["accepted", "held", "repeated", "refused", "failed"]
    code: str | None = None
    text: Text | None = None


class PhotoResult(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one photograph's bytes."""

    photo_id: UUID
    record_id: UUID
    sha256: str
    size: int
    named: bool
    """Whether an act of this officer names it."""
    status: Literal["received", "repeated", "refused", "failed"]
    code: str | None = None
    text: Text | None = None


class InformationResult(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one information, without its id and its number.

    One about an officer has a result only if it did not come in, and then without a reason. A draft that was `left` is
    on the phone alone, as the supervisor decided.
    """

    photos: int
    """Sealed photographs whose bytes are in the file."""
    photos_taken: int
    status: Literal["accepted", "repeated", "refused", "failed", "left"]
    draft: bool = False
    code: str | None = None
    text: Text | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """The result of an import, item by item."""

    acts: list[ActResult]
    photos: list[PhotoResult]
    informations: list[InformationResult] = []

    @property
    def finished(self) -> bool:
        """Tell whether nothing has to be tried again."""
        came_to = [act.status for act in self.acts] + [photo.status for photo in self.photos]
        return "failed" not in came_to + [one.status for one in self.informations]
