"""What the forms leave to be compared with the official text, as officers read it."""

import re

import pytest

from backend.documents import forms, service
from backend.documents.texts import form_notes
from schemas.core.problems import Text

ALL_NOTES = {
    note for form, version in forms.known() for note in forms.load(form, version).get("x-check", [])
}
_VIETNAMESE = re.compile(r"[ăâđêôơưạảấầậắặếềệịọốộớợụủứừựỹ]", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:the|is|of|and|not|form|symbol|Arts?|Decrees?|Circulars?|Law)\b", re.IGNORECASE
)
_EVERY = pytest.mark.parametrize("said", form_notes.SHOWN.values(), ids=lambda said: said.en[:50])
AMENDED_FORM = form_notes.SHOWN[
    "[check] The form in force after Decrees 68/2025 and 190/2025 is known through templates only."
]


def test_every_note_of_every_form_has_its_texts_or_is_listed_as_not_shown() -> None:
    listed = [*form_notes.SHOWN, *form_notes.SETTLED, *form_notes.FOR_DEVELOPERS]
    assert len(listed) == len(set(listed)), "a note stands in two lists"
    assert set(listed) == ALL_NOTES, f"in one place only: {sorted(set(listed) ^ ALL_NOTES)}"


@_EVERY
def test_a_note_speaks_each_language_without_the_mark_of_its_file(said: Text) -> None:
    assert _VIETNAMESE.search(said.vi)
    assert not _ENGLISH.search(said.vi), said.vi
    assert not _VIETNAMESE.search(re.sub(r"\S*NĐ-CP\b|ĐX", "", said.en)), said.en
    assert "[check]" not in said.vi + said.en
    assert "configuration" not in said.en
    assert said.vi.endswith(".")
    assert said.en.endswith(".")


@_EVERY
def test_a_note_cites_the_same_acts_in_both_languages(said: Text) -> None:
    acts = re.compile(r"\d+/\d{4}/[A-ZĐ-]+|M\d\d\b")
    assert acts.findall(said.vi), said.vi
    assert sorted(set(acts.findall(said.vi))) == sorted(set(acts.findall(said.en)))


@pytest.mark.parametrize(("form", "version"), forms.known())
def test_no_form_shows_an_officer_the_words_of_its_file(form: str, version: int) -> None:
    schema = service.get_form(form, version)
    shown = service.notes(schema)
    assert len(shown) <= len(schema.get("x-check", []))
    assert not {one.en for one in shown} & ALL_NOTES


@pytest.mark.parametrize("form", ["MBB15.1", "MQĐ20.1", "MQĐ20.2", "MQĐ21.1"])
def test_the_settled_term_of_a_seizure_is_no_longer_called_uncertain(form: str) -> None:
    name, version = form.split(".")
    assert service.notes(service.get_form(name, int(version))) == [AMENDED_FORM]


def test_of_a_note_that_also_names_a_symbol_the_other_half_is_shown() -> None:
    (said,) = service.notes(service.get_form("BC", 1))
    assert "M08" in said.vi
    assert "BC" not in said.vi.replace("TT-BCT", "")


def test_a_form_without_notes_shows_none() -> None:
    assert service.notes(service.get_form("BB-KT", 2)) == []
