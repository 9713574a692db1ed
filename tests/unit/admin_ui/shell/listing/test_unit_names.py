"""Short names of units: what tells one unit of the force from another, and no more."""

from uuid import UUID

import pytest

from admin_ui.shell.listing.table import _FITS
from admin_ui.shell.unit_names import short, short_names, unit_column
from admin_ui.shell.words import LANGUAGES
from schemas.fieldwork.inspections import UnitChoice


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Đội Quản lý thị trường số 1", "Đội 1"),
        ("Đội Quản lý thị trường cơ động", "Đội cơ động"),
        ("Chi cục Quản lý thị trường thành phố Hà Nội", "Chi cục Hà Nội"),
        ("Chi cục Quản lý thị trường tỉnh Tuyên Quang", "Chi cục Tuyên Quang"),
        ("Cục Quản lý và Phát triển thị trường trong nước", "Cục"),
        ("Market Surveillance Team 12", "Team 12"),
        ("Agency for Domestic Market Surveillance and Development", "Agency"),
        ("Phòng Nghiệp vụ số hóa", "Phòng Nghiệp vụ số hóa"),
        ("Tổ xử lý hồ sơ số", "Tổ xử lý hồ sơ số"),
    ],
)
def test_a_name_loses_what_all_have(name: str, said: str) -> None:
    assert short(name) == said


def _unit(number: int, level: int, name: str) -> UnitChoice:
    return UnitChoice(id=UUID(int=number), level=level, name_vi=name, name_en=name)


_NATION = _unit(1, 1, "Cục Quản lý và Phát triển thị trường trong nước")
_HANOI = _unit(2, 2, "Chi cục Quản lý thị trường thành phố Hà Nội")
_TEAM = _unit(3, 3, "Đội Quản lý thị trường số 1")
_DANANG = _unit(4, 2, "Chi cục Quản lý thị trường thành phố Đà Nẵng")
_OTHER = _unit(5, 3, "Đội Quản lý thị trường số 1")


def test_in_one_department_a_team_is_its_number() -> None:
    assert list(short_names([_HANOI, _TEAM], "vi").values()) == ["Chi cục", "Đội 1"]


def test_who_sees_several_departments_sees_which_a_team_is_of() -> None:
    found = short_names([_NATION, _HANOI, _TEAM, _DANANG, _OTHER], "vi")
    assert list(found.values()) == [
        *("Cục", "Chi cục Hà Nội", "Đội 1, Hà Nội"),
        *("Chi cục Đà Nẵng", "Đội 1, Đà Nẵng"),
    ]


def test_the_column_of_units_has_room_for_a_department_in_either_language() -> None:
    for language in LANGUAGES:
        names = {"vi": "Chi cục", "en": "Sub-Department"}
        assert len(names[language]) <= _FITS[unit_column(language, wide=False)] + 1
