"""Every act of an information is described to the desk in both languages, with a form that fits its content."""

from functools import partial
from typing import Any

import pytest

from admin_ui.casework.acts.fields import EMPTY, FILLED, Field, shapes
from admin_ui.casework.acts.reading import Choices, Reading
from admin_ui.intake.acts.index import DESCRIBED, address
from admin_ui.intake.acts.story import tell
from admin_ui.intake.board.page import COLUMNS
from admin_ui.shell.forms import Form
from admin_ui.shell.words import CATALOGUES, LANGUAGES, Language, say
from backend.intake.acts.declaring import OPEN
from schemas.intake.acts import INFORMATION_CONTENTS
from schemas.intake.words import InformationAct, InformationState


def test_every_act_is_described_and_leads_somewhere() -> None:
    assert set(DESCRIBED) == set(InformationAct)
    assert address("x", InformationAct.CLOSED) == "/desk/informations/x/acts/intake.closed"
    assert address("x", InformationAct.MERGED) == "/desk/informations/x/merge"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_label_and_every_choice_a_word(language: Language) -> None:
    words = CATALOGUES[language]
    missing = []
    for kind, one in DESCRIBED.items():
        for shape in shapes(INFORMATION_CONTENTS[kind], one.fields):
            for part in (shape, *shape.sub):
                if f"case_fields.{part.word}" not in words:
                    missing.append(f"{kind}: {part.word}")
                missing += [
                    f"{part.name}_{option}"
                    for option in part.options
                    if f"case_story.is_{part.name}_{option}" not in words
                ]
    assert missing == []


def test_an_act_is_told_in_words_and_what_is_empty_is_left_out() -> None:
    content = {"told_on": "2026-11-03", "means": "phone", "declined": False, "note": ""}
    told, detail = tell(InformationAct.INFORMANT_TOLD, content, "vi")
    assert told == "Báo kết quả cho người cung cấp thông tin ngày 03/11/2026, qua điện thoại."
    assert detail == ""


def test_every_open_state_is_in_one_column_of_the_board() -> None:
    shown = [state for states in COLUMNS.values() for state in states]
    assert len(shown) == len(set(shown))
    assert set(shown) == set(OPEN)
    for state in InformationState:
        assert f"informations.state_{state}" in CATALOGUES["vi"]


def test_a_field_belongs_to_another_that_is_filled_in_or_to_one_that_is_empty() -> None:
    content = INFORMATION_CONTENTS[InformationAct.REDIRECTED]
    day = {"informant_told_on": ["01/12/2026"]}
    cases: tuple[tuple[str, dict[str, Any], bool], ...] = (
        (FILLED, day, True),
        (FILLED, {}, False),
        (EMPTY, day, False),
        (EMPTY, {}, True),
    )
    for condition, typed, asked in cases:
        means = Field("means", needed=True, only_when=("informant_told_on", condition))
        reading = Reading(Form(typed), Choices(), partial(say, "vi"))
        reading.values(shapes(content, (Field("informant_told_on"), means)))
        assert ("means" in reading.errors) is asked, (condition, typed)
