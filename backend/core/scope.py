"""The one scope filter: which rows an officer may see, as an SQL condition for every query.

Every owned row stores its unit's ancestors per level, so "my unit and everything below" is one equality that a btree
answers in order (measured: ltree under GiST gets slower with the rows). A query that reads owned rows and does not
call one of these is a fault; the authorisation matrix in the tests looks for it.

Whose eyes reach how far:
- inspector: the inspections on whose team he is, the cases on which he works;
- team leader: these, and those of his own unit and below;
- supervisor, auditor, legal officer: his unit and below;
- clerk: the cases of his unit and below, whose papers pass through his hands - no inspections, no register of parties;
- administrator: people, units and devices of his unit and below - never the content of an inspection.
"""

from uuid import UUID

import msgspec

from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role

READS_UNIT = (Role.SUPERVISOR, Role.AUDITOR, Role.TEAM_LEADER, Role.LEGAL)
_ON_TEAM = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)

Condition = tuple[str, list[UUID]]


class Teamed(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of a unit on which a team works. Their group describes them once, as only it knows where a team is written;
    who reads them is decided here.
    """

    on_team: str
    """SQL that holds where an officer is on a row's team; `{row}` is the row's alias, `{officer}` his parameter."""
    readers: tuple[Role, ...]
    """Whose sight is his whole unit and below."""


def teamed(rows: Teamed, actor: Actor, alias: str, first: int) -> Condition:
    """Condition on rows with id and unit_n under `alias`: of his unit or his teams; parameters start at `$first`."""
    parts: list[str] = []
    args: list[UUID] = []
    if actor.has(*rows.readers):
        parts.append(f"{alias}.unit_{actor.unit.level} = ${first}")
        args.append(actor.unit.unit_id)
    if actor.has(*_ON_TEAM) and not (parts and actor.unit.level == 1):
        parts.append(rows.on_team.format(row=alias, officer=f"${first + len(args)}"))
        args.append(actor.officer_id)
    return (f"({' OR '.join(parts)})" if parts else "false"), args


def sees_any(rows: Teamed, actor: Actor) -> bool:
    """Tell whether any such row at all can be in this officer's sight."""
    return actor.has(*rows.readers, *_ON_TEAM)


def whole_unit(actor: Actor, alias: str, first: int) -> Condition:
    """Condition for lists by unit alone (queue, search): as teamed(), without the team's detour.

    Empty for an officer who reads only what his teams did: he lists through the team table instead.
    """
    if actor.has(*READS_UNIT):
        return f"{alias}.unit_{actor.unit.level} = ${first}", [actor.unit.unit_id]
    return "false", []


def reads_whole_unit(actor: Actor) -> bool:
    """Tell whether whole_unit() shows this officer everything that he may see but for teams elsewhere."""
    return actor.has(*READS_UNIT)


def administered(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on people, units and devices for an administrator."""
    if actor.has(Role.ADMINISTRATOR):
        return f"{alias}.unit_{actor.unit.level} = ${first}", [actor.unit.unit_id]
    return "false", []


def new_devices(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on officers whose new device he may approve: a head's or an administrator's own unit and below."""
    if actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR):
        return f"{alias}.unit_{actor.unit.level} = ${first}", [actor.unit.unit_id]
    return "false", []


def in_office(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on officers whom a clerk names in a delegation: of his unit and below."""
    if actor.has(Role.CLERK):
        return f"{alias}.unit_{actor.unit.level} = ${first}", [actor.unit.unit_id]
    return "false", []


def officer_scans(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on scans of decisions about officers (a row with record_id, uploaded_by and unit_n): who administers
    or reads that officer's unit, its clerk, he himself, and who sent it.
    """
    parts = [f"{alias}.record_id = ${first}", f"{alias}.uploaded_by = ${first}"]
    args = [actor.officer_id]
    if actor.has(Role.ADMINISTRATOR, Role.CLERK, *READS_UNIT):
        parts.append(f"{alias}.unit_{actor.unit.level} = ${first + 1}")
        args.append(actor.unit.unit_id)
    return f"({' OR '.join(parts)})", args


def people_asks(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on what is asked about people (a row with officer_id, asked_by and unit_n): whom it is about, who
    asked, and who may be asked to confirm or to check it, in his unit and below.
    """
    parts = [f"{alias}.officer_id = ${first}", f"{alias}.asked_by = ${first}"]
    args = [actor.officer_id]
    if actor.has(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL, Role.CLERK):
        parts.append(f"{alias}.unit_{actor.unit.level} = ${first + 1}")
        args.append(actor.unit.unit_id)
    return f"({' OR '.join(parts)})", args


def delegations(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on the register of delegations: clerks, who keep it, and who reads a unit; own unit and below."""
    if actor.has(Role.CLERK, Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL):
        return f"{alias}.unit_{actor.unit.level} = ${first}", [actor.unit.unit_id]
    return "false", []


def exceptions(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on the list of exceptions: auditors and supervisors, who check them, and legal officers; own unit and
    below."""
    if actor.has(Role.AUDITOR, Role.SUPERVISOR, Role.LEGAL):
        return f"{alias}.unit_{actor.unit.level} = ${first}", [actor.unit.unit_id]
    return "false", []


def refusals(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on refused requests, by the unit that their officer had then: auditors and legal officers alone. A head
    is told of a burst; how he himself is watched is not his to read."""
    if actor.has(Role.AUDITOR, Role.LEGAL):
        return f"{alias}.unit_{actor.unit.level} = ${first}", [actor.unit.unit_id]
    return "false", []


def directory(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on the register of businesses: everyone who works on inspections, own department and below."""
    if not actor.has(Role.INSPECTOR, *READS_UNIT):
        return "false", []
    level = min(actor.unit.level, 2)
    return f"{alias}.unit_{level} = ${first}", [_ancestor(actor.unit, level)]


def senders(actor: Actor, alias: str, first: int) -> Condition:
    """Condition on officers who sent acts of an inspection that the ledger does not have: heads, own unit and below. No
    row says whose such an inspection is, so it goes by who worked on it."""
    if actor.has(Role.SUPERVISOR):
        return f"{alias}.unit_{actor.unit.level} = ${first}", [actor.unit.unit_id]
    return "false", []


def _ancestor(path: UnitPath, level: int) -> UUID:
    unit_id = path.as_tuple()[level - 1]
    if unit_id is None:
        raise ValueError("the path is shorter than asked for")
    return unit_id


def covers(actor: Actor, path: UnitPath) -> bool:
    """Tell whether `path` lies in the actor's unit or below."""
    return path.as_tuple()[actor.unit.level - 1] == actor.unit.unit_id
