"""An open case of a unit that is split goes where its act happened, else with its officer."""

from uuid import uuid4

import pytest

from backend.casework.rules import splitting as rules
from backend.parties.rules.import_places import places
from schemas.force.restructuring_acts import Area, Part, UnitSplit
from tests.support.cases_made import today
from tests.support.restructured import ORDER

PLACES = places(
    {"01": "Thành phố Hà Nội", "48": "Thành phố Đà Nẵng", "79": "Thành phố Hồ Chí Minh"},
    [
        ("01", "00070", "Phường Hoàn Kiếm"),
        ("01", "00082", "Phường Cửa Nam"),
        ("48", "20194", "Phường Hải Châu"),
        ("48", "20200", "Phường Hòa Bình"),
        ("79", "27000", "Phường Hòa Bình"),
    ],
)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("Số 5 Hàng Bài, phường Cửa Nam, thành phố Hà Nội", "00082"),
        ("12 Lê Lợi, P. Hải Châu, Đà Nẵng.", "20194"),
        ("Chợ Hàng Da, Phường Hoàn Kiếm", "00070"),
        ("Số 1, phường Hòa Bình", None),  # two provinces have one
        ("Số 1, phường Hòa Bình, Đà Nẵng", "20200"),
        ("Số 9 phố Huế, phường Cũ, Hà Nội", None),  # no commune of today
        ("Ngã tư Sở", None),
        ("Số 2, phường Cửa Nam, quận Hoàn Kiếm, thành phố Hà Nội", None),  # a ward of before 2025
        ("Số 2, xã Hòa Bình, H. Vũ Thư, Đà Nẵng", None),
        ("Số 3, phường Hòa Bình, TP Biên Hòa, Đà Nẵng", None),
        ("Thị trấn Hải Châu, Đà Nẵng", None),
        ("Xã Hải Châu, Đà Nẵng", None),  # it is a ward
        ("Phường Hoàn Kiếm, tỉnh Hà Tây", None),  # no province of today
        ("Hoàn Kiếm", None),  # without the word a street or a shop may be meant
    ],
)
def test_an_address_names_its_commune_only_if_it_is_clear(address: str, code: str | None) -> None:
    assert rules.commune_of([address], PLACES) == code


def test_the_first_address_that_names_one_counts() -> None:
    said = [None, "Kho phía sau chợ", "phường Cửa Nam, Hà Nội", "phường Hoàn Kiếm, Hà Nội"]
    assert rules.commune_of(said, PLACES) == "00082"


def test_a_correction_comes_before_the_place_and_the_place_before_the_officer() -> None:
    part, rest, case, lead = uuid4(), uuid4(), uuid4(), uuid4()

    def split(*, areas: bool = True, cases: bool = False) -> UnitSplit:
        return UnitSplit(
            rest_id=rest,
            units=[],
            officers=[Part(id=lead, part_id=part)],
            areas=[Area(code="00082", part_id=part)] if areas else [],
            cases=[Part(id=case, part_id=rest)] if cases else [],
            valid_to=today(),
            ordered=ORDER,
        )

    def goes(change: UnitSplit, commune: str | None, who: object = lead) -> object:
        return rules.goes_to(change, case_id=case, lead_id=who, commune=commune)  # type: ignore[arg-type]

    assert goes(split(cases=True), "00082") == (rest, "corrected")
    assert goes(split(), "00082", uuid4()) == (part, "area")
    assert goes(split(), "00070") == (rest, "other_area")
    assert goes(split(), None) == (part, "officer")
    assert goes(split(), None, uuid4()) == (rest, "rest")
    assert goes(split(areas=False), "00070") == (part, "officer")
