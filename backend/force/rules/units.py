"""Pure decisions about units: a unit's place in the tree."""

from uuid import UUID

from backend.core.actors import UnitPath

MAX_LEVEL = 4
_KINDS = ("national", "industry_department", "department", "team")
"""From the largest to the smallest."""


def lies_within(path: UnitPath, unit_id: UUID) -> bool:
    """Tell whether a path is that of a unit or of one below it."""
    return unit_id in path.as_tuple()


def fits(*, level: int, deepest: int, new_level: int) -> bool:
    """Tell whether a unit with all below it has its place at another level: four at most."""
    return new_level <= MAX_LEVEL and deepest + new_level - level <= MAX_LEVEL


def may_lie_below(kind: str, above: str) -> bool:
    """Tell whether a unit of one kind may lie below one of another: below no team, and below none of a smaller kind."""
    return above != "team" and _KINDS.index(above) <= _KINDS.index(kind)


def path_below(parent: UnitPath | None, unit_id: UUID) -> UnitPath | None:
    """Return the path of a new unit below `parent`; None if that is four levels deep already."""
    if parent is None:
        return UnitPath(unit_1=unit_id)
    if parent.level >= MAX_LEVEL:
        return None
    parts = [part for part in parent.as_tuple() if part is not None]
    padded = [*parts, unit_id, None, None, None][:MAX_LEVEL]
    first = parts[0]
    return UnitPath(unit_1=first, unit_2=padded[1], unit_3=padded[2], unit_4=padded[3])
