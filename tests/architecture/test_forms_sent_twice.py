"""A form that has an id is answered once: its handler looks at the id (admin_ui/shell/submissions.py)."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from admin_ui.router import PAGES
from admin_ui.shell.submissions import FIELD
from tests.architecture.tree import files, listed, name, text

_WRITTEN = re.compile(r"\{\{(.*?)\}\}")
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_ACTION = re.compile(r'\baction="((?:\{\{.*?\}\}|[^"{])*)')
_ANY = "x"
"""What stands for a value in an address."""


def addresses(action: str) -> Iterator[str]:
    """What an address of a template may be: a value is x; of `{{ a ~ '/edit' if a else 'new' }}` x/edit and new."""
    choices = []
    for place, part in enumerate(_WRITTEN.split(action)):
        said = re.findall(r"'([^']*)'", part) if place % 2 else []
        told = [_ANY] if place % 2 else [part]
        choices.append([*said, *(_ANY + one for one in said)] or told)
    for parts in product(*choices):
        yield "".join(parts).partition("?")[0].partition("#")[0]


def forms_with_an_id() -> Iterator[tuple[str, str]]:
    """Template and address of each form of ours that has an id."""
    for path in files():
        if path.suffix == ".html" and name(path).startswith("admin_ui/"):
            for form in _FORM.findall(text(path)):
                action = _ACTION.search(form)
                if "forms.once()" in form and action:
                    yield from ((name(path), one) for one in addresses(action[1]))


def posts() -> Iterator[tuple[re.Pattern[str], Any]]:
    """The addresses of the desk's POSTs with their handlers."""
    for pages in PAGES:
        for handler in pages.HANDLERS:
            if "POST" in getattr(handler, "http_methods", ()):
                for path in handler.paths:
                    yield re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path)), handler


def test_a_form_with_an_id_is_sent_to_who_looks_at_it() -> None:
    """Else a second press of its button records a second time, or is told a fault about what was just done."""
    known = list(posts())
    sent = [
        (template, handler)
        for template, address in forms_with_an_id()
        for path, handler in known
        if path.fullmatch(address)
    ]
    assert len(sent) > 40
    found = {
        f"{one}: {handler.handler_name}" for one, handler in sent if not handler.opt.get(FIELD)
    }
    assert not found, listed(sorted(found))
