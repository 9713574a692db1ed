"""A head rules on one file after the other: each is opened, its submission is shown, and the next one is offered."""

import pytest

from schemas.approvals.words import Outcome, StepKind, SubmissionState, SubmittedKind
from tests.support import decision_papers, factories, submitted
from tests.support.desk import Desks
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_after_a_file_was_agreed_to_the_next_that_waits_is_one_key_away(
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
    await desk.follow(f"/desk/inspections/{second.id}/opinion/agree")
    await desk.submit(desk.form("opinion/agree"))
    assert "Còn 2 hồ sơ chờ bạn" in desk.page.text
    [file] = await submitted.of_record(second.id)
    assert file.state is SubmissionState.DONE
    shown = await (await desks.of(people.chi)).open(f"/desk/submissions/{file.id}")
    assert "1. Đồng ý hướng xử lý" in shown.text
    await desk.follow(f"/desk/inspections/{third.id}")
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
