"""Pages of the desk that may ask the database more often, or weigh more, than the others. These lists may only shrink.

A page asks at most twelve times (statements.MOST_OF_A_PAGE) and weighs at most 60 kB (statements.MOST_BYTES_OF_A_PAGE).
A page that comes down to that loses its line. The test on one record of each kind says so. The demonstration's year
ends today: which of its records a walk meets changes from day to day, and what they ask and weigh with them (ROOM).
"""

from collections.abc import Iterable

from tests.support import statements
from tests.support.walks import Seen

_JUDGED_AGAIN = "the act that it offers is judged from the record, as its door will judge it"
_WITH_ITS_PANEL = "reads the paper, its routes, who may sign it, and all of it again for the panel of its approval"

OF_ONE_RECORD: dict[str, tuple[int, str]] = {}
"""Statements by route, where a record of each kind is there once, and why (test_every_page_asks_little.py)."""

OF_MANY_ASKED: dict[str, tuple[int, str]] = {
    "/desk/about": (14, "one for each part whose health it shows; an administrator's page"),
    "/desk/cases/{case_id:uuid}/documents/new": (14, _JUDGED_AGAIN),
    "/desk/copies/{code:str}": (
        13,
        "the party's copy is read as the party would, besides who looks",
    ),
    "/desk/decisions/{document_id:uuid}/edit": (13, _JUDGED_AGAIN),
    "/desk/documents/{document_id:uuid}/sign": (
        26,
        "what the signature means is judged as the door will, under the case's lock",
    ),
    "/desk/inspections/{inspection_id:uuid}/compare": (13, "two revisions, each with its files"),
    "/desk/papers/{document_id:uuid}": (15, _WITH_ITS_PANEL),
    "/desk/submissions/{submission_id:uuid}/{what:str}": (17, _JUDGED_AGAIN),
}
"""Statements by route, on the year and a half of the demonstration (test_living_demonstration.py), and why."""

_FIFTY = "fifty rows whose addresses carry the list to which they lead back"
OF_MANY_WEIGHED: dict[str, tuple[int, str]] = {
    "/desk/cases": (70_000, _FIFTY),
    "/desk/catalogue": (90_000, "fifty behaviours in the words of the law"),
    "/desk/catalogue/decrees/{decree:str}": (
        340_000,
        "every behaviour of a decree that a publication changes",
    ),
    "/desk/catalogue/decrees/{decree:str}/proposals/{proposal_id:uuid}": (
        90_000,
        "every behaviour that the proposal changes, which the second person reads",
    ),
    "/desk/dashboard": (
        100_000,
        "six charts, each with its table; for the nation with every department",
    ),
    "/desk/exceptions": (66_000, _FIFTY),
    "/desk/figures": (150_000, "what each of 83 figures means"),
    "/desk/informations/list": (67_000, _FIFTY),
    "/desk/inspections/{inspection_id:uuid}": (
        72_000,
        "a whole inspection of four drafts with its photographs",
    ),
    "/desk/log": (110_000, "a hundred readings, each with what was read"),
    "/desk/parties/register": (70_000, _FIFTY),
    "/desk/plans/items": (72_000, _FIFTY),
    "/desk/report-definitions/new": (145_000, "every figure of every table of a report"),
    "/desk/report-definitions/{code:str}/edit": (
        145_000,
        "every figure of every table of a report",
    ),
    "/desk/search": (65_000, _FIFTY),
    "/desk/statistics": (68_000, "every unit below with its figures"),
}
"""Bytes by route on the same, and why."""


ROOM_ASKED, ROOM_WEIGHED = 2, 1.1
"""By how much the demonstration's pages differ from one day to the next: statements, and a share of the bytes."""


def broken(seen: Iterable[Seen]) -> list[str]:
    """Return the pages of the demonstration that are over their ceiling by more than the day's records explain."""
    most: dict[str, tuple[int, int]] = {}
    wrong = []
    for one in seen:
        asked, weight = most.get(one.route, (0, 0))
        most[one.route] = max(asked, len(one.statements)), max(weight, one.weight)
        may_ask, _ = OF_MANY_ASKED.get(one.route, (statements.MOST_OF_A_PAGE, ""))
        may_weigh, _ = OF_MANY_WEIGHED.get(one.route, (statements.MOST_BYTES_OF_A_PAGE, ""))
        asks_more = len(one.statements) > may_ask + ROOM_ASKED
        if asks_more or one.weight > may_weigh * ROOM_WEIGHED:
            wrong.append(str(one))
    for route, (asked, weight) in sorted(most.items()):
        print(f"{asked:3} {weight:7} {route}")
    return wrong
