"""What an order of packages is made of, and how long it is kept. Pure."""

from datetime import timedelta
from typing import Literal
from uuid import UUID

import msgspec

from backend.core.actors import Actor

KEPT_FOR = timedelta(days=2)
"""From when it is ready, or failed, until its packages are deleted. It can be ordered again."""
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


def standing(actor: Actor) -> str:
    """Return an officer's roles and unit as one text, to tell whether they are the same."""
    return f"{' '.join(sorted(actor.roles))} {actor.unit.unit_id}"
