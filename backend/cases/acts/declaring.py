"""How an act of a case is declared: once, with everything that the rest derives from it. Pure.

The table of states, who may do what, which papers come first, what guards are told and what the clocks run by are read
from the declarations; nowhere else stands a list of acts.
"""

from collections.abc import Callable, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from backend.cases.facts import Event, Facts
from backend.cases.states import Effect
from schemas.case_words import CaseAct, CaseState


class Who(StrEnum):
    """Whose act it is, in the unit of the case."""

    WORKER = "worker"
    """The officers of the case, and the heads of its unit and its team."""
    TITLE = "title"
    """Theirs as well, as far as the competence of the signer's title reaches."""
    HEAD = "head"
    """Whoever has the authority (người có thẩm quyền), in his unit and below."""
    SYSTEM = "system"
    """Written when the case's inspection did it, by nobody else."""


class Also(StrEnum):
    """Who does it beside them."""

    CLERK = "clerk"
    """The clerk of the unit or of one above it: he keeps the registers, and what is signed by hand passes his hands."""
    SIGNER = "signer"
    """The signer of the decision about another that the act enters (Decree 118/2021 Art 13.2)."""
    MINUTES_MAKER = "minutes_maker"
    """After the minutes their maker, and whoever leads in the unit (Law Art 59.1)."""
    JANITOR = "janitor"
    """The job that tidies up once the year is over."""


@dataclass(frozen=True)
class Move:
    """From any of these states to one; to None where the case stays where it is. None among them: no case yet."""

    begins: Set[CaseState | None]
    to: CaseState | None = None


@dataclass(frozen=True)
class Decision:
    """Something that only the holder of the power decides."""

    papers: frozenset[str] = frozenset()
    """Forms that state it: one that such a head signed is entered by anybody who has the role."""
    form: str = "MQĐ02"
    """A form of the kind of delegation under which a deputy decides it."""


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act of a case."""

    wire: CaseAct
    """Its name on the wire: the key, as one struct of content may serve several acts."""
    who: Who
    also: tuple[Also, ...] = ()
    moves: tuple[Move, ...]
    otherwise: Effect = Effect.REFUSED
    """What becomes of it in every other state of a case."""
    leads_to: Callable[[Facts, Any], CaseState | None] | None = None
    """Where its content or the case chooses the next state: that state, None where the move says it."""
    decides: Decision | Callable[[Any, Facts], Decision | None] | None = None
    """What it decides; None where it only arranges, or enters a paper that was judged when it was signed."""
    binds: bool = False
    """It approves or decides, so that a one-time code is asked for before it (practice B4)."""
    carries_out: bool | Callable[[Any], bool] = False
    """It carries a decision out: the decision has to be in force."""
    fold: Callable[[Any, Facts, Event], None] | None = None
    """What it leaves behind in the facts beside the state; nothing for most."""

    @property
    def binding(self) -> bool:
        """Whether it approves or decides at all."""
        return self.binds or isinstance(self.decides, Decision)
