"""Lists and annexes of a paper (BK, PL): what was shown holds them, and they are frozen with the paper."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from backend.casework.rules import annexes, approving
from backend.casework.rules.facts import Facts, Paper
from backend.law import form_facts
from schemas.casework.words import CaseState, DocumentState

DAY = datetime(2026, 11, 30, tzinfo=UTC)
FINE = {"violator": {"kind": "individual", "name": "Trần Văn Mẫu"}, "total_fine": 5_000_000}
SHIRT = {"name": "Áo", "unit": "cái", "quantity": "2", "note": "rách"}
LIST = {"agency": "Đội 1", "parent_title": "Quyết định", "party_name": "Mẫu", "goods": [SHIRT]}


def paper(form: str, fields: dict[str, object], **more: object) -> Paper:
    state = more.pop("state", DocumentState.DRAFT)
    at = more.pop("at", DAY)
    made = Paper(uuid4(), form, 2, state, fields, "", uuid4(), at)  # type: ignore[arg-type]
    for name, value in more.items():
        setattr(made, name, value)
    return made


def case_of(*papers: Paper) -> Facts:
    facts = Facts(CaseState.DECISION_DUE, None, DAY)  # type: ignore[arg-type] # no opening is asked
    facts.papers = {one.id: one for one in papers}
    return facts


def fault(facts: Facts, annex: Paper, **changed: object) -> str | None:
    fields = annex.fields | changed
    return annexes.drafting_fault(facts, annex.id, None, annex.form, annex.form_version, fields)


def test_every_field_of_an_annex_is_material_or_not() -> None:
    known = annexes.MATERIAL | annexes.NOT_MATERIAL | annexes.LATER
    used: set[str] = set()
    for form in annexes.FORMS:
        for path in form_facts.FOLDER.glob(f"{form}.*.json"):
            used |= set(json.loads(path.read_text(encoding="utf-8"))["properties"])
    assert used == known
    assert not annexes.MATERIAL & (annexes.NOT_MATERIAL | annexes.LATER)


@pytest.mark.parametrize(
    ("changed", "shows", "voids"),
    [
        ({"goods": [SHIRT | {"quantity": "3"}]}, True, True),
        ({"party_name": "Người khác"}, True, True),
        ({"goods": [SHIRT | {"note": "cũ"}]}, True, False),
        ({"remarks": "Hàng để trong kho"}, True, False),
        ({"copies": 3}, True, False),
        ({"parent_number": "12/QĐ-XPHC", "parent_date": "2026-11-30"}, False, False),
    ],
)
def test_a_change_of_an_annex_voids_an_opinion_if_it_touches_party_or_goods_and_by_nothing_else(
    changed: dict[str, object], shows: bool, voids: bool
) -> None:
    before, after = paper("BK", LIST), paper("BK", LIST | changed)
    seen = [annexes.content_of(one.form, one.form_version, one.fields) for one in (before, after)]
    assert (seen[0] != seen[1]) is shows
    material = [approving.material_of("MQĐ02", FINE, [one]) for one in (before, after)]
    assert (material[0] != material[1]) is voids


def test_a_paper_without_annexes_keeps_the_hash_that_it_had() -> None:
    # Of records from before annexes were kept; the value was computed by the program of 28/11/2026.
    known = "8c3d7a752cc959e1bcb485c05ef82ca1217a4895ed29ed374a4a0ea0590ff4c9"
    assert approving.material_of("MQĐ02", FINE) == approving.material_of("MQĐ02", FINE, []) == known


def test_an_annex_that_says_nothing_voids_nothing_and_one_that_was_given_up_is_not_there() -> None:
    decision = paper("MQĐ02", FINE)
    empty = paper("PL", {"agency": "Đội 1", "heading": "Sơ đồ"}, belongs_to=decision.id)
    gone = paper("BK", LIST, belongs_to=decision.id, state=DocumentState.DISCARDED)
    attached = annexes.of_paper(case_of(decision, empty, gone), decision.id)
    assert attached == [empty]
    assert approving.material_of("MQĐ02", FINE, attached) == approving.material_of("MQĐ02", FINE)


@pytest.mark.parametrize("state", [DocumentState.CONTENT_READY, DocumentState.PRINTED])
def test_an_annex_does_not_change_while_its_paper_waits_for_a_signature(
    state: DocumentState,
) -> None:
    decision = paper("MQĐ02", FINE, state=state)
    annex = paper("BK", LIST, belongs_to=decision.id)
    facts = case_of(decision, annex)
    assert fault(facts, annex, goods=[]) == "annex_frozen"
    assert annexes.discarding_fault(facts, annex) == "annex_frozen"
    new = annexes.drafting_fault(facts, uuid4(), decision.id, "PL", 2, {})
    assert new == "annex_frozen"
    decision.state = DocumentState.DRAFT
    assert fault(facts, annex, goods=[]) is None
    assert annexes.discarding_fault(facts, annex) is None


def test_of_a_signed_paper_only_the_number_is_filled_in_and_a_later_annex_is_free() -> None:
    decision = paper("MQĐ02", FINE, state=DocumentState.SIGNED, numbered_at=DAY)
    before = paper("BK", LIST, belongs_to=decision.id, at=DAY - timedelta(hours=1))
    after = paper("BK", LIST, belongs_to=decision.id, at=DAY + timedelta(hours=1))
    facts = case_of(decision, before, after)
    assert fault(facts, before, parent_number="12/QĐ-XPHC") is None
    assert fault(facts, before, goods=[]) == "annex_frozen"
    assert fault(facts, after, goods=[]) is None


def test_an_annex_goes_with_another_paper_of_the_case_and_stays_with_it() -> None:
    decision, other = paper("MQĐ02", FINE), paper("MQĐ26", {})
    annex = paper("BK", LIST, belongs_to=decision.id)
    facts = case_of(decision, other, annex)
    for form, parent in (("MQĐ02", decision.id), ("BK", uuid4()), ("BK", annex.id)):
        assert annexes.drafting_fault(facts, uuid4(), parent, form, 2, {}) == "annex_parent"
    moved = annexes.drafting_fault(facts, annex.id, other.id, "BK", 2, LIST)
    assert moved == "annex_parent"
