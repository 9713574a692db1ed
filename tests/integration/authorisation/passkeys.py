"""The lines of officers' own passkeys. The tests' installation has no domain for which it makes any."""

from tests.integration.authorisation.table import HIDDEN, LIVE, OK, Line, desk

PASSKEYS: tuple[Line, ...] = (
    desk("POST", "/desk/confirm/passkey", (LIVE, (409,))),
    desk("POST", "/desk/confirm/passkey/challenge", (LIVE, (409,))),
    desk("GET", "/desk/account/passkeys", (LIVE, OK)),
    desk("POST", "/desk/account/passkeys", (LIVE, (422,))),
    desk("POST", "/desk/account/passkeys/made", (LIVE, (422,))),
    *(
        desk(
            method,
            "/desk/account/passkeys/{passkey_id:uuid}/remove",
            (LIVE, HIDDEN),
            ask="/desk/account/passkeys/00000000-0000-7000-8000-000000000000/remove",
        )
        for method in ("GET", "POST")
    ),
)
