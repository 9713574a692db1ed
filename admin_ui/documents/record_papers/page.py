"""Papers of records: the list of what waits, a paper, its preview, its files, its signature."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.documents.lines import lines
from admin_ui.documents.paper_pages import files
from admin_ui.documents.record_papers import editing
from admin_ui.documents.record_papers.paths import LIST, address, record_address
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed
from backend.documents import service as documents
from backend.documents.record_papers import service as papers
from backend.force.accounts import service as accounts
from backend.ledger.service import Outcome, Refused
from schemas.documents.record_papers import RecordPaperView

_PAPER = f"{LIST}/{{document_id:uuid}}"
DONE = frozenset(
    {
        *("begun", "saved", "final", "reopened", "signed", "printed", "scanned", "compared"),
        *("discarded", "given_up", "sealed", "dispatched"),
    }
)


async def read(request: AnyRequest, document_id: UUID) -> RecordPaperView:
    """Return a paper in sight; the reading is recorded. Raises NotFound."""
    async with transaction():
        return await papers.read(document_id, actor_of(request), address_of(request))


async def show(
    request: AnyRequest,
    document_id: UUID,
    *,
    status: int = 200,
    done: str = "",
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    """Show a paper that is no draft, or not this reader's to edit. Raises NotFound."""
    view, language = await read(request, document_id), language_of(request)
    schema = documents.get_form(view.row.form, view.form_version)
    asked, listed = editing.asked_of(schema), editing.from_record(schema, view.fields, language)
    prepared = None
    if view.may_sign:
        prepared = await papers.outside.waiting(document_id, actor_of(request))
    return page(
        request,
        "documents/record_papers/paper.html",
        status=status,
        view=view,
        back=record_address(view.row.record_kind, view.row.record_id),
        symbol=documents.symbol(schema, view.fields),
        lines=lines(asked, view.fields, language),
        listed=listed,
        prepared=prepared,
        done=f"rpaper.done_{done}" if done in DONE else "",
        wrong=wrong,
        errors=errors or {},
    )


@get(LIST, include_in_schema=False)
async def listing(request: AnyRequest) -> Response[str]:
    """List the papers in sight that wait for somebody. Raises NotAllowed."""
    actor = actor_of(request)
    async with transaction():
        rows, kept = await papers.waiting(actor), await papers.kept(actor)
    return page(request, "documents/record_papers/list.html", rows=rows, kept=kept)


@get(_PAPER, include_in_schema=False)
async def paper(
    request: AnyRequest, document_id: FromPath[UUID], done: FromQuery[str] = ""
) -> Response[str]:
    """Show the editor of a draft if the reader may rewrite it, else the paper. Raises NotFound."""
    view = await read(request, document_id)
    if view.may_edit:
        said = f"rpaper.done_{done}" if done in DONE else ""
        return editing.editor(request, view, view.fields, done=said)
    return await show(request, document_id, done=done)


@post(f"{_PAPER}/sign", include_in_schema=False)
async def sign(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Number, lay out, sign and store the content that the form names by its hash, print it, or
    prepare it to be signed elsewhere. Raises NotFound, NotAllowed.
    """
    form, actor = await read_form(request), actor_of(request)
    by_hand, elsewhere = form.text("by_hand") == "yes", form.text("outside") == "prepare"
    await read(request, document_id)
    passphrase = None if by_hand or elsewhere else await as_typed(request, "passphrase")
    if passphrase == "":
        said = say(language_of(request), "paper.passphrase_needed")
        return await show(request, document_id, status=422, errors={"passphrase": said})
    if passphrase is None:
        # The passphrase of the officer's key is a second factor; a mere button is not.
        confirming.require(request)
    fields_hash = form.text("fields_hash")
    try:
        if elsewhere:
            await papers.outside.prepare(document_id, fields_hash, actor)
            return Redirect(f"{address(document_id)}/outside", status_code=303)
        await papers.sign(document_id, fields_hash, passphrase, actor)
    except NotAllowed:
        raise
    except DomainError as error:
        if error.status not in (403, 409, 422, 429, 503):
            raise
        if await papers.laid_out_so(document_id, fields_hash, actor):
            return Redirect(f"{address(document_id)}?done=signed", status_code=303)
        return await show(request, document_id, status=error.status, wrong=told(request, error))
    if passphrase is not None:
        await accounts.confirmed_by_key(actor)
    done = "printed" if by_hand else "signed"
    return Redirect(f"{address(document_id)}?done={done}", status_code=303)


async def _with_reason(
    request: AnyRequest, document_id: UUID, outcome: Outcome, done: str
) -> Response[Any]:
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await show(request, document_id, status=409, wrong=said)
    return Redirect(f"{address(document_id)}?done={done}", status_code=303)


async def _reason(request: AnyRequest) -> tuple[str, dict[str, str]]:
    reason = (await read_form(request)).text("reason")
    if 3 <= len(reason) <= 2000:
        return reason, {}
    return reason, {"reason": say(language_of(request), "paper.reason_needed")}


@post(f"{_PAPER}/reopen", include_in_schema=False)
async def reopen(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Make a finalised paper a draft again, with the reason. Raises NotFound."""
    reason, errors = await _reason(request)
    if errors:
        return await show(request, document_id, status=422, errors=errors)
    async with transaction():
        outcome = await papers.reopen(document_id, reason, actor_of(request))
    return await _with_reason(request, document_id, outcome, "reopened")


@post(f"{_PAPER}/discard", include_in_schema=False)
async def discard(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Give the paper up before it is in force, with the reason. Raises NotFound."""
    reason, errors = await _reason(request)
    if errors:
        return await show(request, document_id, status=422, errors=errors)
    async with transaction():
        outcome = await papers.discard(document_id, reason, actor_of(request))
    return await _with_reason(request, document_id, outcome, "discarded")


HANDLERS = [
    listing,
    paper,
    *files.handlers(LIST, papers, "paper.pdf"),
    sign,
    reopen,
    discard,
]
