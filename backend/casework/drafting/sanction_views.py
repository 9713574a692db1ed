"""What the page of a sanction shows of a case: what to decide, its legal check, what to enter."""

from datetime import date
from uuid import UUID

import msgspec

from backend.casework.cases import elsewhere, statutes
from backend.casework.cases import service as cases
from backend.casework.drafting import confiscating, entering
from backend.casework.drafting.confiscating import Seized
from backend.casework.prefill import gains, sanctioning
from backend.casework.rules import annulling, evading, handed, other_bodies, outside
from backend.casework.rules import time_to_decide as deciding
from backend.casework.rules.exhibit_guards import confiscated_by
from backend.casework.rules.facts import Facts, Paper
from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import DomainError
from backend.law import form_facts
from backend.law.books import FIRST
from backend.law.sanctions import service as sanctions
from backend.law.texts import sanctions as wording
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.casework.views import CaseView, PaperView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.inspections import InspectionView
from schemas.law.deadlines import Clock, ClockState
from schemas.law.sanctions import Behaviour, Computation, ExplanationRight, Refusal, Step, Title

FORMS = entering.FORMS
"""Decisions that can be drafted from a computed sanction."""
_FINES = form_facts.of_kind("sanction")
_BY_MINUTES = tuple(form for form in _FINES if form not in form_facts.on_spot())
"""Sanctions on violation minutes, not on the spot."""
_OVER = (ClockState.MISSED, ClockState.LAPSED)


class ToDecide(msgspec.Struct, frozen=True, kw_only=True):
    """What a decision on the violation is about."""

    recorded: list[RecordedViolation] | None
    """As the violation minutes record it. None if there are no minutes: then a sanction is one on
    the spot."""
    explanation_right: bool
    subject: SubjectKind
    born_on: date | None
    decided: bool
    held: bool
    """Exhibits are held, so a decision must dispose of them."""
    exhibits: list[Seized] = []
    """Those whose end is not decided."""
    book: str = FIRST
    """The edition of the law book under which the case is handled."""
    stated: dict[str, Behaviour] = msgspec.field(default_factory=dict)
    """Acts outside the catalogue whose band two people determined, by their codes."""
    undetermined: list[str] = msgspec.field(default_factory=list)
    """Codes of such acts whose band is still asked for. Nothing can be computed before."""
    minuted: bool = True
    """False for a prosecution body's file: what is recorded is its, and there are no violation minutes."""

    @property
    def edition(self) -> bool:
        """Whether the case is handled under a later edition than the first."""
        return self.book != FIRST

    @property
    def violations(self) -> list[RecordedViolation]:
        """Return what the minutes recorded; empty if there are none."""
        return self.recorded or []


class NamedExhibit(msgspec.Struct, frozen=True, kw_only=True):
    """An exhibit as a list names it."""

    position: int
    name: str
    quantity: str
    unit: str


class Asks(msgspec.Struct, frozen=True, kw_only=True):
    """What the page asks the officer who puts a paper in force."""

    enters: bool
    """It is entered into its case together with the signature."""
    publish: bool
    """It imposes a sanction, so publication may be due (Law Art 72)."""
    by_device: bool
    """Whether a technical device found the violation."""


class ToEnter(msgspec.Struct, frozen=True, kw_only=True):
    """A signed decision that no act entered yet, and what its entry asks."""

    id: UUID
    form: str
    number: str | None
    asks: Asks
    total: int | None
    differs: bool
    """Its amounts are not as computed, so no act is made of it."""
    exhibits: list[NamedExhibit]
    """What it confiscates."""
    elsewhere: list[elsewhere.Other]
    gain: int
    """Recorded illicit gain that it leaves with the violator, in đồng."""
    late: bool
    """It is entered after the time to decide, so the page asks why."""
    no_opinion: bool
    """It may go before the opinion on the inspection's file, so the page asks why."""


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """The term of a suspension as the page shows it."""

    kind: str
    licence: str
    steps: list[Step]
    words: Text


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What the law says of a computed sanction today, to this officer."""

    who: list[Title]
    refused: list[Refusal]
    """What certainly speaks against this officer's signature: no number, no signature."""
    doubted: list[Refusal]
    """What a rule that is not certain says: a warning, and the signer goes on with a reason."""
    hearing: ExplanationRight
    statute: list[Refusal]
    on_spot: Refusal | None
    gain: int
    drafts: list[str]
    """Forms of the decisions that the officer may draft from it."""


def asks(form: str) -> Asks:
    """Return what a paper of this form asks of its signer."""
    return Asks(
        enters=form in FORMS, publish=form in _FINES, by_device=form in form_facts.on_spot()
    )


async def to_decide(case_id: UUID, actor: Actor) -> ToDecide:
    """Return what a decision on the violation of this case is about. Raises NotFound."""
    _, facts = await cases.facts_of(case_id, actor)
    return ToDecide(
        recorded=facts.recorded.violations if facts.recorded else None,
        explanation_right=bool(facts.recorded and facts.recorded.explanation_right),
        subject=sanctioning.subject_of(facts),
        born_on=facts.party.birth_date if facts.party else None,
        decided=bool(facts.sanction or facts.remedy),
        held=bool(facts.held),
        exhibits=confiscating.seized(facts.undecided),
        book=facts.book,
        stated=outside.behaviours(facts),
        undetermined=outside.undetermined(facts),
        minuted=not handed.from_prosecution(facts),
    )


def time_to_decide(view: CaseView) -> Clock | None:
    """Return the clock of the decision."""
    return deciding.clock_of(view.clocks)


async def to_enter(
    view: CaseView, inspection: InspectionView | None, actor: Actor
) -> list[ToEnter]:
    """List signed decisions that wait to be entered. Raises NotFound.

    `inspection` is the case's, if this reader may see it.
    """
    _, facts = await cases.facts_of(view.id, actor)
    unapproved = inspection is None or inspection.state != "approved"
    return [
        _to_enter(
            paper,
            facts,
            time_to_decide(view),
            await entering.decided_elsewhere(view.id, actor, paper=paper),
            unapproved=unapproved,
        )
        for paper in sanctioning.waiting(facts)
    ]


def _to_enter(
    paper: Paper,
    facts: Facts,
    time: Clock | None,
    others: list[elsewhere.Other],
    *,
    unapproved: bool,
) -> ToEnter:
    total, differs = None, False
    if paper.form in _FINES:
        try:
            total = sanctioning.reckoned(paper.fields).total_vnd
        except DomainError:
            differs = True
    named = set(confiscated_by(facts, paper))
    state = time.state if time and paper.form in _BY_MINUTES else None
    return ToEnter(
        id=paper.id,
        form=paper.form,
        number=paper.number,
        asks=asks(paper.form),
        total=total,
        differs=differs,
        exhibits=[
            NamedExhibit(
                position=one.position,
                name=one.content.name,
                quantity=one.content.quantity,
                unit=one.content.unit,
            )
            for one in facts.undecided
            if one.content.exhibit_id in named
        ],
        elsewhere=others,
        gain=gains.kept_by(paper, facts),
        late=state in _OVER,
        no_opinion=unapproved and state in (*_OVER, ClockState.LAST_DAY),
    )


async def judged(
    view: CaseView, computation: Computation, title: str, actor: Actor, *, delegated: bool
) -> Judged:
    """Return what speaks against this sanction today, before the guards are asked. Raises NotFound.

    `delegated`: a recorded delegation lets this deputy sign such a decision.
    """
    _, facts = await cases.facts_of(view.id, actor)
    today = clock.today()
    code = sanctions.title_code(title, computation.order.book or FIRST)
    against = [
        *other_bodies.faults(facts, title, today),
        *sanctions.competence_faults(code, computation, today, delegated=delegated),
    ]
    hearing = await sanctions.hearing_right(
        computation.order.subject,
        [
            (one.code, one.version, act.values.goods_value_vnd)
            for one, act in zip(computation.acts, computation.order.acts, strict=True)
        ],
        today,
        facts.book,
        outside.behaviours(facts),
    )
    return Judged(
        who=sanctions.who_may(computation, today),
        refused=[one for one in against if one.certainty == "R"],
        doubted=[one for one in against if one.certainty != "R"],
        hearing=hearing,
        statute=_statute(computation, facts, today),
        on_spot=_without_minutes(computation, facts, today),
        gain=gains.left_by(computation.order),
        drafts=[
            form
            for form in drafts(view, facts)
            if not computation.order.without_fine or form not in _FINES
        ],
    )


def terms(computation: Computation) -> list[Term]:
    """Return the terms of the suspensions, in words."""
    return [
        Term(kind=str(one.kind), licence=one.licence, steps=one.steps, words=wording.days(one.term))
        for one in computation.suspensions
    ]


def _statute(computation: Computation, facts: Facts, today: date) -> list[Refusal]:
    if evading.since(facts) is not None:
        return []
    returned_on = statutes.returned(facts)
    faults = (
        sanctions.statute_fault(
            act.behaviour,
            evading.runs_from(facts, act.acted_on),
            today,
            returned_on=returned_on,
            book=facts.book,
        )
        for act in computation.order.acts
    )
    return [one for one in faults if one]


def _without_minutes(computation: Computation, facts: Facts, today: date) -> Refusal | None:
    """Return why this may not be imposed on the spot, if there are no minutes; or None."""
    if facts.recorded is not None or facts.party is None:
        return None
    return sanctions.no_minutes_fault(
        computation.total_vnd,
        facts.party.kind,
        today,
        by_device=False,
        prosecution=facts.received is not None and facts.received.source == "prosecution",
        book=facts.book,
    )


def drafts(view: CaseView, facts: Facts) -> list[str]:
    """List the forms that may be drafted.

    On minutes: a sanction, or confiscation or remedies alone. Without minutes: a sanction on the
    spot, or what alone may follow its annulment. On a prosecution body's file: a sanction without
    minutes, or remedies alone.
    """
    if CaseAct.DOCUMENT_DRAFTED not in view.possible:
        return []
    if facts.recorded is None:
        ground = facts.annulled.ground if facts.annulled else None
        alone = facts.annulled is not None and annulling.measures_fault(ground) is None
        return list(form_facts.of_kind("remedies") if alone else form_facts.on_spot())
    if handed.from_prosecution(facts):
        return [*form_facts.on_spot(), *form_facts.of_kind("remedies")]
    return [*_BY_MINUTES, *form_facts.of_kind("remedies")]


async def gain_kept(case_id: UUID, paper: PaperView, actor: Actor) -> int:
    """Return the recorded illicit gain that a decision would leave with the violator, in đồng.

    0 for other papers. Raises NotFound.
    """
    _, facts = await cases.facts_of(case_id, actor)
    return gains.kept_by(paper, facts)
