"""The inspection minutes as a form: what is accepted, and what is said where it is not."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from backend.documents import forms


def minutes(**given: Any) -> dict[str, Any]:
    person = {"name": "Nguyễn Văn An", "title": "Kiểm soát viên"}
    return {
        "agency": "Đội Quản lý thị trường số 1",
        "legal_bases": ["Pháp lệnh Quản lý thị trường"],
        "decision_number": "01020001/QĐ-KT",
        "decision_date": "2026-01-05",
        "facility_name": "Hộ kinh doanh Hoa Sen",
        "facility_address": "Số 1 đường A",
        "leader": person,
        "members": [person],
        "started_at": "2026-01-05T01:00:00Z",
        "ended_at": "2026-01-05T03:00:00Z",
        "place": "Số 1 đường A",
        "contents": [{"content": "Niêm yết giá", "result": "Có niêm yết"}],
        "violations": [],
        "subject_opinion": "",
        "team_opinion": "Không có",
        "copies": 2,
        "pages": 3,
        "read_back": True,
        **given,
    }


def pointers(fields: dict[str, Any]) -> list[str]:
    return [pointer for pointer, _ in forms.validate("BB-KT", 1, fields)]


def test_whole_minutes_have_no_findings() -> None:
    assert pointers(minutes()) == []


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"agency": ""}, "/agency"),
        ({"legal_bases": []}, "/legal_bases"),
        ({"decision_date": "2026-02-30"}, "/decision_date"),
        ({"decision_date": "20260105"}, "/decision_date"),
        ({"decision_date": "2026-W05-1"}, "/decision_date"),
        ({"started_at": "2026-01-05T08:00:00"}, "/started_at"),
        ({"started_at": "20260105T080000.000+07:00"}, "/started_at"),
        ({"started_at": "2026-01-05T24:00:00Z"}, "/started_at"),
        ({"copies": True}, "/copies"),
        ({"pages": 0}, "/pages"),
        ({"leader": {"name": "A"}}, "/leader/title"),
        ({"goods": [{"name": "Sữa", "unit": "hộp", "quantity": "1.5"}]}, "/goods/0/quantity"),
        ({"goods": [{"name": "Sữa", "unit": "hộp", "quantity": "12\n"}]}, "/goods/0/quantity"),
        ({"contents": [{"content": "a", "result": "x" * 5001}]}, "/contents/0/result"),
        ({"a/b": 1}, "/a~1b"),
        ({"ended_at": "2026-01-05T00:59:00Z"}, "/ended_at"),
    ],
)
def test_a_finding_names_the_very_field(given: dict[str, Any], pointer: str) -> None:
    assert pointer in pointers(minutes(**given))


def test_every_missing_field_is_named_once() -> None:
    required = forms.load("BB-KT", 1)["required"]
    assert pointers({}) == [f"/{name}" for name in required]


def test_findings_are_said_in_both_languages() -> None:
    findings = forms.validate("BB-KT", 1, minutes(copies=99))
    assert [(text.vi, text.en) for _, text in findings] == [
        ("Không lớn hơn 20.", "Not more than 20.")
    ]


def test_a_field_is_called_as_on_the_paper() -> None:
    said = forms.label("BB-KT", 1, "/contents/0/result", "vi")
    assert said == "Nội dung và kết quả kiểm tra 1 – Kết quả"


def test_every_form_is_a_valid_schema_with_both_labels_and_limits() -> None:
    for form, version in forms.known():
        schema = forms.load(form, version)
        Draft202012Validator.check_schema(schema)
        for name, node in _nodes(schema):
            assert set(node["x-label"]) == {"vi", "en"}, name
            kind = node["type"]
            assert kind != "number", f"{name}: an act has no floating-point numbers"
            assert kind != "string" or "maxLength" in node, name
            assert kind != "array" or "maxItems" in node, name
            assert kind != "object" or node["additionalProperties"] is False, name


@pytest.mark.parametrize(("form", "version"), [("BB-KT", 99), ("../forms/BB-KT", 1), ("", 1)])
def test_an_unknown_form_is_said_to_be_unknown(form: str, version: int) -> None:
    with pytest.raises(forms.FormUnknown):
        forms.load(form, version)


def _nodes(node: dict[str, Any], name: str = "") -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    for key, child in node.get("properties", {}).items():
        found.append((f"{name}/{key}", child))
        found += _nodes(child, f"{name}/{key}")
    if "items" in node:
        found.append((f"{name}/*", node["items"]))
        found += _nodes(node["items"], f"{name}/*")
    return found


def test_what_was_left_empty_is_missing_whatever_its_kind() -> None:
    said = dict(forms.validate("BB-KT", 1, minutes(pages="", started_at="")))
    assert said["/pages"].vi == said["/started_at"].vi == "Cần điền mục này."


def test_one_line_names_the_first_faults_in_the_readers_own_language_and_counts_the_rest() -> None:
    found = forms.validate("BB-KT", 1, {})
    line = forms.in_one_line("BB-KT", 1, found)
    assert line is not None
    assert line.vi.endswith(f"; và {len(found) - 5} mục khác")
    assert line.en.endswith(f"; and {len(found) - 5} more")
    assert "Cần điền mục này" in line.vi
    assert "Cần" not in line.en
    assert ".;" not in line.vi + line.en
    assert forms.in_one_line("BB-KT", 1, []) is None
