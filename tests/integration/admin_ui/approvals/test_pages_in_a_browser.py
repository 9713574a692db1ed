"""Every page of submission for approval in a browser, in both languages, on a desk and on a phone: accessible, nothing
wider than the window, everything large enough to touch."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar
from playwright.async_api import Page, expect

from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import passing
from backend.approvals.texts.steps import CHECKS
from backend.core import clock, database
from backend.core.settings import Settings
from backend.documents.signing import service as signing_service
from schemas.approvals import submissions as acts
from schemas.approvals.words import SubmittedKind
from tests.integration.admin_ui.approvals.test_outside import to_the_committee
from tests.integration.admin_ui.shell.test_in_a_browser import look
from tests.integration.casework.issued_documents.test_signed_is_in_force import deliver
from tests.integration.casework.issued_documents.test_signed_is_in_force import ready as finalised
from tests.support import cases_made, decision_papers, factories, routes_made, submitted
from tests.support.chromium import Chrome
from tests.support.desk import Desks
from tests.support.later import later
from tests.support.papers_submitted import answers, drafted, found, ready, signed
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.signing import authority, certify
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
ALL_WELL = {f"check_{code}": "yes" for code in CHECKS} | {"favour": "yes", "text": "Nhất trí"}
LONG = "Ghi rõ số hóa đơn, ngày mua và tên bên bán của lô hàng, kèm bản sao có xác nhận của cơ sở"
NOBODY = "01a22684-0000-7000-8000-000000000000"
WAIT_MS = 60_000


def page_of(one: Submission, what: str = "") -> str:
    """The page of a submission, or of the form of an answer."""
    return f"/desk/submissions/{one.id}" + (f"/{what}?shown={one.shown}" if what else "")


async def away(readers: Readers, people: People) -> None:
    """Record that giang is away and hai stands in."""
    giang = await readers.of(people.giang)
    await giang.open("/desk/absences")
    days = {
        "first_day": clock.today().isoformat(),
        "last_day": cases_made.in_days(5).isoformat(),
    }
    who = {"officer": people.giang.username, "stand_in": people.hai.full_name}
    assert await giang.press("/absences", **who, **days, reason="nghỉ phép") == 200


def remarks(one: Submission, *places: str) -> acts.SubmissionReturned:
    """Return it with a remark on each of these places."""
    said = [acts.Comment(at=at, text=LONG) for at in places]
    return acts.SubmissionReturned(shown=one.shown, comments=said)


async def test_the_panel_of_a_case_s_paper_fits_in_each_state(
    desks: Desks, people: People, chrome: Chrome
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    papers: list[UUID] = [await drafted(case, "MQĐ02", people.giang) for _ in range(6)]
    for paper in papers[1:]:
        await ready(case, paper)
    _, waiting, returned, heard, refused, withdrawn = papers

    async def now(paper: UUID) -> Submission:
        return await found(case, paper, SubmittedKind.SANCTION)

    phuc = await desks.of(people.phuc)
    await submitted.answer(
        await now(returned), remarks(await now(returned), "/pay_days", ""), people.phuc
    )
    for paper in (heard, refused):
        assert await answers(phuc, await now(paper), "opinion", **ALL_WELL) == 200
    no = acts.SubmissionRefused(shown=(await now(refused)).shown, reason=LONG)
    await submitted.answer(await now(refused), no, people.giang)
    back = acts.SubmissionWithdrawn(reason="sửa lại điều khoản")
    await submitted.answer(await now(withdrawn), back, people.an)

    head = await chrome.sign_in(people.giang)
    await look(head, *(f"/desk/documents/{one}" for one in papers))
    await look(head, *[page_of(await now(one)) for one in papers[1:]])
    forms = ("return", "supplement", "refuse", "hand_on")
    await look(head, *[page_of(await now(heard), one) for one in forms])
    await look(head, page_of(await now(refused), "reopen"), f"/desk/documents/{heard}/sign")
    await look(head, page_of(await now(returned), "take_over"))  # not his now: it says so
    legal = await chrome.sign_in(people.phuc)
    await look(legal, page_of(await now(waiting), "opinion"))
    writer = await chrome.sign_in(people.an)
    await look(writer, page_of(await now(waiting), "withdraw"), page_of(await now(returned)))
    await signed(case, heard, people.giang)
    await look(writer, page_of(await now(heard)), f"/desk/cases/{case.id}")
    with later(days=4):
        await passing.pass_on()
    late = await chrome.sign_in(people.hai)
    await look(late, page_of(await now(waiting)), "/desk/?show=overdue")
    assert chrome.complaints == []


async def test_the_panel_of_an_inspection_fits_in_each_state(
    readers: Readers, people: People, chrome: Chrome
) -> None:
    outside = await to_the_committee(people)
    draft = await submitted.drafted(people)
    file = await factories.submitted(people, minutes_flow=2, author=people.chi)
    other = await factories.submitted(people, minutes_flow=2, author=people.chi)
    decision = await database.fetchval("SELECT id FROM decision_papers")
    await away(readers, people)
    head = await chrome.sign_in(people.giang)
    deputy = await chrome.sign_in(people.hai)
    steps: dict[str, Submission] = {}
    for name, work in (("draft", draft), ("file", file), ("other", other)):
        [steps[name]] = await submitted.of_record(work.id)
    forms = {"draft": ("approve", "return"), "file": ("agree", "supplement", "hand_on")}
    for name, work in (("draft", draft), ("file", file)):
        await look(head, f"/desk/inspections/{work.id}", page_of(steps[name]))
        await look(head, *(page_of(steps[name], what) for what in forms[name]))
    asked = acts.SupplementAsked(
        shown=steps["other"].shown, points=[acts.Comment(at="", text=LONG)]
    )
    await submitted.answer(steps["other"], asked, people.giang)
    yes = acts.SubmissionAgreed(shown=steps["file"].shown, step=1, note=LONG, without=[], reason="")
    await submitted.answer(steps["file"], yes, people.hai)
    await look(deputy, *(page_of(steps[name]) for name in ("other", "file")))
    await look(deputy, f"/desk/inspections/{other.id}", f"/desk/inspections/{file.id}")
    at = f"/desk/submissions/{outside}"
    clerk = await chrome.sign_in(people.nga)
    await look(clerk, at, f"{at}/send_outside", f"{at}/outside_answer")
    await look(head, f"/desk/decisions/{decision}", at)
    assert chrome.complaints == []


async def test_the_first_page_of_each_role_fits_with_notices_routes_absences_and_the_log(
    app: Litestar, readers: Readers, people: People, chrome: Chrome
) -> None:
    del app
    nothing = await chrome.sign_in(people.dung)
    await look(nothing, "/desk/", "/desk/notices", "/desk/to-sign", "/desk/absences")
    case = await cases_made.due(people)
    route = await routes_made.published(people, SubmittedKind.SANCTION)
    paper = await drafted(case, "MQĐ02", people.giang)
    await ready(case, paper)
    works = [await factories.submitted(people, minutes_flow=2, author=people.chi) for _ in range(2)]
    [one] = await submitted.of_record(works[0].id)
    asked = acts.SupplementAsked(shown=one.shown, points=[acts.Comment(at="", text=LONG)])
    await submitted.answer(one, asked, people.giang)
    await decision_papers.drafted(people)
    await away(readers, people)
    await look(
        await chrome.sign_in(people.giang),
        *("/desk/", "/desk/?kind=step", "/desk/?show=returned", "/desk/notices"),
        *("/desk/routes", "/desk/routes/new", f"/desk/routes/{route}"),
        *(f"/desk/routes/{route}/edit", "/desk/absences", "/desk/account/notices"),
        *("/desk/account/passkeys", "/desk/confirm?next=/desk/routes"),
    )
    absence = await database.fetchval("SELECT id FROM absences")
    await look(await chrome.sign_in(people.hai), "/desk/", f"/desk/absences/{absence}")
    for person in (people.an, people.chi, people.phuc, people.nga, people.my):
        await look(await chrome.sign_in(person), "/desk/", "/desk/notices")
    auditor = await chrome.sign_in(people.khanh)
    await look(auditor, "/desk/", "/desk/log", "/desk/log?record=01", "/desk/exceptions")
    assert chrome.complaints == []


async def _says_wrong(page: Page, address: str, fields: Sequence[tuple[str, str]]) -> None:
    """Send a form past the browser's own checks, and look at the page that says what is wrong."""
    await page.goto(address)
    form = page.locator("main form[method=post]").last
    await form.evaluate("one => { one.noValidate = true }")
    for name, value in fields:
        field = form.locator(f"[name={name}]")
        if not await field.is_visible():  # folded away while it is empty
            folds = form.locator("details").filter(has=page.locator(f"[name={name}]"))
            await folds.locator("summary").first.click()
        await field.fill(value)
    await form.locator(".acts button").first.click()
    await page.locator("main [role=alert], main .error").first.wait_for()
    await look(page)


async def test_list_signing_and_what_goes_wrong_fit(
    people: People, chrome: Chrome, settings: Settings, tmp_path: Path
) -> None:
    issuer = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    await certify(people.giang, issuer)
    case = await cases_made.sanctioned(people)
    await deliver(case, case.papers["MQĐ02"])
    listed = [(await finalised(case, "MQĐ24", people.giang))[0] for _ in range(2)]
    head = await chrome.sign_in(people.giang)
    await look(head, "/desk/to-sign", f"/desk/documents/{listed[0]}/sign", "/desk/to-sign")
    file = await factories.submitted(people, minutes_flow=2, author=people.chi)
    [one] = await submitted.of_record(file.id)
    await head.goto(page_of(one, "agree"))
    yes = acts.SubmissionAgreed(shown=one.shown, step=1, note="", without=[], reason="")
    await submitted.answer(one, yes, people.giang)  # in another window
    await head.locator("main form[method=post] .acts button").first.click()
    await head.get_by_role("alert").wait_for()
    await look(head)
    await look(head, page_of(one, "agree"), f"/desk/submissions/{NOBODY}")
    wrong = [("stand_in", "Không Có Ai"), ("first_day", "2026-12-10"), ("last_day", "2026-12-01")]
    await _says_wrong(head, "/desk/absences", wrong)
    await _says_wrong(head, "/desk/routes/new", [("name", ""), ("amount_from", "mười đồng")])
    await _says_wrong(head, "/desk/confirm?next=/desk/routes", [("code", "000000")])

    # A page whose stream keeps failing says that it is not up to date by itself, and how to reload it.
    await head.route("**/desk/live?**", lambda route: route.abort())
    await head.goto("/desk/")
    said = head.locator(".live-said")
    await expect(said).to_have_text("Trang không tự cập nhật.", timeout=WAIT_MS)
    await expect(head.get_by_role("link", name="Tải lại")).to_be_visible()
    await look(head)
    told = [said for said in chrome.complaints if "ERR_FAILED" not in said]
    assert told == []
