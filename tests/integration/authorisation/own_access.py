"""The lines of what every officer does to the own access: password, recovery codes, sessions."""

from tests.integration.authorisation.table import HIDDEN, LIVE, OK, Line, desk

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
