"""Clocks as rows and rows as clocks; ends and rests in words. Pure but for the rules' words, which come in."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

import msgspec

from backend import formats
from backend.deadlines.clocks import state_at
from backend.deadlines.law import Rule
from backend.deadlines.rules import VIETNAM
from backend.deadlines.telling import first_at
from schemas.deadlines import Clock, ClockState, Limit
from schemas.problems import Text


def as_row(clock: Clock) -> dict[str, Any]:
    """What is stored of a clock: no words, and no state, which changes by itself."""
    return {
        "rule": clock.rule,
        "subject": clock.subject or "",
        "trigger_at": clock.trigger_at,
        "rule_set": clock.rule_set,
        "trigger_act": clock.trigger_act,
        "limit_count": clock.limit.count if clock.limit else None,
        "limit_unit": clock.limit.unit if clock.limit else None,
        "half_at": clock.half_at,
        "due_at": clock.due_at,
        "met_at": clock.met_at,
        "moot_at": clock.moot_at,
        "lapses": clock.lapses,
        "watched": clock.watched,
        "extended_by": clock.extended_by,
        "calendar_undecided": clock.calendar_undecided,
        "tell_at": first_at(clock),
    }


def as_clock(row: Mapping[str, Any], rule: Rule | None, now: datetime) -> Clock:
    """A stored clock with its words, as it stands at `now`. `rule` is None where the data no longer have it."""
    bare = Text(vi=row["rule"], en=row["rule"])
    count, unit = row["limit_count"], row["limit_unit"]
    clock = Clock(
        rule=row["rule"],
        rule_set=row["rule_set"],
        label=rule.label if rule else bare,
        citation=rule.citation if rule else bare,
        check=rule.check if rule else None,
        limit=Limit(count=count, unit=unit) if count is not None else None,
        trigger_act=row["trigger_act"],
        trigger_at=row["trigger_at"],
        subject=row["subject"] or None,
        half_at=row["half_at"],
        due_at=row["due_at"],
        met_at=row["met_at"],
        moot_at=row["moot_at"],
        state=ClockState.RUNNING,
        extended_by=row["extended_by"],
        calendar_undecided=row["calendar_undecided"],
        lapses=row["lapses"],
        watched=row["watched"],
    )
    return msgspec.structs.replace(clock, state=state_at(clock, now))


_UNITS = {
    "h": ("giờ", "hour"),
    "d": ("ngày", "day"),
    "wd": ("ngày làm việc", "working day"),
    "m": ("tháng", "month"),
    "y": ("năm", "year"),
}


def limit_words(limit: Limit) -> Text:
    """`07 ngày làm việc`, `7 working days`: below ten with a zero, as official papers write it."""
    vi, en = _UNITS[limit.unit]
    return Text(
        vi=f"{limit.count:02} {vi}", en=f"{limit.count} {en}{'' if limit.count == 1 else 's'}"
    )


def end_words(due_at: datetime) -> Text:
    """`hết ngày 18/03/2026` where a day ends it, `17:30 ngày 07/03/2026` where an hour does."""
    local = due_at.astimezone(VIETNAM)
    if local.time() == time():
        last = local.date() - timedelta(days=1)
        return Text(
            vi=f"hết ngày {formats.day(last)}", en=f"the end of {last.day} {last:%b} {last.year}"
        )
    return Text(
        vi=f"{local:%H:%M} ngày {formats.day(local)}",
        en=f"{local:%H:%M} on {local.day} {local:%b} {local.year}",
    )


def rest_words(due_at: datetime, now: datetime) -> Text:
    """How much is left, or how long it is over, in the largest unit that says it: days, hours, minutes."""
    minutes = int(abs((due_at - now).total_seconds()) // 60)
    if minutes >= 48 * 60:
        count, vi, en = minutes // (24 * 60), "ngày", "day"
    elif minutes >= 60:
        count, vi, en = minutes // 60, "giờ", "hour"
    else:
        count, vi, en = minutes, "phút", "minute"
    many = en if count == 1 else f"{en}s"
    if now > due_at:
        return Text(vi=f"quá hạn {count} {vi}", en=f"{count} {many} over")
    return Text(vi=f"còn {count} {vi}", en=f"{count} {many} left")
