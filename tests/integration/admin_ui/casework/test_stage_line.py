"""The page of a case: the line of its stages over its life, and one call to action for each reader."""

import re
from typing import Any
from uuid import UUID

import pytest

from backend.casework.cases import service as cases
from backend.core.database import transaction
from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.case_lives import whole_life
from tests.support.people import People
from tests.support.readers import Reader, Readers

_STAGE = re.compile(
    r'<li class="(?P<standing>\w+)"(?P<here> aria-current="step")?>.*?'
    r'class="visually-hidden">(?P<said>[^<]*)</span>(?P<name>[^<]*)</span>(?P<rest>.*?)</li>',
    re.DOTALL,
)
_DAY = re.compile(r'<time[^>]* datetime="([^"]+)"')
_PRIMARY = re.compile(r'<a class="button primary" href="([^"]+)"')


def stages(html: str) -> list[tuple[str, str, str | None]]:
    """Standing, name and day of each stage; a word and `aria-current` say what the shape says."""
    line = html.partition('<ol class="stages"')[2].partition("</ol>")[0]
    said = {"done": "Đã xong: ", "now": "Đang ở bước: ", "ahead": "Chưa đến: "}
    found = []
    for one in _STAGE.finditer(line):
        assert one["said"] == said[one["standing"]]
        assert bool(one["here"]) == (one["standing"] == "now")
        day = _DAY.search(one["rest"])
        found.append((one["standing"], one["name"].strip(), day[1] if day else None))
    assert found, html
    return found


def names(found: list[tuple[str, str, str | None]], standing: str) -> list[str]:
    return [name for stood, name, _ in found if stood == standing]


def call(html: str) -> list[str]:
    """Where the page's one primary button leads; none if nothing is this reader's to do."""
    return _PRIMARY.findall(html.partition("<main")[2])


async def drafted(case: cases_made.Case, form: str) -> UUID:
    actor = case.worker.actor("desk")
    async with transaction():
        document, _ = await cases.draft(case.id, form, 1, cases_made.example(form), actor)
    return document


async def read(desk: Reader, case: cases_made.Case) -> str:
    await desk.open(f"/desk/cases/{case.id}")
    return desk.html


@pytest.mark.long
async def test_the_line_follows_a_whole_life_by_law(readers: Readers, people: People) -> None:
    """Law Arts 58, 61, 66, 70, 73; Circular 27/2020 Art 26: from the inspection to the archive."""
    case = await cases_made.inspected(people)
    desk = await readers.of(people.giang)
    told = {None: stages(await read(desk, case))}
    take = case.take

    async def watched(kind: CaseAct, *given: Any, **how: Any) -> Any:
        outcome = await take(kind, *given, **how)
        told[kind] = stages(await read(desk, case))
        return outcome

    await cases_made.approve(case)
    case.take = watched  # type: ignore[method-assign]
    await whole_life(case)

    begun = ["Kiểm tra", "Lập hồ sơ vụ việc"]
    after = ["Quyết định", "Giao quyết định", "Thi hành", "Đóng, lưu hồ sơ"]
    assert names(told[None], "done") == begun
    assert names(told[None], "now") == ["Biên bản vi phạm"]
    assert names(told[None], "ahead") == after

    minuted = told[CaseAct.VIOLATION_RECORDED]
    assert names(minuted, "now") == ["Giải trình"], "the minutes grant the right to explain"
    assert names(minuted, "ahead") == after
    assert names(told[CaseAct.EXHIBITS_SEIZED], "now") == ["Giải trình"], "goods are no stage"
    assert names(told[CaseAct.EXPLANATION_RECEIVED], "now") == ["Quyết định"]
    assert names(told[CaseAct.SANCTION_IMPOSED], "now") == ["Giao quyết định"]
    assert names(told[CaseAct.DECISION_DELIVERED], "now") == ["Thi hành"]
    assert names(told[CaseAct.PAYMENT_RECEIVED], "now") == ["Thi hành"], "goods are left"
    assert names(told[CaseAct.EXECUTION_COMPLETED], "now") == ["Đóng, lưu hồ sơ"]

    whole = told[CaseAct.CASE_ARCHIVED]
    assert names(whole, "done") == [*begun, "Biên bản vi phạm", "Giải trình", *after]
    assert names(whole, "now") == names(whole, "ahead") == []
    assert {day for _, _, day in whole} == {cases_made.today().isoformat()}, "each with its day"
    assert call(desk.html) == [], "an archived case asks for nothing"


async def test_each_reader_has_one_call_to_action_or_is_told_why_not(
    readers: Readers, people: People
) -> None:
    case = await cases_made.recorded(people)
    waived = f"/desk/cases/{case.id}/acts/{CaseAct.EXPLANATION_REQUESTED}"
    worker = await readers.of(people.an)
    assert call(await read(worker, case)) == [waived], "who works on the case goes on with it"
    assert "Việc khác có thể làm" in worker.html
    auditor = await readers.of(people.khanh)
    html = await read(auditor, case)
    assert call(html) == []
    assert "Vì sao không làm được?" in html
    assert "Bạn không được phân công trong vụ việc này." in html, "as the door would say"
    assert "Soạn văn bản mới: Vì sao không làm được?" in auditor.page.text

    await cases_made.waive(case)
    head = await readers.of(people.giang)
    html = await read(head, case)
    assert call(html) == [f"/desk/cases/{case.id}/sanction"], "the decision is the head's next step"
    assert names(stages(html), "now") == ["Quyết định"]


async def test_a_paper_that_somebody_began_is_what_to_do_next(
    readers: Readers, people: People
) -> None:
    case = await cases_made.due(people)
    document = await drafted(case, "MQĐ02")
    head = await readers.of(people.giang)
    assert call(await read(head, case)) == [f"/desk/documents/{document}"]
    assert "Mở bản đang soạn MQĐ02" in head.page.text
    assert f'href="/desk/cases/{case.id}/sanction"' in head.html, "the reckoning stays at hand"


async def test_codes_and_certainty_are_only_among_the_technical_details(
    readers: Readers, people: People
) -> None:
    case = await cases_made.due(people)
    legal = await readers.of(people.giang)
    before, _, technical = (await read(legal, case)).partition('class="fold technical"')
    assert re.search(r"\bD12\b", technical)
    assert cases_made.BEHAVIOUR in technical
    assert not re.search(r"\bD\d\d\b", before)
    assert cases_made.BEHAVIOUR not in before


async def test_papers_and_file_are_one_list_with_a_mark_for_exceptions_alone(
    readers: Readers, people: People
) -> None:
    case = await cases_made.due(people)
    await drafted(case, "MBB02")
    desk = await readers.of(people.an)
    rows = (await read(desk, case)).partition('id="sheets"')[2].partition("</table>")[0]
    titles = re.findall(r'class="main-link" href="[^"]+">([^<]+)</a>', rows)
    assert titles[0] == "Biên bản làm việc", "what is being written comes first"
    assert titles.count("Biên bản vi phạm hành chính") == 1, "a paper with a sheet is told once"
    marks = re.findall(r'<span class="mark[^"]*">([^<]+)</span>', rows)
    assert marks == ["Dự thảo"], "what is signed needs none"
