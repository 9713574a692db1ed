"""Turns an act of a case into facts that its clocks run by; used by the declarations. Pure.

What counts is the act's own day or moment, not when it was written down. If an act states only a
day and was recorded on that day, the hour of the record is taken; otherwise 0:00 of the day. No
limit in days can tell these apart. Some facts follow from acts:

- `violation.detected`: minutes of a case without an inspection say when the violation was found (D06);
- `inspection.reported`: the inspection's file reached the system, and so the issuer of the decision
  has it (D03);
- `violation.verifying`: in the place of an order to verify once the violation is recorded (D12, no
  longer D04);
- `decision.changed`: an amendment or correction of the decision, on its own day (D18, D25);
- `change.delivered`: its receipt by the party, from which the days to comply run anew (D15);
- `exhibits.confiscated`: a decision confiscates all that is left of a seizure, which ends it (D21). Once the
  decision is annulled whole, or amended to leave the goods, the clocks run as if it had not been told;
- `papers.returned`: the last paper that was held is given back (P07);
- `document.digitised`: a scan of a paper was filed (D29);
- the issue of a paper that was printed: when its first scan came, at the moment on the paper.

A seizure is known by its minutes: `seizure_id`. It ends when every exhibit of it has its end.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from backend.casework.rules import evading
from backend.core.local_time import day_of
from backend.law.rules.counting import start_of
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.law.deadlines import Fact
from schemas.law.sanctions import SanctionOrder


class Happened(Protocol):
    """An accepted act of a case: its type, its content as a struct, and the server's clock."""

    @property
    def type(self) -> str:
        """The act's type, as in CaseAct."""

    @property
    def content(self) -> Any:
        """The act's content, as its struct."""

    @property
    def received_at(self) -> datetime:
        """The server's clock."""


@dataclass(frozen=True)
class Undone:
    """Papers that were cancelled, together with what they granted or amended."""

    granting: frozenset[UUID]
    amending: frozenset[UUID]


OfField = tuple[str, int | None]
"""The field of an act that the catalogue does not have, and the years of its statute if they differ."""


def _no_statute(_codes: Iterable[str], _stated: Iterable[OfField]) -> dict[str, Any]:
    return {}


@dataclass
class SoFar:
    """What the earlier acts of a case said that later ones need; each act adds its part."""

    fields: Mapping[str, str]
    """The field of law of each family of behaviours."""
    sent_up: set[UUID]
    """Papers whose makers head no unit. With them the file goes to an officer who may decide (Law
    Art 66.1.a)."""
    statute: Callable[[Iterable[str], Iterable[OfField]], dict[str, Any]] = _no_statute
    """Returns what is known of the statute of limitation of behaviours, by their codes, and of acts
    outside the catalogue by their fields."""
    outside: Mapping[str, OfField] = field(default_factory=dict)
    """Acts outside the catalogue whose field two people determined, by their codes in the case."""
    decision: UUID | None = None
    decided_on: date | None = None
    enforcement: UUID | None = None
    fine: int = 0
    paid: int = 0
    total: int = 0
    warning: bool = False
    held: dict[UUID, set[UUID]] = field(default_factory=dict)
    """Exhibits of each seizure that have no end yet."""
    papers_held: set[UUID] = field(default_factory=set)
    """Seized things that are papers, such as a licence held to secure the execution, without an end yet."""
    effective_on: dict[UUID, str] = field(default_factory=dict)
    """Days on which decisions take effect, as far as a draft names one."""
    printed: dict[UUID, Any] = field(default_factory=dict)
    """Papers printed to be signed by hand: the content of the act that printed each."""
    issued: dict[UUID, Any] = field(default_factory=dict)
    """Papers that got their number: the content of the act that numbered each."""
    handed_over: dict[UUID, Fact] = field(default_factory=dict)
    """Papers that were handed over, and the fact of it."""
    changed: dict[UUID, str] = field(default_factory=dict)
    """Papers that changed the decision, and whether they amended or corrected it."""
    from_prosecution: bool = False
    """A prosecution body sent the file: a decision on it is made in the office and has to be sent, though it is
    one without minutes (Law Arts 56.1.b, 70.1)."""
    verified_again: bool = False
    """Verification minutes were made for a new decision after an annulment (Decree 118/2021 Art 15.3)."""
    acts_told: dict[str, Any] = field(default_factory=dict)
    """What the statute of limitation asks of the violations, as they were recorded last."""
    publish: bool = False
    """The decision is made public, so its changes are too (Decree 118/2021 Art 18.1)."""
    annulled: frozenset[UUID] = frozenset()
    """Decisions that were annulled whole since: they confiscate nothing."""
    left: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    """What the last amendment in force left confiscated by each decision that is amended."""
    confiscated: set[UUID] = field(default_factory=set)
    """Exhibits that decisions in force confiscate."""
    in_force: set[UUID] = field(default_factory=set)
    inspected: bool = False
    """The case has an inspection, whose end tells when the violation was found."""
    minuted: bool = False
    delivered: bool = False
    """The decision was delivered, or imposed on the spot: its time to comply has begun."""
    evaded_until: date | None = None
    """When an evasion ended before the violation was recorded: the statute runs from then."""
    complaints: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    """What every fact about a complaint tells of it."""


def fact(act: Happened, details: dict[str, Any] | None = None, at_key: str | None = None) -> Fact:
    """Return the act as a fact, at its own time."""
    at = getattr(act.content, at_key) if at_key else _when(act.content, act.received_at)
    return Fact(act=str(act.type), at=at, details=details or {})


_MOMENTS = ("recorded_at", "requested_at", "issued_at", "seized_at")
_DAYS = (
    "decided_on",
    "delivered_on",
    "paid_on",
    "returned_on",
    "completed_on",
    "lapsed_on",
    "published_on",
    "archived_on",
    "destroyed_on",
    "notified_on",
    "sent_on",
    "received_on",
    "refused_on",
    "suspended_on",
    "ended_on",
    "handed_on",
    "accepted_on",
    "resolved_on",
    "on",
    "evaded_since",
    "evaded_until",
)


def _when(content: Any, at: datetime) -> datetime:
    """Return the moment at which an act took effect: its own, else that of its receipt."""
    moments, days = _times_of(content.__class__)
    for name in moments:
        if isinstance(value := getattr(content, name), datetime):
            return value
    for name in days:
        if isinstance(day := getattr(content, name), date):
            return at if day_of(at) == day else start_of(day)
    return at


@cache
def _times_of(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which moments and days a content of this type can tell, in the order in which they count."""
    return (
        tuple(name for name in _MOMENTS if hasattr(kind, name)),
        tuple(name for name in _DAYS if hasattr(kind, name)),
    )


def until(content: Any, last: date) -> dict[str, Any]:
    """Return the details of an act by which something runs to a day, by a paper."""
    return {"until": last.isoformat(), "document_id": text(content.document_id)}


def text(value: UUID | None) -> str | None:
    """Return an id as details hold it."""
    return None if value is None else str(value)


def of_what(document: UUID, so_far: SoFar) -> str:
    """Tell which of the case's papers it is."""
    if document == so_far.decision:
        return "decision"
    if document in so_far.changed:
        return "change"
    return "enforcement" if document == so_far.enforcement else "other"


def change_received(document: UUID, so_far: SoFar) -> list[Fact]:
    """Return the fact that the party received a change of the decision; none before both are known."""
    received = so_far.handed_over.get(document)
    if received is None or document not in so_far.changed:
        return []
    details = {
        "by": so_far.changed[document],
        "document_id": text(document),
        "complete": so_far.paid >= so_far.fine,
    }
    return [Fact(act="change.delivered", at=received.at, details=details)]


def of_violations(violations: Sequence[RecordedViolation], so_far: SoFar) -> dict[str, Any]:
    """Return what the statute of limitation asks of recorded behaviours: the earliest end, and the field.

    No field if they are of several. The rules of an edition look at the shortest statute of them.
    """
    found = {
        so_far.fields.get(one.code.split("-")[0], "other") for one in violations if not one.outside
    }
    stated = [
        so_far.outside.get(one.code, (str(one.outside.field), None))
        for one in violations
        if one.outside
    ]
    found |= {law_field for law_field, _ in stated}
    ended_on = min(one.ended_on for one in violations)
    begun = evading.counted_from(ended_on, so_far.evaded_until)
    details: dict[str, Any] = {"act_ended_on": begun.isoformat()}
    if len(found) == 1:
        details["field"] = found.pop()
    codes = [one.code for one in violations if not one.outside]
    so_far.acts_told = details | so_far.statute(codes, stated)
    return dict(so_far.acts_told)


def of_order(order: SanctionOrder, so_far: SoFar) -> None:
    """Keep the same of the acts that a decision without minutes is about: the statute binds another after it too.

    See Law Arts 6.1, 65.1.c.
    """
    codes = [one.behaviour.code for one in order.acts]
    found = {so_far.fields.get(one.split("-")[0], "other") for one in codes}
    begun = evading.counted_from(min(one.acted_on for one in order.acts), so_far.evaded_until)
    details: dict[str, Any] = {"act_ended_on": begun.isoformat()}
    if len(found) == 1:
        details["field"] = found.pop()
    so_far.acts_told = details | so_far.statute(codes, [])


def seizures_confiscated(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return a fact of each seizure whose goods that are left a decision confiscates, every one of them.

    The decision ends the seizure (Law Art 125.8); until they are disposed of, the goods stay where they are. It
    ends nothing if it was annulled whole since, or amended to leave some of them: they are held as before, and the
    law gives no more time (Decree 118/2021 Arts 13, 16).
    """
    decision = act.content.document_id
    if decision in so_far.annulled:
        return []
    taken = set(act.content.confiscated or ())
    so_far.confiscated |= taken & so_far.left.get(decision, taken)
    return [
        confiscated(act, seizure)
        for seizure, held in so_far.held.items()
        if held and held & taken and held <= so_far.confiscated
    ]


def confiscated(act: Happened, seizure: UUID) -> Fact:
    """Return the fact that by this act all that is left of a seizure is confiscated."""
    details = {"seizure_id": str(seizure)}
    return Fact(act="exhibits.confiscated", at=fact(act).at, details=details)
