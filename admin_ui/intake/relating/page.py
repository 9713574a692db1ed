"""Links, merges and splits of informations: each page shows what it does, and is itself the confirmation."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.intake.acts.asking import NotRecorded
from admin_ui.intake.acts.index import DESCRIBED
from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotFound
from backend.intake.informations import service as informations
from backend.ledger.service import Outcome, Refused
from schemas.intake import acts
from schemas.intake.acts import Matter
from schemas.intake.views import InformationView
from schemas.intake.words import InformationAct, Linked

_ONE = "/desk/informations/{information_id:uuid}"
MOST_PARTS = 10


async def view_of(request: AnyRequest, information_id: UUID) -> InformationView:
    """Read the information that a page is about; the reading is recorded. Raises NotFound."""
    async with transaction():
        return await informations.read(information_id, actor_of(request), address_of(request))


def not_now(request: AnyRequest, view: InformationView, kind: InformationAct) -> Response[str]:
    """Say that the act is not possible now."""
    return page(
        request, "intake/acts/not_now.html", status=409, view=view, described=DESCRIBED[kind]
    )


def reason_of(form: Form, errors: dict[str, str], language: Language) -> str:
    """Return the reason, or note that it is missing or too long."""
    reason = form.text("reason")
    if not 3 <= len(reason) <= 2000:
        errors["reason"] = say(language, "relating.reason_needed")
    return reason


def _shown(
    request: AnyRequest, what: str, view: InformationView, form: Form, **more: Any
) -> Response[str]:
    context: dict[str, Any] = {
        "errors": {},
        "refused": "",
        "status": 200,
        "described": DESCRIBED[InformationAct.SPLIT],
    } | more
    return page(request, f"intake/relating/{what}.html", view=view, form=form, **context)


def _answer(
    request: AnyRequest, what: str, view: InformationView, form: Form, outcome: Outcome, **more: Any
) -> Response[Any]:
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return _shown(request, what, view, form, refused=said, status=409, **more)
    done = {"link": "linked", "unlink": "unlinked", "merge": "merged", "split": "split"}[what]
    return Redirect(f"/desk/informations/{view.id}?done=intake.{done}", status_code=303)


# Links --------------------------------------------------------------------------------------------


@get(f"{_ONE}/link", include_in_schema=False)
async def ask_link(request: AnyRequest, information_id: FromPath[UUID]) -> Response[str]:
    """Show the form of a link; with `?information=`, to that one."""
    actor = actor_of(request)
    other = typed.identifier(request.query_params.get("information", ""))
    async with transaction():
        view = await informations.view(information_id, actor)
        async with at_once() as ask:
            suggesting = ask(informations.suggestions(view.id, actor))
            numbering = ask(informations.numbers_of([other], actor)) if other else None
        await informations.opened(view, actor, address_of(request))
    if InformationAct.LINKED not in view.possible:
        return not_now(request, view, InformationAct.LINKED)
    values: dict[str, list[str]] = {}
    if other is not None and numbering is not None:
        number = numbering.result().get(other, "")
        values = {"kind": [Linked.INFORMATION.value], "number": [number]}
    beside = {"kinds": _kinds(language_of(request)), "similar": suggesting.result()}
    return _shown(request, "link", view, Form(values), **beside)


async def _beside(request: AnyRequest, view: InformationView) -> dict[str, Any]:
    """Return what the form of a link offers: kinds, and what may be about the same."""
    async with transaction():
        similar = await informations.suggestions(view.id, actor_of(request))
    return {"kinds": _kinds(language_of(request)), "similar": similar}


def _kinds(language: Language) -> list[tuple[str, str]]:
    return [(one.value, say(language, f"infopage.link_{one}")) for one in Linked]


@post(f"{_ONE}/link", opt=ONCE, include_in_schema=False)
async def make_link(request: AnyRequest, information_id: FromPath[UUID]) -> Response[Any]:
    """Link it to the record with the number that was typed; its kind follows, unless two have that number."""
    actor, language = actor_of(request), language_of(request)
    view, form = await view_of(request, information_id), await read_form(request)
    errors: dict[str, str] = {}
    kind = form.text("kind")
    asked = [Linked(kind)] if kind in set(Linked) else list(Linked)
    found = [
        (one, ident)
        for one in asked
        if (ident := await _find(one, form.text("number"), actor)) is not None
    ]
    if not found:
        errors["number"] = say(language, "relating.number_unknown")
    elif len(found) > 1:
        errors["kind"] = say(language, "relating.kind_needed")
    reason = reason_of(form, errors, language)
    beside = await _beside(request, view)
    if errors:
        return _shown(request, "link", view, form, errors=errors, status=422, **beside)
    [(linked, record_id)] = found
    content = acts.LinkMade(
        kind=linked, record_id=record_id, number=form.text("number"), reason=reason
    )
    async with transaction():
        outcome = await informations.act(information_id, content, actor)
    return _answer(request, "link", view, form, outcome, **beside)


async def _find(kind: Linked, number: str, actor: Actor) -> UUID | None:
    """Find a record in the reader's sight by its number."""
    if not number or len(number) > 80:
        return None
    async with transaction():
        match kind:
            case Linked.CASE:
                return await cases.id_of(number, actor)
            case Linked.INFORMATION:
                return await informations.id_of(number, actor)
            case Linked.INSPECTION:
                known = (await cases.choices_for(None, actor)).inspections
                return next((one.id for one in known if one.decision_number == number), None)


@get(f"{_ONE}/unlink/{{kind:str}}/{{record_id:uuid}}", include_in_schema=False)
async def ask_unlink(
    request: AnyRequest,
    information_id: FromPath[UUID],
    kind: FromPath[str],
    record_id: FromPath[UUID],
) -> Response[str]:
    """Ask why the link is wrong. Raises NotFound for a link that is not there."""
    view = await view_of(request, information_id)
    if InformationAct.UNLINKED not in view.possible:
        return not_now(request, view, InformationAct.UNLINKED)
    return _shown(request, "unlink", view, Form({}), taken=_link(view, kind, record_id))


def _link(view: InformationView, kind: str, record_id: UUID) -> Any:
    for one in view.links:
        if one.kind == kind and one.record_id == record_id:
            return one
    raise NotFound(what="link")


@post(f"{_ONE}/unlink/{{kind:str}}/{{record_id:uuid}}", opt=ONCE, include_in_schema=False)
async def take_link_back(
    request: AnyRequest,
    information_id: FromPath[UUID],
    kind: FromPath[str],
    record_id: FromPath[UUID],
) -> Response[Any]:
    """Take the link back, with the reason."""
    view, form = await view_of(request, information_id), await read_form(request)
    link, errors = _link(view, kind, record_id), dict[str, str]()
    reason = reason_of(form, errors, language_of(request))
    if errors:
        return _shown(request, "unlink", view, form, errors=errors, status=422, taken=link)
    content = acts.LinkTakenBack(kind=link.kind, record_id=record_id, reason=reason)
    async with transaction():
        outcome = await informations.act(information_id, content, actor_of(request))
    return _answer(request, "unlink", view, form, outcome, taken=link)


# Merging and splitting ----------------------------------------------------------------------------


@get(f"{_ONE}/merge", include_in_schema=False)
async def ask_merge(request: AnyRequest, information_id: FromPath[UUID]) -> Response[str]:
    """Ask into which one it goes; with `?into=` or a number, show both side by side."""
    view = await view_of(request, information_id)
    if InformationAct.MERGED not in view.possible:
        return not_now(request, view, InformationAct.MERGED)
    form = Form({"number": [request.query_params.get("number", "")[:80]]})
    other, errors = await _other(request, view)
    async with transaction():
        similar = [] if other else await informations.suggestions(view.id, actor_of(request))
    status = 422 if errors else 200
    return _shown(
        request, "merge", view, form, other=other, similar=similar, errors=errors, status=status
    )


async def _other(
    request: AnyRequest, view: InformationView
) -> tuple[InformationView | None, dict[str, str]]:
    """Return the information that the address names, as the reader sees it."""
    into = typed.identifier(request.query_params.get("into", ""))
    number = request.query_params.get("number", "").strip()
    if into is None and not number:
        return None, {}
    actor = actor_of(request)
    async with transaction():
        found = into or await informations.id_of(number, actor)
        if found is not None and found != view.id:
            return await informations.read(found, actor, address_of(request)), {}
    return None, {"number": say(language_of(request), "relating.number_unknown")}


@post(f"{_ONE}/merge", opt=ONCE, include_in_schema=False)
async def merge(request: AnyRequest, information_id: FromPath[UUID]) -> Response[Any]:
    """Merge it into the other one, with the reason. Raises NotFound if that is out of sight."""
    view, form = await view_of(request, information_id), await read_form(request)
    other = await view_of(request, typed.named(form.text("into")))
    errors: dict[str, str] = {}
    reason = reason_of(form, errors, language_of(request))
    if errors:
        return _shown(request, "merge", view, form, other=other, errors=errors, status=422)
    content = acts.Merged(into=other.id, number=other.number, reason=reason)
    async with transaction():
        outcome = await informations.act(information_id, content, actor_of(request))
    return _answer(request, "merge", view, form, outcome, other=other)


@get(f"{_ONE}/split", include_in_schema=False)
async def ask_split(request: AnyRequest, information_id: FromPath[UUID]) -> Response[str]:
    """Show two parts: the first with the summary to be shortened, the second empty."""
    view = await view_of(request, information_id)
    if InformationAct.SPLIT not in view.possible:
        return not_now(request, view, InformationAct.SPLIT)
    values = {"parts": ["2"], "part.0": [view.matter.summary]}
    return _shown(request, "split", view, Form(values), count=2)


@post(f"{_ONE}/split", opt=ONCE, include_in_schema=False)
async def split(request: AnyRequest, information_id: FromPath[UUID]) -> Response[Any]:
    """Add a part to the form, or divide the information."""
    language = language_of(request)
    view, form = await view_of(request, information_id), await read_form(request)
    text = form.text("parts")
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 2
    count = max(2, min(count, MOST_PARTS))
    if form.text("step") == "more":
        return _shown(request, "split", view, form, count=min(count + 1, MOST_PARTS))
    found = [form.text(f"part.{number}") for number in range(count)]
    errors: dict[str, str] = {}
    said = [one for one in found if one]
    if len(said) < 2 or any(not 3 <= len(one) <= 5000 for one in said):
        errors["part.0"] = say(language, "relating.split_needed")
    reason = reason_of(form, errors, language)
    if errors:
        return _shown(request, "split", view, form, count=count, errors=errors, status=422)
    parts = [_part(view.matter, summary) for summary in said]
    try:
        async with transaction():
            outcome, _ = await informations.split(information_id, parts, reason, actor_of(request))
            if isinstance(outcome, Refused):
                raise NotRecorded(outcome)
    except NotRecorded as fault:
        return _answer(request, "split", view, form, fault.refused, count=count)
    return _answer(request, "split", view, form, outcome, count=count)


def _part(matter: Matter, summary: str) -> Matter:
    return msgspec.structs.replace(matter, summary=summary)


HANDLERS = [
    ask_link,
    make_link,
    ask_unlink,
    take_link_back,
    ask_merge,
    merge,
    ask_split,
    split,
]
