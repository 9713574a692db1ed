"""From proposal to decision at the desk: the plan before it, or the emergency (Circular 27/2020 Arts 11, 12)."""

import io
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.core import clock, database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from schemas.casework.words import InformationSource
from tests.support import cases_made, decision_papers, informations
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.signing import PASSPHRASE, Authority, authority

PLAN = {
    "expected_start": (clock.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M"),
    "expected_end": (clock.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M"),
    "expected_violation": "Bán hàng không rõ nguồn gốc",
    "provision": "Điều 17 Nghị định 98/2020/NĐ-CP",
    "situation_1": "Chủ hộ vắng mặt",
    "measure_1": "Mời Ủy ban nhân dân phường chứng kiến",
    "means": "Một xe ô tô",
}


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def proposed(desk: Reader, people: People, **changed: str) -> str:
    """A proposal of the desk, which is sent; the address of the decision's draft."""
    await desk.open("/desk/decisions/propose")
    form = desk.form("/decisions/propose")
    values = {
        "reason": "Dân phản ánh cửa hàng bán hàng không nhãn",
        "expected_violation": "Bán hàng không rõ nguồn gốc",
        "provision": "Điều 17 Nghị định 98/2020/NĐ-CP",
        "subject_name": "Hộ kinh doanh Bằng Lăng",
        "subject_address": "Số 3 phố Bằng Lăng",
        "contents": "Nguồn gốc hàng hóa",
        "duration_days": "2",
        "leader_id": str(people.chi.id),
    } | changed
    for name, value in values.items():
        form.fill(name, value)
    form.fill("member_ids", str(people.an.id), str(people.binh.id))
    form.find("no_conflict_declared").checked = True  # type: ignore[union-attr]
    save = next(one for one in form.buttons if one.value == "save")
    assert await desk.try_submit(form, save) == 200, desk.page.text
    return urlsplit(desk.page.url).path


async def sign(head: Reader, address: str, **filled: str) -> int:
    await head.open(address)
    return await head.press(f"{address}/sign", None, passphrase=PASSPHRASE, **filled)


async def test_an_ad_hoc_decision_is_signed_after_its_plan_and_the_page_tells_the_way(
    people: People, readers: Readers, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    officer, head = await readers.of(people.an), await readers.of(people.giang)
    address = await proposed(officer, people)
    assert "Đã gửi đề xuất" in officer.page.text
    assert await sign(head, address) == 422
    assert "Hãy chọn nguy cơ, hoặc ban hành phương án trước." in head.page.text
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0

    await officer.open(f"{address}/plan")
    assert "Bán hàng không rõ nguồn gốc" in officer.html, "as the proposal says"
    assert await officer.press(f"{address}/plan", None, **PLAN) == 200
    plan = urlsplit(officer.page.url).path
    assert await sign(head, address) == 422, "the plan is only a draft"
    assert await sign(head, plan) == 200, head.page.text
    assert "/PA" in head.page.text
    assert await sign(head, address) == 200, head.page.text
    inspection = await database.fetchval("SELECT id FROM inspections")
    await head.open(f"/desk/inspections/{inspection}")
    assert "Kiểm tra đột xuất phải tiến hành ngay" in head.page.text
    way = [
        head.page.text.index(said)
        for said in ("Đề xuất kiểm tra (ĐX)", "Phương án kiểm tra đột xuất (PA)", "(QĐ-KT)")
    ]
    assert way == sorted(way)
    await head.open(plan)
    assert f'action="{plan}/sign"' not in head.html
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is not Verdict.TAMPERED, report.findings
    assert (
        await database.fetchval("SELECT count(*) FROM decision_papers WHERE emergency IS NOT NULL")
        == 0
    )


async def test_in_an_emergency_the_reason_is_enough_and_is_listed_for_auditors(
    people: People, readers: Readers, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    officer, head = await readers.of(people.an), await readers.of(people.giang)
    address = await proposed(
        officer, people, emergency_risk="flight", emergency_reason="Chủ hàng sắp rời cửa khẩu"
    )
    await proposed(officer, people, subject_name="Hộ kinh doanh Đợi Được")
    await head.open("/desk/")
    mine = head.html.partition('id="work-step-')[2]
    assert "Bằng Lăng" in mine.partition('id="work-step-')[0], "what cannot wait stands first"
    assert "Chủ hàng sắp rời cửa khẩu" in mine.partition('id="work-step-')[0], "and says why"
    assert await sign(head, address, emergency_risk="flight", emergency_reason="") == 422
    assert await sign(head, address) == 200, "what the proposer said is filled in"
    assert "đối tượng có thể bỏ trốn: Chủ hàng sắp rời cửa khẩu" in head.page.text
    auditor = await readers.of(people.khanh)
    await auditor.open("/desk/exceptions")
    assert "không có phương án trước, vì khẩn cấp" in auditor.page.text
    assert "Chủ hàng sắp rời cửa khẩu" in auditor.page.text


async def test_a_plan_is_drafted_once_and_only_before_its_decision(
    people: People, readers: Readers
) -> None:
    officer = await readers.of(people.an)
    address = await proposed(officer, people)
    await officer.open(f"{address}/plan")
    assert await officer.press(f"{address}/plan", None, **PLAN | {"measure_1": ""}) == 422
    assert "Mỗi tình huống có biện pháp" in officer.page.text
    assert await officer.press(f"{address}/plan", None, **PLAN) == 200
    await officer.open(f"{address}/plan")
    assert 'value="Một xe ô tô"' in officer.html or "Một xe ô tô" in officer.html
    assert await officer.press(f"{address}/plan", None, **PLAN | {"means": "Hai xe máy"}) == 200
    assert "Hai xe máy" in officer.page.text
    assert await database.fetchval("SELECT count(*) FROM decision_papers WHERE form = 'PA'") == 1
    document = address.rpartition("/")[2]
    stranger = await readers.of(people.dung)
    assert await stranger.look(f"/desk/decisions/{document}/plan") == 404


async def test_a_returned_proposal_is_changed_by_its_officer_and_sent_again(
    people: People, readers: Readers
) -> None:
    officer = await readers.of(people.an)
    address = await proposed(officer, people)
    await officer.open(f"{address}/propose")
    assert "Dân phản ánh" in officer.html
    assert await officer.press(f"{address}/propose", "save", contents="Niêm yết giá") == 200
    assert "Niêm yết giá" in officer.page.text
    other = await readers.of(people.binh)
    assert await other.look(f"{address}/propose") == 404


async def test_a_proposal_on_an_information_links_the_two_until_the_decision(
    people: People, readers: Readers, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    done = await informations.registered(people.chi, source=InformationSource.OFFICER)
    one = done.id
    officer, head = await readers.of(people.chi), await readers.of(people.giang)
    address = f"/desk/informations/{one}"
    await officer.open(f"{address}/propose")
    link = next(href for href, _ in officer.page.links if "/decisions/propose?" in href)
    await officer.open(link)
    assert "Hộ kinh doanh Minh Phát" in officer.html
    assert "Phản ánh một cơ sở bán rượu không nhãn." in officer.html
    form = officer.form("/decisions/propose")
    form.fill("contents", "Nhãn hàng hóa")
    form.fill("expected_violation", "Bán rượu không nhãn")
    form.fill("provision", "Điều 17")
    form.fill("leader_id", str(people.chi.id))
    form.fill("member_ids", str(people.an.id), str(people.binh.id))
    form.find("no_conflict_declared").checked = True  # type: ignore[union-attr]
    save = next(button for button in form.buttons if button.value == "save")
    assert await officer.try_submit(form, save) == 200, officer.page.text
    assert address in officer.html, "the draft's page leads to the information"
    state = "SELECT state FROM informations WHERE id = $1"
    assert await database.fetchval(state, one) == "proposed"
    paper = urlsplit(officer.page.url).path
    filled = {"emergency_risk": "dispersal", "emergency_reason": "Rượu được bán hết trong đêm"}
    assert await sign(head, paper, **filled) == 200, head.page.text
    linked = await database.fetchrow("SELECT number, state FROM information_links")
    assert linked is not None
    assert (linked["number"].endswith("/QĐ-KT"), linked["state"]) == (True, "decided")


async def test_a_proposal_is_read_on_its_form_by_who_sees_its_decision_and_by_nobody_else(
    people: People, readers: Readers
) -> None:
    """Circular 27/2020 Art 11; form M09 of Circular 22/2021."""
    officer = await readers.of(people.an)
    address = await proposed(officer, people, subject_kind="household")
    await officer.open(address)
    assert f"{address}/proposal.pdf" in officer.html
    data = (await officer.fetch(f"{address}/proposal.pdf")).content
    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(data)).pages)
    said = "".join(text.split()).upper()  # lines break anywhere
    for word in (
        "ĐỀ XUẤT KIỂM TRA",
        people.an.full_name,
        people.an.officer_number,
        "Dân phản ánh cửa hàng bán hàng không nhãn",
        "Hộ kinh doanh Bằng Lăng",
        "Điều 17 Nghị định số 98/2020",
        "02 ngày làm việc",
    ):
        assert "".join(word.split()).upper() in said, word
    assert said.count("NGUYỄNHOÀIAN") == 2, "as who proposes, and at his signature alone"
    stranger = await readers.of(people.dung)
    assert await stranger.look(f"{address}/proposal.pdf") == 404
    read = await database.fetchval("SELECT count(*) FROM access_log WHERE action = 'proposal.pdf'")
    assert read == 1


async def test_a_decision_that_cites_the_plan_of_a_case_needs_no_emergency(
    people: People, readers: Readers, issuer: Authority
) -> None:
    """Circular 27/2020 Art 12: the plan precedes the decision; here it was issued in the file of its case."""
    await decision_papers.certified(people.giang, issuer)
    case_id = await case_with_plan(people)
    officer, head = await readers.of(people.an), await readers.of(people.giang)
    name = "Hộ kinh doanh Bằng Lăng"
    address = await proposed(
        officer, people, proposal="Phương án kiểm tra đột xuất số 01000009/PA", subject_name=name
    )
    await head.open(address)
    assert "Phương án 01000009/PA đã ban hành trong hồ sơ vụ việc." in head.page.text
    for changed in (
        "state = 'proposed'",
        "state = 'plan_ready', unit_2 = (SELECT id FROM units WHERE code = '48')",
    ):
        await database.execute(f"UPDATE cases SET {changed} WHERE id = $1", case_id)
        assert await sign(head, address) == 422, changed
    await database.execute(
        "UPDATE cases SET unit_2 = $2, state = 'plan_ready' WHERE id = $1",
        case_id,
        people.giang.unit.unit_2,
    )
    other = await proposed(
        officer, people, proposal="Phương án kiểm tra đột xuất số 01000009/PA", subject_name="Khác"
    )
    assert await sign(head, other) == 422, "it is the plan of another party"
    before = await database.fetchval("SELECT count(*) FROM inspections")
    assert await sign(head, address) == 200, head.page.text
    assert await database.fetchval("SELECT count(*) FROM inspections") == before + 1


async def case_with_plan(people: People) -> UUID:
    """A case that waits for its decision, with a plan in force, as the read tables have it."""
    case = await cases_made.inspected(people)
    document = await case.paper("BC")
    await database.execute(
        "UPDATE documents SET form = 'PA', number = '01000009/PA',"
        " fields = jsonb_build_object('subject', jsonb_build_object('name', 'Hộ kinh doanh  Bằng Lăng'))"
        " WHERE id = $1",
        document,
    )
    await database.execute(
        "UPDATE cases SET state = 'plan_ready', inspection_id = NULL WHERE id = $1", case.id
    )
    return case.id
