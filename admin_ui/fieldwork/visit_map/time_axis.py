"""A time axis without idle times: stretches in which something happened, and breaks between them.

A visit takes minutes, but its correction may follow days later. On one even axis either would
shrink to a line. Pure: moments in, drawing units out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from backend.core.local_time import VIETNAM

_BREAK_AFTER = timedelta(hours=2)
_MOST_STRETCHES = 5
_LEAST_WIDTH = 90.0
_BREAK_WIDTH = 40.0
_LEAST_SECONDS = 19.0
"""A stretch is drawn as if it lasted this long: marks of one second do not stand far apart."""
_TICK_APART = 80.0
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400)
_EPOCH = datetime(2000, 1, 1, tzinfo=VIETNAM)
"""Ticks are at round hours and midnights of Vietnam time."""


@dataclass(frozen=True)
class Tick:
    """A round moment on the axis. `day` is set on the first of a stretch, `seconds` if labels need them."""

    x: float
    at: datetime
    day: bool
    seconds: bool


@dataclass(frozen=True)
class Stretch:
    """A piece of the axis between two breaks."""

    begins: datetime
    ends: datetime
    left: float
    right: float


@dataclass(frozen=True)
class Axis:
    """The positions of moments. A moment inside a break is drawn at its edge."""

    stretches: list[Stretch]
    ticks: list[Tick]

    def x(self, moment: datetime) -> float:
        """Return the position of a moment in drawing units."""
        for stretch in self.stretches:
            if moment <= stretch.ends:
                span = (stretch.ends - stretch.begins).total_seconds()
                part = max(0.0, (moment - stretch.begins).total_seconds()) / span
                return round(stretch.left + part * (stretch.right - stretch.left), 1)
        return self.stretches[-1].right

    @property
    def breaks(self) -> list[tuple[float, timedelta]]:
        """Return the middle of each break and how long it lasted."""
        return [
            ((one.right + after.left) / 2, after.begins - one.ends)
            for one, after in pairwise(self.stretches)
        ]


def axis(moments: Sequence[datetime], left: float, right: float) -> Axis:
    """Lay out an axis that holds all moments. Raises ValueError if there is none."""
    if not moments:
        raise ValueError("no moments")
    fits = int((right - left + _BREAK_WIDTH) // (_LEAST_WIDTH + _BREAK_WIDTH))
    groups = _groups(sorted(moments), max(1, min(_MOST_STRETCHES, fits)))
    spans = [max(1.0, (last - first).total_seconds()) for first, last in groups]
    room = right - left - _BREAK_WIDTH * (len(groups) - 1)
    spare = room - _LEAST_WIDTH * len(groups)
    stretches = []
    x = left
    for (first, last), span in zip(groups, spans, strict=True):
        width = _LEAST_WIDTH + spare * span / sum(spans)
        # A margin on both sides, so that nothing is drawn on the edge.
        lasted = (last - first).total_seconds()
        air = timedelta(seconds=max(span * 0.03, (_LEAST_SECONDS - lasted) / 2))
        stretches.append(Stretch(first - air, last + air, x, x + width))
        x += width + _BREAK_WIDTH
    return Axis(stretches, [tick for stretch in stretches for tick in _ticks(stretch)])


def _groups(moments: list[datetime], most: int) -> list[tuple[datetime, datetime]]:
    """Cut where nothing happened for two hours, or for longer if that gives too many pieces."""
    limit = _BREAK_AFTER
    while True:
        groups = [(moments[0], moments[0])]
        for moment in moments[1:]:
            first, last = groups[-1]
            if moment - last > limit:
                groups.append((moment, moment))
            else:
                groups[-1] = (first, moment)
        if len(groups) <= most:
            return groups
        limit *= 2


def _ticks(stretch: Stretch) -> list[Tick]:
    span = (stretch.ends - stretch.begins).total_seconds()
    width = stretch.right - stretch.left
    wanted = span * _TICK_APART / width
    step = next((step for step in _STEPS if step >= wanted), None)
    if step is None:  # months: whole days, as many as needed
        step = _STEPS[-1] * (1 + int(wanted // _STEPS[-1]))
    begins = (stretch.begins - _EPOCH).total_seconds()
    number = int(begins // step) + 1
    ticks: list[Tick] = []
    while (at := _EPOCH + timedelta(seconds=number * step)) <= stretch.ends:
        part = (at - stretch.begins).total_seconds() / span
        x = round(stretch.left + part * width, 1)
        ticks.append(Tick(x, at, day=not ticks, seconds=step < 60))
        number += 1
    if not ticks:
        middle = stretch.begins + (stretch.ends - stretch.begins) / 2
        x = round((stretch.left + stretch.right) / 2, 1)
        ticks.append(Tick(x, middle, day=True, seconds=span < 60))
    return ticks
