"""Time limits of cases as everybody asks for them: the rules in force on a day, and a case's clocks."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from backend import clock, keyset, scope
from backend.actors import Actor, UnitPath
from backend.catalogue import service as catalogue
from backend.deadlines import clocks as computing
from backend.deadlines import law, queries, telling, views
from backend.deadlines.rules import Calendar, day_of, end_of
from backend.errors import Invalid, NotAllowed
from schemas.deadlines import Clock, DuePage, DueRow, Fact
from schemas.problems import Text

DATA = Path(__file__).parent / "data"
_SETS = "rule_sets.json"


@cache
def rule_sets() -> list[law.RuleSet]:
    """Every day from which the rules were others, in order. Raises LawFault."""
    return law.read_sets((DATA / _SETS).read_bytes())


@cache
def _all_rules() -> list[law.Rule]:
    files = sorted(path for path in DATA.glob("*.json") if path.name != _SETS)
    return law.read_rules([path.read_bytes() for path in files], rule_sets())


def rule_set_at(day: date) -> str:
    """The id of the rules in force on a day: what a case keeps for good. Before the first set: the first."""
    past = [found.id for found in rule_sets() if found.day <= day]
    return past[-1] if past else rule_sets()[0].id


@cache
def rules_of(rule_set: str) -> tuple[law.Rule, ...]:
    """The rules of a set, each once. Raises KeyError for a set that there is none of."""
    day = next((found.day for found in rule_sets() if found.id == rule_set), None)
    if day is None:
        raise KeyError(rule_set)
    return tuple(rule for rule in _all_rules() if rule.in_force(day))


def rule(rule_set: str, rule_id: str) -> law.Rule:
    """One rule of a set, for its words and parameters. Raises KeyError."""
    found = next((one for one in rules_of(rule_set) if one.id == rule_id), None)
    if found is None:
        raise KeyError(rule_id)
    return found


@cache
def calendar() -> Calendar:
    """The days off and the Saturdays worked, of all years that are known."""
    return Calendar(catalogue.calendar())


def clocks(facts: Sequence[Fact], rule_set: str, now: datetime) -> list[Clock]:
    """The clocks of a case that keeps this rule set, at `now`, soonest end first."""
    watched = acts_of(rule_set)
    told = [fact for fact in facts if fact.act in watched]
    return computing.clocks(told, rule_set, rules_of(rule_set), calendar(), now)


@cache
def acts_of(rule_set: str) -> frozenset[str]:
    """Every act that some rule of the set looks at: drafts, notes and many others move no clock."""
    named = {act for one in rules_of(rule_set) for act in one.acts()}
    return frozenset(named | {computing.ARCHIVED, computing.REOPENED})


def moves_clocks(before: Sequence[Fact], after: Sequence[Fact], rule_set: str) -> bool:
    """Tell whether an act of a case may have moved a clock, from the facts before it and with it."""
    watched = acts_of(rule_set)
    return sum(fact.act in watched for fact in before) != sum(fact.act in watched for fact in after)


def extension_fault(
    facts: Sequence[Fact],
    rule_set: str,
    rule_id: str,
    until: date,
    at: datetime,
    subject: str | None = None,
) -> Text | None:
    """What stands against extending a running clock to the end of `until`; None where nothing does."""
    return computing.extension_fault(
        facts, rules_of(rule_set), rule_id, until, at, calendar(), subject
    )


@cache
def fields() -> dict[str, str]:
    """The field of law of each family of behaviours."""
    found: dict[str, str] = msgspec.json.decode(
        (Path(__file__).parent / "fields.json").read_bytes(), type=dict[str, str]
    )
    return found


def words_of(rule_set: str, rule_id: str) -> tuple[Text, Text]:
    """Label and citation of a rule; its bare id where the data no longer have it."""
    try:
        found = rule(rule_set, rule_id)
    except KeyError:
        return Text(vi=rule_id, en=rule_id), Text(vi=rule_set, en=rule_set)
    return found.label, found.citation


end_words = views.end_words
rest_words = views.rest_words
limit_words = views.limit_words


class Filter(StrEnum):
    """Which part of what is due."""

    MISSED = "missed"
    DAY = "day"
    """Over in 24 hours."""
    WEEK = "week"
    """Over before the week ends, at 24:00 on Sunday in Vietnam."""
    ALL = "all"


async def store_clocks(case_id: UUID, path: UnitPath, clocks: Sequence[Clock]) -> None:
    """Write a case's clocks anew, in the caller's transaction; `path` is the case's unit with its ancestors."""
    rows = [views.as_row(clock) for clock in clocks]
    unique = {(row["rule"], row["subject"], row["trigger_at"]): row for row in rows}
    await queries.replace(case_id, path, list(unique.values()))


async def renew_clocks(case_id: UUID, path: UnitPath, clocks: Sequence[Clock]) -> bool:
    """store_clocks() where they differ from what is stored; tells whether they did. What was told stays told."""
    stored = {_bare(views.as_row(one)) for one in await clocks_of(case_id)}
    if stored == {_bare(views.as_row(one)) for one in clocks}:
        return False
    await store_clocks(case_id, path, clocks)
    return True


def _bare(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in sorted(row) if name != "tell_at")


async def clocks_of(case_id: UUID) -> list[Clock]:
    """A case's clocks as they stand now, soonest end first. Whether the case may be read is the caller's to see to."""
    now = clock.now()
    return [_clock(row, now) for row in await queries.of_case(case_id)]


async def due_page(
    actor: Actor, chosen: Filter, cursor: str | None = None, limit: int = 50
) -> DuePage:
    """What is due in the actor's sight, soonest first. Raises NotAllowed, and Invalid on a cursor that is none of ours.

    Whoever reads his unit sees its cases and those below; an inspector those on which he works.
    """
    if not scope.sees_inspections(actor):
        raise NotAllowed
    now = clock.now()
    since, until = _span(chosen, now)
    after = _read_cursor(cursor) if cursor else None
    found = await queries.due(actor, since, until, after, limit + 1)
    rows = [
        DueRow(
            case_id=row["case_id"],
            case_number=row["case_number"],
            party=row["party"],
            clock=_clock(row, now),
            officers=list(row["officers"]),
        )
        for row in found[:limit]
    ]
    return DuePage(rows=rows, next=_write_cursor(rows[-1]) if len(found) > limit else None)


def _span(chosen: Filter, now: datetime) -> tuple[datetime | None, datetime | None]:
    if chosen is Filter.MISSED:
        return None, now
    if chosen is Filter.DAY:
        return now, now + timedelta(hours=24, microseconds=1)
    if chosen is Filter.WEEK:
        today = day_of(now)
        sunday = today + timedelta(days=6 - today.weekday())
        return now, end_of(sunday) + timedelta(microseconds=1)
    return None, None


def _clock(row: Mapping[str, Any], now: datetime) -> Clock:
    try:
        found = rule(row["rule_set"], row["rule"])
    except KeyError:
        found = None
    return views.as_clock(row, found, now)


def _write_cursor(row: DueRow) -> str:
    key = (row.clock.due_at.isoformat(), str(row.case_id), row.clock.rule, row.clock.subject or "")
    return base64.urlsafe_b64encode("|".join(key).encode()).decode()


def _read_cursor(cursor: str) -> queries.Key:
    try:
        at, case_id, rule_id, subject = (
            base64.urlsafe_b64decode(cursor.encode()).decode().split("|")
        )
        if "\0" in rule_id + subject:
            raise ValueError("none of ours")
        return keyset.moment(at), UUID(case_id), rule_id, subject
    except (ValueError, binascii.Error) as error:
        raise Invalid(code="cursor_invalid") from error


class ToTell(msgspec.Struct, frozen=True, kw_only=True):
    """A clock of which officers are to be told now."""

    case_id: UUID
    path: UnitPath
    clock: Clock
    moment: telling.Moment


async def claim_to_tell(now: datetime, limit: int) -> tuple[int, list[ToTell]]:
    """How many clocks were looked at, and what is to be told of them; each is looked at again at its next moment.

    In the caller's transaction: what it tells and that it was told stand or fall together.
    """
    rows = await queries.claim_to_tell(now, limit)
    if not rows:
        return 0, []
    found, keys, moments = [], [], []
    for row in rows:
        one = _clock(row, now)
        moment, following = telling.at_present(one, now)
        keys.append((row["case_id"], row["rule"], row["subject"], row["trigger_at"]))
        moments.append(following)
        if moment is not None:
            path = UnitPath(**{f"unit_{n}": row[f"unit_{n}"] for n in (1, 2, 3, 4)})
            found.append(ToTell(case_id=row["case_id"], path=path, clock=one, moment=moment))
    await queries.tell_next(keys, moments)
    return len(rows), found
