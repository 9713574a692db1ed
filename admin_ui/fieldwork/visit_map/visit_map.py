"""What the map and the time line of a visit show, computed from its acts.

Drawing and list show the same facts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from admin_ui.fieldwork.visit_map import map_geometry, time_axis, time_labels
from admin_ui.shell import places
from backend.core import geodesy
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.acts import Place
from schemas.fieldwork.visits import VisitAct, VisitView

MAP_WIDTH, MAP_HEIGHT = 600, 480
MARK_APART = 34.0
PIN_HEAD = 22.0
"""How far the head of the address pin is above its point."""
TIME_WIDTH, TIME_WIDTH_ON_PHONES = 960, 356
TIME_MARGIN = 16
LANE_HEIGHT = 136
_DRAWN_FROM = timedelta(minutes=1)

SHAPES = ("circle", "square", "diamond", "triangle", "hexagon")
"""Officers differ by shape as well as by colour: one man in twelve has a colour vision deficiency."""


@dataclass(frozen=True)
class Officer:
    """An officer who made acts on a phone, and how their marks look."""

    id: UUID
    name: str
    colour: int
    """1 to 5, for a class of the style sheet."""
    shape: str


@dataclass(frozen=True)
class Fix:
    """A numbered mark: an act that records where it was made."""

    number: int
    act: VisitAct
    place: Place
    officer: Officer
    distance_m: int | None
    """From the address that the decision names; None if that has no coordinates."""
    near: str
    """The commune whose centre is nearest; empty if none is known."""
    x: float
    y: float
    label_x: float
    label_y: float
    radius: float


@dataclass(frozen=True)
class Track:
    """The path of one officer, in the order of their phone's clock."""

    officer: Officer
    points: str


@dataclass(frozen=True)
class Map:
    """A still map. The browser's map is drawn from the same marks."""

    fixes: list[Fix]
    tracks: list[Track]
    address: tuple[float, float] | None
    parallels: list[map_geometry.Line]
    meridians: list[map_geometry.Line]
    scale_metres: int
    scale_length: float


@dataclass(frozen=True)
class Moment:
    """An act on the time line."""

    act: VisitAct
    made_x: float
    received_x: float
    delay: timedelta
    """Time received minus time made; negative if the phone's clock is ahead."""

    @property
    def late(self) -> bool:
        """Tell whether the act waited on the phone."""
        return inspections.visits.waited(self.delay)

    @property
    def ahead(self) -> bool:
        """Tell whether the phone's clock puts the making of the act after its arrival."""
        return inspections.visits.ahead(self.delay)


@dataclass(frozen=True)
class Offline:
    """A period from the first act that waited on a phone until the last of them arrived."""

    begins: datetime
    ends: datetime
    count: int
    left: float
    right: float


@dataclass(frozen=True)
class Lane:
    """One officer's acts on the time line."""

    officer: Officer
    top: int
    moments: list[Moment]
    offline: list[Offline]
    made: list[time_labels.Label]
    received: list[time_labels.Label]


@dataclass(frozen=True)
class Times:
    """The time line."""

    lanes: list[Lane]
    ticks: list[time_axis.Tick]
    breaks: list[tuple[float, timedelta]]
    width: int
    height: int
    drawn: bool
    """Whether a drawing tells more than its table: not where all was made and received within a minute."""


def officers(view: VisitView) -> list[Officer]:
    """Return everybody who made acts on a phone, in the order of their first act."""
    names = {act.officer_id: act.officer_name for act in view.acts}
    return [
        Officer(
            id=officer_id,
            name=name,
            colour=number % len(SHAPES) + 1,
            # After five officers the shapes move on by one, so that no two of the first 25 look
            # alike.
            shape=SHAPES[(number + number // len(SHAPES)) % len(SHAPES)],
        )
        for number, (officer_id, name) in enumerate(names.items())
    ]


def draw(view: VisitView) -> Map | None:
    """Lay the visit out as a map; None if neither an act nor the address has a position."""
    who = {officer.id: officer for officer in officers(view)}
    placed = sorted(
        ((act, act.place) for act in view.acts if act.place is not None),
        key=lambda pair: (pair[0].made_at, pair[0].number),
    )
    address = _address(view)
    points = [(_point(place), place.accuracy_mm / 1000) for _act, place in placed]
    if address:
        points.append((address, 0.0))
    if not points:
        return None
    frame = map_geometry.frame(points, MAP_WIDTH, MAP_HEIGHT)
    spots = [frame.xy(_point(place)) for _act, place in placed]
    pin = frame.xy(address) if address else None
    head = [(pin[0], pin[1] - PIN_HEAD)] if pin else []
    labels = map_geometry.spread(spots, MARK_APART, MAP_WIDTH, MAP_HEIGHT, head)
    fixes = [
        Fix(
            number=number,
            act=act,
            place=place,
            officer=who[act.officer_id],
            distance_m=geodesy.distance_m(_point(place), address) if address else None,
            near=_near(_point(place)),
            x=x,
            y=y,
            label_x=label_x,
            label_y=label_y,
            radius=round(place.accuracy_mm / 1000 * frame.scale, 1),
        )
        for number, ((act, place), (x, y), (label_x, label_y)) in enumerate(
            zip(placed, spots, labels, strict=True), start=1
        )
    ]
    parallels, meridians = frame.graticule()
    metres, length = frame.scale_bar()
    return Map(
        fixes=fixes,
        tracks=_tracks(who.values(), fixes),
        address=pin,
        parallels=parallels,
        meridians=meridians,
        scale_metres=metres,
        scale_length=length,
    )


def _address(view: VisitView) -> geodesy.Point | None:
    if view.latitude_e7 is None or view.longitude_e7 is None:
        return None
    return (view.latitude_e7, view.longitude_e7)


def near(view: VisitView) -> str:
    """Return the commune whose centre is nearest to the place that the decision names; empty if none is known."""
    address = _address(view)
    return _near(address) if address else ""


def _near(point: geodesy.Point) -> str:
    found = places.nearest(point)
    return f"{found.name}, {found.province_name}" if found else ""


def _point(place: Place) -> geodesy.Point:
    return (place.latitude_e7, place.longitude_e7)


def _tracks(who: Iterable[Officer], fixes: list[Fix]) -> list[Track]:
    """Join each officer's fixes to a path; quarantined acts are left out of it."""
    tracks = []
    for officer in who:
        own = [fix for fix in fixes if fix.officer == officer and not fix.act.held]
        if len(own) > 1:
            tracks.append(Track(officer, " ".join(f"{fix.x},{fix.y}" for fix in own)))
    return tracks


def times(view: VisitView, width: int = TIME_WIDTH) -> Times | None:
    """Lay the visit out in time, with a lane for each officer; None if no phone has sent anything yet.

    A phone gets a drawing of its own width: the wide one would be cut there, or its words too small to read.
    """
    if not view.acts:
        return None
    moments = [moment for act in view.acts for moment in (act.made_at, act.received_at)]
    axis = time_axis.axis(moments, TIME_MARGIN, width - TIME_MARGIN)
    lanes = []
    for number, officer in enumerate(officers(view)):
        own = sorted(
            (act for act in view.acts if act.officer_id == officer.id),
            key=lambda act: (act.made_at, act.number),
        )
        marks = [
            Moment(
                act=act,
                made_x=axis.x(act.made_at),
                received_x=axis.x(act.received_at),
                delay=act.received_at - act.made_at,
            )
            for act in own
        ]
        lanes.append(
            Lane(
                officer,
                number * LANE_HEIGHT,
                marks,
                offline(marks, axis),
                time_labels.labels(((one.act.made_at, one.made_x) for one in marks), 0, width),
                time_labels.labels(
                    ((one.act.received_at, one.received_x) for one in marks), 0, width
                ),
            )
        )
    drawn = max(moments) - min(moments) > _DRAWN_FROM
    return Times(lanes, axis.ticks, axis.breaks, width, len(lanes) * LANE_HEIGHT, drawn)


def offline(moments: Sequence[Moment], axis: time_axis.Axis) -> list[Offline]:
    """Merge overlapping waits of late acts into the periods in which an officer worked offline."""
    found: list[Offline] = []
    for moment in moments:
        if not moment.late:
            continue
        begins, ends, count = moment.act.made_at, moment.act.received_at, 1
        if found and begins <= found[-1].ends:
            last = found.pop()
            begins, ends, count = last.begins, max(last.ends, ends), last.count + 1
        found.append(Offline(begins, ends, count, axis.x(begins), axis.x(ends)))
    return found
