"""A verdict per question stands beside each act of a phone, and evidence is kept whatever they say."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.core import anchors, database
from backend.ledger.service import Accepted
from deploy.demo import contents
from tests.support import factories
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def verdicts_of(work: factories.Work) -> dict[str, str]:
    """The verdicts of the newest act."""
    kept: str = await database.fetchval(
        "SELECT verdicts FROM ledger_entries WHERE act_id = $1", UUID(work.pen.log[-1]["id"])
    )
    answers: dict[str, str] = msgspec.json.decode(kept)
    return answers


def phone_time(offset: timedelta) -> str:
    return (datetime.now(UTC) + offset).strftime("%Y-%m-%dT%H:%M:%SZ")


async def test_a_good_act_has_a_good_answer_to_each_question(people: People) -> None:
    work = await factories.announced(people)
    work.pen.anchor = anchors.make()
    await work.act("place.fixed", contents.place(210285110, 1058542300))
    assert await verdicts_of(work) == dict.fromkeys(
        ("signature", "device", "sequence", "chain", "time", "place"), "ok"
    )


@pytest.mark.parametrize(
    ("changed", "question", "answer"),
    [
        ({"made_at": phone_time(timedelta(days=-2))}, "time", "before_anchor"),
        ({"made_at": phone_time(timedelta(days=2))}, "time", "after_receipt"),
        ({"anchor": "Zm9yZ2Vk.Zm9yZ2Vk"}, "time", "anchor_invalid"),
        ({"anchor": None}, "time", "no_anchor"),
        ({"seq": 4711}, "sequence", "gap"),
        ({"prev": "0" * 64}, "chain", "broken"),
        ({"signature": "A" * 86}, "signature", "invalid"),
    ],
)
async def test_a_bad_answer_is_told_and_the_evidence_is_kept(
    people: People, changed: dict[str, Any], question: str, answer: str
) -> None:
    work = await factories.announced(people)
    work.pen.anchor = anchors.make()
    forged = changed.pop("signature", None)
    act = work.pen.write(
        str(work.id), "place.fixed", contents.place(210285110, 1058542300), **changed
    )
    if forged:
        act["signature"] = forged
    outcome = await factories.hand_in(act, work.author, UUID(str(act["device_id"])))
    assert isinstance(outcome, Accepted)
    assert (await verdicts_of(work))[question] == answer


async def test_evidence_of_a_revoked_device_is_kept_aside_and_says_so(people: People) -> None:
    work = await factories.announced(people)
    act = work.pen.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    device = UUID(str(act["device_id"]))
    await database.execute("UPDATE devices SET revoked_at = now() WHERE id = $1", device)
    outcome = await factories.hand_in(act, work.author, device)
    assert isinstance(outcome, Accepted)
    assert outcome.quarantine
    assert (await verdicts_of(work))["device"] == "revoked"


async def test_a_phone_without_a_position_says_so(people: People) -> None:
    work = await factories.announced(people)
    await factories.take_photo(work)
    assert (await verdicts_of(work))["place"] == "absent"
    mocked = contents.place(210285110, 1058542300) | {"mocked": True}
    await work.act("place.fixed", mocked)
    assert (await verdicts_of(work))["place"] == "mocked"


async def test_a_desks_act_is_asked_none_of_these(people: People) -> None:
    work = await factories.decided(people)
    kept = await database.fetchval(
        "SELECT verdicts FROM ledger_entries WHERE record_id = $1", work.id
    )
    assert msgspec.json.decode(kept) == {}
