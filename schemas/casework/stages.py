"""The stages of a case by law, as a line: what is done and when, where it stands, what lies ahead."""

from datetime import date
from enum import StrEnum
from typing import Literal

from schemas.casework.words import CaseAct, CaseState
from schemas.core.base import Wire


class StageName(StrEnum):
    """A stage of a case, in the order of the law."""

    BEGINNING = "beginning"
    """How it began: a proposal, an item of a plan, an inspection, another body's file."""
    INSPECTION = "inspection"
    MINUTES = "minutes"
    """Violation minutes (Law on Handling Administrative Violations Art 58)."""
    EXPLANATION = "explanation"
    """Only where the law gives the right to explain (Art 61)."""
    DECISION = "decision"
    DELIVERY = "delivery"
    """The decision reaches the party (Art 70)."""
    EXECUTION = "execution"
    ENDING = "ending"
    """It left the way to a decision that is carried out: closed, passed on, referred, annulled."""
    ARCHIVE = "archive"
    """The file is closed and kept (Circular 27/2020 Art 26)."""


class Stage(Wire):
    """One stage of a case."""

    name: StageName
    standing: Literal["done", "now", "ahead"]
    on: date | None = None
    """The day on which it was done, in Vietnam. None if it is not done, or older entries do not say when."""
    state: CaseState | None = None
    """The state in whose words it is told, where the name of the stage alone does not say what happened."""
    begun: CaseAct | None = None
    """Of the beginning: the first act."""
    if_violation: bool = False
    """It comes only if a violation is found, which is not known yet."""
