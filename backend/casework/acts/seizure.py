"""Acts by which goods are seized, and a decision holds them (Law Art 125)."""

from collections.abc import Iterator
from typing import Any

from backend.casework.acts.clock_facts import Happened, SoFar, fact, until
from backend.casework.acts.declaring import Also, Ask, Completed, Declared, Move, Who
from backend.casework.acts.papers_first import Stands
from backend.casework.acts.shared import named
from backend.casework.rules import (
    carrying_out,
    effects_on_goods,
    minuted,
    offering,
    prefilled,
    recording,
    signed,
)
from backend.casework.rules.exhibit_guards import due_back, find_exhibits
from backend.casework.rules.facts import Event, Exhibit, Facts, Granted, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.signed import Difference
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import HOLDING, SEIZABLE
from backend.casework.texts.cases import refusal
from backend.core.local_time import day_of
from backend.ledger.bounds.edges import At, Now, Today, Told
from backend.ledger.bounds.table import HAPPENED, LAW, ORDER, SIGNED, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, CaseState, ExhibitState
from schemas.core.problems import Text
from schemas.law.deadlines import Fact


def _fold_exhibits_seized(
    content: case_exhibit_acts.ExhibitsSeized, facts: Facts, _event: Event
) -> None:
    for exhibit in content.exhibits:
        facts.exhibits[exhibit.exhibit_id] = Exhibit(
            content=exhibit,
            position=len(facts.exhibits) + 1,
            state=ExhibitState.SEIZED,
            keeper=content.keeper,
            place=content.place,
            seized_at=content.seized_at,
        )


def _guard_exhibits_seized(
    content: case_exhibit_acts.ExhibitsSeized, facts: Facts, context: GuardContext
) -> Refuse | None:
    if any(
        isinstance(one.content, case_exhibit_acts.ExhibitsSeized)
        and one.content.document_id == content.document_id
        for one in facts.events
    ):
        number = facts.papers[content.document_id].number
        return refusal("case_seized_already", number=number or "?")
    ids = [one.exhibit_id for one in content.exhibits]
    if len(set(ids)) != len(ids) or set(ids) & facts.exhibits.keys():
        return refusal("case_exhibit")
    return recording.differs(context.differs) if context.differs else None


def _seizure_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact of a seizure.

    After the decision it can only secure the execution (Law Art 125.1).
    """
    content = act.content
    so_far.held[content.document_id] = {one.exhibit_id for one in content.exhibits}
    so_far.papers_held |= {one.exhibit_id for one in content.exhibits if one.kind == "document"}
    details = {"seizure_id": str(content.document_id)}
    if so_far.decided_on and day_of(content.seized_at) >= so_far.decided_on:
        details["purpose"] = "secure"
    return [fact(act, details, "seized_at")]


def _minutes_differ(
    content: case_exhibit_acts.ExhibitsSeized, paper: Paper, _beside: signed.Beside
) -> Iterator[signed.Difference | None]:
    """Yield what the minutes say of the goods and the act contradicts."""
    fields = paper.fields
    listed = signed.holds(paper, "/goods")
    if fields.get("started_at"):
        yield signed.same("/started_at", signed.moment(fields["started_at"]), content.seized_at)
    if (fields.get("keeper") or {}).get("name"):
        yield signed.same("/keeper/name", fields["keeper"]["name"], content.keeper)
    if fields.get("custody_place"):
        yield signed.same("/custody_place", fields["custody_place"], content.place)
    goods = [(f"/goods/{at}", "exhibit", row) for at, row in enumerate(fields.get("goods") or [])]
    rows = goods if listed else minuted.seized(fields)
    if len(rows) != len(content.exhibits):
        where = "/goods" if listed else "/exhibits"
        yield signed.Difference(where, str(len(rows)), str(len(content.exhibits)))
        return
    for (at, kind, row), one in zip(rows, content.exhibits, strict=True):
        # the table of licences has no units
        for part in ("name", "quantity") if kind == "document" else ("name", "unit", "quantity"):
            yield signed.same(f"{at}/{part}", row.get(part), getattr(one, part))


EXHIBITS_SEIZED = Declared(
    wire=CaseAct.EXHIBITS_SEIZED,
    effect=Effect(
        ("MBB15", "MBB01"),
        effects_on_goods.seized,
        offers=effects_on_goods.kept_by,
        each=("exhibits", "value", "value_basis", "no_seal"),
        unsaid=effects_on_goods.kept_nowhere,
    ),
    ground=("MBB15", "MBB01"),
    said_by_ground=prefilled.seized,
    held_by_ground=prefilled.held_exhibits,
    who=Who.WORKER,
    moves=(Move(SEIZABLE),),
    line={CaseState.INSPECTING: 2, CaseState.INSPECTED: 2},
    fold=_fold_exhibits_seized,
    touches=lambda content, _facts: [one.exhibit_id for one in content.exhibits],
    begins_goods=lambda content: [one.exhibit_id for one in content.exhibits],
    paper=Stands("MBB15", "MBB01", "BK"),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_exhibits_seized,
    completed=Completed.GOODS,
    tells=_seizure_tells,
    cites_minutes=True,
    says_as_signed=_minutes_differ,
    bounds=(bound("/seized_at", LAW, Now(), HAPPENED),),
)


def _fold_seizure_decided(
    content: case_exhibit_acts.SeizureDecided | case_exhibit_acts.SeizureExtended,
    facts: Facts,
    _event: Event,
) -> None:
    for one in content.exhibits:
        facts.exhibits[one].until = content.until
        if isinstance(content, case_exhibit_acts.SeizureDecided):
            facts.exhibits[one].purpose = content.purpose


def _holds(
    content: case_exhibit_acts.SeizureDecided | case_exhibit_acts.SeizureExtended,
    facts: Facts,
    context: GuardContext,
) -> Refuse | None:
    if find_exhibits(facts, content.exhibits, ExhibitState.SEIZED) is None:
        return refusal("case_exhibit")
    if context.differs:
        return recording.differs(context.differs)
    return refusal("case_seizure_long", context.seizure) if context.seizure else None


def _guard_seizure_decided(
    content: case_exhibit_acts.SeizureDecided, facts: Facts, context: GuardContext
) -> Refuse | None:
    if why := _holds(content, facts, context):
        return why
    if due_back(facts, content.exhibits):
        return refusal("case_goods_due_back")
    if facts.papers[content.document_id].issued_on != content.decided_on:
        why_not = Text(vi="khác ngày ký quyết định", en="another than that of the signed decision")
        return refusal("case_dates", why_not)
    fault = carrying_out.seizure_fault(facts, content)
    return refusal("case_seizure_long", fault) if fault else None


def _holding_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    content = act.content
    details = until(content, content.until)
    if (purpose := getattr(content, "purpose", None)) is not None:
        details["purpose"] = str(purpose)
    return [
        fact(act, details | {"seizure_id": str(seizure)})
        for seizure, held in so_far.held.items()
        if held & set(content.exhibits)
    ]


def _holds_as_signed(content: Any, paper: Paper, facts: Facts) -> Iterator[Difference | None]:
    yield carrying_out.until_differs(paper, content.until)
    purpose = getattr(content, "purpose", None)
    if isinstance(content, case_exhibit_acts.SeizureDecided) and signed.holds(paper, "/purpose"):
        named = paper.fields.get("purpose")
        yield signed.same("/purpose", carrying_out.purpose(named), carrying_out.purpose(purpose))
    yield carrying_out.goods_differ(paper, facts, content.exhibits)


def _decision_differs(
    content: case_exhibit_acts.SeizureDecided, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    yield from carrying_out.about_differs(paper, facts, None)
    yield from _holds_as_signed(content, paper, facts)


def _held_by_its_paper(content: case_exhibit_acts.SeizureDecided) -> Granted:
    return Granted(
        content.document_id,
        exhibits=tuple(content.exhibits),
        until=content.until,
        purpose=content.purpose,
    )


SEIZURE_DECIDED = Declared(
    wire=CaseAct.SEIZURE_DECIDED,
    effect=Effect(("MQĐ20",), effects_on_goods.holds),
    ground=("MQĐ20",),
    said_by_ground=prefilled.held_goods,
    who=Who.HEAD,
    also=(Also.LEADER,),
    moves=(Move(HOLDING),),
    offered=offering.goods_left,
    fold=_fold_seizure_decided,
    touches=named,
    paper=Stands("MQĐ20"),
    asks=(
        Ask.SEIZURE_DAYS,
        Ask.DIFFERENCES,
    ),
    guard=_guard_seizure_decided,
    tells=_holding_tells,
    grants=_held_by_its_paper,
    undone=lambda content, undone: content.document_id in undone.granting,
    cites_minutes=True,
    carries_as_signed=_decision_differs,
    bounds=(
        bound("/decided_on", LAW, Today(), HAPPENED),
        bound("/until", At("/decided_on"), At("/decided_on", 366), ORDER),
    ),
)


def _held_by_a_decision(
    content: case_exhibit_acts.SeizureExtended, facts: Facts, _world: GuardContext
) -> Refuse | None:
    if due_back(facts, content.exhibits):
        return refusal("case_goods_due_back")
    found = find_exhibits(facts, content.exhibits, ExhibitState.SEIZED)
    known = found is not None and all(one.until is not None for one in found)
    return None if known else refusal("case_exhibit")


def _extension_differs(
    content: case_exhibit_acts.SeizureExtended, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    about = carrying_out.holding(facts, content.exhibits, CaseAct.SEIZURE_DECIDED)
    yield from carrying_out.about_differs(paper, facts, about)
    yield from _holds_as_signed(content, paper, facts)


def _held_longer(content: case_exhibit_acts.SeizureExtended) -> Granted:
    held = tuple(content.exhibits)
    return Granted(content.document_id, exhibits=held, until=content.until, extends=True)


SEIZURE_EXTENDED = Declared(
    wire=CaseAct.SEIZURE_EXTENDED,
    effect=Effect(("MQĐ21",), effects_on_goods.holds_longer),
    who=Who.HEAD,
    also=(Also.LEADER,),
    moves=(Move(HOLDING),),
    offered=offering.goods_left,
    fold=_fold_seizure_decided,
    touches=named,
    paper=Stands("MQĐ21", asked_before=_held_by_a_decision),
    asks=(
        Ask.EXTENSION_DAYS,
        Ask.DIFFERENCES,
    ),
    guard=_holds,
    tells=_holding_tells,
    grants=_held_longer,
    undone=lambda content, undone: content.document_id in undone.granting,
    carries_as_signed=_extension_differs,
    bounds=(bound("/until", (LAW, Told("seized")), Today(366), SIGNED),),
)


ALL = (EXHIBITS_SEIZED, SEIZURE_DECIDED, SEIZURE_EXTENDED)
