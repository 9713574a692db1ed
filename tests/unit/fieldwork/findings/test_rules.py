"""What is compared and from where on it is told: vectors, and what holds for any facts."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core import geodesy
from backend.core.geodesy import Point
from backend.core.limits import Limits
from backend.fieldwork.rules import findings as rules
from backend.fieldwork.rules.findings import Fix, PhotoFacts
from schemas.fieldwork.findings import FindingKind

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
"""Midday in Việt Nam."""
HA_NOI: Point = (210_285_110, 1_058_542_300)
SAI_GON: Point = (107_626_220, 1_066_601_720)
LIMITS = Limits()
OFFICER, INSPECTION = uuid4(), uuid4()

points = st.tuples(
    st.integers(-900_000_000, 900_000_000), st.integers(-1_800_000_000, 1_800_000_000)
)
seconds = st.integers(-100_000, 100_000)


def fix(
    point: Point = HA_NOI, after_s: int = 0, accuracy_mm: int = 8_000, **changed: object
) -> Fix:
    """A measured fix, so many seconds after noon, recorded at once."""
    at = NOON + timedelta(seconds=after_s)
    made = Fix(
        inspection_id=INSPECTION,
        act_id=uuid4(),
        photo_id=None,
        officer_id=OFFICER,
        latitude_e7=point[0],
        longitude_e7=point[1],
        accuracy_mm=accuracy_mm,
        source="gnss",
        fixed_at=at,
        made_at=at,
        mocked=False,
    )
    return msgspec.structs.replace(made, **changed)


fixes = st.builds(fix, points, seconds, st.integers(0, 300_000))


def photo(exif: dict[str, object], place: Fix | None = None, way: str = "camera") -> PhotoFacts:
    """A photograph of noon."""
    return PhotoFacts(
        inspection_id=INSPECTION,
        photo_id=uuid4(),
        act_id=uuid4(),
        way=way,
        made_at=NOON,
        fix=place,
        exif=exif,
    )


def kinds(found: list[rules.Found]) -> set[FindingKind]:
    """Which kinds."""
    return {item.kind for item in found}


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        (HA_NOI, HA_NOI, 0),
        (HA_NOI, SAI_GON, 1_144_000),
        ((0, 0), (0, 1_800_000_000), 20_015_114),
        ((900_000_000, 0), (-900_000_000, 700_000_000), 20_015_114),
        ((0, 1_799_999_999), (0, -1_799_999_999), 0),
        ((0, 0), (10_000_000, 0), 111_195),
    ],
)
def test_known_distances(one: Point, other: Point, metres: int) -> None:
    assert geodesy.distance_m(one, other) == pytest.approx(metres, rel=0.005, abs=1)


@given(points, points)
def test_a_way_is_as_long_back_as_forth_and_never_longer_than_half_the_earth(
    one: Point, other: Point
) -> None:
    there = geodesy.distance_m(one, other)
    assert there == geodesy.distance_m(other, one)
    assert 0 <= there <= 20_015_115


@given(points, points, points)
def test_no_detour_is_shorter(one: Point, other: Point, over: Point) -> None:
    straight = geodesy.distance_m(one, other)
    assert straight <= geodesy.distance_m(one, over) + geodesy.distance_m(over, other) + 3


@pytest.mark.parametrize(
    "exif",
    [
        {},
        {"latitude_e7": 0, "longitude_e7": 0},
        {"latitude_e7": SAI_GON[0]},
        {"latitude_e7": None, "longitude_e7": None},
        {"latitude_e7": float("nan"), "longitude_e7": float("nan")},
        {"latitude_e7": "107626220", "longitude_e7": "1066601720"},
        {"latitude_e7": True, "longitude_e7": True},
        {"latitude_e7": 910_000_000, "longitude_e7": 0},
        {"taken_at": "", "gps_time": None},
        {"taken_at": "2026-13-45T99:99:99"},
        {"taken_at": 20261124},
        {"gps_time": "0001-01-01T00:00:60Z"},
    ],
)
def test_what_a_file_does_not_say_is_no_mismatch(exif: dict[str, object]) -> None:
    assert rules.of_photo(photo(exif, fix()), None, LIMITS) == []


def test_a_position_in_the_file_needs_one_of_the_phone_to_differ_from() -> None:
    elsewhere = {"latitude_e7": SAI_GON[0], "longitude_e7": SAI_GON[1]}
    assert rules.of_photo(photo(elsewhere), None, LIMITS) == []
    assert kinds(rules.of_photo(photo(elsewhere, fix()), None, LIMITS)) == {
        FindingKind.EXIF_PLACE_FAR
    }


@pytest.mark.parametrize(
    ("written", "offset_s", "assumed"),
    [
        ({"taken_at": "2026-11-24T12:00:00"}, None, None),
        ({"taken_at": "2026-11-24T12:10:00"}, None, None),
        ({"taken_at": "2026-11-24T12:10:01"}, 601, 1),
        ({"taken_at": "2026-11-24T05:00:00"}, -7 * 3600, 1),
        ({"taken_at": "2026-11-24T05:00:00+00:00"}, None, None),
        ({"taken_at": "2026-11-24T12:00:00+00:00"}, 7 * 3600, 0),
        ({"gps_time": "2026-11-24T05:00:00Z"}, None, None),
        ({"gps_time": "2026-11-24T03:00:00Z"}, -7200, 0),
        ({"taken_at": "2026-11-24T12:00:00", "gps_time": "2026-11-24T03:00:00Z"}, -7200, 0),
    ],
)
def test_a_cameras_clock_is_read_as_vietnams_and_the_satellites_as_utc(
    written: dict[str, object], offset_s: int | None, assumed: int | None
) -> None:
    numbers = rules.exif_time(photo(written), LIMITS)
    assert (numbers or {}).get("offset_s") == offset_s
    assert (numbers or {}).get("zone_assumed") == assumed


def test_a_file_is_told_of_and_the_camera_is_not() -> None:
    assert kinds(rules.of_photo(photo({}, way="file"), None, LIMITS)) == {FindingKind.FROM_GALLERY}
    assert rules.of_photo(photo({}), None, LIMITS) == []


def test_a_statement_on_a_map_is_neither_old_nor_coarse_nor_fast() -> None:
    stated = fix(SAI_GON, 0, 5_000_000, source="manual", made_at=NOON + timedelta(hours=1))
    assert rules.of_fix(stated, None, LIMITS) == []
    assert rules.too_fast([fix(), stated, fix(after_s=60)], LIMITS) == []


@given(fixes, points)
def test_an_address_without_coordinates_is_no_mismatch_and_accuracy_is_taken_off(
    place: Fix, address: Point
) -> None:
    assert FindingKind.FAR_FROM_ADDRESS not in kinds(rules.of_fix(place, None, LIMITS))
    told = FindingKind.FAR_FROM_ADDRESS in kinds(rules.of_fix(place, address, LIMITS))
    assert told == (geodesy.distance_m(address, place.point) > LIMITS.address_m + place.accuracy_m)


@given(st.lists(fixes, max_size=12))
def test_the_order_in_which_positions_came_does_not_matter(given_fixes: list[Fix]) -> None:
    told = rules.too_fast(given_fixes, LIMITS)
    assert rules.too_fast(list(reversed(given_fixes)), LIMITS) == told
    for one, other, numbers in told:
        assert one.fixed_at <= other.fixed_at
        assert numbers["speed_kmh"] >= LIMITS.speed_kmh
        assert numbers["distance_m"] > LIMITS.speed_least_m


def test_a_car_is_not_too_fast_and_a_plane_is() -> None:
    hour = fix((HA_NOI[0] - 9_000_000, HA_NOI[1]), 3600)  # 100 km
    assert rules.too_fast([fix(), hour], LIMITS) == []
    [(_, _, numbers)] = rules.too_fast([fix(), fix(SAI_GON, 2 * 3600)], LIMITS)
    assert 550 < numbers["speed_kmh"] < 580
    jump = fix((HA_NOI[0] + 80_000, HA_NOI[1]), 0)  # 900 m at once: a house in between
    assert rules.too_fast([fix(), jump], LIMITS) == []


def test_both_inspections_of_an_impossible_way_get_their_finding() -> None:
    elsewhere = uuid4()
    there = fix(SAI_GON, 600, inspection_id=elsewhere, photo_id=uuid4())
    found = rules.too_fast_for(INSPECTION, [fix(), there], LIMITS)
    assert {item.inspection_id for item in found} == {INSPECTION, elsewhere}
    mine = next(item for item in found if item.inspection_id == INSPECTION)
    assert (mine.other_inspection_id, mine.other_photo_id) == (elsewhere, there.photo_id)
    assert rules.too_fast_for(uuid4(), [fix(), there], LIMITS) == []


@pytest.mark.parametrize(
    ("accuracies", "told"),
    [([5_000] * 10, True), ([5_000] * 9, False), ([5_000] * 9 + [5_001], False), ([0] * 12, True)],
)
def test_accuracy_that_never_changes(accuracies: list[int], told: bool) -> None:
    measured = [fix(after_s=n, accuracy_mm=mm) for n, mm in enumerate(accuracies)]
    assert bool(rules.constant_accuracy(measured, LIMITS)) is told


def test_one_measurement_in_many_acts_is_one() -> None:
    once = fix(accuracy_mm=5_000)
    same = [msgspec.structs.replace(once, act_id=uuid4()) for _ in range(20)]
    assert rules.constant_accuracy(same, LIMITS) == []


_RAISED = (
    "exif_place_m",
    "exif_time_s",
    "speed_kmh",
    "speed_least_m",
    "address_m",
    "fix_age_s",
    "fix_accuracy_m",
)


@given(
    st.lists(fixes, max_size=8),
    points,
    st.sampled_from(_RAISED),
    st.integers(1, 10_000),
    st.integers(0, 10_000),
)
def test_a_higher_limit_never_tells_more(
    given_fixes: list[Fix], address: Point, name: str, low: int, more: int
) -> None:
    def told(limit: int) -> set[tuple[FindingKind, UUID]]:
        limits = msgspec.structs.replace(LIMITS, **{name: limit})
        found = [item for place in given_fixes for item in rules.of_fix(place, address, limits)]
        written = {
            "latitude_e7": address[0],
            "longitude_e7": address[1],
            "taken_at": "2026-11-24T11:00:00",
        }
        pictures = [photo(written, place) for place in given_fixes[:1]]
        found += [item for picture in pictures for item in rules.of_photo(picture, None, limits)]
        if (
            name != "fix_accuracy_m"
        ):  # a wider fix that counts may lie between two that were far apart
            found += rules.too_fast_for(INSPECTION, given_fixes, limits)
        return {(item.kind, item.act_id if item.photo_id is None else INSPECTION) for item in found}  # type: ignore[misc]

    assert told(low + more) <= told(low)
