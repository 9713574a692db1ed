"""Kinds of data that every prescribed form must be set with, made from its example."""

import copy
from dataclasses import dataclass
from typing import Any

from backend.documents import forms
from tests.unit.documents.papers import specimens

Fields = dict[str, Any]
LONG = "Công ty trách nhiệm hữu hạn một thành viên xuất nhập khẩu thương mại dịch vụ tổng hợp " * 2
NAME = LONG[:180].strip()
WOMAN = {
    "kind": "individual", "name": "Trần Thị Mỹ Duyên", "sex": "female", "birth_date": "1984-09-30",
    "nationality": "Việt Nam", "occupation": "Buôn bán", "address": "Thôn 3, xã Bàu Cạn, tỉnh Gia Lai",
    "id_number": "064184000321", "id_date": "2022-07-01", "id_place": "Bộ Công an",
}  # fmt: skip
COMPANY = {
    "kind": "organisation", "name": "Công ty TNHH Thương mại Sao Mai",
    "address": "Lô B2, Khu công nghiệp Hòa Khánh, thành phố Đà Nẵng", "enterprise_code": "0401234567",
    "registration_number": "0401234567", "registration_date": "2015-03-12",
    "registration_place": "Sở Kế hoạch và Đầu tư thành phố Đà Nẵng", "representative_name": "Phạm Văn Dũng",
    "representative_sex": "male", "representative_title": "Giám đốc",
}  # fmt: skip
_PARTIES = ("violator", "subject")


@dataclass(frozen=True)
class Kind:
    """One kind of data: the fields of a paper, what it must say, and what it must not."""

    name: str
    fields: Fields
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def of(form: str) -> list[Kind]:
    """Return every kind of data that a form can have."""
    found = parties(form) + minor_and_unknown(form)
    found += [Kind("bare", bare(form)), Kind("everything", everything(form))]
    if lists := _goods(form):
        row = everything(form)[lists[0]][0]
        goods = [row | {"name": f"Hàng hóa số {at}"} for at in range(1, 201)]
        found.append(Kind("goods", everything(form) | {lists[0]: goods}, ("Hàng hóa số 200",)))
    return found


def parties(form: str) -> list[Kind]:
    """Return the kinds of party that a form takes, on its example."""
    if "subject_kind" in _properties(form):
        return _by_its_kind_alone(form)
    where = next((name for name in _PARTIES if name in _properties(form)), None)
    if where is None:
        return [Kind("individual", everything(form))]
    node = _properties(form)[where]
    if node["type"] != "object":
        return [Kind("individual", everything(form))]
    whole = everything(form)
    kinds = node["properties"]["kind"]["enum"]

    def party(name: str, value: Fields, says: tuple[str, ...], never: tuple[str, ...]) -> Kind:
        value = {key: inner for key, inner in value.items() if key in node["properties"]}
        return Kind(name, whole | {where: value}, says, never)

    found = []
    if "individual" in kinds:
        woman = WOMAN
        found.append(party("individual", woman, (woman["name"],), ("Tên của tổ chức",)))
    if "organisation" in kinds:
        found.append(party("organisation", COMPANY, ("Phạm Văn Dũng",), ()))
        found.append(party("organisation", COMPANY | {"name": NAME}, (NAME,), ()))
    return found


def _by_its_kind_alone(form: str) -> list[Kind]:
    """Return the parties of a form that states a kind beside a name (minutes of inspections)."""
    whole = everything(form)
    older = {name: value for name, value in whole.items() if name != "subject_kind"}
    woman = whole | {"subject_kind": "individual", "facility_name": WOMAN["name"]}
    company = whole | {"subject_kind": "organisation", "facility_name": NAME}
    both = "Cá nhân/người đại diện của tổ chức được kiểm tra"
    return [
        Kind("individual", woman, (f"Họ và tên: {WOMAN['name']}",), ("của tổ chức được",)),
        Kind("organisation", company, (NAME, "Người đại diện của tổ chức được kiểm tra"), (both,)),
        Kind("nobody said", older, (both,)),
    ]


def minor_and_unknown(form: str) -> list[Kind]:
    """Return a minor with a guardian, and a party that nobody determined, where the form takes them."""
    where = next((name for name in _PARTIES if name in _properties(form)), None)
    if where is None or _properties(form)[where]["type"] != "object":
        return []
    node, whole = _properties(form)[where], everything(form)
    found = []
    if "guardian_name" in node["properties"]:
        child = WOMAN | {"birth_date": "2010-01-02", "guardian_name": "Trần Văn Ba"}
        said = ("Họ và tên cha/mẹ hoặc người giám hộ: Trần Văn Ba",)
        found.append(Kind("minor", whole | {where: child}, said))
    if "unknown" in node["properties"]["kind"]["enum"]:
        nobody = {"kind": "unknown", "name": "Không xác định được"}
        fields = whole | {where: nobody}
        said = ("không xác định được",)
        found.append(Kind("unknown", fields, said, ("Họ và tên cha/mẹ", "có quyền khiếu nại")))
    return found


def everything(form: str) -> Fields:
    """Return the example of a form, which has all that its paper can say."""
    return copy.deepcopy(specimens.fields_of(form))


def bare(form: str) -> Fields:
    """Return the example without any optional field, at any depth, but with what its choices need."""
    schema, whole = forms.load(form, forms.newest(form)), everything(form)
    found: Fields = _required(schema, whole)
    for either in schema.get("x-either", []):  # one of several is required
        name = either["fields"][0]
        found.setdefault(name, _required(schema["properties"][name], whole[name]))
    for at, _ in forms.validate(form, forms.newest(form), found):  # what these make necessary
        found[forms.split(at)[0]] = whole[forms.split(at)[0]]
    return found


def _required(node: dict[str, Any], value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: value[name] for name in node.get("required", []) if name in value}
        return {name: _required(node["properties"][name], one) for name, one in kept.items()}
    if isinstance(value, list):
        return [_required(node["items"], one) for one in value]
    return value


def _properties(form: str) -> dict[str, Any]:
    found: dict[str, Any] = forms.load(form, forms.newest(form))["properties"]
    return found


def _goods(form: str) -> list[str]:
    whole = everything(form)
    return [
        name
        for name, node in _properties(form).items()
        if node["type"] == "array"
        and node.get("x-part") in {"exhibit", "sealed_item"}
        and whole.get(name)
    ]
