"""What a supervisor does at the desk, through its pages only: issue, read, give an opinion."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from deploy.demo.browser import Browser, UnexpectedPage
from deploy.demo.pages import Button, Form


@dataclass(frozen=True)
class Paper:
    """What the issuer types into a decision (QĐ-KT): names as the page shows them."""

    business: str
    leader: str
    members: tuple[str, ...]
    legal_bases: tuple[str, ...]
    contents: tuple[str, ...]
    duration_days: int = 2
    proposal: str = "Đề xuất kiểm tra của công chức quản lý địa bàn"
    """On what the decision rests (Ordinance 11/2016 Art 20.2)."""


async def issue_decision(browser: Browser, paper: Paper, passphrase: str | None = None) -> str:
    """Issue a decision for a business of the register; returns the inspection's id.

    With the issuer's passphrase it is signed with a certificate; without one by hand.
    """
    await draft_decision(browser, paper)
    address = urlsplit(browser.page.url).path
    if passphrase:
        form = browser.form(f"{address}/sign")
        form.fill("passphrase", passphrase)
        in_an_emergency(form)
        await browser.submit(form)
    else:
        await sign_by_hand(browser, address)
    paths = (urlsplit(href).path.rpartition("/") for href, _ in browser.page.links)
    found = [last for rest, _, last in paths if rest == "/desk/inspections" and len(last) == 36]
    if not found:
        raise UnexpectedPage(f"no inspection was issued: {browser.page.text[:400]}")
    return found[0]


async def sign_by_hand(browser: Browser, address: str) -> None:
    """Print the draft at this address, "sign" the sheet, and send its scan."""
    form = browser.form(f"{address}/sign")
    in_an_emergency(form)
    await browser.submit(form, _button(form, "yes"))
    printed = (await browser.fetch(f"{address}/signed.pdf")).content
    await browser.open(f"{address}/scan")
    await browser.send_file(browser.form(f"{address}/scan"), "scan", "da-ky.pdf", printed)


def in_an_emergency(form: Form) -> None:
    """Say why no plan precedes an ad-hoc decision, where the form asks (Circular 27/2020 Art 12)."""
    if form.find("emergency_risk") is not None:
        form.fill("emergency_risk", "dispersal")
        form.fill(
            "emergency_reason", "Hàng đang được chuyển khỏi kho, chờ phương án thì bị tẩu tán."
        )


async def draft_decision(browser: Browser, paper: Paper) -> None:
    """Draft a decision for a business of the register; its page is shown then."""
    await browser.open("/desk/decisions")
    await browser.follow("/decisions/new")
    form = browser.form("/decisions/new")
    form.fill("find", paper.business)
    await browser.submit(form, _button(form, "find"))
    form = browser.form("/decisions/new")
    _choose(form, "subject", paper.business)
    form.fill("legal_bases", "\n".join(paper.legal_bases))
    form.fill("proposal", paper.proposal)
    form.fill("contents", "\n".join(paper.contents))
    form.fill("duration_days", str(paper.duration_days))
    _choose(form, "leader_id", paper.leader)
    boxes = [item for item in form.controls if item.name == "member_ids"]
    form.fill(
        "member_ids",
        *(box.value for box in boxes if any(name in box.label for name in paper.members)),
    )
    for box in form.controls:
        if box.kind == "checkbox" and box.required:
            box.checked = True
    await browser.submit(form, _button(form, "save"))


async def opine(
    browser: Browser, inspection_id: str, what: str, comments: list[tuple[str, str]] | None = None
) -> str:
    """Give an opinion on a waiting draft or on the file, as the inspection's page offers it.

    Each comment is (JSON Pointer or photo id, text). Returns the hash that was seen.
    """
    await browser.open(f"/desk/inspections/{inspection_id}")
    if browser.page.link(_WORKSPACE) is not None:
        return await _in_the_workspace(browser, _ANSWERS[what], comments)
    await browser.follow(f"/opinion/{what}?")
    form = browser.form(f"/opinion/{what}")
    seen = form.find("seen")
    if seen is None:
        raise UnexpectedPage("the form does not name what was seen")
    if comments is None:
        await browser.submit(form)
        return seen.value
    _remark(form, comments)
    await browser.submit(form)
    await browser.submit(browser.form(f"/opinion/{what}"))
    return seen.value


_WORKSPACE = "/desk/review/"
_ANSWERS = {
    "agree": "agree",
    "draft-approve": "approve",
    "supplement": "supplement",
    "draft-return": "return",
}
"""What each opinion is called in the workspace, to which the inspection's page leads who holds the step."""


async def _in_the_workspace(
    browser: Browser, answer: str, comments: list[tuple[str, str]] | None
) -> str:
    """Answer on the page of the submission; return the hash that was shown there."""
    address = await _confirmed(browser, browser.page.link(_WORKSPACE) or "")
    say = next(one for one in browser.page.forms if one.ident == "say")
    seen = say.find("shown")
    if seen is None:
        raise UnexpectedPage("the page does not name what was seen")
    if comments is None:
        await browser.submit(browser.form(f"{address}/{answer}"))
        return seen.value
    for target, words in comments:
        place = next((one.name for one in say.controls if one.name.endswith(target)), None)
        if place is None:
            raise UnexpectedPage(f"the page offers no remark on {target}")
        say.fill(place, words)
    await browser.submit(say, next(one for one in say.buttons if one.action.endswith(answer)))
    return seen.value


async def _confirmed(browser: Browser, link: str) -> str:
    """Open a submission, with a code first if its page asks for one. Return its address without conditions."""
    await browser.open(link)
    code = browser.page.link("/desk/confirm?next=")
    if code is not None:
        await browser.open(code)
    return link.partition("?")[0]


def _remark(form: Form, comments: list[tuple[str, str]]) -> None:
    for place, (target, words) in enumerate(comments):
        choices = [item for item in form.controls if item.name == "at"][place].options
        value = next((value for value, _ in choices if value.endswith(target)), None)
        if value is None:
            raise UnexpectedPage(f"the page offers no remark on {target}")
        form.fill_nth("at", place, value)
        form.fill_nth("text", place, words)


def _button(form: Form, value: str) -> Button:
    for button in form.buttons:
        if button.value == value:
            return button
    raise UnexpectedPage(f"no button {value!r}, only {[item.text for item in form.buttons]}")


def _choose(form: Form, name: str, words: str) -> None:
    control = form.find(name)
    options = control.options if control else []
    value = next((value for value, text in options if text.startswith(words)), None)
    if value is None:
        raise UnexpectedPage(f"{name} offers no {words!r}, only {[text for _, text in options]}")
    form.fill(name, value)


def confirmation(browser: Browser) -> Form:
    """Return the form that asks for confirmation. Without one, raise the page's text as error."""
    for form in browser.page.forms:
        if "confirm" in form.css_class:
            return form
    raise UnexpectedPage(f"the page asks for no confirmation: {browser.page.text[:600]}")
