"""Places in what phones are told, where several transactions write at once. Pure.

What is told stands in the order of (era, transaction, id). Transactions end in another order than they began, so a
phone's place moves on only as far as nothing earlier can still appear: up to the horizon, before which every
transaction is over. What committed beyond it is told as well, at once, and told again until the horizon has passed it:
whoever asks has everything that was there when he asked, however long some transaction stays open, and nothing slips
by. Everything told can be told twice, for it says how a thing is now.
"""

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

Place = TypeVar("Place", bound=tuple[int, int, Any])
"""Era, transaction, and an id inside the transaction."""


class Went(NamedTuple, Generic[Place]):
    """How far a phone has come."""

    place: Place
    """Everything up to here was told, and nothing can appear before it."""
    ahead: Place | None
    """Where the next page of this answer goes on, if not at `place`."""


def after_page(
    began: Went[Place], told: Sequence[Place], horizon: tuple[int, int], *, more: bool
) -> Went[Place]:
    """Where a phone is after a page that told of `told`, in order. `horizon` is (era, transaction), taken before they
    were read; `more` says that the answer goes on with another page.
    """
    place = began.place
    if began.ahead is None:
        settled = [each for each in told if each[:2] < horizon]
        place = settled[-1] if settled else place
    if not more:
        return Went(place, None)
    last = told[-1] if told else began.ahead
    return Went(place, None if last == place else last)
