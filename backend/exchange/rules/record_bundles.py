"""What an order of packages is made of. Pure."""

from typing import Literal
from uuid import UUID

import msgspec

Kind = Literal["case", "inspection"]


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A record whose package is ordered."""

    kind: Kind
    id: UUID


class BundlePart(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an item: its package, or why there is none."""

    kind: Kind
    id: UUID
    file_name: str | None
    """None: the record was out of the asker's sight when its turn came."""
    object_id: UUID | None = None
    """Under which the store has it."""
    size: int = 0
    sha256: str = ""
    faults: list[str] = []
    """Originals that are missing or damaged in it; its own notes say more."""
