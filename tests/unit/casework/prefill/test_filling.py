"""Every form filled from a case: what a case tells stands in it, and what only a person can write is named here."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from backend.casework.prefill import filling
from backend.casework.prefill.context import Context, Inspected, Officer, PrefillInputs
from backend.casework.prefill.filling import bases
from backend.casework.rules.facts import Exhibit, Facts, Paper
from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from backend.law.sanctions import service as sanctions
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.treasury import Treasury
from schemas.casework.words import (
    CaseOfficerRole,
    CaseState,
    DocumentState,
    ExhibitState,
    ExplanationMode,
)
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import ViolationField
from schemas.law.deadlines import Limit
from schemas.law.sanctions import (
    ActOrder,
    Behaviour,
    Circumstances,
    ExtraKind,
    ExtraPenalty,
    Remedy,
    RemedyKind,
    SanctionOrder,
    Values,
)
from tests.support import cases_made

NOW = datetime(2026, 3, 9, 3, 0, tzinfo=UTC)
TODAY = date(2026, 3, 9)
UNIT = "Đội Quản lý thị trường số 1"
HEAD = Officer("Ngô Thị Bích Thủy", "Chi cục trưởng", "Chi cục Quản lý thị trường thành phố Hà Nội")
AN = Officer("Nguyễn Văn An", "Kiểm soát viên", UNIT, number="01-QLTT0101", id=new_id())

BY_A_PERSON: dict[str, set[str]] = {
    "QĐ-SĐBSKT": {"reason", "changes"},
    "QĐ-NV": {"measure", "ground", "content", "valid_from", "valid_to"},
    "BB-XMLV": {"started_at", "ended_at", "purpose", "content", "read_back"},
    "NK": set(),
    "BK": set(),
    "PL": {"heading", "sections"},
    "BC": {"course", "results", "proposals"},
    "ĐX": set(),
    "PA": {"expected_start", "expected_end", "contingencies", "means"},
    "MBB01": {
        "started_at", "ended_at", "subject_opinion", "ordered_to_stop", "read_back",
    },
    "MBB02": {
        "started_at", "ended_at", "subject_opinion", "content", "read_back",
    },
    "MBB03": {
        "started_at", "ended_at", "statement_law", "statement_facts", "statement_penalties", "read_back",
    },
    "MBB04": {
        "started_at", "ended_at", "chair", "finance", "specialist", "grounds", "exhibits",
        "read_back",
    },
    "MBB05": {
        "started_at", "ended_at", "subject_opinion", "violation_facts", "read_back",
    },
    "MBB06": {"started_at", "ended_at", "authority", "read_back"},
    "MBB15": {
        "started_at", "ended_at", "subject_opinion", "seizure_reason", "read_back",
    },
    "MBB08": {"started_at", "ended_at", "licences", "read_back"},
    "MBB16": {"started_at", "ended_at", "read_back"},
    "MBB17": {"decision_number", "decision_date", "started_at", "ended_at", "read_back"},
    "MBB20": {
        "started_at", "ended_at", "attendance", "witnesses", "exhibits", "read_back",
    },
    "MBB21": {"started_at", "ended_at", "method", "read_back"},
    "MBB23": {"started_at", "ended_at", "witnesses", "findings", "read_back"},
    "MBB24": {
        "started_at", "ended_at", "holder", "target", "scope", "findings", "read_back",
    },
    "MBB25": {
        "decision_number", "decision_date", "started_at", "ended_at", "witnesses", "search_place",
        "holder", "findings", "read_back",
    },
    "MBB26": {"started_at", "ended_at", "read_back"},
    "MBB27": {"started_at", "ended_at", "seal_state", "goods_state", "read_back"},
    "MBB28": {
        "decision_number", "decision_date", "started_at", "ended_at", "receivers",
        "read_back",
    },
    "MBB29": {"started_at", "ended_at", "receivers", "read_back"},
    "MBB30": {
        "decision_number", "decision_date", "started_at", "ended_at", "receivers", "ground", "licences",
        "read_back",
    },
    "MQĐ01": set(),
    "MQĐ02": {"pay_to", "account"},
    "MQĐ03": {"request", "until_on", "reason"},
    "MQĐ04": {"request", "relief", "amount", "remaining", "reason"},
    "MQĐ05": {"request", "instalments"},
    "MQĐ14": {"reason"},
    "MQĐ15": {"ground", "reason"},
    "MQĐ16": {"reason", "days", "participants"},
    "MQĐ17": {"ground", "proof", "successor"},
    "MQĐ20": {"purpose", "reason"},
    "MQĐ21": {"reason", "days", "until_on"},
    "MQĐ24": {"reason"},
    "MQĐ25": {"reason"},
    "MQĐ26": {"target", "area", "holder", "reason", "scope"},
    "MQĐ27": {"holder", "reason", "scope", "search_time"},
    "MQĐ29": {"reason", "lifted_at"},
    "MQĐ31": set(),
    "MQĐ32": {"reason", "suspension_number", "suspension_date"},
    "MQĐ33": {"to", "crime"},
    "MQĐ38": {"reason", "changes"},
    "MQĐ39": {"reason", "changes"},
    "MQĐ40": {"reason"},
    "MQĐ41": {"expert", "expert_address", "objects", "questions", "documents", "due_on"},
    "MQĐ42": {"ground", "licence", "receiver", "licences", "reason"},
}  # fmt: skip
"""Required fields that no act of the case tells."""


def order() -> SanctionOrder:
    behaviour = Behaviour(
        code=cases_made.BEHAVIOUR,
        version=0,
        name_vi="Kinh doanh hàng hóa nhập lậu",
        legal_basis="điểm d khoản 1 Điều 15 NĐ 98/2020/NĐ-CP",
        fine_min_vnd=4_000_000,
        fine_max_vnd=6_000_000,
        stated_for="individual",
        field=ViolationField.TRADE,
        multiple=None,
        check=None,
    )
    return SanctionOrder(
        subject=SubjectKind.INDIVIDUAL,
        decided_on=TODAY,
        acts=[
            ActOrder(
                behaviour=behaviour,
                acted_on=TODAY,
                circumstances=Circumstances(mitigating=["sincere"], aggravating=[]),
                values=Values(goods_value_vnd=15_000_000, illicit_gain_vnd=None, quantity=None),
                multipliers=[],
                warning=False,
                chosen_vnd=None,
                reason=None,
            )
        ],
        extra_penalties=[
            ExtraPenalty(
                kind=ExtraKind.CONFISCATION, value_vnd=15_000_000, months=None, text_vi="Tịch thu"
            )
        ],
        remedies=[Remedy(kind=RemedyKind.DESTROY, text_vi="Buộc tiêu hủy hàng hóa")],
    )


def paper(form: str, number: str) -> Paper:
    return Paper(
        id=new_id(),
        form=form,
        form_version=1,
        state=DocumentState.SIGNED,
        fields={},
        fields_hash=sha256_hex({}),
        drafted_by=new_id(),
        drafted_at=NOW,
        number=number,
        issued_on=date(2026, 3, 5),
    )


def case(**changed: Any) -> Facts:
    """A case in which everything has happened that a paper can speak of."""
    lead = case_parts.CaseOfficer(
        officer_id=AN.id or new_id(), full_name=AN.name, title="Kiểm soát viên", role=CaseOfficerRole.LEAD
    )  # fmt: skip
    opening = case_parts.Opening(
        number="1/VV", unit_id=new_id(), rule_set="2025-07-01", officers=[lead]
    )
    facts = Facts(CaseState.DECISION_DUE, opening, NOW, officers=[lead])
    facts.party = cases_made.party(**changed)
    facts.proposal = case_intake_acts.InspectionProposed(
        opening=None,
        document_id=None,
        basis="Tin báo về hàng nhập lậu",
        contents=["Hóa đơn, chứng từ"],
        expected_violation="Kinh doanh hàng hóa nhập lậu",
        expected_law="Điều 15 NĐ 98/2020/NĐ-CP",
        proposed_start=TODAY,
        duration_days=2,
        party=facts.party,
    )
    recorded = cases_made.violation(ended_on=TODAY)
    facts.recorded = case_acts.ViolationRecorded(
        document_id=new_id(),
        recorded_at=NOW,
        detected_on=TODAY,
        violations=[recorded],
        party=facts.party,
        victims=[],
        explanation_right=True,
        complex=False,
        electronic_consent=False,
    )
    facts.explanations = [
        case_acts.ExplanationReceived(
            mode=ExplanationMode.WRITTEN,
            received_at=NOW,
            content="Không biết hàng nhập lậu",
            accepted=False,
            document_id=None,
        )
    ]
    order_to_destroy = paper("MQĐ16", "9/MQĐ16")
    facts.papers[order_to_destroy.id] = order_to_destroy
    for number, form in enumerate(("MBB01", "MBB15", "MBB26", "MQĐ20", "MQĐ02"), start=1):
        one = paper(form, f"{number}/{form}")
        facts.papers[one.id] = one
    computation = sanctions.compute(order())
    facts.sanction = case_acts.SanctionImposed(
        document_id=list(facts.papers)[-1],
        decided_on=TODAY,
        order=computation.order,
        total=computation.total_vnd,
        computation=computation.hash,
        by_device=False,
        delegation=None,
        confiscated=[],
        comply_days=10,
        publish=False,
    )
    for name, seal in (("Mỹ phẩm", None), ("Nước hoa", "TN-0001")):
        content = case_exhibit_acts.Exhibit(
            exhibit_id=new_id(), name=name, kind="exhibit", unit="hộp", quantity="40", brand=None,
            origin=None, serial=None, condition="Mới", value=None, value_basis=None, photos=[],
        )  # fmt: skip
        facts.exhibits[content.exhibit_id] = Exhibit(
            content, len(facts.exhibits) + 1, ExhibitState.SEIZED, "Trần Quốc Bình", "Kho Đội 1", NOW,
            until=date(2026, 3, 18), seal=seal,
        )  # fmt: skip
    return facts


def inputs(facts: Facts, **changed: Any) -> PrefillInputs:
    inspection = Inspected(
        number="01010007/QĐ-KT",
        issued_on=date(2026, 3, 4),
        place="Số 3 đường Cây Đa",
        contents=("Hóa đơn, chứng từ",),
        started_at=NOW,
        minutes_number="1/BB-KT-01-QLTT0101",
        minutes_on=date(2026, 3, 5),
        team=(AN, Officer("Lê Thị Bình", "Kiểm soát viên", UNIT)),
    )
    given: dict[str, Any] = {
        "agency": UNIT,
        "unit": UNIT,
        "now": NOW,
        "today": TODAY,
        "writer": AN,
        "signer": HEAD,
        "inspection": inspection,
        "computation": sanctions.compute(order()),
        "circumstances": {"sincere": "Thành thật hối lỗi"},
        "fields": {cases_made.BEHAVIOUR: "thương mại"},
        "about": next(reversed(facts.papers.values()), None),
        "about_title": "Quyết định xử phạt vi phạm hành chính",
        "last_days": {"D21": date(2026, 3, 18)},
        "titles": {"MQĐ02": "Quyết định xử phạt", "MBB15": "Biên bản tạm giữ", "MBB01": "Biên bản"},
    }
    return PrefillInputs(**(given | changed))


def filled(form: str, facts: Facts, **changed: Any) -> dict[str, Any]:
    return filling.fill(
        forms.load(form, forms.newest(form)), Context(form, facts, inputs(facts, **changed))
    )


@pytest.mark.parametrize("form", sorted(filling.FORMS))
def test_a_filled_form_lacks_only_what_a_person_must_write(form: str) -> None:
    facts = case()
    found = {
        forms.split(at)[0]
        for at, _ in forms.validate(form, forms.newest(form), filled(form, facts))
    }
    # The keeper is named as the act names him; his title is a person's to write.
    assert found - {"keeper"} == BY_A_PERSON[form]


@pytest.mark.parametrize("form", sorted(filling.FORMS))
@pytest.mark.parametrize("kind", list(SubjectKind))
def test_an_empty_case_fills_a_form_with_nothing_made_up(form: str, kind: SubjectKind) -> None:
    lead = case_parts.CaseOfficer(
        officer_id=new_id(), full_name="An", title="", role=CaseOfficerRole.LEAD
    )
    opening = case_parts.Opening(
        number="1/VV", unit_id=new_id(), rule_set="2025-07-01", officers=[lead]
    )
    facts = Facts(CaseState.INFO_RECEIVED, opening, NOW, officers=[lead])
    facts.party = cases_made.party(kind=kind) if kind != SubjectKind.INDIVIDUAL else None
    bare = {"inspection": None, "computation": None, "about": None, "about_title": None}
    fields = filled(form, facts, signer=None, **bare)
    for at, text in forms.validate(form, forms.newest(form), fields):
        assert forms.value_at(fields, at) in (None, [], fields.get("keeper")), (at, text)
    assert not {"account", "agency_code", "pay_to"} & fields.keys()


def test_the_sanction_decision_bears_the_reckoning() -> None:
    fields = filled("MQĐ02", case(), treasury=Treasury(account="7111"))
    (one,) = fields["violations"]
    assert one["fine"] == fields["total_fine"] == 4_500_000
    assert one["mitigating"] == "Thành thật hối lỗi"
    assert one["provision"] == "điểm d khoản 1 Điều 15 NĐ 98/2020/NĐ-CP"
    assert fields["account"] == "7111"
    assert [row["measure"] for row in fields["additional"]] == ["Tịch thu"]
    assert [row["name"] for row in fields["exhibits"]] == ["Mỹ phẩm", "Nước hoa"]
    kept = msgspec.json.decode(fields["reckoning"], type=SanctionOrder)
    assert sanctions.compute(kept).hash == sanctions.compute(order()).hash


def test_legal_bases_come_in_the_forms_own_order_and_only_where_their_slots_are_known() -> None:
    fields = filled("MQĐ02", case())
    texts = [one["text"] for one in forms.load("MQĐ02", 3)["x-bases"]]
    assert fields["legal_bases"][:2] == texts[:2]
    assert fields["legal_bases"][2:4] == [
        "Biên bản vi phạm hành chính số 1/MBB01 lập ngày 05 tháng 3 năm 2026",
    ]
    bare = case()
    bare.papers.clear()
    bare.explanations.clear()
    assert filled("MQĐ02", bare, about=None)["legal_bases"] == texts[:2]


def test_a_seizure_decision_names_the_days_that_its_last_day_was_counted_by() -> None:
    facts = case()
    assert filled("MQĐ20", facts)["days"] == 7
    assert filled("MQĐ20", facts, limits={"D21": Limit(count=10, unit="wd")})["days"] == 10
    month = filled("MQĐ20", facts, limits={"D21": Limit(count=1, unit="m")})
    assert (month["days"], month["days_unit"]) == (1, "months")


def test_a_delegation_is_cited_as_the_decision_that_it_is() -> None:
    said = "Quyết định số 01000001/QĐ-GQ ngày 29 tháng 9 năm 2026 về việc giao quyền xử phạt"
    form = forms.load("MQĐ02", 2)
    assert bases(form, {"signer": {"delegation": said}})[-1] == said
    typed = bases(form, {"signer": {"delegation": "số 12/QĐ-GQ"}})[-1]
    assert typed == "Văn bản giao quyền xử phạt số 12/QĐ-GQ"


def test_a_party_does_not_carry_out_what_goes_past_it() -> None:
    facts = case()
    for form in ("MQĐ02", "MQĐ14", "MQĐ15", "MQĐ17", "MQĐ33"):
        assert filled(form, facts)["executor"] == inputs(facts).unit
    assert filled("MQĐ20", facts)["executor"] != inputs(facts).unit


def test_a_decision_speaks_of_the_decision_that_its_form_means() -> None:
    facts = case()
    meant = {
        "MBB01": "01010007/QĐ-KT", "MBB15": "4/MQĐ20", "MQĐ03": "5/MQĐ02", "MQĐ40": "5/MQĐ02",
        "MBB21": "9/MQĐ16",
    }  # fmt: skip
    assert {form: filled(form, facts)["decision_number"] for form in meant} == meant


def test_seals_are_put_on_what_has_none_and_opened_on_what_has() -> None:
    facts = case()
    assert [row["name"] for row in filled("MBB26", facts)["items"]] == ["Mỹ phẩm"]
    assert [row["seal_number"] for row in filled("MBB27", facts)["items"]] == ["TN-0001"]


@pytest.mark.parametrize("form", ["PA", "ĐX"])
def test_what_is_prepared_before_an_inspection_goes_to_nobody_outside(form: str) -> None:
    facts = case()
    said = filled(form, facts).get("recipients", [])
    said += forms.load(form, forms.newest(form)).get("x-recipients", [])
    assert said
    assert facts.party
    assert not any(facts.party.name in one or "{" in one for one in said)
