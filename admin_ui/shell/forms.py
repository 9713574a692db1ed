"""Reads posted forms: text only, trimmed, in NFC, with a list of values for each name.

Vietnamese may be typed with composed or decomposed letters. Only the composed form (NFC) is stored,
so that a name is found however it was typed.
"""

from collections.abc import Mapping

from admin_ui.shell.addresses import query_of as query_of
from admin_ui.shell.render import AnyRequest
from backend.core.typed_text import clean as clean


class Form:
    """A posted form. A name that was not sent reads as an empty string."""

    def __init__(self, values: dict[str, list[str]]) -> None:
        self._values = values
        self.offers: dict[str, list[tuple[str, str]]] = {}
        """What a text typed into a search box may mean, by field: the form is shown again with these to choose from."""

    @classmethod
    def filled(cls, values: Mapping[str, str]) -> "Form":
        """Return a form with these values, as a page opens it."""
        return cls({name: [value] for name, value in values.items()})

    def text(self, name: str) -> str:
        """Return the first value of a name."""
        return next(iter(self._values.get(name, [])), "")

    def optional(self, name: str) -> str | None:
        """Return the first value of a name, None if it is empty."""
        return self.text(name) or None

    def all(self, name: str) -> list[str]:
        """Return every value of a name, empty ones too, in the order of the page."""
        return self._values.get(name, [])

    def has(self, name: str) -> bool:
        """Tell whether a name was sent, with or without a value."""
        return name in self._values

    def ticked(self, name: str) -> bool:
        """Tell whether a box was ticked."""
        return bool(self.text(name))

    def with_values(self, values: Mapping[str, str]) -> "Form":
        """Return a form with these values besides its own, or instead of them."""
        return Form(self._values | {name: [value] for name, value in values.items()})

    def pairs(self) -> list[tuple[str, str]]:
        """Return all fields to carry through a confirmation page, without the CSRF token and the form's id."""
        return [
            (name, value)
            for name, values in self._values.items()
            if name not in ("csrf_token", "once")
            for value in values
        ]


async def read_form(request: AnyRequest) -> Form:
    """Read the form of a POST without its files; a handler that takes a file reads it itself."""
    sent = await request.form()
    values: dict[str, list[str]] = {}
    for name, value in sent.multi_items():
        if isinstance(value, str):
            values.setdefault(str(name), []).append(clean(value))
    return Form(values)


async def as_typed(request: AnyRequest, name: str) -> str:
    """Return a password, PIN or passphrase unchanged: it may begin or end with a space."""
    value = (await request.form()).get(name, "")
    return value if isinstance(value, str) else ""
