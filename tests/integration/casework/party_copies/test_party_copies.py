"""The copy for the party: handed over at the desk with a second code, opened with it on the public page."""

import asyncio
import io
import re
from uuid import UUID

import httpx
import pytest
from pypdf import PdfReader

from backend.casework.party_copies import service as party_copies
from backend.casework.rules import party_copies as rules
from backend.core import database, stores
from backend.fieldwork.inspections import service as inspections
from schemas.casework.party_copies import AskCopy, PrintCopy
from schemas.core.ids import new_id
from tests.integration.documents.signing.test_verify_on_site import (
    begun,
    number_minutes,
    numbered_paper,
    text_of,
)
from tests.support import cases_made, scans
from tests.support.by_hand import Hand, code_of, hand
from tests.support.doors import Desk
from tests.support.people import People

__all__ = ["hand"]

pytestmark = pytest.mark.usefixtures("app")

_SECOND = re.compile(r'class="second-code">([0-9A-Z-]{14})<')
_REPLACES = re.compile(r'name="replaces" value="([^"]+)"')
_TICKET = re.compile(r'name="ticket" value="([^"]+)"')


def found(pattern: re.Pattern[str], text: str) -> str:
    there = pattern.search(text)
    assert there, text[:3000]
    return there[1]


async def in_force(hand: Hand, people: People) -> tuple[UUID, str]:
    """A seizure decision that Giang signed by hand: its id, its public code."""
    case = await cases_made.recorded(people)
    document = await hand.print(case, "MQĐ20", people.giang)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    return document, await code_of(document)


async def given(desk: Desk, code: str, **form: str) -> str:
    """Give a second code on the paper's page; returns it as the page shows it, once."""
    if "again" in form and "replaces" not in form:
        form["replaces"] = found(_REPLACES, (await desk.http.get(f"/desk/copies/{code}")).text)
    answer = await desk.post(f"/desk/copies/{code}", **form)
    assert answer.status_code == 200, answer.text[-2000:]
    return found(_SECOND, answer.text)


async def try_open(client: httpx.AsyncClient, code: str, second: str) -> httpx.Response:
    return await client.post("/verify/full", data={"code": code, "second": second})


async def test_a_party_reads_its_whole_paper_by_the_second_code_and_the_unit_sees_that(
    client: httpx.AsyncClient, hand: Hand, people: People
) -> None:
    document, code = await in_force(hand, people)
    page = await client.get(f"/verify/{code}")
    assert "Xem bản đầy đủ" in page.text
    desk = await hand.of(people.an)
    assert f"/desk/copies/{code}" in (await desk.http.get(f"/desk/documents/{document}")).text
    shown = await desk.post(f"/desk/copies/{code}")
    second = found(_SECOND, shown.text)
    stored = await database.fetchval("SELECT string_agg(c::text, '') FROM party_copies c")
    assert second not in stored
    assert second.replace("-", "") not in stored

    # What is printed: the slip with both codes, then the pages; the issued file is inside, unchanged.
    printed = await desk.post(f"/desk/copies/{code}/print", ticket=found(_TICKET, shown.text))
    assert printed.headers["content-type"] == "application/pdf"
    issued = await desk.http.get(f"/desk/documents/{document}/signed.pdf")
    reader = PdfReader(io.BytesIO(printed.content))
    assert [one for _, (one, *_) in reader.attachments.items()] == [issued.content]
    slip = " ".join(reader.pages[0].extract_text().split())
    for said in (
        "BẢN GIAO CHO ĐỐI TƯỢNG",
        second,
        code,
        "không phải bản sao y của cơ quan (Điều 25",
        "90 ngày",
    ):
        assert said in slip
    assert len(reader.pages) == 1 + len(PdfReader(io.BytesIO(issued.content)).pages)

    # What the party does: typed as people type.
    opened = await try_open(client, code, f" {second.lower().replace('-', ' ')} ")
    assert opened.status_code == 200, opened.text
    assert (opened.headers["cache-control"], opened.headers["referrer-policy"]) == (
        "no-store",
        "no-referrer",
    )
    ticket = found(_TICKET, opened.text)
    files = [
        await client.post("/verify/full/file", data={"ticket": ticket, "file": str(at)})
        for at in range(3)
    ]
    assert [one.status_code for one in files] == [200, 200, 404]
    assert (files[0].content, files[1].content) == (issued.content, scans.pdf())

    seen = (await desk.http.get(f"/desk/copies/{code}")).text
    for said in ("đã mở bản đầy đủ", "đã tải MQĐ20", "scan.pdf", people.an.full_name, "Còn dùng"):
        assert said in seen
    assert second not in seen
    logged = await database.fetch(
        "SELECT action FROM access_log WHERE officer_id = $1", people.an.id
    )
    assert {"copy.given", "copy.printed"} <= {row["action"] for row in logged}


@pytest.mark.long
async def test_the_desk_prints_a_slip_with_an_appointment_and_records_who_took_it(
    hand: Hand, people: People
) -> None:
    _, code = await in_force(hand, people)
    desk = await hand.of(people.an)
    shown = await desk.post(f"/desk/copies/{code}")
    second, ticket = found(_SECOND, shown.text), found(_TICKET, shown.text)
    typed = {
        "ticket": ticket,
        "layout": "slip_80",
        "appointment_at": "2026-12-05T08:30",
        "appointment_place": "Trụ sở Chi cục",
        "handover": found(re.compile(r'name="handover" value="([^"]+)"'), shown.text),
    }
    slip = await desk.post(f"/desk/copies/{code}/print", **typed)
    assert "08:30 05/12/2026, tại Trụ sở Chi cục" in text_of(slip.content)
    assert abs(float(PdfReader(io.BytesIO(slip.content)).pages[0].mediabox.width) - 226.8) < 0.1

    # A fault loses nothing: the code, which is shown once, is still there, and so is what was typed.
    for fault in ({"appointment_at": "mai"}, {"appointment_place": ""}, {"layout": "a5"}):
        answer = await desk.post(f"/desk/copies/{code}/print", **typed | fault)
        assert (answer.status_code, found(_SECOND, answer.text)) == (422, second)
    nobody = await desk.post(f"/desk/copies/{code}/handed", **typed)
    assert (nobody.status_code, found(_SECOND, nobody.text)) == (422, second)
    assert "Trụ sở Chi cục" in nobody.text
    for _ in range(2):  # a second tap records nothing more
        taken = await desk.post(f"/desk/copies/{code}/handed", **typed, receiver="Bà Lê Thị Hoa")
        assert taken.status_code == 200, taken.text[-2000:]
    said = f"{people.an.full_name} giao cho Bà Lê Thị Hoa, phiếu 80 mm."
    assert taken.text.count(said) == 1
    assert await database.fetchval("SELECT count(*) FROM party_copy_handovers") == 1


async def test_five_wrong_tries_lock_the_copy_and_every_failure_is_answered_alike(
    client: httpx.AsyncClient, hand: Hand, people: People
) -> None:
    _, code = await in_force(hand, people)
    answers = [
        await try_open(client, code, "AAAA-AAAA-AAAA"),  # no code was given yet
        await try_open(client, "7" * 28, "AAAA-AAAA-AAAA"),  # no such paper
    ]
    desk = await hand.of(people.an)
    second = await given(desk, code)
    assert (await try_open(client, code, second)).status_code == 200  # costs no try
    answers += [await try_open(client, code, wrong) for wrong in ("", "x", "0" * 12, code, "Ω")]
    answers.append(await try_open(client, code, second))
    said = {re.sub(r'name="code" value="[^"]*"', "", one.text) for one in answers}
    assert {one.status_code for one in answers} == {403}
    assert len(said) == 1
    assert "Đã khóa" in (await desk.http.get(f"/desk/copies/{code}")).text

    # The unit gives a new one; the old one stays void. While one is open, it asks first.
    again = await given(desk, code)
    assert (await try_open(client, code, second)).status_code == 403
    asked = await desk.post(f"/desk/copies/{code}")
    assert (asked.status_code, _SECOND.search(asked.text)) == (422, None)
    assert (await try_open(client, code, again)).status_code == 200
    stale = found(_REPLACES, asked.text)
    third = await given(desk, code, again="yes")
    assert (await try_open(client, code, again)).status_code == 403
    # A page that was open all the while voids no code that it did not show (docs/decisions/0031).
    late = await desk.post(f"/desk/copies/{code}", again="yes", replaces=stale)
    assert (late.status_code, _SECOND.search(late.text)) == (422, None)
    assert (await try_open(client, code, third)).status_code == 200
    # Tries in parallel do not slip past the count, and the void code cost one.
    many = await asyncio.gather(
        *(party_copies.queries.take_try(code, rules.TRIES) for _ in range(12))
    )
    assert sum(one is not None for one in many) == rules.TRIES - 1
    assert (await try_open(client, code, third)).status_code == 403


@pytest.mark.long
async def test_who_does_not_see_the_paper_gives_no_copy_and_who_only_checks_gives_none(
    client: httpx.AsyncClient, hand: Hand, people: People
) -> None:
    _, code = await in_force(hand, people)
    elsewhere = await hand.of(people.dung)
    for answer in (
        await elsewhere.http.get(f"/desk/copies/{code}"),
        await elsewhere.post(f"/desk/copies/{code}"),
        await (await hand.of(people.an)).http.get("/desk/copies/0000"),
    ):
        assert answer.status_code == 404
    an = await hand.of(people.an)
    shown = await an.post(f"/desk/copies/{code}")
    ticket = found(_TICKET, shown.text)
    # The ticket of the print is an's, and of this paper.
    giang = await hand.of(people.giang)
    assert (await giang.post(f"/desk/copies/{code}/print", ticket=ticket)).status_code == 404
    # A ticket of one kind opens nothing of the other, nor does a changed one.
    for forged in (ticket, "", "x", ticket[:-4] + "AAAA"):
        answer = await client.post("/verify/full/file", data={"ticket": forged, "file": "0"})
        assert answer.status_code == 404, forged


async def test_the_page_of_a_papers_copies_leads_back_to_what_was_handed_over(
    hand: Hand, people: People
) -> None:
    document, code = await in_force(hand, people)
    work = await begun(people)
    _, on_site = await numbered_paper(work)
    desk = await hand.of(people.an)
    for one, address in ((code, f"documents/{document}"), (on_site, f"inspections/{work.id}")):
        shown = (await desk.http.get(f"/desk/copies/{one}")).text
        way = shown.partition('class="crumbs')[2].partition("</nav>")[0]
        assert f'href="/desk/{address}"' in way, shown[:3000]


async def test_a_paper_that_stays_inside_has_no_copy_for_the_party(
    client: httpx.AsyncClient, hand: Hand, people: People
) -> None:
    """The plan of a surprise inspection names place and day (Circular 27/2020/TT-BCT Art 12)."""
    case = await cases_made.recorded(people)
    document = await hand.print(case, "PA", people.giang)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    code = await code_of(document)
    desk = await hand.of(people.an)
    assert _SECOND.search((await desk.post(f"/desk/copies/{code}")).text) is None
    assert await database.fetchval("SELECT count(*) FROM party_copies") == 0
    assert "Xem bản đầy đủ" not in (await client.get(f"/verify/{code}")).text


@pytest.mark.long
async def test_after_90_days_the_code_is_over_and_so_is_an_opened_page_when_a_new_code_is_given(
    client: httpx.AsyncClient, hand: Hand, people: People
) -> None:
    _, code = await in_force(hand, people)
    desk = await hand.of(people.an)
    second = await given(desk, code)
    opened = await try_open(client, code, second)
    ticket = found(_TICKET, opened.text)
    await given(desk, code, again="yes")
    answer = await client.post("/verify/full/file", data={"ticket": ticket, "file": "0"})
    assert answer.status_code == 404
    newest = await given(desk, code, again="yes")
    owner = "UPDATE party_copies SET expires_at = now() WHERE ended_at IS NULL"
    with pytest.raises(Exception, match="permission denied"):
        await database.execute(owner)  # nobody makes a code last longer
    assert rules.DAYS == 90
    assert (await try_open(client, code, newest)).status_code == 200


@pytest.mark.long
async def test_minutes_and_papers_of_a_phone_are_handed_over_too(
    client: httpx.AsyncClient, app: object, people: People
) -> None:
    work = await begun(people)
    _, code = await numbered_paper(work)
    minutes = await number_minutes(work)
    actor = people.an.actor("desk")
    for one, title in ((code, "BIÊN BẢN TẠM GIỮ"), (minutes, "BIÊN BẢN KIỂM TRA")):
        handed = await party_copies.give(one, actor, None, AskCopy(id=new_id(), replaces=None))
        order = PrintCopy(ticket=handed.ticket, layout="a4", appointment=None)
        made = await party_copies.handout(one, order, actor, None)
        assert title in text_of(made.data).upper()
        opened = await try_open(client, one, handed.second_code)
        assert opened.status_code == 200, opened.text
        form = {"ticket": found(_TICKET, opened.text), "file": "0"}
        file = await client.post("/verify/full/file", data=form)
        assert one in text_of(file.content)
    view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert view.minutes is not None
    assert view.minutes.code == minutes


@pytest.mark.long
async def test_minutes_that_others_replaced_are_opened_and_said_to_be_replaced(
    client: httpx.AsyncClient, people: People
) -> None:
    work = await begun(people)
    first, actor = await number_minutes(work), people.an.actor("desk")
    handed = await party_copies.give(first, actor, None, AskCopy(id=new_id(), replaces=None))
    # Two who print at once make one file, not two of which no row names the second.
    store, prefix = stores.current().store, f"{people.an.unit.unit_id}/"
    before = await store.any_version_after(prefix, "", 1000)
    order = PrintCopy(ticket=handed.ticket, layout="a4", appointment=None)
    prints = [party_copies.handout(first, order, actor, None) for _ in range(2)]
    await asyncio.gather(*prints)
    kept = await database.fetch("SELECT object_key FROM site_paper_files")
    made = {str(one) for one in await store.any_version_after(prefix, "", 1000)}
    assert made - {str(one) for one in before} == {row["object_key"] for row in kept}
    assert len(kept) == 1
    await number_minutes(work, 2)
    opened = await try_open(client, first, handed.second_code)
    assert opened.status_code == 200, opened.text
    assert "Không còn hiệu lực: cuộc kiểm tra có biên bản khác thay thế" in opened.text
    form = {"ticket": found(_TICKET, opened.text), "file": "0"}
    file = await client.post("/verify/full/file", data=form)
    assert first in text_of(file.content)
    again = await client.post("/verify/full", data={"code": first, "second": "AAAA-AAAA-AAAA"})
    assert again.status_code == 403
