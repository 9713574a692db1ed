"""Minutes of non-execution (BB-KKT): the facility was closed, and the commune saw it (Circular 27/2020 Art 16.1)."""

from uuid import UUID

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

ABSENCE = {"authority": [], "authority_absence": "Công an phường đang chữa cháy ở tổ 7"}


async def state_of(work: factories.Work) -> str:
    found: str = await database.fetchval("SELECT state FROM inspections WHERE id = $1", work.id)
    return found


def code_of(outcome: Accepted | Refused) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.code


async def test_they_are_submitted_from_a_visit_that_was_only_opened_and_approved(
    people: People,
) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    assert isinstance(await factories.submit(work), Accepted)
    assert await state_of(work) == "submitted"
    async with transaction():
        outcome = await inspections.approve(work.id, work.revision, people.giang.actor("desk"))
    assert isinstance(outcome, Accepted)
    assert await state_of(work) == "approved"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


async def test_inspection_minutes_still_wait_for_the_announcement(people: People) -> None:
    work = await factories.opened(people)
    await factories.write_minutes(work)
    assert code_of(await factories.submit(work)) == "not_announced"
    await work.act("inspection.announced", {"place": None})
    assert isinstance(await factories.submit(work), Accepted)


@pytest.mark.parametrize(
    ("signers", "changed", "code"),
    [
        (("leader",), {}, "authority_not_signed"),
        (("leader", "subject"), {}, "authority_not_signed"),
        (("leader", "witness"), {}, "authority_not_signed"),
        (("leader",), ABSENCE, "authority_not_signed"),
        (("authority",), {}, "leader_not_signed"),
        (("witness",), ABSENCE, "leader_not_signed"),
    ],
)
async def test_they_need_the_leader_and_the_commune(
    people: People, signers: tuple[str, ...], changed: dict[str, object], code: str
) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work, signers, **changed)
    assert code_of(await factories.submit(work)) == code
    assert await state_of(work) == "opened"


async def test_a_witness_stands_in_where_the_minutes_say_why_the_commune_was_not_there(
    people: People,
) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work, ("leader", "witness"), **ABSENCE)
    assert isinstance(await factories.submit(work), Accepted)


async def test_nobody_of_the_commune_and_no_reason_are_kept_aside(people: People) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work, (), authority=[])
    held = await database.fetch("SELECT code FROM quarantined_acts WHERE record_id = $1", work.id)
    assert [row["code"] for row in held] == ["form_invalid"]
    assert code_of(await factories.submit(work)) == "not_announced"


async def test_the_same_submission_again_gets_the_same_receipt(people: People) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    first = await factories.submit(work)
    act = work.pen.log[-1]
    again = await factories.hand_in(act, work.author, UUID(str(act["device_id"])))
    assert isinstance(first, Accepted)
    assert isinstance(again, Accepted)
    assert again.repeated
    assert again.receipt == first.receipt


async def test_a_stranger_to_the_team_cannot_submit_them(people: People) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    content = contents.submission(work.minutes, [], work.signatures, work.places)
    pen = await factories.pen(people.dung)
    act = pen.write(str(work.id), "inspection.submitted", content)
    outcome = await factories.hand_in(act, people.dung, UUID(str(act["device_id"])))
    assert code_of(outcome) == "not_on_team"


async def test_after_a_return_the_team_may_announce_and_inspect_after_all(people: People) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    await factories.submit(work)
    remark = Comment(at=CommentTarget(field="/observed"), text="Quay lại buổi chiều")
    async with transaction():
        await inspections.return_for_correction(
            work.id, work.revision, [remark], people.giang.actor("desk")
        )
    await factories.write_minutes(work)
    assert code_of(await factories.submit(work)) == "not_announced"
    await work.act("inspection.announced", {"place": None})
    assert await state_of(work) == "returned"
    assert isinstance(await factories.submit(work), Accepted)


async def test_minutes_of_inspection_after_those_of_non_execution_void_their_submission(
    people: People,
) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    await factories.submit(work)
    await factories.write_minutes(work)
    assert await state_of(work) == "revising"
    async with transaction():
        outcome = await inspections.approve(work.id, work.revision, people.giang.actor("desk"))
    assert code_of(outcome) == "revision_stale"
