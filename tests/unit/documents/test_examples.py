"""Every form, by an example of itself: whole papers are taken; wrong ones are answered in both languages."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from backend.documents import forms

EXAMPLES = Path(__file__).with_name("examples")
KNOWN = forms.known()
LAYOUTS = {"minutes", "decision", "letter", "list"}


def example(form: str, version: int) -> dict[str, Any]:
    """The made-up, realistic paper of a form."""
    path = EXAMPLES / f"{form}.{version}.json"
    fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return fields


def nodes(node: dict[str, Any], at: str = "") -> list[tuple[str, dict[str, Any]]]:
    found = []
    for key, child in node.get("properties", {}).items():
        found += [(f"{at}/{key}", child), *nodes(child, f"{at}/{key}")]
    if "items" in node:
        found += [(f"{at}/0", node["items"]), *nodes(node["items"], f"{at}/0")]
    return found


@pytest.mark.parametrize(("form", "version"), KNOWN)
def test_a_form_takes_its_own_example(form: str, version: int) -> None:
    assert forms.validate(form, version, example(form, version)) == []


@pytest.mark.parametrize(("form", "version"), KNOWN)
def test_a_form_says_everything_in_both_languages(form: str, version: int) -> None:
    schema = forms.load(form, version)
    texts = [schema["x-title"], *(group["label"] for group in schema["x-groups"])]
    texts += [signer["label"] for signer in schema["x-signers"]]
    for _, node in nodes(schema):
        texts += [node[key] for key in ("x-label", "x-hint", "x-pattern-text") if key in node]
        texts += [choice["label"] for choice in node.get("x-choices", [])]
    texts += [either["text"] for either in schema.get("x-either", [])]
    for text in texts:
        assert set(text) == {"vi", "en"}
        assert text["vi"].strip(), text
        assert text["en"].strip(), text


@pytest.mark.parametrize(("form", "version"), KNOWN)
def test_no_place_of_a_form_is_given_twice(form: str, version: int) -> None:
    orders = [node["x-order"] for _, node in nodes(forms.load(form, version))]
    assert sorted(orders) == sorted(set(orders))


@pytest.mark.parametrize(("form", "version"), KNOWN)
def test_a_form_tells_what_its_paper_is(form: str, version: int) -> None:
    schema = forms.load(form, version)
    assert (schema["x-form"], schema["x-version"]) == (form, version)
    assert schema["x-source"]
    assert schema["x-symbol"]
    assert schema["x-issuer"] in {"officer", "unit"}
    assert schema["x-layout"] in LAYOUTS
    roles = [signer["role"] for signer in schema["x-signers"]]
    assert len(roles) == len(set(roles))
    assert any(signer["required"] for signer in schema["x-signers"])
    keys = [group["key"] for group in schema["x-groups"]]
    shown = [node for node in schema["properties"].values() if not node.get("x-hidden")]
    assert {node["x-group"] for node in shown} == set(keys)
    for name in schema["required"]:
        assert name in schema["properties"]


@pytest.mark.parametrize(("form", "version"), KNOWN)
def test_a_choice_has_a_name_for_every_value(form: str, version: int) -> None:
    for at, node in nodes(forms.load(form, version)):
        if "enum" in node:
            assert [choice["value"] for choice in node["x-choices"]] == node["enum"], at


@pytest.mark.parametrize(("form", "version"), KNOWN)
def test_what_a_line_depends_on_is_a_choice_beside_it(form: str, version: int) -> None:
    schema = forms.load(form, version)
    beside = dict(nodes(schema))
    for at, node in beside.items():
        if when := node.get("x-when"):
            chooser = beside[f"{at.rsplit('/', 1)[0]}/{when['field']}"]
            assert set(when["in"]) <= set(chooser["enum"]), at


@pytest.mark.parametrize(("form", "version"), KNOWN)
def test_a_form_refuses_what_is_wrong_and_says_where(form: str, version: int) -> None:
    schema, whole = forms.load(form, version), example(form, version)
    for name, node in schema["properties"].items():
        wrong = copy.deepcopy(whole) | {name: 1.5}
        told = dict(forms.validate(form, version, wrong))
        assert f"/{name}" in told, node
        assert told[f"/{name}"].vi != told[f"/{name}"].en
    for name in schema["required"]:
        lacking = {key: value for key, value in whole.items() if key != name}
        assert f"/{name}" in dict(forms.validate(form, version, lacking))
    assert "/extra" in dict(forms.validate(form, version, whole | {"extra": "x"}))


def test_phones_hold_what_is_written_on_site_and_nothing_else() -> None:
    assert {form for form, _ in forms.on_phones()} == {"BB-KT", "BB-KKT", "MBB01", "MBB15", "MBB26"}
