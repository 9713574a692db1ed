"""Tells the signature of an inspection decision that its plan was issued within a case (Circular 27/2020 Art 12).

backend/registry.py registers it: inspections know nothing of cases.
"""

from backend.casework.queries import adhoc_plans as queries
from backend.core.actors import UnitPath


async def cited(numbers: list[str], party: str, path: UnitPath) -> str | None:
    """Return which of these numbers, as a decision's basis cites them, is that of a plan for this party; or None."""
    found = await queries.waiting(numbers, path)
    return next((number for number, name in found if _same(name, party)), None)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
