"""Which commune a position is nearest to, by the centres of communes that the citizens' map has (decision 0054).

    found = nearest((210_285_000, 1_058_542_000))      # None where the installation has no table of communes

Provinces are those since 2025-07-01. A centre is not a border: near the edge of a commune the nearest centre may be
its neighbour's.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from admin_ui.shell.files import files
from backend.core.geodesy import Point
from backend.intake.public_form.service import PROVINCES as PROVINCES

_SQUARE = 2_000_000
"""A fifth of a degree, in which centres are looked for; a commune's centre is nearly always within two squares."""
_FARTHEST = 12


class Commune(NamedTuple):
    """A commune, ward or special zone of Vietnam, and its centre (1e-7 degree, WGS 84)."""

    province: str
    """Code of Decision 19/2025/QĐ-TTg, with which the codes of units begin."""
    name: str
    at: Point
    code: str = ""
    """Of Decision 19/2025/QĐ-TTg, five digits; empty where the table was fetched before it had codes."""

    @property
    def label(self) -> str:
        """Name with the province, which tells namesakes apart."""
        return f"{self.name}, {self.province_name}"

    @property
    def province_name(self) -> str:
        """Name of its province."""
        return PROVINCES[self.province]

    @property
    def special(self) -> bool:
        """Tell whether it is a special zone: the islands, Hoàng Sa and Trường Sa among them."""
        return self.name.startswith("Đặc khu")


@cache
def communes() -> tuple[Commune, ...]:
    """Return all communes; none where the table was never fetched."""
    found = {path.name: path for path in files(".json")}
    return tuple(
        Commune(code, name, (round(latitude * 1e7), round(longitude * 1e7)), *own)
        for code in PROVINCES
        if (path := found.get(f"communes-{code}.json")) is not None
        for name, latitude, longitude, *own in json.loads(path.read_bytes())
    )


@cache
def named(province: str | None = None) -> tuple[str, ...]:
    """Return the communes by name with their province, which tells namesakes apart."""
    return tuple(one.label for one in communes() if province is None or one.province == province)


@cache
def by_code() -> Mapping[str, Commune]:
    """Return the communes by their codes."""
    return {one.code: one for one in communes() if one.code}


class OldCommune(NamedTuple):
    """A commune of before 2025-07-01."""

    code: str
    label: str
    """Name, district and province."""
    now: tuple[str, ...]
    """Codes of the communes that have its area today, the one with most of it first."""


@cache
def old_communes() -> Mapping[str, OldCommune]:
    """Return the communes of before 2025-07-01 by code; none where the table was never fetched."""
    path = next((one for one in files(".json") if one.name == "old-communes.json"), None)
    found = json.loads(path.read_bytes()) if path else {}
    return {code: OldCommune(code, label, tuple(now)) for code, (label, now) in found.items()}


@cache
def _squares() -> dict[tuple[int, int], list[Commune]]:
    found: dict[tuple[int, int], list[Commune]] = {}
    for one in communes():
        found.setdefault(_square(one.at), []).append(one)
    return found


def _square(at: Point) -> tuple[int, int]:
    return at[0] // _SQUARE, at[1] // _SQUARE


def nearest(at: Point) -> Commune | None:
    """Return the commune whose centre is nearest; None where none is within some 250 km."""
    for ring in range(_FARTHEST):
        near = list(_within(at, ring))
        if near:
            # One in the next ring may be nearer than one in a corner of this.
            near += _within(at, ring + 1, only_edge=True)
            return min(near, key=lambda one: _apart(one.at, at))
    return None


def _within(at: Point, ring: int, *, only_edge: bool = False) -> Iterator[Commune]:
    row, column = _square(at)
    for across in range(-ring, ring + 1):
        for down in range(-ring, ring + 1):
            if ring in (abs(across), abs(down)) or not only_edge:
                yield from _squares().get((row + across, column + down), ())


def _apart(one: Point, other: Point) -> float:
    """Return a square of a distance, good enough to compare: a degree of longitude is 0.96 of one of latitude here."""
    return (one[0] - other[0]) ** 2 + (0.96 * (one[1] - other[1])) ** 2
