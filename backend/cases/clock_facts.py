"""A case's events as the clocks of the law see them: what happened, when it took effect, a few plain details. Pure."""

from datetime import UTC, date, datetime, time
from functools import singledispatch
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from schemas.deadlines import Fact

from backend.cases.facts import Event, Facts
from schemas import case_acts as a
from schemas import case_execution_acts as x
from schemas import case_side_acts as s
from schemas.case_words import CaseAct, CloseOutcome
from schemas.sanctions import ExtraKind

_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_NOON = time(12)
_SUSPENSIONS = (ExtraKind.LICENCE_SUSPENSION,)


def clock_facts(facts: Facts, more: Event | None = None) -> list[Fact]:
    """Every event in order; `more` is one that is only being thought of."""
    events = [*facts.events, *([more] if more else [])]
    return [
        Fact(act=str(event.type), at=_when(event), details=_details(event.content, facts))
        for event in events
    ]


def _when(event: Event) -> datetime:
    """When it took effect by the law: the paper's own time where it has one, else the server's clock."""
    content = event.content
    for name in ("recorded_at", "requested_at", "seized_at", "at"):
        moment = getattr(content, name, None)
        if isinstance(moment, datetime):
            return moment.astimezone(UTC)
    for name in (
        "decided_on",
        "delivered_on",
        "paid_on",
        "completed_on",
        "published_on",
        "returned_on",
    ):
        day = getattr(content, name, None)
        if isinstance(day, date):
            return midday(day)
    return event.received_at


def midday(day: date) -> datetime:
    """Noon in Vietnam: of a fact whose hour nobody wrote down. Periods of days begin on the day after anyway."""
    return datetime.combine(day, _NOON, _VIETNAM).astimezone(UTC)


@singledispatch
def _details(content: Any, facts: Facts) -> dict[str, Any]:
    del facts
    found = msgspec.to_builtins(content)
    plain = ("due_on", "until", "testing", "rule", "planned", "document_id", "form")
    return {name: found[name] for name in plain if name in found}


@_details.register
def _(content: a.ViolationRecorded, facts: Facts) -> dict[str, Any]:
    del facts
    ended = min(one.ended_on for one in content.violations)
    return {
        "explanation_right": content.explanation_right,
        "complex": content.complex,
        "act_ended_on": ended.isoformat(),
        "detected_at": midday(content.detected_on).isoformat(),
        "two_year_field": True,
    }


@_details.register
def _(content: a.SanctionImposed, facts: Facts) -> dict[str, Any]:
    del facts
    suspended = any(one.kind in _SUSPENSIONS for one in content.order.extra_penalties)
    warned = all(one.warning for one in content.order.acts)
    return {"licence_suspended": suspended, "publish": content.publish, "warning": warned}


@_details.register
def _(content: x.DecisionDelivered, facts: Facts) -> dict[str, Any]:
    return {"of": "sanction", "pay_within_days": facts.comply_days} if content else {}


@_details.register
def _(content: x.PaymentReceived, facts: Facts) -> dict[str, Any]:
    so_far = 0
    for one in facts.payments:
        so_far += one.amount if one.kind == "fine" else 0
        if one.payment_id == content.payment_id:
            break
    return {"complete": so_far >= facts.fine}


@_details.register
def _(content: x.InstalmentsGranted, facts: Facts) -> dict[str, Any]:
    del facts
    return {"last_on": content.schedule[-1].due_on.isoformat()}


@_details.register
def _(content: x.ExecutionCompleted, facts: Facts) -> dict[str, Any]:
    del content
    warned = facts.sanction is not None and all(one.warning for one in facts.sanction.order.acts)
    return {"warning": warned}


@_details.register
def _(content: a.CaseClosed, facts: Facts) -> dict[str, Any]:
    del facts
    return {
        "result": "no_violation"
        if content.outcome == CloseOutcome.NO_VIOLATION
        else str(content.outcome)
    }


@_details.register
def _(content: s.ExhibitsSeized, facts: Facts) -> dict[str, Any]:
    decided = any(
        event.type == CaseAct.SEIZURE_DECIDED and event.content.document_id == content.document_id
        for event in facts.events
    )
    return {"seizure_id": str(content.document_id), "decided": decided}


@_details.register
def _(
    content: s.SeizureDecided | s.SeizureExtended | s.ExhibitsDisposed, facts: Facts
) -> dict[str, Any]:
    """Which seizure it is about: that of its first exhibit."""
    found = msgspec.to_builtins(content)
    seized = next(
        (
            event.content.document_id
            for event in facts.events
            if event.type == CaseAct.EXHIBITS_SEIZED
            and content.exhibits[0] in {one.exhibit_id for one in event.content.exhibits}
        ),
        None,
    )
    return {"seizure_id": str(seized) if seized else None} | (
        {"until": found["until"]} if "until" in found else {}
    )


@_details.register
def _(content: s.DocumentIssued, facts: Facts) -> dict[str, Any]:
    del facts
    return {
        "form": content.form,
        "document_id": str(content.document_id),
        "paper": content.signature_level == "none",
    }
