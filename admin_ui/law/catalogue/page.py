"""The catalogue of sanctioned behaviours, for everybody to look up."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from litestar import Response, get

from admin_ui.shell.forms import clean
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.force.accounts import service as accounts
from backend.law.catalogue import service as catalogue
from schemas.core.vocabulary import Role
from schemas.law.catalogue import ViolationField

_FORCE: tuple[catalogue.Force, ...] = ("now", "history", "all")


@get("/desk/catalogue", include_in_schema=False)
async def show_catalogue(request: AnyRequest) -> Response[Any]:
    """Show behaviours that fit the words and filters, a page at a time, ignoring diacritics."""
    asked = _asked(request)
    found = await catalogue.listed(asked)
    waiting = await catalogue.waiting(actor_of(request))
    translate = partial(say, language_of(request))
    return page(
        request,
        "law/catalogue/catalogue.html",
        asked=asked,
        found=found,
        names=await catalogue.names() if waiting else {},
        waiting=waiting,
        officers=await accounts.names_of(one.officer_id for one in waiting),
        fields=[(each.value, translate(f"catalogue.field_{each}")) for each in ViolationField],
        forces=[(each, translate(f"catalogue.force_{each}")) for each in _FORCE],
        earlier=_address(asked, found.page - 1) if found.page > 1 else "",
        later=_address(asked, found.page + 1) if found.page < found.pages else "",
        publisher=catalogue.may_publish(actor_of(request)),
        reads_outside=actor_of(request).has(Role.LEGAL) or catalogue.may_publish(actor_of(request)),
    )


def _asked(request: AnyRequest) -> catalogue.Asked:
    given = {name: clean(value)[:200] for name, value in request.query_params.items()}
    number = given.get("page", "")
    return catalogue.Asked(
        words=given.get("q", ""),
        decree=given.get("decree", ""),
        article=given.get("article", "").strip()[:10],
        field=given.get("field", ""),
        force=next((one for one in _FORCE if one == given.get("force")), _FORCE[0]),
        page=int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1,
    )


def _address(asked: catalogue.Asked, number: int) -> str:
    told = {
        "q": asked.words,
        "decree": asked.decree,
        "article": asked.article,
        "field": asked.field,
        "force": "" if asked.force == _FORCE[0] else asked.force,
        "page": str(number),
    }
    return f"/desk/catalogue?{urlencode({name: value for name, value in told.items() if value})}"


HANDLERS = [show_catalogue]
