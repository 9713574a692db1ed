"""The unit to which a list is narrowed, as it was typed: one place for all lists (macros/forms.html: unit_filter).

With the script the unit is chosen already, and its id is sent. Without it the text is: it is resolved here, before the
list's own page, which knows addresses with ids alone. Either way the address ends up without what the search box adds,
to be kept and sent to colleagues.
"""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from litestar import Response
from litestar.response import Redirect

from admin_ui.shell.choosing import sources
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.words import say

_RULES = ("covered", "ever")
_BESIDE = ("unit.rule", "unit.said", "unit.typed", "unit.was")
"""What the search box sends beside the unit."""


async def narrow(request: AnyRequest) -> Response[Any] | None:
    """Answer a list's address with a typed unit: lead to that with its id, or ask which is meant; else None."""
    rule = request.query_params.get("unit.rule")
    if request.method != "GET" or rule not in _RULES:
        return None
    form = Form.filled(dict(request.query_params))
    value, typed = form.text("unit"), form.text("unit.typed").strip()
    if value and value == form.text("unit.was") and typed == form.text("unit.said"):
        return _to(request, value)
    language = language_of(request)
    options = await sources.SOURCES["units"](request, {"rule": rule})
    reader = Reader(form, partial(say, language))
    chosen = reader.picked("unit", say(language, "people.unit"), options, required=False)
    if not reader.errors:
        return _to(request, chosen or "")
    return page(
        request,
        "shell/choosing/unit.html",
        status=422,
        wrong=reader.errors["unit"],
        offers=[
            (_address(request, one), said.strip("– ")) for one, said in form.offers.get("unit", [])
        ],
        back=_address(request, ""),
    )


def _to(request: AnyRequest, unit: str) -> Response[Any]:
    return Redirect(_address(request, unit), status_code=303)


def _address(request: AnyRequest, unit: str) -> str:
    """Return the list's address with this unit; what was asked for besides stays, from the first page."""
    kept = [
        (name, value)
        for name, value in request.query_params.multi_items()
        if name not in (*_BESIDE, "unit", "after") and value
    ]
    query = urlencode([*kept, *([("unit", unit)] if unit else [])])
    return f"{request.url.path}?{query}" if query else request.url.path
