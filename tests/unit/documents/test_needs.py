"""What a value makes necessary on a paper (`x-needs`): the same cases are judged on phones (form.test.ts)."""

import json
from pathlib import Path
from typing import Any

import pytest

from backend.documents import forms
from tests.unit.documents.test_examples import example

CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "needs.json").read_text(encoding="utf-8")
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_value_makes_other_fields_necessary(case: dict[str, Any]) -> None:
    fields = example(case["form"], case["version"]) | case["given"]
    fields = {name: value for name, value in fields.items() if value is not None}
    found = forms.validate(case["form"], case["version"], fields)
    assert [at for at, _ in found] == case["at"]
    assert all(text.vi != text.en for _, text in found)


def test_an_amount_makes_other_fields_necessary_unless_it_is_paid_on_the_spot() -> None:
    newest = forms.newest("MQĐ02")
    fields = example("MQĐ02", newest)
    lacking = {name: value for name, value in fields.items() if name != "account"}
    assert "/account" in [at for at, _ in forms.validate("MQĐ02", newest, lacking)]
