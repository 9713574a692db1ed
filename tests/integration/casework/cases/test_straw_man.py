"""Who is recorded as the violator is whom the case was opened against, or the record says why not."""

import msgspec
import pytest
from litestar import Litestar

from backend.core import database
from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_minutes_against_a_straw_man_are_recorded_with_a_reason_that_is_listed(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    straw = cases_made.party(name="Nguyễn Thị Rơm", identity_number="079199000111")
    content = await cases_made.minuted(case, party=straw, another_party=None)
    assert await case.refused(CaseAct.VIOLATION_RECORDED, content, people.an) == "case_party_other"
    said = msgspec.structs.replace(content, another_party="Hàng của người gửi")
    await case.take(CaseAct.VIOLATION_RECORDED, said, people.an)
    rows = await database.fetch("SELECT reason FROM exceptions WHERE kind = 'another_party'")
    assert [row["reason"] for row in rows] == ["Hàng của người gửi"]


async def test_the_household_s_owner_is_its_violator_without_a_word(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    known = (await case.facts()).party
    assert known is not None
    same = cases_made.party(name="Trần Văn Mẫu (chủ hộ)", identity_number=known.identity_number)
    content = await cases_made.minuted(case, party=same, another_party=None)
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    assert await database.fetch("SELECT 1 FROM exceptions") == []
