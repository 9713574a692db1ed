"""The language switch.

It sets a preference of the browser, so that it works before anyone has signed in.
"""

from typing import Annotated

import msgspec
from litestar import Response, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from admin_ui.shell.onward import own_path
from admin_ui.shell.render import LANGUAGE_COOKIE
from admin_ui.shell.words import Language


class ChooseLanguage(msgspec.Struct):
    """The form of the switch; `back` is the page that showed it."""

    language: Language
    back: str = "/desk/"
    csrf_token: str = ""


@post("/desk/language", opt={"public": True}, status_code=303, include_in_schema=False)
async def choose_language(
    data: Annotated[ChooseLanguage, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[None]:
    """Remember the language for a year and go back to the page."""
    answer: Response[None] = Redirect(own_path(data.back), status_code=303)
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
