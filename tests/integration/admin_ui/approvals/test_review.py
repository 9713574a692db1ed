"""A head goes through what waits on one page after the other: looks, remarks, rules, and the next one opens."""

import pytest
from litestar import Litestar

from backend.approvals.rules.facts import Submission
from backend.core import database
from backend.core.settings import Settings
from deploy.demo import contents
from deploy.demo.pages import Form
from schemas.approvals.words import Outcome, StepKind, SubmissionState, SubmittedKind
from tests.support import factories, submitted
from tests.support.factories import Work
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.workers import worker_of

pytestmark = pytest.mark.usefixtures("app")


async def files(people: People, count: int) -> list[tuple[Work, Submission]]:
    """So many files that wait for the head of the department, the first one the longest."""
    works = [
        await factories.submitted(people, minutes_flow=2, author=people.chi) for _ in range(count)
    ]
    return [(work, await file_of(work)) for work in works]


async def file_of(work: Work) -> Submission:
    [found] = await submitted.of_record(work.id)
    return found


def at(one: Submission, what: str = "") -> str:
    return f"/desk/review/{one.id}" + (f"/{what}" if what else "")


async def press(desk: Reader, one: Submission, what: str) -> int:
    """Press the button that records, and return the status of the page that follows."""
    form = desk.form(at(one))
    return await desk.try_submit(answer(desk, one, what) or form)


def answer(desk: Reader, one: Submission, what: str) -> Form:
    """The form that records an answer: its own, or that of the remarks with the answer's button."""
    for form in desk.page.forms:
        if at(one, what) in form.action:
            return form
    form = next(item for item in desk.page.forms if item.ident == "say")
    button = next(item for item in form.buttons if at(one, what) in item.action)
    return Form(button.action, "post", "", "", form.controls, [])


async def rulings() -> int:
    found: int = await database.fetchval("SELECT count(*) FROM rulings")
    return found


async def test_the_next_that_waits_opens_after_a_ruling_and_says_what_was_recorded(
    people: People, readers: Readers
) -> None:
    found = await files(people, 3)
    desk = await readers.of(people.giang)
    await desk.open("/desk/")
    await desk.follow(at(found[0][1]))
    assert "1/3" in desk.page.text
    for work, file in found:
        assert at(file) in desk.page.url
        assert await press(desk, file, "agree") == 200
        assert (await file_of(work)).state is SubmissionState.DONE
        assert f"Đã đồng ý hướng xử lý: {file.title.vi}" in desk.page.text
        assert desk.page.link(f"/desk/submissions/{file.id}") is not None
    assert "Không còn việc nào chờ bạn phê duyệt" in desk.page.text
    await desk.open("/desk/review")
    assert "Không còn việc nào chờ bạn phê duyệt" in desk.page.text


@pytest.mark.long
async def test_remarks_are_collected_place_by_place_and_sent_at_once(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people, photos=1, minutes_flow=2, author=people.chi)
    file = await file_of(work)
    photo = f"photo:{work.pictures[0].photo_id}"
    desk = await readers.of(people.giang)
    await desk.open(at(file))
    form = answer(desk, file, "supplement")
    assert form.find(f"at:{photo}") is not None, "each photograph can be remarked on"
    keep = next(item for item in desk.page.forms if item.ident == "say")
    keep.fill("at:/contents/0/result", "Ghi rõ số lượng từng loại")
    place = next(item for item in keep.buttons if item.value == "/contents/0/result")
    assert await desk.try_submit(keep, place) == 200
    assert "Yêu cầu bổ sung (1)" in desk.page.text
    assert await rulings() == 0, "kept, and not sent"
    # The other head sees nothing of it: it is not said yet.
    other = await readers.of(people.hai)
    await other.open(at(file))
    assert "Ghi rõ số lượng từng loại" not in other.page.text
    await desk.open(at(file))
    form = answer(desk, file, "supplement")
    form.fill(f"at:{photo}", "Chụp lại cho rõ nhãn")
    assert await desk.try_submit(form) == 200
    assert f"Đã yêu cầu bổ sung: {file.title.vi}" in desk.page.text
    remark = (await file_of(work)).remark
    assert remark is not None
    assert {one.at: one.text for one in remark.comments} == {
        "/contents/0/result": "Ghi rõ số lượng từng loại",
        photo: "Chụp lại cho rõ nhãn",
    }
    assert await database.fetchval("SELECT count(*) FROM approval_remarks") == 0


@pytest.mark.long
async def test_nothing_is_sent_back_without_a_remark_and_one_is_taken_back_by_emptying_it(
    people: People, readers: Readers
) -> None:
    [(work, file)] = await files(people, 1)
    desk = await readers.of(people.giang)
    await desk.open(at(file))
    assert await press(desk, file, "supplement") == 422
    assert "Hãy ghi ít nhất một ý" in desk.page.text
    for said in ("Thiếu hóa đơn", ""):
        form = next(item for item in desk.page.forms if item.ident == "say")
        form.fill("at:/facility_name", said)
        button = next(item for item in form.buttons if item.value == "/facility_name")
        assert await desk.try_submit(form, button) == 200
    assert "Yêu cầu bổ sung (1)" not in desk.page.text
    assert (await file_of(work)).state is SubmissionState.WAITING


async def test_what_changed_meanwhile_is_refused_with_what_changed(
    people: People, readers: Readers
) -> None:
    [(work, file)] = await files(people, 1)
    desk = await readers.of(people.giang)
    await desk.open(at(file))
    await factories.take_photo(work)
    assert await press(desk, file, "agree") == 409
    assert await rulings() == 0
    assert "Nội dung đã thay đổi sau khi bạn mở" in desk.page.text
    assert "Thay đổi từ lần xem trước" in desk.page.text
    assert "Ảnh mới: 1" in desk.page.text


async def test_nobody_rules_on_what_was_not_before_them(people: People, readers: Readers) -> None:
    [(_, file)] = await files(people, 1)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/submissions/{file.id}/agree?shown={file.shown}")
    form = next(item for item in desk.page.forms if "/agree" in item.action)
    form.action = at(file, "agree")
    assert await desk.try_submit(form) == 409
    assert "Bạn chưa xem nội dung này" in desk.page.text
    assert await rulings() == 0
    assert await press(desk, file, "agree") == 200, "now it was before him"


@pytest.mark.long
async def test_a_button_pressed_twice_records_once_and_goes_on(
    people: People, readers: Readers
) -> None:
    (_, first), (_, second) = await files(people, 2)
    desk = await readers.of(people.giang)
    await desk.open(at(first))
    form = answer(desk, first, "agree")
    for _ in range(2):
        assert await desk.try_submit(form) == 200
        assert at(second) in desk.page.url
        assert f"Đã đồng ý hướng xử lý: {first.title.vi}" in desk.page.text
    assert await rulings() == 1


@pytest.mark.long
async def test_of_two_heads_one_rules_and_the_other_reads_what_happened_and_goes_on(
    people: People, readers: Readers
) -> None:
    (_, first), (_, second), (_, third) = await files(people, 3)
    giang, hai = await readers.of(people.giang), await readers.of(people.hai)
    for desk in (giang, hai):
        await desk.open(at(first))
    if "Đồng ý hướng xử lý" not in hai.page.text:
        pytest.fail("the deputy sees the file of the department")
    await giang.open(at(second))
    assert await press(giang, second, "agree") == 200
    assert at(third) in giang.page.url
    # The row goes back to what was passed over, and past what is done.
    assert await press(giang, third, "agree") == 200
    assert at(first) in giang.page.url
    await hai.open(at(second))
    assert "Hiện không chờ bạn quyết định" in hai.page.text
    assert await press(giang, first, "agree") == 200
    assert "Không còn việc nào" in giang.page.text
    assert await rulings() == 3


@pytest.mark.long
async def test_who_may_not_rule_is_refused_and_who_may_not_see_finds_nothing(
    people: People, readers: Readers
) -> None:
    [(_, file)] = await files(people, 1)
    team = await readers.of(people.chi)
    await team.open(at(file))
    assert not any(at(file, "agree") in one.action for one in team.page.forms)
    form = next(item for item in team.page.forms if item.ident == "say")
    form.action = at(file, "agree")
    assert await team.try_submit(form) == 409
    for stranger in (people.ho, people.dung, people.em):
        desk = await readers.of(stranger)
        await desk.open("/desk/")
        token = next(item for item in desk.page.forms if item.find("csrf_token"))
        assert await desk.look(at(file)) == 404
        for what in ("agree", "supplement", "remarks"):
            forged = Form(at(file, what), "post", "", "", [*token.controls, *form.controls[1:]])
            assert await desk.try_submit(forged) == 404, what
    assert await rulings() == 0
    assert await database.fetchval("SELECT count(*) FROM approval_remarks") == 0


@pytest.mark.long
async def test_a_code_is_asked_for_before_the_answer_and_once_more_if_its_time_is_over(
    people: People, readers: Readers
) -> None:
    [(_, file)] = await files(people, 1)
    desk = await readers.of(people.giang)
    await desk.open(at(file))
    form = answer(desk, file, "agree")
    await database.execute("UPDATE desk_sessions SET confirmed_until = NULL")
    await desk.try_submit(form)
    assert "mã" in desk.page.text
    assert await rulings() == 0
    await database.execute("UPDATE desk_sessions SET confirmed_until = NULL")
    await desk.open(at(file))
    assert desk.page.link("/desk/confirm?next=/desk/review/") is not None
    assert not any(at(file, "agree") in one.action for one in desk.page.forms)


@pytest.mark.long
async def test_a_form_of_another_page_records_nothing(people: People, readers: Readers) -> None:
    [(_, file)] = await files(people, 1)
    desk = await readers.of(people.giang)
    await desk.open(at(file))
    form = answer(desk, file, "agree")
    form.fill("csrf_token", "0" * 43)
    assert await desk.try_submit(form) == 403
    assert await rulings() == 0


@pytest.mark.long
async def test_a_draft_shows_what_was_rewritten_since_the_one_that_was_looked_at(
    people: People, readers: Readers
) -> None:
    work = await submitted.drafted(people)
    desk = await readers.of(people.giang)
    first = await file_of(work)
    await desk.open(at(first))
    assert "Thay đổi từ lần xem trước" not in desk.page.text
    await factories.write_text(work, team_opinion="Đề nghị bổ sung hóa đơn đầu vào")
    await submitted.propose(work)
    [_, second] = await submitted.of_record(work.id)
    await desk.open(at(first))
    assert "Nội dung mới hơn đã được trình" in desk.page.text
    await desk.follow(at(second))
    assert "Thay đổi từ lần xem trước" in desk.page.text
    html = (await desk.fetch(at(second))).text
    assert "<ins>Đề nghị bổ sung hóa đơn đầu vào</ins>" in html, "also when looked at again"
    assert await press(desk, second, "approve") == 200
    assert "Đã phê duyệt" in desk.page.text


@pytest.mark.long
async def test_near_a_legal_limit_missing_advice_is_named_and_does_not_block(
    people: People, readers: Readers
) -> None:
    await submitted.legal_first(people, SubmittedKind.FILE, StepKind.AGREE)
    [(work, file)] = await files(people, 1)
    # Its limit is within a day, so the head's step is open already, without a time of its own.
    desk = await readers.of(people.giang)
    await desk.open("/desk/")
    await desk.follow(at(file))
    assert "chưa có ý kiến" in desk.page.text
    assert await press(desk, file, "agree") == 200
    found = await file_of(work)
    assert found.state is SubmissionState.DONE
    assert found.steps[0].answer is not None
    assert found.steps[0].answer.outcome is Outcome.NO_OPINION


@pytest.mark.long
async def test_a_legal_officer_gives_an_opinion_where_the_content_is(
    people: People, readers: Readers
) -> None:
    await submitted.legal_first(people, SubmittedKind.FILE, StepKind.AGREE)
    [(work, file)] = await files(people, 1)
    legal = await readers.of(people.phuc)
    await legal.open(at(file))
    form = answer(legal, file, "opinion")
    form.fill("favour", "no")
    assert await legal.try_submit(form) == 422, "who is against says why"
    form = answer(legal, file, "opinion")
    form.fill("text", "Thiếu hóa đơn đầu vào của lô thứ hai")
    assert await legal.try_submit(form) == 200
    assert f"Đã ghi ý kiến: {file.title.vi}" in legal.page.text
    given = (await file_of(work)).steps[0].answer
    assert given is not None
    assert given.outcome is Outcome.DISAGREED


async def with_findings(people: People, settings: Settings) -> Work:
    """A file that waits, with several findings about the places of its officers."""
    work = await factories.announced(people, minutes_flow=2, author=people.chi)
    for east in (1058542300, 1058642300):
        await work.act("place.fixed", contents.place(210285110, east, mocked=True))
    await factories.write_minutes(work)
    await factories.submit(work)
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    return work


@pytest.mark.long
async def test_findings_are_weighed_several_at_once_with_one_reason(
    app: Litestar, people: People, readers: Readers, settings: Settings
) -> None:
    work = await with_findings(people, settings)
    file = await file_of(work)
    desk = await readers.of(people.giang)
    await desk.open(at(file))
    ids = [str(row["id"]) for row in await database.fetch("SELECT id FROM findings")]
    assert len(ids) >= 2
    assert f"{len(ids)} chưa đánh giá" in desk.page.text
    form = desk.form("/findings/weigh")
    form.fill("finding", *ids)
    form.fill("weight", "dismissed")
    assert await desk.try_submit(form) == 422, "without a reason"
    form = desk.form("/findings/weigh")
    form.fill("reason", "Máy thử của đơn vị")
    assert await desk.try_submit(form) == 200
    assert at(file) in desk.page.url
    assert "Đã đánh giá hết" in desk.page.text
    weighed = await database.fetch("SELECT weight, reason FROM findings")
    assert {(row["weight"], row["reason"]) for row in weighed} == {
        ("dismissed", "Máy thử của đơn vị")
    }


@pytest.mark.long
async def test_findings_whose_numbers_changed_are_weighed_none_of_them(
    app: Litestar, people: People, readers: Readers, settings: Settings
) -> None:
    work = await with_findings(people, settings)
    desk = await readers.of(people.giang)
    await desk.open(at(await file_of(work)))
    form = desk.form("/findings/weigh")
    ids = [item.value for item in form.controls if item.name == "finding"]
    form.fill("finding", *ids)
    form.fill("weight", "accepted")
    form.fill(f"seen-{ids[-1]}", '{"metres": 1}')
    assert await desk.try_submit(form) == 409
    assert await database.fetchval("SELECT count(*) FROM findings WHERE weight IS NOT NULL") == 0
