"""Every act of a case is declared once, and the pages printed from the declarations say what they say."""

import inspect
from collections.abc import Callable
from typing import Any, get_args, get_type_hints

import pytest

from backend.casework.acts.index import ACTS
from backend.casework.rules.facts import Facts
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct
from tests.support import case_pages


def test_every_act_is_declared_in_the_order_of_the_enumeration() -> None:
    assert list(ACTS) == list(CaseAct), "`ALL` of each family follows the order of CaseAct"


@pytest.mark.parametrize("page", case_pages.PAGES)
def test_the_pages_are_printed_from_the_declarations(page: str) -> None:
    said = (case_pages.FOLDER / page).read_text(encoding="utf-8")
    assert said == case_pages.PAGES[page](), "write it: python -m tests.support.case_pages"


def asked(kind: CaseAct) -> list[Callable[..., Any]]:
    """Everything of a declaration that is called with the content first and the facts next."""
    one = ACTS[kind]
    found = [one.guard, one.fold, one.touches, one.needs_head, one.changes]
    found += [one.paper.asked_before if one.paper else None]
    found += [waits.when for waits in one.compared_first]
    return [each for each in found if each is not None and each.__name__ != "<lambda>"]


@pytest.mark.parametrize("kind", CaseAct)
def test_what_an_act_declares_is_about_its_own_content_and_the_facts_of_the_case(
    kind: CaseAct,
) -> None:
    for each in asked(kind):
        content, facts, *_ = inspect.signature(each).parameters
        hints = get_type_hints(each)
        said = hints[content]
        assert CASE_CONTENTS[kind] in (said, *get_args(said)) or said in (Any, object), each
        assert Facts in (hints[facts], *get_args(hints[facts])), each
