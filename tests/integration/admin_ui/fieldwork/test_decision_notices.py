"""Who has to do something about an inspection decision, or has to know of it, finds a notice."""

from datetime import timedelta

import pytest
from litestar import Litestar

from backend.core import database, stores
from backend.core.errors import Unavailable
from backend.fieldwork.decision_papers import kept_numbers
from media.store import StoreUnavailable
from tests.integration.admin_ui.fieldwork.test_issue_decision import issue
from tests.support import decision_papers
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("app")


async def told(readers: Readers, person: Person) -> Reader:
    """The notices of this person."""
    desk = await readers.of(person)
    await desk.open("/desk/notices")
    return desk


async def test_the_head_is_told_of_a_draft_and_the_team_and_its_drafter_of_the_decision(
    people: People, readers: Readers
) -> None:
    document = await decision_papers.drafted(people, member_ids=[people.binh.id])
    head = await told(readers, people.giang)
    assert "Dự thảo quyết định chờ bạn ký" in head.page.text
    await head.follow(f"/desk/decisions/{document}")
    await issue(head)
    assert "Chưa đọc" not in (await told(readers, people.giang)).page.text, "it was signed"

    member = await told(readers, people.binh)
    assert "Quyết định kiểm tra đã ban hành" in member.page.text
    assert "01000001/QĐ-KT" in member.page.text
    inspection = await database.fetchval("SELECT id FROM inspections")
    await member.follow(f"/desk/inspections/{inspection}")
    assert "01000001/QĐ-KT" in (await told(readers, people.an)).page.text


async def test_who_drafted_is_told_why_the_head_does_not_sign(
    people: People, readers: Readers
) -> None:
    document = await decision_papers.drafted(people)
    head = await readers.of(people.giang)
    await head.open(f"/desk/decisions/{document}")
    await head.press(f"/desk/decisions/{document}/discard", reason="Trùng với kế hoạch tháng 12")
    drafter = await told(readers, people.an)
    assert "Văn bản bạn soạn không được ký" in drafter.page.text
    assert "Trùng với kế hoạch tháng 12" in drafter.page.text


async def test_a_number_that_is_kept_for_a_decision_is_listed_and_voided(
    people: People, readers: Readers, app: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    document = await decision_papers.drafted(people)

    async def silent(*_: object, **__: object) -> None:
        raise StoreUnavailable("down")

    with monkeypatch.context() as down:
        down.setattr(stores.current().store, "put_bytes", silent)
        with pytest.raises(Unavailable):
            await decision_papers.signed(document, people.giang, None)
    monkeypatch.setattr(kept_numbers, "WAITS", timedelta(0))
    head = await readers.of(people.giang)
    await head.open("/desk/decisions")
    await head.follow("/desk/numbers")
    assert "01000001/QĐ-KT" in head.page.text
    assert f"/desk/decisions/{document}" in head.html
    await head.press(f"/desk/numbers/{document}/void", reason="Không ban hành nữa")
    assert "Không có số nào" in head.page.text or "01000001/QĐ-KT" not in head.page.text
    assert await database.fetchval("SELECT state FROM document_numbers") == "void"
