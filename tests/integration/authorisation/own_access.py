"""The lines of what every officer does to the own access: password, recovery codes, sessions, lost phones."""

from tests.integration.authorisation.table import (
    ADMINISTRATORS,
    ALL,
    FORBIDDEN,
    HIDDEN,
    LIVE,
    OK,
    SUPERVISORS,
    Line,
    desk,
)

_NOBODY = "00000000-0000-7000-8000-000000000000"

OWN_ACCESS: tuple[Line, ...] = (
    desk("GET", "/desk/account/password", (LIVE, OK)),
    desk("POST", "/desk/account/password", (LIVE, (422,))),
    desk("GET", "/desk/account/recovery", (LIVE, OK)),
    desk("POST", "/desk/account/recovery", (LIVE, (422,))),
    desk("GET", "/desk/account/sessions", (LIVE, OK)),
    desk("GET", "/desk/account/sessions/others", (LIVE, OK)),
    # 401: signed out by another of the last lines, or by the same officer in another role.
    desk("POST", "/desk/account/sessions/others", (LIVE, (303, 401)), last=True),
    desk("GET", "/desk/account/lost-phone", (LIVE, OK)),
    desk("POST", "/desk/account/lost-phone", (LIVE, (422,))),
    desk("GET", "/desk/lost-phones", (SUPERVISORS | ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/lost-phones", (SUPERVISORS | ADMINISTRATORS, HIDDEN), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/lost-phone", (ALL, OK)),
    desk("POST", "/desk/lost-phone", (ALL, (401, 429))),
    desk("POST", "/desk/lost-phone/report", (ALL, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/account/sessions/{session_id:uuid}/end",
            (LIVE, HIDDEN),
            ask=f"/desk/account/sessions/{_NOBODY}/end",
        )
        for method in ("GET", "POST")
    ),
)
