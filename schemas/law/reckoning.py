"""A question to the law book without any case, and its answer.

The same answer is printed by the command line, shown at the desk and compared with a lawyer's own
cases, so it is made of few parts: results by name, and steps that a lawyer can follow.
"""

from enum import StrEnum
from typing import Literal

import msgspec

from schemas.core.base import Wire
from schemas.core.problems import Text

Certainty = Literal["R", "R2", "M", "U"]
"""How sure a statement of law is: read in the act; read in a page that restates it; from memory of
it; uncertain or open. Shown to legal officers and auditors, never on an officer's form."""


class Asked(StrEnum):
    """What the reckoner answers."""

    DEADLINE = "deadline"
    """The end of one time limit."""
    SANCTION = "sanction"
    """Band, amount, additional penalties and remedies of one behaviour."""
    COMPETENCE = "competence"
    """Whether a title may take a decision, and who may."""
    EXPLAIN = "explain"
    """Whether the party has the right to explain (Law on Handling Administrative Violations Art 61)."""
    EXECUTION = "execution"
    """Interest, instalments, postponement, and what else follows from a decision."""
    PROCEDURE = "procedure"
    """Whether an act is allowed in a state of a case, and where it leads."""


class ReckonedStep(Wire):
    """One step of an answer: a sentence with its numbers, its article, and how sure that is.

    `doubt` says what is open about it, and which reading was taken.
    """

    text: Text
    article: str
    certainty: Certainty
    doubt: Text | None = None


class Reckoning(Wire):
    """An answer of the reckoner.

    `facts` are those that were given, as they were understood. `result` has the names that a
    lawyer's cases expect: `last_day`, `band`, `may` … ; days are ISO days of Vietnam, money whole
    đồng, lists are joined with `+`, yes and no are words.
    """

    asked: Asked
    book: str
    facts: dict[str, str]
    result: dict[str, str]
    steps: list[ReckonedStep] = msgspec.field(default_factory=list)
    applied: bool = True
    """False: no act of a case asks this yet. It only answers."""
    refused: Text | None = None
    """Why it cannot be answered with these facts, and what to give. Then there is no result."""
