"""Papers of cases for tests: fields that agree with what an act will say, with the name of the
signer."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.prefill import parts
from backend.casework.rules import signed
from backend.casework.rules.facts import Facts
from backend.core import clock, local_time
from backend.core.canonical_json import canonical
from backend.documents import forms
from backend.law.catalogue import service as catalogue
from backend.law.sanctions import service as sanctions
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.law.sanctions import Circumstances, SanctionOrder, Values
from tests.support.people import Person

EXAMPLES = Path(__file__).parents[1] / "unit/documents/examples"
BEHAVIOUR = "ND98-15-1-d"
"""Trading smuggled goods worth 10 to under 20 million đồng: a fine of 4 to 6 million for an
individual."""
COMPLEX = {
    "complex_serious": "Hàng giả bán ở nhiều tỉnh",
    "complex_facts": "Nhiều nguồn hàng, nhiều chủ hàng chưa rõ",
    "complex_time": "Chờ kết quả giám định của ba lô hàng",
}
"""The three grounds of a complex case, in the words of an act."""


def today() -> date:
    """Today in Vietnam."""
    return clock.today()


def day_of(form: str, fields: dict[str, Any]) -> date:
    """The day on which a paper is signed: for violation minutes the day that they state, for all
    others today."""
    if form != "MBB01":
        return today()
    return local_time.day_of(datetime.fromisoformat(str(fields["started_at"])))


def in_days(days: int) -> date:
    """The day this many days from today."""
    return today() + timedelta(days=days)


def party(**changed: Any) -> case_parts.Party:
    """An individual who keeps a shop. `changed` replaces fields."""
    given: dict[str, Any] = {
        "subject_id": None,
        "kind": SubjectKind.INDIVIDUAL,
        "name": "Trần Văn Mẫu",
        "trade_name": None,
        "identity_number": "001099900017",
        "birth_date": date(1985, 5, 6),
        "sex": "male",
        "nationality": "Việt Nam",
        "occupation": "Buôn bán",
        "tax_code": None,
        "registration_number": None,
        "address": "Số 3 đường Cây Đa, xã Đồng Mẫu, thành phố Hà Nội",
        "representative": None,
        "representative_title": None,
        "phone": None,
        "email": None,
    }
    return case_parts.Party(**(given | changed))


def inspected_party(who: case_parts.Party | None = None) -> DecisionSubject:
    """The given or usual party, as an inspection decision names it."""
    known = msgspec.to_builtins(who or party())
    names = DecisionSubject.__struct_fields__
    return msgspec.convert({name: known[name] for name in names}, DecisionSubject)


def example(form: str) -> dict[str, Any]:
    """Fields that satisfy the newest version of a form."""
    path = EXAMPLES / f"{form}.{forms.newest(form)}.json"
    found: dict[str, Any] = msgspec.json.decode(path.read_bytes())
    return found


def signed_by(form: str, fields: dict[str, Any], who: Person) -> dict[str, Any]:
    """The fields with this person as the signer, wherever the form names the signer: a paper
    carries its signer's name."""
    named = fields
    for name in ("signer", "maker", "leader"):
        if isinstance(fields.get(name), dict):
            said = dict(fields[name]) | {"name": who.full_name, "title": who.title}
            said.pop("delegation", None)
            if "officer_number" in said:
                said["officer_number"] = who.officer_number
            named = named | {name: said}
            break
    return named


def known_to(form: str, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that the form's newest version has, without unknown values."""
    kept: dict[str, Any] = parts.without_nothing(fields, forms.load(form, forms.newest(form)))
    return kept


def minutes(
    who: case_parts.Party, violations: Sequence[case_acts.RecordedViolation], **changed: Any
) -> dict[str, Any]:
    """The fields of violation minutes with this content. The violator may explain, and does not ask
    to."""
    said = {
        "violator": parts.party(who),
        "violations": [
            parts.violation(one) | {"description": "Bày bán tại quầy."} for one in violations
        ],
        "detected_on": today().isoformat(),
        "started_at": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
        "ended_at": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
        "explanation": "yes",
        "explanation_waived": True,
    }
    plain = example("MBB01") | known_to("MBB01", said)
    return {
        name: value
        for name, value in plain.items()
        if name not in ("e_consent", "appointment_at", "exhibits")
    } | changed


def seizure(content: case_exhibit_acts.ExhibitsSeized) -> dict[str, Any]:
    """The fields of seizure minutes with this content."""
    said = {
        "started_at": f"{content.seized_at:%Y-%m-%dT%H:%M:%SZ}",
        "ended_at": f"{content.seized_at:%Y-%m-%dT%H:%M:%SZ}",
        "custody_place": content.place,
        "keeper": {"name": content.keeper, "title": "Thủ kho"},
        "exhibits": [
            {"name": one.name, "unit": one.unit, "quantity": one.quantity}
            for one in content.exhibits
            if one.kind != "document"
        ],
        "licences": [
            {"name": one.name, "quantity": one.quantity}
            for one in content.exhibits
            if one.kind == "document"
        ],
    }
    return example("MBB15") | said


def decision(
    wanted: SanctionOrder, form: str = "MQĐ02", who: case_parts.Party | None = None
) -> dict[str, Any]:
    """The fields of a sanction decision that follows from an order and carries it."""
    computation = sanctions.compute(wanted)
    violations = [
        {
            "wording": act.name_vi,
            "provision": act.legal_basis,
            "penalty": "warning" if act.warning else "fine",
            "fine": None if act.warning else act.amount_vnd,
            "code": act.code,
            "catalogue_version": act.version,
            "ended_on": meant.acted_on.isoformat(),
            "goods_value": meant.values.goods_value_vnd,
            "illicit_gain": meant.values.illicit_gain_vnd,
        }
        for act, meant in zip(computation.acts, wanted.acts, strict=True)
    ]
    said = {
        "violator": parts.party(who or party(kind=wanted.subject)),
        "violations": violations,
        "reckoning": canonical(msgspec.to_builtins(wanted)).decode(),
    }
    plain = {
        name: value
        for name, value in example(form).items()
        if name not in ("additional", "remedies", "exhibits", "annulled_by_number")
    }
    measures = {
        "additional": [parts.additional(one) for one in wanted.extra_penalties],
        "remedies": [{"measure": one.text_vi, "term": "10 ngày"} for one in wanted.remedies],
    }
    return (
        plain
        | known_to(form, said | measures)
        | {"total_fine": computation.total_vnd, "pay_days": 10}
    )


def remedy(
    content: case_acts.RemedyOrdered, form: str = "MQĐ15", who: case_parts.Party | None = None
) -> dict[str, Any]:
    """The fields of a decision on remedies alone with this content."""
    said = {
        "violator": parts.party(who or party()),
        "ground": signed.GROUNDS[content.why],
        "reason": content.reason,
        "remedies": [
            {"kind": str(kind), "measure": one, "term": "10 ngày"}
            for one, kind in zip(content.remedies, content.kinds or ["disgorge"] * 20, strict=False)
        ],
    }
    return example(form) | known_to(form, said)


def violation(code: str = BEHAVIOUR, **changed: Any) -> case_acts.RecordedViolation:
    """A behaviour as the minutes record it."""
    given: dict[str, Any] = {
        "code": code,
        "catalogue_version": 0,
        "name": "Kinh doanh hàng hóa nhập lậu, trị giá hàng từ 10 đến dưới 20 triệu đồng",
        "legal_basis": "điểm d khoản 1 Điều 15 NĐ 98/2020/NĐ-CP",
        "description": "Bày bán 40 hộp mỹ phẩm không có hóa đơn, chứng từ.",
        "ended_on": today(),
        "goods_value": 15_000_000,
        "illicit_gain": None,
        "aggravating": [],
        "mitigating": [],
    }
    if code != BEHAVIOUR:
        found = next(one for one in catalogue.violations() if one.code == code)
        given |= {"name": found.name_vi, "legal_basis": found.legal_basis}
    return case_acts.RecordedViolation(**(given | changed))


def exhibit(**changed: Any) -> case_exhibit_acts.Exhibit:
    """An exhibit as seizure minutes record it."""
    given: dict[str, Any] = {
        "exhibit_id": new_id(),
        "name": "Mỹ phẩm không hóa đơn",
        "kind": "exhibit",
        "unit": "hộp",
        "quantity": "40",
        "brand": None,
        "origin": None,
        "serial": None,
        "condition": "Còn nguyên hộp",
        "value": 15_000_000,
        "value_basis": "Giá niêm yết",
        "photos": [],
    }
    return case_exhibit_acts.Exhibit(**(given | changed))


def rows(facts: Facts, ids: list[UUID]) -> list[dict[str, Any]]:
    """Exhibits in the form in which papers list them."""
    listed = (facts.exhibits[one].content for one in ids)
    return [{"name": one.name, "unit": one.unit, "quantity": one.quantity} for one in listed]


def circumstances(mitigating: int) -> Circumstances:
    """So many mitigating circumstances, at most two, and no aggravating one."""
    return Circumstances(mitigating=["sincere", "mitigated_harm"][:mitigating], aggravating=[])


def values_of(one: case_acts.RecordedViolation) -> Values:
    """The values of an order about a recorded violation."""
    return Values(goods_value_vnd=one.goods_value, illicit_gain_vnd=one.illicit_gain, quantity=None)
