"""What was changed in an item: field by field, against what it was. Pure."""

from typing import Any

import msgspec

from schemas.planning.acts import PlanItem
from schemas.planning.views import FieldChange
from schemas.planning.words import ChangeKind

_NOT_CONTENT = frozenset({"item_id", "origin"})
FIELDS = tuple(name for name in PlanItem.__struct_fields__ if name not in _NOT_CONTENT)
"""The fields of an item that people read, in the order of the struct."""


def between(before: PlanItem, after: PlanItem) -> list[FieldChange]:
    """Return the fields that differ, as JSON values."""
    was, now = _values(before), _values(after)
    return [
        FieldChange(field=name, before=was[name], after=now[name])
        for name in FIELDS
        if was[name] != now[name]
    ]


def kind_of(before: PlanItem | None, after: PlanItem | None) -> ChangeKind:
    """Return what happened between two versions of an item; `after` is None once it is removed."""
    if after is None:
        return ChangeKind.REMOVED
    if before is None:
        return ChangeKind.ADDED if after.origin is None else ChangeKind.TAKEN_OVER
    return ChangeKind.CHANGED


def _values(item: PlanItem) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(item)
    return found
