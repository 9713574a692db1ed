"""Imports of parties: supervisors and team leaders, each of the own department."""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import FORBIDDEN, HIDDEN, LIVE, OK, Line, desk

IMPORTERS = frozenset(
    {
        *("own supervisor", "other supervisor", "own team_leader", "other team_leader", "leader"),
    }
)
_PLACE = "/desk/parties/imports"
_ONE = f"{_PLACE}/{{import_id:uuid}}"


def _nobodys(method: str, rest: str = "") -> Line:
    """An import that nobody began: who sees what of one is in tests/integration/admin_ui/parties/test_imports.py."""
    ask = f"{_PLACE}/{new_id()}{rest}"
    body = {"data": {"known": "skip", "reason": "Nhầm tệp"}} if method == "POST" else {}
    return desk(method, f"{_ONE}{rest}", (IMPORTERS, HIDDEN), (LIVE, FORBIDDEN), ask=ask, body=body)


PARTY_IMPORTS: tuple[Line, ...] = (
    *(
        desk("GET", f"{_PLACE}{rest}", (IMPORTERS, OK), (LIVE, FORBIDDEN))
        for rest in ("", "/new", "/template.xlsx")
    ),
    # An empty form names no file.
    desk("POST", _PLACE, (IMPORTERS, (422,)), (LIVE, FORBIDDEN)),
    _nobodys("GET"),
    *(_nobodys("GET", f"/errors.{kind}") for kind in ("xlsx", "csv")),
    _nobodys("GET", "/give-up"),
    *(_nobodys("POST", f"/{act}") for act in ("begin", "pause", "go-on", "give-up", "discard")),
)
