"""How an act of a case is declared: once, with everything that is derived from it. Pure.

These declarations determine the table of states, who may do what, which papers come first, what
guards ask and what the clocks run by. There is no other list of acts.
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
from backend.casework.rules.signed_effects import Effect as SignedEffect
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
    """Who does an act, in the unit of the case."""

    WORKER = "worker"
    """The officers of the case, and the heads of its unit and its team."""
    TITLE = "title"
    """The same officers, as far as the competence of the signer's title reaches."""
    HEAD = "head"
    """An officer with the authority (người có thẩm quyền), in their unit and below."""
    CLERK = "clerk"
    """Only the clerk (văn thư) of the unit or of one above it; a head has no right to it by the office."""
    SYSTEM = "system"
    """Only the system, once the case's inspection did it."""


class Also(StrEnum):
    """Who else may do an act."""

    CLERK = "clerk"
    """The clerk of the unit or of one above it, who keeps the registers and handles papers that are
    signed by hand."""
    SIGNER = "signer"
    """The signer of the decision about another that the act enters (Decree 118/2021 Art 13.2)."""
    MINUTES_MAKER = "minutes_maker"
    """Once there are minutes: their maker, and any officer who leads in the unit (Law Art 59.1)."""
    LEADER = "leader"
    """An officer who leads in the unit: the head of a team takes files in for it."""
    LEGAL = "legal"
    """A legal officer of the unit or of one above it, who states and compares what a decree provides."""
    JANITOR = "janitor"
    """The job that voids numbers after the end of their year, the answer to a submission that opens a paper again, and
    the handing over of an officer's work."""


class Ask(StrEnum):
    """What a guard needs from outside the case (backend/casework/rules/guard_context.py).

    backend/casework/cases/law.py gathers it.
    """

    HELD_INSPECTION = "held_inspection"
    """No value. It keeps other acts from taking the same inspection until the transaction ends."""
    SAME_VIOLATOR = "same_violator"
    INSPECTION = "inspection"
    PLANNED_SAME = "planned_same"
    SCAN = "scan"
    RIGHTS = "rights"
    SMALL_UNIT = "small_unit"
    TIME = "time"
    """When the clocks of the case end."""
    TIME_TO_DECIDE = "time_to_decide"
    """The same, with the longer time to decide if the file passed to another officer."""
    MINUTES_ON_SITE = "minutes_on_site"
    FILE = "file"
    """What the law gives the violator of another body's file, and whether a case has it already."""
    ABOVE = "above"
    """Whether the unit that is named is above the case's."""
    FOUND_ON_SITE = "found_on_site"
    FORM_AGE = "form_age"
    SEIZURES_ON_SITE = "seizures_on_site"
    DIFFERENCES = "differences"
    """Where the act contradicts the paper that it names."""
    DIFFERENCES_BY_CATALOGUE = "differences_by_catalogue"
    """The same; behaviours are compared with the catalogue too."""
    HEARING_OF_ACT = "hearing_of_act"
    VERSIONS = "versions"
    HEARING = "hearing"
    TIME_TO_ASK = "time_to_ask"
    FIELDS = "fields"
    """Whether the fields of a paper satisfy its form, the bounds and the law."""
    POSTPONEMENT = "postponement"
    INSTALMENTS = "instalments"
    SEIZURE_DAYS = "seizure_days"
    EXTENSION_DAYS = "extension_days"
    COMPLAINT_TIME = "complaint_time"
    """When the complaint that the act names must be filed, and be resolved."""
    COMPLAINT_MAKER = "complaint_maker"
    """Whether who made the decision that is complained about still holds that office."""
    PARTIAL_DAYS = "partial_days"
    CHANGE_DAYS = "change_days"
    SANCTION = "sanction"
    """The sanction computed anew: its statute, competence and differences."""
    PROVIDED = "provided"
    """Which measures without a fine no decree provides for the recorded behaviours."""
    UNVERIFIED = "unverified"
    STATUTE = "statute"
    COMPETENCE = "competence"
    SIGNING = "signing"
    EXTENSION = "extension"
    MOVED_RULES = "moved_rules"
    """What changes in the case's time limits under the newest rule set."""
    ADOPTED = "adopted"
    HELD_NUMBER = "held_number"
    FINE_DUE = "fine_due"
    CHAIR_CHANGE = "chair_change"
    """What in the law speaks against a chair's later decision, which is only recorded here."""
    FILE_KNOWN = "file_known"
    """Whether the file that a filed document names is the case's."""
    NUMBERS_WAITING = "numbers_waiting"
    FORM_KNOWN = "form_known"
    SEAL = "seal"
    """Whether the file and the certificate that a seal names are there, and the clerk's to use."""


class Written(StrEnum):
    """What the table of papers stores after an act (backend/casework/cases/writing.py)."""

    DRAFT = "draft"
    STATE = "state"
    ISSUED = "issued"
    PRINTED = "printed"
    SCANNED = "scanned"
    COMPARED = "compared"
    ADOPTED = "adopted"
    HANDED = "handed"
    DELIVERED = "delivered"
    DISCARDED = "discarded"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    NUMBER_VOIDED = "number_voided"
    DISPATCHED = "dispatched"
    SEALED = "sealed"


class Completed(StrEnum):
    """What follows from the typed values of an act, or from its papers, so that nobody types it.

    See backend/casework/drafting/completing.py.
    """

    BEHAVIOURS = "behaviours"
    """Wording and provision of each behaviour, and the right to explain."""
    ROWS = "rows"
    """Wording and provision of each behaviour alone."""
    INSPECTION = "inspection"
    """The number of the decision of the chosen inspection; its end, if it has ended, is given."""
    GOODS = "goods"
    """The rows of the seizure minutes that the page does not show."""
    RECEIVER = "receiver"
    """The name of the unit to which a file goes up, if it stays inside the force."""
    MEASURE = "measure"
    """The measure in the decision's words."""
    AMENDMENT = "amendment"
    """What the amending decision changes in the amended one."""
    VIOLATOR = "violator"
    """The violator that the minutes of verification name."""
    PART = "part"
    """The violations that go to the prosecution bodies, by their places."""
    UPHELD = "upheld"
    """Whether a complaint was upheld, by its result."""
    OUTSIDE = "outside"
    """The act outside the catalogue that a statement is about."""
    FILE = "file"
    """Hash, size and type of the chosen file."""
    EFFECTS = "effects"
    """That what a cancelled paper granted and amended ends with it."""


class Unusual(NamedTuple):
    """An exception that an act is if it gives this reason.

    It is listed, and checked if its kind asks for it.
    """

    kind: ExceptionKind
    reason: str | Callable[[Any], str | None]
    """The key of the content with the reason, or a function that returns it. Without a reason the
    act is no exception."""

    def of(self, content: Any) -> str | None:
        """Return the reason that this act gives."""
        if callable(self.reason):
            return self.reason(content)
        found: str | None = getattr(content, self.reason, None)
        return found


SIGNED = (
    Unusual(ExceptionKind.LEGAL_WARNING, "despite"),
    Unusual(ExceptionKind.SELF_SIGNED, "alone"),
    Unusual(ExceptionKind.NO_OPINION, "unheard"),
)
SAME_HAND = (Unusual(ExceptionKind.SAME_HAND, "alone"),)
WARNED = (Unusual(ExceptionKind.LEGAL_WARNING, "despite"),)
"""The exception of an act that went on although a rule that is not certain speaks against it."""
DECIDED_BESIDE = (
    Unusual(ExceptionKind.DECIDED_TWICE, "twice"),
    Unusual(ExceptionKind.GAIN_KEPT, "gain_kept"),
)
"""Exceptions that a decision states besides its paper."""


class Change(NamedTuple):
    """A paper that another changes."""

    paper: UUID | None
    by: UUID


@dataclass(frozen=True)
class Move:
    """A move from any of these states to one; None as target: the case stays.

    None among them: no case yet.
    """

    begins: Set[CaseState | None]
    to: CaseState | None = None


@dataclass(frozen=True)
class Decision:
    """Something that only the holder of the power decides."""

    papers: frozenset[str] = frozenset()
    """Forms that state it. If a holder of the power signed one, any officer with the role may enter
    it."""
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
    """Its place among the next steps of a state, 1 for the likeliest. In other states it is one of
    the other acts."""
    leads_alone: Callable[[CaseView, date], bool] | None = None
    """Whether it is the only next step, in any state."""
    offered: Callable[[CaseView, date], bool] | None = None
    """Whether this case has a use for it. By default an act that carries a decision out is offered
    while the decision is in force, and every other act always."""
    on_its_page: bool = False
    """Done on its paper's page, one click from the list of papers, so it is no step of its own."""
    otherwise: Effect = Effect.REFUSED
    """What it does in every other state of a case."""
    leads_to: Callable[[Facts, Any], CaseState | None] | None = None
    """Returns the next state if the act's content or the case chooses it; None if the move says it."""
    decides: Decision | Callable[[Any, Facts], Decision | None] | None = None
    """What it decides. None if it only arranges, or if it enters a paper that was judged when it
    was signed."""
    binds: bool = False
    """It approves or decides, so it asks for a one-time code (practice B4)."""
    carries_out: bool | Callable[[Any], bool] = False
    """It carries a decision out, which must be in force."""
    fold: Callable[[Any, Facts, Event], None] | None = None
    """What it changes in the facts besides the state; nothing for most acts."""
    means: Callable[[Any, Facts], list[tuple[CaseAct, Any]]] | None = None
    """Other acts that it amounts to: another authority's decision has the effects of our own. They are folded, told
    to the clocks and written after it, by their own declarations, and nobody records them."""
    names_officers: bool = False
    """It names officers of the case."""
    touches: Callable[[Any, Facts], list[UUID]] | None = None
    """The exhibits whose rows it changes."""
    begins_paper: bool = False
    """A paper may begin with it, under an id that a page or a client chose."""
    begins_goods: Callable[[Any], list[UUID]] | None = None
    """Ids of exhibits that begin with it, chosen in the same way."""
    writes: Written | None = None
    verifies: bool = False
    """It orders verification, whose result is in minutes of its own (MBB05)."""
    relies_on_papers: bool = True
    """Whether it relies on the papers that it names, so that a printed one can no longer be given
    up. An act that makes a paper does not; about its delivery see giving_up.py."""
    signs: bool = False
    """It issues a paper; the form says who may."""
    needs_head: Callable[[Any, Facts, UUID], bool] | None = None
    """Whether this officer may do this very act only with the head's authority."""
    changes: Callable[[Any, Facts], Change] | None = None
    """A decision about another that it enters: the signers of both are compared."""
    compared_first: tuple[ComparedFirst, ...] = ()
    """Papers signed by hand that must be compared before it."""
    paper: Stands | None = None
    """The paper that it enters."""
    effect: SignedEffect | None = None
    """What a signed paper enters of it in the same command; None if an officer records it."""
    takes: tuple[Needed, ...] = ()
    """Papers that it takes besides that one, or instead; its guard knows when."""
    ground: tuple[str, ...] = ()
    """Forms of papers that say already what it records, the nearest first."""
    said_by_ground: Callable[[PaperView, CaseView, Iterable[Violation]], Values] = paper_alone
    """What its ground says of it, to fill the form at first."""
    held_by_ground: Callable[[dict[str, Any]], Iterable[str]] | None = None
    """Its fields that the paper determines, so that nobody types over them."""
    said_by_case: Callable[[CaseView], Values] | None = None
    """What the case says of it, if there is no such paper."""
    about_decision: bool = False
    """It is always about the decision on the violation, which nobody chooses."""
    completed: Completed | None = None
    """What follows from the typed values, or from its papers."""
    asks: tuple[Ask, ...] = ()
    """What its guard needs from outside the case."""
    guard: Callable[[Any, Any, GuardContext], Refuse | None] | None = None
    """Why it may not take effect. Asked once table, papers and comparison allow it."""
    details: Callable[[Any, SoFar], dict[str, Any]] | None = None
    """Details that the rules of time limits may ask for; empty if they only wait for the act."""
    happened_at: str | None = None
    """The key of its content with the moment of its effect, if it is not one of the usual keys."""
    tells: Callable[[Happened, SoFar], list[Fact]] | None = None
    """The facts that the clocks run by, if these are not just the act with its details."""
    grants: Callable[[Any], Granted] | None = None
    """What it grants by its paper."""
    undone: Callable[[Any, Undone], bool] | None = None
    """Whether it ended with a cancelled paper: the clocks then run as if it had not happened."""
    made_by: Callable[[Any], str] | None = None
    """The title of the signer of the paper that it issues."""
    against: Callable[[Any, Facts], Violator | None] | None = None
    """The violator whom it names; else its paper or the case names one
    (backend/casework/rules/violators.py)."""
    cites_minutes: bool = False
    """Its paper cites the violation minutes, which must be the recorded ones."""
    says_as_signed: Callable[[Any, Paper, Beside], Iterable[Difference | None]] | None = None
    """Yields where it contradicts the paper that it enters."""
    carries_as_signed: Callable[[Any, Paper, Facts], Iterable[Difference | None]] | None = None
    """The same for acts of execution or about goods: the paper must be about this case."""
    edges: Callable[[Any, Facts], dict[str, Value]] | None = None
    """Edges that the case sets for it besides those for all acts (backend/casework/cases/told.py)."""
    bounds: tuple[Line, ...] = ()
    """Bounds of its days, moments and numbers."""
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Fields that nobody types, by their place, and what makes them right."""
    unusual: tuple[Unusual, ...] = ()
    """Exceptions that it may be; the first one that gives a reason counts."""
    entered_again: Callable[[Any], str | None] | None = None
    """Returns how it is known that a restore lost what it enters again. None if it enters nothing
    again."""

    @property
    def opens(self) -> bool:
        """Whether a case begins with it."""
        return any(None in move.begins for move in self.moves)

    @property
    def binding(self) -> bool:
        """Whether it approves or decides at all."""
        return self.binds or isinstance(self.decides, Decision)
