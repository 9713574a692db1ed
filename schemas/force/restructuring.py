"""A restructuring of many units as one list of steps, in the order in which they are carried out."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.force.acts import Name, UnitCode, Username
from schemas.force.restructuring_acts import Ordered


class Step(Wire):
    """One change of one unit, named by the code that it has when its turn comes."""

    what: Literal["create", "rename", "move", "merge", "split", "close"]
    code: UnitCode
    valid_from: date
    """The first day on which it is so: on or after the decision, not after today."""
    decision: Ordered
    to: UnitCode | None = None
    """The unit above (create, move), the successor (merge, close), or who gets the rest (split)."""
    new_code: UnitCode | None = None
    kind: Literal["industry_department", "department", "team"] | None = None
    name_vi: Name | None = None
    name_en: Name | None = None
    units: dict[UnitCode, UnitCode] = field(default_factory=dict)
    """Of a split: which part a unit below goes to."""
    officers: dict[Username, UnitCode] = field(default_factory=dict)
    """Of a split: which part an officer goes to, with the cases that the officer leads."""
    areas: dict[Annotated[str, Meta(pattern="^[0-9]{5}$")], UnitCode] = field(default_factory=dict)
    """Of a split: which part a commune goes to, with the open cases of acts there."""


class Steps(Wire):
    """All steps of a restructuring."""

    steps: Annotated[list[Step], Meta(min_length=1, max_length=20_000)]
