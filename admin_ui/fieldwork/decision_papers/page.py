"""Papers of inspection decisions: the list, a paper, its signature, its scan, the comparison."""

from functools import partial
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.approvals import records
from admin_ui.documents.paper_pages import by_hand, files, signing
from admin_ui.fieldwork.adhoc_plans import plan_form
from admin_ui.fieldwork.decision_papers import enclosing, lines
from admin_ui.fieldwork.decision_papers.drafting import LIST, address
from admin_ui.fieldwork.submitted import panels
from admin_ui.shell import reasons, typed
from admin_ui.shell.forms import Form, query_of, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, total_shown
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import at_once, transaction
from backend.core.errors import NotAllowed
from backend.documents import service as documents
from backend.fieldwork.decision_papers import service as papers
from backend.fieldwork.inspections import service as inspections
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.decision_papers import DecisionPaperView
from schemas.fieldwork.words import PaperState

_PAPER = f"{LIST}/{{document_id:uuid}}"
records.register_package(RecordKind.INSPECTION, enclosing.enclosed)
DONE = frozenset(
    {
        *(
            "already",
            "saved",
            "proposed",
            "signed",
            "printed",
            "scanned",
            "compared",
            "discarded",
            "given_up",
        ),
        *("sealed", "dispatched"),
    }
)


@get(LIST, include_in_schema=False)
async def listing(
    request: AnyRequest, after: FromQuery[str] = "", every: FromQuery[str] = ""
) -> Response[str]:
    """List the papers in sight that wait for somebody, or all of them."""
    actor = actor_of(request)
    found = await papers.listing(actor, after or None, open_only=every != "yes")
    language, may_draft = language_of(request), papers.may_draft(actor)
    place = Place(LIST, {"every": "yes" if every == "yes" else ""}, after=after)
    following = place.following(found.next)
    return page(
        request,
        "fieldwork/decision_papers/list.html",
        list=Listing(
            caption=say(language, "qdkt.title"),
            heading=say(language, "decision.subject"),
            columns=lines.columns(language),
            lines=lines.lines(found.rows, language, clock.now(), place),
            empty=Empty(
                say(language, "qdkt.none"),
                "/desk/decisions/propose" if may_draft else "",
                say(language, "propose.title"),
            ),
            total=total_shown(language, len(found.rows), place.first, following),
            first=place.first,
            following=following,
            taken=query_of({"list": "decisions", **place.asked}),
        ),
        every=every == "yes",
        may_draft=may_draft,
        numbers=len(await papers.kept(actor)),
        by_hand=len(await papers.hand_signed.waiting(actor)),
    )


async def _page(
    request: AnyRequest,
    document_id: UUID,
    *,
    status: int = 200,
    done: str = "",
    wrong: str = "",
    errors: dict[str, str] | None = None,
    unheard: str = "",
    emergency: Form | None = None,
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        inspection_id = await papers.record_of(document_id, actor)
        async with at_once() as ask:
            viewing = ask(papers.read(document_id, actor, address_of(request)))
            approval = ask(panels.of_paper(request, inspection_id, document_id))
            prepared = ask(papers.outside.waiting(document_id, actor))
            preceding = ask(papers.plans.before(document_id, actor))
    view, other = viewing.result(), preceding.result()
    given = view.emergency
    typed_in = {"risk": given.risk if given else "", "reason": given.reason if given else ""}
    if emergency is not None:
        typed_in = {name: emergency.text(f"emergency_{name}") for name in typed_in}
    schema = documents.get_form(view.row.form, view.form_version)
    return page(
        request,
        "fieldwork/decision_papers/paper.html",
        status=status,
        view=view,
        symbol=schema["x-symbol"],
        reads_inspections=inspections.reads_any(actor),
        approval=approval.result(),
        prepared=prepared.result(),
        changed_on=typed.day_or_none(view.fields.get("decision_date", "")),
        notes=documents.notes(schema) if view.row.state is PaperState.DRAFT else [],
        done=f"qdkt.done_{done}" if done in DONE else "",
        wrong=wrong,
        errors=errors or {},
        unheard=unheard,
        risks=plan_form.risks(language),
        emergency=typed_in,
        differs=[say(language, f"adhoc.field_{one}") for one in other.differs(view)],
        decision_id=other.decision_id,
        case_plan=other.case_plan,
        own_proposal=other.proposed_by == actor.officer_id,
        chain=other.chain,
        today=clock.today(),
    )


async def _read(request: AnyRequest, document_id: UUID) -> DecisionPaperView:
    async with transaction():
        return await papers.read(document_id, actor_of(request), address_of(request))


@get(_PAPER, include_in_schema=False)
async def paper(
    request: AnyRequest, document_id: FromPath[UUID], done: FromQuery[str] = ""
) -> Response[str]:
    """Show a paper with what may be done with it. Raises NotFound."""
    return await _page(request, document_id, done=done)


@get(f"{LIST}/of/{{inspection_id:uuid}}", include_in_schema=False)
async def last_paper(
    request: AnyRequest, inspection_id: FromPath[UUID], done: FromQuery[str] = ""
) -> Redirect:
    """Lead to the paper that was drafted last in an inspection's record. Raises NotFound."""
    document_id = await papers.last_of(inspection_id, actor_of(request))
    return Redirect(f"{address(document_id)}?done={quote(done)}", status_code=303)


@post(f"{_PAPER}/sign", include_in_schema=False)
async def sign(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Number, lay out, sign and store the content that the form names by its hash, print it, or prepare it to be
    signed elsewhere.

    Raises NotFound, NotAllowed.
    """
    form, actor = await read_form(request), actor_of(request)
    view = await _read(request, document_id)
    if view.row.state is PaperState.DRAFT and not view.may_sign:
        raise NotAllowed
    how = await signing.chosen(request, form)
    typed_reason = form.text("unheard")[:2000]
    unheard, errors = typed.reason(typed_reason), how.errors(request)
    if view.unheard and unheard is None:
        errors["unheard"] = say(language_of(request), "paper.reason_needed")
    emergency = plan_form.emergency(form) if view.plan_needed else None
    errors |= plan_form.emergency_errors(form, language_of(request), needed=view.plan_needed)
    shown = partial(_page, request, document_id, unheard=typed_reason, emergency=form)
    if errors:
        return await shown(status=422, errors=errors)
    said, why = (document_id, how.fields_hash), (unheard, emergency)
    return await signing.signed(
        request,
        (LIST, document_id),
        how,
        papers,
        (
            lambda: papers.sign(*said, how.passphrase, actor, *why),
            lambda: papers.outside.prepare(*said, actor, *why),
        ),
        shown,
    )


async def _take(request: AnyRequest, document_id: UUID, data: bytes) -> None:
    former = (await request.form()).get("names_former") == "yes"
    await papers.take_scan(document_id, data, actor_of(request), names_former=former)


HANDLERS = [
    listing,
    paper,
    last_paper,
    *files.handlers(LIST, papers, "decision.pdf"),
    sign,
    reasons.handler(LIST, "discard", "discarded", _page, papers.discard),
    *by_hand.handlers(LIST, papers, _take, "fieldwork/decision_papers"),
]
