"""Carries what somebody typed across a page in between: a problem, the code, the sign-in.

Browsers never store our pages (no-store), so going back does not restore a long form. A form that
was not accepted is therefore shown as text, with a button that sends it to its destination again.
Files are not carried.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from litestar.connection import ASGIConnection

from admin_ui.shell.forms import Form, clean
from admin_ui.shell.onward import own_path

MOST_CHARACTERS = 400_000
"""Ten times the longest paper of the desk. Longer forms are not carried."""
_MOST_FIELDS = 2_000
"""Five times the largest form of the desk. Each becomes a field of a page that strangers are shown as well."""
MOST_BYTES = 2 * 1024 * 1024
"""Of a request that carries such a form, percent-encoded."""
SECRET = frozenset(
    {"csrf_token", "password", "password_again", "password_now", "passphrase", "handed"}
)
"""Fields that are never put back into a page. One-time codes occur only in forms at the addresses of _NEVER."""
_NEVER = (
    "/desk/sign-in",
    "/desk/sign-out",
    "/desk/confirm",
    "/desk/enrol/",
    "/desk/language",
    "/desk/account/identity",
    "/desk/account/passkeys",
    "/desk/account/password",
    "/desk/account/recovery",
    "/desk/lost-phone",
)
_CARRIED = ("kept", "kept_to", "kept_files")
_READABLE = 12
"""Shorter values are choices, dates and ids. The form carries them, but nobody needs to read them."""


class Kept(msgspec.Struct, frozen=True):
    """A form that was not accepted: its destination, and its fields as a query string."""

    to: str
    packed: str
    files: bool = False

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Return the fields, for a form that sends them again."""
        return parse_qsl(self.packed, keep_blank_values=True)

    @property
    def readable(self) -> list[str]:
        """Return the texts that a person typed, to be read and copied."""
        return [
            value
            for _, value in self.pairs
            if len(value) >= _READABLE and (" " in value or "\n" in value)
        ]


def remember(connection: ASGIConnection[Any, Any, Any, Any], sent: Any) -> None:
    """Keep the fields of a parsed form for a page that may come in between."""
    if connection.url.path == "/desk/language":
        said = {name: value for name in _CARRIED if isinstance(value := sent.get(name), str)}
        connection.state["kept"] = carried(Form.filled(said))
    if connection.url.path.startswith(_NEVER):
        return
    pairs = [
        (str(name), clean(value))
        for name, value in sent.multi_items()
        if isinstance(value, str) and name not in SECRET
    ]
    files = any(not isinstance(value, str) for _, value in sent.multi_items())
    packed = urlencode(pairs)
    if _is_little(packed):
        query = f"?{connection.url.query}" if connection.url.query else ""
        connection.state["kept"] = Kept(connection.url.path + query, packed, files)


def of(connection: ASGIConnection[Any, Any, Any, Any]) -> Kept | None:
    """Return the form that this request sent; None if it sent none that may be shown again."""
    kept = connection.state.get("kept")
    return kept if isinstance(kept, Kept) else None


def carried(form: Form) -> Kept | None:
    """Return the form that a page in between carried in its fields `kept` and `kept_to`, if any."""
    to = form.text("kept_to")
    if not to or own_path(to) != to or not _is_little(form.text("kept")):
        return None
    return Kept(to, form.text("kept"), form.ticked("kept_files"))


def _is_little(packed: str) -> bool:
    return len(packed) <= MOST_CHARACTERS and packed.count("&") < _MOST_FIELDS
