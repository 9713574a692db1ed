"""Which roles may make which act: read from the declarations of each group, so that nobody keeps it by hand. Pure.

A declaration names whose act it is by a word (`Who`, `By`); here each word has its roles once. A role is necessary and
never enough: the unit, the team, the step that waits and the record's state are asked as well, where the act is judged.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from backend.approvals.acts import declaring as approving
from backend.approvals.acts.index import EVERY as APPROVING
from backend.casework.acts import declaring as casework
from backend.casework.acts.index import ACTS as CASEWORK
from backend.fieldwork.acts import declaring as fieldwork
from backend.fieldwork.acts.index import ACTS as FIELDWORK
from backend.force.acts import declaring as force
from backend.force.acts.index import ACTS as FORCE
from backend.insight.acts import declaring as reporting
from backend.insight.acts.index import REPORT_ACTS
from backend.intake.acts import declaring as intake
from backend.intake.acts.index import INFORMATION_ACTS
from backend.parties.acts.index import PARTY_ACTS
from backend.parties.rules.keeping import KEEPERS
from backend.planning.acts import declaring as planning
from backend.planning.acts.index import PLAN_ACTS
from schemas.core.vocabulary import Role

Roles = frozenset[Role]
GROUPS = (
    "planning",
    "intake",
    "fieldwork",
    "casework",
    "approvals",
    "insight",
    "parties",
    "force",
)
"""In the order of the trade."""
EVERYBODY: Roles = frozenset(Role)
_NOBODY: Roles = frozenset()
_ON_SITE: Roles = frozenset({Role.INSPECTOR, Role.TEAM_LEADER})
_WORKERS: Roles = _ON_SITE | {Role.SUPERVISOR}
_HEAD: Roles = frozenset({Role.SUPERVISOR})
_HEADS: Roles = frozenset({Role.SUPERVISOR, Role.TEAM_LEADER})
_OFFICE: Roles = frozenset({Role.SUPERVISOR, Role.CLERK})
_ADMINISTRATOR: Roles = frozenset({Role.ADMINISTRATOR})
_READERS: Roles = _WORKERS | {Role.AUDITOR, Role.LEGAL}


class Right(NamedTuple):
    """One act with the roles of which one is needed. Without a role the system alone makes it."""

    group: str
    act: str
    roles: Roles
    whose: str
    """The word of its declaration."""


CASEWORK_WHO: Mapping[casework.Who, Roles] = {
    casework.Who.WORKER: _WORKERS,
    casework.Who.TITLE: _WORKERS,
    casework.Who.HEAD: _HEAD,
    casework.Who.CLERK: frozenset({Role.CLERK}),
    casework.Who.SYSTEM: _NOBODY,
}
CASEWORK_ALSO: Mapping[casework.Also, Roles] = {
    casework.Also.CLERK: frozenset({Role.CLERK}),
    casework.Also.SIGNER: _WORKERS,
    casework.Also.MINUTES_MAKER: _WORKERS,
    casework.Also.LEADER: _HEADS,
    casework.Also.LEGAL: frozenset({Role.LEGAL}),
    casework.Also.JANITOR: _NOBODY,
}
FIELDWORK_WHO: Mapping[fieldwork.Who, Roles] = {
    fieldwork.Who.TEAM: _WORKERS,
    fieldwork.Who.HEAD: _HEAD,
    fieldwork.Who.OTHER_HEAD: _HEAD,
    fieldwork.Who.OTHER_HEAD_OR_LEGAL: _HEAD | {Role.LEGAL},
    fieldwork.Who.ISSUER: _HEAD,
    fieldwork.Who.TEAM_OR_HEAD: _WORKERS,
    fieldwork.Who.OFFICE: _WORKERS | {Role.CLERK},
    fieldwork.Who.MAKER: _WORKERS,
}
FORCE_WHO: Mapping[force.Who, Roles] = {
    force.Who.ADMINISTRATOR: _ADMINISTRATOR,
    force.Who.SUPERVISOR: _HEAD,
    force.Who.HIMSELF: EVERYBODY,
    force.Who.HIMSELF_OR_OPERATOR: EVERYBODY,
    force.Who.ASKED: _ADMINISTRATOR | {Role.SUPERVISOR, Role.CLERK},
    force.Who.REGISTRAR: _NOBODY,
    force.Who.RESTRUCTURING: _NOBODY,
    force.Who.KEEPER: _ADMINISTRATOR | {Role.CLERK},
    force.Who.CLERK: frozenset({Role.CLERK}),
    force.Who.SIGN_IN: EVERYBODY,
    force.Who.ISSUER: frozenset({Role.SUPERVISOR}),
    force.Who.APPROVER: _ADMINISTRATOR | {Role.SUPERVISOR},
}
"""REGISTRAR: the declaration names the roles itself."""
PLANNING_BY: Mapping[planning.By, Roles] = {
    planning.By.DRAFTER: _WORKERS | {Role.LEGAL},
    planning.By.HEAD: _HEADS,
    planning.By.OFFICE: _HEADS | {Role.CLERK},
    planning.By.ABOVE: _WORKERS | {Role.LEGAL},
    planning.By.ITEMS_HEAD: _HEADS,
    planning.By.SYSTEM: _NOBODY,
}
INTAKE_BY: Mapping[intake.By, Roles] = {
    intake.By.RECEIVER: _WORKERS | {Role.CLERK, Role.AUDITOR},
    intake.By.HEAD: _HEAD | {Role.AUDITOR},
    intake.By.VERIFIER: _WORKERS | {Role.AUDITOR},
    intake.By.WORKER: _WORKERS | {Role.CLERK, Role.AUDITOR},
    intake.By.OFFICE: _WORKERS | {Role.CLERK, Role.AUDITOR},
    intake.By.READER: _READERS | {Role.CLERK},
    intake.By.LINE: _WORKERS | {Role.CLERK, Role.AUDITOR},
    intake.By.SYSTEM: _NOBODY,
}
APPROVING_BY: Mapping[approving.By, Roles] = {
    approving.By.SUBMITTER: _WORKERS | {Role.CLERK, Role.LEGAL},
    approving.By.HOLDER: _READERS | {Role.CLERK},
    approving.By.RETURNER: _READERS | {Role.CLERK},
    approving.By.ABOVE: _HEAD,
    approving.By.OFFICE: _OFFICE,
    approving.By.SYSTEM: _NOBODY,
    approving.By.DRAFTER: _HEAD | {Role.LEGAL, Role.ADMINISTRATOR},
    approving.By.PUBLISHER: _HEAD | {Role.LEGAL, Role.ADMINISTRATOR},
    approving.By.REGISTRAR: EVERYBODY,
}
"""REGISTRAR: the absent officer too, whatever the role."""
REPORTING_BY: Mapping[reporting.By, Roles] = {
    reporting.By.DRAFTER: _WORKERS | {Role.LEGAL},
    reporting.By.HEAD: _HEADS,
    reporting.By.OVER: _HEAD,
    reporting.By.ABOVE: _WORKERS | {Role.LEGAL},
    reporting.By.SYSTEM: _NOBODY,
}


def every() -> list[Right]:
    """Return each declared act of all groups, in the order of the groups and of their declarations."""
    return [
        *_by("planning", PLAN_ACTS.values(), PLANNING_BY),
        *_by("intake", INFORMATION_ACTS.values(), INTAKE_BY),
        *(
            _right("fieldwork", one.wire, FIELDWORK_WHO[one.who], one.who)
            for one in FIELDWORK.values()
        ),
        *(_right("casework", one.wire, _of_case(one), one.who) for one in CASEWORK.values()),
        *_by("approvals", APPROVING, APPROVING_BY),
        *_by("insight", REPORT_ACTS.values(), REPORTING_BY),
        *(_right("parties", one.wire, frozenset(KEEPERS), "keeper") for one in PARTY_ACTS.values()),
        *(_right("force", one.wire, _of_officer(one), one.who) for one in FORCE.values()),
    ]


def of_group(group: str) -> list[Right]:
    """Return the acts of one group."""
    return [one for one in every() if one.group == group]


def _by(group: str, declared: Iterable[Any], words: Mapping[Any, Roles]) -> Iterator[Right]:
    for one in declared:
        yield _right(group, one.wire, words[one.by], one.by)


def _right(group: str, act: str, roles: Roles, whose: str) -> Right:
    return Right(group, str(act), roles, str(whose))


def _of_case(one: casework.Declared) -> Roles:
    return CASEWORK_WHO[one.who].union(*(CASEWORK_ALSO[also] for also in one.also))


def _of_officer(one: force.Declared) -> Roles:
    if one.also_himself:
        return EVERYBODY
    return FORCE_WHO[one.who] | one.by
