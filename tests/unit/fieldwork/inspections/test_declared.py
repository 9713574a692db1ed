"""Every act of an inspection is declared once, and the pages printed from the declarations say what they say."""

import inspect
from collections.abc import Callable
from typing import Any, get_args, get_type_hints

import pytest

from backend.fieldwork.acts.declaring import Ask, Face, Life, Move, Who, Written, noted
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived import states
from backend.fieldwork.inspections import fold, gathering
from schemas.fieldwork.words import ActType, InspectionState
from schemas.ledger.acts import CONTENTS
from tests.support import inspection_pages


def test_every_act_is_declared_in_the_order_of_the_enumeration() -> None:
    assert list(ACTS) == list(ActType)


def test_a_state_that_is_told_twice_of_one_act_is_refused() -> None:
    life = Life((Move({InspectionState.OPENED}),), (noted(InspectionState.OPENED),))
    with pytest.raises(ValueError, match="told twice"):
        states.cells_of(ActType.PLACE_FIXED, life)


@pytest.mark.parametrize("page", inspection_pages.PAGES)
def test_the_pages_are_printed_from_the_declarations(page: str) -> None:
    said = (inspection_pages.FOLDER / page).read_text(encoding="utf-8")
    assert said == inspection_pages.PAGES[page](), "python -m tests.support.inspection_pages"


def test_whatever_is_asked_is_gathered_and_whatever_is_written_has_its_writer() -> None:
    assert {ask for one in ACTS.values() for ask in one.asks} == set(Ask) == set(gathering.GATHERED)
    assert {one.writes for one in ACTS.values()} == set(Written) == set(fold.WRITTEN)


@pytest.mark.parametrize("kind", ActType)
def test_what_an_act_declares_is_about_its_own_content(kind: ActType) -> None:
    one = ACTS[kind]
    asked: list[Callable[..., Any] | bool | None] = [one.fault, one.guard, one.newer_guard]
    asked += [one.ends_draft, one.brings, fold.WRITTEN[one.writes]]
    for each in asked:
        if each is None or isinstance(each, bool):
            continue
        hints = get_type_hints(each)
        name = next(name for name in inspect.signature(each).parameters if "content" in name)
        said = hints[name]
        assert CONTENTS[kind] in (said, *get_args(said)) or said in (Any, object), each


@pytest.mark.parametrize("kind", ActType)
def test_evidence_is_the_teams_and_a_ruling_is_a_supervisors(kind: ActType) -> None:
    one = ACTS[kind]
    assert not one.evidence or (one.who, one.face) == (Who.TEAM, Face.PHONE)
    assert one.ruled is None or one.who in (Who.HEAD, Who.OTHER_HEAD, Who.OTHER_HEAD_OR_LEGAL)
