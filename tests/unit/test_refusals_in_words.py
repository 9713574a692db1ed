"""No refusal of any record handler shows a code: states, moments and people stand in it in words, in both languages."""

import dataclasses
import importlib
import re
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

import backend
from admin_ui.shell.words import say
from backend.casework.cases import against_papers
from backend.casework.rules import amending, recording, signed
from backend.casework.rules.facts import Paper
from backend.casework.texts import cases as case_texts
from backend.casework.texts import states as case_wording
from backend.fieldwork.acts import papers
from backend.fieldwork.derived import states as rules
from backend.fieldwork.inspections import handler
from backend.fieldwork.rules import steps
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts import words as inspection_wording
from backend.ledger import texts as ledger_texts
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseState, DocumentState
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.fieldwork.words import InspectionState

CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f]{4}-")
HOLE = re.compile(r"\{(\w*)")
IN_WORDS = {
    "reason": "a Text, from rules that speak both languages",
    "who": "a name",
    "at": "a moment as people write it",
    "what": "a state in words",
    "why": "a Text of the ledger",
    "where": "the labels of a form's fields",
    "form": "the name that is printed on the paper's head",
    "forms": "such names",
    "paper": "what a paper prints",
    "typed": "what was entered, as a paper would print it",
    "own": "a name or title of the register",
    "entered": "names of goods",
    "amount": "a sum in đồng, with its dots",
    "number": "of a case",
    "numbers": "of plans",
    "left": "an amount",
    "count": "how many",
    "missing": "how many",
    "least": "how many",
    "title": "of a post, as it was given",
    "head": "a name",
    "by": "a paper by its form and number",
    "day": "a day as people write it",
    "sheet": "a number of the list of contents",
    "name": "of a party",
    "names": "of goods, of units",
    "body": "the name of an authority, as typed",
    "licence": "the licence that was taken, as typed",
    "act": "the mark of an act in its minutes, which officers see there",
}
"""What a sentence may leave open, and what fills it. Anything else is first given in words."""


def _handlers() -> list[ModuleType]:
    root = Path(backend.__file__).parent
    found = [
        importlib.import_module(".".join(path.relative_to(root.parent).with_suffix("").parts))
        for path in sorted([*root.glob("*/texts.py"), *root.glob("*/texts/*.py")])
    ]
    return [one for one in found if _sentences(one)]


def _sentences(module: ModuleType) -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = getattr(module, "_REFUSALS", getattr(module, "_TEXTS", {}))
    return table if callable(getattr(module, "refusal", None)) else {}


def _shows_a_code(text: Text) -> list[str]:
    return CODE.findall(text.vi) + CODE.findall(text.en)


def test_every_handler_is_looked_at() -> None:
    names = {module.__name__.removeprefix("backend.") for module in _handlers()}
    assert {
        "casework.texts.cases",
        "fieldwork.texts.inspections",
        "force.texts.accounts",
        "force.texts.units",
        "law.texts.catalogue",
        "ledger.texts",
    } <= names


@pytest.mark.parametrize("module", _handlers(), ids=lambda one: str(one.__name__))
def test_no_sentence_has_a_code_in_it_or_a_hole_that_a_code_could_fill(module: ModuleType) -> None:
    for code, (vi, en) in _sentences(module).items():
        bare = Text(vi=HOLE.sub("", vi), en=HOLE.sub("", en))
        assert not _shows_a_code(bare), code
        for said in (vi, en):
            assert set(HOLE.findall(said)) <= IN_WORDS.keys(), code
        assert set(HOLE.findall(vi)) == set(HOLE.findall(en)), code


@pytest.mark.parametrize("state", CaseState)
def test_a_case_says_its_state_as_its_page_does_and_keeps_the_code_for_programs(
    state: CaseState,
) -> None:
    refused = case_texts.not_now(state)
    for language in ("vi", "en"):
        word = say(language, f"cases.state_{state}")
        assert getattr(case_wording.STATES[state], language) == word
        assert word in getattr(refused.text, language)
    assert not _shows_a_code(refused.text)
    assert refused.detail == {"state": str(state)}


@pytest.mark.parametrize("state", InspectionState)
def test_an_inspection_says_its_state_as_its_page_does(state: InspectionState) -> None:
    for language in ("vi", "en"):
        said = getattr(inspection_wording.STATES[state], language)
        assert said == say(language, f"domain.state_{state}")


def _row(state: InspectionState) -> LockedInspection:
    officer = UUID("0198a2f0-0000-7000-8000-000000000001")
    nothing: dict[str, Any] = dict.fromkeys(LockedInspection.__struct_fields__)
    return LockedInspection(
        **nothing
        | {
            "id": new_id(),
            "state": state,
            "decided_by": officer,
            "decided_by_name": "Trần Thị Giang",
            "decided_at": datetime(2026, 11, 25, 20, 5, tzinfo=UTC),
        }
    )


@pytest.mark.parametrize("state", InspectionState)
def test_no_refusal_of_the_inspections_table_shows_a_code(state: InspectionState) -> None:
    for kind in rules.TYPES:
        cell = rules.step(state, kind)
        if cell.effect is steps.Effect.REFUSED:
            refused = handler._refused(cell.code or "", _row(state))
            assert isinstance(refused, Refuse)
            assert not _shows_a_code(refused.text), (state, kind)


def test_who_ruled_first_and_when_is_said_in_the_time_of_vietnam() -> None:
    refused = handler._refused("already_decided", _row(InspectionState.APPROVED))
    assert isinstance(refused, Refuse)
    assert "Trần Thị Giang, 03:05 26/11/2026 (Đã phê duyệt)" in refused.text.vi
    assert "Trần Thị Giang, 03:05 26/11/2026 (Approved)" in refused.text.en


@pytest.mark.parametrize("code", sorted(papers.LASTING))
def test_what_holds_evidence_still_is_said_in_words(code: str) -> None:
    why = ledger_texts.why_held(code)
    assert why.vi
    assert why.en
    assert not _shows_a_code(why)


def _decision() -> Paper:
    return Paper(
        id=new_id(),
        form="MQĐ02",
        form_version=1,
        state=DocumentState.SIGNED,
        fields={},
        fields_hash="0" * 64,
        drafted_by=new_id(),
        drafted_at=datetime(2026, 11, 25, tzinfo=UTC),
    )


def test_an_amended_fine_is_written_by_each_language_s_own_rule() -> None:
    by, decision = new_id(), new_id()
    paper = dataclasses.replace(_decision(), id=by, form="MQĐ38", fields={"total_fine": 1_250_000})
    facts: Any = SimpleNamespace(decision_id=decision, sanction=True, papers={by: paper})
    told: Any = SimpleNamespace(document_id=decision, by=by, total=1_000_000, confiscated=None)
    refused = amending.fault(facts, told)
    assert refused is not None
    assert "1.250.000 đồng" in refused.text.vi
    assert "1,250,000 VND" in refused.text.en


@pytest.mark.parametrize(
    ("at", "coded", "words"),
    [
        ("/violator/kind", ("individual", "organisation"), ("Cá nhân", "Tổ chức")),
        ("/violator/sex", ("male", "female"), ("Nam", "Nữ")),
        ("/violations/0/penalty", ("warning", "fine"), ("Phạt cảnh cáo", "Phạt tiền")),
        ("/violations/0/provision", ("Điều 15", "Điều 17"), ("Điều 15", "Điều 17")),
    ],
)
def test_where_a_paper_and_an_act_differ_both_are_said_as_the_paper_prints_them(
    at: str, coded: tuple[str, str], words: tuple[str, str]
) -> None:
    found = against_papers.contradiction(_decision(), signed.Difference(at, *coded))
    assert (found.paper.vi, found.typed.vi) == words


def test_numbers_that_differ_are_written_by_each_language_s_own_rule() -> None:
    found = signed.same("/total_fine", 1_250_000, 12_500_000)
    assert found is not None
    refused = recording.differs(against_papers.contradiction(_decision(), found))
    assert "«1.250.000», bạn nhập «12.500.000»" in refused.text.vi
    assert "“1,250,000”, you entered “12,500,000”" in refused.text.en
    assert refused.detail == {"paper": "1.250.000", "typed": "12.500.000"}
