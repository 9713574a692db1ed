"""On which forms the minutes of an inspection may be: its own two, however whole another paper is."""

from backend.fieldwork.inspections import paper_faults
from schemas.fieldwork.acts import MinutesWritten
from schemas.fieldwork.words import QuarantineCode
from tests.unit.documents.papers.specimens import fields_of


def fault_of(form: str) -> str | None:
    return paper_faults.minutes_fault(
        MinutesWritten(form=form, form_version=1, fields=fields_of(form))
    )


def test_whole_minutes_on_the_forms_of_an_inspection_are_taken() -> None:
    assert fault_of("BB-KT") is None
    assert fault_of("BB-KKT") is None


def test_a_whole_paper_on_another_form_is_no_inspections_minutes() -> None:
    assert fault_of("MBB01") == QuarantineCode.FORM_INVALID
    assert fault_of("QĐ-KT") == QuarantineCode.FORM_INVALID
