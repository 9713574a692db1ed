"""What was refused comes back changed, or with the reason why the same is submitted again."""

import pytest

from backend.approvals.rules import again
from backend.approvals.rules.facts import Submission
from schemas.approvals import submissions as acts
from schemas.approvals.words import SubmissionAct as Act
from tests.unit.approvals.test_orders import COLLEAGUE, DRAFTER, HEAD, ROUTES, Office

WHY = "Đã bổ sung biên bản xác minh, đề nghị xem xét lại"


@pytest.fixture
def office() -> Office:
    made = Office(due_at=None)
    made.submit(ROUTES[2])
    return made


def asks(office: Office, note: str, material: str | None = None) -> bool:
    earlier: list[Submission] = [office.at]
    same = again.unchanged(earlier, material or office.at.material)
    return again.needs_reason(same, note)


def refused(office: Office) -> None:
    said = acts.SubmissionRefused(shown=office.at.shown, reason="không đủ căn cứ")
    office.facts = None
    office.submit(ROUTES[0])
    assert office.take(Act.REFUSED, said, HEAD)


def test_the_same_content_after_a_refusal_needs_a_reason_of_its_own(office: Office) -> None:
    refused(office)
    assert again.said_no(office.at) == {HEAD}
    assert asks(office, "")
    assert asks(office, "Đề nghị ký"), "nothing is said by it"
    assert not asks(office, WHY)
    assert not asks(office, "", material="f" * 64), "something material changed"
    office.at.note = WHY
    assert asks(office, f"  {WHY.upper()} "), "that was said before, and refused"


def test_giving_the_document_up_does_not_make_the_same_content_new(office: Office) -> None:
    refused(office)
    assert office.take(Act.ENDED, acts.SubmissionEnded(why="bỏ"), DRAFTER, system=True)
    assert asks(office, "")


def test_withdrawing_does_not_lose_an_opinion_against(office: Office) -> None:
    said = acts.OpinionGiven(
        shown=office.at.shown, step=1, favour=False, text="thiếu chứng cứ", checks=[]
    )
    assert office.take(Act.OPINION_GIVEN, said, COLLEAGUE)
    assert office.take(Act.WITHDRAWN, acts.SubmissionWithdrawn(reason=""), DRAFTER)
    assert again.said_no(office.at) == {COLLEAGUE}
    assert asks(office, "")


def test_what_was_withdrawn_before_anybody_said_no_comes_back_freely(office: Office) -> None:
    assert office.take(Act.WITHDRAWN, acts.SubmissionWithdrawn(reason=""), DRAFTER)
    assert not asks(office, "")


def test_a_refusal_that_was_taken_back_counts_no_more(office: Office) -> None:
    refused(office)
    assert office.take(Act.REOPENED, acts.Reopened(reason="xét lại"), HEAD)
    assert office.take(Act.WITHDRAWN, acts.SubmissionWithdrawn(reason=""), DRAFTER)
    assert not asks(office, "")
