"""`./hientruong demo-visit`: plays one inspection from the decision to the agreed file, over HTTP.

A supervisor at the desk issues a decision. An officer's phone opens it, photographs every file of a
folder, writes minutes and asks for an opinion on the draft. The supervisor returns it with remarks,
the officer revises it, and the supervisor approves what was seen. Then people sign, and the officer
submits. The supervisor asks for a supplement, the team answers, and the supervisor agrees with the
handling. Ends with checks, and with exit code 1 and one plain sentence as soon as anything is
wrong.
"""

from pathlib import Path

import httpx

from deploy.demo import accounts, audit, checks, desk
from deploy.demo.browser import Browser
from deploy.demo.codes import Codes
from deploy.demo.demo_data import OFFICERS, UNITS, VISIT
from deploy.demo.ending import played
from deploy.demo.field import Field
from deploy.demo.leading import entrust
from deploy.demo.phone import Account, Phone
from deploy.demo.photographs import Photograph, drawn, of_folder
from deploy.demo.report import Report, VisitFailed
from deploy.demo.running import address_of

_TIMEOUT = httpx.Timeout(30.0)
_FIELD_REMARK = "Nêu rõ số lượng hàng đã kiểm đếm và căn cứ xác định nguồn gốc."
_PHOTO_REMARK = "Ảnh này chưa đọc được nhãn phụ; chụp thêm một ảnh cận cảnh."
_POINT = "Cho biết số hóa đơn của bên bán."
_ANSWER = "Hóa đơn số 0000123; đã chụp kèm."
_CORRECTED = (
    "Kiểm đếm tại chỗ 36 hộp; nguồn gốc xác định theo hóa đơn của bên bán và nhãn gốc trên bao bì."
)


def run(photos_dir: Path, *, base_url: str | None, data_dir: Path) -> int:
    """Play the visit; returns the exit code. Raises Failure if it cannot begin."""
    known = {account.username: account for account in accounts.load(data_dir)}
    found, others = of_folder(photos_dir)
    url = base_url or address_of(data_dir)
    report = Report()
    if others:
        names = ", ".join(others)
        report.note(f"không phải ảnh, bỏ qua: {names}", "no photographs, left out")
    return played("demo-visit", url, _visit(url.rstrip("/"), known, found, report), report)


async def _visit(
    url: str, known: dict[str, Account], found: list[Photograph], report: Report
) -> None:
    codes = Codes(
        lambda seconds: report.note(
            f"đợi {seconds:.0f} s: mỗi mã xác thực (OTP) chỉ dùng một lần",
            f"waiting {seconds:.0f} s for the next one-time code: each is used once",
        )
    )
    async with (
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as at_desk,
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as in_field,
    ):
        browser = Browser(at_desk, codes)
        inspection_id = await _issue(browser, known, report)
        phone = Phone(in_field, codes, name="Điện thoại trình diễn")
        session = await phone.sign_in(known[VISIT.members[0]])
        report.step(
            f"điện thoại: {session['officer']['full_name']} đăng nhập, máy đã đăng ký",
            "the officer signed in on a phone, which is now enrolled",
        )
        await entrust(
            url, codes, known[VISIT.leader], inspection_id, session["officer"]["id"], report
        )
        field = Field(phone, report, inspection_id)
        await field.take_up()
        await field.photograph_all(found)
        await field.write_minutes(_agency(), violations=[])
        await _return_draft(browser, field)
        await _revise(browser, field)
        await _sign_and_submit(field)
        await _supplement(browser, field)
        await desk.opine(browser, inspection_id, "agree")
        report.step("lãnh đạo đồng ý hướng xử lý", "the supervisor agreed with the handling")
        await checks.approved(field)
        await checks.photographs(field)
    async with httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as at_audit:
        auditor = Browser(at_audit, codes)
        await auditor.sign_in(known[VISIT.auditor])
        await audit.look_up(auditor, field)


async def _issue(browser: Browser, known: dict[str, Account], report: Report) -> str:
    await browser.sign_in(known[VISIT.issuer])
    report.step("lãnh đạo đăng nhập bàn làm việc", "the supervisor signed in at the desk")
    names = {officer.username: officer.name for officer in OFFICERS}
    paper = desk.Paper(
        business=VISIT.business,
        leader=names[VISIT.leader],
        members=tuple(names[member] for member in VISIT.members),
        legal_bases=VISIT.legal_bases,
        contents=VISIT.contents,
    )
    signing = known[VISIT.issuer].signing_passphrase
    inspection_id = await desk.issue_decision(browser, paper, signing)
    report.step(
        f"ban hành quyết định kiểm tra {VISIT.business}",
        f"inspection decision issued, inspection {inspection_id}",
    )
    return inspection_id


def _agency() -> str:
    leader = next(officer for officer in OFFICERS if officer.username == VISIT.leader)
    return next(unit.vi for unit in UNITS if unit.code == leader.unit)


async def _return_draft(browser: Browser, field: Field) -> None:
    """Return the draft with remarks.

    The team is still in the shop and nobody has signed, so the supervisor sees the draft in time.
    """
    draft = await field.propose()
    comments = [
        ("/contents/0/result", _FIELD_REMARK),
        (field.photographs[0].photo_id, _PHOTO_REMARK),
    ]
    if await desk.opine(browser, field.id, "draft-return", comments) != draft:
        raise VisitFailed(f"the desk showed another draft than {draft}")
    field.report.step(
        "lãnh đạo trả lại dự thảo: một ý về nội dung, một ý về ảnh",
        "the supervisor returned the draft with remarks on a field and a photograph",
    )


async def _revise(browser: Browser, field: Field) -> None:
    """Receive the remarks by sync, revise the draft, and have it approved before anybody signs."""
    await field.phone.sync()
    view = field.phone.held.get(("inspection", field.id), {})
    remarks = [comment["text"] for comment in view.get("comments", [])]
    if remarks != [_FIELD_REMARK, _PHOTO_REMARK]:
        raise VisitFailed(f"the remarks did not come to the phone by sync: {remarks}")
    field.report.step(
        f"đồng bộ: dự thảo bị trả lại, {len(remarks)} ý kiến",
        f"synced: the draft came back, {len(remarks)} remarks",
    )
    close_up = drawn("cận-cảnh-nhãn-phụ.jpg", "NHAN PHU")
    await field.photograph(close_up, "Cận cảnh nhãn phụ, bổ sung theo ý kiến", cut=False)
    contents = [
        {"content": content, "result": _CORRECTED} for content in field.decision["contents"]
    ]
    await field.write_minutes(_agency(), contents=contents, violations=[])
    draft = await field.propose()
    if await desk.opine(browser, field.id, "draft-approve") != draft:
        raise VisitFailed(f"the desk showed another draft than {draft}")
    field.report.step(
        f"lãnh đạo đồng ý dự thảo {draft[:16]}",
        f"the supervisor agreed to the draft {draft[:16]}",
    )


async def _sign_and_submit(field: Field) -> None:
    fields = field.fields
    await field.sign("leader", fields["leader"]["name"])
    for member in fields["members"]:
        await field.sign("member", member["name"])
    await field.refuse_to_sign(
        fields["representative"],
        "Không đồng ý với nhận xét của Đoàn kiểm tra",
        fields["present"][0]["name"],
    )
    await field.submit()
    await field.wait_for_bytes()


async def _supplement(browser: Browser, field: Field) -> None:
    """Ask for a supplement and answer it with a photograph. The signed minutes stay in force."""
    await desk.opine(browser, field.id, "supplement", [("/contents/0/result", _POINT)])
    field.report.step(
        "lãnh đạo yêu cầu bổ sung một nội dung", "the supervisor asked for one supplement"
    )
    invoice = drawn("hóa-đơn.jpg", "HOA DON")
    await field.photograph(invoice, "Hóa đơn của bên bán", cut=False)
    await field.supplement([_ANSWER], [invoice])
    await field.wait_for_bytes()
