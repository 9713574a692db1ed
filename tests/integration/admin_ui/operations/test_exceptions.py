"""What was done otherwise than the rule has it stands in one list, with its reason, and is checked by another."""

from datetime import timedelta
from typing import Any

import pytest

from backend.casework.exceptions import service
from backend.core import clock, database
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from schemas.core.ids import new_id
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")

REASON = "Đoàn được điều đi vụ việc khẩn cấp"
PAGE = "/desk/exceptions"


async def given_up(people: People) -> factories.Work:
    """An inspection that an's team gave up on site."""
    work = await factories.announced(people)
    await work.act("inspection.discarded", {"reason": REASON})
    return work


async def listed(work: factories.Work) -> Any:
    """The line of its list."""
    return await database.fetchrow(
        "SELECT * FROM exceptions WHERE record_id = $1 AND kind = 'discarded'", work.id
    )


async def test_a_visit_that_was_given_up_is_listed_with_its_reason_for_who_checks(
    readers: Readers, people: People
) -> None:
    work = await given_up(people)
    for person in (people.giang, people.khanh):
        desk = await readers.of(person)
        assert await desk.look(PAGE) == 200
        assert "Đoàn không kiểm tra, hoặc đề nghị không kiểm tra" in desk.page.text
        assert REASON in desk.page.text
        assert people.an.full_name in desk.page.text
        assert work.number in desk.page.text
        party = await database.fetchval(
            "SELECT subject_name FROM inspections WHERE id = $1", work.id
        )
        assert f">{party}</a>" in desk.html, "a row leads with the party"


async def test_who_checks_nothing_and_who_is_elsewhere_learn_nothing_of_it(
    readers: Readers, people: People
) -> None:
    work = await given_up(people)
    row = await listed(work)
    for person in (people.an, people.chi, people.my):
        desk = await readers.of(person)
        assert await desk.look(PAGE) == 403
    elsewhere = await readers.of(people.ho)
    assert await elsewhere.look(PAGE) == 200
    assert REASON not in elsewhere.html
    assert "Không có ngoại lệ nào chờ kiểm tra." in elsewhere.page.text
    form = elsewhere.form("/desk/sign-out")
    form.action = f"{PAGE}/{row['id']}/check"
    form.fill("csrf_token", form.find("csrf_token").value)  # type: ignore[union-attr]
    assert await elsewhere.try_submit(form) in (404, 422)
    assert (await listed(work))["verdict"] is None


async def test_the_level_above_gives_its_verdict_once_and_says_why_it_was_wrong(
    readers: Readers, people: People
) -> None:
    work = await given_up(people)
    row = await listed(work)
    act = f"{row['id']}/check"
    desk = await readers.of(people.giang)
    await desk.open(PAGE)
    assert await desk.press(act, "wrong") == 409
    assert "Hãy ghi lý do khi kết luận là không đúng." in desk.page.text
    late = await readers.of(people.khanh)
    await late.open(PAGE)
    assert await desk.press(act, "wrong", note="Không có lệnh điều động") == 200
    assert "Đã ghi kết luận." in desk.page.text
    assert (await listed(work))["verdict"] == "wrong"
    assert (await listed(work))["checked_by"] == people.giang.id
    assert await late.press(act, "right") == 409
    assert "đã có kết luận" in late.page.text
    await late.open(f"{PAGE}?show=all")
    assert "Không có lệnh điều động" in late.page.text
    assert f"{people.giang.full_name} đã kiểm tra" in late.page.text


async def test_a_line_that_is_taken_out_or_a_verdict_that_nobody_gave_is_found(
    people: People,
) -> None:
    work = await given_up(people)
    report = await verification.verify(None, lambda *_: None)
    assert report.verdict is not Verdict.TAMPERED
    assert not any("exception" in str(finding) for finding in report.findings)
    await database.execute(
        "UPDATE exceptions SET verdict = 'right', checked_by = $2, checked_at = now() WHERE record_id = $1",
        work.id,
        people.khanh.id,
    )
    report = await verification.verify(None, lambda *_: None)
    assert any("exception" in str(finding) for finding in report.findings)


async def test_the_list_is_walked_page_by_page_without_loss_the_soonest_due_first(
    people: People,
) -> None:
    work = await given_up(people)
    now = clock.now()
    for day in range(60):
        await database.execute(
            """
            INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, unit_1, unit_2, unit_3, unit_4,
                reason, at, check_by)
            SELECT $1, 'self_signed', record_kind, record_id, officer_id, unit_1, unit_2, unit_3, unit_4, 'x', $2, $3
            FROM exceptions WHERE record_id = $4 AND kind = 'discarded'
            """,
            new_id(),
            now,
            now + timedelta(days=day // 3 - 5, hours=1),
            work.id,
        )
    seen: list[Any] = []
    cursor = None
    while True:
        found = await service.page(people.khanh.actor("desk"), cursor=cursor, limit=7)
        seen += found.rows
        cursor = found.next
        if cursor is None:
            break
    assert len({row.id for row in seen}) == len(seen) == found.waiting == found.total
    terms = [row.check_by for row in seen if row.check_by]
    assert terms == sorted(terms)
    assert len(terms) == 60
    assert found.overdue == 15
