"""Numbers that were reserved for a paper but are on no signed paper: to be used by signing, or voided."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.numbers import lines
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.casework.issued_documents import service as issued_documents
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.documents.record_papers import service as record_papers
from backend.fieldwork.decision_papers import service as decisions
from backend.ledger.service import Outcome, Refused


async def _list(
    request: AnyRequest, *, status: int = 200, wrong: str = "", errors: dict[str, str] | None = None
) -> Response[Any]:
    actor, errors = actor_of(request), errors or {}
    rows: list[lines.Kept] = [
        *await issued_documents.kept_numbers(actor),
        *await decisions.kept(actor),
        *await _of_records(actor),
    ]
    named = {name.removeprefix("reason-") for name in errors}
    return page(
        request,
        "force/numbers/numbers.html",
        status=status,
        list=lines.listing(rows, named, language_of(request)),
        wrong=wrong,
        errors=errors,
        done="done" in request.query_params,
    )


async def _of_records(actor: Actor) -> list[record_papers.KeptNumber]:
    async with transaction():
        return await record_papers.kept(actor)


async def _who_voids(
    document_id: UUID, actor: Actor
) -> Callable[[UUID, str, Actor], Awaitable[Outcome]]:
    """Return the service that voids the number of this paper in sight. Raises NotFound."""
    if any(one.document_id == document_id for one in await decisions.kept(actor)):
        return decisions.void_number
    if any(one.document_id == document_id for one in await _of_records(actor)):
        return record_papers.void_number
    await cases.paper(document_id, actor)
    return issued_documents.void_number


@get("/desk/numbers", include_in_schema=False)
async def list_numbers(request: AnyRequest) -> Response[Any]:
    """List the reserved numbers of papers in sight, longest waiting first. Raises NotAllowed."""
    return await _list(request)


@post("/desk/numbers/{document_id:uuid}/void", include_in_schema=False)
async def void_number(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Void the number reserved for this paper for good, with the reason. Raises NotFound."""
    actor, language = actor_of(request), language_of(request)
    voids = await _who_voids(document_id, actor)
    reason = (await read_form(request)).text("reason")
    if not 3 <= len(reason) <= 2000:
        said = say(language, "paper.reason_needed")
        return await _list(request, status=422, errors={f"reason-{document_id}": said})
    async with transaction():
        outcome = await voids(document_id, reason, actor)
    if isinstance(outcome, Refused):
        return await _list(request, status=409, wrong=getattr(outcome.text, language))
    return Redirect("/desk/numbers?done=yes", status_code=303)


HANDLERS = [list_numbers, void_number]
