"""Where fines are paid, as the operator set it.

See HIENTRUONG_TREASURIES and HIENTRUONG_TREASURY_… in docs/running.md. If it is not set, it stays
empty.
"""

from collections.abc import Mapping

from backend.core.actors import UnitPath
from backend.force.units import service as units
from schemas.casework.treasury import Treasury

_general = Treasury()
_by_unit: Mapping[str, Treasury] = {}


def configure(general: Treasury, by_unit: Mapping[str, Treasury]) -> None:
    """Set the accounts at the start: by the unit's code, and a general one for all other units."""
    global _general, _by_unit
    _general, _by_unit = general, by_unit


async def of_unit(unit: UnitPath) -> Treasury:
    """Return a unit's collecting account: its own, else the nearest above it, else the general one."""
    if not _by_unit:
        return _general
    codes = [await units.code_of(one) for one in reversed(unit.as_tuple()) if one is not None]
    return next((_by_unit[code] for code in codes if code in _by_unit), _general)
