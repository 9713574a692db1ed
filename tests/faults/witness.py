"""What phones were told, kept apart from what they do with it.

A phone may only ever hear success, "not yet" or "try again": anything else would make it give up, or
tell its officer of a failure that is none of his.
"""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import httpx

_NOT_YET = {
    (404, "receipt_pending"),
    (409, "upload_offset_mismatch"),  # the phone asks where to go on
    (423, "upload_busy"),
}

_PASSING = (502, 503, 504)
"""A proxy whose node died with the request in its hands says 502 or 504, in the same words as a node says 503."""


@dataclass
class Witness:
    """Every answer of a run, counted; and every one that a phone should not have had."""

    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    unavailable: Counter[str] = field(default_factory=Counter)
    """503 by the code of their problem."""
    cut: int = 0
    """Requests without any answer: the connection broke or was refused."""
    slowest: float = 0.0
    """Seconds from a request to its answer."""

    @property
    def hooks(self) -> dict[str, list[Any]]:
        """For a client whose answers are to be looked at."""
        return {"request": [_began], "response": [self.hear]}

    def client(self, base_url: str, timeout: float = 15.0) -> httpx.AsyncClient:
        """A phone's line: each answer on it is looked at."""
        return httpx.AsyncClient(base_url=base_url, timeout=timeout, event_hooks=self.hooks)

    async def hear(self, answer: httpx.Response) -> None:
        """Count an answer, and say what is wrong with it."""
        self.slowest = max(self.slowest, time.monotonic() - answer.request.extensions["began"])
        self.answers[str(answer.status_code)] += 1
        if answer.status_code < 400:
            return
        body = await answer.aread()
        where = f"{answer.request.method} {answer.request.url.path}: {answer.status_code}"
        problem = answer.headers.get("content-type", "").startswith("application/problem+json")
        told = answer.json() if problem and body else {}
        code = str(told.get("code", "to HEAD, without a body"))
        if (answer.status_code, code) in _NOT_YET:
            return
        if where.endswith("/receipt: 404"):
            return  # the bytes came before their act: this photograph is not known yet
        if answer.status_code == 408 and not problem:
            return  # of the proxy: a busy machine's own request had no whole head in ten seconds, and is sent again
        if answer.status_code == 423 and answer.request.method == "HEAD":
            return  # no body by definition
        if answer.status_code not in _PASSING:
            self.wrong.append(f"{where} {body[:500]!r}")
            return
        self.unavailable[code] += 1
        if "retry-after" not in answer.headers:
            self.wrong.append(f"{where} without Retry-After")
        if answer.request.method != "HEAD" and not (
            told.get("retryable") and told["text"]["vi"] and told["text"]["en"]
        ):
            self.wrong.append(f"{where} {body[:500]!r}")

    def __str__(self) -> str:
        told = ", ".join(f"{count}×{status}" for status, count in sorted(self.answers.items()))
        return f"{told}; {self.cut} without an answer; slowest {self.slowest:.1f} s"


async def _began(request: httpx.Request) -> None:
    request.extensions["began"] = time.monotonic()
