"""From the acts of a case to what its clocks run by: pure.

An act's own day or moment counts, not when it was written down. Where an act states a day only, and it was recorded on
that day, the hour of the record is taken; else 0:00 of it, which no limit in days tells apart. Besides the acts stand
two facts that follow from them:

- `inspection.reported`: the inspection's file reached the system, and so who issued the decision has it (D03);
- `violation.verifying`: in the place of `verification.ordered` once the violation is recorded (D12, no longer D04);
- `document.digitised`: a scan of a paper was filed (D29);
- `document.issued` of a paper that was printed: when its first scan came, at the moment on the paper.

Seizures are told apart by their minutes: `seizure_id`. One is at an end when every exhibit of it is.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from backend.deadlines.rules import day_of, start_of
from schemas import case_acts as a
from schemas import case_execution_acts as x
from schemas import case_side_acts as s
from schemas.deadlines import Fact
from schemas.sanctions import ExtraKind


class Happened(Protocol):
    """An accepted act of a case: its type, its content as a struct, and the server's clock."""

    @property
    def type(self) -> str:
        """As in CaseAct."""

    @property
    def content(self) -> Any:
        """The act's content, as its struct."""

    @property
    def received_at(self) -> datetime:
        """The server's clock."""


def facts_of(
    acts: Iterable[Happened], fields: Mapping[str, str], heads: Callable[[str], bool]
) -> list[Fact]:
    """The facts of a case in the order of its acts. `fields` names the field of law of each family of behaviours;
    `heads` tells whether a title is that of who heads a unit.
    """
    told = list(acts)
    teller = _Teller(fields, _sent_up(told, heads))
    gone = {
        act.content.document_id
        for act in told
        if isinstance(act.content, s.DocumentCancelled) and act.content.with_effects
    }
    unamended = {
        act.content.document_id
        for act in told
        if isinstance(act.content, s.DocumentCancelled) and act.content.amendment_ends
    }
    return [
        fact
        for act in told
        if not (isinstance(act.content, _GRANTED) and act.content.document_id in gone)
        and not (isinstance(act.content, s.DocumentAmended) and act.content.by in unamended)
        for fact in teller.tell(str(act.type), act.content, act.received_at)
    ]


_GRANTED = (
    x.FineReduced
    | x.ExecutionPostponed
    | x.InstalmentsGranted
    | s.SeizureDecided
    | s.SeizureExtended
)
"""Acts that a cancelled paper takes with it: the clocks run as if they had not been."""


def _sent_up(acts: Iterable[Happened], heads: Callable[[str], bool]) -> set[UUID]:
    """Papers of makers who head nothing, with which the file goes to who may decide (Law Art 66.1.a).

    None where such a maker decided himself: then it went nowhere.
    """
    found: set[UUID] = set()
    for act in acts:
        match act.content:
            case s.DocumentIssued() | s.DocumentPrinted() as paper:
                title, form = paper.issuer_title, paper.form
            case s.DocumentAdopted() as paper:
                title, form = _maker_s_title(paper.fields), paper.form
            case _:
                continue
        if not title or heads(title):
            continue
        if form == "MQĐ02":
            return set()
        found.add(paper.document_id)
    return found


def _maker_s_title(fields: Mapping[str, Any]) -> str:
    maker = fields.get("maker")
    return str(maker.get("title") or "") if isinstance(maker, dict) else ""


class _Teller:
    """Goes through a case's acts once, keeping what a later one needs of those before."""

    def __init__(self, fields: Mapping[str, str], sent_up: set[UUID]) -> None:
        self._fields, self._sent_up = fields, sent_up
        self._decision: UUID | None = None
        self._decided_on: date | None = None
        self._enforcement: UUID | None = None
        self._fine = self._paid = self._total = 0
        self._warning = False
        self._held: dict[UUID, set[UUID]] = {}
        self._printed: dict[UUID, s.DocumentPrinted] = {}
        self._in_force: set[UUID] = set()
        self._minuted = False

    def tell(self, act: str, content: Any, at: datetime) -> list[Fact]:
        """What one act means for the clocks."""
        match content:
            case s.ExhibitsSeized():
                self._held[content.document_id] = {one.exhibit_id for one in content.exhibits}
                return [self._seized(act, content)]
            case s.SeizureDecided() | s.SeizureExtended():
                return self._of_seizures(act, content, at)
            case s.ExhibitsDisposed() | s.ExhibitsDestroyed() | s.ExhibitsDivided():
                return self._disposed(act, content, at)
            case a.InspectionFollowed():
                found = [Fact(act=act, at=content.at)]
                if act == "inspection.ended":
                    found.append(Fact(act="inspection.reported", at=max(at, content.at)))
                return found
            case a.VerificationOrdered() if self._minuted:
                return [Fact(act="violation.verifying", at=at)]
            case s.DocumentPrinted():
                self._printed[content.document_id] = content
            case s.DocumentScanned():
                return self._scanned(act, content, at)
            case s.SheetsFiled():
                if content.document_id is None or content.sha256 is None:
                    return []
                if content.document_id in self._printed:
                    return []  # of these the comparison counts
                details = {"document_id": str(content.document_id)}
                return [Fact(act="document.digitised", at=at, details=details)]
        return [Fact(act=act, at=_when(content, at), details=self._details(content))]

    def _scanned(self, act: str, content: s.DocumentScanned, at: datetime) -> list[Fact]:
        """With its first scan a paper counts as issued, from the day that stands on it."""
        details = {"document_id": str(content.document_id)}
        found = [Fact(act=act, at=at, details=details)]
        paper = self._printed.get(content.document_id)
        if paper is not None and content.document_id not in self._in_force:
            self._in_force.add(content.document_id)
            issued = details | {"form": paper.form, "paper": False}
            found.append(Fact(act="document.issued", at=paper.issued_at, details=issued))
        return found

    def _details(self, content: Any) -> dict[str, Any]:
        """What the rules may ask about an act; nothing of one that they only wait for."""
        plain = _PLAIN.get(type(content))
        if plain is not None:
            return plain(content)
        match content:
            case a.ViolationRecorded():
                return self._recorded(content)
            case a.SanctionImposed() | a.RemedyOrdered():
                return self._decided(content)
            case x.DecisionDelivered() | s.DocumentDelivered():
                return {"of": self._what(content.document_id)}
            case x.PaymentReceived():
                self._paid += content.amount if content.kind == "fine" else 0
                return {"complete": self._paid >= self._fine}
            case x.FineReduced():
                self._fine -= content.by
            case s.DocumentAmended() if content.document_id == self._decision:
                self._fine += content.total - self._total if content.total is not None else 0
                self._total = content.total if content.total is not None else self._total
            case x.EnforcementOrdered():
                self._enforcement = content.document_id
            case x.ExecutionCompleted():
                return {"warning": self._warning}
            case x.DecisionAnnulled():
                self._decision, self._fine, self._warning = None, 0, False
                self._decided_on = None
        return {}

    def _recorded(self, content: a.ViolationRecorded) -> dict[str, Any]:
        self._minuted = True
        found = {self._fields.get(one.code.split("-")[0], "other") for one in content.violations}
        details: dict[str, Any] = {
            "explanation_right": content.explanation_right,
            "complex": content.complex,
            "sent_up": content.document_id in self._sent_up,
            "detected_on": content.detected_on.isoformat(),
            "act_ended_on": min(one.ended_on for one in content.violations).isoformat(),
        }
        if len(found) == 1:
            details["field"] = found.pop()
        return details

    def _decided(self, content: a.SanctionImposed | a.RemedyOrdered) -> dict[str, Any]:
        self._decision, self._decided_on = content.document_id, content.decided_on
        details: dict[str, Any] = {"comply_days": content.comply_days}
        if isinstance(content, a.SanctionImposed):
            self._fine = self._total = content.total
            self._warning = all(one.warning for one in content.order.acts)
            details["publish"] = content.publish
            details["licence_suspended"] = any(
                one.kind == ExtraKind.LICENCE_SUSPENSION for one in content.order.extra_penalties
            )
        return details

    def _what(self, document: UUID) -> str:
        if document == self._decision:
            return "decision"
        return "enforcement" if document == self._enforcement else "other"

    def _of_seizures(
        self, act: str, content: s.SeizureDecided | s.SeizureExtended, at: datetime
    ) -> list[Fact]:
        details = {"until": content.until.isoformat(), "document_id": str(content.document_id)}
        if isinstance(content, s.SeizureDecided) and content.purpose is not None:
            details["purpose"] = str(content.purpose)
        return [
            Fact(act=act, at=_when(content, at), details=details | {"seizure_id": str(seizure)})
            for seizure, held in self._held.items()
            if held & set(content.exhibits)
        ]

    def _seized(self, act: str, content: s.ExhibitsSeized) -> Fact:
        """Once it is decided nothing is left to seize for but the execution (Law Art 125.1)."""
        details = {"seizure_id": str(content.document_id)}
        if self._decided_on and day_of(content.seized_at) >= self._decided_on:
            details["purpose"] = "secure"
        return Fact(act=act, at=content.seized_at, details=details)

    def _disposed(
        self,
        act: str,
        content: s.ExhibitsDisposed | s.ExhibitsDestroyed | s.ExhibitsDivided,
        at: datetime,
    ) -> list[Fact]:
        found = []
        if isinstance(content, s.ExhibitsDivided):
            for held in self._held.values():
                held |= {content.part_id} if set(content.exhibits) <= held else set()
            return []
        for seizure, held in self._held.items():
            if held and not held - set(content.exhibits):
                details = {"seizure_id": str(seizure)}
                found.append(Fact(act=act, at=_when(content, at), details=details))
            held -= set(content.exhibits)
        return found


def _mode(content: a.ExplanationRequested | a.ExplanationReceived) -> dict[str, Any]:
    return {"mode": str(content.mode)}


def _extended(content: x.DeadlineExtended) -> dict[str, Any]:
    until, document = content.until.isoformat(), content.document_id
    return {"rule": content.rule, "until": until, "document_id": _text(document)}


def _until(content: Any, last: date) -> dict[str, Any]:
    return {"until": last.isoformat(), "document_id": _text(content.document_id)}


def _issued(content: s.DocumentIssued) -> dict[str, Any]:
    paper = content.signature_level == "none"
    return {"document_id": str(content.document_id), "form": content.form, "paper": paper}


_PLAIN: dict[type, Callable[[Any], dict[str, Any]]] = {
    a.VerificationAssigned: lambda content: {"due_on": content.due_on.isoformat()},
    a.DecisionLinked: lambda content: {"planned": content.planned},
    a.VerificationOrdered: lambda content: {"testing": content.testing},
    a.ExplanationRequested: _mode,
    a.ExplanationReceived: _mode,
    a.CaseTransferred: lambda content: {"why": content.why},
    a.CaseClosed: lambda content: {"outcome": str(content.outcome)},
    x.ExecutionPostponed: lambda content: _until(content, content.until),
    x.InstalmentsGranted: lambda content: _until(
        content, max(part.due_on for part in content.schedule)
    ),
    x.DeadlineExtended: _extended,
    s.DocumentIssued: _issued,
    s.DocumentPrinted: lambda content: {
        "document_id": str(content.document_id),
        "form": content.form,
    },
    s.DocumentCompared: lambda content: {
        "document_id": str(content.document_id),
        "agrees": content.agrees,
    },
    s.DocumentDiscarded: lambda content: {"document_id": str(content.document_id)},
    s.DocumentAdopted: lambda content: {
        "document_id": str(content.document_id),
        "form": content.form,
    },
}
"""Acts whose details follow from their content alone."""

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
    "on",
)


def _when(content: Any, at: datetime) -> datetime:
    """The moment at which an act took effect: its own, else when it was received."""
    for name in _MOMENTS:
        if isinstance(value := getattr(content, name, None), datetime):
            return value
    if isinstance(content, a.ExplanationReceived):
        return content.received_at
    if isinstance(content, a.ExplanationWaived):
        return content.at
    for name in _DAYS:
        if isinstance(day := getattr(content, name, None), date):
            return at if day_of(at) == day else start_of(day)
    return at


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
