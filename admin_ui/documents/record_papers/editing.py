"""The editor of a record's paper: begun from the record's page, saved, finalised."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.documents.editor import document_form, outline
from admin_ui.documents.record_papers import beside
from admin_ui.documents.record_papers.paths import LIST, WITH_PAPERS, address, record_address
from admin_ui.shell import late
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.headers import framed
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan import comparing
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.documents import service as documents
from backend.documents.record_papers import service as papers
from backend.ledger import service as ledger
from backend.ledger.service import Refused
from schemas.documents.record_papers import RecordPaperView

Fields = dict[str, Any]


def asked_of(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the form without the fields that its record fills in."""
    asked = {name: one for name, one in schema["properties"].items() if not _taken(one)}
    required = [name for name in schema.get("required", []) if name in asked]
    return schema | {"properties": asked, "required": required}


def _taken(node: dict[str, Any]) -> bool:
    return bool(node.get("x-from-record"))


def from_record(
    schema: dict[str, Any], fields: Fields, language: Language
) -> list[tuple[str, str]]:
    """Return what the record filled in: the label, and how many lines or which number."""
    found = []
    for name, node in schema["properties"].items():
        if not node.get("x-from-record"):
            continue
        value = fields.get(name)
        said = "–" if value is None else str(value)
        if node["type"] == "array":
            said = say(language, "rpaper.rows", count=len(value or []))
        found.append((node["x-label"][language], said))
    return found


async def editor(
    request: AnyRequest,
    view: RecordPaperView,
    fields: Fields,
    *,
    status: int = 200,
    done: str = "",
    wrong: str = "",
    unsaved: bool = False,
    note: str = "",
    base: str = "",
    acted_at: str = "",
) -> Response[str]:
    """Show the editor with these fields, saved or not.

    `base`: with what a form that is not saved was opened; empty: with what stands now. `acted_at`: the list of
    which a row was added or removed.
    """
    language, row = language_of(request), view.row
    async with transaction():
        standing = await beside.of(request, view)
    schema = documents.get_form(row.form, view.form_version)
    found = [] if unsaved else view.findings
    at_fields = {at: getattr(text, language) for at, text in found}
    groups = document_form.groups(asked_of(schema), fields, at_fields, language)
    sections = outline.parts(groups, acted_at, unfold=unsaved)
    answer = page(
        request,
        "documents/record_papers/edit.html",
        status=status,
        view=view,
        beside=standing,
        submits=row.form in papers.submitted_forms(row.record_kind),
        note=note,
        base=base or view.fields_hash,
        paper=row,
        editor_action=address(row.id),
        back=record_address(row.record_kind, row.record_id),
        sections=sections,
        unplaced=outline.unplaced(sections, at_fields),
        listed=from_record(schema, fields, language),
        faults=[
            (at, documents.label(row.form, view.form_version, at, language), text)
            for at, text in at_fields.items()
        ],
        checks=[getattr(note, language) for note in documents.notes(schema)],
        done=done,
        wrong=wrong,
        unsaved=unsaved,
        remarks_at={},  # they stand on the record's page, beside its submission
    )
    answer.headers.update(framed(fetched=True))
    return answer


@post(f"{LIST}/of/{{kind:str}}/{{record_id:uuid}}", opt=ONCE, include_in_schema=False)
async def begin(
    request: AnyRequest, kind: FromPath[str], record_id: FromPath[UUID]
) -> Response[Any]:
    """Begin a paper, filled from its record. Raises NotFound."""
    of = next((one for one in WITH_PAPERS if one == kind), None)
    if of is None:
        raise NotFound(what="record")
    form = await read_form(request)
    async with transaction():
        document_id, outcome = await papers.begin(
            of, record_id, form.text("form"), actor_of(request)
        )
    if isinstance(outcome, Refused):
        return page(
            request,
            "documents/record_papers/refused.html",
            status=409,
            text=getattr(outcome.text, language_of(request)),
            back=record_address(of, record_id),
        )
    return Redirect(f"{address(document_id)}?done=begun", status_code=303)


@post(f"{LIST}/{{document_id:uuid}}", include_in_schema=False)
async def save(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Save, save and finalise, or change the rows of a list, depending on the button. Raises NotFound."""
    form, actor = await read_form(request), actor_of(request)
    async with transaction():
        view = await papers.read(document_id, actor, address_of(request))
    if not view.may_edit:
        return Redirect(address(document_id), status_code=303)
    schema, step = documents.get_form(view.row.form, view.form_version), form.text("step")
    asked = asked_of(schema)
    base, note = form.text(late.FIELD), form.text("submission_note")[:5000]
    kept = {name: value for name, value in view.fields.items() if name not in asked["properties"]}
    if step.startswith(("add:", "drop:")):
        shown = document_form.read(asked, form, view.fields, whole=True)
        shown = document_form.changed_rows(shown, step)
        return await editor(
            request,
            view,
            shown | kept,
            unsaved=True,
            base=base,
            note=note,
            acted_at=outline.acted(step),
        )
    fields = _typed(view, form)
    async with transaction():
        saved, outcome = await papers.draft(document_id, fields, actor, base)
    if isinstance(outcome, Refused):
        told = late.is_told(outcome.code)
        return await _refused(request, document_id, fields, outcome, "" if told else base, note)
    if step != "final":
        return Redirect(f"{address(document_id)}?done=saved", status_code=303)
    return await _finalise(request, document_id, saved, note)


async def _refused(
    request: AnyRequest, document_id: UUID, fields: Fields, why: Refused, base: str, note: str
) -> Response[Any]:
    async with transaction():
        view = await papers.read(document_id, actor_of(request), address_of(request))
    said = getattr(why.text, language_of(request))
    return await editor(
        request, view, fields, status=409, wrong=said, unsaved=True, base=base, note=note
    )


async def _finalise(
    request: AnyRequest, document_id: UUID, fields_hash: str, note: str
) -> Response[Any]:
    """Make the content final that was just saved: what somebody else saved since is not this officer's to submit."""
    actor, language = actor_of(request), language_of(request)
    try:
        async with transaction():
            outcome = await papers.finalise(document_id, fields_hash, actor, note)
            ledger.unwrap(outcome)
    except RefusedAct as refused:  # by the paper, or by the approval to which it goes
        async with transaction():
            view = await papers.read(document_id, actor, address_of(request))
        said = getattr(refused.text, language)
        return await editor(request, view, view.fields, status=409, wrong=said, note=note)
    return Redirect(f"{address(document_id)}?done=final", status_code=303)


@post(f"{LIST}/{{document_id:uuid}}/preview", status_code=200, include_in_schema=False)
async def preview_typed(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Lay out what stands in the editor, marked as a draft, and save nothing of it.

    Who may not write the paper gets what is saved. The reading is recorded. Raises NotFound.
    """
    form, actor = await read_form(request), actor_of(request)
    async with transaction():
        view = await papers.read(document_id, actor, address_of(request))
    typed = _typed(view, form) if view.may_edit else None
    data = await papers.preview(document_id, actor, address_of(request), typed=typed)
    return comparing.shown(data, "application/pdf", "preview.pdf")


def _typed(view: RecordPaperView, form: Form) -> Fields:
    """Return the fields that the form has, with those that its record fills in."""
    asked = asked_of(documents.get_form(view.row.form, view.form_version))
    kept = {name: value for name, value in view.fields.items() if name not in asked["properties"]}
    return document_form.read(asked, form, view.fields) | kept


HANDLERS = [begin, save, preview_typed]
