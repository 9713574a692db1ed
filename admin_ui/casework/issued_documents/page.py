"""A paper of a case at the desk: begun from the case, edited as a form, read once it is signed."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.approvals.submissions import panel as approval_panel
from admin_ui.casework.issued_documents import paper_page
from admin_ui.documents.editor import document_form, outline
from admin_ui.documents.lines import grouped, lines
from admin_ui.shell import late
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.headers import framed
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan import comparing
from admin_ui.shell.submissions import ONCE
from backend.approvals.reading.service import KINDS as STEP_WORDS
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.casework.issued_documents import service as issued_documents
from backend.core.database import transaction
from backend.core.errors import Invalid, NotFound
from backend.documents import service as documents
from backend.ledger.service import Refused
from schemas.casework.words import CaseAct, DocumentState

DONE = frozenset(
    {"begun", "saved", "ready", "reopened", "discarded", "signed", "delivered", "given_up"}
)
DONE_BY_HAND = frozenset({"printed", "again", "scanned", "replaced", "compared"})


def case_address(case_id: UUID) -> str:
    """Return the URL of a case's page."""
    return f"/desk/cases/{case_id}"


def address(document_id: UUID) -> str:
    """Return the URL of a paper's page."""
    return f"/desk/documents/{document_id}"


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise NotFound(what="document") from None


@get("/desk/cases/{case_id:uuid}/documents/new", include_in_schema=False)
async def new_paper(
    request: AnyRequest,
    case_id: FromPath[UUID],
    form: FromQuery[str] = "",
    about: FromQuery[str] = "",
) -> Response[str]:
    """Let the officer choose a form, or show what a new paper will contain. Raises NotFound."""
    actor, language = actor_of(request), language_of(request)
    view = await cases.read(case_id, actor, "new_paper", address_of(request))
    chosen, filled, missing = None, [], []
    if form:
        chosen = documents.get_form(form, drafting.version_of(form))
        fields = await drafting.filled(case_id, form, actor, about=_id(about))
        filled = grouped(lines(chosen, fields, language))
        decides = bool(about) and _id(about) == view.decision_id
        missing = [
            documents.label(form, chosen["x-version"], at, language)
            for at, _ in drafting.faults(form, chosen["x-version"], fields, decides=decides)
        ]
    return page(
        request,
        "casework/issued_documents/new.html",
        view=view,
        form=form,
        about=about,
        schema=chosen,
        filled=filled,
        missing=missing,
        families=paper_page.families(language),
        may=CaseAct.DOCUMENT_DRAFTED in view.possible,
        why=view.barred.get(CaseAct.DOCUMENT_DRAFTED),
    )


@post("/desk/cases/{case_id:uuid}/documents", opt=ONCE, include_in_schema=False)
async def begin(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Begin a paper, filled from the case. Raises NotFound."""
    form, actor = await read_form(request), actor_of(request)
    await cases.require_sight(case_id, actor)
    if form.text("form") not in drafting.FORMS:
        raise Invalid(code="paper_form")
    async with transaction():
        document, outcome = await drafting.begin(
            case_id, form.text("form"), actor, about=_id(form.text("about"))
        )
    if isinstance(outcome, Refused):
        return paper_page.refused(request, outcome, case_address(case_id))
    return Redirect(f"{address(document)}?done=begun", status_code=303)


@get("/desk/documents/{document_id:uuid}", include_in_schema=False)
async def paper(
    request: AnyRequest, document_id: FromPath[UUID], done: FromQuery[str] = ""
) -> Response[str]:
    """Show the editor if the paper is a draft, otherwise the paper in its present state. Raises NotFound."""
    seen, asked = await paper_page.look_with_its_submission(request, document_id)
    said = f"paper.done_{done}" if done in DONE else ""
    if done == "sealed":
        said = "seal.done"
    if done in DONE_BY_HAND:
        said = f"byhand.done_{done}"
    if seen.permitted.edit:
        return await _editor(request, seen, asked, seen.paper.fields, done=said)
    return page(
        request,
        "casework/issued_documents/paper.html",
        **seen.context(),
        done=said,
        form=Form({}),
        hand=asked.hand,
        approval=asked.approval,
        together=asked.together,
    )


async def _editor(
    request: AnyRequest,
    seen: paper_page.Seen,
    asked: paper_page.Asked,
    fields: dict[str, Any],
    *,
    status: int = 200,
    done: str = "",
    wrong: str = "",
    unsaved: bool = False,
    note: str = "",
    base: str = "",
    acted_at: str = "",
) -> Response[str]:
    """Show the editor. `base`: with what a form that is not saved was opened; empty: with what stands now.

    `acted_at`: the list of which a row was added or removed.
    """
    language = language_of(request)
    approval = asked.approval
    back = approval is not None and approval["facts"].state == "with_submitter"
    about = seen.paper.replaces
    decides = about is not None and about == seen.case.decision_id
    found = drafting.faults(seen.paper.form, seen.paper.form_version, fields, decides=decides)
    errors = {at: getattr(text, language) for at, text in found}
    groups = document_form.groups(seen.schema, fields, errors, language)
    sections = outline.parts(groups, acted_at)
    answer = page(
        request,
        "casework/issued_documents/edit.html",
        status=status,
        **seen.context(),
        together=asked.together,
        sections=sections,
        unplaced=outline.unplaced(sections, errors),
        faults=[
            (at, documents.label(seen.paper.form, seen.paper.form_version, at, language), text)
            for at, text in errors.items()
        ],
        done=done,
        wrong=wrong,
        unsaved=unsaved,
        approval=approval,
        remarks_at=approval_panel.open_remarks(approval),
        comes_back=back,
        planned=None if back else asked.planned,
        step_words={kind: getattr(text, language) for kind, text in STEP_WORDS.items()},
        note=note,
        base=base or seen.paper.fields_hash,
    )
    answer.headers.update(framed(fetched=True))
    return answer


@post("/desk/documents/{document_id:uuid}", include_in_schema=False)
async def save(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Save, save and finalise, or change the rows of a list, depending on the button. Raises NotFound."""
    form, actor = await read_form(request), actor_of(request)
    seen, asked = await paper_page.look_with_its_submission(request, document_id)
    step, note = form.text("step"), form.text("submission_note")[:5000]
    base = form.text(late.FIELD)
    if seen.paper.state != DocumentState.DRAFT:
        return Redirect(address(document_id), status_code=303)
    if step.startswith(("add:", "drop:")):
        shown = document_form.read(seen.schema, form, seen.paper.fields, whole=True)
        shown = document_form.changed_rows(shown, step)
        at = outline.acted(step)
        return await _editor(
            request, seen, asked, shown, unsaved=True, note=note, base=base, acted_at=at
        )
    fields = document_form.read(seen.schema, form, seen.paper.fields)
    async with transaction():
        outcome = await drafting.save(
            seen.case.id, document_id, fields, actor, ready=step == "ready", note=note, opened=base
        )
    if isinstance(outcome, Refused):
        again, asked = await paper_page.look_with_its_submission(request, document_id)
        return await _editor(
            request,
            again,
            asked,
            fields,
            status=409,
            wrong=getattr(outcome.text, language_of(request)),
            unsaved=True,
            note=note,
            base="" if late.is_told(outcome.code) else base,
        )
    done = "ready" if step == "ready" else "saved"
    return Redirect(f"{address(document_id)}?done={done}", status_code=303)


@post("/desk/documents/{document_id:uuid}/preview", status_code=200, include_in_schema=False)
async def preview_typed(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Lay out what stands in the editor, marked as a draft, and save nothing of it.

    Who may not write the paper gets what is saved. The reading is recorded. Raises NotFound.
    """
    form = await read_form(request)
    seen = await paper_page.look(request, document_id, "preview")
    fields = seen.paper.fields
    if seen.permitted.edit:
        fields = document_form.read(seen.schema, form, fields)
    data = await issued_documents.as_typed(seen.case.id, seen.paper, fields, actor_of(request))
    return comparing.shown(data, "application/pdf", "preview.pdf")


HANDLERS = [new_paper, begin, paper, save, preview_typed]
