"""The lines of intake: {information} was taken in by an, of team 1 in Hà Nội, which chi heads."""

from tests.integration.authorisation.table import (
    AUDITORS,
    CASE_WORKERS,
    CLERKS,
    FORBIDDEN,
    HIDDEN,
    LEGAL,
    LIVE,
    OK,
    SUPERVISORS,
    TAKEN_AS_FORM,
    Line,
    desk,
    phone,
)

_LINE = frozenset({"member", "leader"})
"""Who may open what is sealed: who took it in, and the head of the team."""
_READERS = _LINE | {"own team_leader", "own supervisor", "own auditor"}
_RECEIVERS = (CASE_WORKERS | CLERKS) - LEGAL - AUDITORS
_NOW_OR_NOT = (200, 409)
_ONE = "/desk/informations/{information_id:uuid}"
_ASK = "/desk/informations/{information}"
_SENT = {
    "nature": "tip",
    "source": "tip",
    "received_at": "2026-11-24T03:00:00Z",
    "matter": {
        "summary": "Bán rượu không nhãn",
        "fields": [],
        "goods": "",
        "suspects": [],
        "place": {},
    },
    "sealed": [],
    "attachments": [],
    "informant_secret": True,
    "wants_answer": True,
    "named_officers": [],
}

INFORMATIONS: tuple[Line, ...] = (
    *(
        desk("GET", f"/desk/informations{what}", (CASE_WORKERS | CLERKS, OK), (LIVE, FORBIDDEN))
        for what in ("", "/list", "/denunciations", "/complaints")
    ),
    desk("GET", "/desk/informations/figures", (SUPERVISORS | AUDITORS, OK), (LIVE, FORBIDDEN)),
    *(
        desk(method, "/desk/informations/new", (_RECEIVERS, statuses), (LIVE, FORBIDDEN))
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    # Under the id of a record that exists: what each role may register is in test_informations_from_phones.py.
    phone(
        "PUT",
        "/informations/{information_id:uuid}",
        (LIVE, HIDDEN),
        ask="/informations/{information}",
        body={"json": _SENT},
    ),
    phone(
        "PUT",
        "/informations/{information_id:uuid}/attachments/{attachment_id:uuid}/{n:int}",
        (LIVE, HIDDEN),
        ask="/informations/{information}/attachments/01936b2c-0000-7000-8000-000000000001/0",
        body={"content": b"x"},
    ),
    desk("GET", _ONE, (_READERS, OK), (LIVE, HIDDEN), ask=_ASK),
    *(
        desk(
            method,
            f"{_ONE}/open/{{kind:str}}",
            (_LINE, OK),
            (_READERS, FORBIDDEN),
            (LIVE, HIDDEN),
            ask=f"{_ASK}/open/account",
        )
        for method in ("GET", "POST")
    ),
    *(
        desk(
            method,
            f"{_ONE}/open/attachment/{{secret_id:uuid}}",
            (LIVE, HIDDEN),  # nobody opens a file that is not there
            ask=f"{_ASK}/open/attachment/{{information}}",
        )
        for method in ("GET", "POST")
    ),
    *(
        desk(method, f"{_ONE}/{route}", (_READERS, statuses), (LIVE, HIDDEN), ask=f"{_ASK}/{asked}")
        for route, asked in (
            ("acts/{act:str}", "acts/intake.reported"),
            ("link", "link"),
            ("split", "split"),
            ("more", "more"),
            ("propose", "propose"),
            ("identity/ask", "identity/ask"),
        )
        for method, statuses in (("GET", _NOW_OR_NOT), ("POST", TAKEN_AS_FORM))
    ),
    desk("GET", f"{_ONE}/merge", (_READERS, _NOW_OR_NOT), (LIVE, HIDDEN), ask=f"{_ASK}/merge"),
    # Nothing is named into which it goes, no link is there, and nobody asked: for readers that is not there either.
    desk("POST", f"{_ONE}/merge", (LIVE, HIDDEN), ask=f"{_ASK}/merge"),
    *(
        desk(
            method,
            f"{_ONE}/unlink/{{kind:str}}/{{record_id:uuid}}",
            (_READERS, (404, 409)),
            (LIVE, HIDDEN),
            ask=f"{_ASK}/unlink/case/{{case}}",
        )
        for method in ("GET", "POST")
    ),
    *(
        desk(
            method,
            f"{_ONE}/identity/{{officer_id:uuid}}{what}",
            (LIVE, HIDDEN),
            ask=f"{_ASK}/identity/{{information}}{what}",
        )
        for method, what in (("GET", ""), ("POST", "/grant"), ("POST", "/decline"))
    ),
)
