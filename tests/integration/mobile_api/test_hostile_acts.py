"""Whatever stands in a batch, each act is answered for itself, nothing breaks and nothing is lost."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.core import database
from deploy.demo import contents
from deploy.demo.phone import Phone
from tests.support import factories, pictures
from tests.support.people import People
from tests.support.phone import Phones

ACTS = "/api/mobile/v1/acts"
EXTREMES: list[Any] = [
    None, True, 0, -1, 2**31, 2**53 - 1, -(2**53) + 1, 2**63, 10**30, 1.5, 1e300, "", "x", "\x00", "a\x00b",
    "\ud800", "Ho\u0300a", "𝔘𝔫𝔦", "x" * 6000, "../../etc/passwd", "'; DROP TABLE inspections; --", [], {}, [[]],
    [None], {"x": 1}, str(uuid4()), "2026-11-24T02:30:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
    "2026-02-30T00:00:00Z",
]  # fmt: skip


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in an act where something else could stand."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from spots(item, (*path, key))


def put(act: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """A copy of the act with something else in one place."""
    changed = copy.deepcopy(act)
    target: Any = changed
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    return changed


async def samples(people: People, phone: Phone) -> tuple[factories.Work, list[dict[str, Any]]]:
    """One well-formed act of each type of a phone, of an inspection on site."""
    work = await factories.announced(people)
    await factories.write_minutes(work)
    minutes = work.pen.log[-3]["content"]
    photo = contents.photo(
        str(uuid4()), pictures.jpeg(), "image/jpeg", contents.place(210285110, 1058542300), "Ảnh"
    )
    record = str(work.id)
    made = [
        ("inspection.opened", {"decision_id": str(uuid4())}),
        ("inspection.announced", {"place": contents.place(210285110, 1058542300)}),
        ("inspection.discarded", {"reason": "Đoàn được điều đi nơi khác"}),
        ("inspection.opened", {"decision_id": str(uuid4())}),
        ("place.fixed", contents.place(210285110, 1058542300)),
        ("photo.taken", photo),
        ("photo.withdrawn", {"photo_id": str(uuid4()), "reason": "Chụp nhầm"}),
        ("photo.captioned", {"photo_id": str(uuid4()), "caption": "Kệ hàng phía trong"}),
        ("minutes.written", minutes),
        ("person.signed", contents.signed(work.minutes, "leader", "Lê Linh Chi")),
        ("inspection.submitted", contents.submission(work.minutes, [], work.signatures, [])),
    ]
    return work, [phone.write(record, kind, content) for kind, content in made]


async def results(phone: Phone, acts: list[Any]) -> list[dict[str, Any]]:
    """Send acts as they are, past everything a phone of ours would check."""
    body = json.dumps({"acts": acts}).encode()
    answer = await phone.client.post(ACTS, content=body)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["results"]
    assert len(found) == len(acts)
    return found


@pytest.mark.sampled(one_in=8)
@pytest.mark.parametrize("seed", range(8))
async def test_an_act_with_anything_anywhere_is_answered_and_never_breaks_the_server(
    people: People, phones: Phones, seed: int
) -> None:
    chance = random.Random(seed)
    phone = await phones.of(people.an)
    _, good = await samples(people, phone)
    kept = 0
    for act in good:
        places = list(spots(act))
        batch = [put(act, chance.choice(places), chance.choice(EXTREMES)) for _ in range(12)]
        for sent, result in zip(batch, await results(phone, batch), strict=True):
            code = (result["problem"] or {}).get("code")
            assert code != "unavailable", (sent, result)
            assert (result["status"] == "refused") == (code is not None)
            kept += 1
    stored = await database.fetchval(
        "SELECT (SELECT count(*) FROM refused_acts) + (SELECT count(*) FROM ledger_entries)"
    )
    assert stored > 0
    assert kept == 12 * len(good)


async def test_a_refused_act_does_not_lose_its_neighbours(people: People, phones: Phones) -> None:
    phone = await phones.of(people.an)
    work, _ = await samples(people, phone)
    first = phone.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    last = phone.write(str(work.id), "place.fixed", contents.place(210285111, 1058542301))
    answers = await results(phone, [first, {"id": 7}, "act", None, put(first, ("seq",), 1.5), last])
    assert [item["status"] for item in answers] == ["accepted", *["refused"] * 4, "accepted"]
    assert {item["problem"]["code"] for item in answers[1:5]} == {"act_malformed"}


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "batch_malformed"),
        (b"{", 400, "batch_malformed"),
        (b"\xff\xfe", 400, "batch_malformed"),
        (b'{"acts": {}}', 400, "batch_malformed"),
        (b'{"acts": [], "more": 1}', 400, "batch_malformed"),
        (b'{"acts": [], "acts": []}', 400, "batch_malformed"),
        (b"[" * 200_000, 400, "batch_malformed"),
        (b'{"acts": [' + b"1," * 100 + b"1]}", 413, "batch_too_large"),
        (b'{"acts": ["' + b"x" * 300_000 + b'"]}', 413, "batch_too_large"),
    ],
)
async def test_a_batch_that_is_none_is_a_clear_problem(
    people: People, phones: Phones, body: bytes, status: int, code: str
) -> None:
    phone = await phones.of(people.an, sync=False)
    answer = await phone.client.post(ACTS, content=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"].startswith("application/problem+json")


async def test_an_empty_batch_is_answered_with_nothing(people: People, phones: Phones) -> None:
    phone = await phones.of(people.an, sync=False)
    assert await results(phone, []) == []


async def test_acts_need_a_token(client: httpx.AsyncClient) -> None:
    answer = await client.post(ACTS, content=b'{"acts": []}')
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_an_act_under_another_officers_token_is_refused(
    people: People, phones: Phones
) -> None:
    phone, other = await phones.of(people.an), await phones.of(people.binh)
    work, _ = await samples(people, phone)
    act = phone.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    [answer] = await results(other, [act])
    assert answer["problem"]["code"] == "act_of_another_officer"
    [answer] = await results(phone, [act])
    assert answer["status"] == "accepted"
