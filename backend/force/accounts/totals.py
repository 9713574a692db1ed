"""How many officers a list has on all its pages."""

from backend.core import keyset
from backend.core.actors import Actor
from backend.force.queries import people
from backend.force.rules.accounts import require_administrator


async def count_officers(actor: Actor, search: str, state: str | None) -> int:
    """Count the officers of list_officers() on all pages, up to one more than MOST_TOTALLED. Raises NotAllowed."""
    require_administrator(actor)
    return await people.count_administered(actor, search.strip(), state, keyset.MOST_TOTALLED + 1)
