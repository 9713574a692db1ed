"""Nobody takes the right to explain away with words of his own: over HTTP, by an inspector in a hurry."""

from datetime import timedelta

import pytest
from litestar import Litestar

from admin_ui.formats import HOUR_ZONE
from backend import clock
from tests.integration.admin_ui.test_changed_papers import act
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


def now() -> str:
    return f"{clock.now().astimezone(HOUR_ZONE):%Y-%m-%dT%H:%M}"


async def not_waived(people: People) -> Case:
    """A violation recorded by minutes of two hours ago that grant the right and do not say it is waived."""
    at = clock.now() - timedelta(hours=2)
    return await cases_made.recorded(
        people,
        recorded_at=at,
        detected_on=at.astimezone(HOUR_ZONE).date(),
        minutes={"explanation_waived": False},
    )


async def test_three_letters_of_an_inspector_waive_no_right_to_explain(
    app: Litestar, people: People
) -> None:
    case = await not_waived(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    waiver = {"how": "declared", "at": now(), "reason": "abc"}
    status, said = await act(an, case, "explanation.waived", **waiver)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "đưa văn bản của chính người vi phạm vào hồ sơ" in said

    # Nor a paper that he filed himself a moment ago.
    filed = {"title": "Đơn của ông Mẫu", "sheets": 1}
    assert (await act(an, case, "sheets.filed", **filed))[0] == 303
    own = (await case.facts()).sheets[-1].first
    status, said = await act(an, case, "explanation.waived", **waiver, sheet=own)
    assert status == 409
    assert "do chính bạn đưa vào hồ sơ" in said

    assert (await act(giang, case, "sheets.filed", **filed))[0] == 303
    received = (await case.facts()).sheets[-1].first
    assert (await act(an, case, "explanation.waived", **waiver, sheet=received))[0] == 303
    assert (await case.facts()).state == "decision_due"


async def test_an_explanation_that_nobody_wrote_does_not_end_the_time_to_explain(
    app: Litestar, people: People
) -> None:
    case = await not_waived(people)
    an = await Desk.of(app, people.an, people)
    made_up = {"mode": "written", "received_at": now(), "content": "abc", "accepted": "yes"}
    status, said = await act(an, case, "explanation.received", **made_up)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "Giải trình phải có văn bản trong hồ sơ" in said

    hearing = await case.paper("MBB03", people.an)
    status, said = await act(an, case, "explanation.received", **made_up, document_id=hearing)
    assert status == 409, "the hearing of another case"
    assert "không ghi số" in said

    sheet = await cases_made.written_by_party(case)
    assert (await act(an, case, "explanation.received", **made_up, sheet=sheet))[0] == 303
    assert (await case.facts()).state == "decision_due"
