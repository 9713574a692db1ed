"""The lines of what stands around every page: help, about, the parts of the desk."""

from tests.integration.authorisation.table import (
    ADMINISTRATORS,
    FORBIDDEN,
    LIVE,
    OK,
    TO_SIGN_IN,
    Line,
    desk,
)

FRAME: tuple[Line, ...] = (
    desk("GET", "/desk/help", (LIVE, OK)),
    desk("POST", "/desk/help", (LIVE, TO_SIGN_IN)),
    desk("GET", "/desk/about", (LIVE, OK)),
    desk("GET", "/desk/health", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/health/runbooks/{name:str}",
        (ADMINISTRATORS, OK),
        (LIVE, FORBIDDEN),
        ask="/desk/health/runbooks/seal-lag",
    ),
    desk("GET", "/desk/style", (LIVE, OK)),
)
