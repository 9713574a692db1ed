"""Figures, reports and what is told of the force at large. An officer sees those of the own unit and below."""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import (
    AUDITORS,
    CHECKERS,
    FORBIDDEN,
    HIDDEN,
    LIVE,
    OK,
    SUPERVISORS,
    Line,
    desk,
)

_LEADERS = frozenset({"own team_leader", "other team_leader", "leader"})
READERS = CHECKERS | _LEADERS
_DEFINITIONS, _DRAFT, _ID = "/desk/report-definitions", "drafts/{draft_id:uuid}", new_id()
_SAMPLE = "/desk/samples/{sample_id:uuid}"


def _nobodys(method: str, rest: str = "") -> Line:
    """A sample that nobody planned: who sees what of one is in tests/integration/insight/test_samples.py."""
    ask = f"{_SAMPLE}{rest}"
    for name in ("{sample_id:uuid}", "{record_id:uuid}", "{bundle_id:uuid}"):
        ask = ask.replace(name, str(new_id()))
    readers = AUDITORS | SUPERVISORS if method == "GET" and not rest else AUDITORS
    said = {"result": "in_order", "reason": "Chọn nhầm kỳ", "purpose": "Thanh tra"}
    body = {"data": said} if method == "POST" else {}
    return desk(
        method, f"{_SAMPLE}{rest}", (readers, HIDDEN), (LIVE, FORBIDDEN), ask=ask, body=body
    )


INSIGHT: tuple[Line, ...] = (
    desk("GET", "/desk/dashboard", (READERS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/figures", (LIVE, OK)),
    # An empty form is refused as a form; who may sign is judged by the record (test_signing_figures.py).
    desk("POST", "/desk/figures/{act:str}", (LIVE, (422,)), ask="/desk/figures/present"),
    desk("GET", "/desk/report-definitions", (LIVE, OK)),
    desk("GET", f"{_DEFINITIONS}/{{code:str}}", (LIVE, OK), ask=f"{_DEFINITIONS}/weekly"),
    *(
        # For administrators and legal officers of the national office, of whom there is none in Hà Nội or Đà Nẵng.
        desk(method, f"{_DEFINITIONS}{path}", (LIVE, FORBIDDEN), ask=f"{_DEFINITIONS}{ask}")
        for method, path, ask in (
            ("GET", "/new", "/new"),
            ("POST", "/new", "/new"),
            ("GET", "/{code:str}/edit", "/weekly/edit"),
            ("POST", "/{code:str}/edit", "/weekly/edit"),
            ("POST", "/{code:str}/end", "/weekly/end"),
            ("GET", f"/{{code:str}}/{_DRAFT}", f"/weekly/drafts/{_ID}"),
            ("GET", f"/{{code:str}}/{_DRAFT}/workbook", f"/weekly/drafts/{_ID}/workbook"),
            ("POST", f"/{{code:str}}/{_DRAFT}/{{answer:str}}", f"/weekly/drafts/{_ID}/publish"),
        )
    ),
    desk("GET", "/desk/statistics", (READERS, OK), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/statistics/behind",
        (READERS, OK),
        (LIVE, FORBIDDEN),
        ask="/desk/statistics/behind?figure=decisions",
    ),
    desk("GET", "/desk/samples", (AUDITORS | SUPERVISORS, OK), (LIVE, FORBIDDEN)),
    *(
        desk("GET", f"/desk/samples/{rest}", (AUDITORS, OK), (LIVE, FORBIDDEN))
        for rest in ("new", "records", "redraw.py")
    ),
    # An empty form names no population, and what is fixed for ever is never guessed.
    desk("POST", "/desk/samples/planned", (AUDITORS, HIDDEN), (LIVE, FORBIDDEN)),
    _nobodys("GET"),
    *(_nobodys("GET", f"/{file}") for file in ("population.txt", "sample.json")),
    *(_nobodys("POST", f"/{act}") for act in ("draw", "close", "give-up")),
    _nobodys("POST", "/looks/{record_id:uuid}"),
    *(_nobodys(method, "/export") for method in ("GET", "POST")),
    _nobodys("POST", "/export/{bundle_id:uuid}"),
    _nobodys("POST", "/export/{bundle_id:uuid}/cancel"),
)
