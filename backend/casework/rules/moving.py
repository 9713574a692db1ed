"""What changes in a case that moves to a newer rule set. Pure.

A case keeps the law book that it was opened under (docs/decisions/0016). It moves only by an act that
names every change, so that who decides knows what follows, and nobody finds a clock moved by itself.
"""

from collections.abc import Iterable
from datetime import datetime

from backend.casework.rules.facts import Facts
from schemas.casework.acts.rule_sets import ClockMoved
from schemas.law.deadlines import Clock

_Key = tuple[str, str | None, datetime]


def compared(before: Iterable[Clock], after: Iterable[Clock]) -> list[ClockMoved]:
    """Return the time limits whose end differs under two rule sets, and those that only one has.

    A clock is told apart by its rule, its subject and the moment from which it runs. The order is
    that of the rules' ids.
    """
    old, new = _by_key(before), _by_key(after)
    named = {(rule, subject) for rule, subject, _ in old.keys() | new.keys()}
    found: list[ClockMoved] = []
    for rule, subject in sorted(named, key=lambda one: (one[0], one[1] or "")):
        was = _of(old, rule, subject)
        becomes = _of(new, rule, subject)
        for at in range(max(len(was), len(becomes))):
            ends = (was[at] if at < len(was) else None, becomes[at] if at < len(becomes) else None)
            if ends[0] != ends[1]:
                found.append(_moved(rule, subject, *ends))
    return found


def _moved(
    rule: str, subject: str | None, before: datetime | None, after: datetime | None
) -> ClockMoved:
    return ClockMoved(rule=rule, subject=subject, before=before, after=after)


def _by_key(clocks: Iterable[Clock]) -> dict[_Key, datetime]:
    return {(one.rule, one.subject, one.trigger_at): one.due_at for one in clocks}


def _of(clocks: dict[_Key, datetime], rule: str, subject: str | None) -> list[datetime]:
    keys = sorted(key for key in clocks if key[:2] == (rule, subject))
    return [clocks[key] for key in keys]


def may_move(facts: Facts, newest: str) -> bool:
    """Tell whether a case is under an older rule set than the newest one."""
    return facts.rule_set < newest
