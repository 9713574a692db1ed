"""A paper that the desk issued in a part that a restore lost: entered again with its number, day and code."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import httpx
import msgspec
import pytest
from litestar import Litestar

from backend.core import clock
from backend.core import database as backend_database
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.documents.rules.signing import new_code
from backend.force import restores
from backend.force.numbers import service as numbering
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from deploy.servers import Servers
from schemas.core.ids import new_id
from tests.support import cases_made, factories, restoring, scans
from tests.support.by_hand import Hand
from tests.support.by_hand import hand as hand
from tests.support.case_papers import today
from tests.support.cases_made import Case
from tests.support.databases import Database
from tests.support.people import People, Person
from tests.support.readers import Readers

REASON = "Ổ đĩa máy chủ hỏng"
SYMBOL = "QĐ-XPHC"
HELD_BY = "Bà Tư đang giữ bản chính, Văn thư đã đối chiếu"


@dataclass
class Restored:
    """A case that stood before the backup, with a decision drafted anew as it was signed."""

    case: Case
    document: UUID
    hand: Hand
    people: People
    code: str

    async def enter(self, **typed: str) -> httpx.Response:
        """By who signed it, as the page asks."""
        hashed = (await self.case.facts()).papers[self.document].fields_hash
        desk = await self.hand.of(self.people.giang)
        given = {
            "fields_hash": hashed,
            "number": f"01000002/{SYMBOL}",
            "issued_on": today().isoformat(),
            "code": self.code,
            "reason": HELD_BY,
            "alone": "Trực một mình",
        }
        return await desk.post(f"/desk/documents/{self.document}/issued-before", **(given | typed))


@pytest.fixture
async def restored(
    app: Litestar,
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    hand: Hand,
    tmp_path: Path,
) -> Restored:
    """The database of before the loss, declared; this process works on it."""
    case = await cases_made.due(people)
    copy = await restoring.copied(database, servers)
    await factories.decided(people)
    await restoring.declared(settings, copy)
    document = await hand.ready(case, "MQĐ02", people.giang)
    return Restored(case, document, hand, people, new_code())


async def public(app: Litestar, code: str) -> httpx.Response:
    """What a stranger reads by the code."""
    transport = httpx.ASGITransport(app=app, client=("198.51.100.7", 50000))
    async with httpx.AsyncClient(transport=transport, base_url="https://hientruong.test") as made:
        return await made.get(f"/verify/{code}")


async def test_it_keeps_its_number_its_day_and_its_code_and_a_second_person_compares(
    app: Litestar, restored: Restored, people: People, hand: Hand
) -> None:
    head = await hand.of(people.giang)
    shown = await head.http.get(f"/desk/documents/{restored.document}/sign")
    assert f"/desk/documents/{restored.document}/issued-before" in shown.text
    asked = await head.http.get(f"/desk/documents/{restored.document}/issued-before")
    assert asked.status_code == 200
    answer = await restored.enter()
    assert answer.status_code == 303, answer.text[-2500:]
    told = (await head.http.get(answer.headers["location"])).text
    assert "Đã ghi lại với số này" in told
    assert "không in, không ký lại" in told
    assert "ký, đóng dấu" not in told, "nobody signs it anew under its old day"
    assert "để lại cho lần ghi lại sau" in told
    assert (await public(app, restored.code)).status_code == 404, "not before its scan is there"
    assert (await hand.scan(restored.document, people.an, scans.pdf())).status_code == 303
    assert "chờ đối chiếu" in (await public(app, restored.code)).text
    assert (await hand.compare(restored.document, people.nga)).status_code == 303
    page = (await public(app, restored.code)).text
    assert "Văn bản có hiệu lực" in page
    assert f"01000002/{SYMBOL}" in page
    assert "có mã băm khác tệp nhập lại" in page, "a file handed out before is not called wrong"
    assert "KHÔNG phải văn bản đã ban hành" not in page
    story = (await head.http.get(f"/desk/cases/{restored.case.id}")).text
    assert "mất khỏi sổ trong lần khôi phục" in story
    # The next one is numbered behind the jump, as if nothing had been entered.
    taken = await backend_database.fetchval(
        "SELECT last_number FROM document_sequences WHERE form = 'MQĐ02'"
    )
    assert taken is None or taken > 1000


WRONG = (
    ({"number": f"01009999/{SYMBOL}"}, "không bỏ qua số này"),
    ({"number": f"48000002/{SYMBOL}"}, "đúng như trên văn bản"),
    ({"number": "2"}, "đúng như trên văn bản"),
    ({"number": f"0100-002/{SYMBOL}"}, "đúng như trên văn bản"),
    ({"issued_on": (today() - timedelta(days=3)).isoformat()}, "Không có lần khôi phục nào"),
    ({"issued_on": (today() + timedelta(days=1)).isoformat()}, "Không có lần khôi phục nào"),
    ({"issued_on": "hôm qua"}, "không phải ngày có thật"),
    ({"code": "ABC"}, "Mã tra cứu không đọc được"),
    ({"reason": " a "}, "ngắn quá: ít nhất 3 ký tự"),
    ({"number": ""}, "Hãy điền «Số văn bản»"),
)


async def test_nothing_else_is_entered_and_what_was_typed_stays(restored: Restored) -> None:
    for typed, said in WRONG:
        answer = await restored.enter(**typed)
        assert answer.status_code in (409, 422), typed
        assert said in answer.text, typed
        assert restored.code in answer.text or "code" in typed
    assert (await restored.case.facts()).papers[restored.document].number is None
    assert not await backend_database.fetchval(
        "SELECT count(*) FROM document_numbers WHERE form = 'MQĐ02'"
    )


async def test_a_number_is_entered_for_one_paper_and_by_who_may_sign_it(
    restored: Restored, people: People, hand: Hand
) -> None:
    desk = await hand.of(people.an)
    path = f"/desk/documents/{restored.document}/issued-before"
    assert (await desk.http.get(path)).status_code == 403
    assert (await enters(restored, people.an)).status_code == 403
    alone = await restored.enter(alone="")
    assert "Bạn là người duy nhất soạn văn bản này" in alone.text
    assert alone.status_code == 422
    assert (await restored.enter()).status_code == 303
    other = await cases_made.due(people)
    restored.case, restored.document = other, await hand.ready(other, "MQĐ02", people.giang)
    again = await restored.enter(code="")
    assert again.status_code == 409
    assert "đã dùng cho văn bản khác" in again.text


async def test_a_try_that_was_given_up_makes_no_citizens_paper_void(
    app: Litestar, restored: Restored, people: People, hand: Hand
) -> None:
    assert (await restored.enter()).status_code == 303
    head = await hand.of(people.giang)
    path = f"/desk/documents/{restored.document}"
    given_up = await head.post(f"{path}/discard", reason="Soạn sai số tiền")
    assert given_up.status_code == 303
    assert (await head.http.get(path)).status_code == 200
    said = await public(app, restored.code)
    assert said.status_code == 404
    assert "không có nghĩa là văn bản không thật" in said.text

    restored.document = await hand.ready(restored.case, "MQĐ02", people.giang)
    answer = await restored.enter()
    assert answer.status_code == 303, answer.text[-2500:]
    assert (await hand.scan(restored.document, people.an, scans.pdf())).status_code == 303
    assert (await hand.compare(restored.document, people.nga)).status_code == 303
    page = (await public(app, restored.code)).text
    assert "Văn bản có hiệu lực" in page
    assert f"01000002/{SYMBOL}" in page
    other = await cases_made.due(people)
    restored.case, restored.document = other, await hand.ready(other, "MQĐ02", people.giang)
    assert (await restored.enter(code="")).status_code == 409, "it stands on one paper"
    assert (await restored.enter(number=f"01000003/{SYMBOL}")).status_code == 409, (
        "so does its code"
    )


async def test_where_nothing_was_restored_there_is_no_such_way(people: People, hand: Hand) -> None:
    case = await cases_made.due(people)
    document = await hand.ready(case, "MQĐ02", people.giang)
    head = await hand.of(people.giang)
    shown = (await head.http.get(f"/desk/documents/{document}/sign")).text
    assert "issued-before" not in shown
    path = f"/desk/documents/{document}/issued-before"
    assert (await head.http.get(path)).status_code == 404


async def test_the_level_above_finds_it_in_the_list_of_exceptions(
    restored: Restored, readers: Readers, people: People
) -> None:
    assert (await restored.enter()).status_code == 303
    for person in (people.hai, people.khanh):
        desk = await readers.of(person)
        await desk.open("/desk/exceptions?kind=entered_again")
        for said in (
            "Nhập lại sau khôi phục hệ thống, dưới số đã mang",
            f"{HELD_BY} – Trực một mình",
            f"số 01000002/{SYMBOL}",
        ):
            assert said in desk.page.text, said
    elsewhere = await readers.of(people.ho)
    await elsewhere.open("/desk/exceptions?kind=entered_again")
    assert HELD_BY not in elsewhere.page.text


async def kept_for(restored: Restored, people: People, year: int) -> str:
    """A number reserved for its paper, as it is written."""
    paper = (await restored.case.facts()).papers[restored.document]
    issuer = numbering.Issuer(kind="unit", id=people.giang.unit.unit_id)
    of = (issuer, "MQĐ02", year, restored.document, paper.fields_hash or "")
    async with transaction():
        kept = await numbering.reserve(*of, people.giang.id)
    return numbering.unit_number_text(SYMBOL, kept.number, "01")


async def test_the_number_that_waited_for_it_when_the_backup_was_made_is_its_own(
    restored: Restored, people: People, hand: Hand
) -> None:
    """Reserved before the backup, signed under after it: no restore jumped over that number."""
    year = today().year  # an hour before may lie in another
    since = await kept_for(restored, people, year)
    assert (await restored.enter(number=since)).status_code == 409, "reserved after the restore"

    restored.case = await cases_made.due(people)
    restored.document = await hand.ready(restored.case, "MQĐ02", people.giang)
    real = clock.now
    with pytest.MonkeyPatch.context() as then:
        then.setattr(clock, "now", lambda: real() - timedelta(hours=1))
        before = await kept_for(restored, people, year)
    answer = await restored.enter(number=before)
    assert answer.status_code == 303, answer.text[-2500:]
    assert (await restored.case.facts()).papers[restored.document].number == before
    state = await backend_database.fetch("SELECT state FROM document_numbers WHERE state = 'void'")
    assert not state, "it was not voided on the way"


async def enters(restored: Restored, person: Person) -> httpx.Response:
    """Somebody else than who signed it enters it."""
    hashed = (await restored.case.facts()).papers[restored.document].fields_hash
    desk = await restored.hand.of(person)
    return await desk.post(
        f"/desk/documents/{restored.document}/issued-before",
        fields_hash=hashed,
        number=f"01000002/{SYMBOL}",
        issued_on=today().isoformat(),
        code=restored.code,
        reason=HELD_BY,
    )


async def test_where_its_signer_has_left_the_head_after_him_enters_it_and_it_names_its_signer(
    app: Litestar, restored: Restored, people: People, hand: Hand, readers: Readers
) -> None:
    giang, hai = people.giang, people.hai
    state = "UPDATE officers SET state = $2 WHERE id = $1"
    refused = await enters(restored, hai)
    assert refused.status_code == 409
    assert f"do «{giang.full_name}» ký. Chỉ người đã ký nhập lại" in refused.text
    await backend_database.execute(state, giang.id, "disabled")
    assert (await enters(restored, hai)).status_code == 409, "a deputy is of lower rank"
    await backend_database.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES ($1, $2, $3, 'Chi cục trưởng', 'Head of department', $4)",
        *(new_id(), hai.id, hai.unit.unit_id, today() - timedelta(days=1)),
    )
    await backend_database.execute(state, giang.id, "active")
    assert (await enters(restored, hai)).status_code == 409, "its signer is still in office"
    await backend_database.execute(state, giang.id, "disabled")
    assert (await enters(restored, people.ho)).status_code == 404
    assert (await enters(restored, people.chi)).status_code == 409, "a team's head is no such head"
    shown = await (await hand.of(hai)).http.get(f"/desk/documents/{restored.document}/sign")
    assert f"/desk/documents/{restored.document}/issued-before" in shown.text
    answer = await enters(restored, hai)
    assert answer.status_code == 303, answer.text[-2500:]
    paper = (await restored.case.facts()).papers[restored.document]
    assert (paper.issued_by, paper.issuer_title) == (giang.id, "Chi cục trưởng")

    assert (await hand.scan(restored.document, people.an, scans.pdf())).status_code == 303
    assert (await hand.compare(restored.document, hai)).status_code != 303, "not by who entered it"
    assert (await hand.compare(restored.document, people.nga)).status_code == 303
    page = (await public(app, restored.code)).text
    assert "Văn bản có hiệu lực" in page
    assert giang.full_name in page
    assert hai.full_name not in page
    auditor = await readers.of(people.khanh)
    await auditor.open("/desk/exceptions?kind=entered_again")
    assert f"{HELD_BY} (người ký: {giang.full_name})" in auditor.page.text
    assert hai.full_name in auditor.page.text
    report = await verification.in_snapshot(None, lambda _: None)
    assert not [one for one in report.findings if one.verdict is Verdict.TAMPERED]


async def test_no_decision_is_entered_with_a_day_before_the_minutes_that_it_rests_on(
    restored: Restored, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = restores.restores

    async def since_last_week() -> list[restores.Restore]:
        week = timedelta(days=7)
        return [
            msgspec.structs.replace(one, held_until=one.declared_at - week) for one in await real()
        ]

    monkeypatch.setattr(restores, "restores", since_last_week)
    before = await restored.enter(issued_on=(today() - timedelta(days=2)).isoformat())
    assert before.status_code == 409
    assert "trước ngày" in before.text
    assert "của văn bản mà nó căn cứ" in before.text
    assert (await restored.enter()).status_code == 303
