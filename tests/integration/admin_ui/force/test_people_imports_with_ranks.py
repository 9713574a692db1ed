"""A list of officers says their ranks: entered as at the desk, by one administrator; what is wrong is named by cell."""

from datetime import timedelta

from backend import registry
from backend.core import clock, database
from backend.core.settings import Settings
from backend.operations.verification.findings import Verdict
from tests.support import verifying
from tests.support.people import People
from tests.support.people_lists import HEADINGS, came, read, row, uploaded
from tests.support.readers import Readers

registry.open_all()
_TODAY = clock.today()
RANKS = ["Ngạch", "Giữ ngạch từ ngày", "Số QĐ ngạch", "Ngày QĐ ngạch"]


def day(offset: int) -> str:
    return f"{_TODAY + timedelta(days=offset):%d/%m/%Y}"


def listed(*rows: tuple[str, tuple[str, str, str, str]]) -> bytes:
    """Rows with a name and the four cells of a rank."""
    lines = [[*HEADINGS, *RANKS]]
    lines += [[*row(number, name), *cells] for number, (name, cells) in enumerate(rows, 1)]
    return "\r\n".join(";".join(one) for one in lines).encode("utf-8-sig")


async def test_ranks_of_a_list_are_given_by_the_act_of_the_desk(
    readers: Readers, people: People, settings: Settings
) -> None:
    my = await readers.of(people.my)
    given = (day(-40), "15/QĐ-QLTT", day(-50))
    data = listed(
        ("Hoàng Ngọc Ân", ("21.189", *given)),
        ("Lê Thị Bưởi", ("Kiểm soát viên trung cấp thị trường", *given)),
        ("Vũ Thị Cam", ("", "", "", "")),
    )
    import_id = await uploaded(my, data)
    shown = await read(settings, my, import_id)
    assert "3 dòng: 3 dòng nhập được, 0 dòng sai" in shown
    assert "ngạch 21.189 (Kiểm soát viên thị trường)" in shown
    assert await my.press("/begin") == 200
    shown = await read(settings, my, import_id)
    assert "Đã nhập xong" in shown
    ranks = await database.fetch(
        """SELECT o.full_name, r.code, r.valid_from, r.number, r.decided_on FROM officer_ranks r
        JOIN officers o ON o.id = r.officer_id ORDER BY o.full_name"""
    )
    began, decided = _TODAY - timedelta(days=40), _TODAY - timedelta(days=50)
    assert [tuple(one) for one in ranks] == [
        ("Hoàng Ngọc Ân", "21.189", began, "15/QĐ-QLTT", decided),
        ("Lê Thị Bưởi", "21.190", began, "15/QĐ-QLTT", decided),
    ]
    acts = await database.fetch(
        "SELECT officer_id FROM ledger_entries WHERE act_type = 'rank.given'"
    )
    assert [one["officer_id"] for one in acts] == [people.my.id] * 2
    an = (await came(import_id))["hn.an"]
    await my.open(f"/desk/people/{an['id']}")
    assert "Kiểm soát viên thị trường" in my.html
    report = await verifying.verify()
    assert [one.where for one in report.findings if one.verdict is Verdict.TAMPERED] == []


async def test_what_is_wrong_with_a_rank_is_named_by_cell_and_stands_in_the_file_of_errors(
    readers: Readers, people: People, settings: Settings
) -> None:
    my = await readers.of(people.my)
    wrong = (
        (("21.200", day(-9), "1/QĐ", day(-9)), "Không có ngạch này"),
        (("21.189", "", "1/QĐ", day(-9)), "Ngạch cần đủ"),
        (("", day(-9), "", ""), "Ngạch cần đủ"),
        (("21.189", "hôm nay", "1/QĐ", day(-9)), "Ngày không đúng"),
        (("21.189", day(-9), "1/QĐ", day(9)), "quá sớm hoặc quá muộn"),
        (("21.189", day(900), "1/QĐ", day(-9)), "quá sớm hoặc quá muộn"),
    )
    names = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu")
    rows = [(f"Phan Sai {name}", cells) for name, (cells, _) in zip(names, wrong, strict=True)]
    import_id = await uploaded(my, listed(*rows))
    assert "6 dòng: 0 dòng nhập được, 6 dòng sai" in await read(settings, my, import_id)
    found = await database.fetch(
        "SELECT faults::text AS faults FROM people_import_rows ORDER BY number"
    )
    for one, (_, said) in zip(found, wrong, strict=True):
        assert said in one["faults"]
    errors = await my.fetch(f"/desk/people/imports/{import_id}/errors.csv")
    text = errors.content.decode("utf-8-sig")
    assert "Ngày QĐ ngạch" in text.splitlines()[0]
    assert "Không có ngạch này" in text
