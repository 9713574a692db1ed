"""A still map of where a party is: its mark among the centres of communes, north up. No tiles, no scripts."""

from typing import NamedTuple

from admin_ui.fieldwork.visit_map.map_geometry import Frame, Line
from admin_ui.shell import places
from schemas.parties.acts import Point

WIDE, NARROW, HEIGHT = 600, 340, 320
"""On a phone the narrow one is drawn, so that its names are read and nothing of it lies out of sight."""
_SCALES = (0.1, 0.02, 0.004)
"""Drawing units for a metre: 6, 30 and 150 km across. The first that shows a commune beside the mark is taken."""
_LETTER, _LINE = 6.6, 14
"""About the width of a letter and the height of a line of the names."""
_MOST_NAMES = 12


Box = tuple[float, float, float, float]


class Name(NamedTuple):
    """A commune on the map; its name is empty where another one stands already."""

    x: float
    y: float
    text: str


class Still(NamedTuple):
    """What is drawn; the mark is in the middle."""

    width: int
    x: float
    y: float
    communes: list[Name]
    parallels: list[Line]
    meridians: list[Line]
    scale_metres: int
    scale_length: float


def draw(point: Point, width: int) -> Still:
    """Return the map around a point, so wide."""
    at = (point.latitude_e7, point.longitude_e7)
    for scale in _SCALES:
        frame = Frame(at, scale, width, HEIGHT)
        seen = frame.within(places.communes())
        if seen:
            break
    x, y = frame.xy(at)
    near = sorted(
        (abs(one[0] - x) + abs(one[1] - y), one, name) for one, name in _spots(frame, seen)
    )
    parallels, meridians = frame.graticule()
    metres, length = frame.scale_bar()
    return Still(
        width=width,
        x=x,
        y=y,
        communes=_named([(*spot, name) for _, spot, name in near], (x, y), width),
        parallels=parallels,
        meridians=meridians,
        scale_metres=metres,
        scale_length=length,
    )


def _spots(frame: Frame, seen: list[places.Commune]) -> list[tuple[tuple[float, float], str]]:
    return [(frame.xy(one.at), one.name) for one in seen]


def _named(
    spots: list[tuple[float, float, str]], mark: tuple[float, float], width: int
) -> list[Name]:
    """Return the nearest with their names, as far as these cover neither the mark, what the map has of its own nor each
    other."""
    scale, north = (0, 270, width / 3 + 30, HEIGHT), (width - 50, 0, width, 70)
    taken: list[Box] = [
        (mark[0] - 16, mark[1] - 16, mark[0] + 16, mark[1] + 16),
        scale,
        north,
    ]
    found = []
    for x, y, name in spots:
        box = (x + 5, y - _LINE / 2, x + 9 + _LETTER * len(name), y + _LINE / 2)
        free = (
            len(taken) <= _MOST_NAMES
            and box[2] < width
            and not any(_cross(box, one) for one in taken)
        )
        if free:
            taken.append(box)
        found.append(Name(x, y, name if free else ""))
    return found


def _cross(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
