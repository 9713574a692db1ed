"""The editor of papers: what a page shows of a form's fields is what comes back from it."""

from typing import Any

import pytest

from admin_ui.documents.editor import document_form
from admin_ui.documents.editor.document_form import COUNT, Node
from admin_ui.shell.forms import Form
from backend.documents import forms
from tests.support import cases_made

KNOWN = sorted({form for form, _ in forms.known()} - {"BB-KT", "BB-KKT", "QĐ-KT"})


def posted(nodes: list[Node]) -> dict[str, list[str]]:
    """What a browser would send of these inputs."""
    sent: dict[str, list[str]] = {}
    for node in nodes:
        if node["kind"] == "object":
            sent |= posted(node["nodes"])
        elif node["kind"] == "rows":
            sent[COUNT + node["at"]] = [str(len(node["rows"]))]
            for row in node["rows"]:
                sent |= posted(row["nodes"])
        else:
            sent[node["at"]] = [str(node["value"])]
    return sent


def shown(form: str, fields: dict[str, Any]) -> dict[str, list[str]]:
    found = document_form.groups(forms.load(form, forms.newest(form)), fields, {}, "vi")
    return posted([node for group in found for node in group["nodes"]])


def read(form: str, sent: dict[str, list[str]], before: dict[str, Any]) -> dict[str, Any]:
    return document_form.read(forms.load(form, forms.newest(form)), Form(sent), before)


@pytest.mark.parametrize("form", KNOWN)
def test_an_untouched_page_changes_nothing(form: str) -> None:
    fields = cases_made.example(form)
    assert read(form, shown(form, fields), fields) == fields


@pytest.mark.parametrize("form", KNOWN)
def test_an_empty_page_is_no_fields_but_what_may_be_empty(form: str) -> None:
    schema = forms.load(form, forms.newest(form))
    for name, value in read(form, shown(form, {}), {}).items():
        assert value == "", name
        assert name in schema["required"]


def test_what_is_typed_wrongly_stays_as_it_was_typed_and_is_told() -> None:
    fields = cases_made.example("MQĐ02")
    sent = shown("MQĐ02", fields)
    sent["/violations/0/fine"], sent["/effective_on"] = ["bảy triệu"], ["2026-02-30"]
    got = read("MQĐ02", sent, fields)
    told = {at for at, _ in forms.validate("MQĐ02", forms.newest("MQĐ02"), got)}
    assert told == {"/violations/0/fine", "/effective_on"}
    assert shown("MQĐ02", got)["/violations/0/fine"] == ["bảy triệu"]


def test_money_is_read_with_its_groups_and_time_as_it_is_in_vietnam() -> None:
    sent = shown("MBB02", cases_made.example("MBB02")) | {"/started_at": ["2026-01-05T08:30"]}
    assert read("MBB02", sent, {})["started_at"] == "2026-01-05T01:30:00Z"
    sent = shown("MQĐ02", cases_made.example("MQĐ02")) | {"/total_fine": ["9.505.000"]}
    assert read("MQĐ02", sent, {})["total_fine"] == 9_505_000


def test_a_hidden_field_is_neither_shown_nor_lost_nor_taken_from_outside() -> None:
    fields = cases_made.example("MQĐ02") | {"reckoning": "{}"}
    sent = shown("MQĐ02", fields)
    assert "/reckoning" not in sent
    got = read("MQĐ02", sent | {"/reckoning": ["forged"]}, fields)
    assert got["reckoning"] == "{}"
    assert "reckoning" not in read("MQĐ02", sent | {"/reckoning": ["forged"]}, {})


def test_rows_are_added_and_removed_where_the_button_stands() -> None:
    fields = {"goods": [{"name": "a"}, {"name": "b"}]}
    assert document_form.changed_rows(fields, "add:/goods")["goods"][-1] == {}
    assert document_form.changed_rows(fields, "drop:/goods/0")["goods"][0] == {"name": "b"}
    for nonsense in (
        "drop:/goods/99",
        f"drop:/goods/{'9' * 5000}",
        f"drop:/goods/{'9' * 5000}/0",
        "drop:/goods/²",
        "drop:/nowhere/0",
        "add:/goods/0/name",
        "",
        "drop:",
        "add:x",
    ):
        before = {"goods": [{"name": "a"}]}
        assert document_form.changed_rows(before, nonsense) == {"goods": [{"name": "a"}]}


@pytest.mark.parametrize("count", ["-1", "1e9", "99999", "²", "", "9999"])
def test_a_count_of_rows_from_outside_is_bounded(count: str) -> None:
    got = document_form.read(forms.load("BK", 1), Form({f"{COUNT}/goods": [count]}), {}, whole=True)
    assert len(got.get("goods", [])) <= document_form.MOST_ROWS
