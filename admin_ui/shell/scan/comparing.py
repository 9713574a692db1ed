"""Comparing a scan with what was printed: the second person's answer, and the files of that page.

The page is comparing.html; each group gives the paper and records the comparison.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.headers import SHOWN_BY_US, framed
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.ledger.service import Outcome, Refused

Again = Callable[..., Awaitable[Response[Any]]]
"""Shows the page of the comparison again: `status`, and `wrong` or `errors`."""
Record = Callable[[str, bool, str | None], Awaitable[Outcome]]
"""Records the comparison: the scan's hash, whether it agrees, and how it differs if not."""


def compare_page(request: AnyRequest, template: str, **context: Any) -> Response[str]:
    """Render a page that shows both files in frames."""
    context["errors"] = context.get("errors") or {}
    answer = page(request, template, **context)
    answer.headers.update(framed())
    return answer


async def compared(
    request: AnyRequest, again: Again, record: Record, address: str
) -> Response[Any]:
    """Record whether a second person finds the scan to agree with what was printed.

    `address` is the paper's page. Opens its transaction itself. Raises what `record` raises.
    """
    confirming.require(request)
    form, language = await read_form(request), language_of(request)
    agrees, reason = form.text("step") == "agrees", form.text("reason")
    errors = {}
    if not form.ticked("looked"):
        errors["looked"] = say(language, "byhand.looked_needed")
    if not agrees and not 3 <= len(reason) <= 2000:
        errors["reason"] = say(language, "paper.reason_needed")
    if errors:
        return await again(status=422, errors=errors)
    async with transaction():
        outcome = await record(form.text("sha256"), agrees, None if agrees else reason)
    if isinstance(outcome, Refused):
        return await again(status=409, wrong=getattr(outcome.text, language))
    return Redirect(f"{address}?done=compared", status_code=303)


def shown(data: bytes, media_type: str, name: str) -> Response[bytes]:
    """Return a file for a frame of our own page.

    The media type is one of those that no browser runs as a page, and the policy of the answer lets
    it load and run nothing.
    """
    headers = {**SHOWN_BY_US, "content-disposition": f'inline; filename="{name}"'}
    return Response(data, media_type=media_type, headers=headers)
