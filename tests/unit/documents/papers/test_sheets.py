"""A paper says itself how many sheets it has: a page is a sheet (docs/decisions/0035)."""

import re
from typing import Any

import pytest

from backend.documents import forms
from backend.documents.issuing import pages_of
from backend.documents.layout import wording
from backend.documents.rendering import render
from tests.unit.documents.papers import specimens
from tests.unit.documents.papers.specimens import paper

SAID = re.compile(r"gồm (\d+) tờ")


def said_and_counted(form: str, fields: dict[str, Any], **given: Any) -> tuple[list[str], int]:
    """Return what the paper says of its sheets, and how many pages its file has."""
    pdf = render(paper(form, fields=fields, **given))
    text = " ".join(" ".join(specimens.pages(pdf)).split())
    return SAID.findall(text), pages_of(pdf)


@pytest.mark.parametrize(("form", "rows"), [("MBB15", 1), ("MBB15", 200), ("BK", 30), ("PL", 0)])
def test_a_paper_prints_the_number_of_its_own_pages(form: str, rows: int) -> None:
    fields = specimens.fields_of(form)
    name = next((one for one in ("exhibits", "goods") if one in fields), None)
    if rows and name is not None:
        fields[name] = (fields[name] * rows)[:rows]
    said, pages = said_and_counted(form, fields)
    assert said == [f"{pages:02}"]
    assert pages > 5 or rows < 200


@pytest.mark.parametrize("form", ["MBB02", "BB-KT"])
def test_a_number_of_sheets_that_an_older_phone_sends_is_not_printed(form: str) -> None:
    sent = specimens.fields_of(form) | {"pages": 47}
    assert forms.validate(form, forms.newest(form), sent) == []
    said, pages = said_and_counted(form, sent)
    assert said == [f"{pages:02}"]
    assert pages < 47


def test_typed_text_cannot_stand_for_the_number_of_sheets() -> None:
    fields = specimens.fields_of("MBB02") | {"place": f"Chợ {wording.SHEETS} Hàn"}
    pdf = render(paper("MBB02", fields=fields))
    text = " ".join(" ".join(specimens.pages(pdf)).split())
    assert "Chợ  Hàn" in text or "Chợ Hàn" in text


def test_no_newest_form_asks_for_the_number_of_its_sheets() -> None:
    for form in sorted({form for form, _ in forms.known()}):
        schema = forms.load(form, forms.newest(form))
        if "pages" in schema["properties"]:
            assert "pages" not in schema["required"], form
            assert schema["properties"]["pages"]["x-hidden"], form
