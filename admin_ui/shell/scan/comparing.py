"""Comparing a scan with what was printed: the second person's answer, and the files of that page.

    HANDLERS = comparing.handlers("/desk/papers", show, papers.compare, scan)

The parts of the page are in comparing.html; each group shows the paper and records the comparison.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.headers import SHOWN_BY_US, framed
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.ledger.service import Outcome, Refused

Again = Callable[..., Awaitable[Response[Any]]]
"""Shows the page of the comparison again: `status`, and `wrong` or `errors`."""
Record = Callable[[str, bool, str | None], Awaitable[Outcome]]
"""Records the comparison: the scan's hash, whether it agrees, and how it differs if not."""


Show = Callable[..., Awaitable[Response[str]]]
"""Shows the page of the comparison of a paper, by the request and its id. Raises NotFound."""
Compare = Callable[[UUID, str, bool, str | None, Actor], Awaitable[Outcome]]
"""Records the comparison of a paper, in the caller's transaction."""


class Scan(Protocol):
    """What the page needs of a scan."""

    @property
    def media_type(self) -> str:
        """One of those that no browser runs as a page."""


ScanOf = Callable[[AnyRequest, UUID], Awaitable[tuple[Scan, bytes, str]]]
"""Returns the scan that stands for a paper; opens its transaction itself. Raises NotFound."""


def handlers(place: str, show: Show, compare: Compare, scan_of: ScanOf) -> list[HTTPRouteHandler]:
    """Return the handlers below the pages of a group's papers, which are at `place`."""
    path = f"{place}/{{document_id:uuid}}"

    @get(f"{path}/compare", include_in_schema=False)
    async def ask_compare(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
        """Show what was printed and its scan, side by side. Raises NotFound."""
        confirming.require(request)
        return await show(request, document_id)

    @post(f"{path}/compare", include_in_schema=False)
    async def answer(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
        """Record whether a second person finds the scan to agree with the print. Raises NotFound."""
        actor = actor_of(request)
        return await compared(
            request,
            partial(show, request, document_id),
            lambda sha256, agrees, how: compare(document_id, sha256, agrees, how, actor),
            f"{place}/{document_id}",
        )

    @get(f"{path}/scan/shown", include_in_schema=False)
    async def shown_scan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
        """Send the current scan, for the comparison page. The reading is recorded. Raises NotFound."""
        scan, data, _ = await scan_of(request, document_id)
        return shown(data, scan.media_type, "scan")

    return [ask_compare, answer, shown_scan]


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
