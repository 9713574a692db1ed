"""Times beside the marks of a time line: as many as find room, none over another.

Pure: moments with their positions in, words with their positions out. The table below the drawing has every time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

_WIDE = 54.0
"""How much room a time with seconds takes, in drawing units."""
_MANY = 22.0
"""How much more, if several acts share it."""

_NEAR = 8.0
"""Marks of one second that are nearer than this are drawn as one."""


@dataclass(frozen=True)
class Label:
    """A time and how many acts share it. `side`: it is centred on `x`, begins there, or ends there."""

    x: float
    at: datetime
    count: int
    side: str


def labels(marks: Iterable[tuple[datetime, float]], left: float, right: float) -> list[Label]:
    """Return the times of marks from left to right; a mark without room for its time gets none."""
    shared: list[tuple[datetime, float, int]] = []
    for at, x in sorted(marks, key=lambda mark: mark[1]):
        if shared and x - shared[-1][1] < _NEAR and at.replace(microsecond=0) == shared[-1][0]:
            shared[-1] = (*shared[-1][:2], shared[-1][2] + 1)
        else:
            shared.append((at.replace(microsecond=0), x, 1))
    found: list[Label] = []
    free = left
    for at, x, count in shared:
        room = _WIDE + (_MANY if count > 1 else 0)
        for side, begins in (("", x - room / 2), ("last", x - room + 4), ("first", x - 4)):
            if begins >= free and begins + room <= right:
                found.append(Label(x, at, count, side))
                free = begins + room
                break
    return found
