"""A paper that people hold and the register lacks: entered under its own number and date.

A restore lost it, or it was signed on paper in an outage.
"""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.issued_documents import paper_page
from admin_ui.casework.issued_documents.page import address
from admin_ui.shell import typed
from admin_ui.shell.again import again
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.drafting import service as drafting
from backend.casework.issued_documents import service as issued_documents
from backend.core.errors import DomainError, NotAllowed, NotFound
from backend.force.registers import service as registers
from backend.ledger.service import Refused

_ADDRESS = "/desk/documents/{document_id:uuid}/issued-before"


async def _page(
    request: AnyRequest,
    document_id: UUID,
    form: Form | None = None,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    seen = await paper_page.look(request, document_id, "sign")
    lost = await again.lost()
    aside = await registers.has_open_ranges(actor_of(request).unit.unit_id)
    if not (lost or aside):
        raise NotFound(what="restore")
    if not seen.may_sign:
        raise NotAllowed
    ready = seen.permitted.ready
    return page(
        request,
        "casework/issued_documents/issued_before.html",
        status=status,
        **seen.context(),
        ready=ready,
        lost=lost,
        aside=aside,
        warned=ready and await drafting.warning(document_id, actor_of(request)),
        self_drafted=ready and await drafting.drafted_alone(document_id, actor_of(request)),
        typed={name: form.text(name)[:2000] for name in _FIELDS} if form else {},
        wrong=wrong,
        errors=errors or {},
    )


_FIELDS = ("number", "issued_on", "code", "reason", "alone", "despite")


@get(_ADDRESS, include_in_schema=False)
async def ask(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Ask for the number and date on the signed paper.

    Raises NotFound, also if nothing was ever restored and no numbers are set aside; NotAllowed.
    """
    confirming.require(request)
    return await _page(request, document_id)


@post(_ADDRESS, include_in_schema=False)
async def enter(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Enter the paper again; it then waits for its scan and comparison. Raises NotFound, NotAllowed."""
    confirming.require(request)
    form, language = await read_form(request), language_of(request)
    reader = Reader(form, partial(say, language))
    number = reader.text("number", say(language, "paper.number_label"), most=60, required=True)
    day = reader.day("issued_on", say(language, "restores.day"))
    code = reader.text("code", say(language, "restores.code"), most=100)
    reason = reader.text(
        "reason",
        say(language, "unknown.reason"),
        least=typed.LEAST_REASON,
        most=2000,
        required=True,
    )
    despite = reader.text("despite", say(language, "paper.despite"), most=2000)
    alone = reader.text("alone", say(language, "paper.alone"), most=2000)
    if reader.errors or day is None:
        return await _page(request, document_id, form, status=422, errors=reader.errors)
    borne = issued_documents.Borne(number=number, issued_on=day, code=code, reason=reason)
    try:
        outcome = await drafting.reissue(
            document_id,
            form.text("fields_hash"),
            borne,
            actor_of(request),
            alone=alone,
            despite=despite,
        )
    except NotAllowed:
        raise
    except DomainError as error:
        if error.status not in (409, 422, 503):
            raise
        said = told(request, error)
        return await _page(request, document_id, form, status=error.status, wrong=said)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _page(request, document_id, form, status=409, wrong=said)
    return Redirect(f"{address(document_id)}?done=again", status_code=303)


HANDLERS = [ask, enter]
