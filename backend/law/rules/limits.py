"""The rules on time limits as data: their structure, parsing and checks. No file is opened here."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any, Literal

import msgspec

from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.law.deadlines import Limit

FACTS = frozenset(CaseAct) | {*("document.digitised", "inspection.reported", "violation.verifying")}
"""What a rule may name: acts of a case, and facts that follow from them.

For these facts see backend/casework/acts/clock_facts.py."""


class LawFault(ValueError):
    """A data file of time limits is wrong. The message names the rule."""


class Condition(Wire):
    """A condition on an act and on what happened before and after it.

    It holds if the act's details have every value of `is_` and no value of `not_`, all acts of
    `before` happened before it, and all of `after` after it. A list in place of a value means any
    one of these.
    """

    is_: dict[str, Any] = msgspec.field(name="is", default_factory=dict)
    not_: dict[str, Any] = msgspec.field(name="not", default_factory=dict)
    before: list[str] = msgspec.field(default_factory=list)
    after: list[str] = msgspec.field(default_factory=list)


class Event(Condition, kw_only=True):
    """An act that starts or ends a clock, if the condition holds."""

    act: str


class Variant(Wire):
    """One possible length of a time limit.

    The first variant applies of which any condition in `when` holds. An empty `when` always holds.
    `until` names the detail in which a document states the last day. If the detail is missing, the
    variant is skipped. `stated_in` names a detail that may lengthen the count. `from_` names the
    detail with the day or moment from which the limit runs, instead of that of the act.
    """

    when: list[Condition] = msgspec.field(default_factory=list)
    count: int | None = None
    unit: Literal["h", "d", "wd", "m", "y"] | None = None
    until: str | None = None
    stated_in: str | None = None
    from_: str | None = msgspec.field(name="from", default=None)

    def limit(self, details: dict[str, Any]) -> Limit | None:
        """Return the length, or a longer one that a document states; None if it states the day."""
        if self.count is None or self.unit is None:
            return None
        stated = details.get(self.stated_in) if self.stated_in else None
        count = max(self.count, stated) if type(stated) is int else self.count
        return Limit(count=count, unit=self.unit)


class Extension(Wire):
    """Acts that may extend a clock, and the greatest length from its start.

    An empty `max` means no limit.
    """

    by: list[str] = msgspec.field(default_factory=lambda: ["deadline.extended"])
    max: list[Variant] = msgspec.field(default_factory=list)


class Rule(Wire, kw_only=True):
    """One rule during one span of time.

    A rule without triggers starts no clock. It holds parameters, or states a consequence.
    """

    id: str
    label: Text
    citation: Text
    triggers: list[Event] = msgspec.field(default_factory=list)
    ends_with: list[Event] = msgspec.field(default_factory=list)
    ends_moot: list[Event] = msgspec.field(default_factory=list)
    by: str | None = None
    """The detail that tells clocks of one rule apart. Each value has its own clock."""
    details_from: list[str] = msgspec.field(default_factory=list)
    """Acts before or after the trigger whose details are joined to its own."""
    limits: list[Variant] = msgspec.field(default_factory=list)
    extension: Extension | None = None
    parameters: dict[str, int] = msgspec.field(default_factory=dict)
    passing: Literal["missed", "lapsed"] = "missed"
    watched: bool = True
    valid_from: date
    """First day in force."""
    valid_to: date | None = None
    """First day no longer in force."""
    note: Text | None = None
    check: Text | None = None

    def acts(self) -> set[str]:
        """Return every act that this rule looks at. No other act moves its clocks."""
        events = [*self.triggers, *self.ends_with, *self.ends_moot]
        longest = self.extension.max if self.extension else []
        conditions = [one for variant in (*self.limits, *longest) for one in variant.when]
        found = {event.act for event in events} | set(self.details_from)
        found |= set(self.extension.by if self.extension else [])
        return found | {act for one in (*events, *conditions) for act in one.before + one.after}

    def in_force(self, day: date) -> bool:
        """Tell whether it applied on this day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class RuleSet(Wire):
    """A day on which rules changed. Its id is that day."""

    id: str
    why_vi: str
    why_en: str

    @property
    def day(self) -> date:
        """Its first day."""
        return date.fromisoformat(self.id)


def read_sets(content: bytes) -> list[RuleSet]:
    """Return the rule sets of rule_sets.json, in order. Raises LawFault."""
    try:
        sets = msgspec.json.decode(content, type=list[RuleSet])
        days = [found.day for found in sets]
    except ValueError as error:
        raise LawFault(str(error)) from error
    if not days or days != sorted(set(days)):
        raise LawFault("rule sets are not in order, or one stands twice")
    return sets


def read_rules(contents: Iterable[bytes], sets: list[RuleSet]) -> list[Rule]:
    """Return every rule of the files, by id and first day.

    Raises LawFault for the first wrong one.
    """
    try:
        rules = [
            rule for content in contents for rule in msgspec.json.decode(content, type=list[Rule])
        ]
    except ValueError as error:
        raise LawFault(str(error)) from error
    days = {found.day for found in sets}
    for rule in rules:
        if fault := next(_faults(rule, days), None):
            raise LawFault(f"{rule.id}: {fault}")
    rules.sort(key=lambda rule: (rule.id, rule.valid_from))
    for earlier, later in pairwise(rules):
        if earlier.id == later.id and not (
            earlier.valid_to and earlier.valid_to <= later.valid_from
        ):
            raise LawFault(f"{later.id}: two of it are in force at once")
    return rules


def _faults(rule: Rule, days: set[date]) -> Iterator[str]:
    bounds = {rule.valid_from} | ({rule.valid_to} if rule.valid_to else set())
    if not bounds <= days:
        yield "it begins or ends on a day on which no rule set begins"
    if rule.valid_to and rule.valid_to <= rule.valid_from:
        yield "it ends before it begins"
    if bool(rule.triggers) != bool(rule.limits):
        yield "a trigger without a limit, or a limit without a trigger"
    for text in (rule.label, rule.citation, rule.note, rule.check):
        if text is not None and not (text.vi.strip() and text.en.strip()):
            yield "a text lacks a language"
    events = rule.triggers + rule.ends_with + rule.ends_moot
    conditions = [found for variant in rule.limits for found in variant.when]
    named = {event.act for event in events} | set(rule.details_from)
    named |= {act for found in [*events, *conditions] for act in found.before + found.after}
    named |= set(rule.extension.by) if rule.extension else set()
    if unknown := named - FACTS:
        yield f"no act is called {sorted(unknown)}"
    if rule.limits and (rule.limits[-1].when or (rule.limits[-1].until and len(rule.limits) > 1)):
        yield "its last limit does not always hold"
    for variant in [*rule.limits, *(rule.extension.max if rule.extension else [])]:
        if (variant.count is None) != (variant.unit is None):
            yield "a count without a unit"
        if (variant.count is None) == (variant.until is None):
            yield "a limit is a count, or the day that a document states"
        if variant.count is not None and variant.count < 1:
            yield "a limit of nothing"
