"""Which unit handles an information: for one about an officer, the unit above the officer's. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.core.actors import UnitPath


@dataclass(frozen=True)
class Handled:
    """The unit that handles it, and whether it is for the auditors of the nation alone."""

    path: UnitPath
    auditors_only: bool


def above(named: Sequence[UnitPath]) -> Handled:
    """Return who handles information about officers of these units: the nearest unit above all of them.

    Nobody of their units sees it there. Above the national office there is nobody: its auditors handle it.
    Raises ValueError without a unit.
    """
    if not named:
        raise ValueError("information about nobody has no unit above")
    parents = [[part for part in one.as_tuple() if part is not None][:-1] for one in named]
    common = []
    for parts in zip(*parents, strict=False):
        if any(part != parts[0] for part in parts):
            break
        common.append(parts[0])
    if not common:
        return Handled(UnitPath(unit_1=named[0].unit_1), True)
    padded = [*common, *[None] * (4 - len(common))]
    return Handled(
        UnitPath(unit_1=common[0], unit_2=padded[1], unit_3=padded[2], unit_4=padded[3]), False
    )
