"""A question about the procedure: its facts as words, and the answer as it is put together.

Who may do what, where an act leads, and why not, is asked of the declarations of acts and of the same
rules that guards ask. Time limits are reckoned by the engine of the clocks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from backend.casework.acts.index import ACTS
from backend.casework.reckoner import whys
from backend.law.deadlines import service as deadlines
from backend.law.rules.reckoning import NotReckoned
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.reckoning import Certainty, ReckonedStep, Reckoning


class No(NamedTuple):
    """Why not, in a word of the cases, and in a sentence unless the steps say it."""

    why: str
    text: Text | None = None


Judging = Callable[["Question"], "Refuse | No | None"]
"""Adds what follows to the question's answer; returns why the act is refused, or None."""


class Rule(NamedTuple):
    """How an act is judged, with its article and how sure that is."""

    article: str
    certainty: Certainty
    judge: Judging
    vain: Callable[["Question"], str] | str = ""
    """A reason beside the state where the table of states refuses the act."""


@dataclass
class Question:
    """The facts of a question, and its answer so far."""

    facts: Mapping[str, str]
    book: str
    act: CaseAct
    state: CaseState
    goods: str = ""
    """The state of the goods that the question is about, if it is about goods."""
    result: dict[str, str] = field(default_factory=dict)
    steps: list[ReckonedStep] = field(default_factory=list)

    def text(self, name: str, default: str = "") -> str:
        """Return a fact, or what it is if nobody says."""
        return self.facts.get(name, default)

    def yes(self, name: str, default: str = "no") -> bool:
        """Tell whether a fact holds."""
        return self.text(name, default) == "yes"

    def listed(self, name: str) -> list[str]:
        """Return a fact that joins several with `+`."""
        return [one for one in self.text(name).split("+") if one]

    def day(self, name: str) -> date | None:
        """Return a day; None if nobody gives it. Raises NotReckoned."""
        said = self.facts.get(name)
        if said is None or said == "none":
            return None
        try:
            return date.fromisoformat(said)
        except ValueError as error:
            raise NotReckoned(
                Text(vi=f"«{said}» không phải là một ngày.", en=f"“{said}” is no day.")
            ) from error

    def number(self, name: str) -> int | None:
        """Return a whole number; None if nobody gives it. Raises NotReckoned."""
        said = self.facts.get(name)
        if said is None:
            return None
        if not said.isdecimal():
            raise NotReckoned(
                Text(vi=f"«{said}» không phải là một số.", en=f"“{said}” is no number.")
            )
        return int(said)

    def need(self, name: str) -> date:
        """Return a day that the answer needs. Raises NotReckoned."""
        if (found := self.day(name)) is None:
            raise NotReckoned(
                Text(vi=f"Hãy nêu thêm ngày {name}.", en=f"Give the day {name} as well.")
            )
        return found

    def say(self, **said: str) -> None:
        """Add results."""
        self.result |= said

    @staticmethod
    def why_of(fault: Refuse) -> str:
        """Return the word of the cases for a refusal of the one door."""
        return whys.of(fault.code)

    def form(self) -> None:
        """Add the form of the paper that the act enters."""
        declared = ACTS[self.act]
        needed = [*(declared.paper.forms if declared.paper else ())]
        needed += [form for one in declared.takes for form in one.forms]
        if needed:
            self.say(form=needed[0])

    def last_day(self, rule: str, start: date, *given: str, **more: str) -> date:
        """Reckon a time limit, with its steps, and return its last day. Raises NotReckoned."""
        found = self.reckon(rule, start, *given, **more)
        return date.fromisoformat(found["last_day"])

    def reckon(self, rule: str, start: date, *given: str, **more: str) -> dict[str, str]:
        """Reckon a time limit, with its steps. Raises NotReckoned."""
        answers: dict[str, object] = {**dict.fromkeys(given, True), **more}
        found = deadlines.reckon(rule, start, answers, book=self.book)
        self.steps += found.steps
        return dict(found.result)

    def clock(self, rule: str, start: date, *given: str, **more: str) -> date:
        """Say that a clock runs, from when and until when. Raises NotReckoned."""
        found = self.reckon(rule, start, *given, **more)
        self.say(clock=rule, clock_start=start.isoformat())
        self.say(**{one: found[one] for one in ("last_day", "length") if one in found})
        return date.fromisoformat(found["last_day"])

    def take(self, other: Reckoning) -> No | None:
        """Take the answer of another kind of question in; return why not. Raises NotReckoned."""
        if other.refused is not None:
            raise NotReckoned(other.refused)
        self.steps += other.steps
        return No(other.result.get("why", "refused")) if other.result.get("may") == "no" else None


def only(**said: str) -> Judging:
    """Return a judgement that never refuses, and says these results and the form of the act."""

    def judge(question: Question) -> None:
        question.form()
        question.say(**said)

    return judge
