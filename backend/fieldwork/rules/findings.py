"""Computes findings from facts: what is compared, and from which limit on it is a finding. Pure.

A missing fact never makes a finding: a phone may strip EXIF, a platform may not report mocked
positions, an address may lack coordinates. Distances are great-circle distances (haversine), less
the accuracy radius that the fixes claim.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import msgspec

from backend.core import local_time
from backend.core.geodesy import Point, distance_m
from backend.core.limits import Limits
from schemas.fieldwork.findings import FindingKind
from schemas.fieldwork.words import PhotoWay, PlaceSource

"""A camera's time without an offset is read as UTC+7, without daylight saving (SINCE_1975)."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One finding to store. `subject_id` is the photograph, act, device or officer it is about."""

    kind: FindingKind
    inspection_id: UUID
    subject_id: UUID
    photo_id: UUID | None = None
    act_id: UUID | None = None
    other_id: UUID | None = None
    other_inspection_id: UUID | None = None
    other_photo_id: UUID | None = None
    numbers: dict[str, int]


class Fix(msgspec.Struct, frozen=True, kw_only=True):
    """A position that an act carries, with its inspection, act, photograph and officer."""

    inspection_id: UUID
    act_id: UUID
    photo_id: UUID | None
    officer_id: UUID
    latitude_e7: int
    longitude_e7: int
    accuracy_mm: int
    source: str
    fixed_at: datetime
    made_at: datetime
    mocked: bool | None

    @property
    def point(self) -> Point:
        """Latitude and longitude in 1e-7 degrees."""
        return (self.latitude_e7, self.longitude_e7)

    @property
    def measured(self) -> bool:
        """Whether a sensor measured it: not set by hand, and not reported as mocked."""
        return self.source != PlaceSource.MANUAL and not self.mocked

    @property
    def accuracy_m(self) -> int:
        """Radius of the claimed uncertainty, rounded up."""
        return -(-self.accuracy_mm // 1000)

    @property
    def subject_id(self) -> UUID:
        """The photograph, or else the act."""
        return self.photo_id or self.act_id


class PhotoFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a photograph. `exif` is what the camera wrote; empty if there is none."""

    inspection_id: UUID
    photo_id: UUID
    act_id: UUID
    way: str
    made_at: datetime
    fix: Fix | None
    exif: dict[str, Any]


def of_photo(photo: PhotoFacts, address: Point | None, limits: Limits) -> list[Found]:
    """Return the findings about a photograph alone, and about its position and the address."""
    found = []
    if photo.way == PhotoWay.FILE:
        found.append(_of_photo(photo, FindingKind.FROM_GALLERY, {}))
    if numbers := exif_place(photo, limits):
        found.append(_of_photo(photo, FindingKind.EXIF_PLACE_FAR, numbers))
    if numbers := exif_time(photo, limits):
        found.append(_of_photo(photo, FindingKind.EXIF_TIME_FAR, numbers))
    if photo.fix is not None:
        found.extend(of_fix(photo.fix, address, limits))
    return found


def _of_photo(photo: PhotoFacts, kind: FindingKind, numbers: dict[str, int]) -> Found:
    return Found(
        kind=kind,
        inspection_id=photo.inspection_id,
        subject_id=photo.photo_id,
        photo_id=photo.photo_id,
        act_id=photo.act_id,
        numbers=numbers,
    )


def exif_place(photo: PhotoFacts, limits: Limits) -> dict[str, int] | None:
    """Compare the camera's position with the phone's; return the numbers if they are too far apart.

    Platforms that strip the position leave zeros or nothing. That is no mismatch.
    """
    written = exif_point(photo.exif)
    if written is None or photo.fix is None:
        return None
    return _far(written, photo.fix, limits.exif_place_m)


def exif_point(exif: dict[str, Any]) -> Point | None:
    """Return the position in EXIF, or None. It must be integers in range, and not (0, 0)."""
    latitude, longitude = exif.get("latitude_e7"), exif.get("longitude_e7")
    if type(latitude) is not int or type(longitude) is not int:
        return None
    if (latitude, longitude) == (0, 0) or abs(latitude) > 900_000_000:
        return None
    return (latitude, longitude) if abs(longitude) <= 1_800_000_000 else None


def _far(point: Point, fix: Fix, limit_m: int) -> dict[str, int] | None:
    distance = distance_m(point, fix.point)
    if distance - fix.accuracy_m <= limit_m:
        return None
    return {"distance_m": distance, "accuracy_m": fix.accuracy_m, "limit_m": limit_m}


def exif_time(photo: PhotoFacts, limits: Limits) -> dict[str, int] | None:
    """Compare the camera's clock and the satellites' time with the phone's clock.

    If the larger difference exceeds the limit, return its numbers. A camera's time without an
    offset is read as Vietnam time, and the finding says so (`zone_assumed`).
    """
    differences = []
    for key in ("taken_at", "gps_time"):
        moment, assumed = exif_moment(photo.exif.get(key))
        if moment is not None:
            offset = _seconds(moment - photo.made_at)
            differences.append((abs(offset), offset, assumed, key == "gps_time"))
    if not differences or max(differences)[0] <= limits.exif_time_s:
        return None
    _, offset, assumed, satellites = max(differences)
    return {
        "offset_s": offset,
        "limit_s": limits.exif_time_s,
        "zone_assumed": int(assumed),
        "satellites": int(satellites),
    }


def exif_moment(text: Any) -> tuple[datetime | None, bool]:
    """Return a time that a camera wrote (None if unreadable), and whether its offset is assumed."""
    if not isinstance(text, str):
        return None, False
    try:
        moment = datetime.fromisoformat(text)
        assumed = moment.tzinfo is None
        if assumed:
            moment = moment.replace(tzinfo=local_time.SINCE_1975)
        return moment.astimezone(UTC), assumed
    except (ValueError, OverflowError):
        return None, False


def of_fix(fix: Fix, address: Point | None, limits: Limits) -> list[Found]:
    """Return the findings about one position alone, and about its distance from the address."""
    told: list[tuple[FindingKind, dict[str, int]]] = []
    if fix.mocked:
        told.append((FindingKind.PLACE_MOCKED, {}))
    age = _seconds(fix.made_at - fix.fixed_at)
    if fix.source != PlaceSource.MANUAL and age > limits.fix_age_s:
        told.append((FindingKind.FIX_OLD, {"age_s": age, "limit_s": limits.fix_age_s}))
    if fix.source != PlaceSource.MANUAL and fix.accuracy_m > limits.fix_accuracy_m:
        numbers = {"accuracy_m": fix.accuracy_m, "limit_m": limits.fix_accuracy_m}
        told.append((FindingKind.FIX_COARSE, numbers))
    if address is not None and (far := _far(address, fix, limits.address_m)):
        told.append((FindingKind.FAR_FROM_ADDRESS, far))
    return [_of_fix(fix, kind, numbers) for kind, numbers in told]


def _of_fix(fix: Fix, kind: FindingKind, numbers: dict[str, int], **other: Any) -> Found:
    return Found(
        kind=kind,
        inspection_id=fix.inspection_id,
        subject_id=fix.subject_id,
        photo_id=fix.photo_id,
        act_id=fix.act_id,
        numbers=numbers,
        **other,
    )


def too_fast(fixes: Iterable[Fix], limits: Limits) -> list[tuple[Fix, Fix, dict[str, int]]]:
    """Return pairs of successive positions of one officer that imply too high a speed.

    Coarse fixes are left out, because their accuracy could explain any distance. Both accuracies
    are subtracted from the distance. Positions of the same second count as one second apart.
    """
    good = sorted(
        (fix for fix in fixes if fix.measured and fix.accuracy_m <= limits.fix_accuracy_m),
        key=lambda fix: (fix.fixed_at, fix.made_at, fix.act_id),
    )
    pairs = []
    for one, other in pairwise(good):
        distance = distance_m(one.point, other.point)
        least = distance - one.accuracy_m - other.accuracy_m
        apart = max(_seconds(other.fixed_at - one.fixed_at), 1)
        # least [m] / apart [s] > speed [km/h], in whole numbers: 3.6 km/h are one metre a second
        if least > limits.speed_least_m and least * 36 > limits.speed_kmh * apart * 10:
            numbers = {
                "distance_m": distance,
                "apart_s": apart,
                "speed_kmh": least * 36 // (apart * 10),
                "limit_kmh": limits.speed_kmh,
            }
            pairs.append((one, other, numbers))
    return pairs


def too_fast_for(inspection_id: UUID, fixes: Iterable[Fix], limits: Limits) -> list[Found]:
    """Return findings for the pairs of one officer that involve this inspection.

    If the two positions belong to different inspections, each inspection gets a finding.
    """
    found = []
    for one, other, numbers in too_fast(fixes, limits):
        if inspection_id not in (one.inspection_id, other.inspection_id):
            continue
        found.append(_beside(other, one, numbers))
        if one.inspection_id != other.inspection_id:
            found.append(_beside(one, other, numbers))
    return found


def _beside(fix: Fix, other: Fix, numbers: dict[str, int]) -> Found:
    return _of_fix(
        fix,
        FindingKind.TOO_FAST,
        numbers,
        other_id=other.subject_id,
        other_inspection_id=other.inspection_id,
        other_photo_id=other.photo_id,
    )


def constant_accuracy(fixes: Iterable[Fix], limits: Limits) -> list[Found]:
    """Return a finding for each officer whose measurements all claim exactly the same accuracy.

    `fixes` are of one inspection. A fix that several acts carry is one measurement: it has the same
    `fixed_at`.
    """
    by_officer: dict[UUID, dict[datetime, Fix]] = {}
    for fix in fixes:
        if fix.measured:
            by_officer.setdefault(fix.officer_id, {})[fix.fixed_at] = fix
    found = []
    for officer_id, measured in by_officer.items():
        last = measured[max(measured)]
        if len(measured) < limits.constant_fixes:
            continue
        if len({fix.accuracy_mm for fix in measured.values()}) == 1:
            found.append(
                Found(
                    kind=FindingKind.ACCURACY_CONSTANT,
                    inspection_id=last.inspection_id,
                    subject_id=officer_id,
                    act_id=last.act_id,
                    numbers={"accuracy_mm": last.accuracy_mm, "fixes": len(measured)},
                )
            )
    return found


def _seconds(length: timedelta) -> int:
    """Whole seconds, rounded towards zero."""
    return int(length.total_seconds())
