"""Where an inspection stands in the force."""

from typing import Any

from backend.core.actors import UnitPath


def path_of(row: Any) -> UnitPath:
    """The unit path of a row that stores unit_1 .. unit_4."""
    return UnitPath(
        unit_1=row["unit_1"], unit_2=row["unit_2"], unit_3=row["unit_3"], unit_4=row["unit_4"]
    )
