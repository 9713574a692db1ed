"""Which exhibits a paper's rows name."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backend.casework.rules import exhibit_guards
from schemas.casework.words import DocumentState
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import ident


def named(rows: list[dict[str, Any]]) -> set[Any]:
    case = made.seized()
    paper = case.facts.papers[case.paper("MQĐ02")]
    assert paper.state == DocumentState.SIGNED
    paper.fields = {"exhibits": rows}
    return exhibit_guards.listed(case.facts, paper)


def row(**changed: Any) -> dict[str, Any]:
    return {"name": "Mỹ phẩm 1", "unit": "hộp", "quantity": "20"} | changed


def test_a_row_names_the_exhibit_that_reads_as_it_does_and_stands_at_its_place() -> None:
    assert named([row()]) == {ident("thing 1")}
    assert named([row(name="  mỹ  phẩm 1 ")]) == {ident("thing 1")}
    assert named([row(name="Mỹ phẩm 2", position=2)]) == {ident("thing 2")}
    assert named([row(position=2)]) == set(), "people read the words of a row, not its place"
    for other in (row(quantity="19"), row(unit="chai"), row(name="Mỹ phẩm")):
        assert named([other]) == set()


def test_two_rows_of_one_reading_name_no_exhibit_twice() -> None:
    assert named([row(), row()]) == {ident("thing 1")}


@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "name": st.sampled_from(["Mỹ phẩm 1", "Mỹ phẩm 2", "", "khác"]),
                "unit": st.sampled_from(["hộp", "kg"]),
                "quantity": st.sampled_from(["20", "2"]),
                "position": st.integers(0, 3),
            },
        ),
        max_size=6,
    )
)
def test_no_rows_name_more_than_there_are_or_something_that_is_not_there(rows: list[Any]) -> None:
    found = named(rows)
    assert found <= {ident("thing 1"), ident("thing 2")}
    assert len(found) <= len(rows)
