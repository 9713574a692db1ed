"""Papers of a phone beside a case: which can be taken in, what the act says, what follows."""

import pytest

from backend.casework.derived import adopting
from backend.core.errors import NotFound
from schemas.casework.words import CaseAct, CaseState
from tests.unit.casework.cases.made import ident
from tests.unit.casework.cases.viewed import TODAY, case, on_site, paper


def test_a_paper_is_taken_in_once_it_has_its_number() -> None:
    there = paper("MBB26", id=on_site("MBB26").id)
    view = case(CaseState.INSPECTED, CaseAct.DOCUMENT_ADOPTED, papers=[there])
    papers = [on_site("MBB01"), on_site("MBB15", None), on_site("MBB26")]
    assert [one.standing for one in adopting.lines(view, papers)] == ["ready", "open", "adopted"]
    other = case(CaseState.INSPECTED)
    assert adopting.lines(other, papers[:1])[0].standing == "closed"


def test_the_act_says_the_sheets_of_the_file_and_not_what_was_typed() -> None:
    content = adopting.content(on_site("MBB01", fields={"pages": 47}), ident("inspection"), 2)
    assert (content.number, content.issued_on, content.pages) == ("0001", TODAY, 2)
    assert content.written_by == ident("officer")


def test_without_a_number_there_is_nothing_to_take_in() -> None:
    with pytest.raises(NotFound):
        adopting.content(on_site("MBB01", None), ident("inspection"), 1)


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("MBB01", CaseAct.VIOLATION_RECORDED),
        ("MBB15", CaseAct.EXHIBITS_SEIZED),
        ("MBB26", CaseAct.EXHIBITS_SEALED),
        ("MBB27", None),
    ],
)
def test_the_act_follows_that_the_paper_is_the_ground_of(form: str, kind: CaseAct | None) -> None:
    possible = (
        CaseAct.VIOLATION_RECORDED,
        CaseAct.EXHIBITS_SEIZED,
        CaseAct.EXHIBITS_SEALED,
    )
    assert adopting.follows(case(CaseState.INSPECTED, *possible), on_site(form)) == kind
    assert adopting.follows(case(CaseState.INSPECTED), on_site(form)) is None
