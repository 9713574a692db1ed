"""A row of a list is a party or it is wrong, and each wrong cell is named with what to do."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.list_imports import portions
from backend.core.sheets.cells import Spoilt
from backend.parties.rules import import_cells, import_corrections, import_portions, import_rows
from backend.parties.rules.import_columns import COLUMNS, SHEET, Column
from backend.parties.rules.import_places import places
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Identifier, OldPlace, PartyDetails, Person, Representative
from schemas.parties.imports import ImportedLine, RowDeed
from schemas.parties.words import IdentifierKind, Sex

_TODAY = date(2026, 12, 1)
_PLACES = places(
    {"01": "Hà Nội", "79": "Thành phố Hồ Chí Minh"},
    [
        ("01", "00070", "Phường Hoàn Kiếm"),
        ("01", "00100", "Xã Hoàn Kiếm"),
        ("01", "00256", "Phường Hai Bà Trưng"),
        ("79", "26740", "Phường Sài Gòn"),
    ],
)
_GIVEN: dict[Column, str | date] = {
    Column.NAME: "Hộ kinh doanh  Nguyễn Văn An",
    Column.TAX_CODE: "0100109106",
    Column.ADDRESS: "12 phố Huế",
    Column.PROVINCE: "TP. Hà Nội",
    Column.COMMUNE: "hai ba trung",
    Column.PHONE: "0912 345 678; (024) 3825 6543",
}


def judged(**changes: Any) -> import_rows.Judged:
    said = _GIVEN | {Column(name): value for name, value in changes.items()}
    headings = SHEET.find([(1, [one.heading.vi for one in COLUMNS.values()])])
    assert headings is not None
    cells = [said.get(column, "") for column in COLUMNS]
    return import_rows.judge(2, cells, headings, {}, _PLACES, _TODAY)


def party(**changes: Any) -> PartyDetails:
    found = judged(**changes)
    assert found.party is not None, found.faults
    return found.party


def test_a_good_row_says_the_party_with_its_codes_and_its_kind_by_the_name() -> None:
    found = party()
    assert (found.kind, found.name) == (SubjectKind.HOUSEHOLD, "Hộ kinh doanh Nguyễn Văn An")
    assert (found.address.province_code, found.address.commune_code) == ("01", "00256")
    assert [one.value for one in found.identifiers] == ["0100109106"]
    assert found.phones == ["0912 345 678", "(024) 3825 6543"]


@pytest.mark.parametrize(
    ("changes", "cell", "said"),
    [
        ({"name": ""}, "A2", "Thiếu tên"),
        ({"address": ""}, "L2", "Thiếu địa chỉ"),
        ({"name": "Lan"}, "B2", "Loại đối tượng"),
        ({"kind": "Chợ"}, "B2", "Hộ kinh doanh"),
        ({"tax_code": "0100109107"}, "E2", "chữ số kiểm tra"),
        ({"tax_code": "100109106"}, "E2", "0100109106"),
        ({"personal_number": "0010800123"}, "G2", "12 chữ số"),
        ({"province": "Hà Tây"}, "M2", "tỉnh cũ"),
        ({"commune": "Xã Không Có"}, "N2", "xã cũ"),
        ({"commune": "Hoàn Kiếm"}, "N2", "cùng tên"),
        ({"sex": "x"}, "T2", "Nam hoặc Nữ"),
        ({"birth": "31/02/1980"}, "U2", "05/03/1980"),
        ({"birth": date(2030, 1, 1)}, "U2", "05/03/1980"),
        ({"phone": "12"}, "W2", "8 chữ số"),
        ({"email": "lan@"}, "X2", "Thư điện tử"),
        ({"title": "Giám đốc"}, "R2", "thiếu tên"),
        ({"note": "x" * 2001}, "Z2", "2001"),
    ],
)
def test_each_wrong_cell_is_named_with_what_to_do(
    changes: dict[str, Any], cell: str, said: str
) -> None:
    found = judged(**changes)
    assert found.party is None
    assert any(one.cell == cell and said in one.why.vi for one in found.faults), found.faults


def test_a_cell_that_shows_an_error_or_is_merged_makes_its_row_wrong() -> None:
    headings = SHEET.find([(1, ["Tên", "Địa chỉ"])])
    assert headings is not None
    spoilt = {(2, 1): Spoilt("error", "#REF!")}
    found = import_rows.judge(2, ["Công ty A", "#REF!"], headings, spoilt, _PLACES, _TODAY)
    assert found.party is None
    assert found.faults[0].cell == "B2"


@pytest.mark.parametrize(
    ("province", "commune", "code"),
    [
        ("", "00070", "00070"),
        ("", "70", "00070"),
        ("", "Sài Gòn", "26740"),
        ("TP HCM", "P. Sài Gòn", "26740"),
        ("01", "Xã Hoàn Kiếm", "00100"),
    ],
)
def test_a_commune_is_found_by_code_or_name(province: str, commune: str, code: str) -> None:
    assert party(province=province, commune=commune).address.commune_code == code


def test_an_installation_without_the_table_of_communes_takes_a_code_as_it_stands() -> None:
    bare = places({"01": "Hà Nội"}, [])
    assert bare.commune("01", "00256") == {"00256"}
    assert not bare.commune("01", "Hai Bà Trưng")
    assert not bare.commune("01", "1234567")


def test_a_code_of_another_province_is_no_commune_of_this_one() -> None:
    assert judged(province="Hà Nội", commune="26740").party is None


def test_rows_are_the_same_by_number_and_without_one_by_name_and_address() -> None:
    one, other = party(), party(name="HKD An", address="9 Hàng Bài")
    assert set(import_rows.keys(one)) == set(import_rows.keys(other)) == {"0100109106"}
    plain = party(tax_code="", name="Hộ kinh doanh Lan", address="12 P. Huế")
    same = party(tax_code="", name="HKD LAN", address="12  phường huế")
    assert import_rows.keys(plain) == import_rows.keys(same)


def test_a_registration_number_counts_with_its_name_as_many_offices_give_the_same() -> None:
    one = party(tax_code="", registration="01A8000001")
    other = party(tax_code="", registration="01A8000001", name="Hộ kinh doanh Mai")
    assert not set(import_rows.keys(one)) & set(import_rows.keys(other))


def test_a_correction_changes_what_the_row_says_and_nothing_else() -> None:
    there = party(email="lan@example.vn", sex="Nữ", birth="05/03/1980", passport="B1234567")
    said = party(name="Hộ kinh doanh An Bình", phone="", commune="", province="")
    now = import_corrections.corrected(there, said, _TODAY)
    assert now.name == "Hộ kinh doanh An Bình"
    assert (now.phones, now.emails, now.address) == (there.phones, there.emails, there.address)
    assert now.person == Person(sex=Sex.FEMALE, birth_date=date(1980, 3, 5), nationality=None)
    assert {one.kind for one in now.identifiers} == {
        IdentifierKind.TAX_CODE,
        IdentifierKind.PASSPORT,
    }


def test_a_correction_keeps_the_second_representative_number_and_phone() -> None:
    first = Representative(name="Lê Lan", title="Chủ hộ", sex=Sex.FEMALE, phone="0987654321")
    second = Representative(name="Trần Bình", identity_number="001080012345")
    card, other = "012345678", "012345679"
    there = msgspec.structs.replace(
        party(),
        representatives=[second, first],
        identifiers=[
            Identifier(kind=IdentifierKind.OLD_IDENTITY_CARD, value=card),
            Identifier(kind=IdentifierKind.TAX_CODE, value="123", as_given=True),
        ],
    )
    said = party(representative="LÊ  LAN", title="", old_card=other, phone="+84 912345678")
    now = import_corrections.corrected(there, said, _TODAY)
    assert now.representatives == [msgspec.structs.replace(first, name="LÊ LAN"), second]
    assert [one.value for one in now.identifiers] == ["0100109106", other, card], (
        "not the wrong one"
    )
    assert now.phones == ["+84 912345678", "(024) 3825 6543"]


def test_a_correction_never_puts_a_commune_into_another_province() -> None:
    there = party(province="79", commune="26740")
    old = OldPlace(province="TP Hồ Chí Minh", commune="Bến Nghé", commune_code="26740")
    there = msgspec.structs.replace(there, address=msgspec.structs.replace(there.address, old=old))
    moved = import_corrections.corrected(there, party(commune="", old_commune="Bến Nghé"), _TODAY)
    assert (moved.address.province_code, moved.address.commune_code) == ("01", None)
    assert moved.address.old == old, "words say less than the code"
    same = import_corrections.corrected(there, party(province="79", commune=""), _TODAY)
    assert same.address.commune_code == "26740"


def test_a_household_that_was_here_before_numbers_had_kinds_is_known_and_has_its_number_once() -> (
    None
):
    there = party(tax_code="", registration="01A8000001")
    said = party(tax_code="", household_number="01A8000001")
    assert set(import_rows.keys(there)) & set(import_rows.keys(said))
    now = import_corrections.corrected(there, said, _TODAY)
    assert [one.kind for one in now.identifiers] == [IdentifierKind.HOUSEHOLD_NUMBER]


def test_a_row_that_came_too_late_can_be_uploaded_again_as_it_was_read() -> None:
    there = party(email="lan@example.vn", sex="Nữ", birth="05/03/1980", representative="Lê Lan")
    headings = SHEET.find([(1, [one.heading.vi for one in COLUMNS.values()])])
    assert headings is not None
    again = import_rows.judge(2, import_cells.cells(there), headings, {}, _PLACES, _TODAY)
    assert again.party == there


_IMPORT = UUID("01890a5d-ac96-774b-bcce-b302099a8057")


@given(st.sets(st.integers(1, 2_000_000), min_size=2, max_size=50))
def test_ids_of_parties_follow_from_import_and_row_and_are_uuid_7(rows: set[int]) -> None:
    ids = {portions.id_of_row(_IMPORT, row) for row in rows}
    assert len(ids) == len(rows)
    assert ids == {portions.id_of_row(_IMPORT, row) for row in rows}
    assert all(one.version == 7 and one.variant == "specified in RFC 4122" for one in ids)


def test_lines_of_a_portion_are_read_back_as_they_were_hashed() -> None:
    lines = [
        ImportedLine(row=2, deed=RowDeed.REGISTERED, party_id=_IMPORT, party=party()),
        ImportedLine(row=3, deed=RowDeed.SKIPPED, party_id=_IMPORT),
    ]
    text = portions.written(lines)
    assert import_portions.read(portions.unpacked(portions.kept(text))) == lines
    assert text.startswith(b'{"deed":"registered","party":{')
    assert import_portions.counts(lines) == (1, 0, 1)
    with pytest.raises(ValueError, match="cut"):
        portions.unpacked(portions.kept(text)[:-4])


@given(st.integers(50, 2000), st.integers(0, 60_000))
def test_the_next_portion_is_at_most_twice_as_large_and_shrinks_where_the_last_took_long(
    rows: int, took: int
) -> None:
    size = import_portions.next_size(rows, took)
    assert import_portions.LEAST_ROWS <= size <= min(import_portions.MOST_ROWS, 2 * rows)
    if took > 4 * portions.WANTED_MS:
        assert size <= max(rows // 2, import_portions.LEAST_ROWS)
