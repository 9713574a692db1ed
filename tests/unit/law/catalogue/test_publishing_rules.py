"""Which version is in force on a day, and what may be published."""

from datetime import date

import msgspec
import pytest

from backend.law import books
from backend.law.catalogue import service
from backend.law.rules import publishing as rules
from backend.law.rules.publishing import Version
from schemas.law.catalogue import ViolationField, ViolationPublished


def content(version: int = 1, **changed: object) -> ViolationPublished:
    """A sound version, changed in some fields."""
    given: dict[str, object] = {
        "code": "ND98-15-1-a",
        "version": version,
        "name_vi": "Kinh doanh hàng hóa nhập lậu",
        "legal_basis": "điểm a khoản 1 Điều 15",
        "fine_min_vnd": 500_000,
        "fine_max_vnd": 1_000_000,
        "subject": "individual",
        "field": ViolationField.TRADE,
        "valid_from": date(2026, 1, 1),
        "valid_to": None,
        "check_vi": "",
        "check_en": "",
        "source": "Công báo",
        "note": "Đã đối chiếu",
    }
    return ViolationPublished(**(given | changed))  # type: ignore[arg-type]


def test_a_later_version_takes_over_from_its_first_day() -> None:
    first = Version(content=content())
    second = Version(content=content(2, valid_from=date(2026, 6, 1)))
    assert rules.at([first, second], date(2025, 12, 31)) is None
    assert rules.at([first, second], date(2026, 5, 31)) == first
    assert rules.at([first, second], date(2026, 6, 1)) == second


def test_a_withdrawn_version_still_held_before_that_day() -> None:
    gone = Version(content=content(), withdrawn_on=date(2026, 3, 1))
    assert rules.at([gone], date(2026, 2, 28)) == gone
    assert rules.at([gone], date(2026, 3, 1)) is None


def test_a_version_ends_with_its_last_day() -> None:
    version = Version(content=content(valid_to=date(2026, 2, 1)))
    assert rules.at([version], date(2026, 1, 31)) == version
    assert rules.at([version], date(2026, 2, 1)) is None


@pytest.mark.parametrize(
    ("changed", "newest", "fault"),
    [
        ({}, 0, None),
        ({}, 1, "version_out_of_order"),
        ({"fine_min_vnd": 1_000_001}, 0, "band_upside_down"),
        ({"valid_to": date(2026, 1, 1)}, 0, "dates_upside_down"),
        ({"check_vi": "Đối chiếu"}, 0, "check_in_both"),
    ],
)
def test_what_cannot_be_published_is_told_by_code(
    changed: dict[str, object], newest: int, fault: str | None
) -> None:
    assert rules.publish_fault(content(**changed), newest) == fault  # type: ignore[arg-type]


def test_differences_are_against_the_row_before_with_its_notes() -> None:
    draft = next(v for v in service.violations() if v.code == "ND98-8-4-other")
    assert draft.check is not None
    same = msgspec.convert(
        rules.flat(draft)
        | {"code": draft.code, "version": 1, "valid_from": "2026-01-01", "valid_to": None}
        | {"source": "Công báo", "note": "Đã đối chiếu", "check_vi": "", "check_en": ""},
        ViolationPublished,
        strict=False,
    )
    told = {each.field: each for each in rules.differences(draft, same)}
    assert told.keys() == {"valid_from", "check_vi", "check_en"} - (
        {"valid_from"} if str(draft.valid_from) == "2026-01-01" else set()
    )
    assert told["check_vi"].before == draft.check.vi


def test_a_withdrawn_version_gives_way_to_a_draft_that_says_so() -> None:
    gone = Version(content=content(), withdrawn_on=date(2026, 3, 1))
    row = service.in_force("ND98-15-1-a", [gone], date(2026, 4, 1), books.newest())
    assert row is not None
    assert row.status == "draft"
    assert row.check is not None
    assert "01/03/2026" in row.check.vi


def test_every_draft_has_a_field_and_every_step_of_a_ladder_is_a_behaviour() -> None:
    codes = {v.code for v in service.violations()}
    for ladder in service.ladders():
        assert {code for code, _ in ladder.steps} <= codes
    assert {v.field for v in service.violations()} == set(ViolationField)
