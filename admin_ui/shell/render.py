"""Renders templates to pages.

Autoescape is always on, and an undefined name is an error instead of an empty string. Every page
has: `t` (the words), `lang`, `actor` (None before sign-in), `csrf_token`, `unit_name`, `unread`
(the officer's unread notices), `work_tally` (how much waits for the officer), `seen_lately` (address
and title of the records opened last), `making` (percent of a demonstration's history, while it is played),
`path`, `static` (a file's address with its hash), `now`, `asked_at`
(when the request arrived: all that happened before it is on the page), `kept`
(the form that was sent, kept.py), and `unknown_reader` (no guard identified the reader, so the page
offers no form). For the language switch there are `sent_form` (the form that was sent; a page in between sets the one
that it carries), `was_recorded` and `shown_once` (False; the few pages that answer a form so set them).

The guard of the desk sets in `request.state`: `actor`, `csrf_token`, `unread`, `making` and, if
known, `unit_name` (a schemas.core.problems.Text). The language is that of the reader's cookie, else the
officer's own, else Vietnamese.
"""

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

import jinja2
from litestar import MediaType, Request, Response
from markupsafe import Markup

from admin_ui.shell import compiled, last_seen
from admin_ui.shell.areas import Area, areas, creations, entries, waiting_at, within
from admin_ui.shell.clock_words import FILTERS
from admin_ui.shell.crumbs import crumbs
from admin_ui.shell.environment import Environment
from admin_ui.shell.files import DESK, files
from admin_ui.shell.formats import (
    FORMATS,
    age,
    ago,
    common_name,
    coordinates,
    hour,
    iso,
    whole_minutes,
)
from admin_ui.shell.static_files import address
from admin_ui.shell.words import LANGUAGES, Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotSignedIn
from backend.insight.my_work.tally import Tally
from schemas.core.ids import new_id

LANGUAGE_COOKIE = "ht_language"
IN_BACKGROUND = "x-live"
"""The header of a request that an open page makes by itself. Its value is the language of that page."""
_UNSEEN = tuple(
    chr(code)
    for first, last in (
        *((0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x7F)),
        *((0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)),
    )
    for code in range(first, last + 1)
)
"""Control characters and marks that change the direction of what follows. Forms of the desk drop them, the door of
phones does not: a signed act is kept as it came."""
_WITHOUT = dict.fromkeys(map(ord, _UNSEEN))


PURE = frozenset({"coordinates", "ago", "age", "whole_minutes", "say_in", "static"})
"""Globals whose result depends on their arguments alone."""
PURE_FILTERS = (FORMATS.keys() | FILTERS.keys() | {"iso", "hour", "common_name"}) - {"clock_name"}
"""Filters whose result depends on their arguments alone; `clock_name` looks at today's rules."""
ENVIRONMENT = Environment(
    loader=jinja2.FileSystemLoader(DESK),
    bytecode_cache=compiled.kept(DESK),
    optimized=False,  # our filters' results change without the template; compiled templates must not fold them in
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
    pure=PURE,
    pure_filters=PURE_FILTERS,
)
ENVIRONMENT.filters |= FORMATS | FILTERS
ENVIRONMENT.filters |= {"iso": iso, "hour": hour, "common_name": common_name}


def rail(language: Language, actor: Actor, path: str, tally: Tally | None) -> Markup:
    """Return the rail of a page, as the reader's roles have it, with how much waits for the reader."""
    mine = areas(actor)
    place = path.rstrip("/")
    present = place if any(one.href.rstrip("/") == place for one in mine) else None
    return _rail(language, tuple(mine), within(path, mine), present, tally)


@lru_cache(maxsize=500)
def _rail(
    language: Language,
    mine: tuple[Area, ...],
    in_area: Area | None,
    present: str | None,
    tally: Tally | None,
) -> Markup:
    """Render it once for all who see the same: it is half of what a page has beside its own content.

    Nothing in it is of one officer but how much waits.
    """
    return Markup(  # noqa: S704 - a template escaped it
        ENVIRONMENT.get_template("shell/navigation.html").render(
            t=partial(say, language),
            mine=mine,
            in_area=in_area,
            present=present,
            tally=tally,
            lang=language,
        )
    )


ENVIRONMENT.globals |= {
    "rail": rail,
    "entries": entries,
    "waiting_at": waiting_at,
    "creations": creations,
    "crumbs": crumbs,
    "new_id": new_id,
    "static": address,
    "coordinates": coordinates,
    "ago": ago,
    "age": age,
    "whole_minutes": whole_minutes,
}
ENVIRONMENT.globals["say_in"] = say
for _path in files(".html"):
    # Load all now, not at the first request: after an upgrade an old process keeps serving its own
    # pages.
    _name = _path.relative_to(DESK).as_posix()
    ENVIRONMENT.loaded[_name] = ENVIRONMENT.get_template(_name)


AnyRequest = Request[Any, Any, Any]


def address_of(request: AnyRequest) -> str | None:
    """Return the browser's IP address as the server saw it, to be recorded with a reading."""
    return request.client.host if request.client else None


def actor_of(request: AnyRequest) -> Actor:
    """Return the signed-in officer, as found by the guard. Raises NotSignedIn."""
    actor = request.state.get("actor")
    if not isinstance(actor, Actor):
        raise NotSignedIn
    return actor


def language_of(request: AnyRequest, page_language: str = "") -> Language:
    """Return the reader's language: from the cookie, else the officer's, else Vietnamese.

    An open page that brings itself up to date keeps its own, though its reader has since chosen the
    other in another tab: one half of it would be read out in the wrong language. It says so in its
    request's header, or in `page_language` where it can send none. A request that chooses a language is answered in it.
    """
    actor = request.state.get("actor")
    asked = page_language or request.state.get("language") or request.headers.get(IN_BACKGROUND)
    for wish in (asked, request.cookies.get(LANGUAGE_COOKIE), actor and actor.language):
        for language in LANGUAGES:
            if wish == language:
                return language
    return "vi"


def page(request: AnyRequest, template: str, *, status: int = 200, **context: Any) -> Response[str]:
    """Render `template`, a path below `admin_ui/`. Pages that report an error set `status`."""
    text = html(request, template, context)
    return Response(
        text,
        media_type=MediaType.HTML,
        status_code=status,
        background=None
        if IN_BACKGROUND in request.headers
        else last_seen.after(request, text, status, str(context.get("seen_as", ""))),
    )


def _address(request: AnyRequest) -> str:
    """Return the address of the page, with its filters if it was asked for by GET."""
    query = request.url.query if request.method == "GET" else ""
    return f"{request.url.path}?{query}" if query else request.url.path


def html(request: AnyRequest, template: str, context: Mapping[str, Any]) -> str:
    """Render a template to text, without characters that make it read differently from the printed paper."""
    language = language_of(request)
    words = partial(say, language)
    unit_name = request.state.get("unit_name")
    now, whole_path = clock.now(), _address(request)
    common = {
        "t": words,
        "lang": language,
        "other_lang": "en" if language == "vi" else "vi",
        "actor": request.state.get("actor"),
        "csrf_token": request.state.get("csrf_token", ""),
        "unread": request.state.get("unread", 0),
        "work_tally": request.state.get("tally"),
        "seen_lately": request.state.get("seen", []),
        "making": request.state.get("making"),
        "unit_name": getattr(unit_name, language, "") if unit_name else "",
        "path": request.url.path,
        "here": whole_path,
        "whole_path": whole_path,  # as `here`, to which some pages give another value
        "unknown_reader": request.state.get("unknown_reader", False),
        "kept": request.state.get("kept"),
        "sent_form": request.state.get("kept"),
        "was_recorded": False,
        "shown_once": False,
        "now": now,
        "asked_at": request.state.get("asked_at", now),
    }
    return seen(ENVIRONMENT.render_page(template, {**common, **context}))


def seen(text: str) -> str:
    """Return a text without the characters that nobody sees.

    Nearly every page has none. To look for each by itself takes a fifth of the time of one pass over all characters,
    which was a tenth of a page of fifty rows.
    """
    if any(one in text for one in _UNSEEN):
        return text.translate(_WITHOUT)
    return text
