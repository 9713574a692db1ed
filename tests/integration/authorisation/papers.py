"""The lines of papers of cases and of the sanction: {case} is Hà Nội's, {paper} a draft of its minutes."""

from tests.integration.authorisation.table import (
    CASE_READERS,
    CASE_WORKERS,
    CLERKS,
    DEAD,
    DOOR,
    FORBIDDEN,
    HIDDEN,
    LIVE,
    NOBODY,
    OK,
    READERS,
    SIGNERS,
    SUPERVISORS,
    WATCHERS,
    Line,
    desk,
    phone,
)

_AN_ID = "01936b2c-0000-7000-8000-000000000001"
PAPERS: tuple[Line, ...] = (
    desk("GET", "/desk/in-words", (LIVE, OK), ask="/desk/in-words?dong=7500000"),
    # Of no paper; who sees one and may give its copy is in tests/integration/casework/party_copies.
    *(
        desk(method, f"/desk/copies/{{code:str}}{at}", (LIVE, HIDDEN), ask=f"/desk/copies/0000{at}")
        for method, at in (("GET", ""), ("POST", ""), ("POST", "/print"), ("POST", "/handed"))
    ),
    phone("GET", "/copies/{code:str}", (LIVE, HIDDEN), ask="/copies/0000"),
    *(
        phone(
            "POST",
            f"/copies/{{code:str}}{at}",
            (LIVE, HIDDEN),
            ask=f"/copies/0000{at}",
            body={"json": body},
        )
        for at, body in (
            ("", {"id": _AN_ID, "replaces": None}),
            ("/print", {"ticket": "x", "layout": "a4", "appointment": None}),
            (
                "/handed",
                {
                    "id": _AN_ID,
                    "copy_id": None,
                    "way": "a4",
                    "receiver": "Bà Hoa",
                    "appointment": None,
                    "handed_at": "2026-11-24T03:00:00Z",
                },
            ),
        )
    ),
    desk(
        "GET",
        "/desk/scans/{scan_id:uuid}",
        (CASE_READERS, OK),
        (LIVE, HIDDEN),
        ask="/desk/scans/{scan}",
    ),
    *(
        desk(
            method,
            "/desk/cases/{case_id:uuid}/filing",
            (CASE_READERS, statuses),
            (LIVE, HIDDEN),
            ask="/desk/cases/{case}/filing",
        )
        for method, statuses in (("GET", OK), ("POST", (422,)))
    ),
    desk(
        "POST",
        "/desk/cases/{case_id:uuid}/filing/obtained",
        (CASE_READERS, (303, 403, 409, 422)),
        (LIVE, HIDDEN),
        ask="/desk/cases/{case}/filing/obtained",
    ),
    phone(  # {filed} was filed in a case: only what a team obtained has a receipt for its phone
        "GET",
        "/filed/{file_id:uuid}/receipt",
        (LIVE, HIDDEN),
        ask="/filed/{filed}/receipt",
    ),
    *(
        desk(
            method,
            f"/desk/filed/{{file_id:uuid}}{at}",
            (CASE_READERS, statuses),
            (LIVE, HIDDEN),
            ask=f"/desk/filed/{{filed}}{at}",
        )
        for method, at, statuses in (
            ("GET", "", OK),
            ("GET", "/original", OK),
            ("GET", "/shown", OK),
            ("HEAD", "/shown", HIDDEN),
            ("GET", "/receipt.json", OK),
        )
    ),
    *(
        # A script asks it, so the answers at the door are the script's.
        desk(method, route, (LIVE, statuses), (NOBODY | DEAD, DOOR), ask=ask)
        for method, route, ask, statuses in (
            ("POST", "/desk/uploads", "/desk/uploads", (412,)),
            ("HEAD", "/desk/uploads/{upload_id:uuid}", "/desk/uploads/{upload}", (412,)),
            # Without the token of the session they are somebody else's request.
            ("PATCH", "/desk/uploads/{upload_id:uuid}", "/desk/uploads/{upload}", FORBIDDEN),
            ("DELETE", "/desk/uploads/{upload_id:uuid}", "/desk/uploads/{upload}", FORBIDDEN),
        )
    ),
    *(
        desk(
            method,
            f"/desk/cases/{{case_id:uuid}}{at}",
            (CASE_READERS, statuses),
            (LIVE, HIDDEN),
            ask=f"/desk/cases/{{case}}{at}",
        )
        for method, at, statuses in (
            ("GET", "/documents/new", OK),
            ("POST", "/documents", (422,)),
            ("GET", "/sanction", OK),
            ("POST", "/sanction", (422,)),
            ("POST", "/sanction/enter", HIDDEN),
        )
    ),
    *(
        # A file holds the papers of the inspection too.
        desk(
            method,
            f"/desk/cases/{{case_id:uuid}}/dossier{at}",
            (READERS, OK),
            (CASE_READERS, FORBIDDEN),
            (LIVE, HIDDEN),
            ask=f"/desk/cases/{{case}}/dossier{at}",
        )
        for method, at in (("GET", ""), ("POST", ""), ("POST", "/package"))
    ),
    *(
        desk(
            method,
            f"/desk/documents/{{document_id:uuid}}{at}",
            (CASE_READERS, statuses),
            (LIVE, HIDDEN),
            ask=f"/desk/documents/{{paper}}{at}",
        )
        for method, at, statuses in (
            ("GET", "", OK),
            ("POST", "", (409,)),
            ("GET", "/preview.pdf", OK),
            ("POST", "/preview", OK),
            ("GET", "/differences", OK),
            ("GET", "/signed.pdf", HIDDEN),
            ("GET", "/qr.svg", HIDDEN),
            ("GET", "/scan", OK),
            ("POST", "/scan", (409,)),
            ("GET", "/compare", HIDDEN),
            ("POST", "/compare", HIDDEN),
            ("GET", "/printed.pdf", HIDDEN),
            ("GET", "/scan/shown", HIDDEN),
            ("GET", "/outside", OK),
            ("GET", "/outside/prepared.pdf", (409,)),
            ("POST", "/outside", (409,)),
            ("POST", "/outside/give-up", (422,)),
            ("POST", "/reopen", (422,)),
            ("POST", "/discard", (422,)),
            ("POST", "/deliver", (422,)),
        )
    ),
    *(
        desk(
            method,
            f"/desk/documents/{{document_id:uuid}}/seal{at}",
            (frozenset({"own clerk"}), statuses),
            (CLERKS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask=f"/desk/documents/{{paper}}/seal{at}",
        )
        for method, at, statuses in (
            ("GET", "", OK),
            ("POST", "", (422,)),
            ("GET", "/to-sign.pdf", (409,)),  # it is not signed
            ("POST", "/outside", (409,)),
        )
    ),
    *(
        desk(
            method,
            "/desk/documents/{document_id:uuid}/sign",
            (WATCHERS | {"own clerk"}, FORBIDDEN),
            (CASE_READERS, statuses),
            (LIVE, HIDDEN),
            ask="/desk/documents/{paper}/sign",
        )
        for method, statuses in (("GET", OK), ("POST", (422,)))
    ),
    *(
        desk(
            method,
            "/desk/documents/{document_id:uuid}/issued-before",
            (LIVE, HIDDEN),  # nothing was ever restored here
            ask="/desk/documents/{paper}/issued-before",
        )
        for method in ("GET", "POST")
    ),
    desk("GET", "/desk/to-sign", (SIGNERS | SUPERVISORS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/to-sign", (SIGNERS | SUPERVISORS, (422,)), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/by-hand", (CASE_WORKERS | CLERKS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/numbers", (CASE_WORKERS | CLERKS, OK), (LIVE, FORBIDDEN)),
    desk(
        "POST",
        "/desk/numbers/{document_id:uuid}/void",
        (CASE_READERS, (422,)),
        (LIVE, HIDDEN),
        ask="/desk/numbers/{paper}/void",
    ),
)
