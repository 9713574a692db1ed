"""The reckoner: a lawyer's own cases, what it may be asked, its steps, and what it refuses."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from backend.law.deadlines import service
from backend.law.deadlines.service import NotReckoned
from backend.law.rules.counting import end_of

CASES = Path(__file__).parents[3] / "cases" / "law" / "deadlines.csv"
with CASES.open(encoding="utf-8") as _file:
    ROWS = [pytest.param(row, id=row["id"]) for row in csv.DictReader(_file)]


def pairs(text: str) -> dict[str, str]:
    """`key=value; key=value`."""
    parts = (part.strip().split("=", 1) for part in text.split(";") if part.strip())
    return dict(parts)


def moment(text: str) -> date | datetime:
    """A day, or a minute of Vietnam."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@pytest.mark.parametrize("row", ROWS)
def test_a_lawyer_s_case_has_the_end_that_the_lawyer_counted(row: dict[str, str]) -> None:
    facts = pairs(row["facts"])
    rule, start = facts.pop("rule"), moment(facts.pop("start"))
    listed = [name for name in facts.pop("given", "").split("+") if name]
    found = service.reckon(rule, start, dict.fromkeys(listed, True) | facts)
    assert found.result | pairs(row["expected"]) == found.result
    assert all(step.text.vi and step.text.en and step.article for step in found.steps)


@pytest.mark.parametrize("rule", service.rules_of("2026-11-28"), ids=lambda one: one.id)
def test_every_question_of_every_rule_reaches_the_engine(rule: Any) -> None:
    """Each answer is accepted, alone; and without any the rule is reckoned as it is."""
    if not rule.limits:
        return
    answers: dict[str, Any] = {
        "flag": True,
        "day": "2026-03-05",
        "days": "2026-03-03+2026-03-05",
        "span": "2026-03-04..2026-03-05",
        "number": "12",
        "code": "ND98-15-1-a",
    }
    days = {ask.id for ask in rule.asks if ask.kind == "day"}
    for ask in rule.asks:
        given = {ask.id: answers.get(ask.kind) or next(iter(ask.choices))}
        if ask.at in days:
            given[ask.at] = "2026-03-05"
        on = rule.valid_from if rule.valid_to else None
        step = {"step": rule.step} if "." in rule.id else {}
        if ask.id == "until" or rule.limits[0].until is None:
            found = service.reckon(rule.id.split(".")[0], date(2026, 3, 2), step | given, on)
            assert found.result


def test_the_steps_tell_trigger_length_counting_end_and_what_is_off() -> None:
    found = service.reckon("D12", date(2026, 2, 10), ["sent_up"])
    said = [step.text.en for step in found.steps]
    assert said[0].startswith("It begins: 10/02/2026")
    assert "10 working days" in said[1]
    assert "does not begin again" in said[1]
    assert "16/02/2026–20/02/2026 (Lunar New Year)" in said[2]
    assert said[-1] == "It ends: the end of 03/03/2026."
    assert found.clock is not None
    assert found.clock.due_at == end_of(date(2026, 3, 3))
    worked = service.reckon("P01", date(2026, 1, 8)).steps
    assert any("10/01/2026 is worked" in step.text.en for step in worked)
    moved = service.reckon("D15", date(2026, 3, 4)).steps
    assert any("14/03/2026, is a day off (weekend)" in step.text.en for step in moved)


def test_a_step_that_is_open_says_so() -> None:
    [begin, *_] = service.reckon("D03", moment("2026-03-06T16:30")).steps
    assert (begin.certainty, begin.doubt is not None) == ("U", True)
    safe = service.reckon("D18", date(2025, 2, 28))
    assert safe.steps[-1].text.en == "The safe last day: 27/02/2026."
    assert safe.steps[-1].certainty == "U"


def test_the_law_of_another_day_may_be_asked_for() -> None:
    start = date(2025, 6, 30)
    assert service.reckon("D14", start).result["length"] == "2wd"
    assert service.reckon("D14", start, on=date(2026, 1, 1)).result["length"] == "3wd"


@pytest.mark.parametrize(
    ("rule", "given", "why"),
    [
        ("D99", {}, "D99"),
        ("D12", {"moon": True}, "sent_up"),
        ("D19", {"field": "fishing"}, "counterfeit"),
        ("D19", {"field": "food", "prosecution": True}, "received_on"),
        ("D19", {"code": "ND00-1"}, "no behaviour"),
        ("D18", {"evasion_ended": "soon"}, "is a day"),
        ("D18", {"changed": "2026-01-01+soon"}, "are days"),
        ("D02", {"paused": "2026-03-04"}, "span"),
        ("P20", {"hindered": "many"}, "number"),
        ("D28", {"step": "salary_spend"}, "salary_ask"),
        ("D10", {}, "no time limit to count"),
        ("D30", {"report": "daily", "level": "team"}, "report=week"),
    ],
)
def test_what_cannot_be_reckoned_says_what_to_give(
    rule: str, given: dict[str, Any], why: str
) -> None:
    with pytest.raises(NotReckoned) as refused:
        service.reckon(rule, date(2026, 3, 2), given)
    assert why in refused.value.text.en
    assert refused.value.text.vi


def test_a_day_that_the_data_does_not_reach_is_refused() -> None:
    with pytest.raises(NotReckoned, match="in force on 2021-12-31"):
        service.reckon("D12", date(2021, 12, 31))


def test_the_recorded_behaviours_tell_the_shortest_statute_of_all() -> None:
    assert service.statute_details(["ND98-15-1-a"]) == {"law_field": "trade", "statute_years": 2}
    both = service.statute_details(["ND98-15-1-a", "ND98-62-3-a"])
    assert both["statute_years"] == 1
    assert service.statute_details(["ND98-15-1-a", "ND00-1"]) == {}
    assert service.statute_details([]) == {}
