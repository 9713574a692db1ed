"""Who issues an inspection decision may lead the inspection himself: no ruling is needed then, and it is listed."""

import pytest

from backend.core import database
from tests.support import factories
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_head_issues_a_decision_that_he_leads_and_that_is_listed(people: People) -> None:
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.giang.id
    )
    led = await factories.decided(people, leader=people.giang)
    joined = await factories.decided(people, members=[people.an, people.giang])
    rows = await database.fetch("SELECT record_id, kind FROM exceptions")
    assert [(row["record_id"], row["kind"]) for row in rows] == [(led.id, "leader_is_issuer")]
    assert joined.id != led.id
