"""Template filters for time limits: when they end, what is left, how long they are.

The sentences come from backend.law.deadlines.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from backend.core import clock
from backend.law.deadlines import service as deadlines
from backend.law.plan_limits import service as plan_limits
from schemas.core.problems import Text
from schemas.law.deadlines import Limit


def _said(text: Text, language: str) -> str:
    return text.vi if language == "vi" else text.en


def clock_end(due_at: datetime, language: str) -> str:
    """Return `hết ngày 18/03/2026`, as the last day counts in full; with an hour if hours are counted."""
    return _said(deadlines.end_words(due_at), language)


def clock_rest(due_at: datetime, now: datetime, language: str) -> str:
    """Return the time left or overdue: `còn 5 giờ`, `quá hạn 2 ngày`."""
    return _said(deadlines.rest_words(due_at, now), language)


def clock_limit(limit: Limit, language: str) -> str:
    """Return the length of a limit: `07 ngày làm việc`."""
    return _said(deadlines.limit_words(limit), language)


def clock_name(rule: str, language: str) -> str:
    """Return what a limit is for, in words: `Ra quyết định xử phạt`; its bare rule if the data no longer has it."""
    of_plans = plan_limits.words_of(rule)
    label, _ = of_plans or deadlines.words_of(deadlines.rule_set_at(clock.today()), rule)
    return _said(label, language)


FILTERS: dict[str, Callable[..., Any]] = {
    "clock_end": clock_end,
    "clock_rest": clock_rest,
    "clock_limit": clock_limit,
    "clock_name": clock_name,
    "said": _said,
}
"""Filters: `{{ clock.due_at | clock_end(lang) }}`; `said` returns a Text in the reader's language."""
