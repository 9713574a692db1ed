"""Every finding has its sentence and a way to see it for oneself, in both languages, with all of its numbers."""

import re

import pytest

from backend.core.limits import Limits
from backend.fieldwork.texts import findings as texts
from schemas.fieldwork.findings import FindingKind
from tests.architecture.tree import ROOT, text

_FAR = {"distance_m": 1250, "accuracy_m": 8, "limit_m": 500}
_EXIF = {"offset_s": -7261, "limit_s": 600, "zone_assumed": 1, "satellites": 0}
NUMBERS: list[tuple[FindingKind, dict[str, int]]] = [
    (FindingKind.SAME_BYTES, {}),
    (FindingKind.SIMILAR_PICTURE, {"distance_bits": 3, "limit_bits": 6}),
    (FindingKind.EXIF_PLACE_FAR, _FAR),
    (FindingKind.EXIF_TIME_FAR, _EXIF),
    (FindingKind.EXIF_TIME_FAR, _EXIF | {"offset_s": 90_061, "zone_assumed": 0, "satellites": 1}),
    (
        FindingKind.TOO_FAST,
        {"distance_m": 12_345, "apart_s": 60, "speed_kmh": 740, "limit_kmh": 200},
    ),
    (FindingKind.FAR_FROM_ADDRESS, _FAR),
    (FindingKind.CLOCK_OFFSET, {"offset_s": 300, "acts": 4, "limit_s": 120}),
    (FindingKind.CLOCK_OFFSET, {"offset_s": -300, "acts": 4, "limit_s": 120}),
    (FindingKind.CLOCK_OFFSET, {"set_back_s": 300, "limit_s": 120}),
    (FindingKind.FIX_OLD, {"age_s": 180, "limit_s": 120}),
    (FindingKind.FIX_COARSE, {"accuracy_m": 1500, "limit_m": 100}),
    (FindingKind.PLACE_MOCKED, {}),
    (FindingKind.ACCURACY_CONSTANT, {"accuracy_mm": 5_000, "fixes": 10}),
    (FindingKind.FROM_GALLERY, {}),
    (FindingKind.SEQUENCE_GAP, {"after_seq": 8, "before_seq": 1_234, "missing": 1_225}),
]


def test_every_kind_is_tried() -> None:
    assert {kind for kind, _ in NUMBERS} == set(FindingKind)


@pytest.mark.parametrize(("kind", "numbers"), NUMBERS)
def test_a_sentence_with_its_numbers(kind: FindingKind, numbers: dict[str, int]) -> None:
    said = texts.sentence(kind, numbers, hidden=False, here=False)
    see = texts.how_to_see(kind, hidden=False)
    for sentence in (said.vi, said.en, see.vi, see.en):
        assert sentence.endswith(".")
        assert "{" not in sentence
    figures = {name for name in numbers if name not in ("zone_assumed", "satellites")}
    assert len(re.findall(r"\d[\d.,]*", said.vi)) >= len(figures)


@pytest.mark.parametrize(
    "kind", [FindingKind.SAME_BYTES, FindingKind.SIMILAR_PICTURE, FindingKind.TOO_FAST]
)
def test_a_hidden_other_side_leaves_no_figure(kind: FindingKind) -> None:
    said = texts.sentence(kind, {}, hidden=True, here=False)
    see = texts.how_to_see(kind, hidden=True)
    assert not re.search(r"\d", said.vi + said.en + see.vi + see.en)
    assert "ngoài phạm vi" in said.vi


def test_lengths_are_said_as_people_say_them() -> None:
    far = texts.sentence(FindingKind.EXIF_PLACE_FAR, _FAR, hidden=False, here=False)
    assert "1.250 m" in far.vi
    assert "1,250 m" in far.en
    time = texts.sentence(FindingKind.EXIF_TIME_FAR, _EXIF, hidden=False, here=False)
    assert "2 giờ 1 phút" in time.vi
    assert "2 hours 1 minute earlier" in time.en
    fast = texts.sentence(FindingKind.TOO_FAST, NUMBERS[5][1], hidden=False, here=False)
    assert "12 km" in fast.vi


def test_every_limit_is_documented_with_its_reason() -> None:
    page, settings = text(ROOT / "docs/fieldwork/findings.md"), text(ROOT / "docs/running.md")
    for name in Limits.__struct_fields__:
        assert f"`{name}`" in page, name
    assert "`HIENTRUONG_FINDING_" in settings
    for kind in FindingKind:
        assert f"`{kind.value}`" in page, kind
