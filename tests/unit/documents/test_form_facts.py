"""What the forms say of themselves as a whole: every form is reached, and every version of one says the same."""

from typing import get_args

import pytest

from admin_ui.casework.issued_documents import paper_page
from backend.casework.drafting import service as drafting
from backend.casework.prefill import filling
from backend.documents import forms
from backend.law import form_facts
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.words import SignerRole

CODES = {form for form, _ in forms.known()}


def test_every_form_is_begun_at_the_desk_or_on_a_phone_or_says_why_it_is_not() -> None:
    chosen = {form for _, named in paper_page.families("vi") for form, _ in named}
    about_another = set(form_facts.families()["change"])
    on_site = {form for form, _ in forms.on_phones()}
    apart = form_facts.reasons_for_no_page()
    of_records = set(form_facts.of_records())
    assert chosen | about_another | on_site | of_records | set(apart) == CODES
    assert not (set(apart) | of_records) & (chosen | about_another | on_site)
    assert all(reason.endswith(".") for reason in apart.values())
    assert chosen | about_another == drafting.FORMS >= filling.OWN.keys()


def test_a_family_lists_each_of_its_forms_at_a_place_of_its_own() -> None:
    assert set(form_facts.families()) == {*paper_page.FAMILIES, "change"}
    for form in form_facts.families():
        places = [
            forms.load(one, forms.newest(one))["x-family"]["place"]
            for one in form_facts.families()[form]
        ]
        assert places == list(range(1, len(places) + 1))


@pytest.mark.parametrize("form", sorted(CODES))
def test_every_version_says_the_same_of_its_form(form: str) -> None:
    said = [
        {key: value for key, value in forms.load(form, version).items() if key in forms.KEPT_HERE}
        for name, version in forms.known()
        if name == form
    ]
    assert all(one == said[0] for one in said)


@pytest.mark.parametrize(("form", "version"), forms.known())
def test_a_phone_receives_nothing_of_what_is_kept_here(form: str, version: int) -> None:
    sent = forms.sent(form, version)
    assert not forms.KEPT_HERE & set(sent)
    assert forms.load(form, version) | sent == forms.load(form, version)


def test_what_a_form_says_of_itself_is_a_known_word() -> None:
    kinds = [
        schema["x-kind"]
        for schema in (forms.load(form, version) for form, version in forms.known())
        if "x-kind" in schema
    ]
    assert set(kinds) == set(get_args(form_facts.Kind))
    roles = {
        role
        for rule in form_facts.submissions().values()
        for need in rule["needs"]
        for group in (*need["any_of"], *need["where_absence_told"])
        for role in group
    }
    assert roles <= set(SignerRole)
    assert set(form_facts.numbered_by_phone()) == set(form_facts.short_titles())
    assert {kind for kinds in form_facts.of_records().values() for kind in kinds} <= set(RecordKind)
    assert {form_facts.register_of(form) for form in CODES} <= CODES
    assert {one for form in CODES for one in form_facts.names_decision_of(form)} <= CODES
