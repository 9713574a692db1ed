"""A violator is let off, and a file handed on, by two hands; by one with his reason, in the list of exceptions."""

from typing import Any

import pytest
from litestar import Litestar

from backend.core import database
from schemas.casework.words import CaseState
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

ENDS = [
    (
        "sanction.declined",
        {"why": "other", "reason": "Không đủ căn cứ"},
        CaseState.NO_SANCTION,
    ),
    (
        "case.transferred",
        {"to": "Ủy ban nhân dân xã", "why": "other", "reason": "Chuyển hồ sơ"},
        CaseState.TRANSFERRED,
    ),
]


async def listed() -> list[tuple[str, str]]:
    """What the list of exceptions tells."""
    return [tuple(row) for row in await database.fetch("SELECT kind, reason FROM exceptions")]


@pytest.mark.parametrize(("kind", "wanted", "ended"), ENDS)
async def test_a_head_who_declines_by_his_own_report_says_why_and_stands_in_the_list(
    app: Litestar, people: People, kind: str, wanted: dict[str, Any], ended: CaseState
) -> None:
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    named = wanted | {"document_id": await case.paper("BC", people.giang)}
    status, said = await act(giang, case, kind, **named)
    assert (status, "do chính bạn ký" in said) == (409, True)
    assert (await case.facts()).state == CaseState.DECISION_DUE
    status, _ = await act(giang, case, kind, alone="Chỉ còn tôi trực", **named)
    assert (status, (await case.facts()).state) == (303, ended)
    told = "\nKhông đủ căn cứ" if kind == "sanction.declined" else ""
    assert await listed() == [("same_hand", f"Chỉ còn tôi trực{told}")]


@pytest.mark.parametrize(("kind", "wanted", "ended"), ENDS)
async def test_by_the_report_of_another_officer_no_reason_is_asked(
    app: Litestar, people: People, kind: str, wanted: dict[str, Any], ended: CaseState
) -> None:
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    named = wanted | {"document_id": await case.paper("BC", people.an)}
    status, _ = await act(giang, case, kind, **named)
    assert (status, (await case.facts()).state) == (303, ended)
    # That nobody is sanctioned is checked whoever reported it (Law Art 65.1).
    told = [("no_fine", "Không đủ căn cứ")] if kind == "sanction.declined" else []
    assert await listed() == told
