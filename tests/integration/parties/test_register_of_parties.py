"""What the register knows of a party is what its acts say."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend import registry
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.ledger import service as ledger
from backend.ledger.opened import mark_of
from backend.parties import recording
from backend.parties import service as parties
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.parties import acts
from schemas.parties.acts import Address, Identifier, PartyDetails, Representative
from schemas.parties.words import (
    ClosedWhy,
    IdentifierKind,
    LicenceEnd,
    LicenceKind,
    PartySource,
    PlacedBy,
)
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")
registry.open_all()

SHOP = PartyDetails(
    kind=SubjectKind.ORGANISATION,
    name="Công ty TNHH Hoa Sen",
    sign="Siêu thị Hoa Sen",
    identifiers=[Identifier(kind=IdentifierKind.ENTERPRISE_CODE, value="0100109106")],
    representatives=[Representative(name="Đỗ Văn Hải", title="Giám đốc")],
    address=Address(
        line="Số 5 phố Huế, phường Hai Bà Trưng", province_code="01", commune_code="00256"
    ),
    phones=["0912345678"],
)


async def registered(person: Person, details: PartyDetails = SHOP) -> UUID:
    async with transaction():
        party_id, outcome = await recording.register(
            details, person.unit.unit_id, PartySource.REGISTER, person.actor()
        )
    ledger.unwrap(outcome)
    return party_id


async def done(person: Person, party_id: UUID, content: Wire) -> None:
    async with transaction():
        outcome = await recording.act(party_id, content, person.actor())
    ledger.unwrap(outcome)


async def corrected(
    person: Person, party_id: UUID, details: PartyDetails, before: PartyDetails, **more: Any
) -> None:
    content = acts.PartyCorrected(party=details, **more)
    async with transaction():
        outcome = await recording.correct(party_id, content, mark_of(before), person.actor())
    ledger.unwrap(outcome)


async def row(party_id: UUID) -> dict[str, Any]:
    found = await database.fetchrow("SELECT * FROM subjects WHERE id = $1", party_id)
    return dict(found)


async def test_a_registered_party_is_found_by_its_department_alone(people: People) -> None:
    party_id = await registered(people.an)
    kept = await row(party_id)
    assert (kept["name"], kept["tax_code"], kept["sign"]) == (SHOP.name, "0100109106", SHOP.sign)
    assert (kept["representative"], kept["phone"]) == ("Đỗ Văn Hải", "0912345678")
    assert kept["unit_id"] == people.an.unit.unit_id
    async with transaction():
        assert (await parties.get(people.em.actor(), party_id)).name == SHOP.name
        with pytest.raises(NotFound):
            await parties.get(people.dung.actor(), party_id)


async def test_a_correction_says_all_anew_and_keeps_the_former_name(people: People) -> None:
    party_id = await registered(people.an)
    renamed = msgspec.structs.replace(SHOP, name="Công ty TNHH Sen Vàng", phones=[])
    day = clock.today() - timedelta(days=10)
    await corrected(people.em, party_id, renamed, SHOP, renamed_on=day)
    kept = await row(party_id)
    assert (kept["name"], kept["phone"], kept["name_key"]) == (renamed.name, None, "sen vang")
    names = await database.fetch("SELECT name, until FROM party_former_names")
    assert [tuple(one) for one in names] == [(SHOP.name, day)]
    mistyped = msgspec.structs.replace(renamed, name="Công ty TNHH Sen Vang")
    await corrected(people.em, party_id, mistyped, renamed)
    assert await database.fetchval("SELECT count(*) FROM party_former_names") == 1


async def test_who_saves_last_does_not_take_the_others_words_back(people: People) -> None:
    party_id = await registered(people.an)
    one = msgspec.structs.replace(SHOP, trade_name="Hoa Sen")
    await corrected(people.an, party_id, one, SHOP)
    other = msgspec.structs.replace(SHOP, note="Bán cả rượu")
    with pytest.raises(RefusedAct) as refused:
        await corrected(people.em, party_id, other, SHOP)
    assert refused.value.problem_code == "form_late"
    assert (await row(party_id))["trade_name"] == "Hoa Sen"


@pytest.mark.parametrize("who", ["khanh", "phuc", "nga", "lan"])
async def test_who_does_no_inspections_changes_nothing(people: People, who: str) -> None:
    with pytest.raises(RefusedAct) as refused:
        await registered(getattr(people, who))
    assert refused.value.problem_code == "party_not_yours"


async def test_a_phone_and_a_stranger_change_nothing(people: People) -> None:
    party_id = await registered(people.an)
    set_nobody = acts.AreaOfficerSet(officer_id=None)
    with pytest.raises(NotFound):
        await done(people.dung, party_id, set_nobody)
    of_readers = people.khanh
    with pytest.raises(RefusedAct) as refused:
        await done(of_readers, party_id, set_nobody)
    assert refused.value.problem_code == "party_not_yours"


async def test_a_number_that_cannot_be_right_is_refused_unless_the_paper_has_it(
    people: People,
) -> None:
    wrong = Identifier(kind=IdentifierKind.TAX_CODE, value="0100109107")
    with pytest.raises(RefusedAct) as refused:
        await registered(people.an, msgspec.structs.replace(SHOP, identifiers=[wrong]))
    assert refused.value.problem_code == "party_tax_code_checksum"
    so = msgspec.structs.replace(wrong, as_given=True)
    party_id = await registered(people.an, msgspec.structs.replace(SHOP, identifiers=[so]))
    assert (await row(party_id))["tax_code"] == "0100109107"


async def test_licences_say_from_when_to_warn(people: People) -> None:
    party_id = await registered(people.an)
    licence = acts.LicenceRecorded(
        licence_id=new_id(),
        kind=LicenceKind.ALCOHOL,
        title=None,
        number="12/GP-UBND",
        issuer="UBND phường",
        issued_on=date(2024, 1, 5),
        valid_from=date(2024, 1, 5),
        valid_to=clock.today() + timedelta(days=20),
    )
    await done(people.an, party_id, licence)
    assert (await row(party_id))["licence_until"] == licence.valid_to
    later = msgspec.structs.replace(
        licence, licence_id=new_id(), number="15/GP-UBND", valid_to=date(2033, 1, 4)
    )
    await done(people.an, party_id, later)
    assert (await row(party_id))["licence_until"] == later.valid_to, "the new one goes on"
    ended = acts.LicenceEnded(
        licence_id=later.licence_id,
        void_from=clock.today(),
        why=LicenceEnd.MISTAKEN,
        reason="Nhập nhầm của cơ sở khác",
    )
    await done(people.an, party_id, ended)
    assert (await row(party_id))["licence_until"] == licence.valid_to
    with pytest.raises(RefusedAct) as refused:
        await done(people.an, party_id, ended)
    assert refused.value.problem_code == "party_licence_unknown"


async def test_a_branch_names_its_main_party(people: People) -> None:
    main = await registered(people.an)
    branch = msgspec.structs.replace(SHOP, name="Chi nhánh", identifiers=[], main_party_id=main)
    branch_id = await registered(people.an, branch)
    assert (await row(branch_id))["main_party_id"] == main
    of_branch = msgspec.structs.replace(branch, main_party_id=branch_id)
    with pytest.raises(RefusedAct) as refused:
        await registered(people.an, of_branch)
    assert refused.value.problem_code == "party_main_party"


async def test_a_party_closes_opens_moves_and_gets_an_officer(people: People) -> None:
    party_id = await registered(people.an)
    today = clock.today()
    closed = acts.PartyClosed(closed_on=today, why=ClosedWhy.CEASED, reason="Trả mặt bằng")
    await done(people.an, party_id, closed)
    with pytest.raises(RefusedAct) as refused:
        await done(people.an, party_id, closed)
    assert refused.value.problem_code == "party_closed"
    reopened = acts.PartyReopened(reopened_on=today - timedelta(days=1), reason="Mở lại")
    with pytest.raises(RefusedAct) as refused:
        await done(people.an, party_id, reopened)
    assert refused.value.problem_code == "party_before_registered"
    await done(people.an, party_id, msgspec.structs.replace(reopened, reopened_on=today))
    point = acts.Point(latitude_e7=210_000_000, longitude_e7=1_058_000_000)
    await done(people.an, party_id, acts.PartyPlaced(point=point, by=PlacedBy.MAP))
    await done(people.an, party_id, acts.AreaOfficerSet(officer_id=people.binh.id))
    kept = await row(party_id)
    assert (kept["state"], kept["closed_on"]) == ("active", None)
    assert (kept["latitude_e7"], kept["area_officer_id"]) == (210_000_000, people.binh.id)
    with pytest.raises(RefusedAct) as refused:
        await done(people.an, party_id, acts.AreaOfficerSet(officer_id=people.dung.id))
    assert refused.value.problem_code == "party_area_officer"


async def test_a_new_party_of_a_decision_is_registered_as_the_decision_has_it(
    people: People,
) -> None:
    named = DecisionSubject(
        subject_id=None,
        kind=SubjectKind.HOUSEHOLD,
        name="Hộ kinh doanh Cổng Làng",
        trade_name=None,
        tax_code="0109900077",
        registration_number="01A8012345",
        address="Số 3 đường Cổng Làng",
        representative="Đỗ Thị Cổng",
        representative_title=None,
        phone="0900000077",
    )
    async with transaction():
        added = await parties.add(people.giang.actor(), named)
    types = await database.fetch(
        "SELECT act_type FROM ledger_entries WHERE record_kind = 'party' AND record_id = $1",
        added.id,
    )
    assert [one["act_type"] for one in types] == ["party.registered"]
    assert (added.tax_code, added.registration_number) == ("0109900077", "01A8012345")


async def test_a_party_from_before_acts_begins_its_record_with_a_correction(
    people: People,
) -> None:
    unit = people.an.unit
    party_id = new_id()
    await database.execute(
        """INSERT INTO subjects (id, unit_id, unit_1, unit_2, unit_3, kind, name, tax_code, address, representative)
        VALUES ($1, $2, $3, $4, $5, 'household', 'Quán Cũ', '123', 'Phố cũ', 'Bà Cũ')""",
        party_id,
        unit.unit_id,
        unit.unit_1,
        unit.unit_2,
        unit.unit_3,
    )
    before = PartyDetails(
        kind=SubjectKind.HOUSEHOLD,
        name="Quán Cũ",
        identifiers=[Identifier(kind=IdentifierKind.TAX_CODE, value="123", as_given=True)],
        representatives=[Representative(name="Bà Cũ")],
        address=Address(line="Phố cũ"),
    )
    anew = msgspec.structs.replace(before, sign="Quán Bà Cũ")
    await corrected(people.an, party_id, anew, before)
    assert (await row(party_id))["sign"] == "Quán Bà Cũ"
