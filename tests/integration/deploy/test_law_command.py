"""`./hientruong law` answers on the command line, and runs a lawyer's own cases."""

import json
from pathlib import Path

import pytest

from cli import main

HEAD = "id,kind,facts,expected,source,certainty\n"


def test_a_question_is_answered_with_its_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "deadline", "rule=D12", "start=2026-03-02", "given=sent_up"]) == 0
    told = capsys.readouterr().out
    assert "last_day: 2026-03-16" in told
    assert "66" in told


def test_the_answer_as_json_follows_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "deadline", "rule=D12", "start=2026-03-02", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["result"]["last_day"] == "2026-03-11"
    assert found["book"] == "2026-11-28"
    assert {"text", "article", "certainty"} <= set(found["steps"][0])


def test_what_is_missing_is_said_and_the_command_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "deadline", "rule=D12"]) == 1
    assert "start" in capsys.readouterr().out
    assert main(["law", "deadline", "rule"]) == 1
    assert "write key=value" in capsys.readouterr().err
    assert main(["law", "deadline", "rule=D12", "start=2026-03-02", "--book", "2030-01-01"]) == 1
    assert "2030-01-01" in capsys.readouterr().err


def test_a_lawyer_s_own_cases_are_run_and_what_differs_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "own.csv"
    right = 'a,deadline,"rule=D12; start=2026-03-02",last_day=2026-03-11,L 66.1,R2\n'
    wrong = 'b,deadline,"rule=D12; start=2026-03-02",last_day=2026-03-12,L 66.1,R2\n'
    table.write_text(HEAD + right, encoding="utf-8")
    assert main(["law", "cases", str(table)]) == 0
    assert "1/1" in capsys.readouterr().out
    table.write_text(HEAD + right + wrong, encoding="utf-8")
    assert main(["law", "cases", str(table)]) == 1
    told = capsys.readouterr().out
    assert "last_day: 2026-03-12 ≠ 2026-03-11" in told
    assert "1/2" in told
    assert main(["law", "cases", str(tmp_path / "none.csv")]) == 1
