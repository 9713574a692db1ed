"""Prints docs/rights.md: `python -m tests.support.rights_pages`.

Acts by role come from the declarations; pages by role from the authorisation table, each line of which is asked of the
application with every role (tests/integration/test_authorisation_matrix.py). A test compares the page with both.
"""

from pathlib import Path

from backend.operations.rules import rights
from schemas.core.vocabulary import Role
from tests.integration.authorisation.table import Line
from tests.integration.test_authorisation_matrix import LINES, _foreseen

PAGE = Path(__file__).parents[2] / "docs/rights.md"
_HEAD = """# Roles and rights

Printed by `python -m tests.support.rights_pages`; a test compares. Administrators and auditors
read the same at the desk, `/desk/rights`.

## Acts

One of these roles is needed for an act, and never enough: unit, team, the step that waits and the record's state are
asked where it is judged. Without a mark the system alone records it.

"""
_PAGES = """
## Pages and answers

What an officer with this one role gets for something of the own department, as the authorisation table
(`tests/integration/authorisation`) foresees it and the tests ask it: ✓ the page, or a form that is answered; · not
found; – not allowed.

"""
_MARKS = {403: "–", 404: "·", 401: "–", 303: "✓"}


def page() -> str:
    """Return the page."""
    columns = " | ".join(role.value for role in Role)
    head = f"| | {columns} |\n|---|{'---|' * len(Role)}\n"
    acts = "".join(_act(one) for one in rights.every())
    lines = sorted(LINES, key=lambda line: (line.route, line.method))
    return _HEAD + head + acts + _PAGES + head + "".join(_line(one) for one in lines)


def _act(one: rights.Right) -> str:
    cells = " | ".join("✓" if role in one.roles else "" for role in Role)
    return f"| `{one.act}` | {cells} |\n"


def _line(line: Line) -> str:
    cells = " | ".join(_mark(line, role) for role in Role)
    return f"| {line.method} `{line.route}` | {cells} |\n"


def _mark(line: Line, role: Role) -> str:
    statuses = _foreseen(line, f"own {role}")
    marks = {_MARKS.get(status, "✓") for status in statuses}
    return "✓" if "✓" in marks else min(marks)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(f"{PAGE.name} written")
