"""Each member of a team says whether there is a relation to the party (Circular 27/2020/TT-BCT Art 15)."""

from typing import Any

import msgspec
import pytest
from litestar import Litestar

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.inspections.issue import DecisionNotIssuable
from backend.force.accounts import identity
from backend.ledger.service import Accepted, Refused
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.relations import RelationKind, RelationNoneDeclared, RelationView
from schemas.parties.acts import Representative
from tests.integration.parties.test_register_of_parties import SHOP, registered
from tests.support import factories
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.phone import Phones

NUMBER = "001085012345"
NOBODY = {"same_name": None}


def subject(people: People, **changed: Any) -> Any:
    """The usual party of a decision, with changed fields."""
    return msgspec.structs.replace(factories.order(people.chi, []).subject, **changed)


async def enter(person: Person, number: str = NUMBER) -> None:
    async with transaction():
        await identity.enter(person.actor("desk"), number)


async def declared(work: factories.Work, people: People) -> list[RelationView]:
    async with transaction():
        return (await inspections.inspection_view(work.id, people.giang.actor("desk"))).relations


def code_of(outcome: Accepted | Refused) -> str:
    assert isinstance(outcome, Refused), outcome
    assert outcome.text.vi
    assert outcome.text.en
    return outcome.code


async def listed() -> list[tuple[str, str]]:
    rows = await database.fetch("SELECT kind, reason FROM exceptions ORDER BY at")
    return [(row["kind"], row["reason"]) for row in rows]


async def test_a_member_confirms_on_the_phone_and_everybody_reads_it(
    app: Litestar, phones: Phones, people: People
) -> None:
    work = await factories.decided(people, minutes_flow=2)
    phone = await phones.of(people.an)
    phone.write(str(work.id), "relation.none_declared", NOBODY)
    [answer] = await phone.send()
    assert answer["status"] == "accepted", answer
    assert [one.officer_name for one in await declared(work, people)] == [people.an.full_name]
    await phone.sync()
    [told] = (await phone.inspection(str(work.id)))["relations"]
    assert (told["officer_id"], told["relation"]) == (str(people.an.id), None)
    giang = await Desk.of(app, people.giang, people)
    page = (await giang.http.get(f"/desk/inspections/{work.id}")).text
    assert page.count("Đã xác nhận không có quan hệ") == 1
    assert page.count("Chưa xác nhận về quan hệ") == 2
    await giang.close()
    assert await listed() == []
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


async def test_a_phone_that_never_heard_of_the_question_goes_on(pool: Any, people: People) -> None:
    work = await factories.announced(people)
    assert await declared(work, people) == []
    assert isinstance(await factories.write_minutes(work), Accepted | None)


async def test_only_the_team_declares(pool: Any, people: People) -> None:
    work = await factories.decided(people)
    stranger = await factories.pen(people.cuc)
    act = stranger.write(str(work.id), "relation.none_declared", NOBODY)
    outcome = await factories.hand_in(act, people.cuc, factories.UUID(str(act["device_id"])))
    assert code_of(outcome) == "not_on_team"


async def test_an_equal_name_asks_for_a_reason_which_is_on_the_list_of_exceptions(
    pool: Any, people: People
) -> None:
    namesake = subject(people, representative=people.an.full_name.upper())
    work = await factories.decided(people, subject=namesake)
    assert code_of(await work.act("relation.none_declared", NOBODY)) == "relation_same_name"
    said = "Trùng họ tên, người đại diện sinh năm 1960 ở tỉnh khác"
    assert isinstance(await work.act("relation.none_declared", {"same_name": said}), Accepted)
    [one] = await declared(work, people)
    assert (one.same_name, one.reason) == (True, said)
    assert ("same_name", said) in await listed()


async def test_who_declares_a_relation_is_told_to_the_head_and_listed_and_keeps_the_evidence(
    app: Litestar, people: People
) -> None:
    work = await factories.announced(people, photos=1)
    said = {"relation": "sibling", "reason": "Giám đốc là anh ruột của tôi"}
    assert isinstance(await work.act("relation.declared", said), Accepted)
    assert ("related", said["reason"]) in await listed()
    told = await database.fetch(
        "SELECT officer_id FROM notices WHERE record_id = $1 AND text_key = 'inspection.related'",
        work.id,
    )
    assert people.giang.id in {row["officer_id"] for row in told}
    giang = await Desk.of(app, people.giang, people)
    page = (await giang.http.get(f"/desk/inspections/{work.id}")).text
    assert "khai có quan hệ với tổ chức, cá nhân được kiểm tra (Anh, chị, em ruột)" in page
    await giang.close()
    assert isinstance(await work.act("relation.none_declared", NOBODY), Accepted)
    assert [one.relation for one in await declared(work, people)] == [None], "the last one counts"


async def test_the_partys_own_number_keeps_an_officer_off_the_team(
    pool: Any, people: People
) -> None:
    await enter(people.an)
    owner = subject(people, kind=SubjectKind.HOUSEHOLD, tax_code=NUMBER)
    with pytest.raises(DecisionNotIssuable) as refused:
        await factories.decided(people, subject=owner)
    [fault] = refused.value.faults
    assert fault.field == "member_ids"
    assert people.an.full_name in fault.text.vi
    assert NUMBER not in fault.text.vi
    await factories.decided(people, subject=owner, members=[people.binh])


async def test_who_represents_the_party_in_the_register_is_kept_off_the_team_too(
    pool: Any, people: People
) -> None:
    await enter(people.an)
    shop = msgspec.structs.replace(
        SHOP, representatives=[Representative(name="Một người khác", identity_number=NUMBER)]
    )
    party_id = await registered(people.binh, shop)
    named = subject(people, subject_id=party_id)
    with pytest.raises(DecisionNotIssuable) as refused:
        await factories.decided(people, subject=named)
    assert people.an.full_name in refused.value.faults[0].text.vi


async def test_a_number_entered_after_the_decision_refuses_the_declaration(
    pool: Any, people: People
) -> None:
    work = await factories.decided(people, subject=subject(people, tax_code=NUMBER))
    await enter(people.an)
    said = {"same_name": "Số này không phải của tôi"}
    assert code_of(await work.act("relation.none_declared", said)) == "relation_same_person"
    own = {"relation": RelationKind.SELF, "reason": "Tôi là chủ hộ"}
    assert isinstance(await work.act("relation.declared", own), Accepted)


async def test_a_wrong_number_or_none_matches_nobody(pool: Any, people: People) -> None:
    await enter(people.an, "001 085 012 346")
    numbers = [NUMBER, None, "0109900016", ""]
    assert await identity.among([people.an.id, people.binh.id], numbers) == set()
    assert await identity.among([people.an.id], ["001.085.012.346"]) == {people.an.id}


async def test_an_officer_keeps_and_removes_the_number_and_nobody_can_read_it(
    app: Litestar, people: People
) -> None:
    desk = await Desk.of(app, people.an, people)
    wrong = await desk.post("/desk/account/identity", number="12345")
    assert wrong.status_code == 422
    assert "12 chữ số" in wrong.text
    assert (await desk.post("/desk/account/identity", number=NUMBER)).status_code == 303
    assert NUMBER not in (await desk.http.get("/desk/account")).text
    rows = await database.fetch("SELECT sealed FROM officer_identities")
    assert len(rows) == 1
    assert NUMBER.encode() not in rows[0]["sealed"]
    acts = await database.fetch("SELECT act FROM ledger_entries WHERE act_type LIKE 'identity.%'")
    assert len(acts) == 1
    assert NUMBER not in acts[0]["act"]
    assert (await desk.post("/desk/account/identity/remove")).status_code == 303
    assert await database.fetchval("SELECT count(*) FROM officer_identities") == 0
    await desk.close()


async def test_a_member_declares_at_the_desk_and_others_cannot(
    app: Litestar, people: People
) -> None:
    work = await factories.decided(people, subject=subject(people, name=people.an.full_name))
    place = f"/desk/inspections/{work.id}/relation"
    giang = await Desk.of(app, people.giang, people)
    assert (await giang.http.get(place)).status_code == 403
    await giang.close()
    an = await Desk.of(app, people.an, people)
    assert "trùng họ tên với bạn" in (await an.http.get(place)).text
    empty = await an.post(place)
    assert empty.status_code == 422
    assert "Hãy chọn một câu trả lời" in empty.text
    unsaid = await an.post(place, answer="none")
    assert unsaid.status_code == 422
    assert "vì sao người trùng họ tên" in unsaid.text
    said = await an.post(place, answer="none", reason="Người khác, sinh năm 1955")
    assert said.status_code == 303, said.text
    assert [one.same_name for one in await declared(work, people)] == [True]
    await an.close()


async def test_the_desk_cannot_pass_over_the_question_either(pool: Any, people: People) -> None:
    work = await factories.decided(people, subject=subject(people, name=people.an.full_name))
    async with transaction():
        outcome = await inspections.conflicts.declare(
            work.id, RelationNoneDeclared(), people.an.actor("desk")
        )
    assert code_of(outcome) == "relation_same_name"


async def test_a_changed_team_is_checked_too(pool: Any, people: People) -> None:
    await enter(people.cuc)
    faults = await inspections.conflicts.team_faults(
        [people.chi.id, people.cuc.id], subject(people, tax_code=NUMBER)
    )
    assert [people.cuc.full_name in one.text.en for one in faults] == [True]


async def test_a_member_reads_the_question_first_and_says_who_it_is_only_of_a_relation(
    app: Litestar, people: People
) -> None:
    work = await factories.decided(people, minutes_flow=2)
    an = await Desk.of(app, people.an, people)
    page = (await an.http.get(f"/desk/inspections/{work.id}/relation")).text
    assert page.index("<h1>") < page.index('class="form-context'), "the heading, then the help"
    for name in ("relation", "reason"):
        before = page[: page.index(f'name="{name}"')]
        assert 'data-only-when="answer" data-only-values="related"' in before[-900:], name
    await an.close()
