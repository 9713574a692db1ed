"""The way of one inspection from its proposal to its decision and what changed it, as its acts tell it.

Circular 27/2020/TT-BCT Arts 11 to 17. The caller has checked that the record is in sight.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import msgspec

from backend.fieldwork.inspections import decision_views
from backend.fieldwork.rules.desk_papers import DECISION, FORMS, PLAN
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import ToldAct
from schemas.fieldwork.chains import ChainStep


async def of_record(record_id: UUID) -> list[ChainStep]:
    """Return the steps of a record in the order in which they came."""
    return tell(await ledger_reading.of_types(record_id, decision_views.READ))


def tell(acts: Iterable[ToldAct]) -> list[ChainStep]:
    """Return what the accepted acts of a record say of its way to the decision, and after it. Pure."""
    given = list(acts)
    steps: list[ChainStep] = []
    forms: dict[str, str] = {}
    printed: dict[str, dict[str, Any]] = {}
    for one in given:
        verb, content = one.act_type.partition(".")[2], one.content
        document = content.get("document_id")
        if verb == "proposed":
            forms[document or ""] = DECISION
            told = content.get("reason")
            steps.append(_step("proposed", one, paper=document, said=told, **_grew(content)))
        elif verb == "returned":
            steps.append(_step("returned", one, paper=document, said=content["comments"]))
        elif "fields" in content:  # a draft of a paper
            first = document not in forms and content["form"] == DECISION
            forms[document or ""] = content["form"]
            order = content.get("order") or {}
            if first:
                steps.append(_step("drafted", one, paper=document, **_grew(order)))
        elif "signature_level" in content and "fields_hash" in content:  # signed with a certificate
            steps += _signed(content, one)
        elif "fields_hash" in content:  # printed, to be signed by hand
            printed[document or ""] = content
        elif verb == "scanned":
            steps += _signed(printed.pop(document or "", {}), one)
        elif verb == "discarded" and forms.get(document or "") in FORMS:
            steps.append(_step("given_up", one, paper=document, said=content["reason"]))
        elif "legal_bases" in content:  # the decision itself
            steps.append(_decided("decision", one, content))
        elif "decision" in content and all(step.kind != "hand_signed" for step in steps):
            steps.append(_decided("hand_signed", one, content["decision"]))
    changes = (
        msgspec.convert(
            {
                "kind": change.kind,
                "at": change.at,
                "officer_name": change.officer_name,
                "number": change.number,
                "issued_on": change.issued_on,
                "paper": change.paper,
                "said": change.reason,
                "parts": change.parts,
            },
            ChainStep,
        )
        for change in decision_views.tell(given).changes
    )
    return sorted([*steps, *changes], key=lambda step: step.at)


def _step(kind: str, one: ToldAct, **more: Any) -> ChainStep:
    told = {"kind": kind, "at": one.received_at, "officer_name": one.officer_name, **more}
    return msgspec.convert(told, ChainStep)


def _grew(content: dict[str, Any]) -> dict[str, Any]:
    return {"information_ids": content.get("information_ids") or []}


def _decided(kind: str, one: ToldAct, decision: dict[str, Any]) -> ChainStep:
    named = {name: decision.get(name) for name in ("number", "issued_on", "paper")}
    issuer = {"officer_name": decision.get("issuer_name") or one.officer_name}
    return msgspec.convert({"kind": kind, "at": one.received_at, **issuer, **named}, ChainStep)


def _signed(content: dict[str, Any], one: ToldAct) -> list[ChainStep]:
    """Return what a signed paper says before the decision itself: its plan, or why there is none."""
    if content.get("form") == PLAN:
        named = {name: content[name] for name in ("number", "issued_on")}
        return [_step("plan", one, paper=content["document_id"], **named)]
    emergency = content.get("emergency")
    if content.get("form") == DECISION and emergency:
        paper = content["document_id"]
        return [
            _step("emergency", one, paper=paper, said=emergency["reason"], risk=emergency["risk"])
        ]
    return []
