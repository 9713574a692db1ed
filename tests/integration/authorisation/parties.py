"""The lines of the register of parties: {party} is of team 1 in Hà Nội, so the whole department keeps it."""

from schemas.core.vocabulary import Role
from tests.integration.authorisation.table import (
    CASE_WORKERS,
    FORBIDDEN,
    HIDDEN,
    LIVE,
    OK,
    TAKEN_AS_FORM,
    TEAM,
    Line,
    desk,
)

_PLACE = "/desk/parties/register"
_KEEP = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
_KEEPERS = TEAM | {f"{where} {role}" for where in ("own", "other") for role in _KEEP}
_OURS = TEAM | {f"own {role}" for role in (*_KEEP, Role.AUDITOR, Role.LEGAL)}
_OURS_KEPT = TEAM | {f"own {role}" for role in _KEEP}


def _of_one(method: str, rest: str, kept: tuple[int, ...], ask: str = "") -> Line:
    """A page of the keepers: readers of the department are refused, other departments see no such party."""
    return desk(
        method,
        f"{_PLACE}/{{party_id:uuid}}{rest}",
        (_OURS_KEPT, kept),
        (_OURS, FORBIDDEN),
        (CASE_WORKERS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask=f"{_PLACE}/{{party}}{ask or rest}",
    )


PARTIES: tuple[Line, ...] = (
    desk("GET", _PLACE, (CASE_WORKERS, OK), (LIVE, FORBIDDEN)),
    desk("GET", f"{_PLACE}/new", (_KEEPERS, OK), (LIVE, FORBIDDEN)),
    desk("POST", f"{_PLACE}/new", (_KEEPERS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        f"{_PLACE}/{{party_id:uuid}}",
        (_OURS, OK),
        (CASE_WORKERS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask=f"{_PLACE}/{{party}}",
    ),
    desk(
        "GET",
        f"{_PLACE}/{{party_id:uuid}}/history",
        (_OURS, OK),
        (CASE_WORKERS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask=f"{_PLACE}/{{party}}/history",
    ),
    _of_one("GET", "/edit", OK),
    _of_one("POST", "/edit", TAKEN_AS_FORM),
    _of_one("GET", "/acts/{act:str}", OK, "/acts/licence"),
    _of_one("POST", "/acts/{act:str}", TAKEN_AS_FORM, "/acts/licence"),
    desk("GET", "/desk/parties/lookup", (CASE_WORKERS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/parties/lookup", (CASE_WORKERS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
)
