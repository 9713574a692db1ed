"""Papers of records: the list of what waits, a paper, its preview, its files, its signature."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery

from admin_ui.documents.lines import grouped, lines
from admin_ui.documents.paper_pages import files, signing
from admin_ui.documents.record_papers import beside, editing, filled, listed
from admin_ui.documents.record_papers.paths import LIST, record_address
from admin_ui.shell import reasons
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from backend.core import clock
from backend.core.database import at_once, transaction
from backend.documents import service as documents
from backend.documents.record_papers import service as papers
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
    view = await read(request, document_id)
    return await _shown(request, view, status=status, done=done, wrong=wrong, errors=errors)


async def _shown(
    request: AnyRequest,
    view: RecordPaperView,
    *,
    status: int = 200,
    done: str = "",
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    document_id, language = view.row.id, language_of(request)
    schema = documents.get_form(view.row.form, view.form_version)
    async with transaction(), at_once() as ask:
        signs = view.may_sign
        waiting = ask(papers.outside.waiting(document_id, actor_of(request))) if signs else None
        standing = ask(beside.of(request, view))
    return page(
        request,
        "documents/record_papers/paper.html",
        status=status,
        view=view,
        beside=standing.result(),
        back=record_address(view.row.record_kind, view.row.record_id)
        if view.record_opens
        else LIST,
        symbol=documents.symbol(schema, view.fields),
        groups=grouped(lines(filled.single(schema), view.fields, language)),
        filled=filled.parts(schema, view.fields, language),
        prepared=waiting.result() if waiting else None,
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
    return page(
        request,
        "documents/record_papers/list.html",
        list=listed.listing(rows, language_of(request), clock.now()),
        kept=kept,
    )


@get(_PAPER, include_in_schema=False)
async def paper(
    request: AnyRequest, document_id: FromPath[UUID], done: FromQuery[str] = ""
) -> Response[str]:
    """Show the editor of a draft if the reader may rewrite it, else the paper. Raises NotFound."""
    view = await read(request, document_id)
    if view.may_edit:
        said = f"rpaper.done_{done}" if done in DONE else ""
        return await editing.editor(request, view, view.fields, done=said)
    return await _shown(request, view, done=done)


@post(f"{_PAPER}/sign", include_in_schema=False)
async def sign(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Number, lay out, sign and store the content that the form names by its hash, print it, or
    prepare it to be signed elsewhere. Raises NotFound, NotAllowed.
    """
    how, actor = await signing.chosen(request, await read_form(request)), actor_of(request)
    await read(request, document_id)
    if errors := how.errors(request):
        return await show(request, document_id, status=422, errors=errors)
    return await signing.signed(
        request,
        (LIST, document_id),
        how,
        papers,
        (
            lambda: papers.sign(document_id, how.fields_hash, how.passphrase, actor),
            lambda: papers.outside.prepare(document_id, how.fields_hash, actor),
        ),
        partial(show, request, document_id),
    )


HANDLERS = [
    listing,
    paper,
    *files.handlers(LIST, papers, "paper.pdf"),
    sign,
    reasons.handler(LIST, "reopen", "reopened", show, papers.reopen),
    reasons.handler(LIST, "discard", "discarded", show, papers.discard),
]
