"""A page and the layout write into one set of names, and the layout comes last: so it names nothing itself."""

import re

from admin_ui.shell.files import DESK

_NAMED = re.compile(r"\{%-? (?:set|macro) (\w+)")


def test_the_layout_names_nothing_that_a_page_may_have_named() -> None:
    """The address of a form, named as the layout's own area, once became "None"."""
    layout = (DESK / "shell/layout.html").read_text()
    assert "{{ rail(" in layout, "what needs names is rendered apart"
    assert _NAMED.findall(layout) == []
    assert _NAMED.findall((DESK / "shell/navigation.html").read_text())
