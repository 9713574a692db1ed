"""Approving an inspection from its page, as a supervisor does."""

from deploy.demo import desk
from deploy.demo.browser import Browser, UnexpectedPage
from deploy.demo.pages import Form


async def approve(browser: Browser, inspection_id: str) -> str:
    """Approve the revision that the page shows; return its hash."""
    await browser.open(f"/desk/inspections/{inspection_id}")
    await browser.follow("/approve?")
    form = desk.confirmation(browser)
    revision = _revision(form)
    await browser.submit(form)
    return revision


def _revision(form: Form) -> str:
    control = form.find("revision")
    if control is None:
        raise UnexpectedPage("the form does not name the revision that was seen")
    return control.value
