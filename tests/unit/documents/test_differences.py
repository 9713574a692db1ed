"""Where two writings of the minutes differ, in the order of the form."""

from typing import Any

from backend.documents import service as documents


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    found = documents.differences("BB-KT", 1, before, after)
    return [(item.pointer, item.before, item.after) for item in found]


def test_equal_writings_have_none() -> None:
    assert differences({"place": "A", "pages": 2}, {"pages": 2, "place": "A"}) == []


def test_they_come_in_the_order_of_the_form_not_of_the_keys() -> None:
    before = {"team_opinion": "x", "agency": "a", "pages": 1}
    after = {"team_opinion": "y", "agency": "b", "pages": 2}
    assert [at for at, _, _ in differences(before, after)] == ["/agency", "/team_opinion", "/pages"]


def test_rows_that_came_or_went_are_told_leaf_by_leaf() -> None:
    row = {"content": "Giá", "result": "Có niêm yết"}
    assert differences({"contents": []}, {"contents": [row]}) == [
        ("/contents/0/content", None, "Giá"),
        ("/contents/0/result", None, "Có niêm yết"),
    ]
    assert differences({"contents": [row]}, {}) == [
        ("/contents/0/content", "Giá", None),
        ("/contents/0/result", "Có niêm yết", None),
    ]


def test_a_pointer_finds_its_value_or_nothing() -> None:
    fields = {"contents": [{"content": "Giá"}], "a/b": 1}
    assert documents.value_at(fields, "/contents/0/content") == "Giá"
    assert documents.value_at(fields, "/a~1b") == 1
    for nowhere in ("/contents/1/content", "/contents/x", "/other", "/contents/0/content/deeper"):
        assert documents.value_at(fields, nowhere) is None


def test_a_field_knows_what_kind_of_value_it_holds() -> None:
    assert documents.schema_at("BB-KT", 1, "/started_at")["format"] == "date-time"
    assert documents.schema_at("BB-KT", 1, "/goods/3/quantity")["type"] == "string"
    assert documents.schema_at("BB-KT", 1, "/goods/3/nothing") == {}
