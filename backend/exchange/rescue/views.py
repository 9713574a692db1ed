"""What the desk shows of rescue files. Kept as JSON beside the file's row, hence plain structs."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from schemas.core.problems import Text


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What was found when the file came, before anything of it was recorded."""

    made_at: datetime | None
    """The phone's clock; None where it is no time."""
    acts: int
    known_acts: int
    """Stand in the ledger already."""
    unsigned_acts: int
    """Not signed by the device that they name: kept aside, or refused."""
    photos: int
    photo_bytes: int
    stored_photos: int
    damaged_photos: int
    """Their bytes are not what the file says."""
    unnamed_photos: int
    """No act of this officer names them."""
    device_revoked: bool
    access_ended: bool


class ActResult(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one act. `held` is accepted evidence without effect yet; `failed` is to be tried again."""

    id: str | None
    type: str | None
    record_id: UUID | None
    status: Literal["accepted", "held", "repeated", "refused", "failed"]
    code: str | None = None
    text: Text | None = None


class PhotoResult(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one photograph's bytes."""

    photo_id: UUID
    record_id: UUID
    sha256: str
    size: int
    named: bool
    """An act of this officer names it."""
    status: Literal["received", "repeated", "refused", "failed"]
    code: str | None = None
    text: Text | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did, item by item."""

    acts: list[ActResult]
    photos: list[PhotoResult]

    @property
    def finished(self) -> bool:
        """Whether nothing is left to be tried again."""
        failed = [item for item in self.acts if item.status == "failed"]
        return not failed and all(photo.status != "failed" for photo in self.photos)


class RescueFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file, as its bringer sees it."""

    id: UUID
    file_name: str
    size: int
    sha256: str
    received_at: datetime
    state: Literal["waiting", "unfinished", "imported", "gone"]
    imported_at: datetime | None
    officer_name: str
    username: str
    device_name: str
    summary: Summary
    result: Result | None
    stored: frozenset[str] = frozenset()
    """Hashes of its photographs that are in the store at this moment."""
    numbers: dict[UUID, str] = {}
    """Numbers of the decisions of its inspections, where its reader may see them."""
