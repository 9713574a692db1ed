"""Who reads which parties may be one, and says so. The two of this table do not exist."""

from tests.integration.authorisation.table import (
    ADMINISTRATORS,
    FORBIDDEN,
    HIDDEN,
    HIDDEN_OR_FORBIDDEN,
    LIVE,
    OK,
    Line,
    desk,
    phone,
)

_KEEPERS = frozenset(
    {"member", "leader"}
    | {
        f"{where} {role}"
        for where in ("own", "other")
        for role in ("inspector", "team_leader", "supervisor")
    }
)
_READERS = _KEEPERS | {
    f"{where} {role}" for where in ("own", "other") for role in ("auditor", "legal")
}
_TWO = "00000000-0000-7000-8000-000000000001/00000000-0000-7000-8000-000000000002"
_CHANGE = "/desk/likeness/00000000-0000-7000-8000-000000000001"
ALIKE: tuple[Line, ...] = (
    desk("GET", "/desk/likeness", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    # Administrators of the whole force alone change it; those of the table are of departments.
    desk("POST", "/desk/likeness", (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/likeness/{change_id:uuid}",
        (ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask=_CHANGE,
    ),
    desk("POST", "/desk/likeness/{change_id:uuid}", (LIVE, FORBIDDEN), ask=_CHANGE),
    desk("GET", "/desk/parties/alike", (_READERS, OK), (LIVE, (403,))),
    # A number that nobody has, over the whole force.
    phone(
        "POST",
        "/parties/lookup",
        (_READERS, OK),
        (LIVE, (403,)),
        body={"json": {"number": "099999999999", "purpose": "Ai được tra cứu"}},
    ),
    *(
        desk(
            method,
            "/desk/parties/alike/{one_id:uuid}/{other_id:uuid}",
            (_READERS, HIDDEN),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask=f"/desk/parties/alike/{_TWO}",
        )
        for method in ("GET", "POST")
    ),
    desk(
        "GET",
        "/desk/parties/alike/merges/{ask_id:uuid}",
        (_READERS, HIDDEN),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask="/desk/parties/alike/merges/00000000-0000-7000-8000-000000000001",
    ),
)
