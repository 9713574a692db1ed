"""Two rows of one party: proposed with reasons, told apart or merged by two persons, and parted exactly as before."""

import asyncio
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend import registry
from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from backend.parties import comparing, merging
from backend.parties import service as parties
from backend.parties.merging import Compared
from backend.planning.queries import sheets
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Address, Identifier, PartyDetails, Representative
from schemas.parties.words import IdentifierKind
from tests.integration.parties.test_register_of_parties import corrected, registered, row
from tests.support import factories, offline_data
from tests.support.people import People, Person
from tests.support.phone import Phones

registry.open_all()

SHOP = PartyDetails(
    kind=SubjectKind.HOUSEHOLD,
    name="Hộ kinh doanh Tạp hóa Hương",
    identifiers=[Identifier(kind=IdentifierKind.TAX_CODE, value="001185012345")],
    representatives=[Representative(name="Trần Thị Hương")],
    address=Address(line="Số 12 phố Hàng Bài, phường Cửa Nam", commune_code="00070"),
    phones=["0912345678"],
)
TYPED = msgspec.structs.replace(
    SHOP, name="Tạp hoá Hương", identifiers=[], sign="Hương quán", representatives=[]
)


async def two(people: People) -> tuple[UUID, UUID]:
    """One shop, registered twice in Hà Nội."""
    return await registered(people.an, SHOP), await registered(people.em, TYPED)


async def seen(one: UUID, other: UUID, person: Person) -> Compared:
    async with transaction():
        return await merging.compared(one, other, person.actor())


async def asked(
    stays: UUID, goes: UUID, person: Person, party: PartyDetails | None = None
) -> Outcome:
    both = await seen(stays, goes, person)
    one, other = (both.one, both.other) if both.one.party.id == stays else (both.other, both.one)
    async with transaction():
        return await merging.ask(
            one, other, party or one.details, "Cùng một cửa hàng", person.actor()
        )


async def confirmed(one: UUID, other: UUID, person: Person) -> Outcome:
    latest = (await seen(one, other, person)).latest
    assert latest is not None
    async with transaction():
        return await merging.confirm(latest, person.actor())


async def merged(stays: UUID, goes: UUID, people: People) -> None:
    ledger.unwrap(await asked(stays, goes, people.an))
    ledger.unwrap(await confirmed(stays, goes, people.binh))


def code_of(outcome: Outcome) -> str:
    with pytest.raises(RefusedAct) as refused:
        ledger.unwrap(outcome)
    return str(refused.value.problem_code)


async def listed(person: Person, state: str = "open") -> list[tuple[UUID, UUID]]:
    async with transaction():
        page = await merging.page(person.actor(), state, None)
    assert page.total == len(page.rows)
    return [(one.one_id, one.other_id) for one in page.rows]


async def test_a_shop_registered_twice_is_proposed_with_its_reasons(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    elsewhere = Address(line="Số 3 đường Láng")
    shop = PartyDetails(kind=SubjectKind.HOUSEHOLD, name="Quán Ốc", address=elsewhere)
    stranger = await registered(people.an, shop)
    assert await listed(people.an) == [], "nobody compared them yet"
    assert await comparing.compare_waiting() == 3
    assert await comparing.compare_waiting() == 0
    assert await listed(people.giang) == [(min(one, other), max(one, other))]
    assert await listed(people.dung) == [], "another province's register"
    async with transaction():
        [pair] = (await merging.page(people.an.actor(), "open", None)).rows
    assert {"name", "phone", "address"} <= {str(one.why) for one in pair.reasons}
    assert stranger not in (pair.one_id, pair.other_id)


async def test_a_correction_is_compared_again_and_takes_a_proposal_back(
    pool: Any, people: People
) -> None:
    _, other = await two(people)
    await comparing.compare_waiting()
    assert len(await listed(people.an)) == 1
    number = [Identifier(kind=IdentifierKind.TAX_CODE, value="001190054321")]
    await corrected(people.em, other, msgspec.structs.replace(TYPED, identifiers=number), TYPED)
    assert await comparing.compare_waiting() == 1
    assert await listed(people.an) == [], "another owner's number speaks against it"


async def test_who_tells_two_apart_is_remembered_and_can_take_it_back(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    await comparing.compare_waiting()
    async with transaction():
        told = await merging.tell_apart(one, other, "Hai chị em, hai quầy", people.an.actor())
    ledger.unwrap(told)
    await corrected(people.em, other, msgspec.structs.replace(TYPED, note="Quầy 2"), TYPED)
    await comparing.compare_waiting()
    assert await listed(people.an) == []
    assert len(await listed(people.an, "apart")) == 1
    async with transaction():
        back = await merging.undo_apart(other, one, "Xem lại", people.giang.actor())
    ledger.unwrap(back)
    await comparing.compare_waiting()
    assert len(await listed(people.an)) == 1


async def test_one_person_asks_and_another_confirms(pool: Any, people: People) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    assert code_of(await confirmed(one, other, people.an)) == "party_merge_second_person"
    assert code_of(await asked(other, one, people.em)) == "party_merge_asked_already"
    assert (await row(other))["merged_into"] is None
    ledger.unwrap(await confirmed(one, other, people.giang))
    assert (await row(other))["merged_into"] == one
    async with transaction():
        assert await merging.stands_for(people.an.actor(), other) == one
        assert await merging.together(people.an.actor(), one) == [one, other]
        found = await parties.search(people.an.actor(), "huong")
    assert [party.id for party in found] == [one]


async def test_an_officer_of_another_unit_below_does_not_confirm(pool: Any, people: People) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.giang))
    assert code_of(await confirmed(one, other, people.an)) == "party_merge_second_person"


async def test_the_fields_that_survive_are_those_that_were_chosen(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    chosen = msgspec.structs.replace(SHOP, sign=TYPED.sign)
    ledger.unwrap(await asked(one, other, people.an, chosen))
    ledger.unwrap(await confirmed(one, other, people.binh))
    kept = await row(one)
    assert (kept["name"], kept["sign"], kept["tax_code"]) == (
        SHOP.name,
        "Hương quán",
        "001185012345",
    )


async def test_undoing_brings_both_back_exactly(pool: Any, people: People) -> None:
    one, other = await two(people)
    before = await row(one), await row(other)
    chosen = msgspec.structs.replace(SHOP, sign=TYPED.sign, name=TYPED.name)
    ledger.unwrap(await asked(one, other, people.an, chosen))
    ledger.unwrap(await confirmed(one, other, people.binh))
    both = await seen(one, other, people.an)
    async with transaction():
        outcome = await merging.undo(both, "Nhầm: hai chủ khác nhau", [], people.an.actor())
    ledger.unwrap(outcome)
    after = await row(one), await row(other)
    beside = {"changed_at", "compared_at"}
    for was, now in zip(before, after, strict=True):
        assert {k: v for k, v in now.items() if k not in beside} == {
            k: v for k, v in was.items() if k not in beside
        }
    async with transaction():
        again = await merging.undo(both, "Lần nữa", [], people.an.actor())
    assert code_of(again) == "party_merge_not_last"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


async def test_a_correction_after_the_merge_outlives_its_undoing(pool: Any, people: People) -> None:
    one, other = await two(people)
    merge = msgspec.structs.replace(SHOP, sign=TYPED.sign, phones=["0912345678", "0987654321"])
    ledger.unwrap(await asked(one, other, people.an, merge))
    ledger.unwrap(await confirmed(one, other, people.binh))
    moved = Address(line="Số 40 phố Hàng Bông", commune_code="00070")
    since = msgspec.structs.replace(merge, address=moved, phones=[*merge.phones, "0900000001"])
    before = await seen(one, other, people.an)
    await corrected(people.an, one, since, merge)
    async with transaction():
        unseen = await merging.undo(before, "Hai chủ khác nhau", [], people.an.actor())
    assert code_of(unseen) == "party_merge_undo_stale"
    both = await seen(one, other, people.an)
    async with transaction():
        outcome = await merging.undo(both, "Hai chủ khác nhau", [], people.an.actor())
    ledger.unwrap(outcome)
    kept = (await seen(one, other, people.an)).one
    if kept.party.id != one:
        kept = (await seen(one, other, people.an)).other
    assert kept.details == msgspec.structs.replace(
        SHOP, address=moved, phones=["0912345678", "0900000001"]
    )
    assert (await row(other))["merged_into"] is None
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


async def test_records_of_the_time_in_between_are_given_to_the_one_they_concern(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    await merged(one, other, people)
    since = await factories.decided(
        people,
        subject=msgspec.structs.replace(factories.order(people.chi, []).subject, subject_id=one),
    )
    both = await seen(one, other, people.an)
    async with transaction():
        outcome = await merging.undo(both, "Hai chủ khác nhau", [since.id], people.an.actor())
    ledger.unwrap(outcome)
    whose = await database.fetchval(
        "SELECT party_id FROM party_records_of_other WHERE record_id = $1", since.id
    )
    assert whose == other
    named = await database.fetchval("SELECT subject_id FROM inspections WHERE id = $1", since.id)
    assert named == one, "the decision keeps the party that it names"


async def test_two_confirm_at_once_and_one_of_them_is_told(pool: Any, people: People) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    outcomes = await asyncio.gather(
        confirmed(one, other, people.binh), confirmed(one, other, people.giang)
    )
    told = [each for each in outcomes if isinstance(each, ledger.Refused)]
    assert [each.code for each in told] == ["party_merge_over"]
    assert (await row(other))["merged_into"] == one


async def test_merges_that_cross_do_not_block_each_other_and_one_wins(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    third = await registered(people.an, TYPED)
    ledger.unwrap(await asked(one, other, people.an))
    assert code_of(await asked(third, other, people.em)) == "party_merge_asked_already"
    crossing = await asyncio.gather(
        confirmed(one, other, people.binh),
        asked(other, one, people.em),
        asked(other, third, people.em),
    )
    assert (await row(other))["merged_into"] == one
    assert [isinstance(each, ledger.Accepted) for each in crossing] == [True, False, False]
    ledger.unwrap(await asked(third, one, people.an))
    ledger.unwrap(await confirmed(third, one, people.binh))
    async with transaction():
        assert await merging.stands_for(people.an.actor(), other) == third
        assert await merging.together(people.an.actor(), third) == [third, one, other]


async def test_what_was_corrected_meanwhile_is_not_merged_unseen(pool: Any, people: People) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    await corrected(people.em, other, msgspec.structs.replace(TYPED, note="Đổi chủ"), TYPED)
    both = await seen(one, other, people.binh)
    assert both.latest is None
    assert [each.state for each in both.merges] == ["lapsed"]
    async with transaction():
        late = await merging.confirm(both.merges[0], people.binh.actor())
    assert code_of(late) == "party_merge_over"
    await merged(one, other, people)


async def test_a_merged_party_is_corrected_no_more(pool: Any, people: People) -> None:
    one, other = await two(people)
    await merged(one, other, people)
    with pytest.raises(RefusedAct) as refused:
        await corrected(people.em, other, msgspec.structs.replace(TYPED, note="x"), TYPED)
    assert refused.value.problem_code == "party_merged"


async def test_a_decision_from_a_form_opened_before_keeps_the_party_that_it_names(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    subject = msgspec.structs.replace(
        factories.order(people.chi, []).subject, subject_id=other, name=TYPED.name
    )
    made, outcome = await asyncio.gather(
        factories.decided(people, subject=subject), confirmed(one, other, people.binh)
    )
    ledger.unwrap(outcome)
    named = await database.fetchval("SELECT subject_id FROM inspections WHERE id = $1", made.id)
    assert named == other
    async with transaction():
        assert other in await merging.together(people.an.actor(), one)


async def test_nobody_merges_what_is_out_of_sight_or_of_another_kind(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    with pytest.raises(NotFound):
        await seen(one, other, people.dung)
    theirs = await registered(people.dung, TYPED)
    with pytest.raises(NotFound):
        await seen(one, theirs, people.an)
    company = await registered(
        people.an, msgspec.structs.replace(SHOP, kind=SubjectKind.ORGANISATION, identifiers=[])
    )
    assert code_of(await asked(one, company, people.an)) == "party_merge_kinds"


async def test_two_people_with_valid_personal_numbers_are_never_merged(
    pool: Any, people: People
) -> None:
    """A personal number is one person's alone: another's sanctions would be laid on somebody (Law Art 10.1.b)."""
    ids = []
    for number in ("001085012345", "001085054321"):
        own = Identifier(kind=IdentifierKind.PERSONAL_NUMBER, value=number)
        ids.append(await registered(people.an, msgspec.structs.replace(SHOP, identifiers=[own])))
    assert code_of(await asked(*ids, people.an)) == "party_merge_two_people"


async def test_the_phone_drops_a_merged_party_and_gets_it_back(
    phones: Phones, people: People
) -> None:
    one, other = await two(people)
    pack = await offline_data.pack(phones, people.an)
    await pack.pull()
    assert {("business", str(one)), ("business", str(other))} <= set(pack.kept)
    await merged(one, other, people)
    await pack.pull()
    assert ("business", str(other)) not in pack.kept
    both = await seen(one, other, people.an)
    async with transaction():
        outcome = await merging.undo(both, "Hai chủ khác nhau", [], people.an.actor())
    ledger.unwrap(outcome)
    await pack.pull()
    assert ("business", str(other)) in pack.kept


async def test_what_was_recorded_under_a_merged_party_is_known_of_the_one_that_stays(
    phones: Phones, people: People
) -> None:
    """On a phone, in a plan's workbook by the tax code, and where a team is compared with the party."""
    one = await registered(people.an, SHOP)
    other = await registered(
        people.em, msgspec.structs.replace(TYPED, identifiers=SHOP.identifiers)
    )
    person = Representative(name="Trần Văn Bình", identity_number="001080012345")
    known = msgspec.structs.replace(TYPED, identifiers=SHOP.identifiers, representatives=[person])
    before = msgspec.structs.replace(TYPED, identifiers=SHOP.identifiers)
    await corrected(people.em, other, known, before)
    theirs = await factories.decided(
        people,
        subject=msgspec.structs.replace(factories.order(people.chi, []).subject, subject_id=other),
    )
    pack = await offline_data.pack(phones, people.an)
    await pack.pull()
    assert pack.business(one)["history"] == []
    await merged(one, other, people)
    await pack.pull()
    assert [it["inspection_id"] for it in pack.business(one)["history"]] == [str(theirs.id)]
    async with transaction():
        found = await sheets.registered(["001185012345"], people.an.actor())
        assert found == {"001185012345": one}
        assert "001080012345" in await parties.identity_numbers(one)
    both = await seen(one, other, people.an)
    async with transaction():
        outcome = await merging.undo(both, "Hai chủ khác nhau", [], people.an.actor())
    ledger.unwrap(outcome)
    await pack.pull()
    assert pack.business(one)["history"] == []
    assert [it["inspection_id"] for it in pack.business(other)["history"]] == [str(theirs.id)]
