"""The clerk enters to whom a signed paper of a record went, how and when."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.documents.record_papers.paths import LIST, address
from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.documents.record_papers import service as papers
from backend.ledger.service import Refused
from schemas.core.problems import Text
from schemas.documents.record_papers import RecordPaperDispatched, RecordPaperView

_PAPER = f"{LIST}/{{document_id:uuid}}/dispatch"
MANNERS = ("direct", "post", "electronic", "posted")
MOST = 200


async def _read(request: AnyRequest, document_id: UUID) -> tuple[RecordPaperView, Text | None]:
    """Return a paper, and why it does not go out now. Raises NotFound, NotAllowed."""
    actor = actor_of(request)
    async with transaction():
        against = await papers.against_dispatch(document_id, actor)
        return await papers.read(document_id, actor, address_of(request)), against


def _page(
    request: AnyRequest,
    seen: tuple[RecordPaperView, Text | None],
    form: Form,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    language, (view, against) = language_of(request), seen
    return page(
        request,
        "documents/record_papers/dispatch.html",
        status=status,
        view=view,
        form=form,
        against=getattr(against, language) if against else "",
        manners=[(one, say(language, f"rpaper.manner_{one}")) for one in MANNERS],
        wrong=wrong,
        errors=errors or {},
    )


@get(_PAPER, include_in_schema=False)
async def ask_dispatch(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Ask to whom, how and when the paper went out. Raises NotFound, NotAllowed."""
    seen = await _read(request, document_id)
    today, line = clock.today().isoformat(), seen[0].secret_recipient or ""
    opened = {"sent_on": [today], "manner": ["direct"], "recipients": [line]}
    return _page(request, seen, Form(opened))


@post(_PAPER, opt=ONCE, include_in_schema=False)
async def dispatch(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Enter the lines of the dispatch list. Raises NotFound, NotAllowed."""
    seen, form, language = (
        await _read(request, document_id),
        await read_form(request),
        language_of(request),
    )
    given, errors = _given(document_id, form, seen[0].row.issued_on, language)
    if given is None:
        return _page(request, seen, form, status=422, errors=errors)
    async with transaction():
        outcome = await papers.dispatch(given, actor_of(request))
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return _page(request, seen, form, status=409, wrong=said)
    return Redirect(f"{address(document_id)}?done=dispatched", status_code=303)


def _given(
    document_id: UUID, form: Form, issued_on: date | None, language: str
) -> tuple[RecordPaperDispatched | None, dict[str, str]]:
    """Return what was typed, or by field what is wrong with it."""
    recipients = [one.strip() for one in form.text("recipients").splitlines() if one.strip()]
    sent_on = typed.day_or_none(form.text("sent_on"))
    on_time = sent_on is not None and (issued_on or sent_on) <= sent_on <= clock.today()
    checks = {
        "sent_on": on_time,
        "manner": form.text("manner") in MANNERS,
        "recipients": 1 <= len(recipients) <= MOST
        and all(2 <= len(one) <= 300 for one in recipients),
        "note": len(form.text("note")) <= 500,
    }
    errors = {
        name: say(language, f"rpaper.wrong_{name}") for name, right in checks.items() if not right
    }
    if errors:
        return None, errors
    same = {"manner": form.text("manner"), "sent_on": sent_on, "note": form.text("note") or None}
    content = {
        "document_id": document_id,
        "sent": [{"recipient": one, **same} for one in recipients],
    }
    return msgspec.convert(content, RecordPaperDispatched), {}


HANDLERS = [ask_dispatch, dispatch]
