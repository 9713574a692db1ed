"""`./hientruong demo-case`: plays one case from the proposal to the archive, over HTTP.

An inspection is proposed, planned and decided. A phone inspects,
and makes violation minutes on the spot under a number of its officer. The party explains. The head
of the department computes the sanction, the legal officer checks it, and the head signs the
decision with a certificate. Anybody checks it by its code; it is delivered, paid, archived. Every
PDF is opened and its text compared. Ends with exit code 1 and one plain sentence as soon as
anything is wrong.
"""

from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from deploy.demo import accounts, checks, contents, desk, site_papers
from deploy.demo.browser import Browser
from deploy.demo.case_desk import CaseDesk
from deploy.demo.codes import Codes
from deploy.demo.demo_data import BUSINESSES, OFFICERS, UNITS, VISIT
from deploy.demo.ending import played
from deploy.demo.field import Field
from deploy.demo.leading import entrust
from deploy.demo.phone import Account, Phone
from deploy.demo.photographs import drawn
from deploy.demo.report import Report, VisitFailed
from deploy.demo.running import address_of

_TIMEOUT = httpx.Timeout(60.0)
_CLERK = "hn.thuy"
"""Văn thư of the unit whose head decides."""
_LEGAL = "hn.khoi"
"""Pháp chế of that unit, whom its route of sanctions asks."""

_EXPLANATION = f"""From: Cửa hàng <cuahang@example.vn>
To: Đội Quản lý thị trường <doi@example.vn>
Message-ID: <giai-trinh@example.vn>
Subject: Giải trình

{site_papers.OPINION}
"""


def run(*, base_url: str | None, data_dir: Path) -> int:
    """Play the case; returns the exit code. Raises Failure if it cannot begin."""
    known = {account.username: account for account in accounts.load(data_dir)}
    url, report = base_url or address_of(data_dir), Report()
    return played("demo-case", url, play(url.rstrip("/"), known, report), report)


async def play(url: str, known: dict[str, Account], report: Report) -> str:
    """Play the whole case; returns its id. `run` reports the errors that it raises."""
    codes = Codes(
        lambda seconds: report.note(
            f"đợi {seconds:.0f} s: mỗi mã xác thực (OTP) chỉ dùng một lần",
            f"waiting {seconds:.0f} s for the next one-time code: each is used once",
        )
    )
    async with (
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as of_officer,
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as of_head,
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as in_field,
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as of_clerk,
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as of_legal,
        httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as of_citizen,
    ):
        phone = Phone(in_field, codes, name="Điện thoại trình diễn")
        session = await phone.sign_in(known[VISIT.members[0]])
        owner = session["officer"]["id"]
        officer_account, head_account = known[VISIT.members[0]], known[VISIT.issuer]
        officer = CaseDesk(Browser(of_officer, codes), report, officer_account)
        head = CaseDesk(Browser(of_head, codes), report, head_account)
        await head.browser.sign_in(head_account)
        await officer.browser.sign_in(officer_account)
        case = await _begin(officer, head, report)
        entrusting = partial(entrust, url, codes, known[VISIT.leader], officer_id=owner)
        field = await _inspect(head, phone, report, case, entrusting)
        await _record(officer, head, field, case)
        clerk = CaseDesk(Browser(of_clerk, codes), report, known[_CLERK])
        legal = CaseDesk(Browser(of_legal, codes), report, known[_LEGAL])
        await _decide(head, legal, clerk, case, of_citizen)
        await _execute(officer, head, case)
        said = {
            "PA": "Cơ sở tẩu tán hàng hóa",
            "MBB01": site_papers.DESCRIPTION,
            "MQĐ02": "Bằng chữ: Mười triệu đồng",
        }
        await officer.compare_papers(case, said)
    return case


async def _begin(officer: CaseDesk, head: CaseDesk, report: Report) -> str:
    """Play from the proposal to the ad-hoc plan."""
    business = next(one for one in BUSINESSES if one.name == VISIT.business)
    case = await officer.open_proposal(
        **{
            "party.kind": str(business.kind),
            "party.name": business.name,
            "party.tax_code": business.tax_code,
            "party.address": business.address,
            "party.representative": business.representative,
            "party.representative_title": business.representative_title,
        },
        basis="Kết quả thẩm tra, xác minh tin báo.",
        contents="\n".join(VISIT.contents),
        expected_violation="Kinh doanh hàng hóa nhập lậu",
        expected_law="Điều 15 Nghị định số 98/2020/NĐ-CP",
    )
    report.step("đề xuất kiểm tra, lập hồ sơ vụ việc", f"an inspection proposed, case {case}")
    names = {one.username: (one.name, one.title_vi) for one in OFFICERS}
    leader, member = names[VISIT.leader], names[VISIT.members[0]]
    await head.issue(
        case,
        "PA",
        **{
            "/expected_start": f"{officer.in_days(0)}T08:00",
            "/expected_end": f"{officer.in_days(2)}T17:00",
            "/contingencies/0/situation": "Cơ sở tẩu tán hàng hóa",
            "/contingencies/0/measure": "Phối hợp công an cấp xã, tạm giữ tang vật",
            "/leader/name": leader[0],
            "/leader/title": leader[1],
            "/members/0/name": member[0],
            "/members/0/title": member[1],
            "/means": "01 xe ô tô, điện thoại nghiệp vụ",
        },
    )
    return case


async def _inspect(
    head: CaseDesk, phone: Phone, report: Report, case: str, entrusting: Any
) -> Field:
    """Play the decision at the desk, the visit on the phone, and violation minutes on the spot.

    `entrusting` lets the leader name this phone's officer, who then draws up the minutes.
    """
    names = {one.username: one.name for one in OFFICERS}
    paper = desk.Paper(
        business=VISIT.business,
        leader=names[VISIT.leader],
        members=tuple(names[member] for member in VISIT.members),
        legal_bases=VISIT.legal_bases,
        contents=VISIT.contents,
    )
    signing = head.account.signing_passphrase
    inspection = await desk.issue_decision(head.browser, paper, signing)
    await head.act(case, "decision.linked", inspection_id=inspection)
    await entrusting(inspection, report=report)
    field = Field(phone, report, inspection)
    await field.take_up()
    await field.photograph(drawn("kệ-hàng.jpg", "KE HANG"), "Kệ hàng", cut=False)
    fields = await field.write_minutes(_agency())
    await field.sign("leader", fields["leader"]["name"])
    for member in fields["members"]:
        await field.sign("member", member["name"])
    await field.sign("subject", fields["representative"] or "Người bán hàng")
    await field.submit()
    await _paper_on_site(field)
    await field.wait_for_bytes()
    await desk.opine(head.browser, inspection, "agree")
    return field


async def _paper_on_site(field: Field) -> None:
    """Make MBB01 on the phone, numbered from its block after all have signed."""
    year = int(field.decision["issued_on"][:4])
    block = await field.phone.call(
        "POST", "/number-blocks", json={"form": site_papers.FORM, "year": year}
    )
    number = next(n for n in range(block["first"], block["last"] + 1) if n not in block["used"])
    maker = {"name": field.phone.officer["full_name"], "title": "Kiểm soát viên thị trường"}
    document = str(uuid4())
    written = await field.act(
        "lập biên bản vi phạm hành chính",
        "violation minutes written",
        "document.written",
        {
            "document_id": document,
            "form": site_papers.FORM,
            "form_version": site_papers.FORM_VERSION,
            "fields": site_papers.violation_minutes(field.decision, _agency(), maker, None),
        },
    )
    for role, name in (("subject", "Nguyễn Văn Thử"), ("maker", maker["name"])):
        signed = contents.signed(written["id"], "subject", name)
        del signed["minutes"]
        await field.act(
            f"{name} ký biên bản vi phạm",
            f"{name} signed the violation minutes",
            "document.signed",
            signed | {"document": written["id"], "role": role},
        )
    officer_number = field.phone.officer["officer_number"]
    await field.act(
        f"cấp số {number}/{site_papers.SYMBOL}",
        f"numbered {number}/{site_papers.SYMBOL}",
        "document.numbered",
        {
            "document_id": document,
            "written": written["id"],
            "form": site_papers.FORM,
            "year": year,
            "number": number,
            "block_id": block["id"],
            "text": f"{number}/{site_papers.SYMBOL}-{officer_number}",
        },
    )


async def _record(officer: CaseDesk, head: CaseDesk, field: Field, case: str) -> None:
    """Adopt the phone's minutes, which records the violation, and file the party's explanation."""
    await checks.approved(field)
    await officer.adopt(case)
    await head.file(
        case,
        "Bản giải trình.eml",
        _EXPLANATION.encode(),
        title="Bản giải trình của người vi phạm",
        document_kind="văn bản giải trình",
        proves_fact="việc giải trình",
    )
    await officer.act(
        case,
        "explanation.received",
        mode="written",
        content=site_papers.OPINION,
        sheet="Bản giải trình",
    )


async def _decide(
    head: CaseDesk, legal: CaseDesk, clerk: CaseDesk, case: str, citizen: httpx.AsyncClient
) -> None:
    """Compute, draft, check, sign, enter and seal the decision; then look it up in public by its code."""
    paper = await head.sanction(case, legal)
    await clerk.browser.sign_in(clerk.account)
    await clerk.seal(paper)
    code = await head.code_of(paper)
    page = await citizen.get(f"/verify/{code}")
    sealed = "chữ ký số của cơ quan" in page.text
    if page.status_code != 200 or "Văn bản có hiệu lực" not in page.text or not sealed:
        raise VisitFailed(f"/verify/ does not call the decision valid: {page.status_code}")
    unknown = await citizen.get(f"/verify/{code[:-1]}{'0' if code[-1] != '0' else '1'}")
    if unknown.status_code != 404:
        raise VisitFailed(f"/verify/ answers {unknown.status_code} for a code that nobody has")
    head.report.step(
        "tra cứu công khai: văn bản có hiệu lực", "anybody can check the decision by its code"
    )


async def _execute(officer: CaseDesk, head: CaseDesk, case: str) -> None:
    """Deliver, pay, complete and archive."""
    await officer.act(
        case,
        "decision.delivered",
        mode="direct",
        receiver="Nguyễn Văn Thử",
        proof="Ký nhận trực tiếp",
    )
    fine = await officer.left_to_pay(case)
    await officer.act(
        case,
        "payment.received",
        kind="fine",
        amount=fine,
        receipt_number="KBNN-2026-0001",
        place="Kho bạc Nhà nước khu vực I",
    )
    await head.act(case, "execution.completed")
    await head.act(case, "case.archived", shelf="Kệ 3, hộp 12")
    state = await head.state(case)
    if state != "archived":
        raise VisitFailed(f"the case ends as {state}")


def _agency() -> str:
    leader = next(one for one in OFFICERS if one.username == VISIT.leader)
    return next(unit.vi for unit in UNITS if unit.code == leader.unit)
