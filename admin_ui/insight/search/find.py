"""What the search box shows as one types: a fragment of a page, up to five of each kind."""

from litestar import MediaType, Response, get

from admin_ui.insight.search.shown import kind_address, shown
from admin_ui.shell.formats import up_to_minutes
from admin_ui.shell.forms import clean
from admin_ui.shell.looks import EXCEPTION_HANDLERS
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, html, language_of
from admin_ui.shell.words import say
from backend.core import looks
from backend.core.errors import Invalid
from backend.insight.search import service as search
from schemas.insight.search import Found

_MOST = 4000
"""Letters of an address that are read at all: a question of more is refused whatever it says."""


@get("/desk/find", include_in_schema=False, exception_handlers=EXCEPTION_HANDLERS)
async def find(request: AnyRequest) -> Response[str]:
    """Return the hits for what was typed. A question that is none is answered in words, with 422."""
    actor, language = actor_of(request), language_of(request)
    looks.admit(actor.officer_id)
    asked = clean(request.query_params.get("q", "")[:_MOST])
    typed = asked + " " * request.query_params.get("q", "")[:_MOST].endswith(" ")
    wrong = ""
    try:
        found = await search.typed(actor, typed, address=address_of(request))
    except Invalid as error:
        found, wrong = Found(groups=[], behind=0), told(request, error)
    groups = [
        {
            "kind": group.kind,
            "title": say(language, f"find.kind_{group.kind}"),
            "hits": [shown(hit, actor, language) for hit in group.hits],
            "all": kind_address(group.kind, {"q": asked}) if group.more else "",
        }
        for group in found.groups
    ]
    count = sum(len(group.hits) for group in found.groups)
    said = say(language, "find.said", count=count) if count else say(language, "find.said_none")
    content = html(
        request,
        "insight/search/found.html",
        {
            "groups": groups,
            "asked": asked,
            "wrong": wrong,
            "said": wrong or said,
            "behind": up_to_minutes(found.behind),
        },
    )
    return Response(content, media_type=MediaType.HTML, status_code=422 if wrong else 200)


HANDLERS = [find]
