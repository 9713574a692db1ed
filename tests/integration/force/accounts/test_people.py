"""What an administrator may do with whom: his unit and below, never himself, never the last one."""

from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import service as accounts
from backend.force.accounts.service import PeopleFilters
from backend.force.units import asking
from backend.force.units import service as units
from backend.ledger.service import Accepted, Refused
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.restructuring_acts import UnitClosed
from tests.support import restructured
from tests.support.doors import API, Desk, bearer, device, knock
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")

WHY = "theo quyết định điều động"


async def change(by: Person, whom: UUID, content: Any) -> str:
    """Do it, and say what came of it: `accepted` or the code of the refusal."""
    async with transaction():
        outcome = await accounts.change(by.actor(), whom, content)
    return outcome.code if isinstance(outcome, Refused) else "accepted"


async def give(people: People, whom: UUID, role: Role, by: Person, asker: str = "my") -> None:
    """Give a role that takes two: one asks, `by` confirms."""
    asked = acts.RoleAsked(ask_id=new_id(), role=role, reason=WHY)
    async with transaction():
        outcome = await accounts.ask(getattr(people, asker).actor(), whom, asked)
        assert not isinstance(outcome, Refused), outcome
        confirmed, _ = await accounts.confirm_ask(by.actor(), asked.ask_id, WHY)
    assert not isinstance(confirmed, Refused), confirmed


async def roles_of(person: Person) -> set[str]:
    rows = await database.fetch("SELECT role FROM officer_roles WHERE officer_id = $1", person.id)
    return {row["role"] for row in rows}


async def test_an_administrator_gives_and_takes_roles_in_his_unit_and_below(people: People) -> None:
    legal = acts.RoleGiven(role=Role.LEGAL)
    assert await change(people.my, people.an.id, legal) == "role_needs_second"
    assert await roles_of(people.an) == {"inspector"}
    await give(people, people.an.id, Role.LEGAL, people.giang)
    assert await roles_of(people.an) == {"inspector", "legal"}
    assert await change(people.my, people.an.id, legal) == "role_unchanged"
    taken = acts.RoleTaken(role=Role.INSPECTOR, reason=WHY)
    assert await change(people.my, people.an.id, taken) == "accepted"
    assert await roles_of(people.an) == {"legal"}
    inspector = acts.RoleGiven(role=Role.INSPECTOR)
    assert await change(people.my, people.an.id, inspector) == "accepted"


async def test_everything_that_is_done_stands_in_the_ledger_with_who_did_it(people: People) -> None:
    await change(people.my, people.an.id, acts.OfficerDisabled(reason=WHY))
    row = await database.fetchrow(
        "SELECT act_type, officer_id, number FROM ledger_entries WHERE record_id = $1", people.an.id
    )
    assert tuple(row) == ("officer.disabled", people.my.id, 1)


async def test_outside_his_unit_there_is_nobody(people: People) -> None:
    for whom in (people.dung, people.ho, people.lan, people.khanh):
        with pytest.raises(NotFound):
            await accounts.get_officer(people.my.actor(), whom.id)
        with pytest.raises(NotFound):
            await change(people.my, whom.id, acts.OfficerDisabled(reason=WHY))
    rows, _ = await accounts.list_officers(people.my.actor())
    assert {row.username for row in rows} == {
        "an", "binh", "chi", "cuc", "em", "giang", "hai", "my", "nga", "phuc",
    }  # fmt: skip


async def test_an_officer_is_found_by_part_of_a_name_and_by_the_whole_number(
    people: People,
) -> None:
    """What LIKE reads as a pattern is sought as it is typed."""
    number = "UPDATE officers SET officer_number = 'QLTT_7' WHERE id = $1"
    await database.execute(number, people.an.id)
    found = {}
    for search in (" QLTT_7 ", "BIN", "QLTT", "%", "_", "\\"):
        rows, _ = await accounts.list_officers(
            people.my.actor(), filters=PeopleFilters(search=search)
        )
        found[search] = [row.username for row in rows]
    assert found == {" QLTT_7 ": ["an"], "BIN": ["binh"], "QLTT": [], "%": [], "_": [], "\\": []}


async def test_without_the_role_nothing_can_be_seen_or_done(people: People) -> None:
    for person in (people.an, people.chi, people.giang, people.khanh):
        with pytest.raises(NotAllowed):
            await accounts.list_officers(person.actor())
        with pytest.raises(NotAllowed):
            await change(person, people.binh.id, acts.OfficerDisabled(reason=WHY))
        with pytest.raises(NotAllowed):
            await units.list_administered(person.actor())
    for person in (people.an, people.chi, people.khanh):
        with pytest.raises(NotAllowed):
            await accounts.list_devices(person.actor(), accounts.DeviceFilters(), None, 1)


@pytest.mark.parametrize(
    "content",
    [
        acts.RoleGiven(role=Role.SUPERVISOR),
        acts.RoleTaken(role=Role.ADMINISTRATOR, reason=WHY),
        acts.OfficerDisabled(reason=WHY),
        acts.OfficerCorrected(full_name="Tên Khác", officer_number=None),
    ],
)
async def test_nobody_changes_himself(people: People, content: Any) -> None:
    assert await change(people.my, people.my.id, content) == "own_account"


@pytest.mark.parametrize("purpose", ["first", "password", "one_time_code"])
async def test_nobody_resets_or_unlocks_himself(people: People, purpose: Any) -> None:
    async with transaction():
        outcome, issued = await accounts.issue_enrolment(people.my.actor(), people.my.id, purpose)
        unlocked = await accounts.unlock(people.my.actor(), people.my.id)
    for refused in (outcome, unlocked):
        assert isinstance(refused, Refused)
        assert refused.code == "own_account"
    assert issued is None


async def test_an_administrator_holds_no_role_in_inspections(people: People) -> None:
    administrator = acts.RoleGiven(role=Role.ADMINISTRATOR)
    assert await change(people.my, people.an.id, administrator) == "role_excluded"
    supervisor = acts.RoleGiven(role=Role.SUPERVISOR)
    assert await change(people.lan, people.my.id, supervisor) == "role_excluded"


async def test_the_last_administrator_of_a_scope_stays(people: People) -> None:
    second = new_id()
    content = acts.OfficerRegistered(
        username="thu.hai",
        full_name="Người Thứ Hai",
        officer_number=None,
        unit_id=people.units["00"].unit_id,
        language="vi",
    )
    async with transaction():
        await accounts.register(people.lan.actor(), content, second)
    operator = people.my.actor("cli")
    async with transaction():
        given = acts.RoleGiven(role=Role.ADMINISTRATOR)
        outcome = await accounts.change(operator, second, given)
    assert not isinstance(outcome, Refused), "nobody else is there to confirm it"
    disabled = acts.OfficerDisabled(reason=WHY)
    assert await change(people.lan, second, disabled) == "accepted", "lan is still there"
    assert await change(people.lan, people.my.id, disabled) == "accepted", "lan covers Hà Nội"
    for last in (disabled, acts.RoleTaken(role=Role.ADMINISTRATOR, reason=WHY)):
        async with transaction():
            outcome = await accounts.change(operator, people.lan.id, last)
        assert isinstance(outcome, Refused)
        assert outcome.code == "last_administrator"


async def test_moving_takes_person_and_devices_into_the_new_scope(
    people: People, client: Any
) -> None:
    session = (await knock(client, people.dung)).json()
    moved = acts.OfficerMoved(unit_id=people.units["0102"].unit_id, reason=WHY)
    assert await change(people.lan, people.dung.id, moved) == "accepted"
    view = await accounts.get_officer(people.my.actor(), people.dung.id)
    assert len(view.devices) == 1
    answer = await client.get(f"{API}/sync", headers=bearer(session))
    assert answer.status_code == 401


async def test_nobody_is_moved_to_where_the_mover_sees_nothing(people: People) -> None:
    moved = acts.OfficerMoved(unit_id=people.units["4801"].unit_id, reason=WHY)
    assert await change(people.my, people.an.id, moved) == "unit_unknown"


async def test_names_and_numbers_are_given_once(people: People) -> None:
    content = acts.OfficerRegistered(
        username="dung",
        full_name="Trùng Tên",
        officer_number=None,
        unit_id=people.units["0101"].unit_id,
        language="vi",
    )
    async with transaction():
        outcome = await accounts.register(people.my.actor(), content)
    assert isinstance(outcome, Refused)
    assert outcome.code == "username_taken"


async def test_an_inspection_card_has_its_life(people: People) -> None:
    today = clock.today()
    card = acts.CardIssued(
        card_id=new_id(),
        number="QLTT-0001",
        issued_on=today,
        expires_on=today.replace(year=today.year + 5),
    )
    too_long = acts.CardIssued(
        card_id=new_id(),
        number="QLTT-0002",
        issued_on=today,
        expires_on=today.replace(year=today.year + 6),
    )
    assert await change(people.my, people.em.id, too_long) == "out_of_bounds"
    assert await change(people.my, people.em.id, card) == "accepted"
    suspended = acts.CardSuspended(card_id=card.card_id, suspended_on=today, reason=WHY)
    assert await change(people.my, people.em.id, suspended) == "accepted"
    assert await change(people.my, people.em.id, suspended) == "state_unchanged"
    restored = acts.CardRestored(card_id=card.card_id, reason=WHY)
    assert await change(people.my, people.em.id, restored) == "accepted"
    revoked = acts.CardRevoked(card_id=card.card_id, revoked_on=today, reason=WHY)
    assert await change(people.my, people.an.id, revoked) == "card_unknown"
    assert await change(people.my, people.em.id, revoked) == "accepted"
    assert await change(people.my, people.em.id, restored) == "card_revoked"


async def test_unlocking_forgets_the_failures(people: People, client: Any) -> None:
    for number in range(10):
        await knock(client, people.an, password=f"đoán mò lần {number}")
    assert (await knock(client, people.an)).status_code == 429
    assert (await accounts.get_officer(people.my.actor(), people.an.id)).locked
    async with transaction():
        assert isinstance(await accounts.unlock(people.my.actor(), people.an.id), Accepted)
    assert (await knock(client, people.an)).status_code == 201


async def test_a_revoked_device_is_out_at_once_and_for_good(people: People, client: Any) -> None:
    phone = device()
    session = (await knock(client, people.an, phone)).json()
    with pytest.raises(NotFound):
        await accounts.get_device(people.my.actor(), new_id())
    async with transaction():
        outcome = await accounts.revoke_device(people.my.actor(), UUID(phone["id"]), WHY)
    assert isinstance(outcome, Accepted)
    assert (await client.get(f"{API}/sync", headers=bearer(session))).status_code == 401
    await people.forget_codes(people.an)
    again = await knock(client, people.an, phone)
    assert (again.status_code, again.json()["code"]) == (403, "device_revoked")


async def test_a_phone_cannot_act_on_people(people: People) -> None:
    actor = people.my.actor("phone")
    from backend.force.derived import authority

    for kind in acts.PeopleAct:
        assert authority.objection(None, kind, people.an.id, actor) == "not_from_phone"


async def test_units_are_created_renamed_and_closed_below_the_administrator(
    people: People,
) -> None:
    unit_id, today = new_id(), clock.today()
    made = acts.UnitCreated(
        code="0103",
        name_vi="Đội số 3 thử",
        name_en="Test Team 3",
        kind="team",
        parent_id=people.units["01"].unit_id,
        valid_from=today,
    )
    actor = people.my.actor()
    async with transaction():
        assert isinstance(await units.create(actor, made, unit_id), Accepted)
        renamed = await units.rename(actor, unit_id, "Đội cơ động thử", "Mobile Team", WHY)
        assert isinstance(renamed, Accepted)
    assert (await units.name_of(unit_id)).vi == "Đội cơ động thử"
    path = await units.path_of(unit_id)
    assert path.as_tuple()[:2] == people.units["01"].as_tuple()[:2]
    with pytest.raises(NotFound):
        await units.get_administered(actor, people.units["48"].unit_id)
    with pytest.raises(NotFound):
        async with transaction():
            await units.create(actor, acts.UnitCreated(
                code="4802", name_vi="Đội lạ", name_en="Other", kind="team",
                parent_id=people.units["48"].unit_id, valid_from=today,
            ))  # fmt: skip
    from datetime import timedelta

    end = today + timedelta(days=1)
    full = people.units["0101"].unit_id
    async with transaction():
        ends = UnitClosed(valid_to=end, successor_id=None, reason=WHY)
        inhabited, _ = await asking.ask(actor, full, ends)
        succeeded = UnitClosed(valid_to=end, successor_id=full, reason=WHY)
    closed = await restructured.by_two(unit_id, succeeded, people.my, people.lan)
    async with transaction():
        again, _ = await asking.ask(actor, unit_id, succeeded)
    assert isinstance(inhabited, Refused)
    assert inhabited.code == "unit_inhabited"
    assert isinstance(closed, Accepted)
    assert isinstance(again, Refused)
    assert again.code == "unit_closed"
    moved = acts.OfficerMoved(unit_id=unit_id, reason=WHY)
    assert await change(people.my, people.an.id, moved) == "unit_closed"


async def test_the_pages_do_it_all_without_a_script(app: Litestar, people: People) -> None:
    desk = await Desk.of(app, people.my, people)
    for path in ("/desk/people", "/desk/people/new", "/desk/units", "/desk/units/new",
                 "/desk/devices", "/desk/account", f"/desk/people/{people.an.id}",
                 "/desk/people?search=nguyen&state=active"):  # fmt: skip
        answer = await desk.http.get(path)
        assert answer.status_code == 200, (path, answer.text)
    listed = (await desk.http.get("/desk/people?search=nguyen&state=active")).text
    rows = listed.count('id="officer-')
    assert f"{rows} công chức" in listed
    # A unit in which somebody is left cannot be closed: its page and the form of the act say who is left.
    place = f"/desk/units/{people.units['0101'].unit_id}"
    unit, act = await desk.http.get(place), await desk.http.get(f"{place}/close")
    assert f'href="{place}/rename"' in unit.text
    assert f'href="{place}/close"' not in unit.text
    assert "Chuyển công chức sang đơn vị khác trước." in unit.text
    assert 'name="reason"' not in act.text
    assert (
        await desk.http.get("/desk/units/00000000-0000-7000-8000-000000000000")
    ).status_code == 404
    form = {"full_name": "Đặng Thị Mới", "username": "moi", "unit_id": str(people.units["0101"].unit_id),
            "language": "vi", "officer_number": ""}  # fmt: skip
    wrong = await desk.post("/desk/people/new", **(form | {"username": "Mới Vào"}))
    assert wrong.status_code == 422
    made = await desk.post("/desk/people/new", **form)
    assert made.status_code == 303, made.text
    page = made.headers["location"].split("?")[0]
    given = await desk.post(f"{page}/give-role", role="inspector")
    assert given.status_code == 303, given.text
    issued = await desk.post(f"{page}/enrol", purpose="first")
    assert "/desk/enrol/" in issued.text
    for act in ("correct", "move", "disable", "give-position", "issue-card", "take-role", "enrol"):
        shown = await desk.http.get(f"{page}/{act}")
        assert shown.status_code == 200, (act, shown.text)
        assert "style=" not in shown.text
        empty = await desk.post(f"{page}/{act}")
        assert empty.status_code == 422, act
    disabled = await desk.post(f"{page}/disable", reason=WHY)
    assert disabled.status_code == 303
    shown = await desk.http.get(f"{page}?done=disable")
    assert "Đã khóa" in shown.text
    other = await desk.http.get(f"/desk/people/{people.dung.id}")
    assert other.status_code == 404
    other = await desk.post(f"/desk/people/{people.dung.id}/disable", reason=WHY)
    assert other.status_code == 404
    own = await desk.post(f"/desk/people/{people.my.id}/disable", reason=WHY)
    assert own.status_code == 403
