"""The lines of plans, here of one that nobody made.

Who sees a plan, and who does what with it: tests/integration/planning, tests/integration/admin_ui/planning.
"""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import (
    AUDITORS,
    CLERKS,
    FORBIDDEN,
    HIDDEN,
    LEGAL,
    LIVE,
    OK,
    SUPERVISORS,
    TAKEN_AS_FORM,
    TEAM,
    Line,
    desk,
)

_PLAN, _ITEM, _IMPORT = "/{plan_id:uuid}", "/items/{item_id:uuid}", "/import/{import_id:uuid}"
_WORKS = (
    TEAM
    | SUPERVISORS
    | LEGAL
    | {f"{where} {role}" for where in ("own", "other") for role in ("inspector", "team_leader")}
)
_LOOKS = _WORKS | CLERKS | AUDITORS


def _nobodys(method: str, route: str) -> Line:
    ask = route
    for name in ("{plan_id:uuid}", "{item_id:uuid}", "{import_id:uuid}"):
        ask = ask.replace(name, str(new_id()))
    ask = ask.replace("{act:str}", "given_up")
    return desk(method, f"/desk/plans{route}", (LIVE, HIDDEN), ask=f"/desk/plans{ask}")


PLANS: tuple[Line, ...] = (
    *(
        desk("GET", f"/desk/plans{rest}", (_LOOKS, OK), (LIVE, FORBIDDEN))
        for rest in (
            *("", "/items", "/template.xlsx"),
            *("/board", "/calendar", "/units"),
        )
    ),
    desk("GET", "/desk/plans/new", (_WORKS, OK), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/plans/new/{kind:str}",
            (_WORKS, statuses),
            (LIVE, FORBIDDEN),
            ask="/desk/plans/new/periodic",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    *(
        _nobodys("GET", f"{_PLAN}{rest}")
        for rest in (
            *("", "/edit", "/scan", "/changes", "/overlaps", "/import", _IMPORT, "/acts/{act:str}"),
            *("/items/new", _ITEM, f"{_ITEM}/edit", f"{_ITEM}/decision"),
        )
    ),
    *(
        _nobodys("POST", f"{_PLAN}{rest}")
        for rest in (
            *("/edit", _IMPORT, "/acts/{act:str}", "/items/new", f"{_ITEM}/edit"),
            *(f"{_ITEM}/{what}" for what in ("decision", "not_done", "resume", "remove")),
        )
    ),
    # Without a reason, or a file, the form is shown again, if the plan is in sight.
    *(_nobodys("POST", f"{_PLAN}{rest}") for rest in ("/overlaps", "/import")),
)
