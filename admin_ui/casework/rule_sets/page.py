"""A case moves to the newest rule set: every time limit that changes, before and after, then a reason.

The list that was looked at goes back with the reason; the one door compares it with its own.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.casework.rule_sets import service as rule_sets
from backend.core.database import transaction
from backend.ledger.service import Refused
from schemas.casework.words import CaseAct

_ADDRESS = "/desk/cases/{case_id:uuid}/rules"


async def _page(
    request: AnyRequest, case_id: UUID, errors: dict[str, str], refused: str, reason: str = ""
) -> Response[str]:
    actor = actor_of(request)
    view = await cases.read(case_id, actor, "rules", address_of(request))
    about = await rule_sets.changes(case_id, actor)
    return page(
        request,
        "casework/rule_sets/rules.html",
        status=409 if refused else 422 if errors else 200,
        view=view,
        about=about,
        shown=rule_sets.shown(about),
        may=str(CaseAct.RULES_MOVED) in view.possible,
        why=view.withheld.get(CaseAct.RULES_MOVED),
        errors=errors,
        refused=refused,
        form=Form({"reason": [reason]}),
    )


@get(_ADDRESS, include_in_schema=False)
async def ask_rules(request: AnyRequest, case_id: FromPath[UUID]) -> Response[str]:
    """Show under which rules a case is, and what changes under the newest. Raises NotFound."""
    return await _page(request, case_id, {}, "")


@post(_ADDRESS, opt=ONCE, include_in_schema=False)
async def move_rules(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Move the case to the rule set that the page showed, with the reason. Raises NotFound."""
    confirming.require(request)
    form, language = await read_form(request), language_of(request)
    reason = typed.reason(form.text("reason"))
    if reason is None:
        errors = {"reason": say(language, "rules.reason_needed")}
        return await _page(request, case_id, errors, "", form.text("reason"))
    async with transaction():
        outcome = await rule_sets.move(
            case_id, form.text("to"), rule_sets.seen(form.text("shown")), reason, actor_of(request)
        )
    if isinstance(outcome, Refused):
        return await _page(request, case_id, {}, getattr(outcome.text, language), reason)
    return Redirect(f"/desk/cases/{case_id}?done={CaseAct.RULES_MOVED}", status_code=303)


HANDLERS = [ask_rules, move_rules]
