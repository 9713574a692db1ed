"""What the pages of the own account share: the browser's address, and an error that the page itself shows."""

from admin_ui.shell.render import AnyRequest, language_of
from backend.core import refusing
from backend.core.errors import DomainError


def address_of(request: AnyRequest) -> str:
    """Return the address of the browser, as the server sees it; empty if a proxy gave none."""
    return request.client.host if request.client else ""


def said(request: AnyRequest, error: DomainError) -> tuple[int, str]:
    """Return status and sentence for a page that shows the error itself.

    A used code is 401 elsewhere; here the session goes on.
    """
    refusing.answer(error.problem_code)
    status = 422 if error.status == 401 else error.status
    return status, str(getattr(error.text, language_of(request)))
