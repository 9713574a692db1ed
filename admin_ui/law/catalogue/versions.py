"""Versions of a behaviour: everybody reads them, a publisher proposes, a second person confirms.

Proposing takes two pages: one shows what changes against the previous version, then a button
proposes it. Proposals that wait for a second person are shown by proposals.py.
"""

from functools import partial
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.law.catalogue import compared, provided_words, provisions_form
from admin_ui.shell.formats import number as number_as_typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.fields import Errors, Field, Values, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.law.catalogue import service as catalogue
from backend.law.sanctions import service as sanctions
from backend.ledger.service import Refused
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.law.catalogue import ViolationField, ViolationPublished, ViolationWithdrawn

_FIELDS = (
    Field("name_vi", "area", "catalogue.name_vi", longest=2000, shortest=3),
    Field("legal_basis", "text", "catalogue.basis", longest=2000, shortest=3),
    Field("fine_min_vnd", "money", "catalogue.fine_min_vnd"),
    Field("fine_max_vnd", "money", "catalogue.fine_max_vnd"),
    Field("subject", "choice", "catalogue.subject"),
    Field("field", "choice", "catalogue.field"),
    Field("valid_from", "date", "catalogue.valid_from"),
    Field("valid_to", "date", "catalogue.valid_to", required=False),
    Field("check_vi", "area", "catalogue.check_vi", required=False, longest=2000),
    Field("check_en", "area", "catalogue.check_en", required=False, longest=2000),
    Field("source", "text", "catalogue.source", longest=2000, shortest=3),
    Field("note", "area", "catalogue.note", longest=2000, shortest=3, hint="catalogue.note_hint"),
)
_WITHDRAWAL = (
    Field("valid_to", "date", "catalogue.withdrawn_from"),
    Field("note", "area", "catalogue.note", longest=2000, shortest=3),
)


_RETURNED = Text(vi="Trả lại cho chủ sở hữu", en="Return to the owner")


@get("/desk/catalogue/{code:str}", include_in_schema=False)
async def show_behaviour(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Show a behaviour as in force today, and all its versions."""
    return await _behaviour(request, code, {}, {})


async def _behaviour(
    request: AnyRequest,
    code: str,
    values: dict[str, str],
    errors: Errors,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    versions = await catalogue.history(code)
    newest = next((v for v in versions if v.withdrawn_on is None), None)
    row = await catalogue.version_at(code, clock.today())
    return page(
        request,
        "law/catalogue/behaviour.html",
        status=status,
        row=row,
        told=sanctions.provided(row),
        standing=catalogue.law_history(code, clock.today()),
        former=catalogue.former(code),
        is_code=catalogue.names_here,
        legal=actor_of(request).has(Role.LEGAL, Role.AUDITOR, Role.ADMINISTRATOR),
        versions=versions,
        names=await accounts.names_of(version.officer_id for version in versions),
        publisher=catalogue.may_publish(actor_of(request)),
        newest=newest,
        values=values,
        errors=errors,
        wrong=wrong,
        done=request.query_params.get("done", "") == "confirmed",
    )


def _choices(request: AnyRequest) -> dict[str, list[tuple[str, str]]]:
    translate = partial(say, language_of(request))
    return {
        "subject": [
            (each, translate(f"catalogue.for_{each}")) for each in ("individual", "organisation")
        ],
        "field": [(each.value, translate(f"catalogue.field_{each}")) for each in ViolationField],
    }


@get("/desk/catalogue/{code:str}/publish", include_in_schema=False)
async def show_publish(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Show the form of a new version, filled from the newest version or the draft."""
    draft = await catalogue.begin(actor_of(request), code)
    values = catalogue.flat(draft.base)
    for name in ("fine_min_vnd", "fine_max_vnd"):
        if values[name]:
            values[name] = number_as_typed(int(values[name]), "vi")
    if draft.next_version > 1:
        values["valid_from"] = ""
    form = Form(provisions_form.first(draft.base)).with_values(values)
    return _form(request, code, draft.next_version, form)


def _form(
    request: AnyRequest,
    code: str,
    version: int,
    form: Form,
    errors: Errors | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    offered = sanctions.provision_choices()
    return page(
        request,
        "law/catalogue/publish.html",
        status=status,
        form=form,
        rows={part: provisions_form.rows(form, part) for part in provisions_form.PARTS},
        offered=offered,
        unless=offered.remedies | {provisions_form.RETURNED: _RETURNED},
        code=code,
        version=version,
        fields=_FIELDS,
        choices=_choices(request),
        errors=errors or {},
        wrong=wrong,
    )


@post("/desk/catalogue/{code:str}/publish", include_in_schema=False)
async def do_publish(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Show what will change; with `sure`, propose it to a second person."""
    actor = actor_of(request)
    draft = await catalogue.begin(actor, code)
    form = await read_form(request)
    if provisions_form.asks_for_more(form):
        return _form(request, code, draft.next_version, form)
    content, errors = _content(request, code, form, draft)
    if content is None:
        return _form(request, code, draft.next_version, form, errors, status=422)
    changes, fault = await catalogue.compare(actor, content)
    if fault:
        wrong = getattr(fault, language_of(request))
        return _form(request, code, draft.next_version, form, wrong=wrong, status=422)
    if not form.ticked("sure"):
        return page(
            request,
            "law/catalogue/confirm.html",
            code=code,
            content=content,
            first=content.version == 1,
            changed=compared.version(
                changes,
                provided_words.of_both(
                    draft.base, catalogue.providing.as_row(content), language_of(request)
                ),
                language_of(request),
            ),
            pairs=[
                *((n, v) for n, v in form.pairs() if n != "version"),
                ("version", str(content.version)),
                ("sure", "yes"),
            ],
        )
    async with transaction():
        proposal_id, outcome = await catalogue.propose(actor, content)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language_of(request))
        return _form(request, code, draft.next_version, form, wrong=wrong, status=409)
    return Redirect(
        f"/desk/catalogue/{code}/proposals/{proposal_id}?done=proposed", status_code=303
    )


def _content(
    request: AnyRequest, code: str, form: Form, draft: catalogue.Draft
) -> tuple[ViolationPublished | None, Errors]:
    """Return the version that a form describes, or None and the errors.

    It keeps the version number that the confirmation page showed, so that of two concurrent
    proposals one is refused.
    """
    translate = partial(say, language_of(request))
    values, errors = read(_FIELDS, form, _choices(request), translate)
    for name in ("fine_min_vnd", "fine_max_vnd"):
        if not values[name] and draft.base.times is not None:  # its fine is a multiple
            values[name] = 0
            errors.pop(name, None)
        elif values[name] == 0:
            errors[name] = translate("catalogue.error_amount", field=translate(f"catalogue.{name}"))
    provided, wrong = provisions_form.read(form, translate)
    errors |= wrong
    if errors:
        return None, errors
    stated = form.text("version")
    small = stated.isascii() and stated.isdigit() and len(stated) < 7
    number = int(stated) if small else draft.next_version
    content = _published(code, number, values)
    if not provisions_form.shown(form):
        return content, {}
    return catalogue.providing.with_provisions(draft.base, content, *provided), {}


def _published(code: str, version: int, values: Values) -> ViolationPublished:
    given = {name: value if value is not None else "" for name, value in values.items()}
    given["valid_to"] = values["valid_to"]
    return msgspec.convert(given | {"code": code, "version": version}, ViolationPublished)


@post("/desk/catalogue/{code:str}/withdraw", include_in_schema=False)
async def do_withdraw(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Propose to withdraw a version from a day on, with the reason."""
    actor = actor_of(request)
    await catalogue.begin(actor, code)
    form = await read_form(request)
    translate = partial(say, language_of(request))
    values, errors = read(_WITHDRAWAL, form, {}, translate)
    number = form.text("version")
    if not (number.isascii() and number.isdigit() and 0 < int(number) <= 10_000):
        errors["version"] = translate("form.choice", field=translate("catalogue.version"))
    if errors:
        return await _behaviour(request, code, dict(form.pairs()), errors, status=422)
    content = ViolationWithdrawn(
        code=code, version=int(number), valid_to=values["valid_to"], note=values["note"]
    )
    async with transaction():
        proposal_id, outcome = await catalogue.propose(actor, content)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language_of(request))
        return await _behaviour(request, code, dict(form.pairs()), {}, wrong, status=409)
    return Redirect(
        f"/desk/catalogue/{code}/proposals/{proposal_id}?done=proposed", status_code=303
    )


HANDLERS = [show_behaviour, show_publish, do_publish, do_withdraw]
