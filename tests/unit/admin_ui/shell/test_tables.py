"""Tables that become cards on a phone stay tables for who has the page read aloud.

A style sheet that shows a row as a block takes the table's meaning away in Safari and older Chromium, unless each part
says its role itself.
"""

import re

from admin_ui.shell.files import files

_CARDS = re.compile(r'<table[^>]*class="cards[^"]*".*?</table>', re.DOTALL)
_PART = re.compile(r"<(table|thead|tbody|tr|th|td)(?=[\s>{])([^>]*)")


def test_each_part_of_a_table_of_cards_says_its_role() -> None:
    tables = [
        (path.name, table) for path in files(".html") for table in _CARDS.findall(path.read_text())
    ]
    assert len(tables) > 30
    silent = [
        (name, tag)
        for name, table in tables
        for tag, said in _PART.findall(table)
        if "role=" not in said
    ]
    assert silent == []
