"""A head's own phone, with its own key, makes no act that belongs to the desk or to the system."""

from typing import Any
from uuid import uuid4

import msgspec

from backend.core import clock, database
from schemas.approvals.submissions import Completed, HandedOn, SubmissionApproved
from tests.support import submitted
from tests.support.people import People
from tests.support.phone import Phones


def _json(content: msgspec.Struct) -> Any:
    return msgspec.to_builtins(content)


async def test_a_phone_answers_no_submission_keeps_no_route_and_enters_no_absence(
    people: People, phones: Phones
) -> None:
    work = await submitted.drafted(people)
    [one] = await submitted.of_record(work.id)
    phone = await phones.of(people.giang)
    approve = SubmissionApproved(shown=one.shown, step=1, note="", without=[], reason="")
    done = Completed(
        shown=one.shown, outcome="approved", number=None, act_id=None, without=[], reason=""
    )
    to = HandedOn(step=1, to=[f"officer:{people.hai.id}"], reason="bận họp", up=True)
    today = clock.today().isoformat()
    away = {"officer_id": str(people.giang.id), "stand_in_id": str(people.hai.id)}
    days = {"first_day": today, "last_day": today, "reason": "nghỉ phép"}
    for kind, record, act_type, content in (
        ("submission", str(one.id), "submission.approved", _json(approve)),
        ("submission", str(one.id), "submission.completed", _json(done)),
        ("submission", str(one.id), "submission.handed_on", _json(to)),
        ("submission", str(uuid4()), "submission.approved", _json(approve)),
        ("inspection", str(work.id), "submission.approved", _json(approve)),
        ("route", str(uuid4()), "route.published", {"draft_id": str(uuid4())}),
        ("absence", str(uuid4()), "absence.recorded", away | days),
    ):
        phone.write(record, act_type, content, record={"kind": kind, "id": record})
        [answer] = await phone.send()
        assert answer["status"] == "refused", act_type
        misplaced = kind == "inspection"
        expected = "act_type_misplaced" if misplaced else "approval_not_from_phone"
        assert answer["problem"]["code"] == expected, answer
    [after] = await submitted.of_record(work.id)
    assert (after.state, after.steps[0].answer, after.steps[0].keys) == (
        "waiting",
        None,
        one.steps[0].keys,
    )
    assert await database.fetchval("SELECT count(*) FROM absences") == 0
