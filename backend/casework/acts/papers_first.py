"""Which papers an act of a case needs before it takes effect, as data: pure, and printed for a lawyer.

A paper stands that the act enters; what is signed by hand was compared by a second person, where what the act does
cannot be taken back easily (backend/casework/rules/by_hand.py).
"""

from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

from backend.casework.rules import by_hand
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.words import DocumentState

When = Callable[[Any, Facts], bool]


class Stands:
    """A paper of one of these forms, of any where none is named, stands signed in the case."""

    def __init__(
        self,
        *forms: str,
        key: str = "document_id",
        asked_before: Callable[[Any, Facts, GuardContext], Refuse | None] | None = None,
    ) -> None:
        self.forms, self.key, self.asked_before = forms, key, asked_before

    def objection(self, content: Any, facts: Facts, context: GuardContext) -> Refuse | None:
        """Why the act may not take effect yet; `asked_before` is told first."""
        if self.asked_before and (why := self.asked_before(content, facts, context)):
            return why
        return stands(facts, getattr(content, self.key), *self.forms)


class ComparedFirst(Protocol):
    """Papers signed by hand that the act waits for."""

    @property
    def papers(self) -> tuple[str, ...]:
        """Keys of the act's content, or `decision`, `minutes`, `hearing` of the case."""

    @property
    def when(self) -> When | None:
        """In which acts it is asked; None in all."""

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Why the act has to wait."""


class Compared:
    """A second person compared these papers, where they are signed by hand."""

    def __init__(self, *papers: str, when: When | None = None) -> None:
        self.papers, self.when = papers, when

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Why the act has to wait."""
        if self.when and not self.when(content, facts):
            return None
        return by_hand.unconfirmed(facts, *(_named(one, content, facts) for one in self.papers))


class NotSentBack(Compared):
    """Nobody sent the scan of these minutes back: there is no decision on minutes that nobody has seen signed."""

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Why the act has to wait."""
        return by_hand.sent_back(facts, *(_named(one, content, facts) for one in self.papers))


class Scanned(Compared):
    """The paper is more than printed: its scan came."""

    def __init__(self, paper: str, form: str) -> None:
        super().__init__(paper)
        self.form = form

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Why the act has to wait."""
        paper = facts.papers.get(getattr(content, self.papers[0]))
        if paper is not None and paper.state == DocumentState.PRINTED:
            return refusal("case_paper_missing", form=self.form)
        return None


class AllCompared(Compared):
    """No paper of the case that is signed by hand waits any more."""

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Why the act has to wait."""
        del content
        numbers = ", ".join(by_hand.still_open(facts))
        return refusal("case_by_hand_open", numbers=numbers) if numbers else None


def _named(name: str, content: Any, facts: Facts) -> UUID | None:
    match name:
        case "decision":
            return facts.decision_id
        case "minutes":
            return facts.recorded.document_id if facts.recorded else None
        case "hearing":
            return facts.explanations[-1].document_id if facts.explanations else None
        case _:
            found: UUID | None = getattr(content, name)
            return found
