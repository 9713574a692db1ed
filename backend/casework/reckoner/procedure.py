"""What an act does in a state of a case, as a question without a case.

Where it leads, and in which states it is possible at all, is read from the table of states that the
one door asks; why it is refused, from the rules that its guards ask. Facts that nobody gives are taken
to be in order: a question is about what it names.
"""

from collections.abc import Mapping

from backend.casework.derived import states
from backend.casework.reckoner import (
    of_changes,
    of_complaints,
    of_deciding,
    of_execution,
    of_goods,
    of_intake,
    whys,
)
from backend.casework.reckoner.asking import No, Question, Rule, only
from backend.casework.rules.states import Effect
from backend.casework.texts.states import STATES
from backend.law.rules.reckoning import NotReckoned
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.reckoning import Asked, ReckonedStep, Reckoning

RULES: dict[CaseAct, Rule] = {
    **of_intake.RULES,
    **of_deciding.RULES,
    **of_execution.RULES,
    **of_changes.RULES,
    **of_complaints.RULES,
    **of_goods.RULES,
}
"""How acts are judged; of any other act the table of states alone is told."""
_OTHER = Rule("PROCEDURE b", "R", only())
_UNKNOWN = Text(
    vi="Hãy nêu trạng thái (state) và việc (act) của vụ việc.",
    en="Give a state of the case (state) and an act (act).",
)
_BY_STEP = Text(
    vi="Cưỡng chế từng bước (kê biên, khấu trừ, chưa có điều kiện thi hành …) chưa có trong hồ sơ vụ việc; thời hạn "
    "của từng bước hỏi ở loại «deadline», rule=D28, step=….",
    en="Enforcement step by step (seizure of property, deduction, no means yet …) is not part of a case yet; ask for "
    "the time limit of a step as a “deadline”, rule=D28, step=….",
)
_STEPS = ("enforcement.no_means", "enforcement.checked")
_PARTIAL = "partial"
"""Under execution of its confiscation and remedies alone."""


def reckon(facts: Mapping[str, str], book: str) -> Reckoning:
    """Return the state to which an act leads and what follows, or that it is refused and why."""

    def refused(text: Text) -> Reckoning:
        return Reckoning(
            asked=Asked.PROCEDURE, book=book, facts=dict(facts), result={}, refused=text
        )

    if facts.get("act") in _STEPS:
        return refused(_BY_STEP)
    try:
        question = _question(facts, book)
    except ValueError:
        return refused(_UNKNOWN)
    try:
        _answer(question)
    except NotReckoned as why:
        return refused(why.text)
    return Reckoning(
        asked=Asked.PROCEDURE,
        book=book,
        facts=dict(facts),
        result=question.result,
        steps=question.steps,
    )


def _question(facts: Mapping[str, str], book: str) -> Question:
    """Return the question; ValueError for a state or an act that does not exist."""
    named, act = facts.get("state", "").lower(), facts.get("act", "")
    goods = named if named in of_goods.STATES else ""
    if named == CaseState.WITH_CHAIR and act == CaseAct.CRIME_REFERRED:
        act = str(CaseAct.CHAIR_DECIDED)
        facts = {**facts, "outcome": of_deciding.CHAIR_REFERS}
    state = CaseState.EXECUTING if named == _PARTIAL else CaseState.DECISION_DUE
    return Question(
        facts=facts,
        book=book,
        act=CaseAct(of_goods.ACTS.get(act, act)),
        state=state if goods or named == _PARTIAL else CaseState(named),
        goods=goods,
    )


def _answer(question: Question) -> None:
    rule = RULES.get(question.act, _OTHER)
    if question.goods and question.act in of_goods.OF_GOODS:
        rule = of_goods.OF_GOODS[question.act]
        cell = None
    else:
        cell = states.step(question.state, question.act)
    if cell is not None and cell.effect is Effect.REFUSED:
        beside = rule.vain if isinstance(rule.vain, str) else rule.vain(question)
        where = STATES[question.state]
        text = Text(
            vi=f"Ở trạng thái «{where.vi}» không làm được việc này.",
            en=f"In the state “{where.en}” this cannot be done.",
        )
        _refuse(question, rule, No("+".join(filter(None, ("state", beside))), text))
        return
    if cell is not None:
        question.say(to=(cell.next or question.state).name)
    if why := rule.judge(question):
        no = why if isinstance(why, No) else No(whys.of(why.code), why.text)
        _refuse(question, rule, no)
        return
    if cell is not None:
        _leads(question, rule)


def _refuse(question: Question, rule: Rule, why: No) -> None:
    question.result = {"refused": "yes", "why": why.why}
    if why.text is not None:
        question.steps.append(
            ReckonedStep(text=why.text, article=rule.article, certainty=rule.certainty)
        )


def _leads(question: Question, rule: Rule) -> None:
    """Say from which state to which it leads, with the article."""
    after = question.result.get("to", "")
    words = STATES[CaseState[after]] if after in CaseState.__members__ else None
    before = STATES[question.state]
    text = (
        Text(vi=f"Từ «{before.vi}» sang «{words.vi}».", en=f"From “{before.en}” to “{words.en}”.")
        if words is not None and words != before
        else Text(vi=f"Vẫn ở «{before.vi}».", en=f"It stays “{before.en}”.")
    )
    question.steps.append(ReckonedStep(text=text, article=rule.article, certainty=rule.certainty))


__all__ = ["RULES", "Refuse", "reckon"]
