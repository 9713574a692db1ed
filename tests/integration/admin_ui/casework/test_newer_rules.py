"""A case keeps the rules that it was opened under, until its head moves it with every change in sight."""

import pytest
from litestar import Litestar

from backend.casework.rule_sets import service as rule_sets
from backend.core.database import transaction
from backend.law import books
from backend.law.deadlines import service as deadlines
from backend.ledger.service import Accepted, Refused
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.asyncio

OLD = "2026-01-01"


async def _older(people: People, patch: pytest.MonkeyPatch) -> Case:
    """A recorded case that was opened before the newest edition."""
    with patch.context() as before:
        before.setattr(deadlines, "rule_set_at", lambda _day: OLD)
        return await cases_made.recorded(people)


async def test_a_head_moves_an_older_case_after_a_look_at_every_time_limit_that_changes(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await _older(people, monkeypatch)
    desk = await readers.of(case.head)
    assert await desk.look(f"/desk/cases/{case.id}") == 200
    assert "từ ngày 01/01/2026" in desk.html
    assert await desk.look(f"/desk/cases/{case.id}/rules") == 200
    assert "Theo bộ hiện tại" in desk.html
    assert "Theo bộ mới" in desk.html
    assert await desk.press("/rules", reason="") == 422
    assert "Hãy nêu lý do" in desk.html
    assert await desk.press("/rules", reason="Áp dụng dữ liệu đã sửa") == 200
    assert "từ ngày 28/11/2026" in desk.html
    assert await desk.look(f"/desk/cases/{case.id}/rules") == 200
    assert "Đây là bộ quy định mới nhất" in desk.html


async def test_a_list_that_is_not_what_would_change_is_refused(
    people: People, app: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await _older(people, monkeypatch)
    about = await rule_sets.changes(case.id, case.head.actor())
    assert about.changes
    async with transaction():
        agreed = [one.moved for one in about.changes[1:]]
        outcome = await rule_sets.move(
            case.id, about.newest, agreed, "Áp dụng dữ liệu đã sửa", case.head.actor()
        )
    assert isinstance(outcome, Refused)
    assert outcome.code == "case_rules_changes"
    async with transaction():
        agreed = [one.moved for one in about.changes]
        outcome = await rule_sets.move(
            case.id, OLD, agreed, "Áp dụng dữ liệu đã sửa", case.head.actor()
        )
    assert isinstance(outcome, Refused)
    assert outcome.code == "case_rules_newest"
    async with transaction():
        outcome = await rule_sets.move(
            case.id, about.newest, agreed, "Áp dụng dữ liệu đã sửa", case.head.actor()
        )
    assert isinstance(outcome, Accepted)
    assert not (await rule_sets.changes(case.id, case.head.actor())).possible


async def test_an_inspector_sees_the_changes_and_cannot_move_the_case(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await _older(people, monkeypatch)
    desk = await readers.of(case.worker)
    assert await desk.look(f"/desk/cases/{case.id}/rules") == 200
    assert "Thời hạn thay đổi" in desk.html
    assert 'name="reason"' not in desk.html


async def test_a_new_case_is_under_the_newest_book(people: People, app: Litestar) -> None:
    case = await cases_made.recorded(people)
    about = await rule_sets.changes(case.id, case.head.actor())
    assert about.present == about.newest == books.newest()
    assert not about.changes
