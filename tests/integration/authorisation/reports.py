"""The lines of reports, here of one that nobody made.

Who sees a report, and who does what with it: tests/integration/insight, tests/integration/admin_ui/insight.
"""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import (
    AUDITORS,
    CLERKS,
    FORBIDDEN,
    HIDDEN,
    LEGAL,
    LIVE,
    OK,
    SUPERVISORS,
    TAKEN_AS_FORM,
    TEAM,
    Line,
    desk,
)

_REPORT = "/{report_id:uuid}"
_VALUES = "/values/{part:str}/{at:int}"
_DRAFTS = (
    TEAM
    | SUPERVISORS
    | {f"{where} {role}" for where in ("own", "other") for role in ("inspector", "team_leader")}
)
_LOOKS = _DRAFTS | LEGAL | CLERKS | AUDITORS


def _nobodys(method: str, route: str) -> Line:
    ask = route.replace("{report_id:uuid}", str(new_id())).replace("{act:str}", "given_up")
    ask = ask.replace("{part:str}", "results").replace("{at:int}", "0")
    return desk(
        method,
        f"/desk/reports{route}",
        (_LOOKS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask=f"/desk/reports{ask}",
    )


REPORTS: tuple[Line, ...] = (
    *(
        desk("GET", f"/desk/reports{rest}", (_LOOKS, OK), (LIVE, FORBIDDEN))
        for rest in ("", "/units")
    ),
    # An empty form names no unit in sight; who reminds is in test_report_days_told.py.
    desk("POST", "/desk/reports/units/remind", (_LOOKS, HIDDEN), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/reports/new", (_DRAFTS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/reports/new", (_DRAFTS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    *(
        _nobodys("GET", f"{_REPORT}{rest}")
        for rest in ("", "/changes", "/texts", _VALUES, "/below", "/xlsx", "/acts/{act:str}")
    ),
    *(
        _nobodys("POST", f"{_REPORT}{rest}")
        for rest in ("/texts", _VALUES, "/fill", "/below", "/acts/{act:str}")
    ),
)
