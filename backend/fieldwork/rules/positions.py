"""Positions of a visit that lie away from the premises, as a page says it in words where the position stands."""

from uuid import UUID

from backend.core import geodesy
from schemas.fieldwork.inspections import InspectionView

FAR_M = 300
"""Beyond the fix's own accuracy. The phone tells its officer from the same distance on (ui/visit/place.tsx); a doubt to
be weighed is told from farther away (backend/core/limits.py, address_m)."""


def far(view: InspectionView) -> dict[UUID, int]:
    """Metres to the address in the decision, of each position far from it; none where that has no coordinates."""
    latitude, longitude = view.decision.latitude_e7, view.decision.longitude_e7
    if latitude is None or longitude is None:
        return {}
    found = {}
    for item in view.places:
        place = item.place
        away = geodesy.distance_m((place.latitude_e7, place.longitude_e7), (latitude, longitude))
        if away > FAR_M + place.accuracy_mm // 1000:
            found[item.id] = away
    return found
