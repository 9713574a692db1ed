"""A lawyer's own cases of sanctions, the right to explain and execution, each answered as he did.

They were written from the texts before anything was computed: see tests/cases/law/README.md.
"""

import csv
from pathlib import Path

import pytest

from backend.law.sanctions import service
from schemas.law.reckoning import Asked, Reckoning

CASES = Path(__file__).parents[3] / "cases" / "law"
ROWS = [
    row
    for name in ("sanctions", "explain", "execution")
    for row in csv.DictReader((CASES / f"{name}.csv").read_text(encoding="utf-8").splitlines())
]


def pairs(text: str) -> dict[str, str]:
    """The facts or expectations of a cell."""
    parts = (part.strip() for part in text.split(";"))
    return dict(part.split("=", 1) for part in parts if part)


def said(text: str | None) -> set[str]:
    """The parts of a list, in whatever order."""
    return set((text or "").split("+"))


def answered(row: dict[str, str]) -> Reckoning:
    """The answer to a case."""
    return service.reckon(Asked(row["kind"]), pairs(row["facts"]))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_a_lawyer_s_case_is_answered_as_the_lawyer_did(row: dict[str, str]) -> None:
    told = answered(row)
    assert told.refused is None
    for name, wanted in pairs(row["expected"]).items():
        if name == "why":
            assert said(wanted) <= said(told.result.get(name)), name
        else:
            assert said(told.result.get(name)) == said(wanted), name


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_every_step_of_an_answer_names_its_article_and_how_sure_it_is(row: dict[str, str]) -> None:
    for step in answered(row).steps:
        assert step.text.vi
        assert step.text.en
        assert step.certainty in ("R", "R2", "M", "U")


def test_a_fact_that_no_question_knows_is_told_and_never_dropped() -> None:
    told = service.reckon(Asked.SANCTION, {"code": "ND98-6-2", "color": "red"})
    assert told.refused is not None
    assert "color" in told.refused.en
    assert told.result == {}
