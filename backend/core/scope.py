"""The one scope filter: which rows an officer may see, for every query.

Every owned row stores its unit's ancestors per level, so "my unit and everything below" is one equality that a btree
answers in order (measured: ltree under GiST gets slower with the rows). Each function here describes a filter once, as
a `Reach`. Two emitters turn it into a condition: `sql()` for hand-written SQL, and `backend.core.scoped.where()` for
Piccolo. A test on the real database compares both for every role and unit. A query that reads owned rows without one
of these functions is a fault; the authorisation matrix in the tests looks for it.

Who may see what:
- inspector: the inspections of the teams that include the officer, and the cases that the officer works on;
- team leader: these, and those of the officer's own unit and below;
- supervisor, auditor, legal officer: the officer's unit and below;
- clerk: the cases of the officer's unit and below, because their papers pass through a clerk's hands. A clerk sees no
  inspections and not the register of parties;
- administrator: people, units and devices of the officer's unit and below, but never the content of an inspection.
"""

from collections.abc import Callable
from uuid import UUID

import msgspec

from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role

READS_UNIT = (Role.SUPERVISOR, Role.AUDITOR, Role.TEAM_LEADER, Role.LEGAL)
_ON_TEAM = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)

Condition = tuple[str, list[UUID]]


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """The rows that an officer may see: those for which at least one of the fields holds.

    A reach without any field set shows no row.
    """

    officer_id: UUID
    unit: tuple[int, UUID] | None = None
    """The level of a unit and its id: rows whose `unit_<level>` is this unit."""
    unit_but: str | None = None
    """SQL about the row alone (`{row}` is its table) that takes it away from what the unit shows. What else shows it
    still does, so that the unit's side names no officer, and its index holds all that is asked."""
    officer_in: tuple[str, ...] = ()
    """Columns of the row; one of them holds the officer's id."""
    on_team: str | None = None
    """SQL of `Teamed.on_team`."""
    on_row: str | None = None
    """SQL that is true if a row names the officer. `{row}` is its table, `{officer}` the officer's id, once."""
    hidden: tuple[str, ...] = ()
    """SQL, in the same form, that takes a row away whatever else holds: e.g. a tip about the officer."""

    @property
    def empty(self) -> bool:
        """Tell whether the officer sees no row, whatever is in the table."""
        return not (self.unit or self.officer_in or self.on_team or self.on_row)


class Teamed(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of a unit on which a team works.

    Each group describes its own: only it knows in which table the team is. `teamed()` decides who may read them.
    """

    on_team: str
    """SQL that is true if an officer is on a row's team. `{id}` is the row's id, `{officer}` the officer's id."""
    readers: tuple[Role, ...]
    """Roles that see all rows of their unit and below."""


def sql(reach: Reach, alias: str, first: int) -> Condition:
    """Return the reach as an SQL condition on the rows under `alias`; its parameters start at `$first`."""
    parts: list[str] = []
    args: list[UUID] = []

    def place(value: UUID) -> str:
        if value not in args:
            args.append(value)
        return f"${first + args.index(value)}"

    if reach.unit is not None:
        level, unit_id = reach.unit
        of_unit = f"{alias}.unit_{level} = {place(unit_id)}"
        but = f" AND NOT ({reach.unit_but.format(row=alias)})" if reach.unit_but else ""
        parts.append(f"{of_unit}{but}")
    if reach.on_team is not None:
        parts.append(reach.on_team.format(id=f"{alias}.id", officer=place(reach.officer_id)))
    parts += [f"{alias}.{column} = {place(reach.officer_id)}" for column in reach.officer_in]
    if reach.on_row is not None:
        parts.append(reach.on_row.format(row=alias, officer=place(reach.officer_id)))
    if not parts:
        return "false", args
    hidden = [one.format(row=alias, officer=_lazy(place, reach, one)) for one in reach.hidden]
    shown = f"({' OR '.join(parts)})"
    return "".join([shown, *(f" AND NOT ({one})" for one in hidden)]), args


def _lazy(place: Callable[[UUID], str], reach: Reach, template: str) -> str:
    """Return the officer's parameter if the template names the officer: a parameter without a use has no type."""
    return place(reach.officer_id) if "{officer}" in template else ""


def parts(reach: Reach) -> list[Reach]:
    """Split a reach into those that show the same rows together, each answered by an index in the order of a list.

    With one OR over a unit and what names the officer PostgreSQL reads all rows of a unit, or of the table. A list asks
    the parts apart, each up to its page, and merges them.
    """
    alone = Reach(officer_id=reach.officer_id, hidden=reach.hidden)
    found = [msgspec.structs.replace(alone, officer_in=(one,)) for one in reach.officer_in]
    if reach.unit is not None:
        found.append(msgspec.structs.replace(alone, unit=reach.unit, unit_but=reach.unit_but))
    if reach.on_team is not None:
        found.append(msgspec.structs.replace(alone, on_team=reach.on_team))
    if reach.on_row is not None:
        found.append(msgspec.structs.replace(alone, on_row=reach.on_row))
    return found


def as_value(condition: str) -> str:
    """Return a condition of sql() as a value for the select list: true or false.

    For a row of a unit above, whose `unit_<level>` is NULL, it is NULL: false to WHERE, but no bool of a struct.
    """
    return f"COALESCE({condition}, false)"


def teamed(rows: Teamed, actor: Actor) -> Reach:
    """Return who sees rows with a unit and a team: readers of the unit, and members of the team."""
    unit = _own_unit(actor) if actor.has(*rows.readers) else None
    sees_all = unit is not None and actor.unit.level == 1
    on_team = rows.on_team if actor.has(*_ON_TEAM) and not sees_all else None
    return Reach(officer_id=actor.officer_id, unit=unit, on_team=on_team)


def lent(actor: Actor, path: UnitPath) -> Reach:
    """Return the rows of one unit, for who stands in there. The caller has asked for which record that is so."""
    return Reach(officer_id=actor.officer_id, unit=(path.level, path.unit_id))


def sees_any(rows: Teamed, actor: Actor) -> bool:
    """Tell whether there can be any such row that this officer may see."""
    return actor.has(*rows.readers, *_ON_TEAM)


def whole_unit(actor: Actor) -> Reach:
    """Return the reach of lists by unit alone (queue, search): as teamed(), without the look at teams.

    It is empty for an officer who reads only what the officer's teams did: such lists go through the team table.
    """
    return _unit_of(actor, *READS_UNIT)


def reads_whole_unit(actor: Actor) -> bool:
    """Tell whether whole_unit() shows this officer everything but the rows of teams in other units."""
    return actor.has(*READS_UNIT)


def administered(actor: Actor) -> Reach:
    """Return the people, units and devices that an administrator administers."""
    return _unit_of(actor, Role.ADMINISTRATOR)


def devices(actor: Actor) -> Reach:
    """Return devices that a head or an administrator looks after, and officers whose new ones and open work they do."""
    return _unit_of(actor, Role.SUPERVISOR, Role.ADMINISTRATOR)


def in_office(actor: Actor) -> Reach:
    """Return the officers whom a clerk may name in a delegation: own unit and below."""
    return _unit_of(actor, Role.CLERK)


def outside_catalogue(actor: Actor) -> Reach:
    """Return the acts outside the catalogue that wait to be taken in: own unit and below, without the party."""
    return _unit_of(actor, Role.LEGAL, Role.ADMINISTRATOR)


def party_merges(actor: Actor) -> Reach:
    """Return the merges of parties asked for in the unit and below, which a second person there confirms."""
    return _unit_of(actor, *_ON_TEAM)


def officer_scans(actor: Actor) -> Reach:
    """Return the scans of decisions about officers (rows with record_id, uploaded_by and unit_n).

    They are visible to administrators, clerks and readers of the officer's unit, to that officer, and to the uploader.
    """
    read = actor.has(Role.ADMINISTRATOR, Role.CLERK, *READS_UNIT)
    return Reach(
        officer_id=actor.officer_id,
        unit=_own_unit(actor) if read else None,
        officer_in=("record_id", "uploaded_by"),
    )


def people_asks(actor: Actor) -> Reach:
    """Return the requests about people (rows with officer_id, asked_by and unit_n).

    They are visible to the officer concerned, to the officer who asked, and to those of the unit and above who may be
    asked to confirm or to check them.
    """
    read = actor.has(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL, Role.CLERK)
    return Reach(
        officer_id=actor.officer_id,
        unit=_own_unit(actor) if read else None,
        officer_in=("officer_id", "asked_by"),
    )


def delegations(actor: Actor) -> Reach:
    """Return the register of delegations for clerks, who keep it, and for readers of a unit: own unit and below."""
    return _unit_of(actor, Role.CLERK, Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL)


def absences(actor: Actor) -> Reach:
    """Return the absences for those of the unit and above who enter or check them, and for the officers concerned."""
    read = actor.has(Role.SUPERVISOR, Role.CLERK, Role.AUDITOR, Role.LEGAL, Role.ADMINISTRATOR)
    return Reach(
        officer_id=actor.officer_id,
        unit=_own_unit(actor) if read else None,
        officer_in=("officer_id", "stand_in_id", "entered_by"),
    )


def plans(actor: Actor) -> Reach:
    """Return the plans of the officer's unit and below, for its readers and clerks, and those that the officer began.

    Which plans of units above an officer sees follows from their items (plan_items) and from plans_above.
    """
    return Reach(
        officer_id=actor.officer_id,
        unit=_own_unit(actor) if actor.has(*READS_UNIT, Role.CLERK) else None,
        officer_in=("drafted_by",),
    )


def plan_items(actor: Actor) -> Reach:
    """Return the items of plans that the officer's unit and those below carry out, and those the officer is to lead.

    An issued plan is posted publicly, so everyone who works in the unit sees what it has to do. The caller leaves out
    plans that are not issued, unless they are in reach of plans().
    """
    works = actor.has(Role.INSPECTOR, *READS_UNIT, Role.CLERK)
    return Reach(
        officer_id=actor.officer_id,
        unit=_own_unit(actor) if works else None,
        officer_in=("leader_id",),
    )


def plans_above(actor: Actor) -> list[UUID]:
    """Return the units whose orientation programmes the officer's unit follows: its own and those above it."""
    if not actor.has(Role.INSPECTOR, *READS_UNIT, Role.CLERK):
        return []
    return [one for one in actor.unit.as_tuple() if one is not None]


def reports(actor: Actor) -> Reach:
    """Return the reports of the officer's unit and below, for those who work in it: a report has sums, no names."""
    return _unit_of(actor, Role.INSPECTOR, *READS_UNIT, Role.CLERK)


def submissions(actor: Actor) -> Reach:
    """Return the submissions for readers of their unit and for who submitted them.

    Whom a step waits for, out of the own unit too, is asked by keys (backend/approvals/claims.py).
    """
    return Reach(
        officer_id=actor.officer_id,
        unit=_own_unit(actor) if actor.has(*READS_UNIT, Role.CLERK) else None,
        officer_in=("submitted_by",),
    )


def informations(actor: Actor) -> Reach:
    """Return the informations of the officer's unit and below, for heads, team leaders and auditors.

    Others see what they took in or verify; so do team leaders of what is about an officer. Such information lies with
    the unit above that officer's, and is hidden from the officer wherever the officer sits. About somebody of the
    national office it is for the auditors of the nation alone.
    """
    on_row = "{row}.readers @> ARRAY[{officer}]::uuid[]"
    hidden = ["{officer} = ANY({row}.named_officers)"]
    if not (actor.has(Role.AUDITOR) and actor.unit.level == 1):
        hidden.append("{row}.auditors_only")
    works = actor.has(Role.INSPECTOR, Role.CLERK, *READS_UNIT)
    reads = actor.has(Role.SUPERVISOR, Role.AUDITOR, Role.TEAM_LEADER)
    return Reach(
        officer_id=actor.officer_id,
        unit=_own_unit(actor) if reads else None,
        unit_but=None
        if actor.has(Role.SUPERVISOR, Role.AUDITOR)
        else "cardinality({row}.named_officers) > 0",
        on_row=on_row if works else None,
        hidden=tuple(hidden),
    )


def routes(actor: Actor) -> Reach:
    """Return the routes of the officer's unit and below, for those who draft, publish or check them."""
    return _unit_of(actor, Role.SUPERVISOR, Role.LEGAL, Role.ADMINISTRATOR, Role.AUDITOR)


def exceptions(actor: Actor) -> Reach:
    """Return the list of exceptions for auditors, supervisors (who check it), legal officers: own unit and below."""
    return _unit_of(actor, Role.AUDITOR, Role.SUPERVISOR, Role.LEGAL)


def diary(actor: Actor) -> Reach:
    """Return lines of the work diary of the unit and below for its readers and clerks, and a team's for its members."""
    works = actor.has(*_ON_TEAM, Role.CLERK, *READS_UNIT)
    return Reach(
        officer_id=actor.officer_id,
        unit=_own_unit(actor) if actor.has(Role.CLERK, *READS_UNIT) else None,
        on_row="{row}.officers @> ARRAY[{officer}]::uuid[]" if works else None,
    )


def decision_papers(actor: Actor) -> Reach:
    """Return the papers about inspection decisions (rows with drafted_by and unit_n) of the unit and below for its
    readers and clerks, who compare what was signed by hand, and those that the officer drafted."""
    return plans(actor)


def record_papers(actor: Actor) -> Reach:
    """Return the papers of plans, information and reports, for the same readers. Lists also ask their owner."""
    return decision_papers(actor)


def refusals(actor: Actor) -> Reach:
    """Return refused requests, by the unit that their officer had at that time: for auditors and legal officers only.

    A head is notified of a burst. The records that watch the head's own requests are not open to the head.
    """
    return _unit_of(actor, Role.AUDITOR, Role.LEGAL)


def access_log(actor: Actor) -> Reach:
    """Return the access log, by the unit that its officer had at that time: for auditors only, own unit and below.

    Heads do not see who looks at their files, and nobody but an auditor sees who reads and searches.
    """
    return _unit_of(actor, Role.AUDITOR)


def samples(actor: Actor) -> Reach:
    """Return auditors' samples of the unit and below; for heads closed ones, as none knows before what is looked at."""
    reach = _unit_of(actor, Role.AUDITOR if actor.only_audits else Role.SUPERVISOR)
    but = None if actor.only_audits else "{row}.state <> 'closed'"
    return msgspec.structs.replace(reach, unit_but=but)


def directory(actor: Actor) -> Reach:
    """Return the register of businesses for everyone who works on inspections: own department and below."""
    if not actor.has(Role.INSPECTOR, *READS_UNIT):
        return Reach(officer_id=actor.officer_id)
    level = min(actor.unit.level, 2)
    return Reach(officer_id=actor.officer_id, unit=(level, _ancestor(actor.unit, level)))


def colleagues(actor: Actor) -> Reach:
    """Return the officers of the whole force, by what is on a badge; for who only administers, those administered."""
    works = actor.has(Role.INSPECTOR, *READS_UNIT, Role.CLERK)
    whole = Reach(officer_id=actor.officer_id, unit=(1, _ancestor(actor.unit, 1)))
    return whole if works else administered(actor)


def own_unit(actor: Actor) -> Reach:
    """Return the units that a search can be narrowed to: the officer's own and those below, whatever the roles."""
    return Reach(officer_id=actor.officer_id, unit=_own_unit(actor))


def senders(actor: Actor) -> Reach:
    """Return the officers who sent acts of an inspection that the ledger does not have, for heads: own unit and below.

    No row says which unit such an inspection belongs to, so visibility follows the officers who worked on it.
    """
    return _unit_of(actor, Role.SUPERVISOR)


def _own_unit(actor: Actor) -> tuple[int, UUID]:
    return actor.unit.level, actor.unit.unit_id


def _unit_of(actor: Actor, *readers: Role) -> Reach:
    unit = _own_unit(actor) if actor.has(*readers) else None
    return Reach(officer_id=actor.officer_id, unit=unit)


def _ancestor(path: UnitPath, level: int) -> UUID:
    unit_id = path.as_tuple()[level - 1]
    if unit_id is None:
        raise ValueError("the path is shorter than asked for")
    return unit_id


def covers(actor: Actor, path: UnitPath) -> bool:
    """Tell whether `path` lies in the actor's unit or below."""
    return path.as_tuple()[actor.unit.level - 1] == actor.unit.unit_id
