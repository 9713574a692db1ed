"""What speaks against letting a fine wait or be paid in parts, by the law book of the case."""

from datetime import date
from typing import Any

from backend.casework.rules import carrying_out, document_guards, relief
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.signed import said_day
from backend.law.books import FIRST
from backend.law.sanctions import service as sanctions
from schemas.casework.acts import execution as case_execution_acts
from schemas.core.problems import Text
from schemas.law.sanctions import Refusal

_AS_SIGNED = "–"
"""The reason of an act that is only weighed, not entered."""


def paper_doubt(facts: Facts, paper: Paper, on: date) -> Text | None:
    """Return which conditions of a relief its paper seems not to meet, if signed on that day; or None.

    The signer is asked, before the party holds the decision (Law Arts 76, 77, 79; practice B8). A
    paper that names no day, or no parts, is not judged by them.
    """
    if facts.sanction is None:
        return None
    if paper.form == "MQĐ04":
        return relief.never_postponed(facts)
    if paper.form == "MQĐ03":
        until = said_day(paper.fields.get("until_on"))
        if not isinstance(until, date):
            return None
        postponed = case_execution_acts.ExecutionPostponed(
            document_id=paper.id, until=until, reason=_AS_SIGNED
        )
        return postponement(facts, postponed, on)
    granted = _granted(paper)
    return instalments(facts, granted).get("relief") if granted else None


def wrong_sum(facts: Facts, paper: Paper) -> Text | None:
    """Return how the parts in a decision (MQĐ05) sum to another amount than is left of the fine, or None.

    Such a decision is neither made ready nor signed: its entry would be refused while the party holds it.
    """
    granted = _granted(paper) if facts.sanction is not None else None
    return instalments(facts, granted).get("instalments_sum") if granted else None


def _granted(paper: Paper) -> case_execution_acts.InstalmentsGranted | None:
    """Return the parts that a paper grants; None if it is no such paper, or a part has no day or amount yet."""
    rows = paper.fields.get("instalments") or []
    parts = [(said_day(row.get("until_on")), row.get("amount")) for row in rows]
    if paper.form != "MQĐ05" or not parts:
        return None
    schedule = [
        case_execution_acts.Instalment(due_on=day, amount=amount)
        for day, amount in parts
        if isinstance(day, date) and isinstance(amount, int)
    ]
    if len(schedule) < len(parts):
        return None
    return case_execution_acts.InstalmentsGranted(
        document_id=paper.id, schedule=schedule, reason=_AS_SIGNED
    )


def postponement(
    facts: Facts, content: case_execution_acts.ExecutionPostponed, on: date | None = None
) -> Text | None:
    """Return which conditions of a postponement seem not to be met, or None (Law Art 76).

    Counted is the fine as imposed; the months run from the first decision to postpone. `on` is the
    day on which a paper without a day is to be signed.
    """
    if facts.book == FIRST:
        return carrying_out.postponed_fault(facts, content, on)
    since = carrying_out.postponed_since(facts, content, on)
    if facts.party is None or facts.sanction is None or since is None:
        return None
    faults = sanctions.postponement_faults(
        facts.sanction.total,
        facts.party.kind,
        since,
        content.until,
        certified=relief.certified(facts, "postponement"),
        book=facts.book,
    )
    return said_all(faults)


def instalments(
    facts: Facts, content: case_execution_acts.InstalmentsGranted
) -> dict[str, Text | None]:
    """Return what speaks against dividing the fine into these instalments, and a wrong sum (Law Art 79).

    The six months run from the day on which the decision takes effect. In the first edition they run
    from its day.
    """
    paper = carrying_out.the_decision(facts)
    if facts.party is None or facts.decided_on is None:
        return {}
    first = facts.book == FIRST or paper is None
    since = facts.decided_on if first or paper is None else document_guards.effective_on(paper)
    parts = [(one.due_on, one.amount) for one in content.schedule]
    faults = sanctions.instalment_faults(
        facts.fine, facts.party.kind, since, parts, paid_vnd=facts.paid, book=facts.book
    )
    wrong = [one for one in faults if one.code == "instalments_sum"]
    doubted = [one for one in faults if one.code != "instalments_sum"]
    return {"relief": said_all(doubted), "instalments_sum": said_all(wrong)}


def said_all(faults: list[Refusal]) -> Text | None:
    """Return refusals of another group as one text, each with its article; None if there are none."""
    told: list[Any] = [(one.text, one.article) for one in faults]
    if not told:
        return None
    return Text(
        vi="; ".join(f"{text.vi.rstrip('.')} ({article})" for text, article in told),
        en="; ".join(f"{text.en.rstrip('.')} ({article})" for text, article in told),
    )
