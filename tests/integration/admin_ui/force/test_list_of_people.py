"""The list of officers finds whom an administrator looks for, by words and by each filter."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest

from backend.approvals.absences import service as absences
from backend.core import clock, database
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.force.accounts.service import PeopleFilters
from backend.ledger.service import Accepted
from schemas.approvals.absences import AbsenceRecorded
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force import acts
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")
WHY = "Theo quyết định của Chi cục."


async def found(people: People, filters: PeopleFilters) -> set[str]:
    rows, _ = await accounts.list_officers(people.my.actor(), filters=filters)
    assert await accounts.count_officers(people.my.actor(), filters) == len(rows)
    return {row.username for row in rows}


async def do(people: People, who: Person, content: object) -> None:
    async with transaction():
        outcome = await accounts.change(people.my.actor(), who.id, content)  # type: ignore[arg-type]
    assert isinstance(outcome, Accepted), outcome


def card(number: str, until: date) -> acts.CardIssued:
    issued = until - timedelta(days=1800)
    return acts.CardIssued(card_id=new_id(), number=number, issued_on=issued, expires_on=until)


async def test_words_of_a_name_are_found_apart_and_a_card_by_its_whole_number(
    people: People,
) -> None:
    await database.execute(
        "UPDATE officers SET full_name = 'Đặng Thị Kim Ánh' WHERE id = $1", people.an.id
    )
    await do(people, people.an, card("QLTT-77.1", clock.today() + timedelta(days=200)))
    for text in ("dang anh", "Ánh  ĐẶNG", "QLTT-77.1", " an "):
        assert "an" in await found(people, PeopleFilters(search=text)), text
    for text in ("dang binh", "QLTT-77", "77.1"):
        assert "an" not in await found(people, PeopleFilters(search=text)), text


async def test_a_role_a_post_and_a_unit_narrow_the_list_together(people: People) -> None:
    leaders = await found(people, PeopleFilters(role=Role.TEAM_LEADER))
    assert leaders == {
        row["username"]
        for row in await database.fetch(
            """SELECT username FROM officers o JOIN officer_roles r ON r.officer_id = o.id
            WHERE r.role = 'team_leader' AND o.unit_2 = $1""",
            people.my.actor().unit.unit_2,
        )
    }
    await database.execute(
        """INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from, valid_to) VALUES
            ($1, $2, $3, 'Đội trưởng Đội Thử', 'Head', '2026-01-01', NULL),
            ($4, $5, $3, 'Đội trưởng Đội Thử', 'Head', '2025-01-01', '2025-02-01')""",
        new_id(),
        people.an.id,
        people.an.actor().unit.unit_id,
        new_id(),
        people.binh.id,
    )
    assert await found(people, PeopleFilters(title="Đội trưởng Đội Thử")) == {"an"}
    team = people.an.actor().unit
    inside = await found(people, PeopleFilters(unit_id=team.unit_id, unit_level=team.level))
    assert "an" in inside
    assert "my" not in inside
    assert await found(
        people, PeopleFilters(unit_id=team.unit_id, unit_level=team.level, search="zzz")
    ) == set()  # fmt: skip


async def test_of_another_department_nobody_is_found_by_any_filter(people: People) -> None:
    there = people.dung.actor().unit
    for filters in (
        PeopleFilters(unit_id=there.unit_id, unit_level=there.level),
        PeopleFilters(search="dung"),
        PeopleFilters(state="away", away=[people.dung.id]),
    ):
        assert await found(people, filters) == set()


async def test_closed_accounts_and_those_never_activated_are_found(people: People) -> None:
    new = new_id()
    async with transaction():
        made = acts.OfficerRegistered(
            username="moi.vao", full_name="Trịnh Hoài Mới", officer_number="MV-1",
            unit_id=people.an.actor().unit.unit_id, language="vi",
        )  # fmt: skip
        outcome = await accounts.register(people.my.actor(), made, new)
    assert isinstance(outcome, Accepted)
    assert "moi.vao" in await found(people, PeopleFilters(state="never"))
    assert "an" not in await found(people, PeopleFilters(state="never"))
    await do(people, people.binh, acts.OfficerDisabled(reason=WHY))
    assert await found(people, PeopleFilters(state="disabled")) == {"binh"}
    assert "binh" not in await found(people, PeopleFilters(state="active"))


@pytest.mark.parametrize(("days", "kept"), [(-1, "expired"), (0, "soon"), (90, "soon"), (91, None)])
async def test_a_card_is_found_when_it_ends_and_before(
    people: People, days: int, kept: str | None
) -> None:
    await database.execute(
        "UPDATE inspection_cards SET revoked_on = '2026-01-01' WHERE officer_id = $1", people.chi.id
    )
    await do(people, people.chi, card("QLTT-9", clock.today() + timedelta(days=days)))
    named = {one: await found(people, PeopleFilters(card=one)) for one in ("expired", "soon")}  # type: ignore[arg-type]
    assert [one for one in named if "chi" in named[one]] == ([kept] if kept else [])


async def test_a_leader_whose_card_is_suspended_has_none(people: People) -> None:
    leader = next(
        one
        for one in (people.chi, people.an, people.binh, people.giang)
        if Role.TEAM_LEADER in one.actor().roles
    )
    held = new_id()
    until = clock.today() + timedelta(days=700)
    content = acts.CardIssued(
        card_id=held, number="QLTT-10", issued_on=until - timedelta(days=1800), expires_on=until
    )
    await database.execute(
        "UPDATE inspection_cards SET revoked_on = '2026-01-01' WHERE officer_id = $1", leader.id
    )
    assert leader.username in await found(people, PeopleFilters(card="missing"))
    await do(people, leader, content)
    assert leader.username not in await found(people, PeopleFilters(card="missing"))
    day = clock.today()
    await do(people, leader, acts.CardSuspended(card_id=held, suspended_on=day, reason=WHY))
    assert leader.username in await found(people, PeopleFilters(card="missing"))
    await do(people, leader, acts.CardRestored(card_id=held, reason=WHY))
    assert leader.username not in await found(people, PeopleFilters(card="missing"))


async def test_the_page_marks_who_is_away_and_finds_them(people: People, readers: Readers) -> None:
    today = clock.today()
    async with transaction():
        content = AbsenceRecorded(
            officer_id=people.an.id, stand_in_id=people.binh.id, first_day=today,
            last_day=today + timedelta(days=3), reason="Nghỉ phép năm",
        )  # fmt: skip
        _, outcome = await absences.act(None, content, people.giang.actor())
    assert isinstance(outcome, Accepted)
    desk = await readers.of(people.my)
    said = f"Nghỉ đến {today + timedelta(days=3):%d/%m/%Y}"
    assert await desk.look("/desk/people?state=away") == 200
    assert said in desk.html
    assert people.an.full_name in desk.html
    assert people.binh.full_name not in desk.html
    assert await desk.look(f"/desk/people/{people.an.id}") == 200
    assert said in desk.html
    assert "Nghỉ phép năm" in desk.html


async def test_wherever_an_officer_is_chosen_it_is_said_that_they_are_away(
    people: People, readers: Readers
) -> None:
    today = clock.today()
    async with transaction():
        content = AbsenceRecorded(
            officer_id=people.an.id, stand_in_id=people.binh.id, first_day=today,
            last_day=today, reason="Nghỉ ốm",
        )  # fmt: skip
        await absences.act(None, content, people.giang.actor())
    desk = await readers.of(people.giang)
    for place in ("officers?rule=department&q=hoai+an", "officers?rule=team&q=hoai+an"):
        assert await desk.look(f"/desk/choose/{place}") == 200
        assert f"Nghỉ đến {today:%d/%m/%Y}" in desk.html, place
    await desk.look("/desk/choose/officers?rule=team&q=binh")
    assert "Nghỉ đến" not in desk.html


async def test_a_unit_that_is_typed_is_read_without_the_script_and_one_that_is_not_there_is_said(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    team = people.an.actor().unit.unit_id
    name = await database.fetchval("SELECT name_vi FROM units WHERE id = $1", team)
    assert await desk.look(f"/desk/people?unit=&unit.typed={quote(name)}&unit.was=") == 200
    assert people.an.full_name in desk.html
    assert people.my.full_name not in desk.html.split('class="list-bar"')[1]
    assert await desk.look("/desk/people?unit=&unit.typed=Chi+khong+co&unit.was=") == 422
    assert "Chi khong co" in desk.html


async def test_what_is_typed_wrongly_about_an_officer_whom_somebody_disabled_meanwhile_stays(
    people: People, readers: Readers
) -> None:
    desk, other = await readers.of(people.my), await readers.of(people.lan)
    card = f"/desk/people/{people.an.id}/issue-card"
    await desk.open(card)
    gone = f"/desk/people/{people.an.id}/disable"
    await other.open(gone)
    assert await other.press(gone, reason="Nghỉ không lương") == 200
    typed = {"number": "QLTT-0077", "issued_on": "hôm kia"}
    assert await desk.press(card, **typed) == 422
    assert 'value="QLTT-0077"' in desk.html
    assert 'value="hôm kia"' in desk.html
    assert "không phải ngày có thật" in desk.page.text
    assert "Trạng thái hiện tại của công chức này không cần thao tác này" in desk.page.text
