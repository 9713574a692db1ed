"""How an act of an inspection is declared: once, with everything that the rest derives from it. Pure.

The table of states, who may do what, what a guard is told and what is written are read from the declarations; nowhere
else stands a list of acts. The content of each is in schemas/fieldwork, by the same name on the wire.

There are two flows, told apart by the decision: the older one rules on submitted minutes, the newer one
(`minutes_flow: 2`) looks at a draft before the first signature and at a file after the submission. So an act has up to
two lives.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.steps import NOTED, Effect, Step
from backend.ledger.bounds.table import Line
from backend.ledger.handlers import Judgement
from schemas.fieldwork.words import ActType, InspectionState


class Face(StrEnum):
    """Where an act comes from."""

    PHONE = "phone"
    DESK = "desk"
    EITHER = "either"


class Who(StrEnum):
    """Whose act it is."""

    TEAM = "team"
    """The officers of the team."""
    HEAD = "head"
    """A supervisor of the inspection's unit or of one above it. Whether it is his own work, its guard asks."""
    OTHER_HEAD = "other_head"
    """The same, and nobody of the team, whatever the state."""
    ISSUER = "issuer"
    """The same; also who issued the decision, while he heads the unit, where he is on the team."""
    TEAM_OR_HEAD = "team_or_head"
    """The officers of the team; at the desk also such a supervisor."""


class Ask(StrEnum):
    """What a guard must be told (backend/fieldwork/rules/guard_context.py), gathered by
    backend/fieldwork/inspections/gathering.py."""

    OWNER_NAME = "owner_name"
    SUBMITTED = "submitted"
    SUBMISSION_AT = "submission_at"
    HEARD = "heard"
    DRAFT = "draft"
    SIGNED = "signed"
    PHOTOS_IN_FORCE = "photos_in_force"
    PHOTOS_HERE = "photos_here"
    MINUTES_KNOWN = "minutes_known"
    SET_ASIDE = "set_aside"
    ASKED = "asked"
    PAPERS_KNOWN = "papers_known"
    FILE = "file"
    SUPPLEMENT_OPEN = "supplement_open"
    STALE = "stale"
    HELD = "held"
    FINDING = "finding"
    PHOTO = "photo"
    MINUTES_FORM = "minutes_form"
    """Whether minutes satisfy their form, and its days and moments can be right."""
    PAPER = "paper"
    """Whether the paper is there and open. A number that may be used is used by this."""


class Written(StrEnum):
    """What the read tables say after an act (backend/fieldwork/inspections/fold.py and flow_fold.py)."""

    DECISION = "decision"
    OPENED = "opened"
    ANNOUNCED = "announced"
    DISCARDED = "discarded"
    WITHDRAWN = "withdrawn"
    PLACE = "place"
    PHOTO = "photo"
    PHOTO_OUT = "photo_out"
    CAPTION = "caption"
    MINUTES = "minutes"
    SIGNATURE = "signature"
    PAPER_WRITTEN = "paper_written"
    PAPER_SIGNED = "paper_signed"
    PAPER_NUMBERED = "paper_numbered"
    SUBMISSION = "submission"
    RULING = "ruling"
    QUARANTINE = "quarantine"
    WEIGHT = "weight"
    OWNER = "owner"
    DRAFT = "draft"
    DRAFT_RULING = "draft_ruling"
    SET_ASIDE = "set_aside"
    FILE_RULING = "file_ruling"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True)
class Move:
    """In any of these states it takes effect and leads to one; to None where the inspection stays where it is."""

    begins: Set[InspectionState | None]
    to: InspectionState | None = None


@dataclass(frozen=True)
class Without:
    """In any of these states it takes no effect: it is noted, held or refused."""

    states: Set[InspectionState | None]
    step: Step


def noted(*states: InspectionState) -> Without:
    """Accepted there, and nothing changes."""
    return Without(frozenset(states), NOTED)


def refused(code: str, *states: InspectionState) -> Without:
    """A step that may not happen there."""
    return Without(frozenset(states), refusal_of(code))


def held(code: str, *states: InspectionState) -> Without:
    """Evidence that is kept aside there."""
    return Without(frozenset(states), Step(Effect.HELD, None, code))


def refusal_of(code: str) -> Step:
    """A step that may not happen."""
    return Step(Effect.REFUSED, None, code)


@dataclass(frozen=True)
class Life:
    """What becomes of an act in each state, by one flow."""

    moves: tuple[Move, ...] = ()
    without: tuple[Without, ...] = ()
    otherwise: Step | None = None
    """In every state that no line names; None where the lines name all."""


ANYWHERE = frozenset(InspectionState)
STAYS = Life((Move(ANYWHERE),))
"""It takes effect in every state, and changes none."""


@dataclass(frozen=True)
class Ruled:
    """A ruling as the table of rulings has it."""

    kind: str = ""
    """Its name there, where that is another than the act's own without its group."""
    remarks: str | None = None
    """The key of the content that holds remarks."""
    status: str = ""
    """What the status of the file becomes by it."""


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act of an inspection."""

    wire: ActType
    """Its name on the wire: the key."""
    face: Face
    who: Who
    evidence: bool = False
    """What a person captured on site: kept whoever sent it and whenever, held where it has no place, never refused."""
    older: Life | None
    """None where the older flow does not know it."""
    newer: Life
    own_file: InspectionState | None = None
    """Where it leads by the newer flow when who issued the decision leads the team: his file needs no opinion."""
    once_taken: Mapping[InspectionState, InspectionState] = field(default_factory=dict)
    """By the older flow: where it leads from states that hold it, when it is in effect all the same. A supervisor
    admitted it, or it was taken under an older rule."""
    owned: bool = False
    """By the newer flow in force from one officer alone, the owner of the minutes; another's stand beside."""
    fault: Callable[[Any, GuardContext], str | None] | None = None
    """Why evidence is kept aside for what it says, as a quarantine code; asked again when what it lacked has come."""
    lasting: frozenset[str] = frozenset()
    """Faults that no supervisor's word removes, asked again when he admits it: what was missing may have come."""
    asks: tuple[Ask, ...] = ()
    """What fault and guard are told."""
    guard: Callable[[Any, Any, GuardContext], Judgement | None] | None = None
    """Asked of content, row and context once table and authority allow it: refuses, holds or only notes it. None: it
    takes effect as the table says."""
    newer_guard: Callable[[Any, Any, GuardContext], Judgement | None] | None = None
    """The same by the newer flow, where that asks otherwise."""
    by_the_system: bool = False
    """The system does it too, in the name of who made the act that it follows."""
    admits: bool = False
    """It puts a held act in effect."""
    joins_the_file: bool = False
    """After the submission it is part of the file that is ruled on."""
    ends_draft: bool | Callable[[Any, Any], bool] = False
    """Whether nobody need answer the draft any more; asked of content and row."""
    brings: Callable[[Any, UUID], UUID] | None = None
    """By which id others name what it brings, of its content and its own id: what was held for want of that is judged
    anew."""
    writes: Written
    ruled: Ruled | None = None
    """For rulings: what their table says."""
    bounds: tuple[Line, ...] = ()
    """From where to where its days, moments and numbers may lie."""

    @property
    def ruling(self) -> str:
        """Its name in the table of rulings. Raises TypeError where it is no ruling."""
        if self.ruled is None:
            raise TypeError(f"{self.wire} is no ruling")
        return self.ruled.kind or self.wire.partition(".")[2]

    def guard_of(
        self, *, newer: bool
    ) -> Callable[[Any, Any, GuardContext], Judgement | None] | None:
        """The guard of a flow."""
        return self.newer_guard if newer and self.newer_guard else self.guard
