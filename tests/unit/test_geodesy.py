"""How far apart two positions are."""

import math

from hypothesis import given
from hypothesis import strategies as st

from backend.core.geodesy import EARTH_RADIUS_M, Point, distance_m

points = st.tuples(
    st.integers(-900_000_000, 900_000_000), st.integers(-1_800_000_000, 1_800_000_000)
)


@given(points, points)
def test_it_is_as_far_there_as_back_and_never_beyond_the_other_side_of_the_earth(
    one: Point, other: Point
) -> None:
    there = distance_m(one, other)
    assert there == distance_m(other, one)
    assert 0 <= there <= math.pi * EARTH_RADIUS_M + 1
    assert distance_m(one, one) == 0


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert (
        111_000 < distance_m((210_000_000, 1_058_000_000), (220_000_000, 1_058_000_000)) < 111_300
    )


def test_hanoi_to_da_nang_is_some_six_hundred_kilometres() -> None:
    far = distance_m((210_285_110, 1_058_542_300), (160_678_000, 1_082_208_000))
    assert 600_000 < far < 620_000
