"""Answers about sanctions, the right to explain and execution, without any case.

The facts and results have the names of a lawyer's own cases: tests/cases/law/README.md. Competence
is in competence.py.
"""

from collections.abc import Callable, Mapping

import msgspec

from backend.core.errors import DomainError
from backend.law import books
from backend.law.deadlines import service as deadlines
from backend.law.errors import OrderFault
from backend.law.rules import edition
from backend.law.rules.asked import Facts, said
from backend.law.rules.reckoning import NotReckoned
from backend.law.sanctions import imagined, of_execution, of_sanction
from backend.law.sanctions.answers import Answer, Question
from backend.law.sanctions.installed import laws_of
from schemas.law.reckoning import Asked, ReckonedStep, Reckoning
from schemas.law.sanctions import Step


def reckon(asked: Asked, facts: Mapping[str, str], book: str | None = None) -> Reckoning:
    """Answer a question of the kinds sanction, explain and execution, by the newest book if none is named.

    `refused` says in words which fact is missing, unknown or wrong. A choice that the law does not
    allow is an answer: `status=refused`, `why`, and the step that says so.
    """
    book = book or books.newest()
    question = Question(Facts(facts), book, laws_of(book), deadlines.calendar())
    given = dict(facts)
    try:
        result, steps = _ANSWERS[asked](question)
    except (DomainError, NotReckoned) as error:
        return Reckoning(asked=asked, book=book, facts=given, result={}, refused=error.text)
    return Reckoning(
        asked=asked, book=book, facts=given, result=result, steps=[_told(one) for one in steps]
    )


def _told(one: Step) -> ReckonedStep:
    return ReckonedStep(
        text=one.text, article=one.article, certainty=one.certainty or "U", doubt=one.doubt
    )


def _explain(one: Question) -> Answer:
    """Answer whether the right exists. What the signer intends or chooses does not matter."""
    one.facts.only(imagined.KNOWN)
    found = imagined.order(one.facts, one.book, one.laws)
    if found.order is None:
        return of_sanction.missing(found)
    acts = [
        msgspec.structs.replace(act, chosen_vnd=None, warning=False, age=None, repeated=None)
        for act in found.order.acts
    ]
    order = msgspec.structs.replace(found.order, acts=acts)
    try:
        right = edition.compute(order, one.laws).explanation
    except OrderFault as fault:
        return {"status": "refused", "why": of_sanction.why(fault)}, [
            Step(text=fault.text, article="", certainty="R")
        ]
    result = {"exists": said(value=right.exists)}
    return result | ({"doubtful": "yes"} if right.doubtful else {}), right.reasons


_ANSWERS: dict[Asked, Callable[[Question], Answer]] = {
    Asked.SANCTION: of_sanction.answer,
    Asked.EXPLAIN: _explain,
    Asked.EXECUTION: of_execution.answer,
}
