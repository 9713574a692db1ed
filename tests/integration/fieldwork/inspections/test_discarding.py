"""A team gives a visit up: with a reason, without losing anything, until it begins again."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted, Refused
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from deploy.demo import contents
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.support import factories
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

REASON = {"reason": "Đoàn được điều đi vụ việc khẩn cấp"}


async def standing(work: factories.Work) -> Any:
    """The inspection's row."""
    return await database.fetchrow("SELECT * FROM inspections WHERE id = $1", work.id)


async def discard(work: factories.Work, **content: Any) -> Accepted | Refused:
    return await work.act("inspection.discarded", REASON | content)


def code_of(outcome: Accepted | Refused) -> str:
    assert isinstance(outcome, Refused), outcome
    assert outcome.text.vi
    assert outcome.text.en
    return outcome.code


async def test_it_says_who_gave_it_up_when_by_his_phone_and_why(people: People) -> None:
    work = await factories.announced(people, photos=1)
    assert isinstance(await discard(work), Accepted)
    async with transaction():
        view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert view.state == "discarded"
    assert view.discarded is not None
    assert view.discarded.reason == REASON["reason"]
    assert view.discarded.officer_id == people.an.id
    assert view.discarded.officer_name == people.an.full_name
    assert view.discarded.at.isoformat()[:19] == work.pen.log[-1]["made_at"][:19]
    assert len(view.photos) == 1


async def test_a_second_time_changes_nothing(people: People) -> None:
    work = await factories.announced(people)
    await discard(work)
    before = await standing(work)
    assert isinstance(await discard(work, reason="Lý do khác hẳn"), Accepted)
    after = await standing(work)
    assert after["discard_reason"] == before["discard_reason"]
    assert after["discarded_at"] == before["discarded_at"]


async def test_evidence_still_joins_and_a_submission_waits_until_it_is_begun_again(
    people: People,
) -> None:
    work = await factories.announced(people, photos=1)
    await discard(work)
    await factories.take_photo(work)
    await factories.write_minutes(work)
    assert code_of(await factories.submit(work)) == "inspection_discarded"
    assert (await standing(work))["photo_count"] == 2
    assert (await standing(work))["quarantine_count"] == 0
    assert isinstance(await work.act("inspection.opened", {"decision_id": str(uuid4())}), Accepted)
    row = await standing(work)
    assert (row["state"], row["discarded_at"], row["discard_reason"]) == ("opened", None, None)
    assert isinstance(await factories.submit(work), Accepted)


async def test_an_announcement_waits_until_it_is_begun_again(people: People) -> None:
    work = await factories.opened(people)
    await discard(work)
    assert code_of(await work.act("inspection.announced", {"place": None})) == (
        "inspection_discarded"
    )
    assert (await standing(work))["announced_at"] is None


async def test_what_nobody_took_up_cannot_be_given_up(people: People) -> None:
    work = await factories.decided(people)
    assert code_of(await discard(work)) == "not_opened"


async def test_what_waits_for_the_supervisor_cannot_be_given_up(people: People) -> None:
    work = await factories.submitted(people)
    assert code_of(await discard(work)) == "already_submitted"
    assert (await standing(work))["state"] == "submitted"


async def test_a_stranger_to_the_team_cannot_give_it_up(people: People) -> None:
    work = await factories.announced(people)
    pen = await factories.pen(people.dung)
    act = pen.write(str(work.id), "inspection.discarded", REASON)
    outcome = await factories.hand_in(act, people.dung, UUID(str(act["device_id"])))
    assert code_of(outcome) == "not_on_team"


async def test_a_wrong_signature_cannot_give_it_up(people: People) -> None:
    work = await factories.announced(people)
    outcome = await work.act("inspection.discarded", REASON, signature="A" * 86)
    assert code_of(outcome) == "device_doubt"


async def test_nothing_of_it_can_be_ruled_on(people: People) -> None:
    work = await factories.submitted(people)
    giang = people.giang.actor("desk")
    remark = Comment(at=CommentTarget(field="/team_opinion"), text="Ghi rõ hơn")
    async with transaction():
        await inspections.return_for_correction(work.id, work.revision, [remark], giang)
    assert isinstance(await discard(work), Accepted)
    async with transaction():
        outcome = await inspections.approve(work.id, work.revision, giang)
    assert code_of(outcome) == "inspection_discarded"


async def test_the_ledger_of_a_discarded_inspection_verifies(people: People) -> None:
    work = await factories.announced(people)
    await discard(work)
    await work.act("place.fixed", contents.place(210285110, 1058542300))
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings
    await work.act("inspection.opened", {"decision_id": str(uuid4())})
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings
