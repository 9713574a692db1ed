"""Checks that several tests share, named after what they assert."""

from typing import Any

import httpx

Json = dict[str, Any]


def accepted(results: list[Json]) -> list[Json]:
    """Check that all acts were accepted with effect; return their receipts."""
    for result in results:
        assert result["status"] in {"accepted", "repeated"}, result["problem"]
        assert result["quarantine"] is None, result["quarantine"]
        assert result["receipt"] is not None
    return [result["receipt"] for result in results]


def held(result: Json, code: str) -> Json:
    """Check that the act was kept in quarantine under `code`, with a receipt and a message in both
    languages."""
    assert result["status"] in {"accepted", "repeated"}, result["problem"]
    assert result["quarantine"] is not None
    assert result["quarantine"]["code"] == code
    assert result["quarantine"]["text"]["vi"]
    assert result["quarantine"]["text"]["en"]
    return dict(result["receipt"])


def refused(result: Json, code: str) -> Json:
    """Check that the act was refused under `code`; return the problem."""
    assert result["status"] == "refused", result
    assert result["receipt"] is None
    problem: Json = result["problem"]
    assert problem["code"] == code
    assert problem["text"]["vi"]
    assert problem["text"]["en"]
    return problem


def is_problem(answer: httpx.Response, status: int, code: str | None = None) -> Json:
    """Check that the answer is an RFC 9457 problem with all its keys; return it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    problem: Json = answer.json()
    assert {"type", "title", "status", "code", "text", "retryable"} <= problem.keys()
    assert problem["status"] == status
    if code is not None:
        assert problem["code"] == code
    return problem
