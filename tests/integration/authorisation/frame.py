"""The lines of what stands around every page: help, about, the parts of the desk."""

from tests.integration.authorisation.table import LIVE, OK, TO_SIGN_IN, Line, desk

FRAME: tuple[Line, ...] = (
    desk("GET", "/desk/help", (LIVE, OK)),
    desk("POST", "/desk/help", (LIVE, TO_SIGN_IN)),
    desk("GET", "/desk/about", (LIVE, OK)),
    desk("GET", "/desk/style", (LIVE, OK)),
)
