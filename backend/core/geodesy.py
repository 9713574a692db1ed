"""The distance between two positions.

Findings, the map and the comparison share this one rule so that they agree.
"""

import math

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the WGS 84 ellipsoid (IUGG). A sphere errs by 0.6 % at most, far below the
accuracy of any fix."""
MOST_LATITUDE_E7, MOST_LONGITUDE_E7 = 900_000_000, 1_800_000_000
"""A point on Earth lies within these, to both sides, in 1e-7 degree."""

Point = tuple[int, int]
"""Latitude and longitude in 1e-7 degree."""


def distance_m(one: Point, other: Point) -> int:
    """Return the metres between two points along the great circle, rounded down.

    The haversine formula is exact for close points.
    """
    latitude, longitude = (math.radians(part / 1e7) for part in one)
    latitude_2, longitude_2 = (math.radians(part / 1e7) for part in other)
    half = (
        math.sin((latitude - latitude_2) / 2) ** 2
        + math.cos(latitude) * math.cos(latitude_2) * math.sin((longitude - longitude_2) / 2) ** 2
    )
    return math.floor(2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, half))))


def on_earth(point: Point) -> bool:
    """Tell whether there is such a point."""
    return abs(point[0]) <= MOST_LATITUDE_E7 and abs(point[1]) <= MOST_LONGITUDE_E7
