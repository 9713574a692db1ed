"""Positions in what phones are told, while several transactions write concurrently. Pure.

What phones are told is ordered by (era, transaction, id). Transactions do not end in the order in
which they began. So a phone's place moves on only to the horizon, before which every transaction is
over and nothing earlier can still appear. What committed beyond the horizon is sent immediately
too, and sent again until the horizon has passed it. A phone thus gets everything that was committed
when it asked, however long some transaction stays open, and misses nothing. Anything may be sent
twice, because each item describes the present state of a thing.
"""

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

Place = TypeVar("Place", bound=tuple[int, int, Any])
"""Era, transaction, and an id within the transaction."""


class Went(NamedTuple, Generic[Place]):
    """How far a phone has come."""

    place: Place
    """Everything up to here was sent, and nothing can appear before it."""
    ahead: Place | None
    """Where the next page of this answer begins, if not at `place`."""


def after_page(
    began: Went[Place], told: Sequence[Place], horizon: tuple[int, int], *, more: bool
) -> Went[Place]:
    """Return where a phone is after a page with `told`, in order.

    `horizon` is (era, transaction), taken before `told` was read. `more` says that the answer goes
    on with another page.
    """
    place = began.place
    if began.ahead is None:
        settled = [each for each in told if each[:2] < horizon]
        place = settled[-1] if settled else place
    if not more:
        return Went(place, None)
    last = told[-1] if told else began.ahead
    return Went(place, None if last == place else last)
