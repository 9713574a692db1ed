"""What a branch of my work is, and how branches become one query.

A *branch* is one sort of thing that can wait for an officer: a file to rule on, a paper to compare. It is
data: who may have such work, which rows wait, since when and until when, and how a row is shown. All branches of a
reader are asked in one statement (`UNION ALL`, each limited to a page), so another sort of work is another declaration.

In the SQL of a branch `:me` is the reader and `:now` the present moment; `:level` and `:deeper` are the number of the
reader's level and of the one below it (the same on the lowest); `:rules`, `:runs`, `:keeps` and `:audits` tell
whether the reader is a supervisor, an administrator, a clerk, or an auditor and nothing that auditors check; `:heads`
are the units that the reader heads, `:headless` those below that nobody heads, `:keys` and `:advice` what the reader
answers to in submissions, `:standing` for whom, `:units` the forms that units number, `:leaders` those that a team
leader signs, `:since` is the first day of last year, from which registers are looked through, and `:wanted` are the
plans that the calendar asks for now.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.core.scope import Reach
from schemas.core.vocabulary import Role

NOTHING = "NULL"
LOWEST = 4
"""Levels of units."""
FOREVER = "'9999-12-31Z'::timestamptz"
"""SQL of keyset.FOREVER."""
_ALIVE = "SELECT FROM approval_submissions z WHERE z.state IN ('waiting', 'with_submitter')"
_NAMED = re.compile(
    r"(?<!:):(me|now|level|deeper|rules|runs|keeps|audits|heads|headless|keys|advice|standing|units|leaders|since|wanted)\b"
)


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """One sort of work. The row's table has the alias `r` unless `team` and `unit` say otherwise."""

    kind: str
    """Its name in the address, in the words and in the id of a row on the page."""
    roles: tuple[Role, ...]
    """Who can have such work at all; it is not asked for others."""
    level: int | None = None
    """Only readers of a unit of this level have it, e.g. 1 for the national office."""
    rows: str
    """FROM: the rows that may wait. `{seen}` in it is the scope, if it cannot stand behind WHERE."""
    waits: str
    """WHERE: which of them wait for `:me`."""
    seen: Callable[[Actor], Reach] | None
    """The scope filter. Each of its parts is asked apart, so that an index answers it. None: `rows` name the reader's
    own keys (backend/approvals/claims.py), which reach beyond the unit."""
    claimed: str | None = None
    """SQL that is true if a submission for approval `z` that is not over shows the same thing in this row's place."""
    unit: str = "r"
    """Alias of the table whose `unit_n` the scope compares."""
    team: str = "r"
    """Alias of the table whose id or officers it compares."""
    id: str = "r.id"
    part: str = "''"
    """Tells rows with the same id apart."""
    since: str
    due: str = "NULL::timestamptz"
    rule: str = "NULL::text"
    rule_set: str = "NULL::text"
    returned: str = "false"
    place: str | None = None
    """Where the row stands if it has no limit, or a later one; None: by its limit, or last."""
    shown: str
    """FROM: what is shown of a row, for rows found by `id` and `part`."""
    columns: Mapping[str, str]
    """What is shown, by the fields of Shown. What is missing is NULL."""


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """Whose work is asked for, when, and what the branches need of the law's data."""

    actor: Actor
    now: datetime
    heads: list[UUID]
    headless: list[UUID]
    """Units below that nobody heads, and whose nearest head the reader is."""
    keys: list[str]
    advice: list[str]
    """Further keys, under which the reader answers every step but a signature."""
    standing: list[UUID]
    """The reader, and everybody who is away and for whom the reader stands in."""
    of_units: list[str]
    of_leaders: list[str]
    registers_since: date
    wanted_plans: str
    """JSON: a list of rule, kind, levels, year, near and due."""


SHOWN = ("subject", "subject_en", "number", "form", "who", "note", "state", "asked", "shown_since")
_AS = {"shown_since": "timestamptz"}
_COUNTS = ("form_version", "times", "missing")


class Statement:
    """SQL under construction, with its parameters."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.args: list[Any] = []
        self._places: dict[str, str] = {}

    def value(self, value: Any) -> str:
        """Return the parameter that stands for a value."""
        self.args.append(value)
        return f"${len(self.args)}"

    def condition(self, reach: Reach, alias: str) -> str:
        """Return a reach as a condition on the rows under `alias`."""
        found, args = scope.sql(reach, alias, len(self.args) + 1)
        self.args += args
        return found

    def filled(self, sql: str) -> str:
        """Return the SQL of a branch with its names replaced by parameters."""
        return _NAMED.sub(lambda found: self._named(found[1]), sql)

    def _named(self, name: str) -> str:
        level = self.asking.actor.unit.level
        if name in ("level", "deeper"):
            return str(min(level + (name == "deeper"), LOWEST))
        if name in _TELLS:
            return str(_TELLS[name](self.asking.actor)).lower()
        if name not in self._places:
            cast = _CASTS[name]
            self._places[name] = f"{self.value(_VALUES[name](self.asking))}::{cast}"
        return self._places[name]


_CHECKED = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK)
_TELLS: dict[str, Callable[[Actor], bool]] = {
    "rules": lambda actor: actor.has(Role.SUPERVISOR),
    "runs": lambda actor: actor.has(Role.ADMINISTRATOR),
    "keeps": lambda actor: actor.has(Role.CLERK),
    "audits": lambda actor: actor.has(Role.AUDITOR) and not actor.has(*_CHECKED),
}
_VALUES: dict[str, Callable[[Asking], Any]] = {
    "me": lambda asking: asking.actor.officer_id,
    "now": lambda asking: asking.now,
    "heads": lambda asking: asking.heads,
    "headless": lambda asking: asking.headless,
    "keys": lambda asking: asking.keys,
    "advice": lambda asking: asking.advice,
    "standing": lambda asking: asking.standing,
    "units": lambda asking: asking.of_units,
    "leaders": lambda asking: asking.of_leaders,
    "since": lambda asking: asking.registers_since,
    "wanted": lambda asking: asking.wanted_plans,
}
_CASTS = {
    "me": "uuid",
    "now": "timestamptz",
    "heads": "uuid[]",
    "headless": "uuid[]",
    "keys": "text[]",
    "advice": "text[]",
    "standing": "uuid[]",
    "units": "text[]",
    "leaders": "text[]",
    "since": "date",
    "wanted": "jsonb",
}


def keys(branch: Branch, statement: Statement) -> list[str]:
    """Return the SELECTs of the keys of a branch's rows: one for each part of the scope, none of a row twice."""
    if branch.seen is None:
        return [_keys(branch, statement, branch.rows, "true")]
    reach = branch.seen(statement.asking.actor)
    if "{seen}" in branch.rows:
        alias = statement.condition(reach, branch.team)
        return [_keys(branch, statement, branch.rows.replace("{seen}", alias), "true")]
    found: list[str] = []
    before: list[str] = []
    for part, alias in _parts(reach, branch):
        condition = statement.condition(part, alias)
        others = "".join(f" AND NOT {scope.as_value(one)}" for one in before)
        found.append(_keys(branch, statement, branch.rows, f"{condition}{others}"))
        before.append(condition)
    return found


def _keys(branch: Branch, statement: Statement, rows: str, seen: str) -> str:
    last = f"least({branch.due}, {branch.place or 'NULL'}, {FOREVER})"  # of which least() leaves out NULL
    free = f" AND NOT EXISTS ({_ALIVE} AND {branch.claimed})" if branch.claimed else ""
    return statement.filled(
        f"SELECT '{branch.kind}' AS kind, {branch.id} AS id, {branch.part}::text AS part, {branch.since} AS since,"
        f" {branch.due} AS due, {branch.rule} AS rule, {branch.rule_set} AS rule_set, {branch.returned} AS returned,"
        f" {last} AS place FROM {rows} WHERE {seen} AND {branch.waits}{free}"
    )


def _parts(reach: Reach, branch: Branch) -> list[tuple[Reach, str]]:
    """Split a reach: with one OR over its parts no index would answer."""
    alone = Reach(officer_id=reach.officer_id, hidden=reach.hidden)
    parts: list[tuple[Reach, str]] = []
    if reach.unit is not None:
        of_unit = msgspec.structs.replace(alone, unit=reach.unit, unit_but=reach.unit_but)
        parts.append((of_unit, branch.unit))
    if reach.on_team is not None:
        parts.append((msgspec.structs.replace(alone, on_team=reach.on_team), branch.team))
    parts += [
        (msgspec.structs.replace(alone, officer_in=(column,)), branch.team)
        for column in reach.officer_in
    ]
    if reach.on_row is not None:
        parts.append((msgspec.structs.replace(alone, on_row=reach.on_row), branch.team))
    return parts


def words(branch: Branch, statement: Statement, ids: list[UUID], parts: list[str]) -> str:
    """Return the SELECT of what is shown of these rows of a branch, found by id and part."""
    said = ", ".join(
        f"{branch.columns.get(name, NOTHING)}::{_AS.get(name, 'text')} AS {name}" for name in SHOWN
    )
    counted = ", ".join(
        f"{branch.columns.get(name, NOTHING)}::integer AS {name}" for name in _COUNTS
    )
    source = branch.shown
    if branch.seen is not None and "{seen}" in source:
        seen = statement.condition(branch.seen(statement.asking.actor), branch.team)
        source = source.replace("{seen}", seen)
    given = statement.value(ids)
    alike = (
        "" if branch.part == "''" else f" AND {branch.part} = ANY({statement.value(parts)}::text[])"
    )
    return statement.filled(
        f"SELECT '{branch.kind}' AS kind, {branch.id} AS id, {branch.part}::text AS part, {said}, {counted}"
        f" FROM {source} WHERE {branch.id} = ANY({given}::uuid[]){alike}"
    )
