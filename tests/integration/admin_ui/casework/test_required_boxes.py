"""A group of boxes of which one must be ticked says so, to those who see its star and to those who hear its legend."""

import re

from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.people import People
from tests.support.readers import Readers


async def test_the_legend_of_boxes_says_that_at_least_one_is_required(
    people: People, readers: Readers
) -> None:
    case = await cases_made.due(people)
    seized = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, seized, people.an)
    desk = await readers.of(people.giang)
    assert await desk.look(f"/desk/cases/{case.id}/acts/exhibits.disposed") == 200
    [legend] = re.findall(r"<legend[^>]*>(.*?)</legend>", desk.html, re.DOTALL)
    assert '<span class="star" aria-hidden="true">*</span>' in legend
    assert "bắt buộc chọn ít nhất một" in legend


async def test_boxes_that_may_all_stay_empty_have_no_star(people: People, readers: Readers) -> None:
    case = await cases_made.due(people)
    desk = await readers.of(people.giang)
    assert await desk.look(f"/desk/cases/{case.id}/acts/officers.assigned") == 200
    legends = re.findall(r"<legend[^>]*>(.*?)</legend>", desk.html, re.DOTALL)
    assert legends
    assert not any("star" in one for one in legends)
