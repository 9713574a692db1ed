"""From an information to an inspection: the proposal that opens a case, filled in, or the head's order to write one."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.acts.index import OPENINGS
from admin_ui.intake.relating.page import not_now, view_of
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as decision_papers
from backend.intake.informations import service as informations
from backend.ledger.service import Refused
from schemas.intake import acts
from schemas.intake.views import InformationView
from schemas.intake.words import InformationAct

_PLACE = "/desk/informations/{information_id:uuid}/propose"
_MOST = 5000


def _shown(request: AnyRequest, view: InformationView, form: Form, **more: Any) -> Response[str]:
    actor = actor_of(request)
    context: dict[str, Any] = {
        "errors": {},
        "refused": "",
        "status": 200,
        "drafts": decision_papers.may_draft(actor),
        "opens": cases.may_open(actor) and cases.may_start(OPENINGS["proposal"][0], actor),
    } | more
    return page(request, "intake/relating/propose.html", view=view, form=form, **context)


@get(_PLACE, include_in_schema=False)
async def ask_proposal(request: AnyRequest, information_id: FromPath[UUID]) -> Response[str]:
    """Show the two ways to an inspection."""
    view = await view_of(request, information_id)
    if InformationAct.PROPOSED not in view.possible:
        return not_now(request, view, InformationAct.PROPOSED)
    return _shown(request, view, Form({}))


@post(_PLACE, opt=ONCE, include_in_schema=False)
async def order_proposal(request: AnyRequest, information_id: FromPath[UUID]) -> Response[Any]:
    """Record the head's order; the proposal follows, and is linked when it exists."""
    language = language_of(request)
    view, form = await view_of(request, information_id), await read_form(request)
    reader = Reader(form, partial(say, language))
    label = say(language, "relating.propose_note")
    note = reader.text("note", label, least=3, most=_MOST, required=True)
    if reader.errors:
        return _shown(request, view, form, errors=reader.errors, status=422)
    content = acts.Proposed(kind=None, record_id=None, number=None, note=note)
    async with transaction():
        outcome = await informations.act(information_id, content, actor_of(request))
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return _shown(request, view, form, refused=said, status=409)
    done = InformationAct.PROPOSED
    return Redirect(f"/desk/informations/{information_id}?done={done}", status_code=303)


HANDLERS = [ask_proposal, order_proposal]
