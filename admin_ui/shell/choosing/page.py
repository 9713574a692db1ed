"""Sends the options of a search box (combobox.js), drawn by the server."""

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.shell.choosing import matching, sources
from admin_ui.shell.formats import number
from admin_ui.shell.looks import EXCEPTION_HANDLERS
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core import looks
from backend.core.database import transaction
from backend.core.errors import NotFound


@get("/desk/choose/{kind:str}", include_in_schema=False, exception_handlers=EXCEPTION_HANDLERS)
async def choose(request: AnyRequest, kind: FromPath[str]) -> Response[str]:
    """Return the first options that `q` means, and how many there are. Raises NotFound, NotAllowed.

    What may be chosen follows from the reader's scope and the field's rule; nobody finds here what no form would take.
    """
    looks.admit(actor_of(request).officer_id)
    source = sources.SOURCES.get(kind)
    if source is None:
        raise NotFound(what="choice")
    asked = dict(request.query_params)
    async with transaction():
        options = await source(request, asked)
    if kind not in sources.SEARCHED:
        options = matching.found(options, asked.get("q", ""))
    return page(
        request,
        "shell/choosing/options.html",
        options=options[: matching.MOST],
        said=_said(len(options), kind, language_of(request)),
    )


def _said(count: int, kind: str, language: Language) -> str:
    """Say how many there are: not more than were counted, for a search of the database stops."""
    if count == 0:
        return say(language, "form.combo_none")
    most = sources.MOST_COUNTED.get(kind)
    if most is not None and count > most:
        said = number(most, language)
        return say(language, "form.combo_over", shown=matching.MOST, count=said)
    if count > matching.MOST:
        return say(language, "form.combo_more", shown=matching.MOST, count=number(count, language))
    return say(language, "form.combo_found", count=count)


HANDLERS = [choose]
