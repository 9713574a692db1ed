"""What signed papers do to a plan, a decision and its execution. Read off their fields; pure.

Each function reads one act (Effect in signed_effects.py).
"""

from backend.casework.rules import amending, delivering, document_guards, signed, suspending
from backend.casework.rules.facts import Facts, Paper, cancels_whole
from backend.casework.rules.signed_effects import Said, Values, day, effective, named_by, told
from schemas.casework.words import CaseState, DeliveryMode, ExplanationMode


def adhoc_plan(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return the days of an ad-hoc plan (PA); nothing if the case does not wait for one."""
    if facts.state != CaseState.PROPOSED:
        return None
    return {
        "document_id": paper.id,
        "start_on": day(paper.fields.get("expected_start")),
        "end_on": day(paper.fields.get("expected_end")),
    }


def heard(paper: Paper, _facts: Facts, said: Said) -> Values | None:
    """Return what the violator explained at the hearing (MBB03); whether it is accepted is asked for."""
    return {
        "document_id": paper.id,
        "mode": ExplanationMode.DIRECT,
        "received_at": signed.moment(paper.fields.get("ended_at")),
        "content": paper.fields.get("explanation"),
        "accepted": said.get("accepted") or False,
        "despite": said.get("despite") or None,
        "alone": said.get("alone") or None,
    }


def referred(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return the referral to the prosecution bodies, by the minutes that hand the file over (MBB28).

    Which of several violations go the head said when signing the decision that the minutes name
    (MQĐ33). Nothing if that was signed before it was asked: nobody else may say it.
    """
    by = named_by(paper, facts)
    if by is None or by.form != suspending.REFERRING:
        return None
    several = facts.recorded is not None and len(facts.recorded.violations) > 1
    if several and facts.decision_id is None and by.said is None:
        return None
    return {
        "to": str(by.fields.get("to"))[:200],
        "document_id": by.id,
        "reason": told(by, "crime", "facts")[:2000],
        "handover_id": paper.id,
        "handed_on": day(paper.fields.get("ended_at") or paper.fields.get("started_at")),
        "part": [int(one) for one in (by.said or {}).get("part") or []] or None,
    }


def postponed(paper: Paper, _facts: Facts, _said: Said) -> Values | None:
    """Return until when a decision postpones the fine (MQĐ03), and why."""
    return {
        "document_id": paper.id,
        "until": paper.fields.get("until_on"),
        "reason": told(paper, "reason"),
    }


def reduced(paper: Paper, _facts: Facts, _said: Said) -> Values | None:
    """Return by how much a decision reduces the fine (MQĐ04), and why."""
    return {
        "document_id": paper.id,
        "by": paper.fields.get("amount"),
        "reason": told(paper, "reason"),
    }


def instalments(paper: Paper, _facts: Facts, _said: Said) -> Values | None:
    """Return the parts and days of a fine (MQĐ05); the form's reason is the request that it grants."""
    rows = paper.fields.get("instalments") or []
    return {
        "document_id": paper.id,
        "schedule": [{"due_on": one.get("until_on"), "amount": one.get("amount")} for one in rows],
        "reason": told(paper, "request"),
    }


def suspended(paper: Paper, _facts: Facts, said: Said) -> Values | None:
    """Return a suspension for a complaint, by a court or otherwise (MQĐ31): the form has no line for its ground."""
    return dict(
        document_id=paper.id,
        suspended_on=effective(paper),
        **{name: said.get(name) for name in ("ground", "reason", "complaint_id", "until")},
    )


def suspends_for_crime(paper: Paper, _facts: Facts, said: Said) -> Values | None:
    """Return a suspension for signs of a crime (MQĐ31)."""
    return {
        "document_id": paper.id,
        "suspended_on": effective(paper),
        "reason": said.get("reason"),
    }


def goes_on(paper: Paper, _facts: Facts, said: Said) -> Values | None:
    """Return the end of a suspension (MQĐ32)."""
    return {
        "document_id": paper.id,
        "ended_on": effective(paper),
        "why": said.get("why"),
        "reason": told(paper, "reason"),
    }


def partial(paper: Paper, _facts: Facts, said: Said) -> Values | None:
    """Return why only a part is carried out (MQĐ17); the day and sheet of the proof are asked for."""
    sheet = said.get("sheet")
    return {
        "document_id": paper.id,
        "why": paper.fields.get("ground"),
        "on": said.get("on"),
        "sheet": int(sheet) if sheet else None,
        "successor": (paper.fields.get("successor") or {}).get("name"),
        "late": said.get("late") or None,
    }


def delivery_refused(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return the delivery of the decision that its party refused before witnesses (MBB06; Law Art 70)."""
    about = named_by(paper, facts)
    if about is None or about.id != facts.decision_id or facts.delivered_on is not None:
        return None
    return {
        "document_id": about.id,
        "proof_document_id": paper.id,
        "mode": DeliveryMode.REFUSED,
        "delivered_on": delivering.made_on(paper),
        "deemed": True,
        "attempts": 1,
        "proof": told(paper),
        "receiver": None,
    }


def cancelled(paper: Paper, _facts: Facts, _said: Said) -> Values | None:
    """Return what a decision cancels whole (MQĐ40), with all that it granted."""
    if paper.replaces is None or not cancels_whole(paper):
        return None
    return {
        "document_id": paper.replaces,
        "by": paper.id,
        "reason": str(paper.fields["reason"]),
        "with_effects": True,
        "amendment_ends": True,
    }


def amended(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return what a decision changes in another (MQĐ38, MQĐ39; MQĐ40 in part)."""
    if paper.replaces is None or cancels_whole(paper):
        return None
    said = amending.said_by(facts, paper.replaces, paper)
    return dict(
        document_id=paper.replaces,
        by=paper.id,
        reason=str(paper.fields["reason"]),
        **said._asdict(),
    )


def annulled(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return the annulment of the decision on the violation, once MQĐ40 has cancelled it, with its ground.

    Nothing before the day on which it takes effect: the head enters it then.
    """
    by, ground = facts.decision_gone_by, paper.fields.get("ground")
    if by is None or by.id != paper.id or ground is None or paper.issued_on is None:
        return None
    if document_guards.effective_on(paper) > paper.issued_on:
        return None
    return {
        "document_id": facts.decision_id,
        "by": paper.id,
        "ground": ground,
        "reason": told(paper, "reason"),
    }
