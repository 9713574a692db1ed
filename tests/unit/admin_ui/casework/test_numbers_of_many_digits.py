"""A form that no page made asks for numbers of thousands of digits: it is read, and never fails."""

import pytest

from admin_ui.casework.sanction import measures_form, sanction_form
from admin_ui.law.catalogue import provisions_form
from admin_ui.shell.forms import Form

LONG = "9" * 5000


def test_rows_are_counted_within_what_a_page_has() -> None:
    assert measures_form.rows(Form({"licence_suspension_rows": [LONG]}), "licence_suspension") == 1
    assert provisions_form.rows(Form({"drivers_rows": [LONG]}), "drivers") == 0


def test_how_often_an_act_is_fined_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="9999"):
        sanction_form.times(Form({"0.times": [LONG]}), 0)


def test_a_row_of_punctuation_is_wrong_and_no_failure() -> None:
    odd = {"provided_remedies_rows": ["1"], "provided_remedies.0.kind": [";"]}
    _, errors = provisions_form.read(Form(odd), lambda word: word)
    assert errors == {"provided_remedies.0.kind": "catalogue.row_wrong"}
