"""A delegation is told to both whom it binds, and no end of it reaches behind a paper that was signed under it."""

from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from backend.core import database
from backend.core.settings import Settings
from backend.documents.signing import service as signing_service
from tests.integration.admin_ui.fieldwork.test_issue_decision import fill, issue, save
from tests.integration.casework.issued_documents.test_delegations import NUMBER, entered, given
from tests.integration.casework.issued_documents.test_powers import (
    drafted,
    made_ready,
    of_a_company,
    signs,
)
from tests.integration.force.accounts.test_take_over import told
from tests.support import cases_made
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.readers import Readers, readers
from tests.support.signing import Authority, authority, certify

__all__ = ["readers"]
pytestmark = pytest.mark.asyncio
BACK = "lùi ngày"


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def since_days(app: Litestar, people: People, kind: str) -> str:
    """A delegation in force for five days; its address."""
    begun = cases_made.in_days(-5).isoformat()
    return await given(app, people, kinds=[kind], valid_from=begun, decided_on=begun)


async def ended_on() -> object:
    return await database.fetchval("SELECT ended_on FROM delegations")


async def test_giver_and_receiver_are_told_when_it_is_entered_confirmed_and_ended(
    app: Litestar, people: People
) -> None:
    """Two clerks cannot give away a head's powers without his knowing."""
    nga, oanh = await Desk.of(app, people.nga, people), await Desk.of(app, people.oanh, people)
    place = (await entered(nga, people)).headers["location"].split("?")[0]
    for person in (people.giang, people.hai):
        said = await told(app, person, people)
        assert f"Tô Quỳnh Nga đã nhập quyết định giao quyền số {NUMBER}" in said
        assert "của Bùi Hương Giang cho Đặng Thanh Hải" in said
    assert NUMBER not in await told(app, people.ho, people)

    assert (await oanh.post(f"{place}/confirm")).status_code == 303
    for person in (people.giang, people.hai, people.nga):
        said = await told(app, person, people)
        assert f"Cao Kiều Oanh đã xác nhận quyết định giao quyền số {NUMBER}" in said

    today = cases_made.today().isoformat()
    ended = await oanh.post(f"{place}/end", ground="moved", on=today, reason="Thu hồi theo MQĐ37")
    assert ended.status_code == 303
    for person in (people.giang, people.hai, people.nga):
        said = await told(app, person, people)
        assert f"Cao Kiều Oanh đã ghi chấm dứt quyết định giao quyền số {NUMBER}" in said
        assert "Thu hồi theo MQĐ37" in said


async def test_what_is_refused_is_told_to_nobody(app: Litestar, people: People) -> None:
    nga = await Desk.of(app, people.nga, people)
    place = (await entered(nga, people)).headers["location"].split("?")[0]
    before = await database.fetchval("SELECT count(*) FROM notices")
    assert (await nga.post(f"{place}/confirm")).status_code == 409
    assert await database.fetchval("SELECT count(*) FROM notices") == before


async def test_it_does_not_end_before_a_paper_of_a_case_that_cites_it(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    case = await of_a_company(people)
    await certify(people.hai, issuer)
    place = await since_days(app, people, "sanction")
    hai = await desks.of(people.hai)
    address = await drafted(hai, case)
    await made_ready(hai, address)
    assert await signs(hai, address) == 303
    nga = await Desk.of(app, people.nga, people)
    for days in (-4, -1):
        on = cases_made.in_days(days).isoformat()
        back = await nga.post(f"{place}/end", ground="moved", on=on, reason=BACK)
        assert back.status_code == 409
        assert f"mới nhất ngày {cases_made.today():%d/%m/%Y}" in back.text
    assert await ended_on() is None
    assert BACK not in await told(app, people.giang, people)

    today = cases_made.today().isoformat()
    assert (
        await nga.post(f"{place}/end", ground="moved", on=today, reason="Thu hồi")
    ).status_code == 303
    other = await of_a_company(people)
    address = await drafted(hai, other)
    await made_ready(hai, address)
    assert await signs(hai, address) == 409, "from that day on he signs nothing more"


async def test_it_does_not_end_before_an_inspection_decision_that_cites_it(
    app: Litestar, people: People, readers: Readers
) -> None:
    place = await since_days(app, people, "inspection")
    hai = await readers.of(people.hai)
    await fill(hai, people)
    assert await save(hai) == 200
    await issue(hai)
    nga = await Desk.of(app, people.nga, people)
    on = cases_made.in_days(-1).isoformat()
    assert (await nga.post(f"{place}/end", ground="moved", on=on, reason=BACK)).status_code == 409
    assert await ended_on() is None
