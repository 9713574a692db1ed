"""A ruling on an inspection and the answer to its submission are one: whichever came first."""

import asyncio
from uuid import UUID, uuid4

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.fieldwork.decision_papers import on_phone
from backend.fieldwork.inspections import opinions
from backend.fieldwork.inspections import service as inspections
from backend.insight.my_work import service as my_work
from backend.insight.my_work.service import Show
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Refused
from schemas.approvals import submissions as said
from schemas.approvals.words import Outcome, StepKind, SubmissionState, SubmittedKind
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.integration.mobile_api.test_decisions_on_phones import content as proposal
from tests.support import decision_papers, factories, submitted, told
from tests.support.factories import Work
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")

REMARK = Comment(at=CommentTarget(field="/contents/0/result"), text="Ghi rõ số lượng từng loại")


async def seen(people: People, work: Work) -> InspectionView:
    async with transaction():
        return await inspections.inspection_view(work.id, people.giang.actor("desk"))


async def stored(work: Work) -> None:
    """All bytes of the work's photographs are here."""
    await database.execute("UPDATE inspections SET missing_count = 0 WHERE id = $1", work.id)


def agreed(one: object, step: int = 1, **more: object) -> said.SubmissionAgreed:
    given = {"without": [], "reason": "", "note": ""} | more
    return said.SubmissionAgreed(shown=one.shown, step=step, **given)  # type: ignore[attr-defined, arg-type]


async def test_a_draft_waits_for_the_head_and_his_answer_in_either_place_is_one(
    people: People,
) -> None:
    work = await submitted.drafted(people)
    [first] = await submitted.of_record(work.id)
    assert (first.subject.kind, first.state) == (SubmittedKind.MINUTES_DRAFT, "waiting")
    assert await submitted.waits_for(people.giang) == [work.id]
    waits = (await seen(people, work)).waits_for
    assert waits is not None, "the phones of the team show it"
    assert (waits.names, waits.since) == ([people.giang.full_name], first.steps[0].began_at)
    returned = said.SubmissionReturned(
        shown=first.shown, comments=[said.Comment(at="/contents/0/result", text=REMARK.text)]
    )
    await submitted.answer(first, returned, people.giang)
    view = await seen(people, work)
    assert view.comments == [REMARK], "the team reads the remark as before"
    await factories.write_text(work)
    await submitted.propose(work)
    [old, new] = await submitted.of_record(work.id)
    assert (old.state, new.state) == (SubmissionState.ENDED, SubmissionState.WAITING)
    await submitted.answer(
        new,
        said.SubmissionApproved(shown=new.shown, step=1, note="", without=[], reason=""),
        people.giang,
    )
    answer = (await seen(people, work)).drafts[-1].answer
    assert answer is not None
    assert answer.kind == "draft_approved"
    assert await submitted.waits_for(people.giang) == []
    assert (await seen(people, work)).waits_for is None


async def test_a_draft_that_was_signed_waits_for_nobody(people: People) -> None:
    work = await submitted.drafted(people)
    await factories.sign_text(work)
    [one] = await submitted.of_record(work.id)
    assert one.state is SubmissionState.ENDED
    assert await submitted.waits_for(people.giang) == []


async def test_a_ruling_from_the_page_of_today_completes_what_waits(people: People) -> None:
    work = await submitted.drafted(people)
    draft = (await seen(people, work)).drafts[-1].draft
    async with transaction():
        ledger.unwrap(await opinions.approve_draft(work.id, draft, people.giang.actor("desk")))
    await factories.sign_text(work)
    ledger.unwrap(await factories.submit(work))
    _, file = await submitted.of_record(work.id)
    assert (file.subject.kind, file.due_rule) == (SubmittedKind.FILE, "D03")
    hand = (await seen(people, work)).file
    assert hand is not None
    assert hand.file == file.shown
    async with transaction():
        points = [REMARK]
        actor = people.giang.actor("desk")
        ledger.unwrap(await opinions.ask_supplement(work.id, hand.file, points, actor))
    [_, file] = await submitted.of_record(work.id)
    assert file.state is SubmissionState.WITH_SUBMITTER
    assert file.remark is not None
    assert [one.text for one in file.remark.comments] == [REMARK.text]
    async with transaction():
        mine = await my_work.page(people.chi.actor(), Show.ALL, "step_returned")
    assert [row.due for row in mine.rows] == [None], "the file was brought in time (Art 19.2)"
    asked = (await seen(people, work)).file
    assert asked is not None
    told = {"asked": str(asked.open_ask), "photos": [], "documents": []}
    answers = told | {"answers": [{"point": 0, "text": "Đã ghi rõ"}]}
    ledger.unwrap(await work.act("file.supplemented", answers))
    [_, file] = await submitted.of_record(work.id)
    assert (file.state, file.rounds) == (SubmissionState.WAITING, 2)
    await stored(work)
    async with transaction():
        ledger.unwrap(await opinions.agree(work.id, file.shown, people.giang.actor("desk")))
    [draft_one, file] = await submitted.of_record(work.id)
    assert [one.state for one in (draft_one, file)] == [SubmissionState.DONE] * 2


async def test_a_refusal_at_the_inspections_door_leaves_the_submission_as_it_was(
    people: People,
) -> None:
    work = await factories.submitted(people, photos=1, minutes_flow=2, author=people.chi)
    [file] = await submitted.of_record(work.id)
    with pytest.raises(RefusedAct) as refused:
        await submitted.answer(file, agreed(file), people.giang)
    assert refused.value.problem_code == "bytes_missing"
    returned = said.SubmissionReturned(
        shown=file.shown, comments=[said.Comment(at="", text="Sửa lại biên bản")]
    )
    with pytest.raises(RefusedAct) as refused:
        await submitted.answer(file, returned, people.giang)
    assert refused.value.problem_code == "inspection_file_returned", (
        "signed minutes are not rewritten"
    )
    [file] = await submitted.of_record(work.id)
    assert file.state is SubmissionState.WAITING
    await stored(work)
    await submitted.answer(file, agreed(file), people.giang)
    assert (await seen(people, work)).state == "approved"


async def test_nothing_waits_where_the_leader_issued_the_decision_or_in_the_older_flow(
    people: People,
) -> None:
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.giang.id
    )
    own = await factories.submitted(
        people, leader=people.giang, minutes_flow=2, author=people.giang
    )
    older = await factories.submitted(people)
    assert await submitted.of_record(own.id) == []
    assert await submitted.of_record(older.id) == []


async def test_a_late_photograph_keeps_the_legal_officers_advice(people: People) -> None:
    await submitted.legal_first(people, SubmittedKind.FILE, StepKind.AGREE)
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    [file] = await submitted.of_record(work.id)
    advice = said.OpinionGiven(shown=file.shown, step=1, favour=True, text="Đủ hồ sơ", checks=[])
    await submitted.answer(file, advice, people.phuc)
    await factories.take_photo(work)
    [file] = await submitted.of_record(work.id)
    current = (await seen(people, work)).file
    assert current is not None
    assert file.shown == current.file, "who rules now rules on the file with the photograph"
    assert file.steps[0].answer is not None
    assert file.steps[0].answer.outcome is Outcome.AGREED
    told = await database.fetchval(
        "SELECT count(*) FROM notices WHERE text_key = 'submission.changed'"
    )
    assert told == 0, "late photographs touch no opinion (practice B7)"


async def test_of_two_heads_at_once_one_agrees_and_the_other_is_told(people: People) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    [file] = await submitted.of_record(work.id)

    async def from_the_page() -> object:
        async with transaction():
            return await opinions.agree(work.id, file.shown, people.hai.actor("desk"))

    results = await asyncio.gather(
        submitted.answer(file, agreed(file), people.giang), from_the_page(), return_exceptions=True
    )
    lost = [one for one in results if isinstance(one, RefusedAct | Refused)]
    assert len(lost) == 1, results
    codes = [one.code if isinstance(one, Refused) else one.problem_code for one in lost]
    assert codes[0] in ("already_decided", "approval_not_waiting")
    assert await database.fetchval("SELECT count(*) FROM rulings") == 1
    [file] = await submitted.of_record(work.id)
    assert file.state is SubmissionState.DONE


async def test_a_proposal_returned_on_its_submissions_page_reaches_the_phone_as_before(
    people: People,
) -> None:
    pen = await factories.pen(people.an)
    record, document = uuid4(), uuid4()
    work = Work(record, "", people.an, pen)
    outcome = await work.act("decision.proposed", proposal(people, document))
    assert isinstance(outcome, Accepted), outcome
    [one] = await submitted.of_record(record)
    assert one.subject.item_id == document
    assert await submitted.waits_for(people.giang) == [record]
    returned = said.SubmissionReturned(
        shown=one.shown, comments=[said.Comment(at="", text="Nêu rõ dấu hiệu vi phạm")]
    )
    await submitted.answer(one, returned, people.giang)
    async with transaction():
        [shown] = await on_phone.of_officer(people.an.id)
    assert (shown.state, shown.remarks) == ("returned", "Nêu rõ dấu hiệu vi phạm")
    again = proposal(people, document, reason="Hàng hóa không có nhãn, không rõ nguồn gốc")
    ledger.unwrap(await work.act("decision.proposed", again))
    [one] = await submitted.of_record(record)
    assert (one.state, one.rounds) == (SubmissionState.WAITING, 2)
    refused = said.SubmissionRefused(shown=one.shown, reason="Trùng với kế hoạch kiểm tra")
    await submitted.answer(one, refused, people.giang)
    async with transaction():
        [shown] = await on_phone.of_officer(people.an.id)
    assert (shown.state, shown.remarks) == ("refused", "Trùng với kế hoạch kiểm tra")


async def test_a_draft_given_up_at_the_desk_waits_for_nobody(people: People) -> None:
    document: UUID = await decision_papers.drafted(people)
    assert len(await submitted.waits_for(people.giang)) == 1
    async with transaction():
        actor = people.an.actor("desk")
        ledger.unwrap(await decision_papers.papers.discard(document, "Soạn nhầm", actor))
    assert await submitted.waits_for(people.giang) == []


async def test_who_drafted_a_decision_that_a_head_gives_up_hears_it_once(people: People) -> None:
    document: UUID = await decision_papers.drafted(people)
    async with transaction():
        actor = people.giang.actor("desk")
        ledger.unwrap(await decision_papers.papers.discard(document, "Không kiểm tra nữa", actor))
    keys = await told.waiting(people.an)
    assert [one for one in keys if one in ("decision.given_up", "submission.ended")] == [
        "decision.given_up"
    ]
