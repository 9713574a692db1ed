"""What a form was opened with, compared by `ledger.record` (the one door) under the record's lock.

    opened = Opened(mark=form.text("base"), made=mark_of(head), now=stands)
    outcome = await ledger.record(act, actor, opened)

Two officers write at one thing. Who saves last would take the other's words back without knowing it, so a form carries
a mark of what it was opened with. Compared before the act, two who save at the same moment would both pass.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import msgspec


def mark_of(content: msgspec.Struct) -> str:
    """Return the mark of something that a form replaces as a whole."""
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()


@dataclass(frozen=True)
class Opened:
    """The marks of a form that replaces something that is there."""

    mark: str
    """Of what the form was opened with, as it was sent; what is no mark was opened with nothing that stands."""
    made: str
    """Of what the form makes: who says what stands already takes nobody's words back."""
    now: Callable[[], Awaitable[str]]
    """Reads the mark of what stands, in the transaction that holds the record's lock."""

    async def is_late(self) -> bool:
        """Tell whether something else stands than what the form was opened with. Joins the caller's transaction."""
        return await self.now() not in (self.mark, self.made)
