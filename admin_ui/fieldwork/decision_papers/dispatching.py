"""The clerk enters how a signed decision went out, for the register of outgoing papers."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.decision_papers.drafting import LIST, address
from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.ledger.service import Refused
from schemas.core.problems import Text
from schemas.fieldwork.decision_papers import DecisionPaperView, PaperDispatched

_PAPER = f"{LIST}/{{document_id:uuid}}/dispatch"
MANNERS = ("direct", "post", "electronic")


async def _read(request: AnyRequest, document_id: UUID) -> tuple[DecisionPaperView, Text | None]:
    """Return a paper, and why it does not go out now. Raises NotFound, NotAllowed."""
    actor = actor_of(request)
    against = await papers.against_dispatch(document_id, actor)
    async with transaction():
        return await papers.read(document_id, actor, address_of(request)), against


def _page(
    request: AnyRequest,
    seen: tuple[DecisionPaperView, Text | None],
    form: Form,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    language, (view, against) = language_of(request), seen
    return page(
        request,
        "fieldwork/decision_papers/dispatch.html",
        status=status,
        view=view,
        form=form,
        against=getattr(against, language) if against else "",
        manners=[(one, say(language, f"qdkt.manner_{one}")) for one in MANNERS],
        wrong=wrong,
        errors=errors or {},
    )


@get(_PAPER, include_in_schema=False)
async def ask_dispatch(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Ask to whom and how the paper went out. Raises NotFound, NotAllowed."""
    seen = await _read(request, document_id)
    opened = {"sent_on": [clock.today().isoformat()], "copies": ["1"], "manner": ["direct"]}
    return _page(request, seen, Form(opened))


@post(_PAPER, opt=ONCE, include_in_schema=False)
async def dispatch(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Enter the dispatch. Raises NotFound, NotAllowed."""
    seen, form, language = (
        await _read(request, document_id),
        await read_form(request),
        language_of(request),
    )
    given, errors = _given(document_id, form, language)
    if given is None:
        return _page(request, seen, form, status=422, errors=errors)
    async with transaction():
        outcome = await papers.dispatch(given, actor_of(request))
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return _page(request, seen, form, status=409, wrong=said)
    return Redirect(f"{address(document_id)}?done=dispatched", status_code=303)


def _given(
    document_id: UUID, form: Form, language: str
) -> tuple[PaperDispatched | None, dict[str, str]]:
    """Return what was typed, or by field what is wrong with it."""
    recipients = [one.strip() for one in form.text("recipients").splitlines() if one.strip()]
    sent_on, copies = typed.day_or_none(form.text("sent_on")), form.text("copies")
    digits = copies.isascii() and copies.isdigit() and len(copies) <= 4
    whole = digits and 1 <= int(copies) <= 1000
    checks = {
        "sent_on": sent_on is not None and sent_on <= clock.today(),
        "manner": form.text("manner") in MANNERS,
        "recipients": 1 <= len(recipients) <= 50
        and all(2 <= len(one) <= 300 for one in recipients),
        "copies": whole,
        "dispatch_note": len(form.text("dispatch_note")) <= 500,
    }
    errors = {
        name: say(language, f"qdkt.wrong_{name}") for name, right in checks.items() if not right
    }
    if errors:
        return None, errors
    content = {
        "document_id": document_id,
        "sent_on": sent_on,
        "manner": form.text("manner"),
        "recipients": recipients,
        "copies": int(copies),
        "dispatch_note": form.text("dispatch_note") or None,
    }
    return msgspec.convert(content, PaperDispatched), {}


HANDLERS = [ask_dispatch, dispatch]
