"""How often somebody may ask: turns that come back with time, in the memory of one process."""

import time
from collections import OrderedDict
from collections.abc import Callable


class Buckets:
    """A bucket of turns for each asker: `burst` turns immediately, then `per_minute`."""

    def __init__(
        self,
        burst: int,
        per_minute: float,
        askers: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._burst = burst
        self._per_second = per_minute / 60
        self._most = askers
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, asker: str) -> bool:
        """Take one turn; False if none is left."""
        now = self._clock()
        left, at = self._left.pop(asker, (float(self._burst), now))
        left = min(float(self._burst), left + (now - at) * self._per_second)
        allowed = left >= 1
        self._left[asker] = (left - 1 if allowed else left, now)
        while len(self._left) > self._most:
            self._left.popitem(last=False)
        return allowed
