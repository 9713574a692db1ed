"""Adding what the informant said later, or a scan of the letter it came with: sealed, and never in an act."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.intake.registering import reading
from admin_ui.intake.relating.page import not_now, reason_of, view_of
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import Invalid
from backend.intake.informations import service as informations
from backend.intake.secrecy import sealing
from backend.ledger.service import Refused
from schemas.intake.secrets import Account
from schemas.intake.views import InformationView
from schemas.intake.words import InformationAct

_PLACE = "/desk/informations/{information_id:uuid}/more"


def _shown(request: AnyRequest, view: InformationView, form: Form, **more: Any) -> Response[str]:
    context: dict[str, Any] = {"errors": {}, "refused": "", "status": 200} | more
    return page(
        request, "intake/relating/more.html", view=view, form=form, named=_named(form), **context
    )


def _named(form: Form) -> bool:
    """Tell whether the scan is opened as who informed: unless the form says no, for it may come without an answer."""
    return form.text("names_informant") != "no"


@get(_PLACE, include_in_schema=False)
async def ask_more(request: AnyRequest, information_id: FromPath[UUID]) -> Response[str]:
    """Show the form. What is sealed already is not in it."""
    view = await view_of(request, information_id)
    if InformationAct.SUPPLEMENTED not in view.possible:
        return not_now(request, view, InformationAct.SUPPLEMENTED)
    return _shown(request, view, Form({}))


@post(_PLACE, opt=ONCE, include_in_schema=False, request_max_body_size=MOST_BODY)
async def add_more(request: AnyRequest, information_id: FromPath[UUID]) -> Response[Any]:
    """Seal what was typed, and record that something was added."""
    actor, language = actor_of(request), language_of(request)
    view, form = await view_of(request, information_id), await read_form(request)
    account, informant, errors = reading.secrets(form, language)
    scan = await read_scan(request)
    if not errors and not account and not scan and informant.anonymous and not informant.note:
        errors["account"] = say(language, "relating.more_needed")
    sealed = [sealing.seal_account(Account(text=account))] if account else []
    if scan:
        try:
            sealed.append(informations.scan_sealed(scan, names_informant=_named(form)))
        except Invalid as error:
            errors["scan"] = getattr(error.text, language)
    reason = reason_of(form, errors, language)
    if errors:
        return _shown(request, view, form, errors=errors, status=422)
    if not informant.anonymous or informant.note:
        sealed.append(sealing.seal_informant(informant))
    async with transaction():
        outcome = await informations.supplement(information_id, sealed, reason, actor)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return _shown(request, view, form, refused=said, status=409)
    done = InformationAct.SUPPLEMENTED
    return Redirect(f"/desk/informations/{information_id}?done={done}", status_code=303)


HANDLERS = [ask_more, add_more]
