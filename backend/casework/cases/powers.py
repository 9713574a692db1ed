"""Checks, before an act that decides takes effect, who holds the power to decide on that day.

A role opens the page; the power belongs to an office. The head of the case's unit or of one above
it holds it, and a deputy only under a recorded delegation (Law on Handling Administrative
Violations Art 54, Decree 118/2021 Art 10). Any officer with the role may enter a decision that such
a head signed. Acts that are in the ledger already are not checked again.
"""

from uuid import UUID

from backend.casework.acts.declaring import Decision
from backend.casework.acts.index import ACTS
from backend.casework.cases import competence
from backend.casework.derived import deciding
from backend.casework.rules import document_guards
from backend.casework.rules.facts import Facts, Paper
from backend.casework.texts.cases import refusal
from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Refuse
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


async def objection(path: UnitPath, facts: Facts, parsed: ParsedAct, actor: Actor) -> Refuse | None:
    """Return why the actor may not decide this today, or None.

    None also if the act enters a paper whose signer had the power.
    """
    case_id, content = parsed.act.record.id, parsed.content
    kind = CaseAct(parsed.act.type)
    if (changes := ACTS[kind].changes) is not None:
        return await _changed(path, facts, *changes(content, facts))
    decision = deciding.decision_of(kind, content, facts)
    if decision is None or deciding.made_elsewhere(content):
        return None
    paper = facts.papers.get(getattr(content, "document_id", None) or case_id)
    stated = paper is not None and paper.stands and paper.form in decision.papers
    if paper and stated and await _signed_with_power(case_id, path, paper, decision.form):
        return None
    today = clock.today()
    fault = await competence.office_fault(
        case_id, path, actor.officer_id, decision.form, today, book=facts.book
    )
    return refusal("case_not_in_power", fault) if fault else None


async def withheld(
    case_id: UUID, path: UnitPath, facts: Facts, kinds: list[str], actor: Actor
) -> dict[str, Text]:
    """Return the acts that this actor may not do today for want of the power: why, and who may.

    Acts that the actor may enter all the same are left out: a decision that such a head signed, or
    one that was made elsewhere and filed.
    """
    found: dict[str, Text] = {}
    faults: dict[str, Text | None] = {}
    today = clock.today()
    for kind in kinds:
        decision = deciding.decision_of(CaseAct(kind), None, facts)
        if decision is None or "sheet" in CASE_CONTENTS[CaseAct(kind)].__struct_fields__:
            continue
        form = decision.form
        if form not in faults:
            faults[form] = await competence.office_fault(
                case_id, path, actor.officer_id, form, today, book=facts.book
            )
        if (why := faults[form]) and not await _enters(case_id, path, facts, decision):
            found[kind] = refusal("case_not_in_power", why).text
    return found


async def _enters(case_id: UUID, path: UnitPath, facts: Facts, decision: Decision) -> bool:
    """Tell whether a paper in force states such a decision and its signer had the power."""
    papers = (one for one in facts.papers.values() if one.stands and one.form in decision.papers)
    return any([await _signed_with_power(case_id, path, one, decision.form) for one in papers])


async def _signed_with_power(case_id: UUID, path: UnitPath, paper: Paper, form: str) -> bool:
    if paper.issued_by is None or paper.issued_on is None:
        return False
    by, day = paper.issued_by, paper.issued_on
    return await competence.office_fault(case_id, path, by, form, day, signed=True) is None


async def _changed(
    path: UnitPath, facts: Facts, document_id: UUID | None, by: UUID
) -> Refuse | None:
    """Return why the signer of a change may not change this decision, or None.

    Older changes were signed before this was compared, so it is compared again on entry.
    """
    change = facts.papers.get(by)
    paper = facts.papers.get(document_id) if document_id else None
    if paper is None or change is None or document_guards.changed_by(facts, change) is not paper:
        return None
    if change.issued_by is None or change.issued_on is None:
        return None
    by_whom, day = change.issued_by, change.issued_on
    return await competence.changer_fault(path, paper, by_whom, day, form=change.form)
