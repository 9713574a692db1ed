"""The sanction of a case: computed step by step, drafted as a decision, entered once it is signed."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.acts import reckoned
from admin_ui.casework.cases import next_steps
from admin_ui.casework.cases.page import inspection_of
from admin_ui.casework.issued_documents import paper_page
from admin_ui.casework.issued_documents.page import address, case_address
from admin_ui.casework.sanction import measures_form, sanction_form
from admin_ui.shell import typed
from admin_ui.shell.choosing import matching
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.casework.drafting.service import ordering, sanction_views
from backend.core import clock
from backend.core.database import at_once, transaction
from backend.core.errors import DomainError, NotFound
from backend.law.catalogue import service as catalogue
from backend.law.sanctions import service as sanctions
from backend.ledger.service import Refused
from schemas.casework.words import CaseOfficerRole
from schemas.law.sanctions import Computation, ExtraKind

_SUSPENSIONS = (ExtraKind.LICENCE_SUSPENSION, ExtraKind.BUSINESS_SUSPENSION)
_ADDRESS = "/desk/cases/{case_id:uuid}/sanction"


@get(_ADDRESS, include_in_schema=False)
async def sanction(request: AnyRequest, case_id: FromPath[UUID]) -> Response[str]:
    """Show the reckoning that follows from the violation minutes. Raises NotFound."""
    async with transaction():
        about = await sanction_views.to_decide(case_id, actor_of(request))
        form = sanction_form.first(about)
        if about.recorded is None:
            return await _page(request, case_id, about, form, None, {})
        computation, errors = await _reckon(request, about, form)
        return await _page(request, case_id, about, form, computation, errors)


@post(_ADDRESS, include_in_schema=False)
async def reckon(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Compute the sanction from what was typed, or draft the decision that says it, as the button asks."""
    actor, form = actor_of(request), await read_form(request)
    about = await sanction_views.to_decide(case_id, actor)
    if about.recorded is None and (named := form.text("code")):
        codes = [await _code(named)]
        form = Form({**{name: form.all(name) for name, _ in form.pairs()}, "codes": codes})
    computation, errors = await _reckon(request, about, form)
    wanted = form.text("draft")
    fines_nothing = computation is not None and computation.order.without_fine
    allowed = wanted in sanction_views.FORMS and not (
        fines_nothing and sanction_views.asks(wanted).publish
    )
    if computation is None or errors or not allowed or measures_form.asks_for_more(form):
        async with transaction():
            return await _page(request, case_id, about, form, computation, errors)
    async with transaction():
        document, outcome = await drafting.begin(case_id, wanted, actor, computation=computation)
    if isinstance(outcome, Refused):
        return paper_page.refused(request, outcome, f"{case_address(case_id)}/sanction")
    return Redirect(f"{address(document)}?done=begun", status_code=303)


async def _code(text: str) -> str:
    """Return the code of the one behaviour that a text means, as typed without the script; else the text itself."""
    behaviours = await catalogue.names()
    several = [] if text in behaviours else matching.meant(behaviours.items(), text)
    return several[0][0] if len(several) == 1 else text


async def _reckon(
    request: AnyRequest, about: sanction_views.ToDecide, form: Form
) -> tuple[Computation | None, dict[str, str]]:
    language = language_of(request)
    if about.undetermined:
        return None, {}
    order, errors = await sanction_form.read(form, about, clock.today(), language)
    if order is None:
        return None, errors
    if fault := ordering.warning_fault(order, about.born_on):
        at, why = fault
        said = say(language, "sanction.warning_not_provided", place=getattr(why, language))
        of_page = next(n for n, one in enumerate(sanction_form.places(form, about)) if at in one)
        return None, {f"{of_page}.warning": said}
    try:
        return ordering.settled(sanctions.compute(order)), {}
    except DomainError as error:
        return None, {"order": getattr(error.text, language)}


async def _page(
    request: AnyRequest,
    case_id: UUID,
    about: sanction_views.ToDecide,
    form: Form,
    computation: Computation | None,
    errors: dict[str, str],
) -> Response[str]:
    """Show the page in the caller's transaction, which remembers what was read of the case before."""
    actor = actor_of(request)
    view = await cases.view(case_id, actor)
    codes = form.all("codes")[: ordering.MOST_ACTS]
    known = codes if "codes" not in errors and not about.undetermined else []
    order = computation.order if computation else None
    async with at_once() as ask:
        inspecting = ask(inspection_of(view, actor))
        naming = ask(cases.as_officer(actor.officer_id, CaseOfficerRole.MEMBER))
        before = None if about.decided else ask(drafting.committed_before(case_id, actor))
        elsewhere = ask(drafting.decided_elsewhere(case_id, actor, order=order))
    seen, named = inspecting.result(), naming.result()
    judged = None
    if computation is not None:
        delegated = await drafting.delegated(case_id, "MQĐ02", actor)
        judged = await sanction_views.judged(
            view, computation, named.title, actor, delegated=delegated
        )
    offer = await ordering.page_offer(
        known,
        about.violations,
        about.book,
        clock.today(),
        about.stated,
        everything=form.ticked("without_fine"),
    )
    waiting = await sanction_views.to_enter(view, seen, actor)
    await cases.opened(view, actor, "sanction", address_of(request))
    return page(
        request,
        "casework/sanction/sanction.html",
        status=422 if errors else 200,
        view=view,
        about=about,
        form=form,
        codes=codes,
        errors=errors,
        computation=computation,
        places=sanction_form.places(form, about),
        licences={kind: measures_form.rows(form, kind) for kind in _SUSPENSIONS},
        prefix=measures_form.prefix,
        taken=[one for one in computation.order.extra_penalties if one.object]
        if computation
        else [],
        terms=sanction_views.terms(computation) if computation else [],
        judged=judged,
        judged_law=reckoned.address("case_not_competent", view),
        answered=reckoned.answered(view),
        offer=offer,
        title=named.title,
        begun=next_steps.begun(view, sanction_views.FORMS, language_of(request)),
        decision_clock=sanction_views.time_to_decide(view),
        waiting=waiting,
        again=before.result() if before else [],
        elsewhere=elsewhere.result(),
    )


@post("/desk/cases/{case_id:uuid}/sanction/enter", opt=ONCE, include_in_schema=False)
async def enter(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Enter a signed decision into the case; its execution starts from then. Raises NotFound, PaperDiffers."""
    confirming.require(request)
    form, actor = await read_form(request), actor_of(request)
    choices = drafting.Choices(
        by_device=form.ticked("by_device"),
        publish=form.ticked("publish"),
        late=form.text("late")[:2000] or None,
        twice=typed.reason(form.text("twice")),
        gain_kept=typed.reason(form.text("gain_kept")),
        no_opinion=typed.reason(form.text("no_opinion")),
    )
    async with transaction():
        outcome = await drafting.enter_signed(
            case_id, _id(form.text("document_id")), choices, actor
        )
    if isinstance(outcome, Refused):
        return paper_page.refused(request, outcome, f"{case_address(case_id)}/sanction")
    return Redirect(case_address(case_id), status_code=303)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound(what="document") from None


HANDLERS = [sanction, reckon, enter]
