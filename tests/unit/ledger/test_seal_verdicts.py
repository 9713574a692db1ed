"""What is said of a phone's clock and position, from the act and its receipt alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core import anchors, clock, keys
from backend.ledger.rules import ledger as rules
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.words import PhotoWay, PlaceSource
from schemas.ledger import acts

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("made", "anchored", "anchor", "answer"),
    [
        (NOON - MINUTE, NOON - 60 * MINUTE, "a.b", "ok"),
        (NOON, NOON, "a.b", "ok"),
        (NOON - 61 * MINUTE, NOON - 60 * MINUTE, "a.b", "ok"),  # within the tolerance
        (NOON - 63 * MINUTE, NOON - 60 * MINUTE, "a.b", "before_anchor"),
        (NOON + 3 * MINUTE, NOON - 60 * MINUTE, "a.b", "after_receipt"),
        (NOON + 3 * MINUTE, None, None, "after_receipt"),
        (NOON - 9999 * MINUTE, None, None, "no_anchor"),
        (NOON - MINUTE, None, "forged", "anchor_invalid"),
    ],
)
def test_a_clock_is_judged_by_the_anchor_before_and_the_receipt_after(
    made: datetime, anchored: datetime | None, anchor: str | None, answer: str
) -> None:
    said = rules.time_verdict(made_at=made, received_at=NOON, anchor=anchor, anchored_at=anchored)
    assert said == answer


@given(st.integers(-(10**7), 10**7), st.integers(0, 10**7))
def test_a_clock_outside_both_bounds_by_more_than_the_tolerance_is_never_called_good(
    offset_s: int, offline_s: int
) -> None:
    anchored = NOON - timedelta(seconds=offline_s)
    made = NOON + timedelta(seconds=offset_s)
    said = rules.time_verdict(made_at=made, received_at=NOON, anchor="a.b", anchored_at=anchored)
    tolerance = rules.CLOCK_TOLERANCE
    assert (said == "ok") == (anchored - tolerance <= made <= NOON + tolerance)


def place(**changed: object) -> inspection_acts.Place:
    given_place = {
        "latitude_e7": 210285110, "longitude_e7": 1058542300, "accuracy_mm": 8000, "altitude_mm": None,
        "source": PlaceSource.GNSS, "fixed_at": NOON, "mocked": None,
    } | changed  # fmt: skip
    return inspection_acts.Place(**given_place)  # type: ignore[arg-type]


def photo(where: inspection_acts.Place | None) -> inspection_acts.PhotoTaken:
    return inspection_acts.PhotoTaken(
        photo_id=acts.UUID(int=7), sha256="0" * 64, size=1, media_type="image/jpeg",
        way=PhotoWay.CAMERA, place=where, caption=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (place(), "ok"),
        (place(mocked=False), "ok"),
        (place(mocked=True), "mocked"),
        (place(source=PlaceSource.MANUAL), "stated"),
        (photo(place()), "ok"),
        (photo(None), "absent"),
        (inspection_acts.InspectionAnnounced(place=None), "absent"),
        (inspection_acts.PhotoWithdrawn(photo_id=acts.UUID(int=7), reason="Chụp nhầm"), None),
    ],
)
def test_a_position_is_measured_stated_mocked_or_absent(
    content: object, answer: str | None
) -> None:
    assert rules.place_verdict(content) == answer


@pytest.fixture(scope="module", autouse=True)
def our_keys(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Some keys of a server."""
    folder = tmp_path_factory.mktemp("keys")
    keys.create(folder)
    keys.load(folder)


def test_an_anchor_proves_its_time_under_our_key_and_no_other(tmp_path: Path) -> None:
    keys.create(tmp_path / "ours")
    keys.create(tmp_path / "theirs")
    keys.load(tmp_path / "theirs")
    foreign = anchors.make()
    keys.load(tmp_path / "ours")
    before = clock.now()
    proven = anchors.read(anchors.make())
    assert proven is not None
    assert before <= proven <= clock.now()
    assert anchors.read(foreign) is None


@pytest.mark.parametrize(
    "token", ["", ".", "a", "a.b", "🙂.🙂", "e30.AAAA", "bnVsbA." + "A" * 86, "A" * 1000]
)
def test_what_is_no_anchor_proves_nothing(token: str) -> None:
    assert anchors.read(token) is None


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(token: str) -> None:
    assert anchors.read(token) is None
