"""What the layout calls its own, no page does: both write into one set of names, and the layout comes last."""

import re

from admin_ui.shell.files import DESK, files

_SET = re.compile(r"^ {0,2}\{%-? set (\w+) =", re.MULTILINE)


def test_no_page_names_anything_as_the_layout_does() -> None:
    """The address of a form, named as the layout's own area, once became "None"."""
    own = set(_SET.findall((DESK / "shell/layout.html").read_text()))
    assert own
    pages = [path for path in files(".html") if path.name != "layout.html"]
    clashes = [(path.name, own & set(_SET.findall(path.read_text()))) for path in pages]
    assert [one for one in clashes if one[1]] == []
