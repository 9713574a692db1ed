"""Imports of officers: administrators, each of the own scope."""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import (
    ADMINISTRATORS,
    FORBIDDEN,
    HIDDEN,
    LIVE,
    OK,
    Line,
    desk,
)

_PLACE = "/desk/people/imports"
_ONE = f"{_PLACE}/{{import_id:uuid}}"


def _nobodys(method: str, rest: str = "") -> Line:
    """An import that nobody began: who sees what of one is in test_people_imports.py of the desk."""
    ask = f"{_PLACE}/{new_id()}{rest}"
    body = (
        {"data": {"reason": "Nhầm tệp", "decision": "2026-03-05 1/QĐ"}} if method == "POST" else {}
    )
    return desk(
        method, f"{_ONE}{rest}", (ADMINISTRATORS, HIDDEN), (LIVE, FORBIDDEN), ask=ask, body=body
    )


PEOPLE_IMPORTS: tuple[Line, ...] = (
    *(
        desk("GET", f"{_PLACE}{rest}", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN))
        for rest in ("", "/new", "/template.xlsx")
    ),
    # An empty form names no file.
    desk("POST", _PLACE, (ADMINISTRATORS, (422,)), (LIVE, FORBIDDEN)),
    _nobodys("GET"),
    *(_nobodys("GET", f"/errors.{kind}") for kind in ("xlsx", "csv")),
    *(_nobodys("GET", f"/{page}") for page in ("give-up", "letters")),
    *(
        _nobodys("POST", f"/{act}")
        for act in ("decision", "begin", "pause", "go-on", "give-up", "discard")
    ),
)
