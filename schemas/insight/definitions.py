"""Definitions of figures: dated data that the legal department signs, and reports name by code."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.insight.figures import CountedEvent, CountedParty

Detail = Annotated[str, Meta(min_length=1, max_length=60)]
"""One detail of an event; one that ends with `*` is every detail that begins so."""


class Term(Wire, kw_only=True):
    """What one event adds to a figure."""

    event: CountedEvent
    details: list[Detail] = field(default_factory=list)
    """Those that count; empty is all."""
    parties: list[CountedParty] = field(default_factory=list)
    measure: Literal["counted", "amount"] = "counted"
    part: Literal["all", "standing", "annulled"] = "all"
    """`annulled`: those that stand no more. `all` counts them too: they are shown apart."""
    sign: Literal[1, -1] = 1


class FigureDefinition(Wire, kw_only=True):
    """One figure: what it says, and from which events it is summed."""

    code: Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{2,39}$")]
    group: str
    name: Text
    definition: Text
    day: Text
    """By which day it is counted."""
    kind: Literal["sum", "stock", "average", "distinct", "stated"] = "sum"
    """`sum`: over the period. `stock`: from the beginning to the period's end. `average`: of the amounts by the counts.
    `distinct`: parties, each once. `stated`: nothing in the system tells it; the report's author writes it."""
    unit: Literal["count", "vnd", "days"] = "count"
    terms: list[Term] = field(default_factory=list)
    note: Text | None = None
    """What is left out, or how a doubt was decided."""
    source: Text | None = None
    """Where it is from, if not as its group says."""
    certainty: Literal["R", "R2", "M", "U"]
    """R read in the act itself, R2 restated, M from memory, U not found (law/PROCEDURE.md)."""
    valid_from: date
    valid_to: date | None = None
    """First day on which it is no longer in force."""


class FigureGroup(Wire, kw_only=True):
    """Figures that belong together, and their source."""

    id: str
    label: Text
    source: Text


class Definitions(Wire, kw_only=True):
    """The whole file."""

    groups: list[FigureGroup]
    figures: list[FigureDefinition]
