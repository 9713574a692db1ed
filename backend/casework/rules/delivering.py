"""When a decision counts as delivered, and by which paper: pure.

A decision that is handed over is delivered on the receiver's signature. Otherwise it is *deemed*
delivered, on papers of others: minutes of the refusal (MBB06) about this decision and this party;
the post's slip after three returns; minutes of its posting, which lasts seven working days; or
three working days after entry in the information system that the party named (Law on Handling
Administrative Violations Art 70; Decree 118/2021 Art 17a). backend/law/rules/deemed.py judges this, here
and in a question without a case.
"""

from datetime import date, datetime

from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.signed import moment
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.core.local_time import day_of
from backend.law import books
from backend.law.deadlines import installed as time_limits
from backend.law.rules import deemed
from backend.law.sanctions import installed
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import DeliveryMode
from schemas.core.problems import Text

_WAYS: dict[DeliveryMode, deemed.Way] = {
    DeliveryMode.REFUSED: "by_hand",
    DeliveryMode.POST: "post",
    DeliveryMode.ELECTRONIC: "electronic",
    DeliveryMode.POSTING: "posting",
}


def made_on(paper: Paper) -> date | None:
    """Return the Vietnamese day on which minutes count as made.

    They began on it, unless they got their number later: then that day counts. Minutes that are
    said to begin "twelve days ago" but are signed today deliver from today. Nobody can backdate a
    delivery to a party's disadvantage.
    """
    began = moment(paper.fields.get("started_at"))
    days = [day_of(began)] if isinstance(began, datetime) else []
    if paper.issued_on is not None:
        days.append(paper.issued_on)
    return max(days, default=None)


def fault(
    content: case_execution_acts.DecisionDelivered, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why the decision does not count as delivered so, or None."""
    decided_on = facts.decided_on
    if content.document_id != facts.decision_id or decided_on is None:
        return refusal("case_paper_missing", form="MQĐ02")
    if content.delivered_on < decided_on or content.delivered_on > context.today:
        return refusal("case_dates", Text(vi="ngày giao quyết định", en="the day of delivery"))
    if content.mode not in _WAYS:
        return None
    found = judged(content, facts)
    if found.why == "no_consent":
        vi, en = "người vi phạm không đồng ý nhận điện tử", "the violator did not consent to it"
        return refusal("case_delivery", Text(vi=vi, en=en))
    match content.mode:
        case DeliveryMode.REFUSED:
            return stands(facts, content.proof_document_id, "MBB06") or _differs(context)
        case DeliveryMode.POSTING:
            return _not_yet(content, found.on) or _proved(content, facts, context)
        case DeliveryMode.POST if content.deemed:
            return _returned(content, found) or _proved(content, facts, context)
        case DeliveryMode.ELECTRONIC if content.deemed:
            return _uncounted(content) or _not_yet(content, found.on)
    return None


def judged(content: case_execution_acts.DecisionDelivered, facts: Facts) -> deemed.Deemed:
    """Judge a delivery that is deemed, by the rule of the law; raises KeyError for one into the hands.

    The numbers are those of the newest edition: the first one has none, and the law did not change.
    Whether other ways failed before the posting, the minutes of the posting say.
    """
    decided_on = facts.decided_on or content.delivered_on
    since = {
        DeliveryMode.REFUSED: content.delivered_on,
        DeliveryMode.POSTING: _posted_on(content, facts),
    }.get(content.mode, content.since)
    tried = deemed.Tried(
        way=_WAYS[content.mode],
        since=max(since, decided_on) if since else None,
        returns=content.attempts,
        witnessed=stands(facts, content.proof_document_id, "MBB06") is None,
        consent=facts.recorded is None or facts.recorded.electronic_consent,
        minutes=content.sheet is not None or content.proof_document_id is not None,
    )
    rule = deemed.rule(installed.laws_of(books.newest()), decided_on)
    return deemed.judge(tried, rule, time_limits.calendar())


def _posted_on(content: case_execution_acts.DecisionDelivered, facts: Facts) -> date | None:
    """Return the day from which a decision is posted up: that of the minutes, if they are filed."""
    minutes = facts.papers.get(content.proof_document_id) if content.proof_document_id else None
    days = [content.since, made_on(minutes) if minutes else None, facts.decided_on]
    return max((one for one in days if one is not None), default=None)


def _uncounted(content: case_execution_acts.DecisionDelivered) -> Refuse | None:
    """Refuse a deemed delivery whose days nobody can count: from the last return, or the entry."""
    if content.since is None:
        return refusal("case_delivery_since")
    if content.since <= content.delivered_on:
        return None
    vi, en = "ngày trả lại, ngày đưa lên hệ thống", "the day of the return or entry"
    return refusal("case_dates", Text(vi=vi, en=en))


def _differs(context: GuardContext) -> Refuse | None:
    if (found := context.differs) is None:
        return None
    return refusal("case_differs_from_paper", found.where, paper=found.paper, typed=found.typed)


def _returned(
    content: case_execution_acts.DecisionDelivered, found: deemed.Deemed
) -> Refuse | None:
    if found.why == "returned_too_seldom":
        vi, en = "bưu phẩm trả lại chưa đủ ba lần", "returned fewer than three times"
        return refusal("case_delivery", Text(vi=vi, en=en))
    return _uncounted(content) or _not_yet(content, found.on)


def _not_yet(content: case_execution_acts.DecisionDelivered, first: date | None) -> Refuse | None:
    if first is None or content.delivered_on >= first:
        return None
    day = formats.day(first)
    vi, en = f"sớm nhất là ngày {day}", f"on {day} at the earliest"
    return refusal("case_delivery", Text(vi=vi, en=en))


def _proved(
    content: case_execution_acts.DecisionDelivered, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse unless the post's slip or the minutes of the posting are filed by another officer."""
    if content.sheet is not None:
        return filed(content.sheet, content.alone, facts, context.officer_id)
    if content.mode == DeliveryMode.POSTING and content.proof_document_id is not None:
        return stands(facts, content.proof_document_id, "MBB02") or _differs(context)
    return refusal("case_delivery_proof")
