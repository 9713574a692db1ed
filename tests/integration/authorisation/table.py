"""The table: every route of the application, how to ask for something of Hà Nội's, who gets what.

Adding a route: write a line for each of its methods. Several statuses mean that any of them will do
(an empty form is answered 422 where it would be taken). What lies in another unit is 404, as if it
were not there; a missing role is 403.
"""

from dataclasses import dataclass, field
from typing import Any

from backend.core import clock
from backend.core.local_time import year_of
from schemas.core.vocabulary import Role
from tests.support.doors import API

# Groups of askers --------------------------------------------------------------------------------
ROLES = tuple(Role)
_ON_SITE = (Role.INSPECTOR, Role.TEAM_LEADER)
OWN = frozenset(f"own {role}" for role in ROLES)
"""Of Hà Nội, where the things asked for are; in nobody's team."""
OTHER = frozenset(f"other {role}" for role in ROLES)
"""Of Đà Nẵng."""
TEAM = frozenset({"member", "leader"})
"""Two who are on the inspection's team."""
NOBODY = frozenset({"anonymous"})
DEAD = frozenset({"disabled", "signed out"})
REVOKED = frozenset({"revoked"})
"""A phone that an administrator revoked; there is none at the desk."""
LIVE = OWN | OTHER | TEAM | {"without roles"}
ALL = LIVE | NOBODY | DEAD

CLERKS = frozenset({"own clerk", "other clerk"})
AUDITORS = frozenset({"own auditor", "other auditor"})
LEGAL = frozenset({"own legal", "other legal"})
READERS = TEAM | {"own team_leader", "own supervisor", "own auditor", "own legal"}
CASE_READERS = READERS | {"own clerk"}
"""A clerk handles the papers of cases; inspections and whole files are not his to read."""
WATCHERS = frozenset({"own auditor", "own legal"})
"""Who reads as the others do and changes nothing."""
RULERS = frozenset({"own supervisor"})
EXPORTERS = frozenset({"own supervisor", "own auditor"})
SUPERVISORS = frozenset({"own supervisor", "other supervisor"})
ADMINISTRATORS = frozenset({"own administrator", "other administrator"})
MINE = frozenset({"own administrator"})
SIGNERS = TEAM | {f"{where} {role}" for where in ("own", "other") for role in _ON_SITE}
"""Who signs minutes on the spot, and so holds numbers on the phone."""
CHECKERS = frozenset(
    f"{where} {role}" for where in ("own", "other") for role in ("supervisor", "auditor", "legal")
)
"""Who reads the list of exceptions."""
RECOVERY = CHECKERS | ADMINISTRATORS | CLERKS
CASE_WORKERS = LIVE - ADMINISTRATORS - CLERKS - {"without roles"}

Statuses = tuple[int, ...]
OK: Statuses = (200,)
HIDDEN: Statuses = (404,)
FORBIDDEN: Statuses = (403,)
HIDDEN_OR_FORBIDDEN: Statuses = (403, 404)
DOOR: Statuses = (401,)
TO_SIGN_IN: Statuses = (303,)
TAKEN_AS_FORM: Statuses = (409, 422)
"""It got past every guard to the form, and the form is empty."""


@dataclass(frozen=True)
class Line:
    """One method of one route."""

    method: str
    route: str
    ask: str
    """The address; {inspection} and so on are filled with ids of Hà Nội's."""
    groups: tuple[tuple[frozenset[str], Statuses], ...]
    """First match counts; whoever is in no group must be stopped at the door."""
    body: dict[str, Any] = field(default_factory=dict)
    last: bool = False
    """Ends the asker's session: asked after everything else."""


def phone(method: str, path: str, *groups: Any, ask: str = "", **more: Any) -> Line:
    """A route of the phone's interface; the rest is 401."""
    route = API + path
    return Line(method, route, API + (ask or path), groups, **more)


def desk(method: str, path: str, *groups: Any, ask: str = "", **more: Any) -> Line:
    """A page; the rest is sent to the sign-in page, or told that the session is over."""
    return Line(method, path, ask or path, groups, **more)


_INSPECTION = "{inspection_id:uuid}"
_RULING = "?revision={revision}"
_PIECE = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "999"}
"""At an offset where nobody is: the owner is told so (409), nobody else learns that it exists."""
TABLE: tuple[Line, ...] = (
    # the phone
    phone("POST", "/sessions", (ALL | REVOKED, (400,)), body={"json": {}}),
    phone("POST", "/sessions/refresh", (ALL | REVOKED, (400,)), body={"json": {}}),
    phone("GET", "/sync", (LIVE, OK)),
    phone("POST", "/acts", (LIVE, OK), body={"json": {"acts": []}}),
    phone("GET", "/inspections", (LIVE, OK)),
    phone(
        "GET",
        f"/inspections/{_INSPECTION}",
        (READERS, OK),
        (LIVE, HIDDEN),
        ask="/inspections/{inspection}",
    ),
    phone(
        "GET",
        "/documents/{document_id:uuid}/pdf",
        (READERS, OK),
        (LIVE, HIDDEN),
        ask="/documents/{document}/pdf",
    ),
    phone("GET", "/forms/{form:str}/{version:int}", (LIVE, OK), ask="/forms/BB-KT/1"),
    *(
        phone(
            method,
            "/photos/{photo_id:uuid}",
            (READERS, OK),
            (LIVE, HIDDEN),
            ask="/photos/{photo}?size=original",
        )
        for method in ("GET", "HEAD")
    ),
    phone(
        "GET",
        "/photos/{photo_id:uuid}/receipt",
        (READERS, OK),
        (LIVE, HIDDEN),
        ask="/photos/{photo}/receipt",
    ),
    phone("GET", "/reference", (LIVE, OK)),
    phone(
        "POST",
        "/number-blocks",
        (SIGNERS, OK),
        (LIVE, FORBIDDEN),
        body={"json": {"form": "MBB01", "year": year_of(clock.now())}},
    ),
    phone(
        "PUT",
        "/photos/{photo_id:uuid}/thumbnail",
        (frozenset({"member"}), (400,)),
        (LIVE, HIDDEN),
        ask="/photos/{photo}/thumbnail",
    ),
    phone("POST", "/uploads", (LIVE, (400, 412))),
    *(
        phone(
            method,
            "/uploads/{upload_id:uuid}",
            (frozenset({"member"}), statuses),
            (LIVE, HIDDEN),
            ask="/uploads/{upload}",
            body={"headers": {"Tus-Resumable": "1.0.0"} | headers},
        )
        for method, statuses, headers in (
            ("HEAD", OK, {}),
            ("PATCH", (409,), _PIECE),
            ("POST", (409,), _PIECE | {"X-HTTP-Method-Override": "PATCH"}),
        )
    ),
    phone(
        "DELETE",
        "/uploads/{upload_id:uuid}",
        (frozenset({"member"}), (204,)),
        (LIVE, HIDDEN),
        ask="/uploads/{upload}",
        body={"headers": {"Tus-Resumable": "1.0.0"}},
        last=True,
    ),
    phone(
        "GET",
        "/uploads/{upload_id:uuid}/receipt",
        (frozenset({"member"}), OK),
        (LIVE, HIDDEN),
        ask="/uploads/{stored_upload}/receipt",
    ),
    # the desk: signing in, oneself
    desk("GET", "/desk/sign-in", (LIVE, TO_SIGN_IN), (ALL, OK)),
    desk("POST", "/desk/sign-in", (ALL, (401, 429))),
    desk("POST", "/desk/sign-out", (ALL, TO_SIGN_IN), last=True),
    desk("POST", "/desk/language", (ALL, (303, 400))),
    desk("GET", "/desk/static/{digest:str}/{name:str}", (ALL, HIDDEN), ask="/desk/static/0/x.css"),
    desk("GET", "/desk/{rest:path}", (ALL, HIDDEN), ask="/desk/nowhere/at/all"),
    desk("GET", "/desk/enrol/{token:str}", (ALL, HIDDEN), ask="/desk/enrol/x"),
    desk("POST", "/desk/enrol/{token:str}", (ALL, HIDDEN), ask="/desk/enrol/x"),
    desk("GET", "/desk/enrol/{token:str}/qr.svg", (ALL, HIDDEN), ask="/desk/enrol/x/qr.svg"),
    desk("GET", "/desk/account", (LIVE, OK)),
    desk("GET", "/desk/confirm", (LIVE, OK)),
    desk("POST", "/desk/confirm", (LIVE, (422,))),
    desk("POST", "/desk/account/language", (LIVE, TO_SIGN_IN)),
    # the desk: inspections
    desk("GET", "/desk", (LIVE, OK)),
    # A stream never ends in this table: see test_live.py. Of what nobody knows there is none.
    desk("GET", "/desk/live", (LIVE, HIDDEN), ask="/desk/live?of=nothing"),
    desk(
        "GET",
        "/desk/live/changed",
        (READERS, OK),
        (LIVE, HIDDEN),
        ask="/desk/live/changed?of=inspection:{inspection}",
    ),
    desk("GET", "/desk/work/list", (LIVE, OK)),
    desk(
        "GET",
        "/desk/work/lists/{name:str}",
        (CASE_WORKERS, OK),
        (LIVE, HIDDEN),
        ask="/desk/work/lists/unopened",
    ),
    desk("GET", "/desk/search", (CASE_WORKERS, OK), (LIVE, (200, 403))),
    desk("GET", "/desk/find", (LIVE, OK), ask="/desk/find?q=hoa+gao"),
    phone("GET", "/search", (LIVE, OK), ask="/search?q=hoa+gao"),
    desk("GET", "/desk/parties", (CASE_WORKERS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/parties", (CASE_WORKERS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/law", (LIVE, OK)),
    desk("GET", "/desk/law/limits", (LEGAL | AUDITORS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/law/{asked:str}", (LIVE, OK), ask="/desk/law/procedure"),
    desk("GET", "/desk/catalogue", (LIVE, OK)),
    desk("GET", "/desk/due", (CASE_WORKERS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/refusals", (LEGAL | AUDITORS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/log", (LEGAL | AUDITORS, OK), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/sent/{form:uuid}",
        (LIVE, HIDDEN),
        ask="/desk/sent/01a2174b-4c85-752b-b355-5022abe0ea3a?what=/desk/x",
    ),
    desk("GET", "/desk/restores", (RECOVERY, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/exceptions", (CHECKERS, OK), (LIVE, FORBIDDEN)),
    desk(
        "POST",
        "/desk/exceptions/{exception_id:uuid}/check",
        (CHECKERS & OWN, TAKEN_AS_FORM),
        (CHECKERS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/exceptions/{exception}/check",
    ),
    desk("GET", "/desk/inspections/new", (LIVE, (301,))),
    desk(
        "GET",
        f"/desk/inspections/{_INSPECTION}",
        (READERS, OK),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask="/desk/inspections/{inspection}",
    ),
    desk(
        "GET",
        f"/desk/inspections/{_INSPECTION}/documents/{{document_id:uuid}}/pdf",
        (READERS, OK),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask="/desk/inspections/{inspection}/documents/{document}/pdf",
    ),
    desk(
        "GET",
        f"/desk/inspections/{_INSPECTION}/print",
        (READERS, OK),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask="/desk/inspections/{inspection}/print",
    ),
    desk(
        "GET",
        f"/desk/inspections/{_INSPECTION}/minutes.pdf",
        (READERS, OK),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask="/desk/inspections/{inspection}/minutes.pdf",
    ),
    desk(
        "GET",
        f"/desk/inspections/{_INSPECTION}/map",
        (READERS, OK),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask="/desk/inspections/{inspection}/map",
    ),
    *(
        desk(
            "GET",
            f"/desk/inspections/{_INSPECTION}/{looking}",
            (READERS, OK),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask=f"/desk/inspections/{{inspection}}/{looking}",
        )
        for looking in ("gallery", "compare")
    ),
    *(
        desk(
            method,
            f"/desk/inspections/{_INSPECTION}/export",
            (EXPORTERS, OK),
            (READERS, FORBIDDEN),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask="/desk/inspections/{inspection}/export",
        )
        for method in ("GET", "POST")
    ),
    *(
        desk(
            method,
            f"/desk/inspections/{_INSPECTION}/findings/{{finding_id:uuid}}/weigh",
            (RULERS, statuses),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask="/desk/inspections/{inspection}/findings/{finding}/weigh",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    *(
        desk(
            method,
            f"/desk/inspections/{_INSPECTION}/{ruling}",
            (RULERS, statuses),
            (OTHER, HIDDEN_OR_FORBIDDEN),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask=f"/desk/inspections/{{inspection}}/{ruling}{_RULING}",
        )
        for ruling in ("approve", "refuse", "return")
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    *(
        desk(
            method,
            f"/desk/inspections/{_INSPECTION}/held/{{act_id:uuid}}/{{decision:str}}",
            (RULERS, statuses),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask="/desk/inspections/{inspection}/held/{held}/admit",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    desk(
        "GET",
        "/desk/photos/{photo_id:uuid}",
        (READERS, OK),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask="/desk/photos/{photo}",
    ),
    desk(
        "GET",
        "/desk/photos/{photo_id:uuid}/receipts.json",
        (READERS, OK),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask="/desk/photos/{photo}/receipts.json",
    ),
    *(
        desk(
            method,
            "/desk/photos/{photo_id:uuid}/{size:str}",
            (READERS, OK),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask="/desk/photos/{photo}/original",
        )
        for method in ("GET", "HEAD")
    ),
    # the desk: rescue files; what another supervisor brought is not there
    desk("GET", "/desk/rescue", (SUPERVISORS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/rescue", (SUPERVISORS, (422,)), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/rescue/{file_id:uuid}",
            (RULERS, statuses),
            (SUPERVISORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/rescue/{rescue}",
        )
        for method, statuses in (("GET", OK), ("POST", (410,)))
    ),
    # for everybody
    Line("GET", "/", "/", ((ALL, (200, 303)),)),
    Line("GET", "/app", "/app", ((ALL, (308,)),)),
    Line("GET", "/app/{name:path}", "/app/nowhere.js", ((ALL, HIDDEN),)),
    Line("GET", "/verify", "/verify", ((ALL, OK),)),
    Line("GET", "/verify/seal.pem", "/verify/seal.pem", ((ALL, OK),)),
    Line("GET", "/verify/{code:path}", "/verify/0000", ((ALL, (404, 429)),)),
    Line("GET", "/verify/full", "/verify/full", ((ALL, (302,)),)),
    Line("GET", "/verify/full/file", "/verify/full/file", ((ALL, (302,)),)),
    Line("POST", "/verify/full", "/verify/full", ((ALL, (403, 429)),)),
    Line("POST", "/verify/full/file", "/verify/full/file", ((ALL, (404, 429)),)),
    Line(
        "GET",
        "/api/public/v1/documents/{code:str}",
        "/api/public/v1/documents/0000",
        ((ALL, (404, 429)),),
    ),
    Line("GET", "/health/live", "/health/live", ((ALL, OK),)),
    Line("GET", "/health/ready", "/health/ready", ((ALL, (200, 503)),)),
    Line("GET", "/metrics", "/metrics", ((ALL, OK),)),
    Line("GET", "/api", "/api", ((ALL, (200, 404)),)),
    Line("GET", "/api/openapi.json", "/api/openapi.json", ((ALL, OK),)),
    Line("GET", "/api/{path:str}", "/api/x", ((ALL, HIDDEN),)),
    # what ends a session comes last
    phone("DELETE", "/sessions/current", (LIVE, (204,)), last=True),
)

ALL_KNOW = {
    (f"{API}/reference", "unit"),
}
"""The force's tree is on every phone: which units there are is no secret within it."""
