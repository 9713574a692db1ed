"""What officers and heads do with a case at the desk, through its pages only."""

import io
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from pypdf import PdfReader

from backend.core import local_time
from deploy.demo.browser import Browser, UnexpectedPage
from deploy.demo.pages import Button, Form
from deploy.demo.phone import Account
from deploy.demo.report import Report, VisitFailed

_LETTERS = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){6}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST_TYPED = 3
"""How often a person at most corrects a form that reports missing fields."""


class CaseDesk:
    """One person's browser, and a case's steps in it. All raise UnexpectedPage or VisitFailed."""

    def __init__(self, browser: Browser, report: Report, account: Account) -> None:
        self.browser = browser
        self.report = report
        self.account = account

    @staticmethod
    def in_days(days: int) -> str:
        """Return a day as a form takes it, in Vietnam's calendar."""
        return (local_time.day_of(datetime.now(UTC)) + timedelta(days=days)).isoformat()

    async def open_proposal(self, **fields: str) -> str:
        """Propose an inspection, with which a case begins; returns its id."""
        await self.browser.open("/desk/cases/new/proposal")
        form = self.browser.form("/new/proposal")
        self._fill(form, fields)
        await self.browser.submit(form, self._last(form))
        return self._case_of_page()

    async def act(self, case: str, kind: str, /, **fields: str) -> None:
        """Fill in the act's form, confirm it if the page asks, and expect it to be accepted."""
        address = f"/desk/cases/{case}/acts/{kind}"
        await self.browser.open(address)
        form = self.browser.form(address)
        self._fill(form, fields)
        await self.browser.submit(form, self._last(form))
        if address in self.browser.page.url:
            form = self.browser.form(address)
            await self.browser.submit(form, self._button(form, "sure"))
        if f"done={kind}" not in self.browser.page.url:
            raise UnexpectedPage(f"{kind} was not taken: {self.browser.page.text[:600]}")
        self.report.step(f"vụ việc: {kind}", f"case: {kind}")

    async def file(self, case: str, name: str, data: bytes, **fields: str) -> None:
        """Send a document made elsewhere, and enter it in the file with its sheet number."""
        await self.browser.open(f"/desk/cases/{case}/filing")
        await self.browser.send_file(self.browser.form("/filing"), "file", name, data)
        await self.browser.follow("/acts/sheets.filed?file=")
        form = self.browser.form("/acts/sheets.filed")
        self._fill(form, fields)
        await self.browser.submit(form, self._last(form))
        if "done=sheets.filed" not in self.browser.page.url:
            raise UnexpectedPage(f"{name} was not filed: {self.browser.page.text[:600]}")
        self.report.step(f"đưa vào hồ sơ: {name}", f"filed as it came: {name}")

    async def adopt(self, case: str) -> None:
        """Adopt the first paper that was made on site into the case."""
        await self.browser.open(f"/desk/cases/{case}/adopt")
        form = self.browser.form("/adopt")
        await self.browser.submit(form)
        self.report.step(
            "đưa biên bản lập tại hiện trường vào vụ việc", "the paper made on site joins the case"
        )

    async def issue(self, case: str, form_code: str, **typed: str) -> str:
        """Draft a paper from the case, fill in what is missing, finalise and sign it.

        Returns the paper's id.
        """
        await self.browser.open(f"/desk/cases/{case}/documents/new?form={form_code}")
        await self.browser.submit(self._ending("/documents"))
        return await self._finish(form_code, typed)

    async def sanction(self, case: str, legal: "CaseDesk") -> str:
        """Take the computed sanction and sign the decision, which enters it; returns the paper.

        `legal` is the legal officer whom the route of sanctions asks before the signature.
        """
        await self.browser.open(f"/desk/cases/{case}/sanction")
        form = self._ending("/sanction")
        await self.browser.submit(form, self._button(form, "MQĐ02"))
        paper = await self._finish("MQĐ02", {}, legal)
        self.report.step("ghi quyết định xử phạt vào vụ việc", "the sanction stands in the case")
        return paper

    async def check(self, paper: str) -> None:
        """Fill in the check-sheet of a paper, as the legal officer of its route; nothing if none is asked."""
        await self.browser.sign_in(self.account)
        await self.browser.open(f"/desk/documents/{paper}")
        if self.browser.page.link("/opinion?") is None:
            return
        await self.browser.follow("/opinion?")
        form = self._ending("/opinion")
        questions = {one.name for one in form.controls if one.name.startswith("check_")}
        self._fill(form, dict.fromkeys(questions, "yes") | {"favour": "yes"})
        await self.browser.submit(form, self._button(form, ""))
        self.report.step(
            "pháp chế kiểm tra, đồng ý", "the legal officer checks the decision and agrees"
        )

    async def seal(self, paper: str) -> None:
        """Put the agency's digital seal on a signed paper, as its clerk."""
        address = f"/desk/documents/{paper}"
        before = (await self.browser.fetch(f"{address}/signed.pdf")).content
        await self.browser.open(f"{address}/seal")
        form = self._ending("/seal")
        self._fill(form, {"passphrase": self.account.signing_passphrase or ""})
        await self.browser.submit(form, self._button(form, ""))
        if "done=sealed" not in self.browser.page.url:
            raise VisitFailed(f"the seal was not put on: {self.browser.page.text[:600]}")
        after = (await self.browser.fetch(f"{address}/signed.pdf")).content
        if len(after) <= len(before) or not after.startswith(before):
            raise VisitFailed("the sealed file does not begin with the signed one")
        self.report.step(
            "văn thư đóng dấu số của cơ quan", "the clerk puts the agency's digital seal on"
        )

    async def _finish(
        self, form_code: str, typed: dict[str, str], legal: "CaseDesk | None" = None
    ) -> str:
        address = urlsplit(self.browser.page.url).path
        paper = address.rsplit("/", 1)[-1]
        for row in {name.rsplit("/", 2)[0] for name in typed if name.count("/") > 2}:
            editor = self._ending(f"/{paper}")
            if editor.find(f"{row}/0") is None and not any(
                one.name.startswith(f"{row}/0/") for one in editor.controls
            ):
                await self.browser.submit(editor, self._button(editor, f"add:{row}"))
        for _ in range(_MOST_TYPED):
            editor = self._ending(f"/{paper}")
            self._fill(editor, typed)
            self._fill_required(editor)
            if await self.browser.try_submit(editor, self._button(editor, "ready")) == 200:
                break
        else:
            raise UnexpectedPage(f"{form_code} is not ready: {self.browser.page.text[:800]}")
        await self._has_text(f"{address}/preview.pdf", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        if legal is not None:
            await legal.check(paper)
        await self.browser.open(f"{address}/sign")
        form = self._ending("/sign")
        if form.find("twice") is not None:  # the same demonstration was played earlier today
            form.fill("twice", "Trình diễn lại trong ngày, hàng của lần kiểm tra khác")
        if form.find("alone") is not None:
            self._fill(form, {"alone": "Trực một mình, đã báo cáo cấp trên"})
        self._fill(form, {"passphrase": self.account.signing_passphrase or ""})
        await self.browser.submit(form, self._button(form, ""))
        if "PAdES" not in self.browser.page.text:
            raise VisitFailed(
                f"{form_code} bears no digital signature: {self.browser.page.text[:600]}"
            )
        text = await self._has_text(f"{address}/signed.pdf", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        number = re.search(r"Số:\s*(\S+)", text)
        told = number.group(1) if number else "?"
        self.report.step(f"ký số {form_code} số {told}", f"{form_code} signed, number {told}")
        return paper

    async def _has_text(self, address: str, words: str) -> str:
        answer = await self.browser.fetch(address)
        if answer.status_code != 200 or not answer.content.startswith(b"%PDF"):
            raise VisitFailed(f"{address} answers {answer.status_code} and no PDF")
        text = text_of(answer.content)
        if words not in text:
            raise VisitFailed(f"{address} does not say {words!r}: {text[:300]}")
        return text

    async def code_of(self, paper: str) -> str:
        """Return the public code of a signed paper, read from its PDF as a citizen would."""
        text = await self._has_text(f"/desk/documents/{paper}/signed.pdf", "Mã tra cứu")
        found = _LETTERS.search(text)
        if found is None:
            raise VisitFailed(f"the paper bears no code: {text[-300:]}")
        return found.group(0)

    async def left_to_pay(self, case: str) -> str:
        """Return the amount that is left to pay, as the case's page shows it."""
        await self.browser.open(f"/desk/cases/{case}")
        found = re.search(r"Còn phải nộp\D*([\d.]+)", self.browser.page.text)
        if found is None:
            raise VisitFailed(f"the case does not say what is left: {self.browser.page.text[:800]}")
        return found.group(1)

    async def state(self, case: str) -> str:
        """Return the state of the case as its page shows it."""
        await self.browser.open(f"/desk/cases/{case}")
        return (
            "archived" if "Đã lưu trữ" in self.browser.page.text else self.browser.page.text[:200]
        )

    async def compare_papers(self, case: str, said: dict[str, str]) -> None:
        """Open every paper of the case and compare it.

        Each PDF must contain the number that its page shows, and the words that `said` has for its
        form.
        """
        await self.browser.open(f"/desk/cases/{case}")
        links = " ".join(href for href, _ in self.browser.page.links)
        inspection = re.search(rf"/desk/inspections/({_UUID.pattern})", links)
        papers = list(dict.fromkeys(re.findall(rf"/desk/documents/({_UUID.pattern})", links)))
        found: set[str] = set()
        for paper in papers:
            await self.browser.open(f"/desk/documents/{paper}")
            form = next((code for code in said if f"{code} ·" in self.browser.page.text), "?")
            address = f"/desk/documents/{paper}/signed.pdf"
            if (
                form == "MBB01" and inspection is not None
            ):  # made on a phone: laid out from its record
                address = f"/desk/inspections/{inspection.group(1)}/documents/{paper}/pdf"
            text = await self._has_text(
                address, said.get(form, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            )
            number = re.search(r"Số:\s*(\S+)", text)
            if number is None or number.group(1) not in self.browser.page.text:
                raise VisitFailed(f"the PDF of {paper} bears another number than its page says")
            found.add(form)
        if found != set(said):
            raise VisitFailed(f"papers of {sorted(set(said))} were expected, not {sorted(found)}")
        self.report.step(
            f"mở và đối chiếu {len(papers)} văn bản PDF",
            f"{len(papers)} papers opened and compared",
        )

    def _case_of_page(self) -> str:
        found = _UUID.search(urlsplit(self.browser.page.url).path)
        if found is None:
            raise UnexpectedPage(f"no case was opened: {self.browser.page.text[:600]}")
        return found.group(0)

    def _fill(self, form: Form, fields: dict[str, str]) -> None:
        for name, value in fields.items():
            control = form.find(name)
            if control is None:
                names = sorted({one.name for one in form.controls})
                raise UnexpectedPage(f"the form does not ask for {name!r}, only for {names}")
            named = (key for key, text in control.options if value and value in text)
            form.fill(name, next(named, value))

    def _fill_required(self, form: Form) -> None:
        """Fill in required fields that the case could not."""
        now = datetime.now(local_time.VIETNAM).strftime("%Y-%m-%dT%H:%M")
        for control in form.controls:
            if control.value or not control.required or control.kind in ("checkbox", "hidden"):
                continue
            kinds = {"date": self.in_days(0), "datetime-local": now, "number": "1"}
            form.fill(control.name, kinds.get(control.kind, "Theo hồ sơ vụ việc"))

    def _ending(self, end: str) -> Form:
        for form in self.browser.page.forms:
            if (form.action or self.browser.page.url).split("#")[0].split("?")[0].endswith(end):
                return form
        raise UnexpectedPage(f"no form for {end!r}: {self.browser.page.text[:600]}")

    def _button(self, form: Form, value: str) -> Button:
        for button in form.buttons:
            if button.value == value:
                return button
        raise UnexpectedPage(f"no button {value!r}, only {[one.value for one in form.buttons]}")

    def _last(self, form: Form) -> Button:
        """Return the button that continues; the others add rows."""
        for button in reversed(form.buttons):
            if not button.value.startswith("more:"):
                return button
        raise UnexpectedPage("the form has no button that goes on")


def text_of(data: bytes) -> str:
    """Return all text of a PDF, with single spaces."""
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
