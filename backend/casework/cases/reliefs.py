"""What speaks against letting a fine wait or be paid in parts, by the law book of the case."""

from typing import Any

from backend.casework.rules import carrying_out, document_guards, relief
from backend.casework.rules.facts import Facts
from backend.law.books import FIRST
from backend.law.sanctions import service as sanctions
from schemas.casework.acts import execution as case_execution_acts
from schemas.core.problems import Text
from schemas.law.sanctions import Refusal


def postponement(facts: Facts, content: case_execution_acts.ExecutionPostponed) -> Text | None:
    """Return which conditions of a postponement seem not to be met, or None (Law Art 76).

    Counted is the fine as imposed; the months run from the first decision to postpone.
    """
    if facts.book == FIRST:
        return carrying_out.postponed_fault(facts, content)
    since = carrying_out.postponed_since(facts, content)
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
        vi="; ".join(f"{text.vi} ({article})" for text, article in told),
        en="; ".join(f"{text.en} ({article})" for text, article in told),
    )
