"""A form of the desk that is sent again, since nobody knew whether it had been taken, does nothing twice."""

import asyncio
from contextlib import AsyncExitStack
from uuid import UUID

import asyncpg
import httpx
import pytest

from backend.core import database, durable
from backend.core.actors import Actor
from backend.fieldwork.decision_papers import service as papers
from backend.ledger.service import Outcome
from deploy.demo.pages import Button, Form
from schemas.fieldwork.decisions import IssueDecision
from tests.integration.admin_ui.fieldwork.test_issue_decision import fill
from tests.support import cases_made, factories
from tests.support.databases import Database
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.stalling import none_waiting, stalled, waiting

SAID = "Biểu mẫu này đã được ghi nhận từ lần gửi trước"


@pytest.fixture
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The application answers after half a second instead of eight, and sees at once that a standby is named."""
    monkeypatch.setattr(database, "WEB_STATEMENT_SECONDS", 0.5)
    monkeypatch.setattr(durable, "_OFF_SECONDS", 0.0)


async def counts() -> tuple[int, int]:
    """Drafts of decisions, and their acts."""
    row = await database.fetchrow(
        """
        SELECT (SELECT count(*) FROM decision_papers) AS drafts,
            (SELECT count(*) FROM ledger_entries WHERE act_type = 'paper.drafted') AS acts
        """
    )
    return row["drafts"], row["acts"]


async def filled(desk: Reader, people: People) -> Form:
    """The form of a decision, filled in."""
    await fill(desk, people)
    return desk.form("/decisions/new")


async def sent(desk: Reader, form: Form, step: str) -> int:
    """Press this button of it."""
    return await desk.try_submit(form, next(one for one in form.buttons if one.value == step))


@pytest.mark.usefixtures("_hasty")
async def test_a_draft_that_was_answered_503_and_stands_is_not_drafted_again(
    people: People,
    readers: Readers,
    superuser: asyncpg.Connection,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = await readers.of(people.giang)
    form = await filled(desk, people)
    drafted = papers.draft
    async with AsyncExitStack() as silence:

        async def and_then_silence(
            order: IssueDecision, actor: Actor, document_id: None
        ) -> tuple[UUID, Outcome]:
            made = await drafted(order, actor, document_id)
            await silence.enter_async_context(stalled(superuser))
            return made

        with monkeypatch.context() as patch:
            patch.setattr(papers, "draft", and_then_silence)
            assert await sent(desk, form, "save") == 503
        await waiting(superuser, database.name)
        again = desk.form("/decisions/new")
    await none_waiting(superuser, database.name)
    assert await counts() == (1, 1), "it stands, though nobody was told"
    assert await desk.try_submit(again) == 200, "the button of the page that said 503"
    assert SAID in desk.page.text
    assert await counts() == (1, 1)


async def test_a_draft_whose_answer_was_lost_is_shown_and_another_one_is_drafted(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    form = await filled(desk, people)
    assert await sent(desk, form, "save") == 200
    first = desk.page.url
    assert await sent(desk, form, "save") == 200
    assert SAID in desk.page.text
    assert desk.page.url.partition("?")[0] == first.partition("?")[0]
    assert await counts() == (1, 1)
    assert await sent(desk, await filled(desk, people), "save") == 200
    assert await counts() == (2, 2)


async def test_a_draft_sent_three_times_at_once_is_one(people: People, readers: Readers) -> None:
    desk = await readers.of(people.giang)
    form = await filled(desk, people)
    issue = next(one for one in form.buttons if one.value == "save")
    answers = await asyncio.gather(*(post(desk, form, issue) for _ in range(3)))
    assert {answer.status_code for answer in answers} <= {303, 409}
    assert await counts() == (1, 1)
    assert await sent(desk, await filled(desk, people), "save") == 200
    assert await counts() == (2, 2)


async def test_the_same_note_sent_three_times_at_once_stands_once(
    people: People, readers: Readers
) -> None:
    case = await cases_made.inspected(people)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/cases/{case.id}/acts/note.added")
    form = desk.form("/acts/note.added")
    form.fill("text", "Đã gọi điện cho người vi phạm")
    answers = await asyncio.gather(*(post(desk, form) for _ in range(3)))
    assert {answer.status_code for answer in answers} <= {303, 409}
    late = await post(desk, form)
    assert late.headers["location"] == f"/desk/cases/{case.id}?done=already"
    assert SAID in (await desk.open(late.headers["location"])).text
    assert await notes() == 1
    await desk.open(f"/desk/cases/{case.id}/acts/note.added")
    anew = desk.form("/acts/note.added")
    anew.fill("text", "Đã gọi điện cho người vi phạm")
    assert (await post(desk, anew)).headers["location"].endswith("?done=note.added")
    assert await notes() == 2, "the same words in a form that was opened anew are meant"


async def test_who_presses_twice_is_led_to_what_the_first_press_made(
    people: People, readers: Readers
) -> None:
    case = await cases_made.inspected(people)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/cases/{case.id}/acts/note.added")
    form = desk.form("/acts/note.added")
    form.fill("text", "Đã gọi điện cho người vi phạm")
    answers = await asyncio.gather(*(post(desk, form) for _ in range(8)))
    assert [answer.status_code for answer in answers] == [303] * 8
    for answer in answers:
        await desk.open(answer.headers["location"])
        assert desk.page.url.startswith(f"{desk._origin}/desk/cases/{case.id}")
        assert "chưa được ghi" not in desk.page.text


async def test_the_id_of_another_form_keeps_nothing_from_being_recorded(
    people: People, readers: Readers
) -> None:
    case, other = await cases_made.inspected(people), await cases_made.inspected(people)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/cases/{case.id}/acts/note.added")
    first = desk.form("/acts/note.added")
    first.fill("text", "Đã gọi điện cho người vi phạm")
    assert (await post(desk, first)).headers["location"].endswith("?done=note.added")
    await desk.open(f"/desk/cases/{other.id}/acts/note.added")
    second = desk.form("/acts/note.added")
    second.fill("text", "Vụ việc khác")
    second.fill("once", str(first.find("once").value))  # type: ignore[union-attr]
    assert (await post(desk, second)).headers["location"].endswith("?done=note.added")
    assert await notes() == 2


async def test_what_is_typed_anew_into_a_page_that_the_browser_kept_is_recorded(
    people: People, readers: Readers
) -> None:
    case = await cases_made.inspected(people)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/cases/{case.id}/acts/note.added")
    kept = desk.form("/acts/note.added")
    for said in ("Đã gọi điện cho người vi phạm", "Người vi phạm gọi lại"):
        kept.fill("text", said)
        assert (await post(desk, kept)).headers["location"].endswith("?done=note.added")
    assert await notes() == 2
    assert (await post(desk, kept)).headers["location"].endswith("?done=already")
    assert await notes() == 2


async def test_a_case_is_opened_once_by_one_form(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/cases/new/inspection?inspection={work.id}")
    form = desk.form("/cases/new/inspection")
    await three_at_once(desk, form, form.buttons[-1])
    assert await database.fetchval("SELECT count(*) FROM cases") == 1
    assert await desk.try_submit(form, form.buttons[-1]) == 200, desk.page.text
    first = desk.page.url.partition("?")[0]
    assert await desk.try_submit(form, form.buttons[-1]) == 200
    assert desk.page.url == f"{first}?done=already"
    assert await database.fetchval("SELECT count(*) FROM cases") == 1


async def test_a_paper_is_begun_once_by_one_button(people: People, readers: Readers) -> None:
    case = await cases_made.inspected(people)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/cases/{case.id}/documents/new?form=MBB01")
    form = desk.form("/documents")
    await three_at_once(desk, form)
    assert await database.fetchval("SELECT count(*) FROM documents") == 1
    assert await desk.try_submit(form) == 200, desk.page.text
    assert await desk.try_submit(form) == 200
    assert SAID in desk.page.text
    assert await database.fetchval("SELECT count(*) FROM documents") == 1


async def test_what_came_in_takes_one_number_by_one_form(people: People, readers: Readers) -> None:
    desk = await readers.of(people.nga)
    await desk.open("/desk/incoming")
    form = desk.form("/desk/incoming/")
    said = {"sender": "Kho bạc Thử", "subject": "Giấy nộp tiền", "receiver": "Đội số 1"}
    for name, text in said.items():
        form.fill(name, text)
    await three_at_once(desk, form)
    assert await database.fetchval("SELECT count(*) FROM incoming_papers") == 1


async def three_at_once(desk: Reader, form: Form, button: Button | None = None) -> None:
    """Send it three times at once: each answer leads on, or says that it was sent already."""
    answers = await asyncio.gather(*(post(desk, form, button) for _ in range(3)))
    assert {answer.status_code for answer in answers} <= {303, 409}, [one.text for one in answers]
    assert 303 in {answer.status_code for answer in answers}


async def post(desk: Reader, form: Form, button: Button | None = None) -> httpx.Response:
    """Send it, and look at the answer only."""
    return await desk._ask("POST", f"{desk._origin}{form.action}", form.sent(button))


async def notes() -> int:
    """How many stand."""
    found: int = await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE act_type = 'note.added'"
    )
    return found
