"""A form that was recorded already, sent again: it is answered with what it made, and does nothing.

For handlers with `opt=ONCE`, whose forms bear `forms.once()`.
"""

from typing import Any
from uuid import UUID

from litestar import Response
from litestar.response import Redirect

from admin_ui.render import AnyRequest
from backend import submissions
from backend.ledger import service as ledger
from backend.submissions import SentAlready
from schemas.vocabulary import RecordKind

ONCE = {"once": True}
FIELD = "once"
_PAGES = {RecordKind.INSPECTION: "/desk/inspections/{}", RecordKind.CASE: "/desk/cases/{}"}


async def answer_again(request: AnyRequest) -> Response[Any] | None:
    """Show what the first sending made; None where there was none. Raises SentAlready where that has no page."""
    submissions.forget()
    if request.method in ("GET", "HEAD") or not request.route_handler.opt.get(FIELD):
        return None
    ids = submissions.begin(await _form_id(request), request.state["actor"].officer_id)
    made = await ledger.first_of(ids) if ids else None
    if made is None:
        return None
    if (place := _PAGES.get(made.kind)) is None:
        raise SentAlready
    return Redirect(f"{place.format(made.id)}?done=already", status_code=303)


async def _form_id(request: AnyRequest) -> UUID | None:
    """The last one named: in front of it may stand that of a page which carried the form."""
    sent = await request.form()
    named = [value for name, value in sent.multi_items() if name == FIELD]
    try:
        return UUID(named[-1]) if named and isinstance(named[-1], str) else None
    except ValueError:
        return None
