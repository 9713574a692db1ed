"""The lines of officers' own certificates."""

from tests.integration.authorisation.table import (
    FORBIDDEN,
    HIDDEN,
    LIVE,
    OK,
    SIGNERS,
    SUPERVISORS,
    Line,
    desk,
)

_NONE = "/desk/certificates/00000000-0000-7000-8000-000000000000/revoke"

CERTIFICATES: tuple[Line, ...] = (
    *(
        desk(method, "/desk/certificates", (SIGNERS | SUPERVISORS, statuses), (LIVE, FORBIDDEN))
        for method, statuses in (("GET", OK), ("POST", (422,)))
    ),
    *(
        desk(
            method,
            "/desk/certificates/outside",
            (SIGNERS | SUPERVISORS, statuses),
            (LIVE, FORBIDDEN),
        )
        for method, statuses in (("GET", OK), ("POST", (422,)))
    ),
    *(
        desk(
            method,
            "/desk/certificates/{certificate_id:uuid}/revoke",
            (SIGNERS | SUPERVISORS, HIDDEN if method == "GET" else (422, 404)),
            (LIVE, FORBIDDEN),
            ask=_NONE,
        )
        for method in ("GET", "POST")
    ),
)
