"""Nonsense on every operation of the phone's interface: a problem with a code, never a failure.

The operations come from the OpenAPI description, so a new one is tried without being named here.
"""

import json
import random
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.support.people import People
from tests.support.phone import Phones
from tests.support.sampling import Sample

SEED = 20261124

TEXTS = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "../../etc/passwd",
    "%00",
    "%2e%2e%2f",
    "'; SELECT pg_sleep(9); --",
    "{{7*7}}",
    "<script>alert(1)</script>",
    "\u202egnp.exe",
    "e\u0301",  # not NFC
    "😀" * 300,
    "9" * 400,
    "-1",
    "1e999",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "null",
    "x" * 5000,
]

BODIES = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'"text"',
    b"1e999",
    b"NaN",
    b'{"a":1,"a":2}',
    b"\xff\xfe",
    b'"\\ud800"',
    b"[" * 20000,
    b'{"a":' * 5000,
    b'{"acts":' + b"[" * 3000 + b"]" * 3000 + b"}",
    b'{"acts":null}',
    b'{"acts":[null,1,"x",[],{}]}',
    b'{"acts":[{"id":1e400}]}',
    json.dumps({"username": "\x00", "password": "\x00", "otp": "\x00", "device": None}).encode(),
    json.dumps({"refresh_token": "\x00"}).encode(),
]

HEADERS: list[dict[str, str]] = [
    {},
    {"content-type": "text/html"},
    {"content-type": "multipart/form-data"},
    {"content-type": "multipart/form-data; boundary=x"},
    {"content-type": "application/json; charset=utf-7"},
    {"accept": "text/html"},
    {"accept-language": "\x7f" * 50},
    {"range": "bytes=-99999999999999999999"},
    {"content-length": "nonsense"},
]


def nonsense(shape: Any, chance: random.Random, depth: int = 0) -> Any:
    """A JSON value that is wrong in one place or another."""
    kinds = [None, True, -1, 2**63, 2**70, 1.5, chance.choice(TEXTS), [], {}]
    if depth < 3 and isinstance(shape, dict) and shape.get("properties"):
        known = {
            key: nonsense(part, chance, depth + 1) for key, part in shape["properties"].items()
        }
        return known if chance.random() < 0.8 else known | {"unknown": 1}
    return chance.choice(kinds)


def resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with its reference followed."""
    reference = schema.get("$ref", "")
    name = reference.rsplit("/", 1)[-1]
    found: dict[str, Any] = document["components"]["schemas"].get(name, schema)
    return found


@pytest.fixture
async def signed_in(phones: Phones, people: People) -> httpx.AsyncClient:
    """A client with a good token: nonsense of strangers ends at the door."""
    phone = await phones.of(people.an, sync=False)
    return phone.client


async def test_no_operation_fails_over_nonsense(
    signed_in: httpx.AsyncClient, sample: Sample
) -> None:
    chance = random.Random(SEED) if sample.whole else sample.chance
    document = (await signed_in.get("/api/openapi.json")).json()
    failed, tried = [], 0
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if method not in {"get", "post", "put", "patch", "delete", "head"}:
                continue
            if operation.get("operationId") == "deleteCurrentSession" or path.endswith("/current"):
                continue  # that would work, and end the trial
            shape = (
                operation.get("requestBody", {})
                .get("content", {})
                .get("application/json", {})
                .get("schema", {})
            )
            for _ in range(25 if sample.whole else 5):
                address = path
                while "{" in address:
                    before, _, rest = address.partition("{")
                    after = rest.partition("}")[2]
                    address = before + quote(chance.choice(TEXTS), safe="%") + after
                query = {
                    part["name"]: chance.choice(TEXTS)
                    for part in operation.get("parameters", [])
                    if part["in"] == "query" and chance.random() < 0.7
                }
                body = (
                    json.dumps(nonsense(resolved(document, shape), chance)).encode()
                    if chance.random() < 0.5
                    else chance.choice(BODIES)
                )
                request = signed_in.build_request(
                    method.upper(),
                    address,
                    params=query,
                    content=body if method != "get" else None,
                    headers={"content-type": "application/json"} | chance.choice(HEADERS),
                )
                answer = await signed_in.send(request)
                tried += 1
                about = f"{method} {request.url!r} {body[:80]!r} {dict(request.headers)}"
                if answer.status_code >= 500:
                    failed.append(f"{answer.status_code} {about}: {answer.text[:200]}")
                elif answer.status_code >= 400 and method != "head":
                    problem = answer.json()
                    if not problem.get("code") or not problem.get("text", {}).get("vi"):
                        failed.append(f"no problem document: {about}: {answer.text[:200]}")
    assert tried > (100 if sample.whole else 50)
    assert not failed, "\n".join(failed[:20])
