"""Answers a form that was recorded already with what it made, and records nothing again.

For handlers with `opt=ONCE`, whose forms contain `forms.once()`. A form counts as sent again if its
id, address and fields are the same. The id alone does not suffice: a page restored from the
browser's memory still has the old id, but new text typed into it is meant to be recorded.
"""

import hashlib
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.shell.problems import domain_problem
from admin_ui.shell.render import AnyRequest, actor_of
from backend.core import submissions
from backend.core.errors import NotFound
from backend.core.submissions import SentAlready
from backend.ledger import reading as ledger_reading
from schemas.core.vocabulary import RecordKind

ONCE = {"once": True}
FIELD = "once"
_SENT = "/desk/sent"
_PAPER = "/desk/decisions/of/{}"
"""Leads to the last paper of a record, which may have no inspection yet."""
_PAGES = {
    RecordKind.INSPECTION: "/desk/inspections/{}",
    RecordKind.CASE: "/desk/cases/{}",
    RecordKind.PLAN: "/desk/plans/{}",
    RecordKind.INFORMATION: "/desk/informations/{}",
    RecordKind.DIARY: "/desk/diary/{}/note",
}


async def answer_again(request: AnyRequest) -> Response[Any] | None:
    """Show what the first sending recorded; None if this is the first.

    Raises SentAlready if its record has no page.
    """
    submissions.forget()
    if request.method in ("GET", "HEAD") or not request.route_handler.opt.get(FIELD):
        return None
    form, what = await _form_of(request)
    ids = submissions.begin(form, request.state["actor"].officer_id, what)
    request.state[FIELD] = (form, what)
    return await _shown(ids)


async def _shown(ids: list[UUID]) -> Response[Any] | None:
    made = await ledger_reading.first_of(ids) if ids else None
    if made is None:
        return None
    record, act_type = made
    place = _PAPER if act_type.startswith("paper.") else _PAGES.get(record.kind)
    if place is None:
        raise SentAlready
    return Redirect(f"{place.format(record.id)}?done=already", status_code=303)


@get(_SENT + "/{form:uuid}", include_in_schema=False)
async def show_sent(
    request: AnyRequest, form: FromPath[UUID], what: FromQuery[str]
) -> Response[Any]:
    """Show what the reader's form recorded when it was sent as `what`. Raises SentAlready, NotFound."""
    shown = await _shown(submissions.ids_of(form, actor_of(request).officer_id, what))
    if shown is None:
        raise NotFound(what="form")
    return shown


def to_sent(request: AnyRequest, error: SentAlready) -> Response[Any]:
    """Show the first record, not a problem, if a second press of the button overlapped with the first."""
    form, what = request.state.get(FIELD) or (None, "")
    if form is None:
        return domain_problem(request, error)
    return Redirect(f"{_SENT}/{form}?{urlencode({'what': what})}", status_code=303)


async def _form_of(request: AnyRequest) -> tuple[UUID | None, str]:
    """Return the form's id, and what was sent: the address and a hash of the fields.

    If there are several ids, the last one counts: a page that carried the form may put its own
    before it.
    """
    sent = (await request.form()).multi_items()
    fields = [(n, value.replace("\r\n", "\n")) for n, value in sent if isinstance(value, str)]
    typed = sorted(field for field in fields if field[0] not in (FIELD, "csrf_token"))
    what = f"{request.url.path} {hashlib.sha256(urlencode(typed).encode()).hexdigest()}"
    named = [value for name, value in fields if name == FIELD]
    try:
        return (UUID(named[-1]) if named else None), what
    except ValueError:
        return None, what
