"""The page of stated limits: every uncertain fact in use, by topic, for the department that signs for it."""

from typing import Any, NamedTuple

from litestar import Response, get

from admin_ui.law.reckoner.certainty import sees_certainty
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.words import CATALOGUES, Language
from backend.casework.reckoner import service as reckoner
from backend.core.errors import NotAllowed
from backend.law.stated_limits import service as stated_limits
from schemas.law.limits import StatedLimit


class Touched(NamedTuple):
    """Something that rests on an uncertain fact, in words, and the question about it, if one can be asked."""

    text: str
    href: str = ""


class Row(NamedTuple):
    """One uncertain fact with what rests on it."""

    limit: StatedLimit
    touched: list[Touched]


@get("/desk/law/limits", include_in_schema=False)
async def show_limits(request: AnyRequest) -> Response[Any]:
    """Show every uncertain fact in use: its readings, which is taken, what another would change.

    Raises NotAllowed for officers who see no certainty.
    """
    if not sees_certainty(request):
        raise NotAllowed
    language = language_of(request)
    topics: dict[str, list[Row]] = {}
    for one in stated_limits.all_of_them():
        topics.setdefault(one.topic, []).append(Row(one, _touched(one, language)))
    return page(request, "law/reckoner/limits.html", topics=topics)


def _touched(limit: StatedLimit, language: Language) -> list[Touched]:
    """Return what rests on it, in words: time limits, acts and forms.

    Other references name data of the law book, which the fact itself tells in words.
    """
    words, rules = CATALOGUES[language], reckoner.choices("rule")
    found: dict[str, Touched] = {}
    for ref in limit.refs:
        if ref in rules:
            text = getattr(rules[ref], language).removeprefix(f"{ref} – ")
            found[ref] = Touched(text, f"/desk/law/deadline?rule={ref}")
        elif act := words.get(f"case_acts.do_{ref}"):
            found[ref] = Touched(act)
    return list(found.values())


HANDLERS = [show_limits]
