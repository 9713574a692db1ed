"""What a statistic asks for, and from which rows it is answered. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from backend.insight.rules.covering import Reading
from backend.insight.rules.rolling import DAY_GRAINS, HALF_GRAINS, Span
from schemas.insight.figures import CountedEvent, CountedParty

FINEST = 2
"""The grain of the events themselves."""
By = Literal["field", "behaviour", "party", "detail"]
"""Along what events are told apart within a unit and a period."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What is counted alone; empty is everything."""

    fields: tuple[str, ...] = ()
    behaviours: tuple[str, ...] = ()
    parties: tuple[CountedParty, ...] = ()

    @property
    def grain(self) -> int:
        """The coarsest grain that tells them: 0 without field and party, 1 without behaviour, else 2."""
        if self.behaviours:
            return 2
        return 1 if self.fields or self.parties else 0


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One question: these events in a period of some units."""

    events: tuple[CountedEvent, ...]
    first: date
    last: date
    """Inclusive."""
    units: tuple[UUID, ...]
    """Each answered by itself."""
    reading: Reading = "then"
    stands: bool = False
    """How things stand on the last day: of the units of that day, unless it is read by those of today."""
    filters: Filters = Filters()
    by: tuple[By, ...] = ()
    series: bool = False
    """One answer for each half month."""


def grain(asked: Asked) -> int:
    """Return the coarsest grain that can answer: what is counted alone, and what is told apart."""
    if "behaviour" in asked.by:
        return 2
    apart = 1 if {"field", "party"} & set(asked.by) else 0
    return max(apart, asked.filters.grain)


def summed(levels: Iterable[int], needed: int, span: Span) -> bool:
    """Tell whether units of these levels have sums of that grain."""
    grains = HALF_GRAINS if span == "half" else DAY_GRAINS
    return all(needed in grains.get(level, ()) for level in levels)
