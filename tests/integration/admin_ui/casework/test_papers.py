"""Papers of a case at the desk: begun, edited with a fault, frozen, signed; its sanction reckoned and entered."""

import io
import os
import pwd
import socket
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.casework.case_file import service as case_file
from backend.core import database
from backend.core.settings import Settings
from backend.documents import content_hash
from backend.documents.signing import service as signing_service
from deploy import export_case
from deploy.data_folder import DataFolder
from deploy.demo import ca
from deploy.demo.browser import UnexpectedPage
from deploy.demo.pages import Button
from deploy.failures import Failure
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, CaseState
from tests.support import cases_made, scans
from tests.support.desk import Desks
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority, authority

pytestmark = pytest.mark.asyncio


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def certified(person: Person, issuer: Authority) -> None:
    """Give an officer a certificate of his own."""
    number = await database.fetchval("SELECT officer_number FROM officers WHERE id = $1", person.id)
    data = ca.officer_pkcs12(issuer.issuing, person.full_name, number, PASSPHRASE)
    await signing_service.register_pkcs12(person.actor(), person.id, data, PASSPHRASE)


def text_of(data: bytes) -> str:
    """Everything that a PDF says, with single spaces."""
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split()
    )


def form_to(page: Any, end: str) -> Any:
    return next(form for form in page.forms if form.action.split("#")[0].endswith(end))


def button(form: Any, value: str) -> Any:
    return next(one for one in form.buttons if one.value == value)


async def begun(desk: Any, case: cases_made.Case, form: str) -> str:
    """Begin a paper; returns its address."""
    await desk.open(f"/desk/cases/{case.id}/documents/new?form={form}")
    await desk.submit(form_to(desk.page, "/documents"))
    return str(desk.page.url).split("?")[0]


async def hand_in(desk: Any, address: str, data: bytes) -> int:
    """Send the scan of a paper that was signed by hand; the status of the answer."""
    await desk.open(f"{address}/scan")
    token = form_to(desk.page, "/scan").find("csrf_token").value
    answer = await desk._client.post(
        f"{address}/scan",
        data={"csrf_token": token},
        files={"scan": ("quet.pdf", data, "application/pdf")},
        headers={
            "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{name}={value}" for name, value in desk.cookies.items()),
        },
    )
    return int(answer.status_code)


async def test_a_paper_is_edited_frozen_sent_back_and_its_drafts_compared(
    desks: Desks, people: People
) -> None:
    case = await cases_made.recorded(people)
    an = await desks.of(people.an)
    address = await begun(an, case, "MBB02")
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    assert editor.find("/violator/name").value == "Trần Văn Mẫu"

    # A row more without a script: nothing is saved yet.
    await an.submit(editor, button(editor, "add:/witnesses"))
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    assert editor.find("/witnesses/0/name") is not None
    editor.fill("/witnesses/0/name", "Phạm Thị Chứng")
    editor.fill("/purpose", "xác minh nguồn gốc hàng hóa")
    editor.fill("/copies", "không")
    await an.submit(editor, button(editor, "save"))
    assert "Giá trị phải là số nguyên." in an.page.text
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    assert await an.try_submit(editor, button(editor, "ready")) == 409

    editor = form_to(an.page, address.rsplit("/", 1)[1])
    for name, value in {
        "/copies": "2",
        "/content": "Làm rõ hóa đơn, chứng từ",
        "/subject_opinion": "Đồng ý",
        "/started_at": "2026-01-05T08:30",
        "/ended_at": "2026-01-05T10:00",
        "/read_back": "yes",
        "/maker/title": "Kiểm soát viên",
    }.items():
        editor.fill(name, value)
    await an.submit(editor, button(editor, "ready"))
    paper = await case.facts()
    (made,) = [one for one in paper.papers.values() if one.form == "MBB02"]
    assert made.state == "content_ready"
    assert made.fields["started_at"] == "2026-01-05T01:30:00Z"
    whole = content_hash.of(made.form, made.form_version, made.fields)
    assert content_hash.mark(whole) in an.page.text

    preview = await an.fetch(f"{address}/preview.pdf")
    assert preview.headers["x-frame-options"] == "SAMEORIGIN"
    assert "unsafe" not in preview.headers["content-security-policy"]
    assert "xác minh nguồn gốc hàng hóa" in text_of(preview.content)

    await an.open(f"{address}/differences")
    assert "Phạm Thị Chứng" not in an.page.text
    assert "Làm rõ hóa đơn, chứng từ" in an.page.text
    again = form_to(an.page, "/differences")
    numbers = [value for value, _ in again.find("before").options]
    await an.open(f"{address}/differences?before={numbers[0]}&after={numbers[-1]}")
    assert "Phạm Thị Chứng" in an.page.text

    await an.open(address)
    sent_back = form_to(an.page, "/reopen")
    sent_back.fill("reason", "Thiếu ý kiến người chứng kiến")
    await an.submit(sent_back)
    assert form_to(an.page, address.rsplit("/", 1)[1]).find("/purpose")


async def test_who_saves_over_another_draft_is_asked_first(desks: Desks, people: People) -> None:
    case = await cases_made.recorded(people)
    an, giang = await desks.of(people.an), await desks.of(people.giang)
    address = await begun(an, case, "MBB02")
    await giang.open(address)
    mine, his = (form_to(desk.page, address.rsplit("/", 1)[1]) for desk in (an, giang))
    mine.fill("/purpose", "của An")
    await an.submit(mine, button(mine, "save"))
    his.fill("/purpose", "của Giang")
    assert await giang.try_submit(his, button(his, "save")) == 409
    kept = form_to(giang.page, address.rsplit("/", 1)[1])
    assert kept.find("/purpose").value == "của Giang"
    await giang.submit(kept, button(kept, "save"))
    (made,) = [one for one in (await case.facts()).papers.values() if one.form == "MBB02"]
    assert made.fields["purpose"] == "của Giang"


async def test_a_sanction_is_reckoned_drafted_signed_and_entered_exactly_as_signed(
    desks: Desks, people: People, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    seized = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, seized, people.an)
    await certified(people.giang, issuer)
    giang = await desks.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    assert "5.000.000 đồng" in giang.page.text, "the mean of 4 to 6 million"
    assert "Chi cục trưởng" in giang.page.text

    form = form_to(giang.page, "/sanction")
    form.fill("0.circumstances", "sincere")
    form.fill("0.chosen", "7.000.000")
    assert await giang.try_submit(form, button(form, "reckon")) == 422
    assert "nằm ngoài khung" in giang.page.text
    form = form_to(giang.page, "/sanction")
    form.fill("0.chosen", "4.200.000")
    form.fill("0.reason", "Hoàn cảnh khó khăn")
    form.fill("extras", "confiscation")
    form.fill("remedies", "destroy")
    await giang.submit(form, button(form, "reckon"))
    assert "4.200.000 đồng" in giang.page.text
    form = form_to(giang.page, "/sanction")
    await giang.submit(form, button(form, "MQĐ02"))

    address = str(giang.page.url).split("?")[0]
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    assert editor.find("/violations/0/fine").value == "4.200.000"
    assert editor.find("/reckoning") is None
    await giang.submit(editor, button(editor, "ready"))
    await giang.open(f"{address}/sign")
    asked = form_to(giang.page, "/sign")
    assert "Trần Văn Mẫu" in giang.page.text
    asked.fill("passphrase", "không phải")
    assert await giang.try_submit(asked, Button("", "")) in (403, 422)
    asked = form_to(giang.page, "/sign")
    asked.fill("passphrase", PASSPHRASE)
    # She alone drafted it: it is signed with the reason, or not at all.
    assert await giang.try_submit(asked, Button("", "")) == 422
    assert "tự soạn, tự ký" in giang.page.text
    asked = form_to(giang.page, "/sign")
    asked.fill("passphrase", PASSPHRASE)
    asked.fill("alone", "Chi cục chỉ còn một người trực")
    await giang.submit(asked, Button("", ""))
    assert "PAdES" in giang.page.text
    why = await database.fetchval("SELECT reason FROM exceptions WHERE kind = 'self_signed'")
    assert why == "Chi cục chỉ còn một người trực"
    facts = await case.facts()
    (paper,) = [one for one in facts.papers.values() if one.form == "MQĐ02"]
    assert paper.number in giang.page.text
    khanh = await desks.of(people.khanh)
    await khanh.open("/desk/exceptions")
    [link] = [one for one in khanh.page.links if f"/desk/documents/{paper.id}" in one]
    assert f"Quyết định xử phạt vi phạm hành chính, số {paper.number}" in link
    data = (await giang.fetch(f"{address}/signed.pdf")).content
    assert "Bằng chữ: Bốn triệu hai trăm nghìn đồng" in text_of(data)
    assert b"/ByteRange" in data
    assert (await giang.fetch(f"{address}/qr.svg")).headers["content-type"].startswith("image/svg")
    code = await database.fetchval("SELECT code FROM documents WHERE id = $1", paper.id)
    anybody = desks.blank()
    await anybody.open(f"/verify/{code}")
    assert str(paper.number) in anybody.page.text

    assert facts.state == CaseState.SANCTIONED, "signing enters the decision"
    assert facts.sanction
    assert facts.sanction.total == 4_200_000
    assert facts.sanction.order.acts[0].reason == "Hoàn cảnh khó khăn"


async def test_a_decision_that_cancels_another_takes_it_back_when_it_is_signed(
    desks: Desks, people: People
) -> None:
    case = await cases_made.recorded(people)
    wrong = await case.paper("MQĐ20")
    giang = await desks.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/documents/new?form=MQĐ40&about={wrong}")
    await giang.submit(form_to(giang.page, "/documents"))
    address = str(giang.page.url).split("?")[0]
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    assert editor.find("/decision_number").value == (await case.facts()).papers[wrong].number
    editor.fill("/reason", "Ban hành sai đối tượng")
    await giang.submit(editor, button(editor, "ready"))
    await giang.open(f"{address}/sign")
    asked = form_to(giang.page, "/sign")
    asked.fill("alone", "Chi cục chỉ còn một người trực")
    await giang.submit(asked, button(asked, "yes"))
    assert (await case.facts()).papers[wrong].stands, "printed, it cancels nothing"
    assert await hand_in(giang, address, scans.pdf()) == 303
    assert (await case.facts()).papers[wrong].stands, "a scan that nobody compared cancels nothing"
    hai = await desks.of(people.hai)
    await hai.open(f"{address}/compare")
    compared = form_to(hai.page, "/compare")
    compared.fill("looked", "yes")
    await hai.submit(compared, button(compared, "agrees"))
    assert (await case.facts()).papers[wrong].state == "cancelled"
    await giang.open(f"/desk/documents/{wrong}")
    assert "Đã hủy bỏ" in giang.page.text


async def test_an_inspector_signs_no_paper_of_the_unit_but_sanctions_as_far_as_his_title(
    desks: Desks, people: People
) -> None:
    case = await cases_made.due(people)
    an = await desks.of(people.an)
    await an.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(an.page, "/sanction")
    await an.submit(form, button(form, "MQĐ14"))
    address = str(an.page.url).split("?")[0]
    with pytest.raises(UnexpectedPage):
        await an.open(f"{address}/sign")
    assert an.status == 403


async def test_the_file_of_a_case_is_one_pdf_with_sheet_numbers_and_the_originals_inside(
    desks: Desks, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await desks.of(people.an)
    address = await begun(an, case, "PL")
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    await an.submit(editor, button(editor, "add:/sections"))
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    editor.fill("/heading", "Ảnh chụp hiện trường")
    editor.fill("/sections/0/text", "Kệ hàng phía trong")
    editor.fill("/parent_title", "Biên bản kiểm tra")
    await an.submit(editor, button(editor, "ready"))
    await an.open(f"{address}/sign")
    signing = form_to(an.page, "/sign")
    await an.submit(signing, button(signing, "yes"))
    assert await hand_in(an, address, scans.jpeg()) == 303
    original = (await an.fetch(f"{address}/signed.pdf")).content
    filed = case_side_acts.SheetsFiled(
        title="Đơn trình báo",
        issued_on=None,
        number=None,
        sheets=3,
        document_id=None,
        sha256="0" * 64,
    )
    await case.take(CaseAct.SHEETS_FILED, filed, people.an)

    await an.open(f"/desk/cases/{case.id}/dossier")
    assert "02–04" in an.page.text
    made = await case_file.make(case.id, people.an.actor("desk"), "127.0.0.1")
    reader = PdfReader(io.BytesIO(made.pdf))
    pages = [page.extract_text() for page in reader.pages]
    own = len(PdfReader(io.BytesIO(original)).pages)
    assert len(pages) == 2 + own + 1
    assert "HỒ SƠ VỤ VIỆC" in pages[0]
    assert "Trần Văn Mẫu" in pages[0]
    assert "Phụ lục" in pages[1]
    assert "Đơn trình báo" in pages[1]
    assert "Kệ hàng phía trong" in pages[2]
    assert "BL 01" in pages[2]
    assert "BL 02-04" in pages[-1]
    inside = [one for files in reader.attachments.values() for one in files]
    assert inside == [original, scans.jpeg()], "what was printed, and the scan of what was signed"
    assert [one.title for one in reader.outline if not isinstance(one, list)][:2] == [
        "Bìa hồ sơ",
        "Mục lục",
    ]
    actions = await database.fetch("SELECT action FROM access_log WHERE record_id = $1", case.id)
    assert "case.dossier" in {row["action"] for row in actions}


async def test_a_file_taken_at_the_machine_is_recorded_in_the_name_of_who_took_it(
    desks: Desks, people: People
) -> None:
    case = await cases_made.inspected(people)
    by = export_case.operator("Kiểm sát yêu cầu, công văn 12")
    account = pwd.getpwuid(os.getuid()).pw_name
    assert by.startswith(account)
    assert by.endswith(f" @ {socket.gethostname()}: Kiểm sát yêu cầu, công văn 12")
    made = await case_file.by_number((await case.facts()).opening.number, by)
    assert made.pages > 0
    rows = await database.fetch(
        "SELECT officer_id, operator, session_id FROM access_log WHERE record_id = $1", case.id
    )
    assert [tuple(row) for row in rows] == [(None, by, None)]
    with pytest.raises(Failure, match="--reason"):
        export_case.export_case(DataFolder(Path("/nowhere")), "VV-1", Path("/nowhere/f"), "  ")


async def test_on_the_spot_a_behaviour_is_chosen_from_the_catalogue_and_the_limit_is_told(
    desks: Desks, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await desks.of(people.an)
    await an.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(an.page, "/sanction")
    form.fill("code", "ND98-999-9")
    assert await an.try_submit(form, button(form, "reckon")) == 422
    form = form_to(an.page, "/sanction")
    form.fill("code", cases_made.BEHAVIOUR)
    await an.submit(form, button(form, "reckon"))
    assert "5.000.000 đồng" in an.page.text
    assert "Điều 56" in an.page.text, "too much for a decision without minutes"
    assert [one.value for one in form_to(an.page, "/sanction").buttons if one.name == "draft"] == [
        "MQĐ01"
    ]
