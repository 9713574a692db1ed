"""One counted event, and the order in which a record's events are numbered."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from schemas.insight.figures import CountedEvent, CountedParty


@dataclass(frozen=True)
class Cell:
    """Along what an event can be told apart. Empty text where there is nothing to tell."""

    event: CountedEvent
    detail: str = ""
    field: str = ""
    """The field of state management (ViolationField) of the behaviour."""
    behaviour: str = ""
    """Code of the catalogue."""
    party: CountedParty = CountedParty.NOBODY


@dataclass(frozen=True)
class Counted:
    """An event of a record that figures count."""

    entry: int
    """Number of the act in its record on which it rests."""
    cell: Cell
    happened_on: date
    """The day on which it happened, by the paper or the receipt; Vietnamese calendar."""
    entered_on: date
    """The day on which the act was taken in, by the server's clock; Vietnamese calendar."""
    count: int = 1
    amount: int = 0
    """Đồng, or whole days where the event says so."""
    annulled_on: date | None = None
    """The day from which it stands no more. It is counted all the same, and shown apart."""
    party_key: str | None = None
    """Names the party within the register, to count each once; None where nobody is counted."""
    whole_force: bool = field(default=False, compare=False)
    """It is counted for the whole force alone, in no unit below."""
    ordinal: int = 0
    """Its place among the events of the same act."""


def numbered(events: Iterable[Counted]) -> list[Counted]:
    """Return events with their ordinals: with record and entry they name each event for ever."""
    found: list[Counted] = []
    last: dict[int, int] = {}
    for one in events:
        place = last.get(one.entry, -1) + 1
        last[one.entry] = place
        found.append(replace(one, ordinal=place))
    return found
