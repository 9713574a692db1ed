"""Draws where inspections were, in clusters, on centres of Vietnam's communes. Pure.

The ground is points alone (decision 0054): no coast, no border, nothing of another country. Hoàng Sa (Đà Nẵng) and
Trường Sa (Khánh Hòa) stand on the map of the force where they are, and on those of their provinces and teams, which
would shrink to a corner otherwise, in a box of their own.
"""

import math
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

import msgspec
from markupsafe import Markup, escape

from admin_ui.fieldwork.visit_map.map_geometry import Frame, frame
from admin_ui.shell.places import Commune
from backend.core.geodesy import Point
from backend.insight.dashboards.service import Spot

WIDE = 400
_HIGH_FORCE, _HIGH = 470, 320
_MARGIN = 34
_FAR_E7 = 12_000_000
"""Special zones farther than this from the middle of their province stand in a box."""
_AROUND_E7 = 400_000
"""Ground around the places of a unit: four hundredths of a degree, some 4 km."""
_APART = 36.0
"""Clusters whose middles are nearer become one: their circles would cover each other."""
_LEAST, _MOST = 8.0, 21.0
_BOX_WIDE, _BOX_HIGH = 118, 40
_FEW = 300
"""So few dots are drawn greater."""
_LETTER = 7.0
"""About the width of a letter of a place's name."""
_LINE = 13
AT_SEA = ("Hoàng Sa", "Trường Sa")
"""Always named where they stand on a map."""


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """Inspections drawn as one circle."""

    x: float
    y: float
    count: int


def clusters(spots: Iterable[tuple[float, float, int]], apart: float = _APART) -> list[Cluster]:
    """Gather places into circles: first by a grid, then the greater take in what is nearer than `apart`.

    Each cluster is in the middle of its inspections; none is lost.
    """
    squares: dict[tuple[int, int], list[tuple[float, float, int]]] = {}
    for x, y, count in spots:
        squares.setdefault((math.floor(x / apart), math.floor(y / apart)), []).append((x, y, count))
    grown = sorted((_middle(each) for each in squares.values()), key=lambda one: -one.count)
    found: list[Cluster] = []
    for one in grown:
        near = next((k for k, other in enumerate(found) if _distance(one, other) < apart), None)
        if near is None:
            found.append(one)
        else:
            both = [(each.x, each.y, each.count) for each in (found[near], one)]
            found[near] = _middle(both)
    return sorted(found, key=lambda one: (-one.count, one.x, one.y))


def _middle(places: Sequence[tuple[float, float, int]]) -> Cluster:
    total = sum(count for _, _, count in places)
    return Cluster(
        x=round(sum(x * count for x, _, count in places) / total, 1),
        y=round(sum(y * count for _, y, count in places) / total, 1),
        count=total,
    )


def _distance(one: Cluster, other: Cluster) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)


def radius(count: int, most: int) -> float:
    """Return the radius of a cluster's circle: its area grows with its count."""
    return round(_LEAST + (_MOST - _LEAST) * math.sqrt(count / max(1, most)), 1)


class Ground(NamedTuple):
    """What lies below the clusters."""

    frame: Frame
    dots: list[Commune]
    labelled: list[tuple[str, Point]]
    """Names in the order in which they are written where they fit; islands first."""
    islands: list[Commune]
    """Those that stand in boxes."""


def ground(spots: Sequence[Spot], known: Sequence[Commune], province: str | None) -> Ground | None:
    """Return the ground of a map; None if there is nothing to draw. `province` is None for the force.

    The force is seen whole, a department or a team as far as its inspections reach.
    """
    at = [(one.latitude_e7, one.longitude_e7) for one in spots]
    points: list[Point] = [(la, lo) for la, lo in at if la is not None and lo is not None]
    if not points:
        return None
    if province is None:
        middles = _middles(known)
        special = [one for one in known if one.special and _in_the_sea(one)]
        spread = [*points, *(at for _, at in middles), *(one.at for one in special)]
        labelled = [(_at_sea(one), one.at) for one in special] + middles
        drawn = frame([(one, 0.0) for one in spread], WIDE, _HIGH_FORCE, _MARGIN)
        return Ground(drawn, list(known), labelled, [])
    mine = [one for one in known if one.province == province]
    middle = _middle_of(one.at for one in mine) if mine else points[0]
    islands = [one for one in mine if one.special and not _near(one.at, middle)]
    spread = [one for one in points if _near(one, middle)] or points
    spread = [(la + up, lo + up) for la, lo in spread for up in (-_AROUND_E7, _AROUND_E7)]
    drawn = frame([(one, 0.0) for one in spread], WIDE, _HIGH, _MARGIN)
    seen = drawn.within(known)
    names = sorted(seen, key=lambda one: _apart_from(one.at, points))
    return Ground(drawn, seen, [(one.name, one.at) for one in names], islands)


def _at_sea(one: Commune) -> str:
    """Return `Hoàng Sa (Đà Nẵng)`: which province of Vietnam it belongs to."""
    return f"{one.name.removeprefix('Đặc khu ')} ({one.province_name})"


def _in_the_sea(one: Commune) -> bool:
    return any(name in one.name for name in AT_SEA)


def _middles(known: Iterable[Commune]) -> list[tuple[str, Point]]:
    """Return each province's name at the middle of its communes."""
    of: dict[str, list[Commune]] = {}
    for one in known:
        of.setdefault(one.province_name, []).append(one)
    return [(name, _middle_of(one.at for one in found)) for name, found in of.items()]


def _middle_of(points: Iterable[Point]) -> Point:
    found = list(points)
    return round(median(one[0] for one in found)), round(median(one[1] for one in found))


def _near(one: Point, middle: Point) -> bool:
    return all(abs(a - b) < _FAR_E7 for a, b in zip(one, middle, strict=True))


def _apart_from(one: Point, points: Sequence[Point]) -> int:
    return min(abs(one[0] - other[0]) + abs(one[1] - other[1]) for other in points[:20])


def draw(spots: Sequence[Spot], base: Ground, *, named_by: str) -> Markup:
    """Return the map as one image, named by its sentence."""
    high = base.frame.height
    placed = [
        (*base.frame.xy((one.latitude_e7, one.longitude_e7)), one.count)
        for one in spots
        if one.latitude_e7 is not None and one.longitude_e7 is not None
    ]
    boxes = _boxes(base, spots)
    inside = [one for one in placed if 0 <= one[0] <= WIDE and 0 <= one[1] <= high]
    circles = clusters(inside)
    most = max((one.count for one in circles), default=1)
    taken = [
        (one.x - r, one.y - r, one.x + r, one.y + r)
        for one in circles
        for r in [radius(one.count, most)]
    ]
    taken += [(box.x, box.y, box.x + _BOX_WIDE, box.y + _BOX_HIGH) for box in boxes]
    taken.append((0, high - 16, base.frame.scale_bar()[1] + 60, high))
    parts = [_dots(base), *_names(base, taken), _scale(base.frame)]
    parts += [box.drawn for box in boxes]
    for one in circles:
        r = radius(one.count, most)
        parts.append(f'<circle class="cluster" cx="{one.x:.1f}" cy="{one.y:.1f}" r="{r}"/>')
        place = f'x="{one.x:.1f}" y="{one.y + 4:.1f}" text-anchor="middle"'
        parts.append(f'<text class="in-cluster" {place}>{one.count}</text>')
    opening = f'<svg class="chart narrow map" viewBox="0 0 {WIDE} {high}" role="img"'
    named = f'aria-labelledby="{escape(named_by)}" focusable="false"'
    return Markup(f"{opening} {named}>{''.join(parts)}</svg>")  # noqa: S704 - made of escaped parts


def _dots(base: Ground) -> str:
    """Return the centres of communes as one path of dots: thousands of circles would be most of the page."""
    places = {
        (round(x), round(y))
        for x, y in (base.frame.xy(one.at) for one in base.dots)
        if 0 <= x <= WIDE and 0 <= y <= base.frame.height
    }
    drawn = "".join(f"M{x} {y}h0" for x, y in sorted(places))
    few = " few" if len(places) < _FEW else ""
    return f'<path class="dots{few}" d="{drawn}"/>' if drawn else ""


def _scale(window: Frame) -> str:
    """Return how long a round number of metres is, in the lower left corner."""
    metres, long = window.scale_bar()
    written = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
    y = window.height - 6
    line = f'<path class="scale" d="M4 {y - 4}v4h{long}v-4"/>'
    return f'{line}<text class="place" x="{round(long + 10)}" y="{y}">{written}</text>'


class _Box(NamedTuple):
    x: float
    y: float
    drawn: str


def _boxes(base: Ground, spots: Sequence[Spot]) -> list[_Box]:
    """Return the boxes of islands, from the lower right corner upwards; each says how many inspections were there."""
    found = []
    for number, one in enumerate(base.islands):
        x, y = WIDE - _BOX_WIDE - 4, base.frame.height - (number + 1) * (_BOX_HIGH + 4)
        there = sum(
            spot.count
            for spot in spots
            if spot.latitude_e7 is not None
            and spot.longitude_e7 is not None
            and _near((spot.latitude_e7, spot.longitude_e7), one.at)
        )
        name = one.name.removeprefix("Đặc khu ")
        name = f"{name}: {there}" if there else name
        found.append(
            _Box(
                x,
                y,
                f'<rect class="inset" x="{x}" y="{y}" width="{_BOX_WIDE}" height="{_BOX_HIGH}"/>'
                f'<circle class="dot" cx="{x + 14}" cy="{y + 20}" r="3"/>'
                f'<text class="place" x="{x + 24}" y="{y + 24}">{escape(name)}</text>',
            )
        )
    return found


def _names(base: Ground, taken: list[tuple[float, float, float, float]]) -> list[str]:
    """Return names beside their points, each only where it covers nothing; those of the islands at sea always."""
    parts = []
    for name, at in base.labelled:
        x, y = base.frame.xy(at)
        at_sea = name.startswith(AT_SEA)
        lines = name.split(" (", 1) if at_sea else [name]
        wide = _LETTER * max(len(line) + 1 for line in lines)
        right = x + 6 + wide <= WIDE
        left = x + 5 if right else x - 5 - wide
        rect = (left, y - 8, left + wide, y + 5 + _LINE * (len(lines) - 1))
        outside = not 0 <= x <= WIDE or rect[0] < 0 or not 10 < y < base.frame.height - 6
        if outside or (not at_sea and any(_touch(rect, other) for other in taken)):
            continue
        taken.append(rect)
        if at_sea:
            parts.append(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>')
        for number, line in enumerate(lines):
            written = escape(f"({line}" if number else line)
            anchor, edge = ("start", x + 5) if right else ("end", x - 5)
            place = f'x="{edge:.1f}" y="{y + 4 + _LINE * number:.1f}" text-anchor="{anchor}"'
            parts.append(f'<text class="place" {place}>{written}</text>')
    return parts


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
