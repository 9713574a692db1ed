"""When a decision that nobody took counts as delivered (Law Art 70; Decree 118/2021 Art 17a). Pure.

Refused before the commune or a witness: at once. By the post: working days after the third return. In the information
system that the party named: working days after the entry. Posted up, once the other ways failed: at the end of the
posting, by its minutes.
"""

from datetime import date
from typing import Literal, NamedTuple

from backend.law.rules.counting import Calendar, add_working_days
from backend.law.rules.laws import Laws, Numbers, numbers

Way = Literal["by_hand", "post", "electronic", "posting"]
Why = Literal[
    "not_witnessed", "returned_too_seldom", "no_consent", "other_ways_first", "no_minutes", "no_day"
]


class Tried(NamedTuple):
    """How it was tried. What nobody asked about is taken to be in order."""

    way: Way
    since: date | None
    """The day of the refusal, the third return, the entry, or the first day of the posting."""
    returns: int = 0
    witnessed: bool = True
    """The commune or a witness confirmed the refusal (MBB06)."""
    consent: bool = True
    """The party named the information system."""
    others_failed: bool = True
    minutes: bool = True
    """There are minutes of the posting."""


class Deemed(NamedTuple):
    """From which day it counts as delivered, and why it does not."""

    on: date | None
    """The day by the calendar alone; None if nobody says from when it runs."""
    why: Why | None


def rule(laws: Laws, on: date) -> Numbers:
    """Return how often and how long, on a day. Raises NoRuleOnDay."""
    return numbers(laws, "deemed_delivery", on)


def judge(tried: Tried, rule: Numbers, calendar: Calendar) -> Deemed:
    """Judge a delivery that was tried so."""
    if tried.since is None:
        return Deemed(None, _lacking(tried, rule) or "no_day")
    waits = {"by_hand": 0, "posting": rule.numbers["posted_working_days"]}
    days = waits.get(tried.way, rule.numbers["working_days"])
    on = add_working_days(tried.since, days, calendar) if days else tried.since
    return Deemed(on, _lacking(tried, rule))


def _lacking(tried: Tried, rule: Numbers) -> Why | None:
    lacks: dict[Way, tuple[tuple[bool, Why], ...]] = {
        "by_hand": ((not tried.witnessed, "not_witnessed"),),
        "post": ((tried.returns < rule.numbers["returns"], "returned_too_seldom"),),
        "electronic": ((not tried.consent, "no_consent"),),
        "posting": (
            (not tried.others_failed, "other_ways_first"),
            (not tried.minutes, "no_minutes"),
        ),
    }
    return next((why for lacking, why in lacks[tried.way] if lacking), None)
