"""Pages of the desk that may ask the database more often, or weigh more, than the others. These lists may only shrink.

A page asks at most twelve times (statements.MOST_OF_A_PAGE) and weighs at most 60 kB (statements.MOST_BYTES_OF_A_PAGE).
A page that comes down to that loses its line: the tests say so.
"""

_JUDGED_AGAIN = "the act that it offers is judged from the record, as its door will judge it"
_WITH_ITS_PANEL = "reads the paper, its routes, who may sign it, and all of it again for the panel of its approval"

OF_ONE_RECORD: dict[str, tuple[int, str]] = {
    "/desk/cases/{case_id:uuid}/acts/{act:str}": (14, _JUDGED_AGAIN),
    "/desk/cases/{case_id:uuid}/sanction": (18, _JUDGED_AGAIN),
    "/desk/decisions/{document_id:uuid}": (35, _WITH_ITS_PANEL),
    "/desk/decisions/{document_id:uuid}/dispatch": (22, _JUDGED_AGAIN),
    "/desk/decisions/{document_id:uuid}/edit": (18, _JUDGED_AGAIN),
    "/desk/decisions/{document_id:uuid}/outside": (23, _JUDGED_AGAIN),
    "/desk/decisions/{document_id:uuid}/scan": (37, _JUDGED_AGAIN),
    "/desk/decisions/{document_id:uuid}/seal": (29, _JUDGED_AGAIN),
    "/desk/documents/{document_id:uuid}/scan": (21, _JUDGED_AGAIN),
    "/desk/documents/{document_id:uuid}/seal": (18, _JUDGED_AGAIN),
    "/desk/informations/{information_id:uuid}": (16, "its matches, its links and its papers"),
    "/desk/informations/{information_id:uuid}/link": (13, _JUDGED_AGAIN),
    "/desk/papers/{document_id:uuid}": (33, _WITH_ITS_PANEL),
    "/desk/papers/{document_id:uuid}/dispatch": (18, _JUDGED_AGAIN),
    "/desk/papers/{document_id:uuid}/outside": (22, _JUDGED_AGAIN),
    "/desk/papers/{document_id:uuid}/scan": (33, _JUDGED_AGAIN),
    "/desk/papers/{document_id:uuid}/seal": (27, _JUDGED_AGAIN),
    "/desk/photos/{photo_id:uuid}": (15, "the whole custody of a photograph, and who looked at it"),
    "/desk/plans/board": (14, "rows and number of each of six columns"),
    "/desk/unit-asks/{ask_id:uuid}": (16, "what closing a unit would do, counted as the act will"),
}
"""Statements by route, where a record of each kind is there once, and why (test_every_page_asks_little.py)."""
