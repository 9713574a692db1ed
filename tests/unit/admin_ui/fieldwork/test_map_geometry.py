"""The still map is true to scale, holds everything, and covers nothing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from admin_ui.fieldwork.visit_map import map_geometry as geometry
from backend.core import geodesy

HANOI = (210285110, 1058542300)
WIDTH, HEIGHT = 600, 480

points = some.tuples(
    some.integers(80_000_000, 235_000_000), some.integers(1_020_000_000, 1_120_000_000)
)
anywhere = some.tuples(
    some.integers(-900_000_000, 900_000_000), some.integers(-1_800_000_000, 1_800_000_000)
)
nearby = some.builds(
    lambda north, east: (HANOI[0] + north, HANOI[1] + east),
    some.integers(-20_000, 20_000),
    some.integers(-20_000, 20_000),
)


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert geodesy.distance_m((210000000, 1058000000), (220000000, 1058000000)) == 111195


def test_a_degree_of_longitude_is_shorter_in_the_north() -> None:
    in_hanoi = geodesy.distance_m((210000000, 1050000000), (210000000, 1060000000))
    in_ca_mau = geodesy.distance_m((90000000, 1050000000), (90000000, 1060000000))
    assert in_hanoi < in_ca_mau < 111195


@given(points, points)
def test_distance_is_the_same_in_both_directions(
    one: geometry.Point, other: geometry.Point
) -> None:
    assert geodesy.distance_m(one, other) == geodesy.distance_m(other, one)
    assert geodesy.distance_m(one, one) == 0


@given(some.lists(some.tuples(anywhere, some.floats(0, 100_000)), min_size=1, max_size=20))
def test_every_point_is_inside_the_drawing(marks: list[tuple[geometry.Point, float]]) -> None:
    frame = geometry.frame(marks, WIDTH, HEIGHT)
    for point, _accuracy in marks:
        x, y = frame.xy(point)
        assert -0.1 <= x <= WIDTH + 0.1
        assert -0.1 <= y <= HEIGHT + 0.1


@given(nearby, nearby)
def test_the_drawing_is_true_to_scale(one: geometry.Point, other: geometry.Point) -> None:
    """Within a visit's few kilometres: what is measured in the drawing is the distance."""
    frame = geometry.frame([(one, 5.0), (other, 5.0)], WIDTH, HEIGHT)
    drawn = math.dist(frame.xy(one), frame.xy(other)) / frame.scale
    assert drawn == pytest.approx(geodesy.distance_m(one, other), rel=0.001, abs=1.5)


@given(some.lists(some.tuples(nearby, some.floats(0, 500)), min_size=1, max_size=10))
def test_north_is_up_and_east_is_right(marks: list[tuple[geometry.Point, float]]) -> None:
    frame = geometry.frame(marks, WIDTH, HEIGHT)
    x, y = frame.xy(HANOI)
    assert frame.xy((HANOI[0] + 100_000, HANOI[1]))[1] < y
    assert frame.xy((HANOI[0], HANOI[1] + 100_000))[0] > x


@given(some.lists(some.tuples(anywhere, some.floats(0, 100_000)), min_size=1, max_size=10))
def test_scale_bar_and_graticule_suit_any_span(marks: list[tuple[geometry.Point, float]]) -> None:
    frame = geometry.frame(marks, WIDTH, HEIGHT)
    metres, length = frame.scale_bar()
    assert metres >= 1
    assert 0 < length <= WIDTH / 3 + 0.1
    assert length == pytest.approx(metres * frame.scale, abs=0.1)
    parallels, meridians = frame.graticule()
    assert len(parallels) <= HEIGHT / 80
    assert len(meridians) <= WIDTH / 0.8


def test_a_coarse_fix_does_not_shrink_the_others_to_a_dot() -> None:
    near = (HANOI[0] + 3_000, HANOI[1])
    frame = geometry.frame([(HANOI, 2_000.0), (near, 5.0)], WIDTH, HEIGHT)
    assert math.dist(frame.xy(HANOI), frame.xy(near)) > 60


def test_without_a_point_there_is_no_map() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        geometry.frame([], WIDTH, HEIGHT)


@given(some.lists(some.tuples(some.floats(60, 540), some.floats(60, 420)), max_size=25))
def test_no_mark_covers_another(places: list[tuple[float, float]]) -> None:
    spots = geometry.spread(places, 34, WIDTH, HEIGHT)
    assert len(spots) == len(places)
    for number, one in enumerate(spots):
        for other in spots[:number]:
            assert math.dist(one, other) > 30


def test_a_mark_with_room_about_it_stays_where_it_belongs() -> None:
    places = [(100.0, 100.0), (300.0, 300.0)]
    assert geometry.spread(places, 34, WIDTH, HEIGHT) == places


def test_a_mark_makes_way_for_the_address() -> None:
    [moved] = geometry.spread([(100.0, 100.0)], 34, WIDTH, HEIGHT, [(100.0, 90.0)])
    assert math.dist(moved, (100, 90)) > 30


@pytest.mark.parametrize(
    ("step", "written"), [(1000, "21.0285°"), (100, "21.02850°"), (10_000_000, "21°")]
)
def test_the_graticule_names_as_many_decimals_as_its_step(step: int, written: str) -> None:
    value = 210_285_000 if step < 10_000_000 else 210_000_000
    assert geometry.degrees(value, step) == written
