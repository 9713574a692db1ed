"""What can be done next with a paper of a case."""

from typing import Any

import msgspec
import pytest

from backend.casework.derived.paper_steps import discarded, issued_so, permitted
from schemas.casework.words import CaseAct, CaseState, DocumentState
from tests.unit.casework.cases.made import ident
from tests.unit.casework.cases.viewed import case, paper

ALL = case(CaseState.EXECUTING, *CaseAct)


def allowed(state: str, view: Any = ALL, *, may_sign: bool = True, **changed: Any) -> set[str]:
    found = permitted(view, paper("MQĐ02", state, **changed), may_sign=may_sign)
    return {name for name, value in msgspec.structs.asdict(found).items() if value}


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        (DocumentState.DRAFT, {"edit", "discard"}),
        (DocumentState.CONTENT_READY, {"ready", "sign", "reopen", "discard"}),
        (DocumentState.PRINTED, set()),
        (DocumentState.SIGNED, {"deliver", "follow"}),
        (DocumentState.DELIVERED, {"follow"}),
        (DocumentState.REPLACED, set()),
        (DocumentState.CANCELLED, set()),
        (DocumentState.DISCARDED, set()),
    ],
)
def test_what_a_paper_allows_by_where_it_stands(state: str, steps: set[str]) -> None:
    assert allowed(state) == steps
    assert allowed(state, case(CaseState.ARCHIVED)) <= {"ready"}


def test_every_state_of_a_paper_is_judged() -> None:
    for state in DocumentState:
        assert isinstance(allowed(state), set)


def test_office_and_origin_are_looked_at() -> None:
    assert "sign" not in allowed("content_ready", may_sign=False)
    assert "follow" not in allowed("signed", field_document=True)
    assert "see_print" in allowed("printed", hand="waits")
    assert "see_print" not in allowed("discarded", hand="waits")


def test_a_printed_paper_is_given_up_with_its_number() -> None:
    assert discarded(paper("MQĐ02", "printed"), "Sai").number == "1/MQĐ02"
    assert discarded(paper("MQĐ02", "draft"), "Sai").number is None


def test_a_second_press_is_told_only_of_the_very_same_fields() -> None:
    signed = paper("MQĐ02")
    assert issued_so(signed, ident("officer"), signed.fields_hash)
    assert not issued_so(signed, ident("other"), signed.fields_hash)
    assert not issued_so(signed, ident("officer"), "1" * 64)
    assert not issued_so(paper("MQĐ02", "cancelled"), ident("officer"), signed.fields_hash)
