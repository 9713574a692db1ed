"""A whole decree is published by two named persons, after a comparison, and verified by its hash."""

from datetime import date
from html import unescape
from urllib.parse import urlsplit

import asyncpg
import msgspec
import pytest

from admin_ui.law.catalogue import compared, provided_words
from backend.core import database as backend_database
from backend.law import books
from backend.law.catalogue import edition_files, service
from backend.law.sanctions import service as sanctions
from backend.operations.verification import service as verification
from schemas.law.provisions import ExtraKind, ProvidedPenalty, ProvidedRemedy, RemedyKind
from tests.support.databases import Database
from tests.support.people import People
from tests.support.publishers import by_two, second_publisher
from tests.support.readers import Reader, Readers
from tests.unit.law.catalogue.test_publishing_rules import content

PAGE = "/desk/catalogue/decrees"
IP = f"{PAGE}/ND99IP"


async def proposed(desk: Reader, page: str = IP) -> str:
    await desk.open(page)
    assert await desk.press(page, note="Đối chiếu văn bản hợp nhất") == 200
    return urlsplit(str(desk.page.url)).path


async def test_a_decree_is_published_by_two_persons_after_a_comparison(
    readers: Readers, people: People
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    await lan.open("/desk/catalogue")
    assert PAGE in lan.html
    await lan.open(IP)
    assert "Thêm 37, thay đổi 17, đóng 2, giữ nguyên 0." in lan.html
    assert "ND99IP-14-15" in lan.html
    assert await lan.press(IP, note="") == 422
    address = await proposed(lan)
    assert "chờ người thứ hai" in lan.html
    assert "/confirm" not in lan.html
    assert await backend_database.fetchval("SELECT count(*) FROM catalogue_versions") == 0

    await second.open(PAGE)
    assert address in second.html
    await second.open(address)
    assert await second.press("/confirm") == 422, "who did not say that he looked"
    assert await second.press("/confirm", looked="yes") == 200
    assert people.lan.full_name in second.html
    assert people.oanh.full_name in second.html
    row = await service.version_at("ND99IP-12-11", date(2026, 11, 1))
    assert (row.status, row.version, row.edition) == ("published", 1, "2026-11-28")
    assert row.extra
    assert await backend_database.fetchval("SELECT count(*) FROM catalogue_versions") == 54
    assert "Đã công bố toàn bộ" in (await second.fetch(PAGE)).text
    await second.open(IP)
    assert "không phải đóng thêm mã nào" in second.html
    assert f'href="{address}"' in second.html, "what was confirmed stays within reach"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "behaviour" in one.where]


async def test_the_comparison_says_which_penalties_and_remedies_a_decree_changes(
    readers: Readers, people: People
) -> None:
    """The first catalogue had no penalties and remedies of their own (Decree 99/2013 Art 12 names both)."""
    lan = await readers.of(people.lan)
    await lan.open(IP)
    changed = lan.html.split("ND99IP-12-11</span>")[1].split("</tbody>")[0]
    assert "danh mục trước không ghi" in changed
    row = edition_files.drafts(books.newest())["ND99IP-12-11"]
    said = sanctions.provided(row)
    for group in (*said.extra, *said.remedies):
        assert all(one.vi in unescape(changed) for one in group)


def test_a_penalty_that_changes_stands_beside_what_it_was() -> None:
    """A suspension of one to three months becomes three to six; a remedy is added, another falls away."""
    months = ProvidedPenalty(kind=ExtraKind.LICENCE_SUSPENSION, months_least=1, months_most=3)
    longer = msgspec.structs.replace(months, months_least=3, months_most=6)
    removal, recall = (
        ProvidedRemedy(kind=kind) for kind in (RemedyKind.REMOVE_ELEMENTS, RemedyKind.RECALL)
    )
    drafts = edition_files.drafts(books.newest())
    row = msgspec.structs.replace(drafts["ND99IP-12-11"], extra=[[months]])
    before = msgspec.structs.replace(row, provided_remedies=[[removal]])
    after = msgspec.structs.replace(row, extra=[[longer]], provided_remedies=[[recall]])
    found = provided_words.steps(before, after, "vi")
    [(was, now)] = found["extra"]
    assert "1–3 tháng" in was
    assert "3–6 tháng" in now
    assert [(bool(was), bool(now)) for was, now in found["provided_remedies"]] == [
        (False, True),
        (True, False),
    ]
    assert found["drivers"] == found["times"] == found["warning"] == []


def test_words_that_a_decree_changes_are_marked_and_texts_of_their_own_are_whole() -> None:
    was, now = compared.words("từ 3 đến dưới 5 triệu đồng", "từ 3 đến dưới 10 triệu đồng một lô")
    assert [one.text for one in was if one.kind] == ["5"]
    assert [one.text for one in now if one.kind] == ["10", "một lô"]
    assert " ".join(one.text for one in now) == "từ 3 đến dưới 10 triệu đồng một lô"
    assert compared.words("Cảnh cáo", "Phạt tiền") == (
        [compared.Piece("Cảnh cáo", "changed")],
        [compared.Piece("Phạt tiền", "changed")],
    )
    assert compared.words("", "") == ([], [])


async def test_history_is_shown_as_published_once_its_decree_is(
    readers: Readers, people: People
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    address = await proposed(lan, f"{PAGE}/ND98")
    await second.open(address)
    assert await second.press("/confirm", looked="yes") == 200
    assert await backend_database.fetchval("SELECT count(*) FROM catalogue_versions") == 864
    rows = {row.code: row for row in await service.rows()}
    assert rows["ND98-17-1-a-2020"].status == "published"
    assert rows["ND98-30-1"].status == "published"
    then = await service.version_at("ND98-30-1", date(2026, 11, 1), book="first")
    assert (then.version, then.fine_max_vnd) == (0, 1_000_000), "old cases keep what it meant"


async def test_the_proposer_cannot_confirm_and_another_may_decline(
    readers: Readers, people: People
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    address = await proposed(lan)
    token = next(one for one in lan.page.forms if "/decline" in one.action).find("csrf_token").value
    answer = await lan._ask(
        "POST", f"{address}/confirm", [("csrf_token", token), ("looked", "yes")]
    )
    assert answer.status_code == 409
    assert "Cần người thứ hai xác nhận" in answer.text
    await second.open(IP)
    assert address in second.html, "one at a time"
    await second.open(address)
    assert await second.press("/decline", reason="Chưa đối chiếu Điều 14") == 200
    assert "Chưa đối chiếu Điều 14" in second.html
    assert await proposed(lan) != address


async def test_what_changed_since_the_proposal_is_not_published_unseen(
    readers: Readers, people: People
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    address = await proposed(lan, f"{PAGE}/ND98")
    await by_two(people, content())
    await second.open(address)
    assert await second.press("/confirm", looked="yes") == 409
    assert "danh mục đã thay đổi" in second.html


async def test_a_version_changed_in_the_table_is_found(
    readers: Readers, people: People, database: Database
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    address = await proposed(lan)
    await second.open(address)
    await second.press("/confirm", looked="yes")
    superuser = await asyncpg.connect(database.superuser_dsn)
    await superuser.execute("ALTER TABLE catalogue_versions DISABLE TRIGGER ALL")
    await superuser.execute(
        "UPDATE catalogue_versions SET content = jsonb_set(content, '{fine_max_vnd}', '1')"
        " WHERE code = 'ND99IP-12-1'"
    )
    await superuser.close()
    report = await verification.in_snapshot(None, lambda *_: None)
    assert [one for one in report.findings if one.where == "behaviours of ND99IP"]


@pytest.mark.parametrize("decree", ["ND119", "ND1", "nothing"])
async def test_a_decree_that_was_not_read_is_not_published(
    readers: Readers, people: People, decree: str
) -> None:
    lan = await readers.of(people.lan)
    await lan.open(IP)
    token = lan.page.forms[-1].find("csrf_token").value
    answer = await lan._ask(
        "POST", f"{PAGE}/{decree}", [("csrf_token", token), ("note", "Đối chiếu")]
    )
    assert answer.status_code == 404
