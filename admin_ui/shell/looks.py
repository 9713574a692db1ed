"""What a script is answered that asks too often as somebody types: nothing but when to ask again."""

from typing import Any

from litestar import MediaType, Response

from admin_ui.shell.render import AnyRequest
from backend.core import refusing
from backend.core.looks import TooManyLooks


def _too_often(_request: AnyRequest, error: TooManyLooks) -> Response[str]:
    refusing.answer(error.problem_code)
    headers = {"retry-after": str(error.detail["seconds"])}
    return Response("", media_type=MediaType.TEXT, status_code=error.status, headers=headers)


EXCEPTION_HANDLERS: Any = {TooManyLooks: _too_often}
"""Of a handler that answers typed looks; it calls `looks.admit` first."""
