"""SQL of whole files for the command line: which case a number names."""

from typing import Any

from backend.core import database


async def by_number(number: str) -> Any:
    """Find a case by its number: id, its unit with the ancestors."""
    return await database.fetchrow(
        """
        SELECT id, unit_1, unit_2, unit_3, unit_4 FROM cases WHERE number = $1
        """,
        number,
    )
