"""To which part of a unit that is split each open case goes. Pure.

Who takes over an area takes over the cases of acts in it (Law on Handling Administrative Violations Art 53.2 as amended
by Law 88/2025). The commune is read from the addresses that the case has, in this order: where the act happened, as the
violation minutes say it; where the minutes were drawn up, if at the scene; where was inspected; the party's place of
business in the register. An address of before July 2025 names none. Where
none names a commune of today, the case goes with the officer who leads it.
"""

import re
from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from backend.parties.rules.import_places import Places
from schemas.force.restructuring_acts import UnitSplit

Why = Literal["corrected", "area", "other_area", "officer", "rest"]
_COMMUNE = re.compile(r"\A\s*(phường|xã|đặc khu|p\.|x\.)\s*(\S.*)", re.IGNORECASE)
_WHOLE = {"p.": "phường", "x.": "xã"}

_FORMER = re.compile(
    r"\A\s*(?:(?:quận|huyện|thị xã|thị trấn|thành phố|tỉnh)\s|(?:q|h|tx|tt)\.|tp\b)", re.IGNORECASE
)
"""A district, a town in a province, a province of before: a commune beside it is one of before July 2025, another than
the one of today that has its name."""


def commune_of(addresses: Iterable[str | None], places: Places) -> str | None:
    """Return the code of the commune that the first of these addresses names clearly, or None."""
    for address in addresses:
        found = _named(address, places) if address else None
        if found is not None:
            return found
    return None


def _named(address: str, places: Places) -> str | None:
    """Return the commune of one address: before its province, or by itself if the country has one of this name."""
    parts = [one.strip(" .") for one in re.split(r"[,;]| - ", address) if one.strip(" .")]
    for place in reversed(range(len(parts))):
        province = places.province(parts[place])
        if province is None:
            continue
        if any(_FORMER.match(one) for one in parts[:place]):
            return None
        for one in reversed(parts[:place]):
            if found := _commune(province, one, places):
                return found
        return None
    if any(_FORMER.match(one) for one in parts):
        return None
    for one in reversed(parts):
        if found := _commune(None, one, places):
            return found
    return None


def _commune(province: str | None, part: str, places: Places) -> str | None:
    """Return the commune of this kind and name, or None: a ward is no commune of the same name."""
    said = _COMMUNE.match(part)
    if said is None:
        return None
    kind = said[1].lower()
    found = places.named(province, f"{_WHOLE.get(kind, kind)} {said[2]}")
    return next(iter(found)) if len(found) == 1 else None


def goes_to(
    change: UnitSplit, *, case_id: UUID, lead_id: UUID, commune: str | None
) -> tuple[UUID, Why]:
    """Return the part to which a case goes, and why: by the ask, by its place, by its officer."""
    corrected = {one.id: one.part_id for one in change.cases}
    if case_id in corrected:
        return corrected[case_id], "corrected"
    areas = {one.code: one.part_id for one in change.areas}
    if areas and commune is not None:
        part = areas.get(commune)
        return (part, "area") if part else (change.rest_id, "other_area")
    officers = {one.id: one.part_id for one in change.officers}
    part = officers.get(lead_id)
    return (part, "officer") if part else (change.rest_id, "rest")
