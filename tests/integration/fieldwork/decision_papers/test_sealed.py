"""The clerk seals and dispatches inspection decisions (Decree 30/2020 Arts 17 to 19, 33; Appendix I, II.8).

Judged by other people's tools, as the seal on papers of cases is.
"""

import asyncio
import hashlib
import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from backend.casework.issued_documents import service as issued_documents
from backend.casework.outgoing import service as outgoing
from backend.casework.party_copies import papers as party_papers
from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.documents.signing import agency
from backend.exchange.evidence_export import checker
from backend.fieldwork.decision_papers import sealing
from backend.fieldwork.decision_papers import service as papers
from backend.ledger.service import Accepted, Refused
from schemas.fieldwork.decision_papers import PaperDispatched
from tests.integration.admin_ui.exchange.test_export import taken
from tests.integration.casework.issued_documents.test_seal_of_the_agency import (
    UNIT,
    _public,
    _tools,
    agency_file,
    registered,
)
from tests.integration.fieldwork.decision_papers.test_at_the_door import file_of, held
from tests.integration.fieldwork.decision_papers.test_changes import changed, signed
from tests.support import decision_papers, factories, outside_signer, scans
from tests.support.case_papers import today
from tests.support.factories import Work
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.readers import Readers, readers
from tests.support.signing import PASSPHRASE, Authority
from tests.support.verifying import verify

__all__ = ["readers"]

pytestmark = pytest.mark.usefixtures("app")


async def sent(document: UUID, by: Person, days: int = 0) -> Accepted | Refused:
    """The dispatch of a paper by post, this many days from today."""
    said = PaperDispatched(
        document_id=document,
        sent_on=today() + timedelta(days=days),
        manner="post",
        recipients=["Công ty TNHH Thử Nghiệm Hoa Gạo", "UBND phường Thử"],
        copies=2,
        dispatch_note="Bưu gửi RA123",
    )
    async with transaction():
        outcome = await papers.dispatch(said, by.actor("desk"))
    assert isinstance(outcome, Accepted | Refused)
    return outcome


@pytest.mark.long
async def test_the_unit_s_clerk_seals_a_decision_once_and_phones_get_the_sealed_file(
    people: People,
    phones: Phones,
    issuer: Authority,
    readers: Readers,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    certificate = await registered(people, agency_file(issuer))
    document, inspection = await signed(people, issuer)
    phone, clerk = await phones.of(people.an), people.nga.actor()
    [before] = (await held(phone, inspection))["decision_papers"]
    first = (await file_of(phone, inspection, before))[2]
    for other in (people.giang, people.an, people.my):
        with pytest.raises(NotAllowed):
            await sealing.seal(document, certificate, PASSPHRASE, other.actor())
    with pytest.raises(RefusedAct) as above:
        await sealing.seal(document, certificate, PASSPHRASE, people.oanh.actor())
    assert above.value.problem_code == "paper_seal_unit"
    twice = (sealing.seal(document, certificate, PASSPHRASE, clerk) for _ in range(2))
    both = await asyncio.gather(*twice, return_exceptions=True)
    assert sum(isinstance(one, Accepted) for one in both) == 1
    assert [one.code for one in both if isinstance(one, Refused)] in ([], ["paper_seal_twice"])
    with pytest.raises(RefusedAct) as again:
        await sealing.seal(document, certificate, PASSPHRASE, clerk)
    assert again.value.problem_code == "paper_seal_twice"
    async with transaction():
        sealed, _ = await papers.pdf(document, clerk, None)
        own, _ = await papers.pdf(document, clerk, None, signed_only=True)
    assert own == first
    assert sealed.startswith(first)
    found = await asyncio.to_thread(_tools, tmp_path, sealed)
    assert found.count("Signature is Valid.") == 2
    # A phone that hears later is told the sealed file, by the one hash that the act states.
    [now] = (await held(phone, inspection))["decision_papers"]
    assert (now["seal_name"], now["size"]) == (UNIT, len(sealed))
    assert now["sha256"] == hashlib.sha256(sealed).hexdigest()
    assert (await file_of(phone, inspection, now))[2] == sealed
    public = await issued_documents.find_public(now["code"], "192.0.2.1")
    assert (public.sealed_sha256, public.sha256) == (now["sha256"], before["sha256"])
    assert (public.state, public.seal_name) == ("valid", UNIT)
    copy = await party_papers.find(now["code"])
    assert copy is not None
    [handed] = await party_papers.files(copy)
    assert await party_papers.read(copy, handed, public) == sealed, "the party's copy, too"
    assert (await verify()).findings == []
    # The auditors' program proves it, and calls a package forged that hides the seal.
    package = tmp_path / "package"
    work = Work(inspection, "", people.chi, await factories.pen(people.chi))
    (await taken(work, people.khanh, readers)).extractall(package)
    code = checker.main([str(package)])
    assert code == 0, capsys.readouterr().out
    view = json.loads((package / "inspection.json").read_text())
    view["decision_papers"][0] |= {"sha256": before["sha256"], "seal_name": None}
    (package / "inspection.json").write_text(json.dumps(view, ensure_ascii=False))
    assert checker.main([str(package)]) == 1
    await database.execute(
        "UPDATE decision_papers SET sealed_sha256 = sha256 WHERE id = $1", document
    )
    assert [one.where for one in (await verify()).findings] == [f"paper {document}"]


@pytest.mark.long
async def test_a_decision_that_was_withdrawn_meanwhile_is_neither_sealed_nor_dispatched(
    people: People, issuer: Authority
) -> None:
    key = agency_file(issuer)
    certificate = await registered(people, key)
    document, inspection = await signed(people, issuer)
    before, _ = await sealing.download(document, people.nga.actor(), None)
    withdrawing = await changed(inspection, people.giang, withdraws=True)
    for late in (
        sealing.seal(document, certificate, PASSPHRASE, people.nga.actor()),
        sealing.take(document, outside_signer.sign(before, key), people.nga.actor()),
        sealing.download(document, people.nga.actor(), None),
    ):
        with pytest.raises(RefusedAct) as refused:
            await late
        assert refused.value.problem_code == "paper_seal_cancelled"
    clerk, unit = people.nga.actor("desk"), people.nga.unit.unit_id
    rows = (await outgoing.seen(clerk, unit, None, "all", "", None)).rows
    assert {one.id: one.state for one in rows} == {document: "cancelled", withdrawing: "signed"}
    waiting = (await outgoing.seen(clerk, unit, None, "waiting", "", None)).rows
    assert [one.id for one in waiting] == [withdrawing]
    outcome = await sent(document, people.nga)
    assert (isinstance(outcome, Refused), getattr(outcome, "code", "")) == (True, "paper_withdrawn")
    # What withdraws it is sealed and goes out.
    done = await sealing.seal(withdrawing, certificate, PASSPHRASE, people.nga.actor())
    assert isinstance(done, Accepted), done
    assert isinstance(await sent(withdrawing, people.nga), Accepted)
    assert (await verify()).findings == []


@pytest.mark.long
async def test_a_token_elsewhere_seals_a_decision(people: People, issuer: Authority) -> None:
    key = agency_file(issuer)
    given = agency.Given(kind="outside", data=_public(key))
    outcome = await agency.register(people.my.actor(), people.nga.unit.unit_id, given)
    assert isinstance(outcome, Accepted)
    document, _ = await signed(people, issuer)
    clerk = people.nga.actor()
    before, _ = await sealing.download(document, clerk, None)
    sealed = outside_signer.sign(before, key, page=0, box=(380, 795, 540, 825))
    assert isinstance(await sealing.take(document, sealed, clerk), Accepted)
    assert await sealing.take(document, sealed, clerk) is None, "sent twice"
    async with transaction():
        assert (await papers.pdf(document, clerk, None))[0] == sealed


async def test_a_sheet_signed_by_hand_gets_ink_and_goes_out_only_once_it_is_in_force(
    people: People,
) -> None:
    document = await decision_papers.drafted(people)
    clerk = people.nga.actor("desk")
    assert getattr(await sent(document, people.nga), "code", "") == "paper_not_signed"
    await decision_papers.signed(document, people.giang, None)
    assert getattr(await sent(document, people.nga), "code", "") == "paper_not_signed"
    await papers.take_scan(document, scans.pdf(1), people.giang.actor("desk"))
    with pytest.raises(RefusedAct) as ink:
        await sealing.seal(document, document, PASSPHRASE, clerk)
    assert ink.value.problem_code == "paper_seal_ink"
    with pytest.raises(NotFound):  # the clerk of another unit does not see it
        await sent(document, people.dung)
    assert getattr(await sent(document, people.an), "code", "") == "not_allowed"
    assert getattr(await sent(document, people.nga, -1), "code", "") == "paper_sent_before"
    unit = people.nga.unit.unit_id
    waiting = await outgoing.seen(clerk, unit, None, "waiting", "", None)
    assert [one.id for one in waiting.rows] == [document]
    assert isinstance(await sent(document, people.nga), Accepted)
    [line] = (await outgoing.seen(clerk, unit, None, "sent", "phường thử", None)).rows
    assert (line.number, line.record_number) == ("01000001/QĐ-KT", "01000001/QĐ-KT")
    assert (line.manner, line.copies, line.note) == ("post", 2, "Bưu gửi RA123")
    assert line.recipients == ["Công ty TNHH Thử Nghiệm Hoa Gạo", "UBND phường Thử"]
    assert (await outgoing.seen(clerk, unit, None, "waiting", "", None)).rows == []
