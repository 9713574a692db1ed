"""The lines of the maker's signature: {document} is a paper, but no act that wrote one, so nobody finds it so.

Who may sign is in tests/integration/fieldwork/papers/test_maker_signing.py.
"""

from tests.integration.authorisation.table import (
    HIDDEN,
    LIVE,
    Line,
    desk,
    phone,
)

_PAPER = "/papers/{written:uuid}"
_RECORD = "/inspections/{inspection_id:uuid}"
_ASKED = "/inspections/{inspection}/papers/{document}"
SITE_FILES: tuple[Line, ...] = (
    *(
        desk(
            method,
            f"/desk{_RECORD}{_PAPER}/sign{at}",
            (LIVE, HIDDEN),
            ask=f"/desk{_ASKED}/sign{at}",
        )
        for method, at in (
            ("GET", ""),
            ("POST", ""),
            ("GET", "/preview.pdf"),
            ("POST", "/outside"),
            ("GET", "/prepared.pdf"),
            ("POST", "/signed"),
        )
    ),
    desk(
        "GET",
        f"/desk{_RECORD}/files/{{file_id:uuid}}",
        (LIVE, HIDDEN),
        ask="/desk/inspections/{inspection}/files/{document}",
    ),
    phone("GET", f"{_RECORD}{_PAPER}/signature", (LIVE, HIDDEN), ask=f"{_ASKED}/signature"),
    phone(
        "POST",
        f"{_RECORD}{_PAPER}/signature",
        (LIVE, HIDDEN),
        ask=f"{_ASKED}/signature",
        body={"json": {"seen": "0" * 64, "passphrase": "x"}},
    ),
    phone("GET", "/paper-files/{file_id:uuid}", (LIVE, HIDDEN), ask="/paper-files/{document}"),
)
"""The lines of stored files of papers made on site, and of their makers' signatures."""
