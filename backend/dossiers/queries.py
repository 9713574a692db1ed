"""SQL of whole files: which case a number names, for the command line."""

from typing import Any

from backend import database


async def by_number(number: str) -> Any:
    """A case by its number: id, who answers for it, its unit with the ancestors."""
    return await database.fetchrow(
        """
        SELECT c.id, c.lead_id, o.username, o.full_name, c.unit_1, c.unit_2, c.unit_3, c.unit_4
        FROM cases c JOIN officers o ON o.id = c.lead_id WHERE c.number = $1
        """,
        number,
    )
