"""The rules on time limits as data: their structure. No file is opened here."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any, Literal

import msgspec

from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.law.deadlines import Limit
from schemas.law.reckoning import Certainty

DERIVED = frozenset(
    {
        "case.ordered",
        "change.delivered",
        "complaint.unresolved",
        "decision.changed",
        "document.digitised",
        "exhibits.confiscated",
        "inspection.reported",
        "papers.returned",
        "violation.detected",
        "violation.verifying",
    }
)
"""Facts that follow from acts: see backend/casework/acts/clock_facts.py."""
FACTS = frozenset(CaseAct) | DERIVED
"""What a rule may name: acts of a case, and facts that follow from them."""


class LawFault(ValueError):
    """A data file of time limits is wrong. The message names the rule."""


class Condition(Wire):
    """A condition on an act and on what happened before and after it.

    It holds if the act's details have every value of `is_` and no value of `not_`, all acts of
    `before` happened before it, none of `without` did, and all of `after` happened after it. A list
    in place of a value means any one of these. `since` is a day of law: the acts that are named, or
    the act itself if none is, count only from it on.
    """

    is_: dict[str, Any] = msgspec.field(name="is", default_factory=dict)
    not_: dict[str, Any] = msgspec.field(name="not", default_factory=dict)
    before: list[str] = msgspec.field(default_factory=list)
    after: list[str] = msgspec.field(default_factory=list)
    without: list[str] = msgspec.field(default_factory=list)
    since: date | None = None


class Event(Condition, kw_only=True):
    """An act that starts or ends a clock, if the condition holds."""

    act: str


class Restart(Event, kw_only=True):
    """An act with which a running clock begins anew, from that act.

    `most` is the greatest length of the whole, counted from the clock's first beginning.
    """

    most: Limit | None = None


class Variant(Wire):
    """One possible length of a time limit.

    The first variant applies of which any condition in `when` holds. An empty `when` always holds.
    `until` names the detail in which a document states the last day. If the detail is missing, the
    variant is skipped. `stated_in` names a detail that may lengthen the count. `from_` names the
    detail with the day or moment from which the limit runs, instead of that of the act. `plus` names
    a detail with a number of further units, `paused` one with a span of days (`2026-03-04..2026-03-05`)
    that do not count, `not_after` one with a day that the end does not pass. `then` is a second period
    that runs from the end of the first. `alert` is a shorter reading of the length, at whose last day
    officers are reminded. `why` says when this length applies.

    `instead` stands in place of a length: what is due at once, has no limit, or ends with the fine's
    payment. No clock runs then.
    """

    when: list[Condition] = msgspec.field(default_factory=list)
    count: int | None = None
    unit: Literal["h", "d", "wd", "m", "y"] | None = None
    until: str | None = None
    stated_in: str | None = None
    from_: str | None = msgspec.field(name="from", default=None)
    plus: str | None = None
    paused: str | None = None
    not_after: str | None = None
    then: Limit | None = None
    alert: Limit | None = None
    instead: Literal["at_once", "none", "fine_paid"] | None = None
    why: Text | None = None

    def limit(self, details: dict[str, Any]) -> Limit | None:
        """Return the length, or a longer one that a document states; None if it states the day."""
        if self.count is None or self.unit is None:
            return None
        stated = details.get(self.stated_in) if self.stated_in else None
        more = details.get(self.plus) if self.plus else None
        count = max(self.count, stated) if type(stated) is int else self.count
        return Limit(count=count + (more if type(more) is int else 0), unit=self.unit)


class Extension(Wire):
    """Acts that may extend a clock, and the greatest length from its start.

    An empty `max` means no limit. `sets`: acts that state the end itself, even an earlier one.
    """

    sets: list[str] = msgspec.field(default_factory=list)
    by: list[str] = msgspec.field(default_factory=lambda: ["deadline.extended"])
    max: list[Variant] = msgspec.field(default_factory=list)


class Reading(Wire):
    """One way to read an open question of law.

    One of them is taken, and `then` says what would change with the other.
    """

    says: Text
    taken: bool = False
    then: Text | None = None


class Ask(Wire):
    """A condition that a person may give to the reckoner, and the form in which the engine takes it.

    It becomes a `detail` of the trigger, with `value`, or an `act` with its `details`, before or
    after the trigger. In place of a yes it may need one of `choices`, a day, days, a span of days, a
    number, or the code of a behaviour. A given day is the day of the act, or the value of `detail`; of
    several days each is an act, or the last one is the detail. `at` names another question whose day
    is the day of the act. `extends`: the extension that it gives ground for was granted, as far as the
    rule allows. `told`: what else in a case means a yes, besides that detail or act; a clock's link to
    the reckoner gives the answer then.
    """

    id: str
    label: Text
    kind: Literal["flag", "choice", "day", "days", "span", "number", "code"] = "flag"
    choices: dict[str, Text] = msgspec.field(default_factory=dict)
    detail: str | None = None
    value: Any = True
    act: str | None = None
    details: dict[str, Any] = msgspec.field(default_factory=dict)
    before: bool = False
    at: str | None = None
    extends: bool = False
    told: list[Condition] = msgspec.field(default_factory=list)


class Report(Wire, kw_only=True):
    """A periodic report that one level sends.

    Of `months` 0 it is weekly and `due` a weekday (Monday is 0); else `due` is a day of the period's
    last month, which is one of `ends_in`.
    """

    report: Literal["week", "month", "quarter", "half_year", "year", "yearly"]
    level: Literal["team", "province", "centre", "justice"]
    label: Text
    months: int
    ends_in: list[int] = msgspec.field(default_factory=list)
    due: int


class Rule(Wire, kw_only=True):
    """One rule during one span of time.

    A rule without triggers starts no clock. It holds parameters, or states a consequence. With
    limits it can still be reckoned: nothing in a case tells of its beginning, and `note` says why.
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
    passes_as: str | None = None
    """The fact that its end tells if it passes without its act; another rule may start with it."""
    watched: bool = True
    valid_from: date
    """First day in force."""
    valid_to: date | None = None
    """First day no longer in force."""
    note: Text | None = None
    check: Text | None = None
    certainty: Certainty | None = None
    """How sure the rule is. None in the first edition, which did not say."""
    readings: list[Reading] = msgspec.field(default_factory=list)
    restarts: list[Restart] = msgspec.field(default_factory=list)
    within: list[str] = msgspec.field(default_factory=list)
    """Rules whose clocks set an outer bound: neither the end nor an extension passes theirs."""
    runs_from: Text | None = None
    """From what it runs, in words."""
    asks: list[Ask] = msgspec.field(default_factory=list)
    reports: list[Report] = msgspec.field(default_factory=list)
    """Periodic reports, which are no time limits of a case."""
    step: str | None = None
    """Which step of a longer proceeding it is. Other steps are rules of their own: `D28.salary_ask`."""
    at_least: bool = False
    """The time must pass before something may be done: nothing is due at its end."""
    limitation: bool = False
    """A limitation period (thời hiệu), whose last day is disputed (Civil Code Art 151)."""

    def moved_by(self) -> Iterator[str]:
        """Yield every act that starts, ends or moves a clock of this rule by itself."""
        for events in (self.triggers, self.ends_with, self.ends_moot, self.restarts):
            for event in events:
                yield event.act
        if self.extension is not None:
            yield from self.extension.by
            yield from self.extension.sets

    def acts(self) -> set[str]:
        """Return every act that this rule looks at. No other act moves its clocks."""
        events = [*self.triggers, *self.ends_with, *self.ends_moot, *self.restarts]
        longest = self.extension.max if self.extension else []
        conditions = [one for variant in (*self.limits, *longest) for one in variant.when]
        found = {*self.moved_by(), *self.details_from}
        asked = (*events, *conditions)
        return found | {act for one in asked for act in one.before + one.after + one.without}

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


def by_id(rules: Iterable[Rule]) -> list[tuple[Rule, ...]]:
    """Return the spans of each rule together, in the order of their first days."""
    return [tuple(same) for _, same in groupby(rules, lambda rule: rule.id)]


def span_on(spans: Iterable[Rule], day: date) -> Rule | None:
    """Return the span in force on a day; None if the data has none."""
    return next((rule for rule in spans if rule.in_force(day)), None)
