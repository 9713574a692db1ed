"""Heads are told of a paper to sign, its drafter of what became of it, clerks of a scan to compare."""

from datetime import timedelta

import msgspec
import pytest
from litestar import Litestar

from backend.casework.notices import reminding
from backend.core import clock
from backend.ledger.service import Accepted
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from tests.support import cases_made, papers_submitted, scans
from tests.support.by_hand import Hand, hand
from tests.support.people import People
from tests.support.told import waiting

__all__ = ["hand"]

pytestmark = pytest.mark.usefixtures("app")


async def test_a_paper_for_signing_is_the_heads_until_it_is_sent_back_to_its_drafter(
    people: People, hand: Hand
) -> None:
    case = await cases_made.inspected(people)
    document = await hand.ready(case, "MQĐ20", people.giang, people.an)
    told = await waiting(people.giang)
    assert told.count("submission.submitted") == 1
    assert "paper.to_sign" not in told, "of one thing one notice, from the step that waits"
    assert "submission.submitted" not in await waiting(people.an)
    back = case_side_acts.DocumentReopened(document_id=document, reason="Thiếu căn cứ")
    await case.take(CaseAct.DOCUMENT_REOPENED, back, people.giang)
    assert "submission.submitted" not in await waiting(people.giang)
    assert "paper.sent_back" in await waiting(people.an)


async def test_who_submitted_a_paper_gets_one_notice_of_its_signature(
    people: People, hand: Hand
) -> None:
    case = await cases_made.inspected(people)
    document = await hand.ready(case, "MQĐ20", people.giang, people.an)
    outcome = await papers_submitted.signed(case, document, people.giang)
    assert isinstance(outcome, Accepted), outcome
    told = await waiting(people.an)
    assert "submission.signed" in told
    assert "paper.in_force" not in told, "of one thing one notice, which the phone gets too"


async def test_a_scan_is_the_clerks_to_compare_and_overdue_after_48_hours(
    people: People, hand: Hand, monkeypatch: pytest.MonkeyPatch, app: Litestar
) -> None:
    del app
    case = await cases_made.inspected(people)
    document = await hand.print(case, "MQĐ20", people.giang, people.an)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    assert await waiting(people.nga) == ["compare.waits"]
    assert "paper.in_force" in await waiting(people.an) or case.worker == people.an
    now = clock.now()
    assert await reminding.remind() == 0
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=30))
    assert await reminding.remind() == 1
    assert await reminding.remind() == 0
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=49))
    await reminding.remind()
    assert await reminding.remind() == 0
    assert await waiting(people.nga) == ["compare.waits", "compare.due", "compare.overdue"]
    monkeypatch.undo()
    assert (await hand.compare(document, people.nga)).status_code == 303
    assert await waiting(people.nga) == []


async def test_an_officer_who_is_put_on_a_case_is_told_and_no_more_once_he_leaves(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    lead = (await case.facts()).officers
    binh = people.binh
    member = msgspec.structs.replace(
        lead[0], officer_id=binh.id, full_name=binh.full_name, role="member"
    )
    more = case_side_acts.OfficersAssigned(officers=[*lead, member], reason="Thêm người")
    await case.take(CaseAct.OFFICERS_ASSIGNED, more, people.giang)
    assert "case.yours" in await waiting(people.binh)
    fewer = case_side_acts.OfficersAssigned(officers=lead, reason="Bận việc khác")
    await case.take(CaseAct.OFFICERS_ASSIGNED, fewer, people.giang)
    assert "case.yours" not in await waiting(people.binh)
