"""The records opened last, in the rail of every page: whose post is another one reads no title of before."""

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.ledger.service import Refused
from schemas.core.vocabulary import Role
from schemas.force import acts
from tests.support.people import People
from tests.support.readers import Readers

TITLE = "Hộ kinh doanh Kín"


@pytest.mark.parametrize("act", ["role", "unit"])
async def test_who_loses_a_role_or_moves_reads_no_title_of_what_was_opened_before(
    readers: Readers, people: People, act: str
) -> None:
    await database.execute(
        "INSERT INTO seen_records (officer_id, address, title, seen_at) VALUES ($1, $2, $3, now())",
        people.em.id,
        f"/desk/cases/{people.em.id}",
        TITLE,
    )
    assert TITLE in (await (await readers.of(people.em)).fetch("/desk/")).text
    content = (
        acts.RoleTaken(role=Role.INSPECTOR, reason="thôi việc")
        if act == "role"
        else acts.OfficerMoved(unit_id=people.units["0101"].unit_id, reason="điều động")
    )
    async with transaction():
        outcome = await accounts.change(people.my.actor(), people.em.id, content)
    assert not isinstance(outcome, Refused), outcome
    assert TITLE not in (await (await readers.of(people.em)).fetch("/desk/")).text
