"""What is computed from an item's content when it is written. Pure."""

from typing import Any

import msgspec

from backend.core.canonical_json import sha256_hex
from backend.planning.rules import matching
from schemas.planning.acts import PlanDrafted, PlanItem

_NOT_MATERIAL = ("leader_id", "member_ids", "note", "origin", "item_id")
"""The team, notes and where it came from may change without another approval of the same subject, place, days,
content and unit (Circular 27/2020 Art 5.2)."""
_NOT_MATERIAL_HEAD = ("means", "partners")


def hashes(item: PlanItem) -> tuple[str, str]:
    """Return the hash of an item's content, and of what is material in it; hex."""
    whole: dict[str, Any] = msgspec.to_builtins(item)
    material = {key: value for key, value in whole.items() if key not in _NOT_MATERIAL}
    return sha256_hex(whole), sha256_hex(material)


def head_hashes(head: PlanDrafted) -> tuple[str, str]:
    """Return the hash of a head, and of what is material in it; hex."""
    whole: dict[str, Any] = msgspec.to_builtins(head)
    material = {key: value for key, value in whole.items() if key not in _NOT_MATERIAL_HEAD}
    return sha256_hex(whole), sha256_hex(material)


def keys(item: PlanItem) -> dict[str, str]:
    """Return the keys of an item's subject, with what each proves."""
    return {key: str(match) for key, match in matching.keys_of(item).items()}


def name_of(item: PlanItem) -> str:
    """Return how people call an item: by its subject, or by its criterion."""
    return item.subject.name if item.subject else (item.criterion or "")[:200]
