"""Which units nobody heads, so that what waits for their head waits for who heads the nearest unit above. Pure."""

from collections.abc import Collection, Iterable
from uuid import UUID

from backend.core.actors import UnitPath


def of(below: Iterable[tuple[UnitPath, bool]], heads: Collection[UUID]) -> list[UUID]:
    """Return the units without a head whose nearest unit above with one is among `heads`.

    `below` has all units below those, and whether each has a head.
    """
    units = list(below)
    headed = {path.unit_id for path, has_one in units if has_one} | set(heads)
    found = []
    for path, has_one in units:
        above = [part for part in path.as_tuple() if part is not None][:-1]
        nearest = next((part for part in reversed(above) if part in headed), None)
        if not has_one and nearest in set(heads):
            found.append(path.unit_id)
    return sorted(found)
