"""A change of the catalogue in the workspace: who answers reads first what is proposed."""

import pytest

from tests.integration.approvals.test_publication import proposed
from tests.support.people import People
from tests.support.publishers import second_publisher
from tests.support.readers import Readers
from tests.unit.law.catalogue.test_publishing_rules import content

pytestmark = pytest.mark.usefixtures("app")


async def test_the_second_person_opens_what_is_proposed_before_it_is_approved(
    people: People, readers: Readers
) -> None:
    second = await second_publisher(people)
    submission_id = await proposed(people.lan)
    desk = await readers.of(second)
    await desk.open(f"/desk/review/{submission_id}")
    assert "ngoài phạm vi của bạn" not in desk.page.text
    assert "Hãy mở xem trước khi trả lời." in desk.page.text
    page = desk.page.link(f"/desk/catalogue/{content().code}/proposals/")
    assert page is not None
    await desk.open(page)
    assert content().name_vi in desk.page.text
