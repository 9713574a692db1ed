"""What somebody typed, carried over a page that stands in between: a problem, the code, the sign-in.

Pages are never kept by a browser (no-store), so its way back does not bring a long form back either. A form that could
not be taken is therefore shown as what it held, with a button that sends it to where it was going. Files are not held.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from litestar.connection import ASGIConnection

from admin_ui.shell.forms import Form, clean
from admin_ui.shell.onward import own_path

MOST_CHARACTERS = 400_000
"""Ten times the longest paper of the desk; what is longer is not carried."""
_SECRET = frozenset({"csrf_token", "password", "password_again", "passphrase", "handed"})
"""Never sent back in a page. One-time codes stand only in the forms of _NEVER."""
_NEVER = ("/desk/sign-in", "/desk/sign-out", "/desk/confirm", "/desk/enrol/", "/desk/language")
_READABLE = 12
"""Shorter values are choices, dates and identities: the form holds them, nobody wants to read them."""


class Kept(msgspec.Struct, frozen=True):
    """A form that was not taken: where it was going, and its fields as a query string."""

    to: str
    packed: str
    files: bool = False

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The fields, for a form that sends them again."""
        return parse_qsl(self.packed, keep_blank_values=True)

    @property
    def readable(self) -> list[str]:
        """What a person typed in it, to be read and copied."""
        return [
            value
            for _, value in self.pairs
            if len(value) >= _READABLE and (" " in value or "\n" in value)
        ]


def remember(connection: ASGIConnection[Any, Any, Any, Any], sent: Any) -> None:
    """Hold the fields of a parsed form for the pages that may stand in its way."""
    if connection.url.path.startswith(_NEVER):
        return
    pairs = [
        (str(name), clean(value))
        for name, value in sent.multi_items()
        if isinstance(value, str) and name not in _SECRET
    ]
    files = any(not isinstance(value, str) for _, value in sent.multi_items())
    packed = urlencode(pairs)
    if len(packed) <= MOST_CHARACTERS:
        query = f"?{connection.url.query}" if connection.url.query else ""
        connection.state["kept"] = Kept(connection.url.path + query, packed, files)


def of(connection: ASGIConnection[Any, Any, Any, Any]) -> Kept | None:
    """The form that this request sent; None where it sent none that may be shown again."""
    kept = connection.state.get("kept")
    return kept if isinstance(kept, Kept) else None


def carried(form: Form) -> Kept | None:
    """The form that a page in between carried on: its fields `kept` and `kept_to`."""
    to = form.text("kept_to")
    if not to or own_path(to) != to or len(form.text("kept")) > MOST_CHARACTERS:
        return None
    return Kept(to, form.text("kept"), form.ticked("kept_files"))
