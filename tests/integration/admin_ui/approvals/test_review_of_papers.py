"""Papers of cases and plans in the workspace: what they say and rest on, and what was rewritten since the last look."""

import pytest

from schemas.approvals.words import SubmissionState, SubmittedKind
from tests.integration.admin_ui.approvals.test_review import answer
from tests.support import cases_made, plans_made, routes_made
from tests.support.papers_submitted import drafted, found, made_ready, saved
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.submitted import of_record

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.long]


async def test_a_paper_is_remarked_on_at_a_field_and_comes_back_with_what_was_rewritten(
    people: People, readers: Readers
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    an, phuc = await readers.of(people.an), await readers.of(people.phuc)
    await made_ready(an, document, "Đề nghị xử phạt")
    one = await found(case, document, SubmittedKind.SANCTION)
    place = f"/desk/review/{one.id}"
    await phuc.open("/desk/")
    await phuc.follow(place)
    assert "Trần Văn Mẫu" in phuc.page.text
    assert "Văn bản tóm tắt" in phuc.page.text
    assert phuc.page.link(f"/desk/cases/{case.id}") is not None
    assert phuc.page.link(f"/desk/submissions/{one.id}/opinion?shown=") is not None, "a check-sheet"
    form = answer(phuc, one, "return")
    form.fill("at:/pay_days", "Ghi rõ thời hạn nộp phạt")
    assert await phuc.try_submit(form) == 200
    named = one.title.vi.replace("MQĐ02", "Quyết định xử phạt vi phạm hành chính")
    assert f"Đã trả lại: {named}" in phuc.page.text
    facts = (await case.facts()).papers[document]
    await saved(case, "MQĐ02", facts.fields | {"pay_days": 15}, document)
    await made_ready(an, document)
    await phuc.open(place)
    assert "Thay đổi từ lần xem trước" in phuc.page.text
    assert "<ins>15</ins>" in phuc.html
    # The check-sheet has a page of its own, from which the row goes on.
    await phuc.follow(f"/desk/submissions/{one.id}/opinion")
    sheet = next(item for item in phuc.page.forms if "/opinion" in item.action)
    for control in {item.name for item in sheet.controls if item.name.startswith("check_")}:
        sheet.fill(control, "yes")
    sheet.fill("favour", "yes")
    assert await phuc.try_submit(sheet) == 200
    assert f"Đã ghi ý kiến: {named}" in phuc.page.text
    # The head's step is the signature, which is where the document is.
    giang = await readers.of(people.giang)
    await giang.open(place)
    assert giang.page.link(f"/desk/documents/{document}/sign") is not None
    stranger = await readers.of(people.dung)
    assert await stranger.look(place) == 404


async def test_a_plan_is_approved_in_the_workspace(people: People, readers: Readers) -> None:
    head = await plans_made.national_head(people)
    unit = people.giang.unit.unit_id
    plan = await plans_made.drafted(people.giang, [plans_made.item(unit, "Hộ kinh doanh Mẫu")])
    one = await plans_made.submitted(plan, people.giang)
    desk = await readers.of(head)
    await desk.open(f"/desk/review/{one.id}")
    assert "Hộ kinh doanh Mẫu" in desk.page.text
    assert await desk.try_submit(answer(desk, one, "approve")) == 200
    assert f"Đã phê duyệt: {one.title.vi}" in desk.page.text
    [now] = await of_record(plan)
    assert now.state in (SubmissionState.DONE, SubmissionState.WAITING)
    assert now.steps[0].answer is not None


async def test_what_came_back_unchanged_is_not_taken_for_answered_by_the_answer_before(
    people: People, readers: Readers
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    an, phuc = await readers.of(people.an), await readers.of(people.phuc)
    await made_ready(an, document)
    one = await found(case, document, SubmittedKind.SANCTION)
    await phuc.open(f"/desk/review/{one.id}")
    form = answer(phuc, one, "return")
    form.fill("at:/pay_days", "Ghi rõ thời hạn nộp phạt")
    assert await phuc.try_submit(form) == 200
    await made_ready(an, document)
    again = await found(case, document, SubmittedKind.SANCTION)
    assert (again.state, again.shown) == (SubmissionState.WAITING, one.shown)
    await phuc.open(f"/desk/review/{one.id}")
    assert await phuc.try_submit(answer(phuc, one, "return")) == 422, "nothing was written"
    assert "Hãy ghi ít nhất một ý" in phuc.page.text
