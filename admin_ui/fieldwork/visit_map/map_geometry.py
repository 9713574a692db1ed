"""Projects coordinates onto a flat drawing: a local map of one visit, without any map data.

Equirectangular around the centre of the drawing (x = cos(latitude of the centre) × longitude, y =
latitude). Over the few kilometres of a visit it is true to scale to better than one part in a
thousand. Coordinates are integers of 1e-7 degree as in acts, lengths are metres, drawing units are
those of SVG.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from backend.core.geodesy import EARTH_RADIUS_M, Point

_METRES_PER_E7 = math.radians(1e-7) * EARTH_RADIUS_M
_LEAST_SPAN_M = 24.0
"""Least extent of a drawing, so that a single fix has some ground around it."""
_LARGEST_CIRCLE_M = 60.0
"""The circle of a coarser fix may extend beyond the drawing, as it must not shrink the others to a dot."""
_LEAST_COSINE = 0.01
_RING_STEPS = 8
_RINGS = 6
_LABELS_SPREAD = 150
"""With more marks than this a still drawing is crowded however they are moved."""


class _Placed(Protocol):
    @property
    def at(self) -> Point:
        """Where it is."""


Located = TypeVar("Located", bound=_Placed)


@dataclass(frozen=True)
class Line:
    """A line of the graticule: where it runs, and its degrees as text."""

    x1: float
    y1: float
    x2: float
    y2: float
    degrees: str


@dataclass(frozen=True)
class Frame:
    """A window on the ground: its centre, its scale in drawing units per metre, and its size."""

    middle: Point
    scale: float
    width: int
    height: int

    def xy(self, point: Point) -> tuple[float, float]:
        """Return where a point is drawn; x grows to the east, y to the south."""
        latitude, longitude = point
        east = (longitude - self.middle[1]) * _METRES_PER_E7 * self._narrowing
        north = (latitude - self.middle[0]) * _METRES_PER_E7
        return (
            round(self.width / 2 + east * self.scale, 1),
            round(self.height / 2 - north * self.scale, 1),
        )

    @property
    def _narrowing(self) -> float:
        return _narrowing(self.middle[0])

    def within(self, points: Iterable[Located]) -> list[Located]:
        """Return those that stand in the window, or beside it by less than a drawing unit.

        A province's window holds a hundred of the country's three thousand communes: to compare degrees first is
        most of what drawing it costs.
        """
        up = (self.height / 2 + 1) / self.scale / _METRES_PER_E7
        along = (self.width / 2 + 1) / self.scale / _METRES_PER_E7 / self._narrowing
        latitude, longitude = self.middle
        south, north, west, east = (
            latitude - up,
            latitude + up,
            longitude - along,
            longitude + along,
        )
        return [
            one for one in points if south <= (at := one.at)[0] <= north and west <= at[1] <= east
        ]

    def graticule(self, least_apart: float = 90.0) -> tuple[list[Line], list[Line]]:
        """Return parallels and meridians at round numbers of degrees, at least `least_apart` units apart."""
        step = nice_at_least(least_apart / (self.scale * _METRES_PER_E7))
        step = max(1, round(step))
        half_height = self.height / 2 / self.scale / _METRES_PER_E7
        half_width = self.width / 2 / self.scale / _METRES_PER_E7 / self._narrowing
        parallels = []
        for latitude in _multiples(step, self.middle[0], half_height):
            y = self.xy((latitude, self.middle[1]))[1]
            parallels.append(Line(0, y, self.width, y, degrees(latitude, step)))
        meridians = []
        for longitude in _multiples(step, self.middle[1], half_width):
            x = self.xy((self.middle[0], longitude))[0]
            meridians.append(Line(x, 0, x, self.height, degrees(longitude, step)))
        return parallels, meridians

    def scale_bar(self) -> tuple[int, float]:
        """Return a round length in metres and its drawn length, at most a third of the width."""
        metres = max(1, math.floor(nice_at_most(self.width / 3 / self.scale)))
        return metres, round(metres * self.scale, 1)


def frame(
    points: Sequence[tuple[Point, float]], width: int, height: int, margin: int = 48
) -> Frame:
    """Return the smallest window that holds all points, each with its accuracy in metres.

    Raises ValueError if there is no point.
    """
    if not points:
        raise ValueError("nothing to draw")
    latitudes = [point[0] for point, _accuracy in points]
    longitudes = [point[1] for point, _accuracy in points]
    middle = (
        (min(latitudes) + max(latitudes)) // 2,
        (min(longitudes) + max(longitudes)) // 2,
    )
    across = 2 * max(min(accuracy, _LARGEST_CIRCLE_M) for _point, accuracy in points)
    north_south = (max(latitudes) - min(latitudes)) * _METRES_PER_E7 + across
    east_west = (max(longitudes) - min(longitudes)) * _METRES_PER_E7 * _narrowing(middle[0])
    scale = min(
        (width - 2 * margin) / max(east_west + across, _LEAST_SPAN_M),
        (height - 2 * margin) / max(north_south, _LEAST_SPAN_M),
    )
    return Frame(middle, scale, width, height)


def spread(
    places: Sequence[tuple[float, float]],
    apart: float,
    width: int,
    height: int,
    taken: Sequence[tuple[float, float]] = (),
) -> list[tuple[float, float]]:
    """Move marks apart that would cover each other or a `taken` place, each as little as possible.

    The first mark of a crowd stays in place. The others move to the nearest free spot on rings
    around their own place, within the drawing if possible. From the 151st mark on they stay in
    place.
    """
    held = _Crowd(apart)
    for spot in taken:
        held.add(*spot)
    found: list[tuple[float, float]] = []
    spots = _spots(apart)
    for number, (x, y) in enumerate(places):
        spot = (x, y)
        if number < _LABELS_SPREAD:
            spot = next(
                (
                    (round(x + dx, 1), round(y + dy, 1))
                    for dx, dy in spots
                    if held.leaves_free(x + dx, y + dy)
                    and apart / 2 <= x + dx <= width - apart / 2
                    and apart / 2 <= y + dy <= height - apart / 2
                ),
                (x, y),
            )
        held.add(*spot)
        found.append(spot)
    return found


def _spots(apart: float) -> list[tuple[float, float]]:
    rings = [(0.0, 0.0)]
    for ring in range(1, _RINGS + 1):
        for step in range(_RING_STEPS * ring):
            angle = 2 * math.pi * step / (_RING_STEPS * ring)
            rings.append((ring * apart * math.sin(angle), -ring * apart * math.cos(angle)))
    return rings


class _Crowd:
    """Marks indexed by grid square, so that only neighbouring squares need to be searched."""

    def __init__(self, apart: float) -> None:
        self._apart = apart
        self._squares: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def add(self, x: float, y: float) -> None:
        """Add a mark."""
        self._squares.setdefault(self._square(x, y), []).append((x, y))

    def leaves_free(self, x: float, y: float) -> bool:
        """Tell whether a mark at this place would cover none of the others."""
        column, row = self._square(x, y)
        return all(
            (x - a) ** 2 + (y - b) ** 2 >= (self._apart * 0.95) ** 2
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for a, b in self._squares.get((column + across, row + down), ())
        )

    def _square(self, x: float, y: float) -> tuple[int, int]:
        return (math.floor(x / self._apart), math.floor(y / self._apart))


def nice_at_least(value: float) -> float:
    """Return the smallest of 1, 2, 5 × 10^n that is not below `value`."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(power * step for step in (1, 2, 5, 10) if power * step >= value * (1 - 1e-9))


def nice_at_most(value: float) -> float:
    """Return the largest of 1, 2, 5 × 10^n that is not above `value`."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(power * step for step in (5, 2, 1) if power * step <= value * (1 + 1e-9))


def degrees(value_e7: int, step_e7: int) -> str:
    """Return `21.0285°` for a line of the graticule, with as many decimals as its step needs."""
    decimals = max(0, 7 - math.floor(math.log10(step_e7)))
    return f"{value_e7 / 1e7:.{decimals}f}°"


def _narrowing(latitude_e7: int) -> float:
    """Return the length of a degree of longitude relative to one of latitude; never 0."""
    return max(_LEAST_COSINE, math.cos(math.radians(latitude_e7 / 1e7)))


def _multiples(step: int, middle: int, half: float) -> list[int]:
    first = math.ceil((middle - half) / step) * step
    return list(range(first, math.floor(middle + half) + 1, step))
