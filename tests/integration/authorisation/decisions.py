"""The lines of papers of inspection decisions: {decision} is a draft of a member of team 1 in Hà Nội."""

from tests.integration.authorisation.cases import OPENERS
from tests.integration.authorisation.table import (
    CASE_READERS,
    CASE_WORKERS,
    CLERKS,
    FORBIDDEN,
    HIDDEN,
    LIVE,
    OK,
    READERS,
    RULERS,
    SUPERVISORS,
    TAKEN_AS_FORM,
    WATCHERS,
    Line,
    desk,
    phone,
)

_EDITORS = RULERS | {"member"}
"""Who drafted it, and the heads."""
_SENDERS = RULERS | {"own clerk"}
_SENT_ON = (303,)
_HASH = "0" * 64
DECISIONS: tuple[Line, ...] = (
    *(
        desk(
            method,
            f"/desk/inspections/{{inspection_id:uuid}}/{what}",
            (WATCHERS, FORBIDDEN),
            (READERS, statuses),
            (LIVE, HIDDEN),
            ask=f"/desk/inspections/{{inspection}}/{what}",
        )
        for method, what, statuses in (
            ("GET", "change", OK),
            ("POST", "change", TAKEN_AS_FORM),
            ("POST", "lapse", TAKEN_AS_FORM),
        )
    ),
    phone(  # {decision} is a draft: only what somebody signed is shown at a door
        "GET",
        "/inspections/{inspection_id:uuid}/decision-papers/{document_id:uuid}/file",
        (LIVE, HIDDEN),
        ask="/inspections/{inspection}/decision-papers/{decision}/file",
    ),
    desk("GET", "/desk/decisions", (CASE_WORKERS | CLERKS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/decisions/by-hand", (CASE_WORKERS | CLERKS, OK), (LIVE, FORBIDDEN)),
    *(  # {inspection} did not begin from a decision signed by hand
        desk(
            method,
            f"/desk/decisions/by-hand/{{inspection_id:uuid}}{at}",
            (LIVE, HIDDEN),
            ask=f"/desk/decisions/by-hand/{{inspection}}{at.replace('{photo_id:uuid}', '{photo}')}",
        )
        for method, at in (("GET", ""), ("POST", ""), ("GET", "/sheets/{photo_id:uuid}"))
    ),
    desk("GET", "/desk/diary", (CASE_WORKERS | CLERKS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/diary/confirm", (LIVE, _SENT_ON)),  # no line is ticked: nothing happens
    *(  # {inspection} wrote no line under this id
        desk(
            method,
            f"/desk/diary/{{line_id:uuid}}{at}",
            (LIVE, HIDDEN),
            ask=f"/desk/diary/{{inspection}}{at}",
        )
        for method, at in (("GET", "/note"), ("POST", "/note"))
    ),
    desk("GET", "/desk/diary/diary.pdf", (CASE_WORKERS | CLERKS, (200, 404)), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/decisions/new", (OPENERS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/decisions/propose", (OPENERS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/decisions/propose", (OPENERS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/decisions/new", (OPENERS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/decisions/of/{inspection_id:uuid}",
        (LIVE, HIDDEN),
        ask="/desk/decisions/of/{inspection}",
    ),
    *(
        desk(
            method,
            f"/desk/decisions/{{document_id:uuid}}{at}",
            *groups,
            (LIVE, HIDDEN),
            ask=f"/desk/decisions/{{decision}}{at}",
        )
        for method, at, groups in (
            ("GET", "", [(CASE_READERS, OK)]),
            ("GET", "/edit", [(_EDITORS, OK), (CASE_READERS, _SENT_ON)]),
            ("POST", "/edit", [(_EDITORS, TAKEN_AS_FORM), (CASE_READERS, _SENT_ON)]),
            ("GET", "/preview.pdf", [(CASE_READERS, OK)]),
            (
                "GET",
                "/plan",
                [(CASE_READERS, _SENT_ON)],
            ),  # {decision} is planned: no plan precedes it
            ("POST", "/plan", [(CASE_READERS, _SENT_ON)]),
            ("GET", "/propose", []),  # nobody proposed it
            ("POST", "/propose", []),
            ("GET", "/proposal.pdf", []),
            ("GET", "/dispatch", [(_SENDERS, OK), (CASE_READERS, FORBIDDEN)]),
            ("POST", "/dispatch", [(_SENDERS, (422,)), (CASE_READERS, FORBIDDEN)]),
            ("GET", "/signed.pdf", []),
            ("GET", "/printed.pdf", []),
            ("GET", "/qr.svg", []),
            ("POST", "/sign", [(RULERS, (422,)), (CASE_READERS, FORBIDDEN)]),
            ("POST", "/discard", [(CASE_READERS, (422,))]),
            ("GET", "/scan", [(CASE_READERS, OK)]),
            ("POST", "/scan", [(CASE_READERS, (409,))]),
            ("GET", "/compare", []),
            ("POST", "/compare", [(CASE_READERS, (404, 422))]),
            ("GET", "/scan/shown", []),
            ("GET", "/outside", [(CASE_READERS, OK)]),
            ("GET", "/outside/prepared.pdf", [(CASE_READERS, (409,))]),
            ("POST", "/outside", [(CASE_READERS, (409,))]),
            ("POST", "/outside/give-up", [(CASE_READERS, (422,))]),
        )
    ),
    *(
        desk(
            method,
            f"/desk/decisions/{{document_id:uuid}}/seal{at}",
            (frozenset({"own clerk"}), statuses),
            (CLERKS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask=f"/desk/decisions/{{decision}}/seal{at}",
        )
        for method, at, statuses in (
            ("GET", "", OK),
            ("POST", "", (422,)),
            ("GET", "/to-sign.pdf", (409,)),  # nobody signed it yet
            ("POST", "/outside", (409,)),
        )
    ),
    phone("GET", "/proposal-choices", (OPENERS, OK), (LIVE, FORBIDDEN)),
    phone(  # a real one would end the draft of all others
        "POST",
        "/decisions/{document_id:uuid}/refuse",
        (LIVE, (400,)),
        ask="/decisions/{decision}/refuse",
        body={"json": {"reason": ""}},
    ),
    phone("GET", "/decisions", (SUPERVISORS, OK), (LIVE, FORBIDDEN)),
    *(
        phone(
            method,
            f"/decisions/{{document_id:uuid}}{at}",
            *groups,
            (LIVE, HIDDEN),
            ask=f"/decisions/{{decision}}{asked or at}",
            body={"json": body} if body else {},
        )
        for method, at, asked, body, groups in (
            ("GET", "", "", None, [(CASE_READERS, OK)]),
            (
                "GET",
                "/preview.pdf",
                f"/preview.pdf?fields_hash={_HASH}",
                None,
                [(CASE_READERS, (409,))],
            ),
            (
                "POST",
                "/sign",
                "",
                {"fields_hash": _HASH, "passphrase": "không đúng"},
                [(CASE_READERS, FORBIDDEN)],
            ),
            ("POST", "/return", "", {"comments": "Chưa rõ"}, [(CASE_READERS, (409,))]),
        )
    ),
)
"""The lines of decisions."""
