"""The lines of officers' own notices and their settings."""

from tests.integration.authorisation.table import HIDDEN, LIVE, OK, TO_SIGN_IN, Line, desk, phone

_UNKNOWN = "01a2174b-4c85-752b-b355-5022abe0ea3a"

NOTICES: tuple[Line, ...] = (
    desk("GET", "/desk/notices", (LIVE, OK)),
    desk("POST", "/desk/notices/read", (LIVE, TO_SIGN_IN)),
    desk("GET", "/desk/notices/{notice_id:uuid}", (LIVE, HIDDEN), ask=f"/desk/notices/{_UNKNOWN}"),
    desk("GET", "/desk/account/notices", (LIVE, OK)),
    desk("GET", "/desk/draft-key", (LIVE, OK)),
    desk("POST", "/desk/account/notices", (LIVE, TO_SIGN_IN)),
    phone("POST", "/notices/read", (LIVE, OK), body={"json": {"ids": [_UNKNOWN]}}),
)
