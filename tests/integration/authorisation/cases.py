"""The lines of cases: {case} is Hà Nội's, an leads it and chi works on it."""

from tests.integration.authorisation.table import (
    CASE_READERS,
    CASE_WORKERS,
    CLERKS,
    FORBIDDEN,
    HIDDEN,
    LEGAL,
    LIVE,
    OK,
    TAKEN_AS_FORM,
    WATCHERS,
    Line,
    desk,
)

OPENERS = CASE_WORKERS - LEGAL - {"own auditor", "other auditor"}
"""Who opens cases."""
CASES: tuple[Line, ...] = (
    desk("GET", "/desk/cases", (CASE_WORKERS | CLERKS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/cases/new", (OPENERS, OK), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/cases/new/{way:str}",
            (OPENERS, statuses),
            (LIVE, FORBIDDEN),
            ask="/desk/cases/new/proposal",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    *(
        desk(
            "GET",
            f"/desk/cases/{{case_id:uuid}}{looking}",
            (CASE_READERS, OK),
            (LIVE, HIDDEN),
            ask=f"/desk/cases/{{case}}{looking}",
        )
        for looking in ("", "/adopt", "/rules")
    ),
    desk(
        "POST",
        "/desk/cases/{case_id:uuid}/adopt",
        (CASE_READERS, TAKEN_AS_FORM),
        (LIVE, HIDDEN),
        ask="/desk/cases/{case}/adopt",
    ),
    # Without a reason nothing is moved: a reader gets the page again, with what is missing.
    desk(
        "POST",
        "/desk/cases/{case_id:uuid}/rules",
        (CASE_READERS, (409, 422)),
        (LIVE, HIDDEN),
        ask="/desk/cases/{case}/rules",
    ),
    desk(
        "GET",
        "/desk/cases/{case_id:uuid}/informant",
        (frozenset({"member", "own supervisor"}), OK),
        (CASE_READERS, FORBIDDEN),
        (LIVE, HIDDEN),
        ask="/desk/cases/{case}/informant",
    ),
    *(
        # Who only reads the case is told that the act is not his (409), before any form.
        desk(
            method,
            "/desk/cases/{case_id:uuid}/acts/{act:str}",
            (WATCHERS | CLERKS & CASE_READERS, (409, 422)),
            (CASE_READERS, statuses),
            (LIVE, HIDDEN),
            ask="/desk/cases/{case}/acts/note.added",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
)
