"""What of a paper is material to an opinion (practice B7): every field of every form is decided upon."""

import json

import pytest

from backend.casework.cases import limits
from backend.casework.drafting.service import FORMS
from backend.casework.rules import approving
from backend.law import form_facts
from schemas.approvals.words import SubmittedKind

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


def test_an_extension_is_limited_by_the_time_for_which_the_goods_are_held() -> None:
    """Law Art 125.8: MQĐ21 comes before the end of D21. A seizure itself has 24 hours (Art 125.4)."""
    assert approving.limits_of("MQĐ21", SubmittedKind.SEIZURE) == ("D21",)
    assert approving.limits_of("MQĐ20", SubmittedKind.SEIZURE) == ("D23",)
    assert approving.limits_of("MQĐ02", SubmittedKind.SANCTION) == limits.TO_DECIDE
    assert approving.limits_of("MQĐ03", SubmittedKind.OTHER_PAPER) == ()
