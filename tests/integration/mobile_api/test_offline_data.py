"""GET /reference: an area's knowledge on a phone, whole once and by differences ever after."""

import msgspec
import pytest

from backend.core import database
from tests.support import factories
from tests.support.case_rows import case_of
from tests.support.doors import API
from tests.support.offline_data import business, pack, party
from tests.support.people import People
from tests.support.phone import Phones


async def test_the_first_pull_brings_all_that_the_area_has(phones: Phones, people: People) -> None:
    shop = await business(people.chi, "Cửa hàng Đặng Thị Bưởi", "0109900016")
    mine = await pack(phones, people.an)
    pages = await mine.pull()
    assert mine.of("violation").keys() >= {"ND98-15-1-a", "ND87-13-1-a"}
    assert set(mine.of("calendar")) == {"2025", "2026", "2027"}
    units = mine.of("unit").values()
    assert {str(people.an.unit.unit_id)} <= {unit["value"]["id"] for unit in units}
    assert mine.business(shop)["name"] == "Cửa hàng Đặng Thị Bưởi"
    assert mine.business(shop)["history"] == []
    reset = [kind for page in pages for kind in page["reset"]]
    assert sorted(reset) == ["business", "calendar", "unit", "violation"], "each once"
    assert pages[-1]["total_entries"] == len(mine.kept)
    plain = sum(len(msgspec.json.encode(entry)) + 1 for entry in mine.kept.values())
    assert abs(pages[-1]["total_bytes"] - plain) < plain / 100


async def test_everything_is_found_without_diacritics(phones: Phones, people: People) -> None:
    shop = await business(people.chi, "Cửa hàng Đặng Thị Bưởi", "0109900016")
    mine = await pack(phones, people.an)
    await mine.pull()
    text = mine.kept["business", str(shop)]["text"]
    assert "cua hang dang thi buoi" in text
    assert "0109900016" in text
    assert "pho hang dao" in text
    violation = mine.kept["violation", "ND98-15-1-a"]["text"]
    assert "kinh doanh hang hoa nhap lau" in violation
    assert "diem a khoan 1 dieu 15" in violation


async def test_the_rules_of_earlier_days_come_too_with_their_last_day(
    phones: Phones, people: People
) -> None:
    """Decree 24/2025 ended the fines of 98/2020 Art 17 for expired goods on 21/02/2025."""
    mine = await pack(phones, people.an)
    await mine.pull()
    old = mine.kept["violation", "ND98-17-1-a-2020"]["value"]
    assert (old["valid_from"], old["valid_to"]) == ("2020-10-15", "2025-02-21")


@pytest.mark.parametrize("path", ["/reference", "/sync"])
async def test_long_answers_are_zipped_for_who_can_unzip_them(
    phones: Phones, people: People, path: str
) -> None:
    phone = await phones.of(people.an, sync=False)
    plain = await phone.client.get(API + path, headers={"Accept-Encoding": "identity"})
    zipped = await phone.client.get(API + path, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert int(zipped.headers["content-length"]) < len(plain.content) / 3
    assert zipped.json().keys() == plain.json().keys()


async def test_a_second_pull_brings_nothing(phones: Phones, people: People) -> None:
    await business(people.chi, "Cửa hàng Một")
    mine = await pack(phones, people.an)
    first = await mine.pull()
    [second] = await mine.pull()
    assert (second["entries"], second["reset"], second["removed"]) == ([], [], [])
    assert second["total_bytes"] == first[-1]["total_bytes"]


async def test_a_business_that_changed_comes_again_and_only_it(
    phones: Phones, people: People
) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    await business(people.chi, "Cửa hàng Hai")
    mine = await pack(phones, people.an)
    await mine.pull()
    await database.execute("UPDATE subjects SET name = 'Cửa hàng Ba' WHERE id = $1", shop)
    added = await business(people.chi, "Cửa hàng Bốn")
    [page] = await mine.pull()
    assert {entry["id"] for entry in page["entries"]} == {str(shop), str(added)}
    assert mine.business(shop)["name"] == "Cửa hàng Ba"
    assert page["total_entries"] == len(mine.kept)


async def test_a_visit_s_steps_and_findings_reach_the_history_of_its_business(
    phones: Phones, people: People
) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    mine = await pack(phones, people.an)
    await mine.pull()
    work = await factories.announced(people, subject=party(shop, "Cửa hàng Một"))
    await mine.pull()
    [told] = mine.business(shop)["history"]
    assert (told["inspection_id"], told["number"]) == (str(work.id), work.number)
    assert (told["state"], told["violations"]) == ("announced", [])
    await factories.write_minutes(work, violations=[{"description": "Bày bán hàng không nhãn"}])
    await factories.submit(work)
    [page] = await mine.pull()
    assert [entry["id"] for entry in page["entries"]] == [str(shop)]
    [told] = mine.business(shop)["history"]
    assert (told["state"], told["violations"]) == ("submitted", ["Bày bán hàng không nhãn"])


async def test_a_case_reaches_the_history_with_what_is_unpaid_and_until_when_it_counts(
    phones: Phones, people: People
) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    mine = await pack(phones, people.chi)
    await mine.pull()
    assert mine.business(shop)["cases"] == []
    case = await case_of(people.chi, "VV-1", subject_id=shop)
    await case_of(people.chi, "VV-2", subject_id=shop, recorded_at=None, sanctioned_on=None)
    await case_of(people.ho, "VV-3", subject_id=shop)
    [page] = await mine.pull()
    assert [entry["id"] for entry in page["entries"]] == [str(shop)]
    [told] = mine.business(shop)["cases"]
    assert (told["number"], told["fine_vnd"], told["open_vnd"]) == ("VV-1", 10_000_000, 6_000_000)
    assert (told["sanctioned_on"], told["lapses_on"]) == ("2026-03-01", None)
    await database.execute(
        "UPDATE cases SET paid_total_vnd = 10000000, executed_at = '2026-04-01' WHERE id = $1", case
    )
    await mine.pull()
    [told] = mine.business(shop)["cases"]
    assert (told["open_vnd"], told["lapses_on"]) == (0, "2027-04-01")


async def test_ten_visits_are_told_newest_first(phones: Phones, people: People) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    numbers = [
        (await factories.decided(people, subject=party(shop, "Cửa hàng Một"))).number
        for _ in range(12)
    ]
    mine = await pack(phones, people.an)
    await mine.pull()
    told = [visit["number"] for visit in mine.business(shop)["history"]]
    assert told == numbers[:1:-1]


async def test_the_size_that_is_told_is_the_size_that_comes(phones: Phones, people: People) -> None:
    """Histories and findings included: the officer decides by it whether to fetch on a bad line."""
    for number in range(40):
        await business(people.chi, f"Cửa hàng thuốc lá, rượu số {number}", f"{number:010}")
    for number in range(3):
        shop = await business(people.chi, f"Cửa hàng bị phạt {number}")
        work = await factories.announced(people, subject=party(shop, "Cửa hàng bị phạt"))
        found = [{"description": "Bày bán hàng không rõ nguồn gốc, xuất xứ."} for _ in range(20)]
        await factories.write_minutes(work, violations=found)
    mine = await pack(phones, people.an)
    pages = await mine.pull()
    plain = sum(len(msgspec.json.encode(entry)) + 1 for entry in mine.kept.values())
    assert abs(pages[0]["total_bytes"] - plain) < plain / 200
    assert pages[0]["total_entries"] == len(mine.kept)
