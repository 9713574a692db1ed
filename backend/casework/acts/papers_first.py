"""Which papers an act of a case needs before it takes effect, as data printed for a lawyer. Pure.

The paper that the act enters is in force. If the act cannot easily be taken back, a second person
has compared what was signed by hand (backend/casework/rules/by_hand.py).
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
    """The case has a signed paper of one of these forms, or of any form if none is named."""

    def __init__(
        self,
        *forms: str,
        key: str = "document_id",
        asked_before: Callable[[Any, Facts, GuardContext], Refuse | None] | None = None,
        if_named: bool = False,
    ) -> None:
        self.forms, self.key, self.asked_before = forms, key, asked_before
        self.if_named = if_named
        """The act may do without a paper."""

    def objection(self, content: Any, facts: Facts, context: GuardContext) -> Refuse | None:
        """Return why the act may not take effect yet, or None; `asked_before` goes first."""
        if self.asked_before and (why := self.asked_before(content, facts, context)):
            return why
        if self.if_named and getattr(content, self.key) is None:
            return None
        return stands(facts, getattr(content, self.key), *self.forms)


class ComparedFirst(Protocol):
    """Papers signed by hand that the act waits for."""

    @property
    def papers(self) -> tuple[str, ...]:
        """Keys of the act's content, or `decision`, `minutes`, `hearing` of the case."""

    @property
    def when(self) -> When | None:
        """Acts in which it is asked; None: in all."""

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Return why the act has to wait, or None."""


class Compared:
    """A second person compared these papers, if they are signed by hand."""

    def __init__(self, *papers: str, when: When | None = None) -> None:
        self.papers, self.when = papers, when

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Return why the act has to wait, or None."""
        if self.when and not self.when(content, facts):
            return None
        return by_hand.unconfirmed(facts, *(_named(one, content, facts) for one in self.papers))


class NotSentBack(Compared):
    """Nobody sent the scan of these minutes back.

    Nothing is decided on minutes that nobody has seen signed.
    """

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Return why the act has to wait, or None."""
        return by_hand.sent_back(facts, *(_named(one, content, facts) for one in self.papers))


class Scanned(Compared):
    """The scan of the paper is there; it is more than printed."""

    def __init__(self, paper: str, form: str) -> None:
        super().__init__(paper)
        self.form = form

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Return why the act has to wait, or None."""
        paper = facts.papers.get(getattr(content, self.papers[0]))
        if paper is not None and paper.state == DocumentState.PRINTED:
            return refusal("case_paper_missing", form=self.form)
        return None


class AllCompared(Compared):
    """No paper of the case that is signed by hand waits for its comparison."""

    def objection(self, content: Any, facts: Facts) -> Refuse | None:
        """Return why the act has to wait, or None."""
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
