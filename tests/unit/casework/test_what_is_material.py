"""What of a paper is material to an opinion (practice B7): every field of every form is decided upon."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from backend.approvals.rules import keys
from backend.casework.drafting.service import FORMS
from backend.casework.rules import approving, time_to_decide
from backend.casework.rules.facts import Facts, Paper
from backend.force.rules import delegations
from backend.law import form_facts
from schemas.approvals.words import SubmittedKind
from schemas.casework.words import CaseState, DocumentState

SUBMITTED = sorted(FORMS & set(form_facts.numbered_by_units()))
NAMED = frozenset(name for names in approving.MATERIAL.values() for name in names)
FINE = {
    "violator": {"kind": "individual", "name": "Trần Văn Mẫu"},
    "violations": [{"code": "X", "fine": 5_000_000}],
    "total_fine": 5_000_000,
    "exhibits": [{"name": "Áo", "quantity": "2", "note": "rách"}],
    "recipients": ["Như trên"],
    "signer": {"name": "Bùi Hương Giang"},
}


DAY = datetime(2026, 11, 30, tzinfo=UTC)


def _paper(form: str, number: str | None, **fields: str) -> Paper:
    state = DocumentState.SIGNED if number else DocumentState.DRAFT
    return Paper(uuid4(), form, 2, state, {**fields}, "", uuid4(), DAY, number=number)


def test_every_field_of_every_form_that_can_be_submitted_is_material_or_not() -> None:
    known = NAMED | approving.NOT_MATERIAL
    used: set[str] = set()
    for form in SUBMITTED:
        for path in form_facts.FOLDER.glob(f"{form}.*.json"):
            fields = set(json.loads(path.read_text(encoding="utf-8"))["properties"])
            assert not fields - known, f"{path.name}: material or not?"
            used |= fields
    assert known == used, "no form has these any more"
    assert not NAMED & approving.NOT_MATERIAL


@pytest.mark.parametrize(
    ("changed", "voids"),
    [
        ({"violator": {"kind": "individual", "name": "Người khác"}}, True),
        ({"violations": [{"code": "Y", "fine": 5_000_000}]}, True),
        ({"total_fine": 6_000_000}, True),
        ({"exhibits": [{"name": "Áo", "quantity": "3", "note": "rách"}]}, True),
        ({"signer": {"name": "Đặng Thanh Hải"}}, True),
        ({"pay_days": 5}, True),
        ({"exhibits": [{"name": "Áo", "quantity": "2", "note": "cũ"}]}, False),
        ({"recipients": ["Như trên", "Lưu: VT"]}, False),
        ({"remedies": []}, False),
        ({"number": "12/QĐ-XPHC"}, False),
    ],
)
def test_an_opinion_is_voided_by_what_the_rule_names_and_by_nothing_else(
    changed: dict[str, object], voids: bool
) -> None:
    before = approving.material_of("MQĐ02", FINE)
    assert (approving.material_of("MQĐ02", FINE | changed) != before) is voids


def test_what_was_shown_is_all_of_it_but_the_number() -> None:
    def shown(fields: dict[str, object], **head: str) -> str:
        return approving.shown_of(
            "MQĐ02", 3, fields, {"unit": "Chi cục", "superior": ""} | head, []
        )

    assert shown(FINE) == shown(FINE | {"number": "12/QĐ-XPHC"})
    assert shown(FINE) != shown(FINE | {"recipients": []})
    assert shown(FINE) != shown(FINE, unit="Chi cục khác")


def test_a_decision_that_changes_another_goes_by_the_route_of_that_one() -> None:
    assert approving.kind_of("MQĐ38", "MQĐ02") is SubmittedKind.SANCTION
    assert approving.kind_of("MQĐ40", "MQĐ20") is SubmittedKind.SEIZURE
    assert approving.kind_of("MQĐ20", None) is SubmittedKind.SEIZURE
    assert approving.kind_of("PA", None) is SubmittedKind.ADHOC_PLAN
    assert approving.kind_of("MQĐ26", None) is SubmittedKind.OTHER_PAPER


@pytest.mark.parametrize(
    ("form", "kind", "limits_are"),
    [
        ("MQĐ02", SubmittedKind.SANCTION, time_to_decide.RULES),
        ("MQĐ20", SubmittedKind.SEIZURE, ("D23",)),  # 24 hours (Law Art 125.4)
        ("MQĐ21", SubmittedKind.SEIZURE, ("D21",)),  # before the goods must go back (Art 125.8)
        ("MQĐ24", SubmittedKind.OTHER_PAPER, ("D21", "D22")),  # the same (Arts 125.8, 60.3)
        ("MQĐ33", SubmittedKind.OTHER_PAPER, ("P14",)),  # five working days (Art 62.2)
        ("MQĐ42", SubmittedKind.OTHER_PAPER, ("P17",)),  # ten (Art 126.4b)
        ("MQĐ14", SubmittedKind.SANCTION, ("P16.decide",)),  # goods that nobody claims (Art 126.4)
        ("MQĐ15", SubmittedKind.SANCTION, ()),  # also after the time for a fine (Arts 65.2, 66.2)
        ("MQĐ38", SubmittedKind.SANCTION, ("P18",)),  # a year (Decree 118/2021 Art 15)
        ("MQĐ39", SubmittedKind.SANCTION, ("P18",)),
        ("MQĐ40", SubmittedKind.SANCTION, ()),  # whole: no end (Art 15.2)
        ("MQĐ38", SubmittedKind.SEIZURE, ()),
        ("MQĐ03", SubmittedKind.OTHER_PAPER, ()),
    ],
)
def test_a_paper_is_limited_by_what_the_law_says_of_that_paper(
    form: str, kind: SubmittedKind, limits_are: tuple[str, ...]
) -> None:
    assert approving.limits_of(form, kind) == limits_are


def test_a_paper_about_goods_is_about_the_seizure_whose_minutes_or_decision_it_names() -> None:
    first, second = _paper("MBB15", "01/BB-TG"), _paper("MBB15", "02/BB-TG")
    decision = _paper("MQĐ20", "07/QĐ-TG", seizure_minutes_number="02/BB-TG")
    facts = Facts(CaseState.DECISION_DUE, None, DAY)  # type: ignore[arg-type] # no opening is asked
    facts.papers = {one.id: one for one in (first, second, decision)}
    extension = _paper("MQĐ21", None, decision_number="07/QĐ-TG")
    assert approving.minutes_of(decision, facts) == {second.id}
    assert approving.minutes_of(extension, facts) == {second.id}
    assert approving.minutes_of(_paper("MQĐ21", None), facts) == set()


def test_the_deputy_who_is_asked_to_sign_holds_the_powers_that_the_paper_needs() -> None:
    """A delegation of sanctions signs no paper of an inspection, nor the other way (Law Art 54, Ordinance Art 21)."""
    asked = {form: keys.DELEGATED[approving.kind_of(form, None)] for form in SUBMITTED}
    assert asked == {form: delegations.kind_of(form) for form in SUBMITTED}
