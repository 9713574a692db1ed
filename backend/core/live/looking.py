"""Who looks at which record right now: in the memory of each process, as all of them tell each other.

It is no record: nothing is written, and it is gone with the processes. What was read is in the
access log, as ever. Auditors are not shown: who is being checked must not see the check.
"""

from collections import defaultdict
from uuid import UUID

from backend.core.actors import Actor
from backend.core.live.hints import Left, Looking
from schemas.core.vocabulary import Role

KEPT_MS = 18_000
"""How long an officer counts as looking after the last word of it."""
AGAIN_SECONDS = 8.0
"""How often a process says it again for the windows that it serves."""

Record = tuple[str, UUID]
"""Kind and id."""


class Watchers:
    """The officers who look at records, with since when and until when they count (ms since 1970)."""

    def __init__(self) -> None:
        self._at: dict[Record, dict[UUID, Looking]] = defaultdict(dict)

    def hear(self, said: Looking) -> bool:
        """Take in that an officer looks. Returns whether that is new."""
        known = self._at[(said.kind, said.record_id)]
        before = known.get(said.officer_id)
        since = said.since if before is None else min(before.since, said.since)
        until = said.until if before is None else max(before.until, said.until)
        known[said.officer_id] = Looking(said.kind, said.record_id, said.officer_id, since, until)
        return before is None

    def forget(self, said: Left) -> bool:
        """Take in that an officer left. Returns whether the officer was known to look."""
        known = self._at.get((said.kind, said.record_id), {})
        found = known.pop(said.officer_id, None) is not None
        if not known:
            self._at.pop((said.kind, said.record_id), None)
        return found

    def since(self, record: Record, officer_id: UUID, now: int) -> int:
        """Return since when the officer has been looking: now, unless already known."""
        known = self._at.get(record, {}).get(officer_id)
        return known.since if known and known.until > now else now

    def drop_over(self, now: int) -> list[Record]:
        """Forget those of whom nothing was heard for long. Returns the records that had them."""
        over = [
            Left(one.kind, one.record_id, one.officer_id)
            for known in self._at.values()
            for one in known.values()
            if one.until <= now
        ]
        for left in over:
            self.forget(left)
        return list({(left.kind, left.record_id) for left in over})

    def of(self, record: Record, now: int) -> list[Looking]:
        """Return who looks at a record, the longest first."""
        known = self._at.get(record, {}).values()
        return sorted((one for one in known if one.until > now), key=lambda one: one.since)

    def __len__(self) -> int:
        return sum(len(known) for known in self._at.values())


def shown(actor: Actor) -> bool:
    """Tell whether others may see that this officer looks at something."""
    return not actor.has(Role.AUDITOR)
