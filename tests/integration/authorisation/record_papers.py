"""The lines of papers of plans: {record_paper} is a draft of a member of team 1, of the team's plan.

The owner of its record is one of the tests (tests/support/record_papers.py), which shows the plan to
everybody in whose unit, or below, it is: here the pages and the papers' own rules are asked.
"""

from tests.integration.authorisation.table import (
    CLERKS,
    FORBIDDEN,
    HIDDEN,
    LIVE,
    OK,
    OWN,
    RULERS,
    TEAM,
    Line,
    desk,
)

_SEE = OWN | TEAM
_LISTS = LIVE - {"own administrator", "other administrator", "without roles"}
_SENDERS = RULERS | {"own clerk"}
_DRAFT = TEAM | {"own inspector", "own team_leader", "own supervisor"}
RECORD_PAPERS: tuple[Line, ...] = (
    desk("GET", "/desk/papers", (_LISTS, OK), (LIVE, FORBIDDEN)),
    desk(  # an empty form names no form of a paper
        "POST",
        "/desk/papers/of/{kind:str}/{record_id:uuid}",
        (LIVE, HIDDEN),
        ask="/desk/papers/of/plan/{record_paper}",
    ),
    *(
        desk(
            method,
            f"/desk/papers/{{document_id:uuid}}{at}",
            *groups,
            (LIVE, HIDDEN),
            ask=f"/desk/papers/{{record_paper}}{at}",
        )
        for method, at, groups in (
            ("GET", "", [(_SEE, OK)]),
            ("POST", "", [(_DRAFT, (409,)), (_SEE, (303,))]),
            ("GET", "/preview.pdf", [(_SEE, OK)]),
            ("POST", "/preview", [(_SEE, OK)]),
            ("GET", "/signed.pdf", []),
            ("GET", "/printed.pdf", []),
            ("GET", "/qr.svg", []),
            ("POST", "/sign", [(_SEE, (422,))]),
            ("POST", "/reopen", [(_SEE, (422,))]),
            ("POST", "/discard", [(_SEE, (422,))]),
            ("GET", "/dispatch", [(_SENDERS, OK), (_SEE, FORBIDDEN)]),
            ("POST", "/dispatch", [(_SENDERS, (422,)), (_SEE, FORBIDDEN)]),
            ("GET", "/scan", [(_SEE, OK)]),
            ("POST", "/scan", [(_SEE, (409,))]),
            ("GET", "/compare", []),
            ("POST", "/compare", [(_SEE, (404, 422))]),
            ("GET", "/scan/shown", []),
            ("GET", "/outside", [(_SEE, OK)]),
            ("GET", "/outside/prepared.pdf", [(_SEE, (409,))]),
            ("POST", "/outside", [(_SEE, (409,))]),
            ("POST", "/outside/give-up", [(_SEE, (422,))]),
        )
    ),
    *(
        desk(
            method,
            f"/desk/papers/{{document_id:uuid}}/seal{at}",
            (frozenset({"own clerk"}), statuses),
            (CLERKS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask=f"/desk/papers/{{record_paper}}/seal{at}",
        )
        for method, at, statuses in (
            ("GET", "", OK),
            ("POST", "", (422,)),
            ("GET", "/to-sign.pdf", (409,)),  # nobody signed it yet
            ("POST", "/outside", (409,)),
        )
    ),
)
"""The lines of papers of records."""
