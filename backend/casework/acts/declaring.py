"""How an act of a case is declared: once, with everything that the rest derives from it. Pure.

The table of states, who may do what, which papers come first, what guards are told and what the clocks run by are read
from the declarations; nowhere else stands a list of acts.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from backend.casework.acts.clock_facts import Happened, SoFar, Undone
from backend.casework.acts.papers_first import ComparedFirst, Stands
from backend.casework.rules.facts import Event, Facts, Granted, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.prefilled import Values, paper_alone
from backend.casework.rules.signed import Beside, Difference
from backend.casework.rules.states import Effect
from backend.casework.rules.violators import Violator
from backend.ledger.bounds.edges import Value
from backend.ledger.bounds.table import Line
from backend.ledger.handlers import Refuse
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.views import CaseView, PaperView
from schemas.casework.words import CaseAct, CaseState
from schemas.law.catalogue import Violation
from schemas.law.deadlines import Fact


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


class Ask(StrEnum):
    """What a guard must be told from outside the case (backend/casework/rules/guard_context.py), gathered by
    backend/casework/cases/law.py."""

    HELD_INSPECTION = "held_inspection"
    """Nothing: but no other act takes the same inspection until the transaction ends."""
    SAME_VIOLATOR = "same_violator"
    INSPECTION = "inspection"
    PLANNED_SAME = "planned_same"
    SCAN = "scan"
    RIGHTS = "rights"
    SMALL_UNIT = "small_unit"
    TIME = "time"
    """Which times are over, as the clocks of the case have them."""
    TIME_TO_DECIDE = "time_to_decide"
    """The same, with the longer time to decide where the file passed on."""
    MINUTES_ON_SITE = "minutes_on_site"
    FOUND_ON_SITE = "found_on_site"
    FORM_AGE = "form_age"
    SEIZURES_ON_SITE = "seizures_on_site"
    DIFFERENCES = "differences"
    """Where the act says otherwise than the paper that it names."""
    DIFFERENCES_BY_CATALOGUE = "differences_by_catalogue"
    """The same, of behaviours also by what the catalogue says of them."""
    HEARING_OF_ACT = "hearing_of_act"
    VERSIONS = "versions"
    HEARING = "hearing"
    TIME_TO_ASK = "time_to_ask"
    FIELDS = "fields"
    """Whether the fields of a paper satisfy its form, the bounds and the law."""
    INSTALMENTS = "instalments"
    SEIZURE_DAYS = "seizure_days"
    EXTENSION_DAYS = "extension_days"
    DELIVERY_DAYS = "delivery_days"
    SANCTION = "sanction"
    """The reckoning done anew, its statute, its competence, its differences."""
    UNVERIFIED = "unverified"
    STATUTE = "statute"
    COMPETENCE = "competence"
    SIGNING = "signing"
    EXTENSION = "extension"
    ADOPTED = "adopted"
    HELD_NUMBER = "held_number"
    FINE_DUE = "fine_due"
    NUMBERS_WAITING = "numbers_waiting"
    FORM_KNOWN = "form_known"


class Written(StrEnum):
    """What the table of papers says after an act (backend/casework/cases/writing.py)."""

    DRAFT = "draft"
    STATE = "state"
    ISSUED = "issued"
    PRINTED = "printed"
    SCANNED = "scanned"
    COMPARED = "compared"
    ADOPTED = "adopted"
    DELIVERED = "delivered"
    DISCARDED = "discarded"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    NUMBER_VOIDED = "number_voided"


class Completed(StrEnum):
    """What follows from what was typed of an act, or from its papers, so that nobody types it
    (backend/casework/drafting/completing.py)."""

    BEHAVIOURS = "behaviours"
    """Wording and provision of each behaviour, and the right to explain."""
    INSPECTION = "inspection"
    """The number of the decision of the inspection that was chosen."""
    GOODS = "goods"
    """The rows of the seizure minutes that the page does not show."""
    MEASURE = "measure"
    """The measure in the words of the decision."""
    AMENDMENT = "amendment"
    """What the amending decision makes of the amended one."""
    VIOLATOR = "violator"
    """Whom the minutes of verification name."""
    EFFECTS = "effects"
    """What a cancelled paper granted and amended ends with it."""


class Unusual(NamedTuple):
    """An exception that an act may be, where it gives this reason: it is listed, and checked where its kind asks so."""

    kind: ExceptionKind
    reason: str | Callable[[Any], str | None]
    """The key of the content that gives the reason, or what tells it; no reason, no exception."""

    def of(self, content: Any) -> str | None:
        """The reason that this act gives."""
        if callable(self.reason):
            return self.reason(content)
        found: str | None = getattr(content, self.reason, None)
        return found


SELF_SIGNED = (Unusual(ExceptionKind.SELF_SIGNED, "alone"),)
SAME_HAND = (Unusual(ExceptionKind.SAME_HAND, "alone"),)
DECIDED_BESIDE = (
    Unusual(ExceptionKind.DECIDED_TWICE, "twice"),
    Unusual(ExceptionKind.GAIN_KEPT, "gain_kept"),
)
"""What a decision says of itself beside its paper."""


class Change(NamedTuple):
    """A paper that another changes."""

    paper: UUID | None
    by: UUID


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
    line: Mapping[CaseState, int] = field(default_factory=dict)
    """Its place among the next steps of a state, the likeliest at 1; elsewhere it is one of the others."""
    leads_alone: Callable[[CaseView, date], bool] | None = None
    """When it is the only next step, whatever the state."""
    offered: Callable[[CaseView, date], bool] | None = None
    """Whether this very case has something for it; where nothing is said, what carries a decision out is offered while
    that is in force, and everything else always."""
    on_its_page: bool = False
    """Done where its paper is edited, one click from the list of papers: no step of its own."""
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
    names_officers: bool = False
    """It says who works on the case."""
    touches: Callable[[Any, Facts], list[UUID]] | None = None
    """The goods whose rows it changes."""
    begins_paper: bool = False
    """A paper may begin with it, under an id that a page or a client chose."""
    begins_goods: Callable[[Any], list[UUID]] | None = None
    """Ids of exhibits that begin with it, chosen so too."""
    writes: Written | None = None
    verifies: bool = False
    """It orders verification: what that comes to stands in minutes of its own (MBB05)."""
    relies_on_papers: bool = True
    """Whether it leans on the papers that it names: a printed one is not given up any more. What makes a paper does
    not; of its delivery see giving_up.py."""
    signs: bool = False
    """It issues a paper: the form says who may."""
    needs_head: Callable[[Any, Facts, UUID], bool] | None = None
    """Where an officer's act is the head's, for what this one says and who does it."""
    changes: Callable[[Any, Facts], Change] | None = None
    """A decision about another that it enters: its signer is compared with that of the other."""
    compared_first: tuple[ComparedFirst, ...] = ()
    """Papers signed by hand that it waits for."""
    paper: Stands | None = None
    """The paper that it enters."""
    takes: tuple[Needed, ...] = ()
    """Papers that it takes beside that one, or instead; its guard knows when."""
    ground: tuple[str, ...] = ()
    """Forms of the papers that say already what it records, the nearest first."""
    said_by_ground: Callable[[PaperView, CaseView, Iterable[Violation]], Values] = paper_alone
    """What the paper that is its ground says of it, so that it stands in the form at first."""
    held_by_ground: Callable[[dict[str, Any]], Iterable[str]] | None = None
    """Its fields that the paper says: nobody types over them."""
    said_by_case: Callable[[CaseView], Values] | None = None
    """What the case says of it, where it has no such paper."""
    about_decision: bool = False
    """It is about the decision on the violation, which nobody chooses."""
    completed: Completed | None = None
    """What follows from what was typed, or from its papers."""
    asks: tuple[Ask, ...] = ()
    """What its guard is told from outside the case."""
    guard: Callable[[Any, Any, GuardContext], Refuse | None] | None = None
    """Why it may not take effect; asked once table, papers and comparison allow it."""
    details: Callable[[Any, SoFar], dict[str, Any]] | None = None
    """What the rules of time limits may ask about it; nothing where they only wait for it."""
    happened_at: str | None = None
    """The key of its content that says when it took effect, where it is none of the usual ones."""
    tells: Callable[[Happened, SoFar], list[Fact]] | None = None
    """The facts that the clocks run by, where they are others than the act itself with its details."""
    grants: Callable[[Any], Granted] | None = None
    """What it grants on the strength of its paper."""
    undone: Callable[[Any, Undone], bool] | None = None
    """Whether a cancelled paper took it along: the clocks run as if it had not been."""
    made_by: Callable[[Any], str] | None = None
    """The title of the maker of the paper that it issues."""
    against: Callable[[Any, Facts], Violator | None] | None = None
    """Whom it names itself as the violator; else its paper or the case does (backend/casework/rules/violators.py)."""
    cites_minutes: bool = False
    """Its paper cites the violation minutes, as they are recorded."""
    says_as_signed: Callable[[Any, Paper, Beside], Iterable[Difference | None]] | None = None
    """Where it says otherwise than the paper that it enters."""
    carries_as_signed: Callable[[Any, Paper, Facts], Iterable[Difference | None]] | None = None
    """The same of what carries a decision out, or holds and returns goods: the paper is about this case."""
    edges: Callable[[Any, Facts], dict[str, Value]] | None = None
    """Edges that the case sets for it beside those that it sets for all (backend/casework/cases/told.py)."""
    bounds: tuple[Line, ...] = ()
    """From where to where its days, moments and numbers may lie."""
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Those that nobody types, by their place, and what makes them right."""
    unusual: tuple[Unusual, ...] = ()
    """Exceptions that it may be, the first that gives a reason before the others."""
    entered_again: Callable[[Any], str | None] | None = None
    """How it is known of what it enters again, as a restore lost it; None where it enters nothing again."""

    @property
    def opens(self) -> bool:
        """Whether a case begins with it."""
        return any(None in move.begins for move in self.moves)

    @property
    def binding(self) -> bool:
        """Whether it approves or decides at all."""
        return self.binds or isinstance(self.decides, Decision)
