"""The lines of officers' own passkeys and identity numbers. The tests' installation makes no passkeys."""

from tests.integration.authorisation.table import HIDDEN, LIVE, OK, TO_SIGN_IN, Line, desk

PASSKEYS: tuple[Line, ...] = (
    # The form is empty, and an officer who entered no number has none to remove.
    desk("POST", "/desk/account/identity", (LIVE, (422,))),
    desk("POST", "/desk/account/identity/remove", (LIVE, TO_SIGN_IN)),
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
