"""How many officers a list has on all its pages."""

from backend.core import keyset
from backend.core.actors import Actor
from backend.force.queries import people_lists
from backend.force.queries.people_lists import PeopleFilters
from backend.force.rules.accounts import require_administrator


async def count_officers(actor: Actor, filters: PeopleFilters) -> int:
    """Count the officers of list_officers() on all pages, up to one more than MOST_TOTALLED. Raises NotAllowed."""
    require_administrator(actor)
    return await people_lists.count_administered(actor, filters, keyset.MOST_TOTALLED + 1)
