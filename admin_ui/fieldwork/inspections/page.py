"""An inspection: everything about it on one page, and the minutes alone for the printer."""

from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath, FromQuery

from admin_ui.fieldwork.inspections import inspection_page
from admin_ui.fieldwork.submitted import panels
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from backend.casework.cases import service as cases
from backend.core.database import at_once, transaction
from backend.exchange.evidence_export import service as evidence_export
from backend.fieldwork.decision_papers import service as decision_papers
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import service as papers
from schemas.fieldwork.inspections import InspectionView

DONE = {
    "relation",
    "approved",
    "returned",
    "refused",
    "admitted",
    "dismissed",
    "entered",
    "weighed",
    "already",
    "paper_signed",
    *("opinion-draft-approve", "opinion-draft-return", "opinion-agree", "opinion-supplement"),
    *(
        "opinion-verify",
        "opinion-take-over",
        "opinion-withdraw",
        "opinion-set-aside",
        "opinion-entrust",
    ),
}


async def view_for(request: AnyRequest, inspection_id: UUID, how: str) -> InspectionView:
    """Read an inspection in the reader's scope. The reading is recorded as `how`.

    Raises NotFound out of scope.
    """
    async with transaction():
        return await inspections.read(inspection_id, actor_of(request), how, address_of(request))


@get("/desk/inspections/{inspection_id:uuid}", include_in_schema=False)
async def show_inspection(
    request: AnyRequest, inspection_id: FromPath[UUID], done: FromQuery[str | None] = None
) -> Response[str]:
    """Show the state and the next step, the minutes, the evidence, and all that happened."""
    actor, done = actor_of(request), done if done in DONE else None
    async with transaction():
        view = await inspections.inspection_view(inspection_id, actor)
        async with at_once() as ask:
            found = ask(cases.sisters.of_inspection(inspection_id))
            waits = ask(inspections.awaited(inspection_id))
            chain = ask(inspections.chain.of_record(inspection_id))
            begins = ask(inspections.beginning.of(view))
            approvals = ask(panels.of_inspection(request, view))
            beside = ask(panels.waiting(request, view, done))
        await inspections.opened(view, actor, "page", address_of(request))
    return page(
        request,
        "fieldwork/inspections/inspection.html",
        seen_as=f"{view.decision.subject.name} · {view.decision.number}",
        done=done,
        cases=found.result(),
        submissions=approvals.result(),
        beside=beside.result(),
        awaited=waits.result(),
        chain=chain.result(),
        begins=begins.result(),
        may_change=decision_papers.may_draft(actor_of(request)),
        entrusts=inspections.next_steps.may_entrust(view, actor_of(request)),
        exports=evidence_export.may_export(actor_of(request)),
        held_acts=inspections.held_acts.acts(view, actor_of(request)),
        to_sign=papers.to_sign(view, actor_of(request)),
        opens_case=cases.may_open_from(view, actor_of(request)),
        found_violations=bool(view.minutes and view.minutes.fields.get("violations")),
        **inspection_page.context(view, language_of(request)),
    )


@get("/desk/inspections/{inspection_id:uuid}/print", include_in_schema=False)
async def print_inspection(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[str]:
    """Show the minutes as an A4 paper, with the list of photographs and their hashes."""
    view = await view_for(request, inspection_id, "print")
    context = inspection_page.context(view, language_of(request))
    if context["paper"] is not None:
        context["paper"] = inspection_page.clean_paper(view)
    return page(
        request,
        "fieldwork/minutes/print.html",
        photos=inspections.photo_counts.listed(view),
        **context,
    )


HANDLERS = [show_inspection, print_inspection]
