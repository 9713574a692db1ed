"""A form that was recorded already, sent again: it is answered with what it made, and does nothing.

For handlers with `opt=ONCE`, whose forms bear `forms.once()`. The same form is the same id, address and fields: a page
that the browser gives back from its memory bears the old id, and what is typed into it anew is meant.
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
_PAGES = {RecordKind.INSPECTION: "/desk/inspections/{}", RecordKind.CASE: "/desk/cases/{}"}


async def answer_again(request: AnyRequest) -> Response[Any] | None:
    """Show what the first sending made; None where there was none. Raises SentAlready where that has no page."""
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
    if (place := _PAGES.get(made.kind)) is None:
        raise SentAlready
    return Redirect(f"{place.format(made.id)}?done=already", status_code=303)


@get(_SENT + "/{form:uuid}", include_in_schema=False)
async def show_sent(
    request: AnyRequest, form: FromPath[UUID], what: FromQuery[str]
) -> Response[Any]:
    """What one's form made that was sent as `what`. Raises SentAlready where that has no page, NotFound."""
    shown = await _shown(submissions.ids_of(form, actor_of(request).officer_id, what))
    if shown is None:
        raise NotFound(what="form")
    return shown


def to_sent(request: AnyRequest, error: SentAlready) -> Response[Any]:
    """Two presses of one button: the first ended while the second was at work. Its record is shown, not a problem."""
    form, what = request.state.get(FIELD) or (None, "")
    if form is None:
        return domain_problem(request, error)
    return Redirect(f"{_SENT}/{form}?{urlencode({'what': what})}", status_code=303)


async def _form_of(request: AnyRequest) -> tuple[UUID | None, str]:
    """The form's id, and what was sent: the address, and a hash of the fields.

    Of several ids the last: in front of it may stand that of a page which carried the form.
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
