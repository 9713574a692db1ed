"""A fault under load leaves its trace in the failing test's own words."""

import json
from pathlib import Path

from deploy.data_folder import DataFolder
from tests.faults.afterwards import logged_under


def test_the_trace_is_found_under_the_reference_that_an_answer_gave(tmp_path: Path) -> None:
    logs = DataFolder(tmp_path).logs
    logs.mkdir(parents=True)
    event = {"event": "request_failed", "reference": "0123456789ab", "exception": "Trace\nhere"}
    (logs / "web.log").write_text(f"plain words\n{json.dumps(event)}\n" + '{"event": "other"}\n')
    answer = """PATCH /x: 500 b'{"code":"unexpected","detail":{"reference":"0123456789ab"}}'"""
    assert "request_failed Trace\nhere" in logged_under(tmp_path, answer)
    assert "other" not in logged_under(tmp_path, answer)
    assert logged_under(tmp_path, answer.replace("0123", "4567")) == "nothing was logged"
    assert logged_under(tmp_path, "HEAD /x: 503 without Retry-After") == ""
