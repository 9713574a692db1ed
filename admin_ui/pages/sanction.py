"""The sanction of a case: reckoned step by step, drafted as a decision, entered once it is signed."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui import confirming, paper_page, sanction_form, typed
from admin_ui.forms import Form, read_form
from admin_ui.pages.cases import inspection_of
from admin_ui.pages.papers import address, case_address
from admin_ui.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.sanction_form import MOST_ACTS
from admin_ui.submissions import ONCE
from admin_ui.words import say
from backend import clock
from backend.cases import service as cases
from backend.database import transaction
from backend.documents import service as documents
from backend.drafting import service as drafting
from backend.drafting.service import Facts
from backend.errors import DomainError, NotFound
from backend.ledger.service import Refused
from backend.sanctions import service as sanctions
from schemas.case_words import CaseAct, CaseOfficerRole
from schemas.sanctions import Computation

_ADDRESS = "/desk/cases/{case_id:uuid}/sanction"


@get(_ADDRESS, include_in_schema=False)
async def sanction(request: AnyRequest, case_id: FromPath[UUID]) -> Response[str]:
    """Show the reckoning as the violation minutes give it. Raises NotFound."""
    _, facts = await cases.facts_of(case_id, actor_of(request))
    form = sanction_form.first(facts)
    if facts.recorded is None:
        return await _page(request, case_id, facts, form, None, {})
    computation, errors = await _reckon(request, facts, form)
    return await _page(request, case_id, facts, form, computation, errors)


@post(_ADDRESS, include_in_schema=False)
async def reckon(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Reckon what was typed, or draft the decision that says exactly this: as the pressed button says."""
    actor, form = actor_of(request), await read_form(request)
    _, facts = await cases.facts_of(case_id, actor)
    if facts.recorded is None and (code := form.text("code")):
        form = Form({**{name: form.all(name) for name, _ in form.pairs()}, "codes": [code]})
    computation, errors = await _reckon(request, facts, form)
    wanted = form.text("draft")
    if computation is None or errors or wanted not in documents.of_kind("sanction", "remedies"):
        return await _page(request, case_id, facts, form, computation, errors)
    async with transaction():
        document, outcome = await drafting.begin(case_id, wanted, actor, computation=computation)
    if isinstance(outcome, Refused):
        return paper_page.refused(request, outcome, f"{case_address(case_id)}/sanction")
    return Redirect(f"{address(document)}?done=begun", status_code=303)


async def _reckon(
    request: AnyRequest, facts: Facts, form: Form
) -> tuple[Computation | None, dict[str, str]]:
    language = language_of(request)
    order, errors = await sanction_form.read(form, facts, drafting.today(), language)
    if order is None:
        return None, errors
    born_on = facts.party.birth_date if facts.party else None
    for at, act in enumerate(order.acts):
        one = msgspec.structs.replace(order, acts=[act])
        if fault := sanctions.warning_fault(one, born_on):
            said = say(language, "sanction.warning_not_provided", place=getattr(fault, language))
            return None, {f"{at}.warning": said}
    try:
        return sanctions.compute(order), {}
    except DomainError as error:
        return None, {"order": getattr(error.text, language)}


async def _page(
    request: AnyRequest,
    case_id: UUID,
    facts: Facts,
    form: Form,
    computation: Computation | None,
    errors: dict[str, str],
) -> Response[str]:
    actor, today = actor_of(request), drafting.today()
    view = await cases.read(case_id, actor, "sanction", address_of(request))
    codes = form.all("codes")[:MOST_ACTS]
    known = codes if "codes" not in errors else []
    seen = await inspection_of(view, actor)
    named = await cases.as_officer(actor.officer_id, CaseOfficerRole.MEMBER)
    context: dict[str, Any] = {
        "view": view,
        "facts": facts,
        "form": form,
        "codes": codes,
        "errors": errors,
        "computation": computation,
        "options": sanction_form.offered(known),
        "multipliers": {code: sanction_form.multipliers(code) for code in known},
        "title": named.title,
        "who": [],
        "against": [],
        "statute": [],
        "on_spot": None,
        "hearing": None,
        "opinion_waits": seen is None or seen.state != "approved",
        "decision_clock": next((one for one in view.clocks if one.rule == "D12"), None),
        "waiting": [
            _waiting(facts, one)
            | {
                "elsewhere": await drafting.decided_elsewhere(case_id, actor, paper=one),
                "gain": drafting.gains.kept_by(one, facts),
            }
            for one in drafting.waiting(facts)
        ],
        "elsewhere": await drafting.decided_elsewhere(
            case_id, actor, order=computation.order if computation else None
        ),
        "possible": set(view.possible),
        "gain": drafting.gains.left_by(computation.order) if computation else 0,
    }
    if computation is not None:
        code = sanctions.title_code(named.title)
        context["who"] = sanctions.who_may(computation, today)
        delegated = await drafting.delegated(case_id, "MQĐ02", actor)
        context["against"] = sanctions.competence_faults(
            code, computation, today, delegated=delegated
        )
        context["hearing"] = await sanctions.hearing_right(
            computation.order.subject,
            [
                (one.code, one.version, act.values.goods_value_vnd)
                for one, act in zip(computation.acts, computation.order.acts, strict=True)
            ],
            today,
        )
        returned = facts.crime_declined_on is not None
        faults = (
            sanctions.statute_fault(act.behaviour, act.acted_on, today, returned=returned)
            for act in computation.order.acts
        )
        context["statute"] = [one for one in faults if one]
        if facts.recorded is None and facts.party is not None:
            context["on_spot"] = sanctions.no_minutes_fault(
                computation.total_vnd, facts.party.kind, today, by_device=False
            )
    return page(request, "papers/sanction.html", status=422 if errors else 200, **context)


def _waiting(facts: drafting.Facts, paper: Any) -> dict[str, Any]:
    """A signed decision that is still to be entered, what it confiscates, and whether its amounts are as reckoned."""
    total = None
    named = set(drafting.confiscated_by(facts, paper))
    things = [one for one in facts.undecided if one.content.exhibit_id in named]
    if paper.form in documents.of_kind("sanction"):
        try:
            total = drafting.reckoned(paper.fields).total_vnd
        except DomainError:
            return {"paper": paper, "total": None, "differs": True, "things": things}
    return {"paper": paper, "total": total, "differs": False, "things": things}


@post("/desk/cases/{case_id:uuid}/sanction/enter", opt=ONCE, include_in_schema=False)
async def enter(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Enter a signed decision into the case: from now on it is executed. Raises NotFound, PaperDiffers."""
    confirming.require(request)
    form, actor = await read_form(request), actor_of(request)
    _, facts = await cases.facts_of(case_id, actor)
    paper = facts.papers.get(_id(form.text("document_id")))
    if paper is None:
        raise NotFound(what="document")
    confiscated = drafting.confiscated_by(facts, paper)
    async with transaction():
        if paper.form in documents.of_kind("sanction"):
            content = drafting.imposed(
                paper,
                by_device=form.ticked("by_device"),
                publish=form.ticked("publish"),
                confiscated=confiscated,
                late=form.text("late")[:2000] or None,
                twice=typed.reason(form.text("twice")),
                gain_kept=typed.reason(form.text("gain_kept")),
                no_opinion=typed.reason(form.text("no_opinion")),
            )
            spot = paper.form in documents.on_spot()
            kind = CaseAct.SANCTION_IMPOSED_ON_SPOT if spot else CaseAct.SANCTION_IMPOSED
            outcome = await cases.act(case_id, kind, content, actor)
        else:
            remedy = drafting.remedied(
                paper,
                why=drafting.why(paper, facts, clock.now()),
                confiscated=confiscated,
                proof=drafting.proof_of_ground(facts, paper.issued_by),
                twice=typed.reason(form.text("twice")),
                gain_kept=typed.reason(form.text("gain_kept")),
            )
            outcome = await cases.act(case_id, CaseAct.REMEDY_ORDERED, remedy, actor)
    if isinstance(outcome, Refused):
        return paper_page.refused(request, outcome, f"{case_address(case_id)}/sanction")
    return Redirect(case_address(case_id), status_code=303)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound(what="document") from None


HANDLERS = [sanction, reckon, enter]
