"""Clocks as rows and rows as clocks. Pure: the caller passes the rules' words."""

from datetime import datetime
from urllib.parse import parse_qsl, urlencode

import msgspec

from backend.casework.queries.clocks import StoredClock
from backend.law.rules.clocks import state_at
from backend.law.rules.limits import Rule
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, ClockState, Limit


def as_row(clock: Clock) -> StoredClock:
    """Return what is stored of a clock: no words, and no state, which changes with time."""
    return StoredClock(
        rule=clock.rule,
        subject=clock.subject or "",
        trigger_at=clock.trigger_at,
        rule_set=clock.rule_set,
        trigger_act=clock.trigger_act,
        limit_count=clock.limit.count if clock.limit else None,
        limit_unit=clock.limit.unit if clock.limit else None,
        half_at=clock.half_at,
        due_at=clock.due_at,
        met_at=clock.met_at,
        moot_at=clock.moot_at,
        lapses=clock.lapses,
        watched=clock.watched,
        extended_by=clock.extended_by,
        calendar_undecided=clock.calendar_undecided,
        asked=urlencode(clock.asked),
    )


def as_clock(row: StoredClock, rule: Rule | None, now: datetime) -> Clock:
    """Return a stored clock with its words and its state at `now`.

    `rule` is None if the data no longer have it.
    """
    bare = Text(vi=row.rule, en=row.rule)
    count, unit = row.limit_count, row.limit_unit
    clock = Clock(
        rule=row.rule,
        rule_set=row.rule_set,
        label=rule.label if rule else bare,
        citation=rule.citation if rule else bare,
        check=rule.check if rule else None,
        limit=Limit(count=count, unit=unit) if count is not None and unit is not None else None,
        trigger_act=row.trigger_act,
        trigger_at=row.trigger_at,
        subject=row.subject or None,
        half_at=row.half_at,
        due_at=row.due_at,
        met_at=row.met_at,
        moot_at=row.moot_at,
        state=ClockState.RUNNING,
        extended_by=row.extended_by,
        calendar_undecided=row.calendar_undecided,
        lapses=row.lapses,
        watched=row.watched,
        asked=dict(parse_qsl(row.asked)) if row.asked else {},
    )
    return msgspec.structs.replace(clock, state=state_at(clock, now))
