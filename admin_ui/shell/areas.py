"""The areas of the desk, as its rail lists them in the order of the trade; each role sees its own."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from backend.core.actors import Actor
from backend.insight.my_work.tally import Tally
from schemas.core.vocabulary import Role

_ON_SITE = frozenset({Role.SUPERVISOR, Role.INSPECTOR, Role.TEAM_LEADER})
_READERS = _ON_SITE | {Role.AUDITOR, Role.LEGAL}
_RECORDS = _READERS | {Role.CLERK}
_HEAD = frozenset({Role.SUPERVISOR})
_CHECKERS = frozenset({Role.AUDITOR, Role.LEGAL})
_STATISTICS = frozenset({Role.SUPERVISOR, Role.TEAM_LEADER, Role.AUDITOR, Role.LEGAL})
_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


class Module(StrEnum):
    """The entries of the rail that have areas below them: the key of each one's name, in the order
    of the trade. Goods kept and payments followed have no page of their own yet, so no entry."""

    PLANS = "common.module_plans"
    INTAKE = "common.module_intake"
    INSPECTIONS = "common.module_inspections"
    CASES = "common.module_cases"
    PAPERS = "common.module_papers"
    PARTIES = "common.module_parties"
    LOOKUP = "common.module_lookup"
    FIGURES = "common.module_figures"
    LAW = "common.module_law"
    SYSTEM = "common.module_system"


class Area(NamedTuple):
    """One page of the rail: its address, the key of its name, its module (None: a reader's own, before all
    modules), and the roles that see it (None: everybody)."""

    href: str
    word: str
    module: Module | None
    roles: frozenset[Role] | None = None


AREAS = (
    Area("/desk/", "common.nav_queue", None),
    Area("/desk/due", "common.nav_due", None, _READERS),
    Area("/desk/notices", "common.nav_notices", None),
    Area("/desk/plans", "plans.title", Module.PLANS, _RECORDS),
    Area("/desk/informations", "informations.title", Module.INTAKE, _RECORDS),
    Area("/desk/informations/denunciations", "pleas.title_denunciation", Module.INTAKE, _RECORDS),
    Area("/desk/informations/complaints", "pleas.title_complaint", Module.INTAKE, _RECORDS),
    Area(
        "/desk/informations/figures", "intakefigures.title", Module.INTAKE, _HEAD | {Role.AUDITOR}
    ),
    Area("/desk/decisions", "qdkt.title", Module.INSPECTIONS, _RECORDS),
    Area("/desk/diary", "diary.title", Module.INSPECTIONS, _RECORDS),
    Area("/desk/rescue", "common.nav_rescue", Module.INSPECTIONS, _HEAD),
    Area("/desk/cases", "cases.title", Module.CASES, _RECORDS),
    Area("/desk/to-sign", "tosign.title", Module.PAPERS, _ON_SITE),
    Area("/desk/outgoing", "outgoing.title", Module.PAPERS, _HEAD | _CHECKERS | {Role.CLERK}),
    Area("/desk/incoming", "incoming.title", Module.PAPERS, _HEAD | {Role.CLERK, Role.AUDITOR}),
    Area("/desk/by-hand", "byhand.title", Module.PAPERS, _RECORDS),
    Area("/desk/papers", "rpaper.title", Module.PAPERS, _RECORDS),
    Area(
        "/desk/registers",
        "registers.title",
        Module.PAPERS,
        _HEAD | _ADMINISTRATOR | {Role.CLERK, Role.AUDITOR},
    ),
    Area("/desk/seals", "seals.title", Module.PAPERS, _ADMINISTRATOR | {Role.CLERK}),
    Area("/desk/parties/register", "party.register", Module.PARTIES, _READERS),
    Area("/desk/parties", "parties.title", Module.PARTIES, _READERS),
    Area(
        "/desk/parties/imports",
        "partyimport.list",
        Module.PARTIES,
        frozenset({Role.SUPERVISOR, Role.TEAM_LEADER}),
    ),
    Area("/desk/search", "common.nav_search", Module.LOOKUP, _READERS),
    Area("/desk/exports", "exports.title", Module.LOOKUP, _RECORDS | _ADMINISTRATOR),
    Area("/desk/dashboard", "dashboard.title", Module.FIGURES, _STATISTICS),
    Area("/desk/statistics", "statistics.title", Module.FIGURES, _STATISTICS),
    Area("/desk/reports", "reports.title", Module.FIGURES, _RECORDS),
    Area("/desk/exceptions", "exceptions.title", Module.FIGURES, _HEAD | _CHECKERS),
    Area("/desk/samples", "samples.title", Module.FIGURES, _HEAD | {Role.AUDITOR}),
    Area("/desk/law", "common.nav_law", Module.LAW),
    Area("/desk/people", "common.nav_people", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/people/imports", "peopleimport.list", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/handover", "handover.title", Module.SYSTEM, _HEAD | _ADMINISTRATOR),
    Area("/desk/units", "common.nav_units", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/unit-asks", "restructurings.title", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/machines", "machines.title", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/likeness", "weighing.title", Module.SYSTEM, _ADMINISTRATOR),
    Area("/desk/devices", "common.nav_devices", Module.SYSTEM, _ADMINISTRATOR | _HEAD),
    Area(
        "/desk/asks",
        "asks.title",
        Module.SYSTEM,
        _HEAD | _CHECKERS | _ADMINISTRATOR | {Role.CLERK},
    ),
    Area("/desk/delegations", "delegations.title", Module.SYSTEM, _HEAD | {Role.CLERK}),
    Area("/desk/absences", "absences.title", Module.SYSTEM, _ON_SITE | {Role.CLERK, Role.LEGAL}),
    Area("/desk/routes", "routes.title", Module.SYSTEM, _HEAD | _CHECKERS | _ADMINISTRATOR),
    Area(
        "/desk/report-definitions",
        "repdef.title",
        Module.SYSTEM,
        _ADMINISTRATOR | {Role.LEGAL},
    ),
    Area("/desk/rights", "rights.title", Module.SYSTEM, _ADMINISTRATOR | {Role.AUDITOR}),
    Area("/desk/refusals", "refusals.title", Module.SYSTEM, _CHECKERS),
    Area(
        "/desk/restores",
        "restores.title",
        Module.SYSTEM,
        _CHECKERS | _ADMINISTRATOR | _HEAD | {Role.CLERK},
    ),
    Area("/desk/log", "log.title", Module.SYSTEM, frozenset({Role.AUDITOR})),
    Area("/desk/health", "health.title", Module.SYSTEM, _ADMINISTRATOR),
)
"""In the order of the rail; areas of one module stand together."""

WORK: dict[str, str | Module] = {
    **dict.fromkeys(
        (
            *("draft", "file", "discard", "held", "unknown", "unopened", "returned", "visit"),
            *("sheet_match", "sheet_differs", "team_change", "leader_card"),
        ),
        Module.INSPECTIONS,
    ),
    **dict.fromkeys(
        ("proposal_returned", "decision_sign", "decision_scan", "decision_compare"),
        "/desk/decisions",
    ),
    **dict.fromkeys(("case_decide", "case_work", "case_clock", "complaint_resolve"), "/desk/cases"),
    **dict.fromkeys(("outside_state", "outside_confirm"), "/desk/cases"),
    # The list of what waits for a signature has what was submitted too, which is counted at my work.
    **dict.fromkeys(("paper_sign", "paper_own", "paper_reopened"), Module.PAPERS),
    **dict.fromkeys(("paper_scan", "paper_compare"), Module.PAPERS),
    **dict.fromkeys(
        ("record_paper_sign", "record_paper_scan", "record_paper_compare"), "/desk/papers"
    ),
    **dict.fromkeys(
        ("decision_dispatch", "paper_dispatch", "record_paper_dispatch"), "/desk/outgoing"
    ),
    **dict.fromkeys(
        ("plan_begin", "plan_draft", "plan_sent_up", "plan_issue", "plan_end", "plan_item"),
        "/desk/plans",
    ),
    **dict.fromkeys(("report_draft", "report_sent_up", "report_issue"), "/desk/reports"),
    **dict.fromkeys(
        ("information", "information_verify", "information_report", "information_tell"),
        "/desk/informations",
    ),
    **dict.fromkeys(("catalogue", "decree", "outside_catalogue"), "/desk/law"),
    "diary": "/desk/diary",
    "exception": "/desk/exceptions",
    "delegation": "/desk/delegations",
    "person": "/desk/people",
    "device": "/desk/devices",
    "restructuring": "/desk/units",
    "party_merge": "/desk/parties/register",
    "likeness": "/desk/likeness",
    "numbers": "/desk/registers",
    "incoming": "/desk/incoming",
    "route": "/desk/routes",
    "report_definition": "/desk/report-definitions",
}
"""Where each kind of work is counted: at an area, or at a module of which no area lists it. What is submitted for
approval is of all modules, and counted at my work alone."""

AT_MY_WORK_ALONE = frozenset({"step", "step_returned"})

IN_THE_BAR = "/desk/notices"
"""The area that is a bell in the bar of every page and not an entry of the rail."""


class Creation(NamedTuple):
    """One thing that "Tạo mới" begins: its address, the key of its name, and who may begin it.
    `only`: an auditor who also works begins none, since nobody draws samples of the own work."""

    href: str
    word: str
    roles: frozenset[Role]
    only: bool = False


CREATIONS = (
    Creation("/desk/informations/new", "informations.new", _ON_SITE | {Role.CLERK}),
    Creation("/desk/decisions/propose", "propose.title", _ON_SITE),
    Creation("/desk/decisions/new", "qdkt.draft_new", _ON_SITE),
    Creation("/desk/cases/new", "cases.new", _ON_SITE),
    Creation("/desk/plans/new", "plans.new", _ON_SITE | {Role.LEGAL}),
    Creation("/desk/reports/new", "reports.new", _ON_SITE),
    Creation("/desk/parties/register/new", "party.new", _ON_SITE),
    Creation("/desk/delegations/new", "delegations.enter", frozenset({Role.CLERK})),
    Creation("/desk/samples/new", "samples.new", frozenset({Role.AUDITOR}), only=True),
    Creation("/desk/routes/new", "routes.new", _HEAD | _ADMINISTRATOR | {Role.LEGAL}),
    Creation("/desk/people/new", "people.new", _ADMINISTRATOR),
    Creation("/desk/units/new", "people.unit_act_new", _ADMINISTRATOR),
)
"""What is begun from any page, what is done most often first. Each page judges for itself who may."""


def creations(actor: Actor) -> list[Creation]:
    """Return what this reader begins."""
    return [
        one for one in CREATIONS if actor.has(*one.roles) and (actor.only_audits or not one.only)
    ]


def areas(actor: Actor) -> list[Area]:
    """Return the areas that this reader sees, in the order of the navigation."""
    return [one for one in AREAS if one.roles is None or actor.has(*one.roles)]


class Entry(NamedTuple):
    """One entry of the rail: the areas behind it, the key of its name and of its picture. A single
    area is a plain link; several are a group that opens in place."""

    word: str
    areas: list[Area]
    icon: str


_ICONS = {"/desk/": "work", "/desk/due": "due"} | {one: one.name.lower() for one in Module}


class Waiting(NamedTuple):
    """How many things wait for the reader at one place of the rail, and how many of them are late."""

    waiting: int
    overdue: int


def waiting_at(tally: Tally | None, entry: Entry | Area) -> Waiting:
    """Return what waits for the reader at this area, or at all areas and the module of this entry."""
    places: set[str | Module] = {entry.href} if isinstance(entry, Area) else set()
    if isinstance(entry, Entry):
        places = {one.href for one in entry.areas} | {
            one.module for one in entry.areas if one.module
        }
    found = [one for one in (tally.kinds if tally else ()) if WORK.get(one[0]) in places]
    return Waiting(sum(one[1] for one in found), sum(one[2] for one in found))


def entries(mine: Sequence[Area]) -> list[Entry]:
    """Return `mine` as the rail's entries.

    A module of which the reader sees one area is that area's link, under the module's name as the rail has it:
    everybody finds it at the same word.
    """
    rail: list[Entry] = []
    for module, of in groupby(
        (one for one in mine if one.href != IN_THE_BAR), key=lambda one: one.module
    ):
        if module is None:
            rail += [Entry(one.word, [one], _ICONS[one.href]) for one in of]
        else:
            rail.append(Entry(module.value, list(of), _ICONS[module]))
    return rail


_PART_OF = {
    "/desk/documents": "/desk/cases",
    "/desk/filed": "/desk/cases",
    "/desk/numbers": "/desk/cases",
    "/desk/catalogue": "/desk/law",
    "/desk/unknown": "/desk",
    "/desk/review": "/desk",
    "/desk/figures": "/desk/statistics",
    "/desk/report-definitions": "/desk/reports",
    "/desk/inspections": "/desk/decisions",
    "/desk/photos": "/desk/decisions",
    "/desk/parties/alike": "/desk/parties/register",
    "/desk/parties/lookup": "/desk/parties/register",
    "/desk/lost-phones": "/desk/devices",
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
