"""What waits among a person's notices."""

from backend.core import database
from tests.support.people import Person


async def waiting(person: Person) -> list[str]:
    """The sentences of this person's notices that are not settled, oldest first."""
    found = await database.fetch(
        "SELECT text_key FROM notices WHERE officer_id = $1 AND settled_at IS NULL ORDER BY at, id",
        person.id,
    )
    return [row["text_key"] for row in found]
