"""Papers that are signed by hand: the waiting list, sending a scan, comparing it with what was printed."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.casework.hand_signed import lines
from admin_ui.casework.issued_documents import paper_page
from admin_ui.casework.issued_documents.page import address
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.formats import number
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan import comparing
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.casework.drafting import service as drafting
from backend.casework.issued_documents import scans
from backend.casework.issued_documents import service as issued_documents
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import DomainError, NotFound
from backend.ledger.service import Refused

_PAPER = "/desk/documents/{document_id:uuid}"


@get("/desk/by-hand", include_in_schema=False)
async def by_hand(request: AnyRequest, after: FromQuery[str] = "") -> Response[str]:
    """List the papers in sight that wait for a scan or for comparison, oldest first."""
    language = language_of(request)
    found = await drafting.by_hand.waiting(actor_of(request), after or None)
    place = Place("/desk/by-hand", {}, after=after)
    counts = [
        f"{number(found.counts[hand], language)} {say(language, f'byhand.count_{hand}')}"
        for hand in ("printed", "waits", "older")
        if found.counts.get(hand)
    ]
    return page(
        request,
        "casework/hand_signed/list.html",
        list=Listing(
            caption=say(language, "byhand.title"),
            heading=say(language, "byhand.paper"),
            columns=lines.columns(language),
            lines=lines.lines(found.rows, language, clock.now(), place),
            empty=Empty(
                say(language, "byhand.none"), "/desk/decisions", say(language, "qdkt.title")
            ),
            total=" · ".join(counts),
            first=place.first,
            following=place.following(found.next),
            taken="list=by_hand",
        ),
    )


async def _scan_page(
    request: AnyRequest, document_id: UUID, *, status: int = 200, wrong: str = ""
) -> Response[str]:
    async with transaction():
        standing = await drafting.by_hand.standing(document_id, actor_of(request))
        return await _scan_page_of(request, document_id, standing, status=status, wrong=wrong)


async def _scan_page_of(
    request: AnyRequest,
    document_id: UUID,
    standing: drafting.by_hand.Standing,
    *,
    status: int = 200,
    wrong: str = "",
) -> Response[str]:
    """Show the page to a reader of whom it is known what they may do, in the transaction that read it."""
    seen = await paper_page.look_in(request, document_id)
    enters = standing.may_enter and not standing.may_replace
    return page(
        request,
        "casework/hand_signed/scan.html",
        status=status,
        **seen.context(),
        standing=standing,
        elsewhere=await paper_page.decided_elsewhere(seen) if enters else [],
        gain=await paper_page.gain_kept(seen) if enters else 0,
        wrong=wrong,
    )


@get(f"{_PAPER}/scan", include_in_schema=False)
async def ask_scan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Ask for the scan, and say what follows from sending it. Raises NotFound."""
    async with transaction():
        standing = await drafting.by_hand.standing(document_id, actor_of(request))
        if standing.may_enter and standing.may_scan:
            confirming.require(request)  # now: the page of the code cannot carry a file
        return await _scan_page_of(request, document_id, standing)


@post(f"{_PAPER}/scan", include_in_schema=False, request_max_body_size=MOST_BODY)
async def send_scan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Store the scan, read it back, and put the paper in force. Raises NotFound, Unavailable."""
    actor, language = actor_of(request), language_of(request)
    standing = await drafting.by_hand.standing(document_id, actor)
    if not (standing.may_scan or standing.may_replace):  # refuse before storing 20 MB in vain
        said = say(language, "byhand.not_now")
        return await _scan_page(request, document_id, status=409, wrong=said)
    asked = await request.form()
    choices = None
    if standing.may_enter and standing.may_scan and asked.get("enter") == "yes":
        confirming.require(request)  # entering a decision with its scan is deciding
        choices = drafting.Choices(
            publish=asked.get("publish") == "yes",
            twice=typed.reason(str(asked.get("twice") or "")),
            gain_kept=typed.reason(str(asked.get("gain_kept") or "")),
        )
    try:
        outcome = await drafting.by_hand.take_scan(
            document_id, await read_scan(request), actor, choices
        )
    except DomainError as error:
        if error.status not in (409, 422, 503):
            raise
        said = told(request, error)
        return await _scan_page(request, document_id, status=error.status, wrong=said)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _scan_page(request, document_id, status=409, wrong=said)
    return Redirect(
        f"{address(document_id)}?done={'scanned' if standing.may_scan else 'replaced'}",
        status_code=303,
    )


async def _compare_page(
    request: AnyRequest,
    document_id: UUID,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    seen = await paper_page.look(request, document_id)
    if seen.paper.scan_id is None:
        raise NotFound(what="scan")
    actor = actor_of(request)
    standing = await drafting.by_hand.standing(document_id, actor)
    scan = await scans.find(seen.paper.scan_id, actor)
    return comparing.compare_page(
        request,
        "casework/hand_signed/compare.html",
        status=status,
        **seen.context(),
        standing=standing,
        scan=scan,
        wrong=wrong,
        errors=errors,
    )


@get(f"{_PAPER}/printed.pdf", include_in_schema=False)
async def printed(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Send what was printed, for the comparison page. The reading is recorded. Raises NotFound."""
    actor = actor_of(request)
    seen = await paper_page.look(request, document_id)
    if not seen.permitted.see_print:
        raise NotFound(what="document")
    async with transaction():
        data, _ = await issued_documents.pdf(document_id, actor, address_of(request))
    return comparing.shown(data, "application/pdf", "printed.pdf")


async def _scan_of(request: AnyRequest, document_id: UUID) -> tuple[comparing.Scan, bytes, str]:
    seen = await paper_page.look(request, document_id)
    if seen.paper.scan_id is None:
        raise NotFound(what="scan")
    async with transaction():
        return await scans.read(seen.paper.scan_id, actor_of(request), address_of(request))


HANDLERS = [
    by_hand,
    ask_scan,
    send_scan,
    *comparing.handlers("/desk/documents", _compare_page, drafting.by_hand.compare, _scan_of),
    printed,
]
