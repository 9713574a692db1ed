"""The outline of a paper's form: what is complete, what is missing and where, which parts are folded."""

from typing import Any

from admin_ui.documents.editor import document_form, outline
from admin_ui.documents.editor.outline import Part
from backend.documents import forms
from tests.support import cases_made


def shown(fields: dict[str, Any], **how: Any) -> dict[str, Part]:
    """The parts of violation minutes that say this, by key, with the faults that their form finds."""
    version = forms.newest("MBB01")
    schema = forms.load("MBB01", version)
    faults = {at: text.vi for at, text in forms.validate("MBB01", version, fields)}
    groups = document_form.groups(schema, fields, faults, "vi")
    return {one.key: one for one in outline.parts(groups, **how)}


def test_what_is_filled_in_and_right_is_folded_and_told_complete() -> None:
    found = shown(cases_made.example("MBB01"))
    assert found["violator"].standing == "done"
    assert not found["violator"].open
    assert not any(one.missing for one in found.values())


def test_what_is_missing_is_named_at_its_place_and_its_part_is_open() -> None:
    fields = cases_made.example("MBB01")
    fields["violator"] = dict(fields["violator"]) | {"name": ""}
    fields["violations"] = [dict(one) for one in fields["violations"]]
    del fields["violations"][0]["wording"]
    found = shown(fields)
    assert found["violator"].standing == found["acts"].standing == "faulty"
    assert [one.at for one in found["violator"].missing] == ["/violator/name"]
    assert [one.at for one in found["acts"].missing] == ["/violations/0/wording"]
    assert found["violator"].open
    assert found["acts"].open


def test_what_nobody_wrote_and_may_stay_empty_is_open_until_somebody_looked() -> None:
    fields = cases_made.example("MBB01")
    for name in list(fields):
        if forms.load("MBB01", forms.newest("MBB01"))["properties"][name]["x-group"] == "measures":
            del fields[name]
    found = shown(fields)["measures"]
    assert found.missing == [] or found.standing == "faulty"
    assert found.open


def test_a_part_stays_open_in_which_a_row_was_just_added() -> None:
    fields = cases_made.example("MBB01")
    assert not shown(fields)["people"].open
    assert shown(fields, acted_at="/witnesses")["people"].open
    assert shown(fields, acted_at=outline.acted("drop:/witnesses/0"))["people"].open
    assert not shown(fields, acted_at="/witnesses")["violator"].open
    assert outline.acted("save") == ""


def test_without_known_faults_nothing_is_folded() -> None:
    assert all(one.open for one in shown(cases_made.example("MBB01"), unfold=True).values())


def test_a_fault_at_no_input_is_not_lost() -> None:
    fields = cases_made.example("MBB01")
    groups = document_form.groups(forms.load("MBB01", forms.newest("MBB01")), fields, {}, "vi")
    places = ["/of_another_version", "/violator/name"]
    assert outline.unplaced(outline.parts(groups), places) == {"/of_another_version"}
