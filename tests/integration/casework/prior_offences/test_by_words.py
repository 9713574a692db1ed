"""Who types some words of a name finds the party at the desk, in his scope alone; the nearest come first."""

from datetime import date

import msgspec
import pytest

from backend.casework.prior_offences import service as prior_offences
from backend.casework.rules.prior_offences import LIMIT
from schemas.casework.prior_offences import MatchReason, PriorOffences
from tests.integration.casework.prior_offences.test_find import party, subject
from tests.support import factories
from tests.support.case_rows import case_of
from tests.support.people import People
from tests.support.readers import Readers

FULL = "Công ty TNHH thương mại Hóa Gạo Việt"
WORDS = [MatchReason.NAME_WORDS]


async def found(people: People, name: str, **more: str) -> PriorOffences:
    """What the head in Hà Nội finds by words."""
    return await prior_offences.find(people.giang.actor(), party(name=name, **more), by_words=True)


async def test_a_party_with_eight_inspections_is_found_by_two_words_without_diacritics(
    people: People, readers: Readers
) -> None:
    works = [
        await factories.decided(people, subject=subject(name=FULL, tax_code=None)) for _ in range(8)
    ]
    desk = await readers.of(people.giang)
    await desk.open("/desk/parties")
    assert await desk.press("/parties", name="hoa gao") == 200
    assert "Không tìm thấy" not in desk.page.text
    assert "Không có tên trùng khớp hoàn toàn" in desk.page.text
    assert "tên có các từ này" in desk.page.text
    for work in works:
        assert work.number in desk.page.text

    await desk.open("/desk/parties")
    assert await desk.press("/parties", name=FULL.upper()) == 200
    assert "Không có tên trùng khớp hoàn toàn" not in desk.page.text
    await desk.open("/desk/parties")
    assert await desk.press("/parties", name="hoa gao khong co") == 200
    assert "Không tìm thấy" in desk.page.text
    assert "ngoài phạm vi phải đúng cả tên" in desk.page.text


async def test_words_alone_tell_nothing_of_what_is_outside_the_scope(
    people: People, readers: Readers
) -> None:
    work = await factories.decided(people, subject=subject(name=FULL, tax_code=None))
    await case_of(people.giang, "VV-HN-7", subject_name=FULL, subject_tax_code=None)
    desk = await readers.of(people.ho)
    for some in ("hoa gao", "hoa", "hoa gao viet", "Công ty hóa gạo"):
        await desk.open("/desk/parties")
        assert await desk.press("/parties", name=some, address="phường Gạo") == 200
        assert "Không tìm thấy" in desk.page.text, some
        assert work.number not in desk.html
        assert "VV-HN-7" not in desk.html
    await desk.open("/desk/parties")
    assert await desk.press("/parties", name=FULL) == 200
    assert "VV-HN-7" in desk.page.text
    assert "ngoài phạm vi" in desk.page.text


async def test_the_nearest_name_comes_first_and_the_place_that_was_asked_before_it(
    people: People, pool: object
) -> None:
    plain = {"subject_tax_code": None, "sanctioned_on": date(2026, 1, 1)}
    for number, name, address in (
        ("VV-far", "Doanh nghiệp tư nhân vận tải Bình Minh Hóa chất Gạo tẻ", "Số 1 phố Ngô"),
        ("VV-near", "Cửa hàng Hóa Gạo", "Số 1 phố Ngô"),
        ("VV-begins", "Hóa Gạo và các cộng sự", "Số 1 phố Ngô"),
        ("VV-there", "Kho lưu trữ Gạo, Hóa phẩm tổng hợp", "Số 7 phố Khoai"),
        ("VV-inside", "Cửa hàng Khoa Gạo", "Số 1 phố Ngô"),
    ):
        await case_of(people.giang, number, subject_name=name, subject_address=address, **plain)
    told = await found(people, "hóa gạo")
    assert [one.number for one in told.cases] == ["VV-begins", "VV-near", "VV-there", "VV-far"]
    assert all(one.reasons == WORDS for one in told.cases)
    assert not prior_offences.is_exact(told)
    placed = await found(people, "hóa gạo", address="phố Khoai")
    assert [one.number for one in placed.cases] == ["VV-there", "VV-begins", "VV-near", "VV-far"]
    assert told.text.vi == "4 kết quả có tên chứa các từ này, có thể của nhiều đối tượng khác nhau."
    assert "6.000.000" not in told.text.vi, "what is owed by others is not added up"
    exact = await found(people, "CUA HANG HOA GAO")
    assert "1 vụ việc trước đây" in exact.text.vi
    assert exact.cases[0].reasons == [MatchReason.NAME_ONLY]
    assert prior_offences.is_exact(exact)


async def test_of_more_than_the_limit_the_nearest_are_kept(people: People, pool: object) -> None:
    await case_of(people.giang, "VV-0", subject_name="Hóa Gạo", subject_tax_code=None)
    for place in range(LIMIT + 5):
        await case_of(
            people.giang,
            f"VV-{place + 1}",
            subject_name=f"Cửa hàng bán lẻ tổng hợp số {place} Hóa Gạo",
            subject_tax_code=None,
        )
    told = await found(people, "hoa gao")
    assert told.more
    assert len(told.cases) == LIMIT
    assert told.cases[0].number == "VV-0"


@pytest.mark.parametrize("hostile", ["%", "_", "\\", "a", "(", "' OR 1=1", "hoa' --", "[", "*"])
async def test_signs_that_mean_something_to_the_database_mean_nothing_here(
    people: People, pool: object, hostile: str
) -> None:
    await case_of(people.giang, "VV-1", subject_name="Cửa hàng Khoai", subject_tax_code=None)
    assert (await found(people, hostile)).cases == []


async def test_a_record_that_compares_itself_finds_no_loose_names(
    people: People, pool: object
) -> None:
    await case_of(people.giang, "VV-1", subject_name=FULL, subject_tax_code=None)
    report = await prior_offences.find(people.giang.actor(), party(name="hoa gao"))
    assert msgspec.to_builtins(report.cases) == []
