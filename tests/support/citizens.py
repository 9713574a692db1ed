"""A citizen who fills the public form in, as a browser without scripts sends it.

citizen = Citizen(client)
answer = await citizen.send(what="…", photographs=[("shop.jpg", picture())])
code = code_of(answer)
"""

import html
import re
from datetime import timedelta
from typing import Any

import httpx
import pytest

from backend.core import clock
from backend.intake.public_form import service as public_form
from tests.support.pictures import jpeg

FORM = "/phan-anh/"
WHAT = "Cửa hàng ở góc phố bán rượu ngoại không tem, không hóa đơn, tối nào cũng có."
FILLED = {
    "lang": "vi",
    "nature": "tip",
    "concerns": "shop",
    "who": "Tạp hóa Bình Minh Thử",
    "what": WHAT,
    "when": "mỗi tối",
    "goods": "rượu ngoại",
    "address": "12 phố Thử, phường Cửa Nam",
    "province": "01",
    "secret": "yes",
}
_CODE = re.compile(r'id="receipt-code">([^<]+)<')
_TOLD = re.compile(r'data-told="([a-z_]+)"')


def old_token(seconds: int = 30) -> str:
    """The token of a page that was opened so long ago."""
    then = clock.now() - timedelta(seconds=seconds)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: then)
        return public_form.new_token()


def picture(seed: int = 1) -> bytes:
    """A photograph; another seed, another one."""
    return jpeg(size=(200 + seed, 150))


async def send(
    client: httpx.AsyncClient,
    *,
    photographs: list[tuple[str, bytes]] | None = None,
    headers: dict[str, str] | None = None,
    token: str | None = None,
    **said: Any,
) -> httpx.Response:
    """Send the form with these fields; what is not named is as in FILLED."""
    fields = {**FILLED, "token": old_token() if token is None else token, **said}
    parts: list[tuple[str, Any]] = [
        (name, (None, one))
        for name, value in fields.items()
        for one in (value if isinstance(value, list) else [value])
        if one is not None
    ]
    parts += [
        ("photographs", (name, data, "application/octet-stream"))
        for name, data in photographs or [("", b"")]
    ]
    return await client.post(FORM, files=parts, headers=headers)


def code_of(answer: httpx.Response) -> str:
    """The code on a receipt."""
    assert answer.status_code == 200, answer.text
    found = _CODE.search(answer.text)
    assert found is not None, answer.text
    return found[1]


def told(answer: httpx.Response) -> str:
    """The word of the status page."""
    assert answer.status_code == 200, answer.text
    found = _TOLD.search(answer.text)
    assert found is not None, answer.text
    return found[1]


def typed(answer: httpx.Response, name: str) -> str:
    """What a line or a text of the form that came back has in it."""
    found = re.search(rf'<textarea id="{name}"[^>]*>(.*?)</textarea>', answer.text, re.DOTALL)
    found = found or re.search(rf'<input id="{name}"[^>]* value="([^"]*)"', answer.text)
    assert found is not None, name
    return html.unescape(found[1])
