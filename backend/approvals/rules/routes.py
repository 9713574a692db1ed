"""Which route something goes by, and whether a route can be published. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.approvals.rules import terms
from schemas.approvals.routes import RouteDrafted
from schemas.approvals.submissions import RouteStep
from schemas.approvals.words import By, StepKind, SubmittedKind

HOURS: dict[SubmittedKind, int] = {SubmittedKind.SEIZURE: 24}
"""Legal limits in hours: a seizure that was made on the spot is decided within 24 hours (Law Art 125.4)."""
WORKING_DAYS: dict[SubmittedKind, int] = {SubmittedKind.SANCTION: 7}
"""Legal limits in working days: a decision without a hearing within seven of the minutes (Law Art 66.1.a);
the route must fit the shortest."""
_OF_FORMS: dict[str, int | None] = {
    **dict.fromkeys(("MQĐ14", "MQĐ15", "MQĐ38", "MQĐ39", "MQĐ40"), None),
    "MQĐ21": 7,
    "MQĐ24": 5,
    "MQĐ33": 5,
    "MQĐ42": 10,
}
"""The same of papers whose limit is not that of their kind, in working days, None where days say nothing: measures
alone (Law Art 65.2), changes of a decision (Decree 118/2021 Art 15); an extension of a seizure, and a return (Arts
125.8, 60.3), a file to prosecution bodies (Art 62.2), an uncollected licence (Art 126.4b)."""
_ENDS = frozenset({StepKind.AGREE, StepKind.APPROVE, StepKind.SIGN, StepKind.OUTSIDE})
_NEVER_OUTSIDE = frozenset({SubmittedKind.MINUTES_DRAFT, SubmittedKind.FILE})
"""The ruling on an inspection is the force's own (Circular 27/2020 Art 19.2)."""
_NOT_LAST_OUTSIDE = frozenset({SubmittedKind.PUBLICATION, SubmittedKind.INSPECTION_DECISION})
"""What an officer of the force publishes or signs, after the other authority agreed."""


@dataclass(frozen=True)
class InForce:
    """A published route on the day asked about."""

    route_id: UUID
    version: int
    content: RouteDrafted


@dataclass(frozen=True)
class Standing:
    """What is published of a route: the version that is used, and one that begins on a later day."""

    version: int
    """Of `content`; 0: nothing is published yet."""
    content: RouteDrafted
    valid_to: date | None
    """First day without the route."""
    later: RouteDrafted | None = None
    later_version: int | None = None

    def on(self, day: date) -> "Standing":
        """Return the same as of a day: the later version is the one used once its day has come."""
        if self.later is None or self.later_version is None or self.later.valid_from > day:
            return self
        return Standing(self.later_version, self.later, self.valid_to)


def published(before: Standing, said: RouteDrafted, today: date) -> Standing:
    """Return what is published once this draft is: a new version, now or from its day on, or the end.

    A version for a later day leaves the present one in force until then, so no day is without any.
    """
    now = before.on(today)
    if said.ends_on is not None:
        last = max(said.ends_on, today)
        gone = now.later is not None and now.later.valid_from >= last
        later, number = (None, None) if gone else (now.later, now.later_version)
        return Standing(now.version, now.content, last, later, number)
    number = max(now.version, now.later_version or 0) + 1
    begun = now.version > 0 and now.content.valid_from <= today
    used = begun and (now.valid_to is None or now.valid_to > today)
    if used and said.valid_from > today:
        return Standing(now.version, now.content, None, said, number)
    return Standing(number, said, None)


def next_fault(before: Standing, said: RouteDrafted, today: date) -> tuple[str, date | None] | None:
    """Return why a draft does not fit what is published, as (code, the day that it clashes with), or None."""
    now = before.on(today)
    if said.ends_on is not None:
        if now.version == 0:
            return "route_unknown", None
        if now.valid_to is not None and now.valid_to <= max(today, said.ends_on):
            return "route_over", None
        return ("route_end_reason", None) if len(said.note.strip()) < 3 else None
    ends, later = now.valid_to, now.later
    if ends is not None and today < ends <= said.valid_from:
        return "route_ends_before", ends
    if later is not None and later.valid_from < said.valid_from:
        return "route_later", later.valid_from
    return None


def choose(
    routes: Iterable[InForce],
    units: Sequence[UUID],
    *,
    form: str | None,
    field: str | None,
    amount_vnd: int | None,
) -> InForce | None:
    """Return the route for something of these units (the nation first), or None.

    The nearest unit's goes first; there one for this form, then for this field, this sum, this level
    of unit, before one for all; of equals the newest version's.
    """
    fitting = [
        one
        for one in routes
        if _fits(one.content, form, field, amount_vnd)
        and (not one.content.levels or len(units) in one.content.levels)
    ]
    order = {unit_id: place for place, unit_id in enumerate(units)}
    known = [one for one in fitting if one.content.unit_id in order]
    return max(known, key=lambda one: _rank(one, order), default=None)


def _fits(content: RouteDrafted, form: str | None, field: str | None, amount: int | None) -> bool:
    if content.forms and form not in content.forms:
        return False
    if content.fields and field not in content.fields:
        return False
    if content.amount_from is not None and (amount or 0) < content.amount_from:
        return False
    return content.amount_to is None or (amount or 0) < content.amount_to


def _rank(
    one: InForce, order: dict[UUID, int]
) -> tuple[int, bool, bool, bool, bool, date, int, UUID]:
    content = one.content
    summed = content.amount_from is not None or content.amount_to is not None
    return (
        order[content.unit_id],
        bool(content.forms),
        bool(content.fields),
        summed,
        bool(content.levels),
        content.valid_from,
        one.version,
        one.route_id,
    )


def fault(content: RouteDrafted, today: date) -> tuple[str, dict[str, int]] | None:
    """Return why a route cannot be drafted or published, as (code, holes of its text), or None."""
    if content.steps[-1].kind not in _ENDS:
        return "route_no_decision", {}
    if any(not _whole(step) for step in content.steps):
        return "route_step_whole", {}
    outside = any(step.kind is StepKind.OUTSIDE for step in content.steps)
    last = content.steps[-1].kind is StepKind.OUTSIDE
    if (outside and content.kind in _NEVER_OUTSIDE) or (last and content.kind in _NOT_LAST_OUTSIDE):
        return "route_outside", {}
    low, high = content.amount_from, content.amount_to
    if low is not None and high is not None and low >= high:
        return "route_amounts", {}
    if content.valid_from < today:
        return "route_past", {}
    hours, days = limit_of(content.kind, content.forms)
    if too_long := terms.route_fault(content.steps, hours, days):
        return "route_too_long", {"total": too_long[0], "most": too_long[1]}
    return None


def limit_of(kind: SubmittedKind, forms: Sequence[str]) -> tuple[int | None, int | None]:
    """Return the legal limit that a route must fit, in hours and in working days; None where there is none.

    A route for all papers of a kind fits the kind's, one for some forms the shortest of theirs.
    """
    if not forms or any(one not in _OF_FORMS for one in forms):
        return HOURS.get(kind), WORKING_DAYS.get(kind)
    days = [one for one in (_OF_FORMS[form] for form in forms) if one is not None]
    return None, min(days, default=None)


def leaves_out_legal_check(content: RouteDrafted, above: Iterable[RouteDrafted]) -> bool:
    """Tell whether a route would take the legal check away from papers that a unit above has checked.

    The nearest unit's route goes first, so a small unit could publish a shorter one for itself. A route
    above that may be for the same papers counts, whatever its fields and sums.
    """
    if any(one.kind is StepKind.LEGAL_CHECK for one in content.steps):
        return False
    return any(
        one.kind is StepKind.LEGAL_CHECK
        for other in above
        if not (content.forms and other.forms) or set(content.forms) & set(other.forms)
        for one in other.steps
    )


def _whole(step: RouteStep) -> bool:
    who = step.who
    named = {
        By.HEAD: (who.role, who.title, who.officer_id, who.body) == (None, None, None, None),
        By.ROLE: who.role is not None,
        By.TITLE: bool((who.title or "").strip()),
        By.OFFICER: who.officer_id is not None,
        By.BODY: bool((who.body or "").strip()) and step.kind is StepKind.OUTSIDE,
    }
    one_term = (step.term.hours is None) != (step.term.working_days is None)
    outside = (step.kind is StepKind.OUTSIDE) == (who.by is By.BODY)
    return named[who.by] and one_term and outside
