"""What figures mean, before they are counted: for every reader; the legal department signs or objects here."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.shell import typed
from admin_ui.shell.choosing.matching import folded
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import clean, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.accounts import service as accounts
from backend.insight.signing import service as signing
from backend.ledger.service import Refused
from schemas.core.base import Wire
from schemas.insight.signing import (
    DefinitionShown,
    FigureObjected,
    FiguresPresented,
    FiguresSigned,
    ObjectionSettled,
)

_PLACE = "/desk/figures"
_LEAST, _MOST = 3, 2000
_PART = "Trong đó"


@get(_PLACE, include_in_schema=False)
async def show_figures(
    request: AnyRequest, done: FromQuery[str] = "", q: FromQuery[str] = ""
) -> Response[Any]:
    """Show what each figure means, or those that say what is looked for (`q`). Every officer may read it."""
    return await _show(request, done=done, looked_for=clean(q)[:100].strip())


async def _show(
    request: AnyRequest,
    *,
    done: str = "",
    looked_for: str = "",
    wrong: str = "",
    errors: dict[str, str] | None = None,
    about: str = "",
    typed_reason: str = "",
    status: int = 200,
) -> Response[Any]:
    """Render the page; `typed_reason` stands again in the form that `about` names.

    What is looked for is shown alone, and without the forms that are about all.
    """
    async with transaction():
        found = await signing.defining(actor_of(request))
        said = [one for _, group in found.groups for each in group for one in each.stand.said]
        names = await accounts.names_of({one.officer_id for one in said})
    return page(
        request,
        "insight/figures/figures.html",
        status=status,
        found=found,
        groups=[(group, _saying(looked_for, each)) for group, each in found.groups],
        looked_for=looked_for,
        names=names,
        done=done if done in _DONE else "",
        wrong=wrong,
        errors=errors or {},
        about=about,
        typed_reason=typed_reason,
    )


def _saying(looked_for: str, defined: list[signing.Defined]) -> list[signing.Defined]:
    """Return those that name or define it, in either language; a part with the figure that it is a part of."""
    words = folded(looked_for).split()
    found: list[signing.Defined] = []
    whole = None
    for one in defined:
        figure = one.figure
        whole = whole if figure.name.vi.startswith(_PART) else one
        texts = (figure.name.vi, figure.name.en, figure.definition.vi, figure.definition.en)
        said = f" {folded(' '.join(texts))}"
        if all(f" {word}" in said for word in words):
            if whole is not None and whole is not one and whole not in found:
                found.append(whole)
            found.append(one)
    return found


_DONE = ("present", "sign", "object", "settle")


@post(f"{_PLACE}/{{act:str}}", opt=ONCE, include_in_schema=False)
async def say_of_figures(request: AnyRequest, act: FromPath[str]) -> Response[Any]:
    """Present all new definitions, sign those that were presented, object to one, or settle an objection.

    What is presented or signed is what the page showed, named by its hashes. A signature needs a one-time code. Raises
    NotFound for another act, ConfirmationNeeded.
    """
    form, actor, language = await read_form(request), actor_of(request), language_of(request)
    if act not in _DONE:
        raise NotFound(what="act")
    if act == "sign":
        confirming.require(request)
    reason = form.text("reason")
    about = form.text("code") or form.text("objection") or act
    errors: dict[str, str] = {}
    if act == "sign" and not form.ticked("looked"):
        errors = {"looked": say(language, "figures.looked_needed")}
    if act in ("object", "settle") and not _LEAST <= len(reason) <= _MOST:
        errors = {"reason": say(language, "figures.reason_needed")}
    if errors:
        return await _show(request, errors=errors, about=about, typed_reason=reason, status=422)
    content = _content(act, form.all("figure"), reason, form.text("objection"))
    if content is None:
        wrong = say(language, "figures.nothing")
        return await _show(request, wrong=wrong, about=about, typed_reason=reason, status=422)
    async with transaction():
        outcome = await signing.take(content, actor)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _show(request, wrong=wrong, about=about, typed_reason=reason, status=409)
    return Redirect(f"{_PLACE}?done={act}", status_code=303)


def _content(act: str, shown: list[str], reason: str, objection: str) -> Wire | None:
    figures = [one for one in map(_shown, shown) if one is not None]
    if act == "settle":
        ident = typed.identifier(objection)
        return ObjectionSettled(objection_id=ident, reason=reason) if ident else None
    if not figures or len(figures) != len(shown):
        return None
    if act == "object":
        return FigureObjected(figure=figures[0], reason=reason)
    return (
        FiguresPresented(figures=figures, note=reason[:500])
        if act == "present"
        else FiguresSigned(figures=figures)
    )


def _shown(text: str) -> DefinitionShown | None:
    code, _, digest = text.partition(":")
    known = len(digest) == 64 and set(digest) <= set("0123456789abcdef") and len(code) <= 40
    return DefinitionShown(code=code, hash=digest) if known and code else None


HANDLERS = [show_figures, say_of_figures]
