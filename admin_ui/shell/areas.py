"""The areas of the desk, as its navigation lists them: in five modules; each role sees its own."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from backend.core.actors import Actor
from schemas.core.vocabulary import Role

_ON_SITE = frozenset({Role.SUPERVISOR, Role.INSPECTOR, Role.TEAM_LEADER})
_READERS = _ON_SITE | {Role.AUDITOR, Role.LEGAL}
_HEAD = frozenset({Role.SUPERVISOR})
_CHECKERS = frozenset({Role.AUDITOR, Role.LEGAL})
_STATISTICS = frozenset({Role.SUPERVISOR, Role.TEAM_LEADER, Role.AUDITOR, Role.LEGAL})
_REPORTS = _READERS | {Role.CLERK}
_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


class Module(StrEnum):
    """The five modules that the users named: the key of each one's name, in the order of the navigation."""

    PLANS = "common.module_plans"
    INTAKE = "common.module_intake"
    CASES = "common.module_cases"
    LOOKUP = "common.module_lookup"
    SYSTEM = "common.module_system"


class Area(NamedTuple):
    """One entry: its address, the key of its name, its module (None: a reader's own, before all
    modules), and the roles that see it (None: everybody)."""

    href: str
    word: str
    module: Module | None
    roles: frozenset[Role] | None = None


AREAS = (
    Area("/desk/", "common.nav_queue", None),
    Area("/desk/notices", "common.nav_notices", None),
    Area("/desk/plans", "plans.title", Module.PLANS, _READERS | {Role.CLERK}),
    Area("/desk/decisions", "qdkt.title", Module.PLANS, _READERS | {Role.CLERK}),
    Area("/desk/diary", "diary.title", Module.PLANS, _READERS | {Role.CLERK}),
    Area("/desk/papers", "rpaper.title", Module.PLANS, _READERS | {Role.CLERK}),
    Area("/desk/informations", "informations.title", Module.INTAKE, _READERS | {Role.CLERK}),
    Area(
        "/desk/informations/denunciations",
        "pleas.title_denunciation",
        Module.INTAKE,
        _READERS | {Role.CLERK},
    ),
    Area(
        "/desk/informations/complaints",
        "pleas.title_complaint",
        Module.INTAKE,
        _READERS | {Role.CLERK},
    ),
    Area(
        "/desk/informations/figures",
        "intakefigures.title",
        Module.INTAKE,
        _HEAD | {Role.AUDITOR},
    ),
    Area("/desk/incoming", "incoming.title", Module.INTAKE, _HEAD | {Role.CLERK, Role.AUDITOR}),
    Area("/desk/cases", "cases.title", Module.CASES, _READERS | {Role.CLERK}),
    Area("/desk/due", "common.nav_due", Module.CASES, _READERS),
    Area("/desk/to-sign", "tosign.title", Module.CASES, _ON_SITE),
    Area("/desk/by-hand", "byhand.title", Module.CASES, _READERS | {Role.CLERK}),
    Area("/desk/outgoing", "outgoing.title", Module.CASES, _HEAD | _CHECKERS | {Role.CLERK}),
    Area("/desk/search", "common.nav_search", Module.LOOKUP, _READERS),
    Area("/desk/parties", "common.nav_parties", Module.LOOKUP, _READERS),
    Area("/desk/dashboard", "dashboard.title", Module.LOOKUP, _STATISTICS),
    Area("/desk/statistics", "statistics.title", Module.LOOKUP, _STATISTICS),
    Area("/desk/reports", "reports.title", Module.LOOKUP, _REPORTS),
    Area(
        "/desk/exports",
        "exports.title",
        Module.LOOKUP,
        _READERS | _ADMINISTRATOR | {Role.CLERK},
    ),
    Area("/desk/law", "common.nav_law", Module.LOOKUP),
    Area("/desk/exceptions", "exceptions.title", Module.LOOKUP, _HEAD | _CHECKERS),
    Area("/desk/samples", "samples.title", Module.LOOKUP, _HEAD | {Role.AUDITOR}),
    Area("/desk/refusals", "refusals.title", Module.LOOKUP, _CHECKERS),
    Area(
        "/desk/asks",
        "asks.title",
        Module.SYSTEM,
        _HEAD | _CHECKERS | _ADMINISTRATOR | {Role.CLERK},
    ),
    Area("/desk/people", "common.nav_people", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/units", "common.nav_units", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/devices", "common.nav_devices", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/delegations", "delegations.title", Module.SYSTEM, _HEAD | {Role.CLERK}),
    Area("/desk/absences", "absences.title", Module.SYSTEM, _ON_SITE | {Role.CLERK, Role.LEGAL}),
    Area("/desk/routes", "routes.title", Module.SYSTEM, _HEAD | _CHECKERS | _ADMINISTRATOR),
    Area(
        "/desk/report-definitions",
        "repdef.title",
        Module.SYSTEM,
        _ADMINISTRATOR | {Role.LEGAL},
    ),
    Area(
        "/desk/registers",
        "registers.title",
        Module.SYSTEM,
        _HEAD | _ADMINISTRATOR | {Role.CLERK, Role.AUDITOR},
    ),
    Area("/desk/seals", "seals.title", Module.SYSTEM, _ADMINISTRATOR | {Role.CLERK}),
    Area("/desk/rescue", "common.nav_rescue", Module.SYSTEM, _HEAD),
    Area(
        "/desk/restores",
        "restores.title",
        Module.SYSTEM,
        _CHECKERS | _ADMINISTRATOR | _HEAD | {Role.CLERK},
    ),
    Area("/desk/log", "log.title", Module.SYSTEM, frozenset({Role.AUDITOR})),
)
"""In the order of the navigation; areas of one module stand together."""


def areas(actor: Actor) -> list[Area]:
    """Return the areas that this reader sees, in the order of the navigation."""
    return [one for one in AREAS if one.roles is None or actor.has(*one.roles)]


class Entry(NamedTuple):
    """One place of the navigation's line: the areas behind it, and the key of the name that opens
    them. A single area is a plain link, and `word` is None."""

    word: str | None
    areas: list[Area]


def entries(mine: Sequence[Area]) -> list[Entry]:
    """Return `mine` as the line of the navigation. A module of which the reader sees one area is
    that area's link: a menu with one entry costs a press and tells nothing."""
    line: list[Entry] = []
    for module, of in groupby(mine, key=lambda one: one.module):
        found = list(of)
        if module is None or len(found) == 1:
            line += [Entry(None, [one]) for one in found]
        else:
            line.append(Entry(module.value, found))
    return line


_PART_OF = {
    "/desk/documents": "/desk/cases",
    "/desk/filed": "/desk/cases",
    "/desk/numbers": "/desk/cases",
    "/desk/catalogue": "/desk/law",
    "/desk/unknown": "/desk",
    "/desk/figures": "/desk/statistics",
    "/desk/report-definitions": "/desk/reports",
}
"""Pages that belong to an area by subject, although their address is not below it."""


def within(path: str, mine: list[Area]) -> Area | None:
    """Return the area with the longest address above `path`; None if the page belongs to no area."""
    at = f"{path.rstrip('/')}/"
    own = {one.href for one in mine}
    for begins, area in _PART_OF.items():
        # who has the page as an area of the own reaches it there
        at = f"{area}/" if at.startswith(f"{begins}/") and begins not in own else at
    over = [
        one
        for one in mine
        if at == f"{one.href.rstrip('/')}/"
        or (one.href != "/desk/" and at.startswith(f"{one.href}/"))
    ]
    return max(over, key=lambda one: len(one.href), default=None)
