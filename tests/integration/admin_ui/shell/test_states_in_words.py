"""Who is refused reads where the matter stands in words: never a state's code, an id or a machine's moment."""

import re
from datetime import timedelta

from backend.core.local_time import VIETNAM
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from tests.support import cases_made, factories
from tests.support.people import People
from tests.support.readers import Readers

CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f]{4}-")


async def test_a_step_that_comes_too_late_is_told_the_state_of_the_case_in_words(
    people: People, readers: Readers
) -> None:
    case = await cases_made.recorded(people)
    await cases_made.approve(case)
    act = f"/desk/cases/{case.id}/acts/explanation.waived"
    desk = await readers.of(people.an)
    await desk.open(act)
    waived = case_acts.ExplanationWaived(how="declared", at=cases_made.clock.now(), reason="")
    await case.take(CaseAct.EXPLANATION_WAIVED, waived, people.an)

    at = (cases_made.clock.now() + timedelta(minutes=1)).astimezone(VIETNAM)
    filled = {"how": "declared", "at": f"{at:%Y-%m-%dT%H:%M}", "reason": "Văn bản từ bỏ"}
    assert await desk.press(act, **filled) == 200
    assert await desk.press(act, "sure") == 409
    assert "Ở trạng thái «Chờ ra quyết định» không làm được việc này" in desk.page.text
    assert not CODE.findall(desk.page.text)


async def test_of_two_rulings_the_second_reads_who_came_first_when_and_how(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    first, second = await readers.of(people.giang), await readers.of(people.hai)
    for desk in (first, second):
        await desk.open(f"/desk/inspections/{work.id}/approve?revision={work.revision}")
    assert await first.press("/approve") == 200
    assert await second.press("/approve") == 409
    said = re.search(r"Bản này đã được xử lý: (.+?) Hãy tải lại trang", second.page.text)
    assert said, second.page.text
    assert said[1].startswith(people.giang.full_name)
    assert said[1].endswith("(Đã phê duyệt).")
    assert re.search(r"\d\d:\d\d \d\d/\d\d/\d{4}", said[1])
    assert not CODE.findall(said[1])
