"""A licence that a sanction suspends shows so on the party's page, for who may see the case, until its term is over."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import events
from backend.casework.rules import licence_terms
from backend.core import clock, database
from backend.law.rules.spans import months_after
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, CaseState
from schemas.core.ids import new_id
from schemas.law.provisions import ExtraKind
from schemas.law.sanctions import ExtraPenalty
from schemas.parties import acts
from schemas.parties.words import LicenceKind
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.integration.admin_ui.casework.test_sanction_by_the_rows import due, recorded_by
from tests.integration.casework.cases.test_chair_changes import chaired, changes, parts, told
from tests.integration.casework.cases.test_sent_up import decided, filed, with_chair
from tests.support import cases_made, parties_made
from tests.support.later import later
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")
NUMBER = "88/GP-SCT"


async def sanctioned(people: People, party_id: UUID, licence: str) -> cases_made.Case:
    """A case of the party whose sanction takes the right to use a licence for two months."""
    case = await due(people, recorded_by("ND98-23-4-b"))
    said = (await case.facts()).recorded
    assert said is not None
    penalty = ExtraPenalty(
        kind=ExtraKind.LICENCE_SUSPENSION,
        value_vnd=None,
        months=2,
        text_vi="Tước quyền sử dụng giấy phép",
        licence=licence,
    )
    plain = await cases_made.order(of=said.violations[0], subject=said.party.kind)
    order = msgspec.structs.replace(plain, extra_penalties=[penalty])
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, order=order))
    await names(case, party_id)
    return case


async def names(case: cases_made.Case, party_id: UUID) -> None:
    """Have the row of a case name this party, until its next act."""
    await database.execute("UPDATE cases SET subject_id = $1 WHERE id = $2", party_id, case.id)


async def with_licence(people: People) -> UUID:
    party_id = await parties_made.registered(people.an)
    said = acts.LicenceRecorded(
        licence_id=new_id(),
        kind=LicenceKind.ALCOHOL,
        title=None,
        number=NUMBER,
        issuer="Sở Công Thương",
        issued_on=None,
        valid_from=None,
        valid_to=None,
    )
    await parties_made.done(people.an, party_id, said)
    return party_id


async def test_a_suspended_licence_says_from_when_to_when_and_by_which_case(
    people: People, readers: Readers
) -> None:
    party_id = await with_licence(people)
    case = await sanctioned(people, party_id, f"Giấy phép bán lẻ rượu số {NUMBER}")
    today = clock.today()
    first, last = f"{today:%d/%m/%Y}", f"{months_after(today, 2):%d/%m/%Y}"
    head = await readers.of(people.giang)
    await head.open(f"/desk/parties/register/{party_id}")
    assert "Bị tước quyền sử dụng" in head.html
    assert "Còn hiệu lực" not in head.html
    assert f"Từ {first} đến hết {last}" in head.html
    assert f'href="/desk/cases/{case.id}"' in head.html
    colleague = await readers.of(people.em)
    await colleague.open(f"/desk/parties/register/{party_id}")
    assert NUMBER in colleague.html
    assert "Bị tước quyền" not in colleague.html, "em may not see the case"


async def test_after_the_term_the_licence_is_in_force_again(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    party_id = await with_licence(people)
    await sanctioned(people, party_id, NUMBER)
    after = months_after(clock.today(), 2) + timedelta(days=1)
    monkeypatch.setattr("admin_ui.insight.parties.page.clock.today", lambda: after)
    head = await readers.of(people.giang)
    await head.open(f"/desk/parties/register/{party_id}")
    assert NUMBER in head.html
    assert "Còn hiệu lực" in head.html
    assert "Bị tước quyền" not in head.html


async def test_a_licence_that_the_register_has_not_is_named_as_the_decision_does(
    people: People, readers: Readers
) -> None:
    party_id = await parties_made.registered(people.an)
    await sanctioned(people, party_id, "Giấy chứng nhận số 7/CN")
    head = await readers.of(people.giang)
    await head.open(f"/desk/parties/register/{party_id}")
    assert "Giấy chứng nhận số 7/CN" in head.html
    assert "Quyết định xử phạt số" in head.html
    await database.execute("UPDATE cases SET sanctioned_on = NULL")
    await head.open(f"/desk/parties/register/{party_id}")
    assert "Giấy chứng nhận số 7/CN" not in head.html, "an annulled decision suspends nothing"


async def test_a_sanction_that_was_amended_says_that_its_term_may_be_another(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    party_id = await with_licence(people)
    case = await sanctioned(people, party_id, NUMBER)
    decision = case.papers["MQĐ02"]
    by = await case.change("MQĐ38", decision)
    amended = case_side_acts.DocumentAmended(
        document_id=decision, by=by, reason="Sửa thời hạn tước"
    )
    await case.take(CaseAct.DOCUMENT_AMENDED, amended)
    await names(case, party_id)
    number = (await case.facts()).papers[by].number
    head = await readers.of(people.giang)
    place = f"/desk/parties/register/{party_id}"
    await head.open(place)
    assert "Có quyết định tước, xem thời hạn" in head.html
    assert f"hủy một phần (số {number} ngày" in head.html
    assert "Từ " in head.html, "the term as it was first decided"
    day = months_after(clock.today(), 2) + timedelta(days=1)
    monkeypatch.setattr("admin_ui.insight.parties.page.clock.today", lambda: day)
    await head.open(place)
    assert "Có quyết định tước, xem thời hạn" in head.html, "it may have been made longer"
    day = months_after(clock.today(), 24) + timedelta(days=1)
    await head.open(place)
    assert "Có quyết định tước" not in head.html, "no term is longer"


async def test_an_amendment_that_was_cancelled_changes_nothing(
    people: People, readers: Readers
) -> None:
    party_id = await with_licence(people)
    case = await sanctioned(people, party_id, NUMBER)
    decision = case.papers["MQĐ02"]
    by = await case.change("MQĐ38", decision)
    amended = case_side_acts.DocumentAmended(
        document_id=decision, by=by, reason="Sửa thời hạn tước"
    )
    await case.take(CaseAct.DOCUMENT_AMENDED, amended)
    await case.cancelled(by)
    await names(case, party_id)
    head = await readers.of(people.giang)
    await head.open(f"/desk/parties/register/{party_id}")
    assert "Bị tước quyền sử dụng" in head.html
    assert "xem thời hạn" not in head.html


async def test_a_chair_s_suspension_says_that_the_decision_in_the_file_has_the_term(
    app: Litestar, people: People, readers: Readers
) -> None:
    party_id = await with_licence(people)
    case, an, giang, _, _ = await chaired(app, people, licence_suspended="yes")
    await names(case, party_id)
    head = await readers.of(people.giang)
    place = f"/desk/parties/register/{party_id}"
    await head.open(place)
    assert "Có quyết định tước, xem thời hạn" in head.html
    assert "Chủ tịch Ủy ban nhân dân xã Đồng Mẫu quyết định tước, tính từ" in head.html
    assert "Còn hiệu lực" in head.html, "which licence it is, only the paper says"
    assert f'href="/desk/cases/{case.id}"' in head.html
    status, said, _ = await changes((an, giang), case, "amended", total="30.000.000")
    assert status == 303, said
    await names(case, party_id)
    await head.open(place)
    assert "hủy một phần (số" in head.html


async def test_the_term_of_a_chair_s_decision_runs_from_the_day_of_effect_on_every_page(
    app: Litestar, people: People, readers: Readers
) -> None:
    """Law 15/2012 Art 25.3. The decision is of today and takes effect in five days."""
    party_id = await with_licence(people)
    effect = clock.today() + timedelta(days=5)
    terms = {
        "licence_suspended": "yes",
        "effective_on": effect,
        "licences": 1,
        "licences.0.licence": f"Giấy phép bán lẻ rượu số {NUMBER}",
        "licences.0.months": "3",
    }
    case, an, giang, _, _ = await chaired(app, people, **terms)
    await names(case, party_id)
    said = f"Từ {effect:%d/%m/%Y} đến hết {months_after(effect, 3):%d/%m/%Y}"
    head = await readers.of(people.giang)
    await head.open(f"/desk/parties/register/{party_id}")
    assert said in head.html
    assert "Có quyết định tước, xem thời hạn" not in head.html
    await head.open(f"/desk/cases/{case.id}")
    assert "Tước quyền sử dụng giấy phép, chứng chỉ" in head.html
    assert said in head.html
    [decided] = told(await case.facts(), "sanction.imposed")
    assert decided["effective_on"] == effect.isoformat(), "the clocks reckon from the same day"
    rows = parts(16_000_000, 24_000_000, days=60)
    status, why, _ = await changes((an, giang), case, "instalments", **rows)
    assert status == 303, why
    assert case.id


async def test_a_chair_s_decision_that_takes_effect_at_the_handing_over_runs_from_its_minutes(
    app: Litestar, people: People, readers: Readers
) -> None:
    """Law 15/2012 Art 25.3; it is entered, delivered and paid before anybody has the licence."""
    terms = {
        "licence_suspended": "yes",
        "at_handing_over": "yes",
        "licences": 1,
        "licences.0.licence": f"Giấy phép bán lẻ rượu số {NUMBER}",
        "licences.0.months": "3",
    }
    case, _, _, _, _ = await chaired(app, people, **terms)
    head = await readers.of(people.giang)
    await head.open(f"/desk/cases/{case.id}")
    assert "có hiệu lực từ ngày giao nộp giấy phép" in head.html
    assert "3 tháng, kể từ ngày giấy phép được giao nộp" in head.html
    facts = await case.facts()
    assert facts.chair is not None
    with later(days=3):
        now, day = clock.now().isoformat(timespec="seconds"), clock.today()
        rows = [{"name": f"Giấy phép bán lẻ rượu số {NUMBER}", "quantity": "1"}]
        times = {"started_at": now, "ended_at": now}
        about = facts.chair.document_id
        await case.following("MBB08", about=about, licences=rows, **times)
        head = await readers.of(people.giang)
        await head.open(f"/desk/cases/{case.id}")
        assert f"Từ {day:%d/%m/%Y}, ngày giấy phép được giao nộp" in head.html


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"at_handing_over": "yes", "effective_on": clock.today()}, "bỏ trống ngày có hiệu lực"),
        ({"effective_on": clock.today() - timedelta(days=1)}, "Ngày có hiệu lực"),
        ({"licences.0.months": "", "licences.0.days": "10"}, "từ 01 tháng đến 24 tháng"),
        ({"licences.0.months": "24", "licences.0.days": "1"}, "từ 01 tháng đến 24 tháng"),
    ],
)
async def test_a_chair_s_term_that_the_law_does_not_have_is_refused_in_words(
    app: Litestar, people: People, changed: dict[str, Any], why: str
) -> None:
    case, an, giang, _ = await with_chair(app, people)
    sheet = await filed(giang, case, "Quyết định xử phạt của Chủ tịch")
    terms = {
        "licence_suspended": "yes",
        "licences": 1,
        "licences.0.licence": NUMBER,
        "licences.0.months": "3",
    }
    status, said = await act(an, case, "chair.decided", **decided(sheet, **terms | changed))
    assert status in (409, 422), said
    assert why in said


async def test_a_decision_that_takes_effect_when_the_licence_is_handed_over_has_no_last_day_yet(
    people: People, readers: Readers
) -> None:
    party_id = await with_licence(people)
    case = await sanctioned(people, party_id, NUMBER)
    await database.execute(
        "UPDATE documents SET fields = jsonb_set(fields::jsonb, '{effect_licence}', 'true')"
        " - 'effective_on' WHERE id = $1",
        case.papers["MQĐ02"],
    )
    head = await readers.of(people.giang)
    await head.open(f"/desk/parties/register/{party_id}")
    assert "2 tháng, kể từ ngày giấy phép được giao nộp" in head.html
    assert "Có quyết định tước, xem thời hạn" in head.html


async def test_the_minutes_that_hold_the_licence_tell_its_last_day_on_both_pages(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 15/2012 Art 25.3: the decision takes effect when the licence is handed over, which MBB08 records."""
    party_id = await with_licence(people)
    case = await due(people, recorded_by("ND98-23-4-b"))
    said = (await case.facts()).recorded
    assert said is not None
    penalty = ExtraPenalty(
        kind=ExtraKind.LICENCE_SUSPENSION, value_vnd=None, months=2, text_vi="Tước", licence=NUMBER
    )
    plain = await cases_made.order(of=said.violations[0], subject=said.party.kind)
    order = msgspec.structs.replace(plain, extra_penalties=[penalty])
    fields = cases_made.decision(order, who=(await case.facts()).party) | {"effect_licence": True}
    del fields["effective_on"]

    async def nothing_more(_form: str, _who: Person) -> dict[str, Any]:
        return {}

    with monkeypatch.context() as patch:
        patch.setattr(cases_made, "fields_of", nothing_more)
        fields = cases_made.signed_by("MQĐ02", fields, people.giang)
        decision = await case.paper("MQĐ02", **fields)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, order=order))
    await names(case, party_id)
    head, place = await readers.of(people.giang), f"/desk/parties/register/{party_id}"
    await head.open(f"/desk/cases/{case.id}")
    assert "chưa có biên bản giữ giấy phép đó (MBB08)" in head.html
    with later(days=3):
        now, day = clock.now().isoformat(timespec="seconds"), clock.today()
        rows = [{"name": f"Giấy phép bán lẻ rượu số {NUMBER}", "quantity": "1"}]
        times = {"started_at": now, "ended_at": now}
        await case.following("MBB08", about=decision, licences=rows, **times)
        await names(case, party_id)
        told = f"Từ {day:%d/%m/%Y}, ngày giấy phép được giao nộp, đến hết {months_after(day, 2):%d/%m/%Y}"
        head = await readers.of(people.giang)
        for page in (f"/desk/cases/{case.id}", place):
            await head.open(page)
            assert told in head.html, page
            assert "Bị tước quyền sử dụng" in head.html, page


async def test_nothing_is_said_of_a_term_while_the_execution_is_suspended(people: People) -> None:
    """As the party's page leaves it out (sanctions() of backend/insight/queries/of_parties.py)."""
    case = await sanctioned(people, await with_licence(people), f"Giấy phép số {NUMBER}")
    own = await events.facts_to_fold_on(case.id)
    assert own is not None
    assert licence_terms.of_case(case.id, own)
    own.state = CaseState.SUSPENDED
    assert licence_terms.of_case(case.id, own) == []
