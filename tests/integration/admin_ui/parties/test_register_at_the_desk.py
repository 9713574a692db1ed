"""The register at the desk: officers list, register and correct parties of their department."""

import re
from datetime import timedelta

import msgspec
import pytest

from admin_ui.exported_lists import LISTS
from admin_ui.shell import places
from backend.core import clock, database
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.parties import acts
from schemas.parties.acts import Address, OldPlace, PartyDetails
from schemas.parties.words import ClosedWhy, LicenceEnd, LicenceKind
from tests.support import parties_made
from tests.support.parties_made import SHOP
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")
PLACE = "/desk/parties/register"


def titles(html: str) -> list[str]:
    """The names that a list shows, in their order."""
    return re.findall(
        r'<a [^>]*href="/desk/parties/register/[0-9a-f-]{36}[^"]*"[^>]*>([^<]+)<', html
    )


async def test_an_officer_registers_a_household_and_finds_it(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/new")
    status = await desk.press(
        PLACE,
        None,
        kind="household",
        name="Hộ kinh doanh Bà Lan",
        sign="Tạp hóa Bà Lan",
        address="Số 9 phố Vọng, phường Bạch Mai",
        **{
            "id.0.kind": "personal_number",
            "id.0.value": "001 185 012 345",
            "rep.0.name": "Lê Thị Lan",
        },
    )
    assert status == 200
    assert "Đã thêm vào sổ" in desk.html
    assert "001185012345" in desk.html, "without the spaces that were typed"
    await desk.open(f"{PLACE}?words=ba+lan")
    assert titles(desk.html) == ["Hộ kinh doanh Bà Lan"]
    await desk.open(f"{PLACE}?words=001185012345")
    assert titles(desk.html) == ["Hộ kinh doanh Bà Lan"]
    await desk.open(f"{PLACE}?words=00118501234")
    assert titles(desk.html) == [], "a part of a number is nobody's"


async def test_a_row_is_added_to_one_list_and_is_where_one_goes_on(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/new")
    numbers, persons = (
        int(one) for one in re.findall(r'name="(?:id|rep)" value="(\d+)"', desk.html)
    )
    assert await desk.press(PLACE, "number", name="Công ty Hai Số", id="9" * 5000) == 200
    await desk.open(f"{PLACE}/new")
    assert await desk.press(PLACE, "number", name="Công ty Hai Số") == 200
    assert re.search(rf'name="id\.{numbers}\.kind"[^>]* autofocus', desk.html)
    assert f'name="rep.{persons}.name"' not in desk.html
    assert "Công ty Hai Số" in desk.html
    assert await desk.press(PLACE, "person") == 200
    assert re.search(rf'name="rep\.{persons}\.name"[^>]* autofocus', desk.html)
    assert f'name="id.{numbers + 1}.kind"' not in desk.html
    assert desk.html.count(" autofocus") == 1


async def test_a_wrong_number_is_said_beside_its_field_and_kept_if_the_paper_has_it(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/new")
    filled = {"id.0.kind": "tax_code", "id.0.value": "0100109107"}
    status = await desk.press(
        PLACE, None, kind="organisation", name="Công ty Sai Số", address="Phố Huế", **filled
    )
    assert status == 422
    assert re.search(r'id="f-id\.0\.value-error">[^<]*chữ số kiểm tra', desk.html)
    assert await desk.press(PLACE, None, **{"id.0.as_given": "yes"}) == 200
    assert "Không đúng cấu trúc" in desk.html


async def test_the_list_is_narrowed_by_each_filter(people: People, readers: Readers) -> None:
    shop = await parties_made.registered(people.an)
    other = msgspec.structs.replace(
        SHOP,
        kind=SubjectKind.HOUSEHOLD,
        name="Quán Gió",
        sign=None,
        identifiers=[],
        phones=[],
        address=Address(line="Phố Gió", province_code="48"),
    )
    pub = await parties_made.registered(people.an, other)
    closed = acts.PartyClosed(closed_on=clock.today(), why=ClosedWhy.CEASED, reason="Trả mặt bằng")
    await parties_made.done(people.an, pub, closed)
    await parties_made.done(people.an, shop, acts.AreaOfficerSet(officer_id=people.binh.id))
    licence = acts.LicenceRecorded(
        licence_id=new_id(),
        kind=LicenceKind.ALCOHOL,
        title=None,
        number="12/GP",
        issuer=None,
        issued_on=None,
        valid_from=None,
        valid_to=clock.today() + timedelta(days=9),
    )
    await parties_made.done(people.an, shop, licence)
    desk = await readers.of(people.giang)
    for query, names in {
        "": [SHOP.name, "Quán Gió"],
        "kind=household": ["Quán Gió"],
        "state=closed": ["Quán Gió"],
        "province=48": ["Quán Gió"],
        "commune=00256": [SHOP.name],
        f"officer={people.binh.id}": [SHOP.name],
        "officer=none": ["Quán Gió"],
        "licence=soon": [SHOP.name],
        "licence=expired": [],
        "words=sieu+thi": [SHOP.name],
        "words=0912345678": [SHOP.name],
        "words=01.001.09106": [SHOP.name],
    }.items():
        await desk.open(f"{PLACE}?{query}")
        assert titles(desk.html) == names, query


async def test_pages_of_the_list_go_on_in_the_order_of_names(
    people: People, readers: Readers
) -> None:
    for number in range(53):
        named = msgspec.structs.replace(SHOP, name=f"Quán số {number:02} | A", identifiers=[])
        await parties_made.registered(people.an, named)
    desk = await readers.of(people.an)
    await desk.open(PLACE)
    first = titles(desk.html)
    following = re.search(r'rel="next" href="([^"]+)"', desk.html)
    assert following is not None
    await desk.open(following.group(1).replace("&amp;", "&"))
    seen = first + titles(desk.html)
    assert [one[8:10] for one in seen] == [f"{number:02}" for number in range(53)]


async def test_another_department_and_who_keeps_no_register_see_nothing(
    people: People, readers: Readers
) -> None:
    party_id = await parties_made.registered(people.an)
    stranger = await readers.of(people.dung)
    assert await stranger.look(f"{PLACE}/{party_id}") == 404
    await stranger.open(PLACE)
    assert titles(stranger.html) == []
    for person in (people.nga, people.lan):
        desk = await readers.of(person)
        assert await desk.look(PLACE) == 403
        assert await desk.look(f"{PLACE}/{party_id}") == 403
    legal = await readers.of(people.phuc)
    assert await legal.look(f"{PLACE}/{party_id}") == 200
    assert "/edit" not in legal.html
    assert await legal.look(f"{PLACE}/{party_id}/edit") == 403


async def test_two_officers_who_correct_at_once_are_told(people: People, readers: Readers) -> None:
    party_id = await parties_made.registered(people.an)
    one, other = await readers.of(people.an), await readers.of(people.em)
    for desk in (one, other):
        await desk.open(f"{PLACE}/{party_id}/edit")
    assert await one.press(f"{party_id}/edit", None, trade_name="Hoa Sen") == 200
    assert await other.press(f"{party_id}/edit", None, note="Bán cả rượu") == 409
    assert "Bán cả rượu" in other.html, "what was typed stays"
    kept = await database.fetchval("SELECT trade_name FROM subjects WHERE id = $1", party_id)
    assert kept == "Hoa Sen"


async def test_a_renamed_party_keeps_its_former_name(people: People, readers: Readers) -> None:
    party_id = await parties_made.registered(people.an)
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/{party_id}/edit")
    day = (clock.today() - timedelta(days=3)).strftime("%d/%m/%Y")
    await desk.press(f"{party_id}/edit", None, name="Công ty TNHH Sen Vàng", renamed_on=day)
    assert "Tên trước đây" in desk.html
    assert SHOP.name in desk.html


async def test_licences_warn_and_are_ended(people: People, readers: Readers) -> None:
    party_id = await parties_made.registered(people.an)
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/{party_id}/acts/licence")
    until = (clock.today() + timedelta(days=5)).strftime("%d/%m/%Y")
    status = await desk.press(
        "acts/licence", None, kind="alcohol", number="12/GP-UBND", valid_to=until
    )
    assert status == 200
    assert "Sắp hết hạn" in desk.html
    licence = re.search(r"licence-end\?licence=([0-9a-f-]{36})", desk.html)
    assert licence is not None
    await desk.open(f"{PLACE}/{party_id}/acts/licence-end?licence={licence.group(1)}")
    assert await desk.press("acts/licence-end", None, why="revoked", reason="QĐ thu hồi") == 422
    assert await desk.press("acts/licence-end", None, sure="yes") == 200
    assert "Bị thu hồi" in desk.html
    assert "Sắp hết hạn" not in desk.html


async def test_a_licence_that_another_ended_is_not_recorded_anew_by_its_correction(
    people: People, readers: Readers
) -> None:
    party_id, licence_id = await parties_made.registered(people.an), new_id()
    licence = acts.LicenceRecorded(
        licence_id=licence_id,
        kind=LicenceKind.ALCOHOL,
        title=None,
        number="12/GP",
        issuer=None,
        issued_on=None,
        valid_from=None,
        valid_to=None,
    )
    await parties_made.done(people.an, party_id, licence)
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/{party_id}/acts/licence?licence={licence_id}")
    ended = acts.LicenceEnded(
        licence_id=licence_id,
        void_from=clock.today(),
        why=LicenceEnd.REVOKED,
        reason="QĐ thu hồi",
    )
    await parties_made.done(people.em, party_id, ended)
    assert await desk.press("acts/licence", None, number="12/GP-UBND") == 409
    assert "đã kết thúc" in desk.html
    assert "12/GP-UBND" in desk.html, "what was typed stays"
    assert await database.fetchval("SELECT count(*) FROM party_licences") == 1


async def test_a_party_ceases_and_trades_again(people: People, readers: Readers) -> None:
    party_id = await parties_made.registered(people.an)
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/{party_id}/acts/close")
    assert await desk.press("acts/close", None, why="ceased", reason="Trả mặt bằng") == 422
    assert await desk.press("acts/close", None, sure="yes") == 200
    assert "Đã ngừng hoạt động" in desk.html
    await desk.open(f"{PLACE}/{party_id}/acts/reopen")
    assert await desk.press("acts/reopen", None, reason="Mở lại") == 200
    assert "Đã ghi hoạt động trở lại" in desk.html


async def test_a_point_is_typed_as_degrees(people: People, readers: Readers) -> None:
    party_id = await parties_made.registered(people.an)
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/{party_id}/acts/place")
    assert await desk.press("acts/place", None, point="gần chợ") == 422
    assert await desk.press("acts/place", None, point="21.028511, 105.854167") == 200
    kept = await database.fetchrow(
        "SELECT latitude_e7, longitude_e7 FROM subjects WHERE id = $1", party_id
    )
    assert tuple(kept) == (210_285_110, 1_058_541_670)


def test_the_register_is_taken_away_like_every_list() -> None:
    assert "parties" in {one.name for one in LISTS}


async def test_an_old_commune_says_the_one_of_today(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commune that went into one of today's as a whole fills it in; of a divided one the officer is not spared it."""
    now = {"00070": places.Commune("01", "Phường Hoàn Kiếm", (210_300_000, 1_058_500_000), "00070")}
    gone = {
        "00001": places.OldCommune("00001", "Phường Cũ, Quận Cũ, Thành phố Hà Nội", ("00070",)),
        "00002": places.OldCommune("00002", "Phường Chia, Quận Cũ, Hà Nội", ("00070", "00071")),
    }
    monkeypatch.setattr(places, "by_code", lambda: now)
    monkeypatch.setattr(places, "old_communes", lambda: gone)
    desk = await readers.of(people.an)
    for code, today in (("00001", "00070"), ("00002", None)):
        await desk.open(f"{PLACE}/new")
        filled = {"kind": "household", "name": f"Quán {code}", "address": "Ngõ cũ"}
        assert await desk.press(PLACE, None, old_commune=code, **filled) == 200
        kept = await database.fetchrow(
            "SELECT commune_code, details::text FROM subjects WHERE name = $1", f"Quán {code}"
        )
        assert kept["commune_code"] == today
        assert "Quận Cũ" in kept["details"]
        assert "nay: Phường Hoàn Kiếm, Hà Nội" in desk.html


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ({"rep.0.identity_number": "001185012345"}, "rep.0.name"),
        ({"rep.0.phone": "0987654321"}, "rep.0.name"),
        ({"rep.0.title": "Chủ hộ"}, "rep.0.name"),
        ({"id.0.kind": "tax_code", "id.0.issuer": "Chi cục Thuế"}, "id.0.value"),
        ({"id.0.kind": "tax_code", "id.0.issued_on": "04/05/2020"}, "id.0.value"),
    ],
)
async def test_a_row_without_its_name_or_number_is_said_there_and_nothing_typed_is_lost(
    people: People, readers: Readers, typed: dict[str, str], at: str
) -> None:
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/new")
    status = await desk.press(
        PLACE, None, kind="household", name="Hộ Bà Lan", address="Phố Vọng", **typed
    )
    assert status == 422
    assert f'id="f-{at}-error"' in desk.html
    for kept in ("Hộ Bà Lan", "Phố Vọng", *typed.values()):
        assert kept in desk.html
    assert await database.fetchval("SELECT count(*) FROM subjects WHERE name = 'Hộ Bà Lan'") == 0


@pytest.mark.parametrize(
    "old",
    [
        OldPlace(commune="Cửa Nam", district="Hoàn Kiếm", province="Thành phố Hà Nội"),
        OldPlace(commune="P. Cửa Nam (cũ)", district="Q. Hoàn Kiếm", commune_code="00070"),
    ],
)
async def test_a_correction_that_does_not_touch_the_old_address_leaves_it_as_it_was_given(
    people: People, readers: Readers, old: OldPlace
) -> None:
    known = msgspec.structs.replace(SHOP, address=Address(line="12 Hàng Bài", old=old))
    party_id = await parties_made.registered(people.an, known)
    desk = await readers.of(people.an)
    await desk.open(f"{PLACE}/{party_id}/edit")
    assert await desk.press(f"{party_id}/edit", None, note="Đã gọi điện") == 200
    said = await database.fetchval("SELECT details::text FROM subjects WHERE id = $1", party_id)
    kept = msgspec.json.decode(said, type=PartyDetails)
    assert kept.note == "Đã gọi điện"
    assert kept.address == known.address
