"""What the search answers: which kinds of record it finds, each hit with the marks of what matched, counts."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text


class Sought(StrEnum):
    """What is looked for, in the order in which groups are shown."""

    CASE = "case"
    INSPECTION = "inspection"
    INFORMATION = "information"
    PAPER = "paper"
    """A paper of a case."""
    SUBMISSION = "submission"
    """A submission for approval: what was commented and answered on what was submitted."""
    PLAN = "plan"
    REPORT = "report"
    PARTY = "party"
    PERSON = "person"
    BEHAVIOUR = "behaviour"


class TextKind(StrEnum):
    """What a text of a record is, as a hit says where the words were found."""

    NUMBER = "number"
    PARTY = "party"
    IDENTIFIER = "identifier"
    """Tax code, registration, identity or telephone number of the inspected party."""
    ADDRESS = "address"
    GOODS = "goods"
    BEHAVIOUR = "behaviour"
    SUMMARY = "summary"
    MINUTES = "minutes"
    PAPER = "paper"
    COMMENT = "comment"
    CAPTION = "caption"
    EXPLANATION = "explanation"
    FILED = "filed"
    """Title, number or sender of a document that was filed."""
    TITLE = "title"


class Piece(Wire):
    """A piece of a text, and whether it is what was looked for."""

    text: str
    hit: bool


class Hit(Wire):
    """One record that was found."""

    kind: Sought
    id: UUID | None
    """None for a behaviour, which its code names."""
    code: str | None
    """Of a behaviour."""
    name: list[Piece]
    number: list[Piece]
    """Empty where it has none."""
    where: list[Piece]
    """Its address; of a person the unit's name."""
    why: TextKind | None
    """In which text the words stand that are in none of these."""
    excerpt: list[Piece]
    state: str | None
    at: datetime | None
    """When it began; None for what has no such day."""
    unit: Text | None
    form: str | None
    """Of a paper."""


class Group(Wire):
    """The first hits of one kind."""

    kind: Sought
    hits: list[Hit]
    more: bool
    """There are others."""


class Found(Wire):
    """What was found as somebody typed."""

    groups: list[Group]
    behind: int
    """Seconds by which the words of records lag; 0 if that is less than a minute."""


class Results(Wire):
    """A page of one kind of record."""

    hits: list[Hit]
    count: int | None
    """All of them, exact up to MOST_COUNTED, then one more than that; None on pages behind the first."""
    next: str | None
    behind: int
    looser: bool
    """Nothing had these words whole, so each may be the beginning of a longer one."""


MOST_COUNTED = 10_000
"""So many hits are counted; a page says "more than" beyond."""
