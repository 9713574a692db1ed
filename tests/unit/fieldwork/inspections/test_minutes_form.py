"""On which forms the minutes of an inspection may be: its own two, however whole another paper is."""

import pytest

from backend.documents import forms
from backend.fieldwork.inspections import paper_faults
from schemas.fieldwork.acts import MinutesWritten
from schemas.fieldwork.words import QuarantineCode
from tests.unit.documents.test_examples import example


def fault_of(form: str, version: int = 1) -> str | None:
    return paper_faults.minutes_fault(
        MinutesWritten(form=form, form_version=version, fields=example(form, version))
    )


@pytest.mark.parametrize(
    ("form", "version"), [one for one in forms.known() if one[0] in {"BB-KT", "BB-KKT"}]
)
def test_whole_minutes_on_any_version_of_an_inspection_s_forms_are_taken(
    form: str, version: int
) -> None:
    assert fault_of(form, version) is None


def test_a_whole_paper_on_another_form_is_no_inspections_minutes() -> None:
    assert fault_of("MBB01") == QuarantineCode.FORM_INVALID
    assert fault_of("QĐ-KT") == QuarantineCode.FORM_INVALID
