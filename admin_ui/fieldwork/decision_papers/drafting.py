"""Drafting a decision: the form of an inspection decision, saved as a paper to be signed."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.inspection_decisions import decision_form
from admin_ui.fieldwork.inspection_decisions.party_chosen import (
    by_field,
    candidates_of,
    chosen,
    form_page,
)
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of
from admin_ui.shell.submissions import ONCE
from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.ledger.service import Refused

LIST = "/desk/decisions"
_NEW = f"{LIST}/new"


def address(document_id: UUID) -> str:
    """Return the URL of a paper's page."""
    return f"{LIST}/{document_id}"


@get(_NEW, include_in_schema=False)
async def new_draft(request: AnyRequest) -> Response[str]:
    """Show the form as it opens."""
    return await _form_page(request, decision_form.empty(clock.today()), {}, None)


@post(_NEW, opt=ONCE, include_in_schema=False)
async def save_new(request: AnyRequest) -> Response[Any]:
    """Search the register, or save the draft, depending on the button."""
    return await _taken(request, None)


@get(f"{LIST}/{{document_id:uuid}}/edit", include_in_schema=False)
async def edit(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Show the form filled from the draft, with what speaks against signing it. Raises NotFound."""
    view = await _draft(request, document_id)
    if not view.may_edit or view.order is None:  # a change is drafted anew, from its inspection
        return Redirect(address(document_id), status_code=303)
    said = by_field(view.faults, language_of(request))
    form = decision_form.of_order(view.order)
    return await _form_page(request, form, said, document_id, status=200)


@post(f"{LIST}/{{document_id:uuid}}/edit", opt=ONCE, include_in_schema=False)
async def save(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Do the same as save_new() for a draft that exists. Raises NotFound."""
    view = await _draft(request, document_id)
    if not view.may_edit or view.order is None:
        return Redirect(address(document_id), status_code=303)
    return await _taken(request, document_id)


async def _draft(request: AnyRequest, document_id: UUID) -> Any:
    async with transaction():
        return await papers.read(document_id, actor_of(request), address_of(request))


async def _taken(request: AnyRequest, document_id: UUID | None) -> Response[Any]:
    form, actor = await read_form(request), actor_of(request)
    if form.text("step") == "find":
        return await _form_page(request, form, {}, document_id)
    language = language_of(request)
    async with transaction():
        candidates = await candidates_of(request)
        order, errors = decision_form.read(form, await chosen(form, actor), language, candidates)
    if order is None or errors:
        return await _form_page(request, form, errors, document_id)
    async with transaction():
        saved, outcome = await papers.draft(order, actor, document_id)
    if isinstance(outcome, Refused):
        async with transaction():
            faults = await papers.faults(order, actor)
        wrong = by_field(faults, language) or {"issuer": getattr(outcome.text, language)}
        return await _form_page(request, form, wrong, document_id)
    return Redirect(f"{address(saved)}?done=saved", status_code=303)


async def _form_page(
    request: AnyRequest,
    form: Form,
    errors: dict[str, str],
    document_id: UUID | None,
    status: int | None = None,
) -> Response[str]:
    return await form_page(
        request,
        form,
        errors,
        status=status,
        again=False,
        proposing=False,
        back=address(document_id) if document_id else LIST,
        lost=[],
        address=f"{address(document_id)}/edit" if document_id else _NEW,
    )


HANDLERS = [new_draft, save_new, edit, save]
