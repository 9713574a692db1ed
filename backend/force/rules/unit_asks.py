"""Which changes of the force's tree one person asks for and another confirms, and who that may be. Pure.

A merger, a move, a split and the end of a unit carry people with their roles, and open cases, to where others head
them. So an administrator asks, and a second one of the level above confirms what the preview says then
(practice B5). A name is changed by one alone: nothing moves by it.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal
from uuid import UUID

from backend.core.actors import UnitPath
from schemas.force.acts import PeopleAct
from schemas.force.restructuring_acts import (
    RestructuringAsked,
    UnitClosed,
    UnitMerged,
    UnitMoved,
    UnitSplit,
)

Kind = Literal["merge", "move", "split", "close"]
Change = UnitMerged | UnitMoved | UnitSplit | UnitClosed
CHANGES = (UnitMerged, UnitMoved, UnitSplit, UnitClosed)

LIFE = timedelta(days=7)
"""An ask that nobody answers ends after this time, as one about a person does (rules/asks.py)."""
_KINDS: dict[type[object], Kind] = {
    UnitMerged: "merge",
    UnitMoved: "move",
    UnitSplit: "split",
    UnitClosed: "close",
}
ACTS: dict[type[Change], PeopleAct] = {
    UnitMerged: PeopleAct.UNIT_MERGED,
    UnitMoved: PeopleAct.UNIT_MOVED,
    UnitSplit: PeopleAct.UNIT_SPLIT,
    UnitClosed: PeopleAct.UNIT_CLOSED,
}


def change_of(asked: RestructuringAsked) -> Change | None:
    """Return what is asked for; None if the ask says nothing, or more than one thing."""
    found = [one for one in (asked.merged, asked.moved, asked.split, asked.closed) if one]
    return found[0] if len(found) == 1 else None


def kind_of(change: Change) -> Kind:
    """Return the kind of a change in one word, as the table of asks stores it."""
    return _KINDS[type(change)]


def act_of(change: Change) -> PeopleAct:
    """Return the act of the unit by which a change is made."""
    return ACTS[type(change)]


def targets(change: Change) -> list[UUID]:
    """Return the units to which anything goes, the one that gets most of it first."""
    match change:
        case UnitMerged():
            return [change.into_id]
        case UnitMoved():
            return [change.parent_id]
        case UnitClosed():
            return [change.successor_id] if change.successor_id else []
    named = [one.part_id for one in (*change.units, *change.officers, *change.cases)]
    return list(dict.fromkeys([change.rest_id, *named, *(one.part_id for one in change.areas)]))


def twice(change: UnitSplit) -> str | None:
    """Return the code of a refusal if a split sends a unit, an officer, a commune or a case to two parts."""
    named = [one.id for one in (*change.units, *change.officers)]
    if len(named) != len(set(named)):
        return "unit_named_twice"
    codes, cases = [one.code for one in change.areas], [one.id for one in change.cases]
    several = len(codes) != len(set(codes)) or len(cases) != len(set(cases))
    return "unit_area_twice" if several else None


def receiving(path: UnitPath, towards: Iterable[UnitPath]) -> set[UUID]:
    """Return the units whose heads get more by it: those that what moves lies in afterwards, and did not before."""
    before = set(path.as_tuple())
    return {one for each in towards for one in each.as_tuple() if one and one not in before}


def taken_along(path: UnitPath, change: Change) -> set[UUID]:
    """Return the unit whose supervisors go on with their role in the one that takes it over, where they read more."""
    return {path.unit_id} if isinstance(change, UnitMerged | UnitSplit) else set()


def above(path: UnitPath, towards: Iterable[UnitPath]) -> int:
    """Return the lowest level whose administrators cover all of it, and which lies above the unit itself."""
    level = path.level - 1
    for other in towards:
        pairs = zip(path.as_tuple(), other.as_tuple(), strict=True)
        shared = 0
        for one, two in pairs:
            if one is None or one != two:
                break
            shared += 1
        level = min(level, shared)
    return max(level, 1)
