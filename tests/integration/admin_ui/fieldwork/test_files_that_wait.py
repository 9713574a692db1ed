"""A head rules on one file after the other: each is opened, its submission is shown, and the next one is offered."""

import pytest

from schemas.approvals.words import Outcome, StepKind, SubmissionState, SubmittedKind
from tests.support import decision_papers, factories, submitted
from tests.support.desk import Desks
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_a_file_is_agreed_to_from_its_page_in_two_presses_and_the_next_opens(
    people: People, desks: Desks
) -> None:
    first, second, third = [
        await factories.submitted(people, minutes_flow=2, author=people.chi) for _ in range(3)
    ]
    desk = await desks.of(people.giang)
    page = await desk.open(f"/desk/inspections/{second.id}")
    assert "Trình phê duyệt" in page.text, "the submission is shown"
    assert "Còn 2 hồ sơ chờ bạn" in page.text
    links = {href for href, _ in page.links}
    assert {f"/desk/inspections/{first.id}", f"/desk/inspections/{third.id}"} <= links
    [file] = await submitted.of_record(second.id)
    await desk.follow(f"/desk/review/{file.id}?do=first")
    await desk.submit(desk.form(f"/desk/review/{file.id}/agree"))
    assert "Đã đồng ý hướng xử lý" in desk.page.text
    assert "/desk/review/" in desk.page.url
    assert str(file.id) not in desk.page.url.partition("?")[0]
    [file] = await submitted.of_record(second.id)
    assert file.state is SubmissionState.DONE
    shown = await (await desks.of(people.chi)).open(f"/desk/submissions/{file.id}")
    assert "1. Đồng ý hướng xử lý" in shown.text
    await desk.open(f"/desk/inspections/{third.id}")
    assert "Còn 1 hồ sơ chờ bạn" in desk.page.text


async def test_who_does_not_wait_for_the_legal_officer_is_asked_why(
    people: People, desks: Desks
) -> None:
    await submitted.legal_first(people, SubmittedKind.MINUTES_DRAFT, StepKind.APPROVE)
    work = await submitted.drafted(people)
    desk = await desks.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    await desk.follow(f"/desk/inspections/{work.id}/opinion/draft-approve")
    assert "Cho ý kiến" in desk.page.text
    form = desk.form("opinion/draft-approve")
    form.fill("reason", "Đoàn đang chờ tại cơ sở, chủ hàng sắp đóng cửa")
    await desk.submit(form)
    [draft] = await submitted.of_record(work.id)
    assert draft.state is SubmissionState.DONE
    assert draft.steps[0].answer is not None
    assert draft.steps[0].answer.outcome is Outcome.NO_OPINION


async def test_a_decisions_page_shows_whom_its_draft_waits_for(
    people: People, desks: Desks
) -> None:
    document = await decision_papers.drafted(people)
    desk = await desks.of(people.an)
    page = await desk.open(f"/desk/decisions/{document}")
    assert "Trình phê duyệt" in page.text
    assert people.giang.full_name in page.text
