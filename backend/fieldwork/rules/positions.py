"""Positions of a visit that are far from the premises. Pages say so next to the position."""

from uuid import UUID

from backend.core import geodesy
from schemas.fieldwork.inspections import InspectionView

FAR_M = 300
"""Metres, beyond the fix's own accuracy. The phone warns its officer from the same distance on
(ui/visit/place.tsx). A finding needs a larger distance (backend/core/limits.py, address_m)."""


def far(view: InspectionView) -> dict[UUID, int]:
    """Return the metres to the decision's address, for each position that is far from it.

    Empty if the address has no coordinates.
    """
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
