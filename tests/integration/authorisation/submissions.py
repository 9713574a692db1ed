"""The lines of submissions for approval, here of one that nobody made.

Who sees one, and who answers it, is asked of it: tests/integration/admin_ui/approvals.
"""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import (
    ADMINISTRATORS,
    AUDITORS,
    FORBIDDEN,
    HIDDEN,
    LEGAL,
    LIVE,
    OK,
    SUPERVISORS,
    TAKEN_AS_FORM,
    Line,
    desk,
)

_NONE = f"/desk/submissions/{new_id()}"

SUBMISSIONS: tuple[Line, ...] = (
    *(
        desk(
            method, "/desk/submissions/{submission_id:uuid}" + rest, (LIVE, HIDDEN), ask=_NONE + ask
        )
        for method, rest, ask in (
            ("GET", "", ""),
            ("GET", "/{what:str}", "/opinion"),
            ("POST", "/{what:str}", "/opinion"),
            ("POST", "/package", "/package"),
            ("GET", "/files/{file_id:uuid}", f"/files/{new_id()}"),
        )
    ),
    # Everybody has a row of what waits, if an empty one; of what nobody submitted nothing is found.
    desk("GET", "/desk/review", (LIVE, OK)),
    *(
        desk(
            method,
            "/desk/review/{submission_id:uuid}" + rest,
            (LIVE, HIDDEN),
            ask=f"/desk/review/{new_id()}" + ask,
        )
        for method, rest, ask in (
            ("GET", "", ""),
            ("POST", "/remarks", "/remarks"),
            ("POST", "/{what:str}", "/agree"),
        )
    ),
)
_ROUTE, _ABSENCE = f"/desk/routes/{new_id()}", f"/desk/absences/{new_id()}"
_KEEP = SUPERVISORS | LEGAL | ADMINISTRATORS
_READ = _KEEP | AUDITORS

ROUTES_AND_ABSENCES: tuple[Line, ...] = (
    desk("GET", "/desk/routes", (_READ, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/routes/new", (_KEEP, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/routes/new", (_KEEP, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/routes/{route_id:uuid}" + rest,
            (_READ, HIDDEN),
            (LIVE, FORBIDDEN),
            ask=_ROUTE + rest,
        )
        for method, rest in (
            ("GET", ""),
            ("GET", "/edit"),
            ("POST", "/edit"),
            ("POST", "/decline"),
            ("POST", "/end"),
        )
    ),
    desk(
        "POST",
        "/desk/routes/{route_id:uuid}/publish",
        (LIVE, HIDDEN),
        ask=f"{_ROUTE}/publish",
    ),
    desk("GET", "/desk/absences", (LIVE, OK)),
    desk("POST", "/desk/absences", (LIVE, TAKEN_AS_FORM)),
    desk("GET", "/desk/absences/{absence_id:uuid}", (LIVE, HIDDEN), ask=_ABSENCE),
    desk("POST", "/desk/absences/{absence_id:uuid}/end", (LIVE, HIDDEN), ask=f"{_ABSENCE}/end"),
)
