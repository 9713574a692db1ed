"""Officers from a file: the template, the upload, how far it is, the preview, the confirmation, what became of rows."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.force.people_imports import lines
from admin_ui.shell.addresses import query_of
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.list_imports.facts import file_facts
from admin_ui.shell.list_imports.steps import Steps
from admin_ui.shell.list_imports.uploading import Uploads
from admin_ui.shell.listing.places import Place
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.casework.issued_documents import scans
from backend.casework.issued_documents.scans import ScanWrong
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.force.importing import service as importing
from backend.force.units import service as units

PLACE = lines.PLACE
_ONE = f"{PLACE}/{{import_id:uuid}}"
_EXAMPLE = "Hoàng Ngọc An"
_LONGEST = 64


_UPLOADS = Uploads(
    importing, lines.IMPORTS, "force/people_imports", {"example": importing.username_of(_EXAMPLE)}
)


@get(_ONE, include_in_schema=False)
async def show_import(
    request: AnyRequest, import_id: FromPath[UUID], which: FromQuery[str] = ""
) -> Response[Any]:
    """Show one import: how far it is, what it would bring, what became of rows. Raises NotAllowed, NotFound."""
    return await _show(request, import_id, which=which)


async def _show(
    request: AnyRequest,
    import_id: UUID,
    form: Form | None = None,
    *,
    which: str = "",
    wrong: str = "",
    scan_wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    actor, language = actor_of(request), language_of(request)
    said, after = (request.query_params.get(one, "") for one in ("number", "decisions"))
    async with transaction():
        view = await importing.preview(
            import_id, actor, (said[:_LONGEST].strip(), after), address=address_of(request)
        )
    decisions = lines.decisions(view, language)
    place = Place(f"{PLACE}/{import_id}", {"number": said} if said else {}, after=after)
    names = await units.names_of({one.person.unit_id for one in view.good})
    return page(
        request,
        "force/people_imports/import.html",
        status=status,
        view=view,
        row=view.row,
        facts=file_facts(view.row, say(language, "peopleimport.unit"), language),
        progress=lines.progress(view.row),
        people=lines.people(view, {str(key): name for key, name in names.items()}, language),
        decisions=decisions,
        choices=[(value, name) for value, name, _ in decisions],
        first=place.first,
        following=place.following(view.decisions_next, "decisions"),
        many=view.decisions_count > len(view.decisions),
        count=view.decisions_count,
        lacking=view.lacking,
        said=said,
        shown=query_of({"number": said, "decisions": after}),
        list=await _outcomes(request, import_id, which) if view.row.begun_at else None,
        which=which,
        whiches=[(one, say(language, f"peopleimport.outcome_{one}")) for one in lines.WHICH],
        kept_days=importing.KEPT.days,
        typed={one: form.text(one) if form else "" for one in ("extent", "decision")},
        wrong=wrong,
        scan_wrong=scan_wrong,
        done=request.query_params.get("done", ""),
    )


async def _outcomes(request: AnyRequest, import_id: UUID, which: str) -> Any:
    after = request.query_params.get("after", "")
    behind = int(after) if after.isascii() and after.isdecimal() and len(after) < 8 else 0
    wanted = lines.WHICH.get(which, lines.ALL)
    row, found, more = await importing.outcomes(import_id, wanted, behind, actor_of(request))
    asked = (which if which in lines.WHICH else "", after if behind else "")
    return lines.outcomes(row, found, more, asked, language_of(request))


@post(f"{_ONE}/decision", include_in_schema=False, request_max_body_size=MOST_BODY)
async def attach_decision(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Attach the scan of a decision on which positions rest. Raises NotAllowed, NotFound, ImportMoved."""
    actor, language = actor_of(request), language_of(request)
    await importing.read(import_id, actor)
    form = await read_form(request)
    decided_on, _, number = form.text("decision").partition(" ")
    try:
        day = date.fromisoformat(decided_on)
        unit_id = await importing.decision_of(import_id, number, day, actor)
        scan = await scans.of_people_import(import_id, unit_id, await read_scan(request), actor)
        async with transaction():
            await importing.attach(import_id, number, day, scan.id, actor)
    except ValueError:
        said = say(language, "peopleimport.decision_needed")
        return await _show(request, import_id, form, wrong=said, status=422)
    except ScanWrong as error:
        said = getattr(error.text, language)
        return await _show(request, import_id, form, wrong=said, scan_wrong=said, status=422)
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return await _show(
            request, import_id, form, wrong=told(request, error), status=error.status
        )
    return Redirect(f"{PLACE}/{import_id}?done=attached#decisions", status_code=303)


@post(f"{_ONE}/begin", opt=ONCE, include_in_schema=False)
async def begin_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Let the rows come. Sending it again shows what the first sending did. Raises NotAllowed, NotFound."""
    _UPLOADS.check(request)
    confirming.require(request)
    form = await read_form(request)
    every = form.text("extent") == "all"
    try:
        async with transaction():
            outcome = await importing.begin(
                import_id, form.text("sha256"), every, actor_of(request)
            )
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return await _show(
            request, import_id, form, wrong=told(request, error), status=error.status
        )
    return await _STEPS.answer(request, import_id, outcome, form, "begun")


@get(f"{_ONE}/letters", include_in_schema=False)
async def show_units(
    request: AnyRequest, import_id: FromPath[UUID], after: FromQuery[str] = ""
) -> Response[Any]:
    """List the units in which officers came, each leading to its letters. Raises NotAllowed, NotFound."""
    row, found, more = await importing.units(import_id, after[:_LONGEST], actor_of(request))
    listing = lines.units(row, found, more, after[:_LONGEST], language_of(request))
    return page(request, "force/people_imports/letters.html", row=row, list=listing)


_STEPS = Steps(PLACE, importing, _show, "force/people_imports/give_up.html", lines.progress)
HANDLERS = [
    *_UPLOADS.handlers(),
    show_import,
    attach_decision,
    begin_import,
    show_units,
    *_STEPS.handlers(),
]
