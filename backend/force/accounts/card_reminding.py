"""The job that warns before an inspection card ends: 90 and 30 days ahead, and once it is over.

A team leader without a valid card may not lead (Ordinance 11/2016 Art 23), and a new one takes weeks. The officer, the
nearest head and the nearest administrator are told, each once for each card and each of the three moments.
"""

from datetime import timedelta

from backend.core import clock, formats
from backend.core.database import transaction
from backend.force.notices import telling
from backend.force.queries import cards
from backend.force.queries.cards import Ending
from backend.force.queries.notices import nearest
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

EVERY = timedelta(minutes=10)
"""How often each worker looks; the days of cards change at midnight."""
MOMENTS = (("over", -1), ("30", 30), ("90", 90))
"""Days that are left at most, the latest moment first: a card that is entered late makes one notice, not three."""
LOOKED_BACK = 30
"""Days after a card's end in which its end is still told."""
_PORTION = 100


async def remind() -> int:
    """Tell of cards that end or ended; return how many notices were sent."""
    today = clock.today()
    async with transaction():
        found = await cards.ending(
            today - timedelta(days=LOOKED_BACK),
            today + timedelta(days=MOMENTS[-1][1]),
            today,
            _PORTION,
        )
        return sum([await _tell(one) for one in found])


async def _tell(card: Ending) -> int:
    whom = [
        card.officer_id,
        *await telling.heads_of(card.path, card.officer_id),
        *await nearest(card.path, Role.ADMINISTRATOR, [card.officer_id]),
    ]
    key = "person.card_over" if card.moment == "over" else "person.card_ends"
    words: dict[str, str | Text] = {
        "officer": card.full_name,
        "number": card.number,
        "day": formats.day(card.expires_on),
    }
    once = f"card/{card.id}/{card.moment}"
    return await telling.tell(whom, "person", card.officer_id, key, words, once=once)
