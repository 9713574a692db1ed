"""A case that a restore lost is opened again at the desk, under the number that people know."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import service as cases
from backend.core import clock
from backend.core import database as backend_database
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.core.settings import Settings
from backend.ledger import service as ledger
from deploy.servers import Servers
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.words import CaseAct, InformationSource
from schemas.core.entered_again import EnteredAgain
from tests.support import factories, old_information, restoring
from tests.support.databases import Database
from tests.support.people import People
from tests.support.readers import Reader, Readers

REASON = "Công văn trả lời của Đội ghi số này, bà Tư đang giữ"


@dataclass
class Lost:
    """The number of a case that was opened after the backup, the day, and how far the units' numbers jumped."""

    number: str
    day: date
    jump: int


@pytest.fixture
async def lost(
    app: Litestar,
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    tmp_path: Path,
) -> Lost:
    """Yesterday's database without yesterday's evening, declared today; this process works on it."""
    real = clock.now
    with pytest.MonkeyPatch.context() as then:
        then.setattr(clock, "now", lambda: real() - timedelta(days=1))
        await factories.decided(people)
        copy = await restoring.copied(database, servers)
        async with transaction():
            opening = await cases.opening(people.an.actor("desk"))
        day = clock.today()
    declared = await restoring.declared(settings, copy)
    return Lost(opening.number, day, declared.numbers.of_units)


PROPOSAL = {
    "basis": "Báo cáo của công chức",
    "contents": "Hàng giả",
    "expected_violation": "Bán hàng giả",
    "expected_law": "Điều 9 Nghị định số 98/2020/NĐ-CP",
    "duration_days": "3",
    "party.kind": "household",
    "party.name": "Hộ kinh doanh Mẫu",
    "party.address": "Xã Đồng Mẫu",
}


async def opened(desk: Reader, **typed: str) -> int:
    """Open a case by a proposal; the status of the answer."""
    await desk.open("/desk/cases/new/proposal")
    return await desk.press("/new/proposal", **PROPOSAL, **typed)


def of(lost: Lost, **changed: str) -> dict[str, str]:
    """What an officer types of the lost case."""
    said = {"again_number": lost.number, "again_day": lost.day.isoformat()}
    return said | {"again_reason": REASON} | changed


async def test_a_case_that_was_lost_is_opened_again_under_its_number(
    lost: Lost, people: People, readers: Readers
) -> None:
    an = await readers.of(people.an)
    assert await opened(an, **of(lost)) == 200
    assert lost.number in an.page.text
    assert await opened(an, **of(lost)) == 409
    assert "đã dùng" in an.page.text
    assert REASON in an.html, "what was typed is still there"
    assert await opened(an) == 200
    number = await backend_database.fetchval(
        "SELECT number FROM cases ORDER BY opened_at DESC LIMIT 1"
    )
    assert int(number[4:].partition("/")[0]) > lost.jump, "the sequence goes on behind the jump"
    giang = await readers.of(people.giang)
    await giang.open("/desk/exceptions")
    assert "Nhập lại sau khôi phục hệ thống" in giang.page.text
    assert REASON in giang.page.text


async def test_no_other_number_and_no_other_day_is_taken(
    lost: Lost, people: People, readers: Readers
) -> None:
    an = await readers.of(people.an)
    before = (lost.day - timedelta(days=1)).isoformat()
    own, year = lost.number[:4], lost.number[-5:]
    for typed, told in (
        (of(lost, again_day=before), "Không có lần khôi phục nào"),
        (of(lost, again_day=""), "Hãy điền «Ngày đã lập»"),
        (of(lost, again_reason=""), "Hãy điền «Vì sao biết vụ việc đã có»"),
        (of(lost, again_number=""), "Hãy điền «Số vụ việc đã mang»"),
        (of(lost, again_number=f"{own}{lost.jump + 100_000}/VV{year}"), "không bỏ qua số này"),
        (of(lost, again_number=f"99990001/VV{year}"), "không đúng cách viết"),
        (of(lost, again_number=f"{own}0001/VV-2001"), "không đúng cách viết"),
    ):
        assert await opened(an, **typed) in (409, 422), typed
        assert told in an.page.text, typed
    assert await backend_database.fetchval("SELECT count(*) FROM cases") == 0


async def test_where_nothing_was_restored_nothing_is_asked(
    people: People, readers: Readers
) -> None:
    an = await readers.of(people.an)
    await an.open("/desk/cases/new/proposal")
    assert "again_number" not in an.html
    form = an.form("/new/proposal")
    for name, value in PROPOSAL.items():
        form.fill(name, value)
    day = clock.today().isoformat()
    typed = {"again_number": "01010001/VV-2026", "again_day": day, "again_reason": REASON}
    answer = await an._ask("POST", form.action, [*form.sent(form.buttons[0]), *typed.items()])
    assert answer.status_code == 422
    assert "Không có lần khôi phục nào" in answer.text


async def test_the_door_opens_none_under_another_number_or_for_another_restore(
    lost: Lost, people: People
) -> None:
    """Whatever program asks: the act is judged once more."""
    actor = people.an.actor("desk")

    async def attempt(**changed: Any) -> None:
        async with transaction():
            said = await cases.said_again(lost.number, lost.day, REASON)
            opening = await cases.opening(actor, again=said)
            opening = msgspec.structs.replace(opening, **changed)
            told = case_intake_acts.InformationReceived(
                opening=opening,
                source=InformationSource.TIP,
                channel="Thư",
                received_at=clock.now(),
                content="Bán hàng giả",
                informant_secret=False,
                wants_answer=False,
                party=None,
                place=None,
            )
            with old_information.as_before():
                _, outcome = await cases.start(actor, CaseAct.INFORMATION_RECEIVED, told)
            ledger.unwrap(outcome)

    said = EnteredAgain(restore=uuid4(), number=lost.number, day=lost.day, reason=REASON)
    with pytest.raises(RefusedAct, match="number_unreadable"):
        await attempt(number=lost.number.replace("0001/", "0002/"))
    with pytest.raises(RefusedAct, match="day_not_lost"):
        await attempt(again=said)
