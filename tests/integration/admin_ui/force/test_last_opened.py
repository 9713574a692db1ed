"""The records opened last, in the rail of every page: whose post is another one reads no title of before."""

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.ledger.service import Refused
from schemas.core.vocabulary import Role
from schemas.force import acts
from tests.integration.force.accounts.test_take_over import MET, asked
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.readers import Readers

TITLE = "Hộ kinh doanh Kín"


async def _opened(who: Person) -> None:
    await database.execute(
        "INSERT INTO seen_records (officer_id, address, title, seen_at) VALUES ($1, $2, $3, now())",
        who.id,
        f"/desk/cases/{who.id}",
        TITLE,
    )


@pytest.mark.parametrize("act", ["role", "unit"])
async def test_who_loses_a_role_or_moves_reads_no_title_of_what_was_opened_before(
    readers: Readers, people: People, act: str
) -> None:
    await _opened(people.em)
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


async def test_a_head_whom_two_persons_move_reads_no_title_of_the_former_office_either(
    readers: Readers, people: People, app: Litestar
) -> None:
    await _opened(people.giang)
    second = "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'administrator')"
    await database.execute(second, people.oanh.id)
    lan, oanh = await Desk.of(app, people.lan, people), await Desk.of(app, people.oanh, people)
    to = {"unit_id": str(people.units["48"].unit_id), "reason": "Điều động"}
    ask = await asked(await lan.post(f"/desk/people/{people.giang.id}/move", **to))
    assert TITLE in (await (await readers.of(people.giang)).fetch("/desk/")).text
    assert (await oanh.post(f"{ask}/confirm", **MET)).status_code == 303
    assert TITLE not in (await (await readers.of(people.giang)).fetch("/desk/")).text
