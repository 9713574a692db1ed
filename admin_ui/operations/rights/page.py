"""Roles and rights as a matrix: which role may make which act, and which pages its rail has. For those who give roles
and those who check them; nothing here is kept by hand."""

from functools import partial
from typing import Any, NamedTuple

from litestar import Response, get

from admin_ui.casework.acts.index import DESCRIBED as OF_CASES
from admin_ui.intake.acts.index import DESCRIBED as OF_INFORMATIONS
from admin_ui.shell.areas import AREAS
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.core.errors import NotAllowed
from backend.operations.rights import service as rights
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

READERS = (Role.ADMINISTRATOR, Role.AUDITOR)
_PAGES = "pages"
_NAMES: dict[str, Text] = {
    **{str(kind): one.name for kind, one in OF_CASES.items()},
    **{str(kind): one.name for kind, one in OF_INFORMATIONS.items()},
    **rights.names_of_plans(),
}
_KEYS = ("people.event_", "domain.act_", "submissions.act_", "parties.act_")
"""How words of acts are called in the catalogue of a group whose acts have no description of their own."""


class Row(NamedTuple):
    """An act or a page, with a mark for each role in the order of the roles."""

    name: str
    code: str
    cells: tuple[bool, ...]


@get("/desk/rights", include_in_schema=False)
async def show(request: AnyRequest) -> Response[Any]:
    """Show the matrix of one group of acts, or of pages. Raises NotAllowed."""
    if not actor_of(request).has(*READERS):
        raise NotAllowed
    language = language_of(request)
    words = partial(say, language)
    asked = request.query_params.get("group", "")
    group = asked if asked in rights.GROUPS else _PAGES
    of_pages = group == _PAGES
    return page(
        request,
        "operations/rights/rights.html",
        tabs=[
            (f"/desk/rights?group={one}", words(f"rights.{one}"), one == group)
            for one in (_PAGES, *rights.GROUPS)
        ],
        caption=words(f"rights.{group}"),
        heading=words("rights.page" if of_pages else "rights.act"),
        roles=[words(f"domain.role_{one}") for one in Role],
        rows=pages(language) if of_pages else acts(group, language),
    )


def acts(group: str, language: Language) -> list[Row]:
    """Return the acts of a group with the roles that make them."""
    return [
        Row(_name(one.act, language), one.act, tuple(role in one.roles for role in Role))
        for one in rights.of_group(group)
    ]


def pages(language: Language) -> list[Row]:
    """Return the pages of the rail with the roles that have them; each page judges again what it shows."""
    return [
        Row(
            say(language, one.word),
            one.href,
            tuple(one.roles is None or role in one.roles for role in Role),
        )
        for one in AREAS
    ]


def _name(act: str, language: Language) -> str:
    found = _NAMES.get(act)
    if found is not None:
        return str(getattr(found, language))
    known = CATALOGUES[language]
    return next((known[key + act] for key in _KEYS if key + act in known), act)


HANDLERS = [show]
