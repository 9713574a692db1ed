"""A worker compares parties: new and corrected ones soon after, the whole register in portions.

Candidates come by indexes of exact keys and of trigrams of names; each is then compared reason by reason
(backend/parties/rules/likeness.py). Nobody is compared with everybody.
"""

from datetime import timedelta

from backend.core import clock
from backend.core.database import transaction
from backend.parties.queries import pairs
from backend.parties.queries.pairs import Comparable
from backend.parties.rules import likeness
from backend.parties.rules.likeness import Thresholds
from backend.parties.weighing import service as weighing

EVERY = timedelta(seconds=20)
PORTION = 50
"""Parties of one transaction: their rows are locked meanwhile."""
PORTIONS = 20
"""Of one round, so that other rounds have their turn."""


async def compare_waiting() -> int:
    """Compare what waits, in portions, then what was compared by other sums; returns how many parties were compared."""
    done = 0
    for _ in range(PORTIONS):
        async with transaction():
            began = clock.now()  # before the sums are read: others may be confirmed meanwhile
            sums, since = await weighing.sums_since()
            taken = await pairs.take(PORTION)
            if since is not None and len(taken) < PORTION:
                taken += await pairs.take_again(since, PORTION - len(taken))
            await pairs.hold([party.id for party in taken])
            await pairs.alike_from(likeness.LEAST_NAME)
            whole = [party.id for party in taken if await _compare(party, sums)]
            await pairs.compared(whole, began)
        done += len(whole)
        if len(taken) < PORTION or not whole:
            break
    return done


async def _compare(party: Comparable, sums: Thresholds) -> bool:
    """Write whom a party is like; False if somebody works on one of those, so that it is compared again later."""
    own = features_of(party)
    found = []
    for other in await pairs.candidates(party):
        alike = likeness.compare(own, features_of(other))
        if alike.proposed(sums):
            found.append((party, other, alike.weight, alike.reasons))
    return await pairs.replace_open(party.id, found, clock.now())


def features_of(party: Comparable) -> likeness.Features:
    """Return what of a row is compared."""
    return likeness.features(party.id, party.known, party.point)
