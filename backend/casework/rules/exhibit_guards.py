"""What may become of exhibits, and which paper each step needs: pure.

The decision's own rows say what is confiscated (Law on Handling Administrative Violations Art 126).
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.rules import early_sale
from backend.casework.rules.dividing import wholes
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import DECIDING, Exhibit, Facts, Paper
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, CaseState, ExhibitState, SeizurePurpose
from schemas.core.problems import Text
from schemas.law.sanctions import Computation, ExtraKind, ExtraPenalty

_AFTER = {
    ExhibitState.SEIZED: {
        ExhibitState.RETURNED,
        ExhibitState.CONFISCATED,
        ExhibitState.TRANSFERRED,
        ExhibitState.SOLD_EARLY,
    },
    ExhibitState.SOLD_EARLY: {
        ExhibitState.RETURNED,
        ExhibitState.CONFISCATED,
        ExhibitState.TRANSFERRED,
    },
    ExhibitState.CONFISCATED: {ExhibitState.SOLD, ExhibitState.TRANSFERRED},
}
"""States that an exhibit may pass to from its present one. Destruction is an act of its own."""
HANDED_OVER = ("MBB26", "MBB27")
"""Minutes under which goods change their keeper."""


def find_exhibits(facts: Facts, ids: list[UUID], *states: ExhibitState) -> list[Exhibit] | None:
    """Return the exhibits; None if one is missing, named twice or in another state."""
    found = [facts.exhibits[one] for one in ids if one in facts.exhibits]
    if len(found) != len(ids) or len(set(ids)) != len(ids):
        return None
    return (
        found
        if all(exhibit.state in (states or tuple(ExhibitState)) for exhibit in found)
        else None
    )


def listed(facts: Facts, paper: Paper, rows: str = "exhibits") -> set[UUID]:
    """Return the case's exhibits that a paper's rows name.

    A row names by name, unit and quantity, and by place if it has one. Each row names one exhibit.
    Of two that read alike it names the first that no row named yet. A place alone names nothing,
    because people read the words of the row.
    """
    found: set[UUID] = set()
    for row in paper.fields.get(rows) or []:
        place = row.get("position")
        same = (
            one.content.exhibit_id
            for one in facts.exhibits.values()
            if one.content.exhibit_id not in found
            and (not place or one.position == place)
            and key(row) == key_of(one.content)
        )
        if (first := next(same, None)) is not None:
            found.add(first)
    return found


def listed_licences(facts: Facts, paper: Paper) -> set[UUID]:
    """Return the case's things that a paper's rows of licences name, by name and quantity.

    The forms print no unit for licences (MBB17, MQĐ42).
    """
    rows = [
        (folded(str(row.get("name"))), folded(str(row.get("quantity"))))
        for row in paper.fields.get("licences") or []
    ]
    found: set[UUID] = set()
    for one in facts.exhibits.values():
        said = (folded(one.content.name), folded(one.content.quantity))
        if said in rows:
            rows.remove(said)
            found.add(one.content.exhibit_id)
    return found


def key(row: dict[str, Any]) -> tuple[str, ...]:
    """Return the words by which a paper's row names an exhibit, normalised for comparison."""
    return tuple(folded(str(row.get(name) or "")) for name in ("name", "unit", "quantity"))


def key_of(content: case_exhibit_acts.Exhibit) -> tuple[str, ...]:
    """Return the same of an exhibit."""
    return tuple(folded(one) for one in (content.name, content.unit, content.quantity))


def folded(text: str) -> str:
    """Normalise a text for comparison: lower case, single spaces."""
    return " ".join(text.casefold().split())


def confiscated_by(facts: Facts, paper: Paper) -> list[UUID]:
    """Return the exhibits without an end that a decision confiscates, in the order of the list."""
    named = listed(facts, paper)
    return [one.content.exhibit_id for one in facts.undecided if one.content.exhibit_id in named]


def reckoned_with(facts: Facts, paper: Paper, computation: Computation) -> Computation:
    """Return the computation by which competence is judged, with the goods' value.

    The goods are those that the paper's rows confiscate, whether or not the order names that
    penalty, and whatever value it gives. The greater value counts (Decree 189/2025 Art 12; Law Art
    52). If goods have no recorded value, the order must give one.
    """
    taken = confiscated_by(facts, paper)
    if not taken:
        return computation
    order = computation.order
    named = [one for one in order.extra_penalties if one.kind is ExtraKind.CONFISCATION]
    known = [facts.exhibits[one].content.value for one in taken]
    worth = sum(one or 0 for one in known)
    said = [one.value_vnd for one in named if one.value_vnd is not None]
    missing = None in known and (not said or len(said) < len(named))
    penalty = ExtraPenalty(
        kind=ExtraKind.CONFISCATION,
        value_vnd=None if missing else max(worth, sum(said)),
        months=None,
        text_vi=named[0].text_vi if named else "Tịch thu tang vật, phương tiện",
    )
    others = [one for one in order.extra_penalties if one.kind is not ExtraKind.CONFISCATION]
    judged = msgspec.structs.replace(order, extra_penalties=[*others, penalty])
    return msgspec.structs.replace(computation, order=judged)


def confiscation_fault(facts: Facts, document_id: UUID, confiscated: list[UUID]) -> Refuse | None:
    """Return why a decision cannot be entered as confiscating these, or None.

    Its paper may name other goods, or goods that are not listed.
    """
    said = confiscated_by(facts, facts.papers[document_id])
    rows = facts.papers[document_id].fields.get("exhibits") or []
    away = [one for one in facts.exhibits.values() if one.state == ExhibitState.TRANSFERRED]
    if away and any(key(row) in [key_of(one.content) for one in away] for row in rows):
        return refusal("case_confiscated_away")
    if len(rows) > len(said) and len(facts.undecided) > len(said):
        # A mistake in one row would leave its goods with their owner, against the signed paper.
        return refusal("case_confiscated_rows", count=len(rows) - len(said))
    if set(said) == set(confiscated):
        return None
    return refusal(
        "case_confiscated_differs",
        Text(vi=names(facts, said, "không có"), en=names(facts, said, "nothing")),
        entered=names(facts, confiscated, "–"),
    )


def names(facts: Facts, ids: Iterable[UUID], none: str) -> str:
    """Return the exhibits' names, in words for readers."""
    known = (facts.exhibits[one].content.name for one in ids if one in facts.exhibits)
    return "; ".join(known) or none


def disposing(
    facts: Facts,
    content: case_exhibit_acts.ExhibitsDisposed,
    context: GuardContext,
    *,
    unclaimed: bool = False,
) -> Refuse | None:
    """Return why exhibits may not end so, by this paper, or None.

    `unclaimed`: another decision than the case's own confiscates them, because nobody came for them.
    """
    found = find_exhibits(facts, content.exhibits)
    if found is None:
        return refusal("case_exhibit")
    to = content.disposition
    if to == ExhibitState.DESTROYED:
        return refusal("case_destruction_paper")
    if to != ExhibitState.RETURNED and due_back(facts, content.exhibits):
        return refusal("case_goods_due_back")
    freed = to == ExhibitState.RETURNED and not ordered(facts, content.exhibits, some=True)
    for exhibit in found:
        if early_sale.is_money(exhibit, to):
            return refusal("case_exhibit")
        if to not in _AFTER.get(exhibit.state, set()) and not (
            freed and exhibit.state == ExhibitState.CONFISCATED
        ):
            return refusal("case_confiscation" if to == ExhibitState.SOLD else "case_exhibit")
    match to:
        case ExhibitState.CONFISCATED:
            by_decision = (
                content.document_id is not None and content.document_id == facts.decision_id
            )
            fine = unclaimed or (by_decision and ordered(facts, content.exhibits))
            return None if fine else refusal("case_confiscation_paper")
        case ExhibitState.RETURNED:
            return _returning(facts, content, found)
        case ExhibitState.SOLD_EARLY:
            return early_sale.fault(facts, content, context)
        case ExhibitState.SOLD if not ordered(facts, content.exhibits):
            return refusal("case_confiscation")
        case ExhibitState.SOLD if not content.proceeds:
            return refusal("case_sale_sum")
        case _:
            return _handing_over(facts, content, found, context)


def due_back(facts: Facts, ids: Iterable[UUID]) -> bool:
    """Tell whether some of these are held although a resolved complaint annulled their seizure.

    What a decision in force confiscates does not go back.
    """
    held = {one.content.exhibit_id for one in facts.held} & facts.to_return & set(ids)
    return any(not ordered(facts, [one]) for one in held)


def ordered(facts: Facts, ids: list[UUID], *, some: bool = False) -> bool:
    """Tell whether a decision confiscated all of these, or `some` of them.

    It is the decision in force, or one about unclaimed goods.
    """
    chosen = facts.sanction or facts.remedy
    taken = {
        one
        for one, exhibit in facts.exhibits.items()
        if exhibit.taken_by and facts.papers[exhibit.taken_by].stands
    }
    both = set(ids) & (taken | set(chosen.confiscated if chosen else ()))
    return bool(both) if some else both == set(ids)


def _returning(
    facts: Facts, content: case_exhibit_acts.ExhibitsDisposed, found: list[Exhibit]
) -> Refuse | None:
    """Refuse a return that no paper allows.

    A decision (MQĐ24) that names the goods allows it, and so does the sanction that leaves them
    with their owner. Seizure minutes suffice only if no decision to hold the goods (MQĐ20) came in
    time, so that they go back (Law Art 125.4). No paper returns what a decision in force
    confiscates.
    """
    missing = stands(facts, content.document_id, "MQĐ24", "MQĐ02", "MBB15")
    paper = facts.papers.get(content.document_id) if content.document_id else None
    if missing or paper is None:
        return missing
    in_force = facts.decision_id is not None and facts.decision_gone_by is None
    if in_force and ordered(facts, content.exhibits, some=True):
        return refusal("case_confiscated_stays", number=_decision(facts))
    match paper.form:
        case "MQĐ24":
            said = listed(facts, paper)
            fine = set(content.exhibits) <= said
            return None if fine else _other_rows(facts, said, content.exhibits)
        case "MQĐ02":
            apart = any(_secures(facts, exhibit) for exhibit in found)
            fine = in_force and paper.id == facts.decision_id and not apart
        case _:
            held = any(exhibit.until is not None for exhibit in found)
            since = all(_secures(facts, exhibit) for exhibit in found)
            free = not held and (since or not in_force)
            fine = free and wholes(facts, content.exhibits) <= _seized_by(facts, paper)
    return None if fine else refusal("case_paper_missing", form="MQĐ24")


def _secures(facts: Facts, exhibit: Exhibit) -> bool:
    """Tell whether it is held for the execution.

    The decision does not mention such goods, and so does not free them (Art 125.6).
    """
    whole = exhibit.part_of or exhibit.content.exhibit_id
    decided = max(
        (at for at, one in enumerate(facts.events) if isinstance(one.content, DECIDING)),
        default=len(facts.events),
    )
    seized = next(
        at
        for at, one in enumerate(facts.events)
        if isinstance(one.content, case_exhibit_acts.ExhibitsSeized)
        and whole in {two.exhibit_id for two in one.content.exhibits}
    )
    return exhibit.purpose is SeizurePurpose.SECURE or seized > decided


def _decision(facts: Facts) -> str:
    paper = facts.papers.get(facts.decision_id) if facts.decision_id else None
    return (paper.number if paper else None) or "?"


def _other_rows(facts: Facts, said: set[UUID], entered: list[UUID]) -> Refuse:
    """Return the refusal if the paper's rows name other goods."""
    return refusal(
        "case_return_rows",
        Text(vi=names(facts, said, "không có"), en=names(facts, said, "nothing")),
        entered=names(facts, entered, "–"),
    )


def _seized_by(facts: Facts, paper: Paper) -> set[UUID]:
    return {
        one.exhibit_id
        for event in facts.events
        if isinstance(event.content, case_exhibit_acts.ExhibitsSeized)
        and event.content.document_id == paper.id
        for one in event.content.exhibits
    }


def needs_the_head(facts: Facts, content: case_exhibit_acts.ExhibitsDisposed) -> bool:
    """Tell whether only an officer with the authority may let the goods go, without a decision."""
    if content.disposition != ExhibitState.RETURNED:
        out = (ExhibitState.SOLD, ExhibitState.SOLD_EARLY, ExhibitState.TRANSFERRED)
        return content.disposition in out
    paper = facts.papers.get(content.document_id) if content.document_id else None
    return paper is not None and paper.form == "MBB15"


def _handing_over(
    facts: Facts,
    content: case_exhibit_acts.ExhibitsDisposed,
    found: list[Exhibit],
    context: GuardContext,
) -> Refuse | None:
    """Refuse to hand goods on without a paper that names the goods or their receiver.

    This is a referral (MQĐ33), or a filed paper that was made elsewhere. Goods that are only seized
    go to another authority only by that referral, or after the file went there. A licence that nobody
    collects goes to the body that issued it, by a decision (MQĐ42) that names it or by filed papers
    (Law Art 126.4b).
    """
    if content.document_id is not None and content.disposition == ExhibitState.TRANSFERRED:
        if missing := stands(facts, content.document_id, "MQĐ33", "MQĐ42"):
            return missing
        paper = facts.papers[content.document_id]
        if paper.form == "MQĐ42":
            fine = set(content.exhibits) <= listed_licences(facts, paper)
            fine = fine and _uncollected(facts, content)
        else:
            fine = set(content.exhibits) <= listed(facts, paper)
        return None if fine else refusal("case_handover_rows")
    gone = facts.state in (CaseState.TRANSFERRED, CaseState.CRIMINAL_TRANSFER)
    kept = (ExhibitState.SEIZED, ExhibitState.SOLD_EARLY)
    passed_on = content.disposition == ExhibitState.TRANSFERRED and _uncollected(facts, content)
    if not gone and not passed_on and any(exhibit.state in kept for exhibit in found):
        return refusal("case_paper_missing", form="MQĐ33")
    if content.sheet is None or content.receiver is None:
        return refusal("case_handover_filed")
    return filed(content.sheet, content.alone, facts, context.officer_id)


def _uncollected(facts: Facts, content: case_exhibit_acts.ExhibitsDisposed) -> bool:
    """Tell whether it was recorded of all of these that they are licences for which nobody came."""
    known = (one.content for one in facts.events if one.type == CaseAct.EXHIBITS_UNCLAIMED)
    left = {one for said in known if said.unclaimed == "licence" for one in said.exhibits}
    return set(content.exhibits) <= left


def moving(
    facts: Facts, content: case_exhibit_acts.ExhibitsMoved, context: GuardContext
) -> Refuse | None:
    """Refuse a change of keeper without minutes of the handover (Decree 138/2021).

    This holds for every officer. On the word of one officer alone, also of a head, goods pass only
    with a reason, and the officer is checked afterwards.
    """
    held = find_exhibits(facts, content.exhibits, ExhibitState.SEIZED, ExhibitState.CONFISCATED)
    if held is None:
        return _back_from_prosecution(facts, content, context)
    if content.document_id is not None:
        if missing := stands(facts, content.document_id, *HANDED_OVER):
            return missing
        said = listed(facts, facts.papers[content.document_id], "items")
        return None if set(content.exhibits) <= said else refusal("case_moved_rows")
    if content.sheet is not None:
        return filed(content.sheet, content.alone, facts, context.officer_id)
    return None if content.alone else refusal("case_moved_paper")


def _back_from_prosecution(
    facts: Facts, content: case_exhibit_acts.ExhibitsMoved, context: GuardContext
) -> Refuse | None:
    """Refuse goods back from the prosecution bodies, unless handover minutes are filed.

    They come back with the returned file (Law Art 63), and are held again.
    """
    away = find_exhibits(facts, content.exhibits, ExhibitState.TRANSFERRED)
    if away is None or not facts.back_since(content.exhibits):
        return refusal("case_exhibit")
    if content.sheet is None:
        return refusal("case_back_filed")
    return filed(content.sheet, content.alone, facts, context.officer_id)
