"""Papers of records signed by hand: the scan is sent, and a second person compares it."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.documents.record_papers.page import read
from admin_ui.documents.record_papers.paths import LIST, address
from admin_ui.shell.confirming import confirming
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan import comparing
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import DomainError, NotFound
from backend.documents.record_papers import service as papers
from schemas.documents.record_papers import RecordPaperState

_PAPER = f"{LIST}/{{document_id:uuid}}"


async def _scan_page(
    request: AnyRequest, document_id: UUID, *, status: int = 200, wrong: str = ""
) -> Response[str]:
    view = await read(request, document_id)
    return page(
        request,
        "documents/record_papers/scan.html",
        status=status,
        view=view,
        first=view.row.state is RecordPaperState.PRINTED,
        wrong=wrong,
    )


@get(f"{_PAPER}/scan", include_in_schema=False)
async def ask_scan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Ask for the scan, and say what follows from sending it. Raises NotFound."""
    if (await read(request, document_id)).may_scan:
        confirming.require(request)  # now: the page of the code cannot carry a file
    return await _scan_page(request, document_id)


@post(f"{_PAPER}/scan", include_in_schema=False, request_max_body_size=MOST_BODY)
async def send_scan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Store the scan, read it back, and put the paper in force. Raises NotFound, Unavailable."""
    view = await read(request, document_id)
    if not view.may_scan:  # refuse before storing 20 MB in vain
        said = say(language_of(request), "byhand.not_now")
        return await _scan_page(request, document_id, status=409, wrong=said)
    confirming.require(request)  # the first scan puts the paper in force
    try:
        data = await read_scan(request)
        await papers.take_scan(document_id, data, actor_of(request))
    except DomainError as error:
        if error.status not in (409, 422, 503):
            raise
        said = told(request, error)
        return await _scan_page(request, document_id, status=error.status, wrong=said)
    return Redirect(f"{address(document_id)}?done=scanned", status_code=303)


async def _compare_page(
    request: AnyRequest,
    document_id: UUID,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    view = await read(request, document_id)
    if view.scan_id is None:
        raise NotFound(what="scan")
    return comparing.compare_page(
        request,
        "documents/record_papers/compare.html",
        status=status,
        view=view,
        wrong=wrong,
        errors=errors,
    )


@get(f"{_PAPER}/compare", include_in_schema=False)
async def ask_compare(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Show what was printed and its scan, side by side. Raises NotFound."""
    confirming.require(request)
    return await _compare_page(request, document_id)


@post(f"{_PAPER}/compare", include_in_schema=False)
async def compare(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Record whether a second person finds the scan to agree with what was printed. Raises NotFound."""
    actor = actor_of(request)
    return await comparing.compared(
        request,
        partial(_compare_page, request, document_id),
        lambda sha256, agrees, how: papers.compare(document_id, sha256, agrees, how, actor),
        address(document_id),
    )


@get(f"{_PAPER}/scan/shown", include_in_schema=False)
async def shown_scan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Send the current scan, for the comparison page. The reading is recorded. Raises NotFound."""
    async with transaction():
        scan, data, _ = await papers.scan_of(document_id, actor_of(request), address_of(request))
    return comparing.shown(data, scan.media_type, "scan")


HANDLERS = [ask_scan, send_scan, ask_compare, compare, shown_scan]
