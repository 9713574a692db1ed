"""Rules of imports of officers: user names that are made, units that a cell means, ids, results of a row."""

from uuid import UUID, uuid4

import pytest

from backend.core.actors import UnitPath
from backend.core.list_imports import portions
from backend.force.rules import importing, names, usernames
from backend.force.rules.accounts import is_username
from backend.force.rules.import_people import KnownUnit, Units
from backend.operations.rules import verified_people_imports as verified
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.force.imports import (
    BroughtPerson,
    BroughtStep,
    PeoplePortionBrought,
    PersonOutcome,
    StepOutcome,
)


@pytest.mark.parametrize(
    ("full_name", "made"),
    [
        ("Hoàng Ngọc An", "hn.an"),
        ("Nguyễn Thị Ánh Tuyết", "nta.tuyet"),
        ("Đỗ Ơn", "d.on"),
        ("Y", "y"),
        ("H’Hen Niê", "h.nie"),
        ("K'Sor Phước-Lộc", "kp.loc"),
    ],
)
def test_a_user_name_is_made_of_the_first_letters_and_the_given_name(
    full_name: str, made: str
) -> None:
    assert usernames.made_from(full_name) == made


def test_a_made_name_that_is_taken_or_too_short_gets_a_number() -> None:
    assert usernames.first_free("hn.an", set()) == "hn.an"
    assert usernames.first_free("hn.an", {"hn.an"}) == "hn.an2"
    assert usernames.first_free("hn.an", {"hn.an", "hn.an2"}) == "hn.an3"
    assert usernames.first_free("y", set()) == "y2"
    assert is_username(usernames.first_free(usernames.made_from("An " * 60), set()))


def unit(code: str, name: str, *, in_scope: bool = True, in_force: bool = True) -> KnownUnit:
    return KnownUnit(
        uuid4(), code, name, name, "team", UnitPath(unit_1=uuid4()), in_force, in_scope
    )


def test_a_unit_is_meant_by_code_or_name_and_of_several_the_own_one() -> None:
    mine, other = unit("0101", "Đội số 1"), unit("4801", "Đội số 1", in_scope=False)
    closed, twins = (
        unit("0199", "Đội cũ", in_force=False),
        [unit("07", "Đội A"), unit("08", "Đội A")],
    )
    units = Units([mine, other, closed, *twins])
    assert units.find("0101") == mine
    assert units.find("0101 - Đội số 1") == mine
    assert units.find("doi so 1") == mine, "of two the one in scope"
    for said, word in (
        ("4801", "ngoài phạm vi"),
        ("Đội cũ", "kết thúc"),
        ("Đội A", "nhiều"),
        ("X", "Không có"),
    ):
        found = units.find(said)
        assert isinstance(found, Text)
        assert word in found.vi


def test_numbers_and_names_are_the_same_however_they_are_written() -> None:
    assert names.number_key("QLTT 001") == names.number_key("qltt-OOl")
    assert names.reading("Trần  Lương") == names.reading("tran Iuong")


def test_ids_follow_from_import_row_and_what_it_brings() -> None:
    import_id = new_id()
    made = {
        portions.id_of_row(import_id, row, what)
        for row in range(1, 50)
        for what in ("", "card", "position")
    }
    assert len(made) == 49 * 3
    assert portions.id_of_row(import_id, 7, "card") == portions.id_of_row(import_id, 7, "card")
    assert {one.version for one in made} == {7}


def step(outcome: StepOutcome, kind: str = "officer.registered") -> BroughtStep:
    return BroughtStep(act_type=kind, outcome=outcome)


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ([StepOutcome.DONE], PersonOutcome.CAME),
        ([StepOutcome.DONE, StepOutcome.ASKED], PersonOutcome.WAITS),
        ([StepOutcome.DONE, StepOutcome.NO_SCAN], PersonOutcome.WAITS),
        ([StepOutcome.DONE, StepOutcome.ASKED, StepOutcome.REFUSED], PersonOutcome.PARTLY),
        ([StepOutcome.REFUSED], PersonOutcome.REFUSED),
    ],
)
def test_a_row_comes_to_what_its_steps_come_to(
    steps: list[StepOutcome], outcome: PersonOutcome
) -> None:
    assert importing.outcome_of([step(one) for one in steps]) is outcome


def test_verification_finds_a_line_without_its_act_and_an_id_that_is_not_the_row_s() -> None:
    import_id = new_id()
    officer_id = portions.id_of_row(import_id, 2)
    line = BroughtPerson(
        row=2,
        outcome=PersonOutcome.CAME,
        officer_id=officer_id,
        username="hn.an",
        steps=[step(StepOutcome.DONE), step(StepOutcome.DONE, "card.issued")],
    )
    acts = ["officer.registered", "card.issued"]
    assert verified.person_faults([line], {officer_id: acts}) == []
    assert verified.person_faults([line], {officer_id: acts[:1]})
    refused = BroughtPerson(
        row=2, outcome=PersonOutcome.REFUSED, officer_id=officer_id, username="a", steps=[]
    )
    assert verified.person_faults([refused], {officer_id: acts})
    assert verified.person_faults([refused], {}) == []

    def faults(one: BroughtPerson) -> list[str]:
        text = portions.written([one])
        said = PeoplePortionBrought(
            number=1,
            first_row=2,
            last_row=2,
            came=1,
            waits=0,
            partly=0,
            refused=0,
            sha256=portions.sha256(text),
        )
        return verified.portion_faults(import_id, said, portions.kept(text))

    assert faults(line) == []
    strange = BroughtPerson(
        row=2, outcome=PersonOutcome.CAME, officer_id=UUID(int=1), username="a", steps=line.steps
    )
    assert faults(strange) == ["the officer of row 2 has another id than follows from the row"]
