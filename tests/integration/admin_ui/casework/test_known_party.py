"""A new case is about a party of the register, found by name, or about one that is typed."""

import re

import msgspec
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.parties import service as parties
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import SubjectRow
from tests.support.people import People
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("pool")

PROPOSAL = {"basis": "Qua theo dõi địa bàn", "contents": "Nguồn gốc hàng hóa"}
GATE = DecisionSubject(
    subject_id=None,
    kind=SubjectKind.HOUSEHOLD,
    name="Hộ kinh doanh Cổng Làng",
    trade_name="Tạp hóa Cổng Làng",
    tax_code="0109900077",
    registration_number=None,
    address="Số 3 đường Cổng Làng, xã Đồng Mẫu",
    representative="Đỗ Thị Cổng",
    representative_title=None,
    phone="0900000077",
)


async def registered(people: People, subject: DecisionSubject) -> SubjectRow:
    """A party that a decision once named."""
    async with transaction():
        return await parties.add(people.giang.actor(), subject)


async def proposing(readers: Readers, people: People) -> Reader:
    desk = await readers.of(people.an)
    await desk.open("/desk/cases/new/proposal")
    return desk


async def opened() -> list[str]:
    rows = await database.fetch("SELECT subject_name FROM cases ORDER BY opened_at")
    return [row["subject_name"] for row in rows]


async def test_a_party_that_is_chosen_from_the_register_is_not_typed_again(
    readers: Readers, people: People
) -> None:
    known = await registered(people, GATE)
    desk = await proposing(readers, people)
    typed = {"known": str(known.id), "party.name": "Tên gõ dở", **PROPOSAL}
    assert await desk.press("/new/proposal", **typed) == 200
    assert await opened() == [GATE.name]
    for said in (GATE.address, "0109900077", "Đỗ Thị Cổng"):
        assert said in desk.page.text, said


async def test_a_typed_name_that_may_mean_two_parties_is_asked_and_one_that_means_one_is_taken(
    readers: Readers, people: People
) -> None:
    known = await registered(people, GATE)
    await registered(
        people, msgspec.structs.replace(GATE, name="Cửa hàng Cổng Làng Hai", tax_code=None)
    )
    desk = await proposing(readers, people)
    asked = await desk.press("/new/proposal", **{"known.typed": "cong lang"}, **PROPOSAL)
    assert asked == 422
    assert re.search(rf'type="radio" name="known" value="{known.id}"', desk.html)
    assert await opened() == []
    taken = {"known.typed": "ho kinh doanh cong lang", "known": ""}
    assert await desk.press("/new/proposal", **taken, **PROPOSAL) == 200
    assert await opened() == [GATE.name]


async def test_a_party_out_of_reach_is_none_and_a_new_one_is_typed(
    readers: Readers, people: People
) -> None:
    desk = await proposing(readers, people)
    unknown = {"known": "00000000-0000-7000-8000-000000000001", "known.typed": "Ai đó"}
    assert await desk.press("/new/proposal", **unknown, **PROPOSAL) == 422
    assert await opened() == []
    new = {"party.kind": "individual", "party.name": "Trần Văn Mới", "party.address": "Xã Mẫu"}
    cleared = {"known": "", "known.typed": ""}
    assert await desk.press("/new/proposal", **cleared, **new, **PROPOSAL) == 200
    assert await opened() == ["Trần Văn Mới"]
