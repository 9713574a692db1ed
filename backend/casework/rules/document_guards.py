"""What may change a signed paper, and what a cancelled decision still allows: pure.

A decision is changed by a decision that names it (MQĐ38, MQĐ39, MQĐ40; Decree 118/2021 Arts 13,
14). Minutes are never changed: verification minutes (MBB05) say what is wrong in them (Law on
Handling Administrative Violations Art 58.8). An internal paper is replaced by another of its form.
"""

from datetime import date
from uuid import UUID

from backend.casework.rules import annulling, second, undoing
from backend.casework.rules.facts import Facts, Paper, cancels_whole
from backend.casework.texts.cases import refusal
from backend.law import form_facts
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import DocumentState

CHANGING = form_facts.of_kind("change")
"""Decisions about another decision: amend, correct, cancel."""
CANCELLING = ("MQĐ40",)
"""The one of these that cancels (Decree 118/2021 Art 13)."""
OF_THE_FINE = form_facts.of_kind("fine")
"""Decisions to postpone, reduce or divide a fine. The officer who imposed it takes them (Law Arts
76, 77, 79)."""
OF_EXECUTION = form_facts.of_kind("execution")
"""Decisions that stop the execution of another, or let it go on (Law Arts 15, 62, 75)."""
SIGNED_BY_ITS_SIGNER = (*CHANGING, *OF_THE_FINE, *OF_EXECUTION)
"""Decisions that the signer of the decision takes which they are about, whatever their office."""
_STANDING = (DocumentState.SIGNED, DocumentState.DELIVERED)


def stands(facts: Facts, document_id: UUID | None, *forms: str) -> Refuse | None:
    """Refuse unless a paper of one of these forms is in force under this id in the case."""
    paper = facts.papers.get(document_id) if document_id else None
    if paper is None or not paper.stands or (forms and paper.form not in forms):
        return refusal("case_paper_missing", form=" / ".join(forms) or "?")
    return None


def minutes_unheeded(
    facts: Facts, by: UUID | None, on_site: tuple[str, ...], officer_id: UUID
) -> Refuse | None:
    """Refuse to end the file while violation minutes exist that no act took up.

    They may be in the case or on a phone (`on_site`, their numbers). Verification minutes (MBB05)
    that name them and were signed by another than the closing officer lift the refusal (Law Arts
    58.8, 59).
    """
    own = [one for one in facts.papers.values() if one.form == "MBB01" and one.stands]
    open_ones = [*(one.number or "?" for one in own), *on_site]
    if facts.recorded is not None or not open_ones:
        return None
    left = second.unspoken(facts, None, on_site, officer_id)
    if not left and stands(facts, by, "MBB05") is None:
        return None
    return refusal("case_minutes_unheeded", number=(left or open_ones)[0])


def was_filed(facts: Facts, paper: Paper) -> bool:
    """Tell whether a printed paper waits for a scan again, after an earlier scan was filed.

    Acts may rely on such a paper, and MQĐ40 ends it.
    """
    waits = paper.state == DocumentState.PRINTED
    return waits and any(sheet.document_id == paper.id for sheet in facts.folio)


def in_force(facts: Facts, paper: Paper) -> bool:
    """Tell whether a paper is in force.

    So is a decision that older rules marked as replaced by a paper that cannot replace it. Only a
    paper that cancels it whole ends a decision.
    """
    if paper.stands or paper.state != DocumentState.REPLACED or not is_decision(paper.form):
        return paper.stands
    other = facts.papers.get(paper.replaced_by) if paper.replaced_by else None
    return paper.cancelled_by is None and not (other is not None and cancels_whole(other))


def is_minutes(form: str) -> bool:
    """Tell whether a form is one of minutes (biên bản)."""
    return form.startswith(("MBB", "BB-"))


def is_decision(form: str) -> bool:
    """Tell whether a form is one of a decision (quyết định)."""
    return form.startswith(("MQĐ", "QĐ-"))


def changeable(facts: Facts, document_id: UUID) -> Refuse | None:
    """Return a refusal for minutes, which no paper may change, and for a chair's decision."""
    return _not_ours(facts.papers[document_id])


def _not_ours(paper: Paper) -> Refuse | None:
    """Refuse to change minutes, or a decision whose signer is a chair (Decree 118/2021 Art 13.2)."""
    if is_minutes(paper.form):
        return refusal("case_minutes_stand")
    number = paper.number or "?"
    return refusal("case_decision_of_chair", number=number) if paper.elsewhere else None


def names(by: Paper, paper: Paper) -> bool:
    """Tell whether a decision about another names this one.

    It was begun about this one, and its fields have this one's number and day.
    """
    day = paper.issued_on.isoformat() if paper.issued_on else None
    said = (by.fields.get("decision_number"), by.fields.get("decision_date"))
    return by.replaces == paper.id and said == (paper.number, day)


def change_fault(facts: Facts, paper: Paper) -> Refuse | None:
    """Return why a decision about another (MQĐ38 to MQĐ40) may not be issued, or None.

    Asked before its number is taken.
    """
    if paper.form not in CHANGING:
        return None
    if paper.replaces is not None:
        if paper.form == "MQĐ40" and not cancels_whole(paper):
            return refusal("case_part_amends")
        silent = paper.replaces == facts.decision_id and "ground" not in paper.fields
        if silent and cancels_whole(paper) and paper.form_version > 1:
            return refusal("case_ground_missing")
        return _changed(facts, paper.replaces, paper)
    # Begun without naming a decision it would be a signed annulment of nothing, beside the decision
    # that it means.
    number = paper.fields.get("decision_number")
    named = any(one.number == number for one in facts.papers.values() if one.stands)
    return refusal("case_paper_not_named", by=_said(paper)) if named else None


def changed_by(facts: Facts, paper: Paper) -> Paper | None:
    """Return the decision that a paper amends, corrects or cancels, or whose fine it changes.

    None if it is about none. To change a fine means to postpone, reduce or divide it.
    """
    return _about(facts, paper.form, paper.replaces)


def _about(facts: Facts, form: str, replaces: UUID | None) -> Paper | None:
    of_decision = form in (*OF_THE_FINE, *OF_EXECUTION)
    about = replaces if form in CHANGING else facts.decision_id if of_decision else None
    return facts.papers.get(about) if about else None


def own_decision(facts: Facts, form: str, replaces: UUID | None, officer_id: UUID) -> bool:
    """Tell whether a paper of this form would change a decision that this officer signed."""
    paper = _about(facts, form, replaces)
    return paper is not None and paper.issued_by == officer_id


def _changed(facts: Facts, document_id: UUID, by: Paper) -> Refuse | None:
    paper = facts.papers.get(document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    if why := _not_ours(paper):
        return why
    state = in_force(facts, paper) or (by.form == "MQĐ40" and was_filed(facts, paper))
    if not state or paper.cancelled_by is not None or by.id == document_id:
        return refusal("case_paper_state")
    return None if names(by, paper) else refusal("case_paper_not_named", by=_said(by))


def cancelling(facts: Facts, content: case_side_acts.DocumentCancelled) -> Refuse | None:
    """Refuse a cancellation unless a decision (MQĐ40) names the paper and cancels it whole."""
    if why := _taken_back(facts, content.document_id, content.by, whole=True):
        return why
    ends = content.with_effects or not undoing.has_effects(facts, content.document_id)
    ends = ends and (content.amendment_ends or not undoing.amends(facts, content.document_id))
    return None if ends else refusal("case_effects_end")


def amending(facts: Facts, content: case_side_acts.DocumentAmended) -> Refuse | None:
    """Refuse an amendment unless a decision names the amended one; that one stays in force.

    To amend includes to correct and to cancel in part.
    """
    return _taken_back(facts, content.document_id, content.by, whole=False)


def _taken_back(facts: Facts, document_id: UUID, by: UUID, *, whole: bool) -> Refuse | None:
    forms = CANCELLING if whole else CHANGING
    paper = facts.papers.get(document_id)
    if paper is not None and is_minutes(paper.form):
        return refusal("case_minutes_stand")
    if paper is not None and by == document_id:
        return refusal("case_paper_state")
    if missing := stands(facts, by, *forms):
        return missing
    if why := _changed(facts, document_id, facts.papers[by]):
        return why
    return None if cancels_whole(facts.papers[by]) == whole else refusal("case_paper_scope")


def replacing(facts: Facts, content: case_side_acts.DocumentReplaced) -> Refuse | None:
    """Refuse to replace a paper, except an internal one by another of its form.

    Nothing replaces decisions and minutes.
    """
    paper = facts.papers.get(content.document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    if is_minutes(paper.form):
        return refusal("case_minutes_stand")
    if is_decision(paper.form):
        return refusal("case_decision_stands")
    if paper.state not in _STANDING or content.by == content.document_id:
        return refusal("case_paper_state")
    return stands(facts, content.by, paper.form)


def ending(facts: Facts, today: date) -> Paper | None:
    """Return a signed, not yet entered decision that cancels the decision on the violation whole.

    It has effect from its signing, or from the later day that it names (Decree 118/2021 Art 16.1).
    If it is signed by hand it has effect once its scan is there (PRACTICE B3). From then on nothing
    of the other decision is carried out, as that cannot be taken back. If its scan was sent back,
    it stops nothing.
    """
    about = facts.papers.get(facts.decision_id) if facts.decision_id else None
    if about is None:
        return None
    return next(
        (
            one
            for one in facts.papers.values()
            if one.stands
            and cancels_whole(one)
            and names(one, about)
            and effective_on(one) <= today
        ),
        None,
    )


def effective_on(paper: Paper) -> date:
    """Return the day on which a decision takes effect: that of its signing, or a later one that it names."""
    signed_on = paper.issued_on or date.min
    try:
        return max(signed_on, date.fromisoformat(str(paper.fields.get("effective_on"))))
    except ValueError:
        return signed_on


def decision_gone(facts: Facts, today: date, paid_on: date | None) -> Refuse | None:
    """Return why nothing is carried out any more, or None: the decision was cancelled.

    Money that was paid before that day is still entered.
    """
    entered = facts.decision_gone_by
    by = entered or ending(facts, today)
    if by is None or (paid_on is not None and paid_on <= effective_on(by)):
        return None
    paper = facts.papers[facts.decision_id] if facts.decision_id else by
    code = "case_decision_gone" if entered else "case_decision_ending"
    return refusal(code, number=paper.number or "?", by=_said(by))


def carried_out_by(facts: Facts) -> set[UUID]:
    """List the officers who carried the decision out.

    They recorded payments of the fine, reductions or measures, or signed a paper that reduced the
    fine.
    """
    found: set[UUID] = set()
    for one in facts.events:
        match one.content:
            case (
                case_execution_acts.PaymentReceived(kind="fine")
                | case_execution_acts.RemedyCarriedOut()
            ):
                found.add(one.officer_id)
            case case_execution_acts.FineReduced(document_id=document_id):
                paper = facts.papers.get(document_id)
                found |= {one.officer_id} | (
                    {paper.issued_by} if paper and paper.issued_by else set()
                )
    return found


def only_remedies(facts: Facts) -> bool:
    """Tell whether the annulment leaves only confiscation and remedies (ground: Law Art 65)."""
    return facts.annulled is not None and facts.annulled.ground == annulling.REMEDIES_ALONE


def _said(paper: Paper) -> str:
    return f"{paper.form} số {paper.number}" if paper.number else paper.form
