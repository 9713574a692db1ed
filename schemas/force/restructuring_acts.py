"""Contents of acts by which units are renamed, close, merge, split and move, and of what follows for their people."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.force.acts import Name, Reason, UnitCode


class UnitRenamed(Wire):
    """The same unit gets another name. Its id and its records stay, and papers keep the old name."""

    name_vi: Name
    name_en: Name
    reason: Reason
    code: UnitCode | None = None


class UnitClosed(Wire):
    """The unit ends. Pending files go to its successor (Decree 40/2025 did this to the whole force)."""

    valid_to: date
    successor_id: UUID | None
    reason: Reason
    ask_id: UUID | None = None
    """The ask that a second administrator confirmed. None: by an operator's list, or before two persons were asked."""


class Ordered(Wire):
    """The decision by which the force is restructured, as its paper names itself."""

    number: Annotated[str, Meta(min_length=1, max_length=60)]
    decided_on: date
    by: Annotated[str, Meta(min_length=2, max_length=200)]
    """The body that decided."""
    scan: Annotated[str, Meta(max_length=200)] | None = None
    """Where its scan is kept: a number of a register, a name of a file."""


class UnitMoved(Wire):
    """The unit, with all below it, lies below another one from a day on. It keeps its id, its people and its files."""

    parent_id: UUID
    valid_from: date
    ordered: Ordered
    code: UnitCode | None = None
    """Its code from then on, if it changes."""
    ask_id: UUID | None = None


class UnitMerged(Wire):
    """The unit ends, and another takes over its people, units, files and work (so Decree 40/2025)."""

    into_id: UUID
    valid_to: date
    """The first day on which it is no longer in force."""
    ordered: Ordered
    ask_id: UUID | None = None


class Part(Wire):
    """Which of the parts takes over a unit below, or an officer with the files that the officer leads."""

    id: UUID
    part_id: UUID


class Area(Wire):
    """Which of the parts takes over a commune or ward (Decision 19/2025/QĐ-TTg), with the open cases of acts there."""

    code: Annotated[str, Meta(pattern="^[0-9]{5}$")]
    part_id: UUID


class UnitSplit(Wire):
    """The unit ends, and several take over what was its. What nothing is said of goes to one of them."""

    rest_id: UUID
    """Takes over all that is not named: closed files, papers, plans, information, and what people said nothing of."""
    units: Annotated[list[Part], Meta(max_length=200)]
    officers: Annotated[list[Part], Meta(max_length=2000)]
    """Open cases go with the officer who leads them, if no communes are named or the place of the act is not known."""
    valid_to: date
    ordered: Ordered
    areas: Annotated[list[Area], Meta(max_length=1000)] = field(default_factory=list)
    """Who takes over an area takes over its open cases (Law on Handling Administrative Violations Art 53.2, Law
    88/2025). A commune that is not named goes to the rest."""
    cases: Annotated[list[Part], Meta(max_length=2000)] = field(default_factory=list)
    """Single open cases that go elsewhere than their place or their officer says."""
    ask_id: UUID | None = None


class RestructuringAsked(Wire):
    """An administrator asks that a unit be merged, moved, split or closed: exactly one of the four is set.

    Nothing changes before a second administrator of the level above confirms it.
    """

    ask_id: UUID
    preview: dict[str, int]
    """What it touched when it was asked for, by what was counted."""
    merged: UnitMerged | None = None
    moved: UnitMoved | None = None
    split: UnitSplit | None = None
    closed: UnitClosed | None = None


class RestructuringConfirmed(Wire):
    """A second administrator confirms what the preview says now. The unit's own act follows in the same moment."""

    ask_id: UUID
    preview: dict[str, int]
    """What it touches now, as the confirming person saw it."""
    note: Reason


class RestructuringDeclined(Wire):
    """It will not be: a second administrator declines it, or who asked takes it back."""

    ask_id: UUID
    reason: Reason


class CarriedPosition(Wire):
    """A position that ends with its unit, and the same one in the unit that took over, if it goes on there."""

    position_id: UUID
    ends_on: date
    """The unit's last day and one, whatever was signed under its title since (before 0.2.0 later, if anything was)."""
    goes_on_as: UUID | None
    """None for who headed the unit or stood in for its head: that takes a new decision of appointment."""


class OfficerTaken(Wire):
    """The officer's unit ended, and they belong to the one that took them over. Their rights and sessions go on."""

    unit_id: UUID
    from_unit_id: UUID
    act_id: UUID
    """Of the unit, that ordered it."""
    on: date
    positions: Annotated[list[CarriedPosition], Meta(max_length=50)]
