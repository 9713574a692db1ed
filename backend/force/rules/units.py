"""Pure decisions about units: a unit's place in the tree."""

from uuid import UUID

from backend.core.actors import UnitPath

MAX_LEVEL = 4


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
