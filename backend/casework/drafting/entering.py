"""The acts that a paper means, judged before it has a number and entered together with it.

Which they are, and how they are read off the paper, is declared with each act
(backend/casework/derived/effects.py). A decision on the violation carries a reckoning, and is read
here, and so are violation minutes, which need the catalogue. A paper that is printed and signed by
hand takes effect with its scan, or with the comparison where practice B3 waits for that, as its signer
said when it was printed.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from backend.casework.cases import elsewhere
from backend.casework.cases import service as cases
from backend.casework.cases.preflight import Foreseen
from backend.casework.clocks import telling
from backend.casework.derived import effects
from backend.casework.derived.states import step
from backend.casework.drafting import minuting
from backend.casework.issued_documents import service as issued_documents
from backend.casework.prefill import sanctioning
from backend.casework.rules import document_guards, recording, signed, time_to_decide
from backend.casework.rules.exhibit_guards import confiscated_by
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.guard_context import day_after
from backend.casework.rules.signed_effects import NOTHING_SAID, named_by
from backend.casework.rules.states import Effect
from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.errors import DomainError, NotFound
from backend.law import form_facts
from backend.ledger import service as ledger
from backend.ledger.handlers import Refuse
from schemas.casework.acts.beside import LaidOut
from schemas.casework.views import PaperView
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.law.deadlines import ClockState
from schemas.law.sanctions import SanctionOrder

_OVER = {ClockState.MISSED, ClockState.MET_LATE, ClockState.LAPSED}


class Choices(NamedTuple):
    """What the signer, or the officer who enters the decision, says besides the paper."""

    publish: bool = False
    """Public notice is due (Law Art 72)."""
    by_device: bool = False
    """Found by a technical device."""
    twice: str | None = None
    """Why it is made besides another case's decision on the same act of the same party."""
    gain_kept: str | None = None
    """Why it leaves recorded illicit gain with the violator."""
    late: str | None = None
    """Why it is entered after the time to decide, although it was signed in time."""
    no_opinion: str | None = None
    """Why it does not wait for the opinion on the inspection's file."""
    despite: str | None = None
    """Why it is made although a rule that is not certain speaks against it (practice B8)."""
    answers: Mapping[str, Any] = {}
    """What the act of another paper needs and the paper does not say, by the act's fields."""
    unheard: str | None = None
    """Why it does not wait for an opinion on its submission that still has time (practice B6)."""


NO_CHOICES = Choices()
_LATE = (
    "Ký trên bản giấy trong thời hạn; bản quét đưa vào hoặc đối chiếu sau thời hạn ra quyết định"
)
"""The reason of a decision that was signed in time and whose scan, or comparison, came after it."""
ASKED_APART = Choices(twice="asked apart", gain_kept="asked apart", despite="asked apart")
"""For checks before the reasons are asked for. The page itself says that another case has a
decision on the act, that a gain is left, and what a rule that is not certain says against it."""
FORMS = form_facts.of_kind("sanction", "remedies")
"""Decisions on the violation. Each means an act that is entered with it."""


def why(paper: Paper, facts: Facts, now: datetime) -> sanctioning.Why | None:
    """Return which time is over, if the paper says that one is.

    It is the time to decide or the statute.
    """
    if paper.fields.get("ground") != "expired":
        return None
    signed_on = paper.issued_on or local_time.day_of(now)
    late = any(
        one.rule in time_to_decide.RULES and one.state in _OVER and day_after(one.due_at, signed_on)
        for one in telling.clocks_of(facts, now)
    )
    return "time_over" if late else "statute_over"


def meant(
    facts: Facts,
    document_id: UUID,
    choices: Choices,
    now: datetime,
    minuted: tuple[CaseAct, Wire] | None = None,
) -> tuple[CaseAct, Wire] | None:
    """Return the next act that this paper means in its case; None after the last, or if it is not signed yet.

    Minutes that carry out an order which was signed before them bring in that one too: goods are held
    from when they are taken. `minuted` is the act of violation minutes. Raises PaperDiffers,
    OrderFault, PaperSaysTooLittle.
    """
    paper = facts.papers[document_id]
    if not paper.stands:
        return None
    if paper.form in FORMS:
        return _decided(paper, facts, choices, now)
    if minuted is not None and minuting.waited_for(facts, paper):
        return minuted
    if (own := next(effects.read(facts, paper, choices.answers), None)) is not None:
        return own
    order = named_by(paper, facts) if document_guards.is_minutes(paper.form) else None
    return next(effects.read(facts, order, NOTHING_SAID), None) if order else None


async def _minuted(
    facts: Facts, paper: Paper | PaperView, answers: Mapping[str, Any]
) -> tuple[CaseAct, Wire] | None:
    """Return the act of this paper if it is violation minutes, else None."""
    if paper.form != minuting.FORM:
        return None
    return await minuting.act_of(facts, paper, answers)


async def unknown(case_id: UUID, paper: PaperView, choices: Choices, actor: Actor) -> bool:
    """Tell whether violation minutes that the case waits for have a row whose behaviour nobody named."""
    if paper.form != minuting.FORM:
        return False
    _, facts = await cases.facts_of(case_id, actor)
    return await unknown_in(facts, paper, choices)


async def unknown_in(facts: Facts, paper: PaperView, choices: Choices) -> bool:
    """Tell the same of a case whose facts are at hand."""
    if paper.form != minuting.FORM:
        return False
    waited_for = minuting.waited_for(facts, facts.papers[paper.id])
    return waited_for and await minuting.act_of(facts, paper, choices.answers) is None


def said(paper: PaperView, choices: Choices) -> dict[str, Any] | None:
    """Return what the acts keep of what the signer says besides this paper; None if nothing is asked."""
    if paper.form not in FORMS:
        return dict(choices.answers) if effects.answered(paper.form) else None
    names = {one for meant in effects.of(paper.form) for one in meant.effect.apart}
    return {name: value for name, value in choices._asdict().items() if name in names and value}


def _as_said(paper: Paper) -> Choices:
    """Return what was said besides a paper when it was printed or taken in."""
    said = paper.said or {}
    return Choices(**said) if paper.form in FORMS else Choices(answers=said)


def _decided(
    paper: Paper, facts: Facts, choices: Choices, now: datetime
) -> tuple[CaseAct, Wire] | None:
    """Return the act of a decision on the violation, if it is not entered.

    Confiscation and remedies alone are entered if the case waits for a decision.
    """
    if any(
        effects.entered(facts, one.kind, "document_id", paper.id) for one in effects.of(paper.form)
    ):
        return None
    waits = step(facts.state, CaseAct.REMEDY_ORDERED).effect is Effect.TAKES
    if paper.form in form_facts.of_kind("sanction") or waits:
        return act_of(paper, facts, choices, now)
    return None


def act_of(paper: Paper, facts: Facts, choices: Choices, now: datetime) -> tuple[CaseAct, Wire]:
    """Return the act that a decision means: a sanction, one on the spot, or remedies alone.

    Raises PaperDiffers, OrderFault.
    """
    exhibits = confiscated_by(facts, paper)
    if paper.form in form_facts.of_kind("sanction"):
        spot = paper.form in form_facts.on_spot()
        kind = CaseAct.SANCTION_IMPOSED_ON_SPOT if spot else CaseAct.SANCTION_IMPOSED
        return kind, sanctioning.imposed(
            paper,
            by_device=choices.by_device,
            publish=choices.publish,
            confiscated=exhibits,
            late=choices.late,
            twice=choices.twice,
            gain_kept=choices.gain_kept,
            no_opinion=choices.no_opinion,
        )
    return CaseAct.REMEDY_ORDERED, sanctioning.remedied(
        paper,
        why=why(paper, facts, now),
        confiscated=exhibits,
        proof=recording.proof_of_ground(facts, paper.issued_by),
        twice=choices.twice,
        gain_kept=choices.gain_kept,
        despite=choices.despite or _signed_despite(facts, paper.id),
    )


def _signed_despite(facts: Facts, document_id: UUID) -> str | None:
    """Return the reason that its signer gave after a legal warning, when it was issued or printed."""
    found = (
        one.content.despite
        for one in reversed(facts.events)
        if isinstance(one.content, LaidOut) and one.content.document_id == document_id
    )
    return next(found, None)


async def foreseen(
    case_id: UUID,
    paper: PaperView,
    choices: Choices,
    actor: Actor,
    before: cases.Signed | None = None,
) -> Foreseen:
    """Return the acts that a paper means, had this officer just issued it, and what would speak against one.

    With `before`, as it was signed then: only decisions on the violation are judged so. No acts for
    papers that mean none. Call it in a transaction. Raises PaperDiffers, OrderFault, PaperSaysTooLittle.
    """
    if paper.form not in FORMS and (before is not None or not effects.of(paper.form)):
        return Foreseen([])
    issued = await issued_documents.as_if_issued(case_id, paper, actor, before, choices.despite)
    _, now = await cases.facts_of(case_id, actor)
    minuted = await _minuted(now, paper, choices.answers)

    def act(facts: Facts) -> tuple[CaseAct, Wire] | None:
        return meant(facts, paper.id, choices, issued.issued_at, minuted)

    signed_by = before.officer_id if before else None
    return await cases.foreseen(case_id, issued, act, actor, signed_by)


async def objection(
    case_id: UUID,
    paper: PaperView,
    choices: Choices,
    actor: Actor,
    before: cases.Signed | None = None,
) -> Refuse | None:
    """Return what would speak against the acts that a paper means, or None; see foreseen()."""
    return (await foreseen(case_id, paper, choices, actor, before)).refused


async def warning(case_id: UUID, paper: PaperView, actor: Actor) -> Text | None:
    """Return what a rule that is not certain says against the act that a paper means, or None.

    Call it in a transaction.
    """
    try:
        why = await objection(case_id, paper, ASKED_APART._replace(despite=None), actor)
    except DomainError:
        return None
    return why.text if why and why.code == "case_legal_warning" else None


async def decided_elsewhere(
    case_id: UUID,
    actor: Actor,
    *,
    order: SanctionOrder | None = None,
    paper: Paper | PaperView | None = None,
) -> list[elsewhere.Other]:
    """List decisions in other cases on the same act.

    The act is that of an order, of the order on a paper, or else of the minutes. Raises NotFound.
    """
    if paper is not None and paper.form not in FORMS:
        return []
    _, facts = await cases.facts_of(case_id, actor)
    if paper is not None and paper.form in form_facts.of_kind("sanction"):
        order = signed.order_of(paper.fields)
    return await elsewhere.others(case_id, facts, elsewhere.done(facts, order), actor)


async def enter(case_id: UUID, document_id: UUID, choices: Choices, actor: Actor) -> None:
    """Enter everything that a paper means, in the transaction that enters the paper.

    Raises RefusedAct: then nothing is entered.
    """
    while True:
        _, facts = await cases.facts_of(case_id, actor)
        minuted = await _minuted(facts, facts.papers[document_id], choices.answers)
        found = meant(facts, document_id, choices, clock.now(), minuted)
        if found is None:
            return
        ledger.unwrap(await cases.act(case_id, found[0], found[1], actor))


async def enter_what_may(case_id: UUID, document_id: UUID, actor: Actor) -> Refuse | None:
    """Enter what a paper means that is in force by law already, as far as its case takes it now.

    It was signed by hand, or made on a phone. What practice B3 lets wait for the comparison is entered
    with that, and so is a decision on the violation whose scan neither its signer nor the head sent:
    nobody has seen it signed. Returns why the case refuses an act, or None: the paper then stays on the case's list of
    papers to be entered, with the act's form. What it does not say was said when it was printed or taken
    in. Call it in the transaction that puts the paper in force.
    """
    while True:
        _, facts = await cases.facts_of(case_id, actor)
        paper = facts.papers[document_id]
        if paper.said is None and (paper.form in FORMS or paper.form == minuting.FORM):
            return (
                None  # made elsewhere, and entered again: nobody said here what the paper does not
            )
        known = _as_said(paper)
        try:
            minuted = await _minuted(facts, paper, known.answers)
            found = meant(facts, document_id, known, clock.now(), minuted)
        except DomainError as fault:
            return Refuse(code=fault.code, text=fault.text)
        if found is None:
            return None
        kind, content = found
        why = await cases.refusal_of(case_id, kind, content, actor)
        if why and why.code == "case_late_entry":
            # Signed in time: entered all the same, and listed (practice B8).
            content = msgspec.structs.replace(content, late=_LATE)
            why = await cases.refusal_of(case_id, kind, content, actor)
        if why:
            return why
        ledger.unwrap(await cases.act(case_id, kind, content, actor))


async def enter_signed(
    case_id: UUID, document_id: UUID, choices: Choices, actor: Actor
) -> ledger.Outcome:
    """Enter a signed decision that waits, in the caller's transaction. A refusal is in the outcome.

    Raises NotFound, PaperDiffers, OrderFault.
    """
    _, facts = await cases.facts_of(case_id, actor)
    paper = facts.papers.get(document_id)
    if paper is None:
        raise NotFound(what="document")
    kind, content = act_of(paper, facts, choices, clock.now())
    return await cases.act(case_id, kind, content, actor)


async def unentered(case_id: UUID, actor: Actor) -> list[tuple[UUID, CaseAct]]:
    """List papers in force whose act the case does not have, each with that act. Raises NotFound.

    They were signed before signing entered it, or by hand, and their act needs what they do not say.
    """
    _, facts = await cases.facts_of(case_id, actor)
    return [(paper.id, kind) for paper, kind in effects.waiting(facts)]
