"""Guards of exhibits and papers; see guards.py. Pure."""

from functools import singledispatch
from typing import Any
from uuid import UUID

from backend.cases import (
    by_hand,
    carrying_out,
    dividing,
    giving_up,
    goods,
    internal,
    second,
    violators,
)
from backend.cases.changing import change_fault, changeable, in_force, stands, was_filed
from backend.cases.facts import Facts, Paper
from backend.cases.goods import things
from backend.cases.texts import refusal
from backend.cases.world import World
from backend.ledger.books import Refuse
from schemas import case_side_acts as s
from schemas.case_words import DocumentState, ExhibitState
from schemas.problems import Text


@singledispatch
def side_guard(content: Any, facts: Facts, world: World) -> Refuse | None:
    """Why the act may not take effect; None where nothing stands against it."""
    del content, facts, world
    return None


@side_guard.register
def _(content: s.ExhibitsSeized, facts: Facts, world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, "MBB15", "MBB01", "BK"):
        return missing
    if any(
        isinstance(one.content, s.ExhibitsSeized) and one.content.document_id == content.document_id
        for one in facts.events
    ):
        number = facts.papers[content.document_id].number
        return refusal("case_seized_already", number=number or "?")
    ids = [one.exhibit_id for one in content.exhibits]
    if len(set(ids)) != len(ids) or set(ids) & facts.things.keys():
        return refusal("case_exhibit")
    return _differs(world)


def _differs(world: World) -> Refuse | None:
    if (found := world.differs) is None:
        return None
    return refusal("case_differs_from_paper", found.where, paper=found.paper, typed=found.typed)


@side_guard.register
def _(content: s.SeizureDecided, facts: Facts, world: World) -> Refuse | None:
    if why := _seizure(content.document_id, "MQĐ20", content.exhibits, facts, world):
        return why
    if facts.papers[content.document_id].issued_on != content.decided_on:
        why_not = Text(vi="khác ngày ký quyết định", en="another than that of the signed decision")
        return refusal("case_dates", why_not)
    fault = carrying_out.seizure_fault(facts, content)
    return refusal("case_seizure_long", fault) if fault else None


@side_guard.register
def _(content: s.SeizureExtended, facts: Facts, world: World) -> Refuse | None:
    found = things(facts, content.exhibits, ExhibitState.SEIZED)
    if found is None or any(thing.until is None for thing in found):
        return refusal("case_exhibit")
    return _seizure(content.document_id, "MQĐ21", content.exhibits, facts, world)


def _seizure(
    document_id: UUID, form: str, ids: list[UUID], facts: Facts, world: World
) -> Refuse | None:
    if missing := stands(facts, document_id, form):
        return missing
    if things(facts, ids, ExhibitState.SEIZED) is None:
        return refusal("case_exhibit")
    if differs := _differs(world):
        return differs
    return refusal("case_seizure_long", world.seizure) if world.seizure else None


@side_guard.register
def _(content: s.ExhibitsSealed, facts: Facts, _world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, "MBB26"):
        return missing
    found = things(facts, content.exhibits, ExhibitState.SEIZED, ExhibitState.CONFISCATED)
    if found is None or any(thing.seal for thing in found):
        return refusal("case_exhibit")
    if len(content.seals) not in (1, len(content.exhibits)):
        return refusal("case_exhibit")
    paper = facts.papers[content.document_id]
    return goods.sealing_fault(facts, paper, content.exhibits, content.seals)


@side_guard.register
def _(content: s.ExhibitsUnsealed, facts: Facts, _world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, "MBB27"):
        return missing
    found = things(facts, content.exhibits)
    if not found or not all(thing.seal for thing in found):
        return refusal("case_exhibit")
    return goods.unsealing_fault(facts, facts.papers[content.document_id], content.exhibits)


@side_guard.register
def _(content: s.ExhibitsMoved, facts: Facts, world: World) -> Refuse | None:
    return goods.moving(facts, content, world) or _differs(world)


@side_guard.register
def _(content: s.ExhibitsDivided, facts: Facts, _world: World) -> Refuse | None:
    return dividing.fault(content, facts)


@side_guard.register
def _(content: s.ExhibitsDisposed, facts: Facts, world: World) -> Refuse | None:
    return goods.disposing(facts, content, world) or _differs(world)


@side_guard.register
def _(content: s.ExhibitsDestroyed, facts: Facts, _world: World) -> Refuse | None:
    return goods.destroying(facts, content)


def _paper(facts: Facts, document_id: UUID, *states: DocumentState) -> Paper | Refuse:
    paper = facts.papers.get(document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    return paper if paper.state in states else refusal("case_paper_state")


def _refused(found: Paper | Refuse) -> Refuse | None:
    return found if isinstance(found, Refuse) else None


@side_guard.register
def _(content: s.DocumentDrafted, facts: Facts, world: World) -> Refuse | None:
    if not world.form_known:
        return refusal("case_paper_form")
    if world.form_outdated:
        return refusal("case_paper_outdated", form=content.form)
    before = facts.papers.get(content.document_id)
    if before is not None and (before.state != DocumentState.DRAFT or before.form != content.form):
        return refusal("case_paper_state")
    if content.replaces is not None:
        about = facts.papers.get(content.replaces)
        filed = content.form == "MQĐ40" and about is not None and was_filed(facts, about)
        known = filed or (about is not None and in_force(facts, about))
        missing = None if known else stands(facts, content.replaces)
        return missing or changeable(facts, content.replaces)
    return _second_minutes(facts, content.form, content.document_id, world)


def _second_minutes(facts: Facts, form: str, document_id: UUID, world: World) -> Refuse | None:
    return second.minutes_objection(facts, form, document_id, world.minutes_on_site)


@side_guard.register
def _(content: s.DocumentFinalised, facts: Facts, world: World) -> Refuse | None:
    paper = _paper(facts, content.document_id, DocumentState.DRAFT)
    if isinstance(paper, Refuse):
        return paper
    if paper.fields_hash != content.fields_hash:
        return refusal("case_paper_changed")
    if world.form_outdated:
        return refusal("case_paper_outdated", form=paper.form)
    if doubled := _second_minutes(facts, paper.form, paper.id, world):
        return doubled
    if world.form_fault:
        return refusal("case_paper_incomplete", world.form_fault)
    if world.warning:
        return refusal("case_warning", world.warning)
    if world.rows_fault:
        return refusal("case_paper_contradicts", world.rows_fault)
    if world.hearing is not None:
        why = world.hearing.reasons[0].text
        return refusal("case_paper_denies_hearing", why)
    return internal.objection(facts, paper)


@side_guard.register
def _(content: s.DocumentReopened, facts: Facts, _world: World) -> Refuse | None:
    return _refused(_paper(facts, content.document_id, DocumentState.CONTENT_READY))


@side_guard.register
def _(content: s.DocumentIssued, facts: Facts, world: World) -> Refuse | None:
    if content.signature_level == by_hand.NO_SIGNATURE:
        return refusal("case_paper_unsigned")
    return _ready(facts, content, world)


def _ready(
    facts: Facts, content: s.DocumentIssued | s.DocumentPrinted, world: World
) -> Refuse | None:
    paper = _paper(facts, content.document_id, DocumentState.CONTENT_READY)
    if isinstance(paper, Refuse):
        return paper
    if paper.fields_hash != content.fields_hash:
        return refusal("case_paper_changed")
    if world.form_outdated:
        return refusal("case_paper_outdated", form=paper.form)
    unfit = internal.objection(facts, paper) or change_fault(facts, paper)
    unfit = unfit or _second_minutes(facts, paper.form, paper.id, world)
    if why := unfit or second.objection(facts, paper) or world.signing:
        return why
    # Practice B6: who alone drafted it signs it with his reason, whatever face or program asks.
    alone = content.alone is None and by_hand.drafted_alone(facts, paper, world.officer_id)
    return refusal("case_two_persons") if alone else None


@side_guard.register
def _(content: s.DocumentPrinted, facts: Facts, world: World) -> Refuse | None:
    return _ready(facts, content, world)


@side_guard.register
def _(content: s.DocumentScanned, facts: Facts, world: World) -> Refuse | None:
    return by_hand.scan_fault(content, facts, world)


@side_guard.register
def _(content: s.DocumentCompared, facts: Facts, world: World) -> Refuse | None:
    return by_hand.compare_fault(content, facts, world)


@side_guard.register
def _(content: s.DocumentAdopted, facts: Facts, world: World) -> Refuse | None:
    if content.document_id in facts.papers:
        return refusal("case_paper_state")
    if world.adopter is not None:
        return refusal("case_paper_adopted", number=world.adopter)
    other = violators.of_another(facts, content.fields) if content.form == "MBB01" else None
    if other is not None:
        return refusal("case_minutes_of_another", name=other)
    return None if world.adopted else refusal("case_paper_unknown")


@side_guard.register
def _(content: s.DocumentDelivered, facts: Facts, _world: World) -> Refuse | None:
    paper = _paper(facts, content.document_id, DocumentState.SIGNED)
    if isinstance(paper, Refuse):
        return paper
    return internal.objection(facts, paper, content.receiver)


@side_guard.register
def _(content: s.DocumentDiscarded, facts: Facts, world: World) -> Refuse | None:
    waiting = (DocumentState.DRAFT, DocumentState.CONTENT_READY, DocumentState.PRINTED)
    paper = _paper(facts, content.document_id, *waiting)
    if isinstance(paper, Refuse):
        return paper
    return giving_up.fault(content, paper, facts, world)


@side_guard.register
def _(_content: s.DocumentNumberVoided, _facts: Facts, world: World) -> Refuse | None:
    return None if world.number_held else refusal("case_number_not_held")
