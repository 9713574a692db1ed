"""The catalogue of sanctioned behaviours, for everybody to look up."""

from functools import partial
from typing import Any

from litestar import Response, get

from admin_ui.law.catalogue import lines
from admin_ui.shell import formats
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Chip, Empty, Listing
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.force.accounts import service as accounts
from backend.law.catalogue import service as catalogue
from schemas.core.vocabulary import Role
from schemas.law.catalogue import ViolationField

_PLACE = "/desk/catalogue"
_FORCE: tuple[catalogue.Force, ...] = ("now", "history", "all")


@get(_PLACE, include_in_schema=False)
async def show_catalogue(request: AnyRequest) -> Response[Any]:
    """Show behaviours that fit the words and filters, a page at a time, ignoring diacritics."""
    asked = _asked(request)
    found = await catalogue.listed(asked)
    waiting = await catalogue.waiting(actor_of(request))
    language = language_of(request)
    translate = partial(say, language)
    return page(
        request,
        "law/catalogue/catalogue.html",
        asked=asked,
        drafts=found.drafts,
        decrees=_decrees(found, language),
        list=_listing(asked, found, language),
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


def _listing(asked: catalogue.Asked, found: catalogue.Listed, language: Language) -> Listing:
    words = partial(say, language)
    total = words(
        "catalogue.count",
        count=formats.number(found.found, language),
        total=formats.number(found.total, language),
    )
    if found.pages > 1:
        total += " · " + words("catalogue.page_of", page=found.page, pages=found.pages)
    return Listing(
        caption=words("catalogue.title"),
        heading=words("catalogue.behaviour"),
        columns=lines.columns(language),
        lines=lines.lines(
            found.rows, found.multiples, language, drafts=2 * found.drafts > found.total
        ),
        empty=Empty(words("catalogue.none")),
        total=total,
        chips=_chips(asked, found, language),
        clear=_address(catalogue.Asked(words=asked.words), 1),
        wordy=True,
    )


def _chips(asked: catalogue.Asked, found: catalogue.Listed, language: Language) -> list[Chip]:
    words = partial(say, language)
    field, force = asked.field, asked.force
    return Place(_PLACE, _query(asked)).chips(
        (
            "decree",
            words("catalogue.decree"),
            dict(_decrees(found, language)).get(asked.decree, ""),
        ),
        ("article", words("catalogue.article"), asked.article),
        ("field", words("catalogue.field"), _field(field, language)),
        ("force", words("catalogue.force"), words(f"catalogue.force_{force}")),
    )


def _field(value: str, language: Language) -> str:
    known = value in set(ViolationField)
    return say(language, f"catalogue.field_{value}") if known else ""


def _decrees(found: catalogue.Listed, language: Language) -> list[tuple[str, str]]:
    return [
        (one.prefix, f"NĐ {one.number}: {getattr(one.name, language)}") for one in found.decrees
    ]


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


def _query(asked: catalogue.Asked) -> dict[str, str]:
    return {
        "q": asked.words,
        "decree": asked.decree,
        "article": asked.article,
        "field": asked.field,
        "force": "" if asked.force == _FORCE[0] else asked.force,
    }


def _address(asked: catalogue.Asked, number: int) -> str:
    query = query_of({**_query(asked), "page": str(number) if number > 1 else ""})
    return f"{_PLACE}?{query}" if query else _PLACE


HANDLERS = [show_catalogue]
