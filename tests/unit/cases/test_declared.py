"""Every act of a case is declared once, and the pages printed from the declarations say what they say."""

import pytest

from backend.cases.acts import intake
from backend.cases.acts.index import ACTS, index
from schemas.case_words import CaseAct
from tests.support import case_pages


def test_every_act_is_declared_in_the_order_of_the_enumeration() -> None:
    assert list(ACTS) == list(CaseAct)


def test_an_act_that_is_declared_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        index(intake.ALL, intake.ALL)


@pytest.mark.parametrize("page", case_pages.PAGES)
def test_the_pages_are_printed_from_the_declarations(page: str) -> None:
    said = (case_pages.FOLDER / page).read_text(encoding="utf-8")
    assert said == case_pages.PAGES[page](), "write it: python -m tests.support.case_pages"
