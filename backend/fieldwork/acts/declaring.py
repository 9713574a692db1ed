"""How an act of an inspection is declared. Pure.

Each act is declared once. The table of states, the authority to act, the guard context and the
writes of the fold are all derived from the declarations; no other module keeps a list of acts. The
content of each act is a struct in schemas/fieldwork under the same name on the wire.

There are two flows, and the decision says which one an inspection follows. In the older flow a
supervisor rules on submitted minutes. In the newer one (`minutes_flow: 2`) a supervisor looks at a
draft before the first signature, and at a file after the submission. A declaration therefore holds
up to two `Life` values.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.rules.steps import NOTED, Effect, Step
from backend.ledger.bounds.table import Line
from backend.ledger.handlers import Judgement
from schemas.fieldwork.words import ActType, InspectionState


class Face(StrEnum):
    """Which of the two clients sends an act."""

    PHONE = "phone"
    DESK = "desk"
    EITHER = "either"


class Who(StrEnum):
    """Whose act it is."""

    TEAM = "team"
    """The officers of the team."""
    HEAD = "head"
    """A supervisor of the inspection's unit or of a unit above it.

    The act's guard checks separately that it is not the supervisor's own work."""
    OTHER_HEAD = "other_head"
    """As HEAD, but never a member of the team."""
    OTHER_HEAD_OR_LEGAL = "other_head_or_legal"
    """As OTHER_HEAD, or a legal officer of the unit or above: returning is a right of its own."""
    ISSUER = "issuer"
    """As OTHER_HEAD; but the issuer of the decision may do it as a member of the team too, while
    still a supervisor of the unit or of one above it."""
    TEAM_OR_HEAD = "team_or_head"
    """The officers of the team; at the desk also a supervisor as in HEAD."""
    OFFICE = "office"
    """Officers at the desk of the paper's unit or above it, as the paper's own rules say."""
    MAKER = "maker"
    """The officer who made the paper, also one who has left the team since; judged with the paper."""


class Ask(StrEnum):
    """A part of the guard context (backend/fieldwork/rules/guard_context.py) that an act needs.

    backend/fieldwork/inspections/gathering.py reads each part from the database.
    """

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
    FILED = "filed"
    """Whether the filed document that the act names exists, and at this inspection."""
    MINUTES_FORM = "minutes_form"
    """Whether minutes satisfy their form, and their dates and times are within bounds."""
    SITE_FILE = "site_file"
    """Whether a file of a paper made on site may be entered."""
    RELATION = "relation"
    """Whether the officer has the party's identity number, or its name."""
    PAPER = "paper"
    """Whether the paper exists and is open. For `document.numbered` and `minutes.numbered`, gathering
    this also uses the number up, if it may be used."""


class Written(StrEnum):
    """What an act writes into the read tables.

    The functions are in backend/fieldwork/inspections: fold.py and the modules whose names end so.
    """

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
    MINUTES_NUMBERED = "minutes_numbered"
    FILED = "filed"
    STRUCK = "struck"
    SUBMISSION = "submission"
    RULING = "ruling"
    QUARANTINE = "quarantine"
    WEIGHT = "weight"
    OWNER = "owner"
    DRAFT = "draft"
    DRAFT_RULING = "draft_ruling"
    DESK_PAPER = "desk_paper"
    PROPOSAL = "proposal"
    AMENDED = "amended"
    EXTENDED = "extended"
    HANDED_OVER = "handed_over"
    HAND_SIGNED = "hand_signed"
    HAND_MATCHED = "hand_matched"
    SET_ASIDE = "set_aside"
    FILE_RULING = "file_ruling"
    SUPPLEMENT = "supplement"
    SITE_FILE = "site_file"
    RELATION = "relation"


@dataclass(frozen=True)
class Move:
    """The act takes effect in any of the states `begins` and leads to `to`.

    `to` is None if the act does not change the state.
    """

    begins: Set[InspectionState | None]
    to: InspectionState | None = None


@dataclass(frozen=True)
class Without:
    """The act takes no effect in any of these states: it is noted, held or refused."""

    states: Set[InspectionState | None]
    step: Step


def noted(*states: InspectionState) -> Without:
    """In these states the act is accepted but changes nothing."""
    return Without(frozenset(states), NOTED)


def refused(code: str, *states: InspectionState) -> Without:
    """In these states the act is refused with this code."""
    return Without(frozenset(states), refusal_of(code))


def held(code: str, *states: InspectionState) -> Without:
    """In these states the act, which is evidence, is kept in quarantine under this code."""
    return Without(frozenset(states), Step(Effect.HELD, None, code))


def refusal_of(code: str) -> Step:
    """The table cell of an act that is refused with this code."""
    return Step(Effect.REFUSED, None, code)


@dataclass(frozen=True)
class Life:
    """The effect of an act in each state, in one of the two flows."""

    moves: tuple[Move, ...] = ()
    without: tuple[Without, ...] = ()
    otherwise: Step | None = None
    """The effect in every state that no line names; None if the lines name all states."""


ANYWHERE = frozenset(InspectionState)
STAYS = Life((Move(ANYWHERE),))
"""The act takes effect in every state and never changes the state."""


@dataclass(frozen=True)
class Ruled:
    """How a ruling is stored in the table of rulings."""

    kind: str = ""
    """Its `kind` in that table; empty for the act's own name without its group (`file.agreed`:
    `agreed`)."""
    remarks: str | None = None
    """The key of the content that holds remarks."""
    status: str = ""
    """The status that the ruling gives the file; empty if it is not a ruling on a file."""


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act of an inspection."""

    wire: ActType
    """The act's name on the wire, and its key in `index.ACTS`."""
    face: Face
    who: Who
    evidence: bool = False
    """Whether the act records what a person captured on site. Evidence is never refused: it is kept
    whichever officer sent it and at whatever time, in quarantine if it cannot take effect."""
    older: Life | None
    """None if the older flow does not have this act."""
    newer: Life
    own_file: InspectionState | None = None
    """The state it leads to in the newer flow if the issuer of the decision also leads the team.
    The file of such a team needs no supervisor's opinion."""
    once_taken: Mapping[InspectionState, InspectionState] = field(default_factory=dict)
    """Older flow: the state that the act leads to from states whose cell says HELD, if it took
    effect nevertheless. That happens if a supervisor admitted it, or if an earlier rule accepted
    it."""
    owned: bool = False
    """Whether, in the newer flow, the act takes effect only if the owner of the minutes made it.
    Another officer's is held and shown as minutes beside."""
    fault: Callable[[Any, GuardContext], str | None] | None = None
    """For evidence: returns the quarantine code if the content keeps it from taking effect. It is
    called again when what the act lacked has arrived."""
    lasting: frozenset[str] = frozenset()
    """Faults that a supervisor cannot overrule. They are checked again when a supervisor admits the
    act, because what was missing may have arrived since."""
    asks: tuple[Ask, ...] = ()
    """The parts of the guard context that `fault` and the guards need."""
    guard: Callable[[Any, LockedInspection, GuardContext], Judgement | None] | None = None
    """Called with content, row and context after table and authority have allowed the act. It may
    refuse it, hold it or only note it; None means that the act takes effect as the table says."""
    newer_guard: Callable[[Any, LockedInspection, GuardContext], Judgement | None] | None = None
    """The guard in the newer flow, if it differs from `guard`."""
    by_the_system: bool = False
    """Whether the system may also make this act, in the name of the officer whose act caused it."""
    admits: bool = False
    """Whether the act puts a held act into effect."""
    of_desk_paper: bool = False
    """Whether it is about a paper of the desk, which may exist before the inspection does. Its row is
    then judged instead of the inspection's."""
    of_hand_signed: bool = False
    """Whether it is about a decision signed by hand from which the team began on site."""
    changes_decision: bool = False
    """Whether it changes the decision by a paper of its own, or ends it: judged beside its guard."""
    joins_the_file: bool = False
    """Whether the act becomes part of the file, on which a supervisor rules, if it comes after the
    submission."""
    ends_draft: bool | Callable[[Any, LockedInspection], bool] = False
    """Whether the draft needs no answer after this act; a function is given content and row."""
    brings: Callable[[Any, UUID], UUID] | None = None
    """Computes, from the content and the act's id, the id by which other acts refer to what this
    act brings. Acts that were held because that was missing are then judged again."""
    writes: Written
    ruled: Ruled | None = None
    """For rulings: how they are stored in the table of rulings."""
    bounds: tuple[Line, ...] = ()
    """The bounds within which the act's dates, times and numbers must lie."""

    exceptional: Callable[[Any], tuple[str, str] | None] | None = None
    """Whether the act is on the list of exceptions, by its content: the kind there and the reason.

    The kinds are those of schemas.casework.exceptions, which the list itself reads.
    """
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Places in the content that nobody types, with where their values come from."""

    @property
    def ruling(self) -> str:
        """Its `kind` in the table of rulings. Raises TypeError if the act is not a ruling."""
        if self.ruled is None:
            raise TypeError(f"{self.wire} is no ruling")
        return self.ruled.kind or self.wire.partition(".")[2]

    def guard_of(
        self, *, newer: bool
    ) -> Callable[[Any, LockedInspection, GuardContext], Judgement | None] | None:
        """Return the guard of the newer or of the older flow."""
        return self.newer_guard if newer and self.newer_guard else self.guard
