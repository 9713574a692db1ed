"""Checks that several tests share, named by what they claim."""

from typing import Any

import httpx

Json = dict[str, Any]


def accepted(results: list[Json]) -> list[Json]:
    """All acts were accepted with effect; returns their receipts."""
    for result in results:
        assert result["status"] in {"accepted", "repeated"}, result["problem"]
        assert result["quarantine"] is None, result["quarantine"]
        assert result["receipt"] is not None
    return [result["receipt"] for result in results]


def held(result: Json, code: str) -> Json:
    """The act was kept in quarantine under `code`, with a receipt and a sentence in two languages."""
    assert result["status"] in {"accepted", "repeated"}, result["problem"]
    assert result["quarantine"] is not None
    assert result["quarantine"]["code"] == code
    assert result["quarantine"]["text"]["vi"]
    assert result["quarantine"]["text"]["en"]
    return dict(result["receipt"])


def refused(result: Json, code: str) -> Json:
    """The act was refused under `code`; returns the problem."""
    assert result["status"] == "refused", result
    assert result["receipt"] is None
    problem: Json = result["problem"]
    assert problem["code"] == code
    assert problem["text"]["vi"]
    assert problem["text"]["en"]
    return problem


def is_problem(answer: httpx.Response, status: int, code: str | None = None) -> Json:
    """The answer is an RFC 9457 problem with all its keys; returns it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    problem: Json = answer.json()
    assert {"type", "title", "status", "code", "text", "retryable"} <= problem.keys()
    assert problem["status"] == status
    if code is not None:
        assert problem["code"] == code
    return problem
