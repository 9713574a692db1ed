"""Logs tell what failed and never what somebody typed."""

import json

import pytest
import structlog

from backend.core import logs


def test_a_failure_is_one_line_of_json_without_local_variables(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure()
    password = "con cò bay lả bay la"
    try:
        raise ValueError("hỏng")
    except ValueError:
        structlog.get_logger("x").exception("failed", password=password, officer_id="7")
    [line] = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert told["event"] == "failed"
    assert told["officer_id"] == "7"
    assert "ValueError: hỏng" in told["exception"]
    assert "bay lả" not in line
