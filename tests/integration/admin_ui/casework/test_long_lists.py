"""Whatever signed minutes list can be recorded at the desk, however long the list and its lines are."""

import pytest

from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def test_seizure_minutes_of_more_rows_than_a_page_shows_are_recorded_whole(
    readers: Readers, people: People
) -> None:
    case = await cases_made.recorded(people)
    exhibits = [cases_made.exhibit(name=f"Hộp mỹ phẩm số {number}") for number in range(1, 131)]
    await cases_made.seized(case, *exhibits)
    desk = await readers.of(people.an)
    address = f"/desk/cases/{case.id}/acts/exhibits.seized"
    await desk.open(f"{address}?paper={case.papers['MBB15']}")
    assert "Còn 30 dòng nữa, được ghi nguyên như biên bản đã ký." in desk.page.text
    assert await desk.press(address) == 200, desk.page.text[:3000]
    facts = await case.facts()
    assert [one.content.name for one in facts.exhibits.values()] == [one.name for one in exhibits]
    assert facts.last(CaseAct.EXHIBITS_SEIZED) is not None
    assert [one.position for one in facts.exhibits.values()] == list(range(1, 131))
