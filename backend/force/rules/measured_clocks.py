"""How far a phone's clock is off, as the server's own times prove it. Pure.

An act names the newest anchor that the phone had, which is a time of the server, and the phone signs when it made the
act by its own clock. It was made after the anchor and before its receipt. So the server's clock minus the phone's lies
between anchor minus made and received minus made: no word of the phone about its clock is needed.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from backend.force.rules.phone_facts import CLOCK_TOLERANCE_S

NARROW = timedelta(minutes=5)
"""Between anchor and receipt of an act that was made in contact; one from offline days says too little."""


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """One signed act: the anchor's time, the phone's, the receipt's."""

    anchored_at: datetime | None
    made_at: datetime
    received_at: datetime


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """What one act proves: the server's clock minus the phone's in seconds, from `least` to `most`."""

    least: int | None
    """None without an anchor: then the phone may be slow by any time."""
    most: int
    at: datetime
    """When the act was received."""

    @property
    def off_s(self) -> int | None:
        """Return the difference that is proven: 0 for a right clock, None if the act says too little."""
        if self.most < -CLOCK_TOLERANCE_S:
            return self.most
        if self.least is None:
            return None
        if self.least > CLOCK_TOLERANCE_S:
            return self.least
        narrow = self.most - self.least <= NARROW.total_seconds()
        return 0 if narrow else None


def measured(timings: Sequence[Timing]) -> Measured | None:
    """Return what the newest act proves that proves something; None if none does."""
    found = (_of(one) for one in timings)
    return next((one for one in found if one.off_s is not None), None)


def _of(one: Timing) -> Measured:
    anchored = one.anchored_at
    return Measured(
        least=round((anchored - one.made_at).total_seconds()) if anchored else None,
        most=round((one.received_at - one.made_at).total_seconds()),
        at=one.received_at,
    )
