"""Who takes over an area takes over its open cases; the preview says of each why, and single ones are corrected."""

from uuid import UUID

import pytest
from litestar import Litestar

from admin_ui.parties.imports import known
from backend.core import database
from backend.core.database import transaction
from backend.force.units import asking, steps
from backend.force.units import service as units
from backend.ledger.service import Refused
from schemas.core.ids import new_id
from schemas.force.acts import PeopleAct
from schemas.force.restructuring import Step
from schemas.force.restructuring_acts import Area, Part, RestructuringAsked, UnitSplit
from tests.support import cases_made, parties_made, restructured
from tests.support.cases_made import Case, today
from tests.support.people import People
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("pool")
CUA_NAM, HOAN_KIEM, HAI_CHAU = "00082", "00070", "20242"


@pytest.fixture(autouse=True)
def _places() -> None:
    known.register()


async def two_cases(people: People) -> tuple[Case, Case]:
    """Two cases of one officer; the act of the first happened in Cửa Nam, of the second nobody said where."""
    one, other = await cases_made.recorded(people), await cases_made.recorded(people)
    await said_of(one, "Quầy 5 chợ Hàng Da, phường Cửa Nam, Hà Nội")
    await said_of(other, "Trên vỉa hè")
    return one, other


async def said_of(case: Case, place: str) -> None:
    """Have the violation minutes of a case say where the act happened, and nothing else say it."""
    await database.execute(
        "UPDATE documents SET fields = jsonb_set(fields, '{violations,0,committed_at_place}', to_jsonb($2::text))"
        " || jsonb_build_object('place', 'Trụ sở Đội') WHERE case_id = $1 AND form = 'MBB01'",
        case.id,
        place,
    )
    await database.execute(
        "UPDATE inspections SET subject_address = 'Trên vỉa hè'"
        " WHERE id = (SELECT inspection_id FROM cases WHERE id = $1)",
        case.id,
    )


async def parts(people: People) -> tuple[UUID, UUID]:
    department = people.units["01"].unit_id
    one = await restructured.made("0103", "Đội số 3 thử", department, people, "team")
    two = await restructured.made("0104", "Đội số 4 thử", department, people, "team")
    return one, two


async def led_by(case: Case) -> UUID:
    found: UUID = await database.fetchval("SELECT unit_id FROM cases WHERE id = $1", case.id)
    return found


async def test_a_case_follows_its_place_and_its_officer_only_where_no_place_is_known(
    app: Litestar, people: People
) -> None:
    placed, elsewhere = await two_cases(people)
    part, rest = await parts(people)
    lead = await database.fetchval("SELECT lead_id FROM cases WHERE id = $1", placed.id)
    await restructured.split("0101", rest, [(lead, rest)], people, areas=[(CUA_NAM, part)])
    assert await led_by(placed) == part
    assert await led_by(elsewhere) == rest
    lies = await database.fetchval("SELECT unit_3 FROM case_clocks WHERE case_id = $1", placed.id)
    assert lies == part


async def test_an_officer_takes_the_cases_of_no_known_place_to_the_part(
    app: Litestar, people: People
) -> None:
    placed, elsewhere = await two_cases(people)
    part, rest = await parts(people)
    lead = await database.fetchval("SELECT lead_id FROM cases WHERE id = $1", placed.id)
    await restructured.split("0101", rest, [(lead, part)], people, areas=[(HOAN_KIEM, part)])
    assert await led_by(placed) == rest, "its commune stays with the rest, whoever leads it"
    assert await led_by(elsewhere) == part


async def test_the_party_s_place_of_business_counts_where_no_address_names_a_commune(
    app: Litestar, people: People
) -> None:
    _, other = await two_cases(people)
    part, rest = await parts(people)
    party = await parties_made.registered(people.an)
    await database.execute("UPDATE subjects SET commune_code = $2 WHERE id = $1", party, CUA_NAM)
    await database.execute("UPDATE cases SET subject_id = $2 WHERE id = $1", other.id, party)
    change = UnitSplit(
        rest_id=rest,
        units=[],
        officers=[],
        areas=[Area(code=CUA_NAM, part_id=part)],
        valid_to=today(),
        ordered=restructured.ORDER,
    )
    planned = {one.id: one for one in await units.planned(people.units["0101"].unit_id, change)}
    assert (planned[other.id].part_id, planned[other.id].why) == (part, "area")


async def test_a_split_names_no_commune_that_there_is_not(app: Litestar, people: People) -> None:
    part, rest = await parts(people)
    change = UnitSplit(
        rest_id=rest,
        units=[],
        officers=[],
        areas=[Area(code=code, part_id=part) for code in (CUA_NAM, "99998", "99999")],
        valid_to=today(),
        ordered=restructured.ORDER,
    )
    team = people.units["0101"].unit_id
    asked = RestructuringAsked(ask_id=new_id(), preview={}, split=change)
    kind = PeopleAct.RESTRUCTURING_ASKED
    at_the_desk = await restructured.record(team, kind, asked, people.my.actor("desk"))
    operator = restructured.operator(people)
    by_a_list = await restructured.record(team, PeopleAct.UNIT_SPLIT, change, operator)
    for refused in (at_the_desk, by_a_list):
        assert isinstance(refused, Refused)
        assert refused.code == "unit_area_unknown"
        assert "99998, 99999" in refused.text.vi


async def test_a_list_of_steps_with_an_unknown_commune_is_refused_before_its_first_step(
    app: Litestar, people: People
) -> None:
    await parts(people)
    one = Step(
        what="split",
        code="0101",
        to="0104",
        areas={CUA_NAM: "0103", "99999": "0103"},
        valid_from=today(),
        decision=restructured.ORDER,
    )
    [(fault, why)] = await steps.check([one])
    assert (fault.step, fault.code) == (1, "unit_area_unknown")
    assert "99999" in why.en


async def test_communes_of_another_province_are_said_and_refuse_nothing(
    app: Litestar, people: People, readers: Readers
) -> None:
    part, rest = await parts(people)
    my = await readers.of(people.my)
    team = people.units["0101"].unit_id
    given = {"rest_id": str(rest), "part_id": str(part), "valid_to": today().isoformat()}
    given |= {
        "number": "12/QĐ-UBND",
        "decided_on": today().isoformat(),
        "by": "UBND thành phố Hà Nội",
    }
    for areas, said in ((CUA_NAM, False), (f"{CUA_NAM}\n{HAI_CHAU}", True)):
        await my.open(f"/desk/units/{team}/split")
        assert await my.press("/split", **given, areas=areas) == 200
        assert "Phường Cửa Nam, " in my.html
        assert ("Không thuộc Hà Nội" in my.html) is said
    assert "hoạt động: Phường Hải Châu, Đà Nẵng." in my.html
    assert await my.press("/split") == 200
    assert "Không thuộc Hà Nội" in my.html, "who confirms reads it too"


async def test_the_preview_says_of_each_case_where_it_goes_and_single_ones_are_corrected(
    app: Litestar, people: People, readers: Readers
) -> None:
    placed, elsewhere = await two_cases(people)
    part, rest = await parts(people)
    my, lan = await readers.of(people.my), await readers.of(people.lan)
    number = await database.fetchval("SELECT number FROM cases WHERE id = $1", elsewhere.id)
    team = people.units["0101"].unit_id

    async def filled(**fields: str) -> int:
        await my.open(f"/desk/units/{team}/split")
        given = {
            "rest_id": str(rest),
            "part_id": str(part),
            "valid_to": today().isoformat(),
            "number": "12/QĐ-UBND",
            "decided_on": today().isoformat(),
            "by": "UBND thành phố Hà Nội",
        }
        return await my.press("/split", **(given | fields))

    assert await filled(areas="Phường Không Có, Hà Nội") == 422
    assert "Không rõ xã, phường" in my.html
    assert await filled(areas="Phường Cửa Nam, Hà Nội", cases_apart="VV-9999/2026") == 422
    assert "không có vụ việc đang làm số" in my.html
    assert await filled(areas="Phường Cửa Nam, Hà Nội") == 200
    assert "Xảy ra ở Phường Cửa Nam" in my.html
    assert "Phần còn lại, cùng người phụ trách" in my.html
    assert await filled(areas=CUA_NAM, cases_apart=number) == 200
    assert "Nêu riêng trong đề nghị" in my.html
    assert await my.press("/split") == 200
    await confirmed(lan)
    assert await led_by(placed) == part
    assert await led_by(elsewhere) == part
    kept = await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE act_type = 'case.succeeded'"
    )
    assert kept == 2


async def confirmed(reader: Reader) -> None:
    ask_id = await database.fetchval("SELECT id FROM unit_asks")
    await reader.open(f"/desk/unit-asks/{ask_id}")
    assert "Phường Cửa Nam" in reader.html
    assert await reader.press("/confirm", note="Đã đối chiếu quyết định") == 200


async def test_a_case_that_comes_meanwhile_is_seen_before_it_is_split(
    app: Litestar, people: People
) -> None:
    """The asker corrected one case; another is opened: who confirms has it in the list, by the same rule."""
    placed, _ = await two_cases(people)
    part, rest = await parts(people)
    change = UnitSplit(
        rest_id=rest,
        units=[],
        officers=[],
        areas=[Area(code=CUA_NAM, part_id=part)],
        cases=[Part(id=placed.id, part_id=rest)],
        valid_to=today(),
        ordered=restructured.ORDER,
    )
    async with transaction():
        _, ask_id = await asking.ask(people.my.actor("desk"), people.units["0101"].unit_id, change)
    third = await cases_made.recorded(people)
    async with transaction():
        it = await asking.get(people.lan.actor("desk"), ask_id)
    assert it.now is not None
    why = {one.id: one.why for one in it.now.cases}
    assert why[placed.id] == "corrected"
    assert third.id in why
