"""The language switch.

It sets a preference of the browser, so that it works before anyone has signed in. On a page that answers a form, of
which nothing was recorded then, it carries the form (admin_ui/shell/kept.py): to ask for the address again would show
none of it, and to send it again would be an act.
"""

from typing import Annotated, Any

import msgspec
from litestar import Response, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from admin_ui.shell import kept
from admin_ui.shell.forms import Form
from admin_ui.shell.guards import sign_in_page
from admin_ui.shell.onward import own_path
from admin_ui.shell.render import LANGUAGE_COOKIE, AnyRequest, page
from admin_ui.shell.words import Language


class ChooseLanguage(msgspec.Struct):
    """The form of the switch; `back` is the page that showed it, the others are a form that it carries."""

    language: Language
    back: str = "/desk/"
    kept: str = ""
    kept_to: str = ""
    kept_files: str = ""
    csrf_token: str = ""


@post(
    "/desk/language",
    opt={"public": True},
    status_code=303,
    include_in_schema=False,
    request_max_body_size=kept.MOST_BYTES,
)
async def choose_language(
    request: AnyRequest,
    data: Annotated[ChooseLanguage, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Remember the language for a year; go back to the page, or show what was typed there."""
    answer = _onward(request, data)
    answer.set_cookie(
        Cookie(
            key=LANGUAGE_COOKIE,
            value=data.language,
            path="/desk",
            max_age=365 * 24 * 3600,
            samesite="lax",
            httponly=True,
        )
    )
    return answer


def _onward(request: AnyRequest, data: ChooseLanguage) -> Response[Any]:
    fields = {"kept": data.kept, "kept_to": data.kept_to, "kept_files": data.kept_files}
    carried = kept.carried(Form.filled(fields))
    if carried is None:
        return Redirect(own_path(data.back), status_code=303)
    request.state["language"] = data.language
    if request.state.get("actor") is None:
        return sign_in_page(request, carried)
    return page(request, "shell/kept.html", kept=carried, in_language=True)
