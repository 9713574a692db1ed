"""The one door on the real database: numbers, chains, repeats, refusals, and sequences nobody thought of."""

import asyncio
import hashlib
import random
from typing import Any, Literal
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.core import database
from backend.fieldwork.derived import authority
from backend.fieldwork.derived import states as rules
from backend.fieldwork.rules import flow
from backend.ledger.service import Accepted, Refused
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from deploy.demo import contents, minutes
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType
from tests.support import factories, filing, obtained, pictures, site_papers
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def entries(record_id: UUID) -> list[Any]:
    """All entries of a record."""
    return await database.fetch(
        "SELECT * FROM ledger_entries WHERE record_id = $1 ORDER BY number", record_id
    )


async def test_entries_of_a_record_are_numbered_and_chained(people: People) -> None:
    work = await factories.announced(people, photos=2)
    rows = await entries(work.id)
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["previous_hash"] for row in rows] == [
        None,
        *(row["entry_hash"] for row in rows[:-1]),
    ]
    assert all(hashlib.sha256(row["act"].encode()).digest() == row["act_hash"] for row in rows)


async def test_a_repeat_gets_the_first_receipt_and_changes_nothing(people: People) -> None:
    work = await factories.announced(people)
    act = work.pen.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    device = UUID(str(act["device_id"]))
    first = await factories.hand_in(act, work.author, device)
    before = len(await entries(work.id))
    again = await factories.hand_in(act, work.author, device)
    assert isinstance(first, Accepted)
    assert isinstance(again, Accepted)
    assert again.repeated
    assert again.receipt == first.receipt
    assert len(await entries(work.id)) == before


async def test_the_same_act_from_twenty_senders_at_once_stands_once(people: People) -> None:
    work = await factories.announced(people)
    act = work.pen.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    device = UUID(str(act["device_id"]))
    outcomes = await asyncio.gather(
        *(factories.hand_in(act, work.author, device) for _ in range(20))
    )
    receipts = {outcome.receipt for outcome in outcomes if isinstance(outcome, Accepted)}
    assert len(receipts) == 1
    assert sum(isinstance(item, Accepted) and not item.repeated for item in outcomes) == 1


async def test_the_same_id_with_other_content_is_refused_and_kept(people: People) -> None:
    work = await factories.announced(people)
    act = work.pen.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    device = UUID(str(act["device_id"]))
    await factories.hand_in(act, work.author, device)
    forged = work.pen.write(
        str(work.id), "place.fixed", contents.place(107626220, 1066601720), id=act["id"]
    )
    outcome = await factories.hand_in(forged, work.author, device)
    assert isinstance(outcome, Refused)
    assert outcome.code == "act_id_reused"
    kept = await database.fetch("SELECT act FROM refused_acts WHERE act_id = $1", UUID(act["id"]))
    assert [msgspec.json.decode(row["act"])["content"] for row in kept] == [forged["content"]]


async def test_a_refused_step_changes_no_record_and_leaves_no_gap_in_the_phones_log(
    people: People,
) -> None:
    work = await factories.decided(people)
    content = contents.submission(str(uuid4()), [], [], [])
    outcome = await work.act("inspection.submitted", content)
    assert isinstance(outcome, Refused)
    assert outcome.code == "not_announced"
    assert outcome.text.vi
    assert len(await entries(work.id)) == 1
    await work.act("place.fixed", contents.place(210285110, 1058542300))
    verdicts = msgspec.json.decode((await entries(work.id))[-1]["verdicts"])
    assert verdicts["sequence"] == verdicts["chain"] == verdicts["signature"] == "ok"


async def test_a_gap_in_the_phones_log_is_told_and_not_refused(people: People) -> None:
    work = await factories.announced(people)
    work.pen.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    outcome = await work.act("place.fixed", contents.place(210285110, 1058542300))
    assert isinstance(outcome, Accepted)
    verdicts = msgspec.json.decode((await entries(work.id))[-1]["verdicts"])
    assert verdicts["sequence"] == "gap"


async def test_evidence_under_a_wrong_signature_is_kept_aside_and_a_step_is_refused(
    people: People,
) -> None:
    work = await factories.announced(people)
    evidence = await work.act(
        "place.fixed", contents.place(210285110, 1058542300), signature="A" * 86
    )
    step = await work.act("inspection.opened", {"decision_id": str(uuid4())}, signature="A" * 86)
    assert isinstance(evidence, Accepted)
    assert evidence.quarantine
    assert evidence.quarantine.code == "signature_invalid"
    assert isinstance(step, Refused)
    assert step.code == "device_doubt"


async def test_evidence_of_a_record_nobody_knows_is_kept(people: People) -> None:
    work = await factories.decided(people)
    unknown = str(uuid4())
    act = work.pen.write(unknown, "place.fixed", contents.place(210285110, 1058542300))
    outcome = await factories.hand_in(act, work.author, UUID(str(act["device_id"])))
    assert isinstance(outcome, Accepted)
    assert outcome.quarantine
    assert outcome.quarantine.code == "record_unknown"
    assert len(await entries(UUID(unknown))) == 1


def newer_content(kind: ActType, work: factories.Work) -> dict[str, Any]:
    """The same of an act that only the newer flow of minutes knows."""
    match kind:
        case ActType.MINUTES_ENTRUSTED:
            return {"officer_id": str(work.author.id)}
        case ActType.MINUTES_PROPOSED:
            named = UUID(work.minutes or str(uuid4()))
            return {"minutes": str(named), "photos": [], "draft": flow.draft_hash(named, [])}
        case ActType.MINUTES_SET_ASIDE:
            return {"minutes": str(uuid4()), "reason": "Đã đưa vào biên bản chính"}
        case ActType.DRAFT_APPROVED:
            return {"draft": "ab" * 32}
        case ActType.DRAFT_RETURNED:
            remark = {"at": {"field": "/start"}, "text": "Ghi rõ giờ"}
            return {"draft": "ab" * 32, "comments": [remark]}
        case _:
            answer = {"point": 0, "text": "Đã bổ sung"}
            return {"asked": str(uuid4()), "answers": [answer], "photos": [], "documents": []}


def number_for(kind: ActType, work: factories.Work) -> dict[str, Any]:
    """A number that nobody lent."""
    number = {"year": 2026, "number": 1, "block_id": str(uuid4())}
    if kind is ActType.MINUTES_NUMBERED:
        named = {"minutes": work.minutes or str(uuid4()), "form": "BB-KT"}
        return number | named | {"text": "1/BB-KT-01-QLTT0001"}
    named = {"document_id": str(uuid4()), "written": str(uuid4()), "form": "MBB01"}
    return number | named | {"text": "1/BB-VPHC-01-QLTT0001"}


async def content_for(kind: ActType, work: factories.Work) -> dict[str, Any]:
    """Content of a phone's act that may or may not fit the moment: nothing is arranged for it."""
    match kind:
        case ActType.INSPECTION_OPENED:
            return {"decision_id": str(uuid4())}
        case ActType.INSPECTION_ANNOUNCED:
            return {"place": None}
        case ActType.INSPECTION_DISCARDED:
            return {"reason": "Đoàn được điều đi nơi khác"}
        case ActType.PLACE_FIXED:
            return contents.place(210285110, 1058542300)
        case ActType.PHOTO_TAKEN:
            data = pictures.jpeg(size=(64, 48))
            return contents.photo(str(uuid4()), data, "image/jpeg", None, None)
        case ActType.PHOTO_WITHDRAWN | ActType.PHOTO_CAPTIONED:
            key = "reason" if kind is ActType.PHOTO_WITHDRAWN else "caption"
            return {"photo_id": str(uuid4()), key: "Chụp nhầm"}
        case ActType.MINUTES_WRITTEN:
            decision = await database.fetchval(
                "SELECT decision FROM inspections WHERE id = $1", work.id
            )
            fields = minutes.fill(msgspec.json.decode(decision), "Đội số 1 thử")
            return minutes.content(fields)
        case ActType.PERSON_SIGNED:
            return contents.signed(work.minutes or str(uuid4()), "leader", "Lê Linh Chi")
        case ActType.DOCUMENT_NUMBERED | ActType.MINUTES_NUMBERED:
            return number_for(kind, work)
        case _ if kind.startswith(("document.", "relation.")):
            return of_documents(kind, work)
        case _:
            return contents.submission(work.minutes or str(uuid4()), [], work.signatures, [])


def of_documents(kind: ActType, work: factories.Work) -> dict[str, Any]:
    """Content of an act about a paper made, or a document obtained, on site, or about relations."""
    if kind is ActType.RELATION_NONE_DECLARED:
        return {"same_name": None}
    if kind is ActType.RELATION_DECLARED:
        return {"relation": "sibling", "reason": "Chị gái của tôi quản lý"}
    if kind is ActType.DOCUMENT_WRITTEN:
        return site_papers.writing(str(uuid4()))
    if kind is ActType.DOCUMENT_SIGNED:
        return site_papers.signature(work.minutes or str(uuid4()), "maker")
    if kind is ActType.DOCUMENT_STRUCK:
        return {"file_id": str(uuid4()), "reason": "Chụp nhầm"}
    return obtained.document(filing.pdf(), "hoa-don.pdf").content


_BEGINS = {ActType.DECISION_PROPOSED, ActType.DECISION_HAND_SIGNED}
_PHONE_ACTS = sorted(rules.TYPES - authority.OF_DESK - _BEGINS)
"""What a phone may send of an inspection that there is. What begins a record has tests of its own."""


@pytest.mark.sampled(one_in=8, each=lambda case: case["minutes_flow"])
@pytest.mark.parametrize("minutes_flow", [None, FLOW])
@pytest.mark.parametrize("seed", range(8))
async def test_whatever_a_phone_sends_the_state_is_the_fold_and_all_of_it_verifies(
    people: People, seed: int, minutes_flow: Literal[2] | None
) -> None:
    chance = random.Random(seed)
    author = people.chi if seed % 2 else people.an
    work = await factories.decided(people, minutes_flow=minutes_flow, author=author)
    for _ in range(30):
        kind = chance.choice(_PHONE_ACTS)
        newer = newer_content(kind, work) if kind in rules.NEWER_TYPES else None
        outcome = await work.act(kind, newer or await content_for(kind, work))
        if isinstance(outcome, Refused):
            assert kind not in rules.EVIDENCE
        elif kind is ActType.MINUTES_WRITTEN:
            work.minutes, work.signatures = work.pen.log[-1]["id"], []
        elif kind is ActType.PERSON_SIGNED and not outcome.quarantine:
            work.signatures.append(work.pen.log[-1]["id"])
    rows = await entries(work.id)
    state = await database.fetchval("SELECT state FROM inspections WHERE id = $1", work.id)
    taken = [(row["act_type"], row["quarantine"] is None) for row in rows]
    assert rules.fold(taken, minutes_flow or 1) == state
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings
