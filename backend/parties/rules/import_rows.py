"""From a row of a list to a party: each bad cell named, with the reason. Pure.

A row is good or it is not: nothing is guessed but the kind, where the name says it, and no row comes in part.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from backend.core.sheets.cells import Cells, Row, Spoilt
from backend.core.sheets.headings import Headings, folded
from backend.parties.rules import identifiers, normal
from backend.parties.rules.details import normal_details
from backend.parties.rules.import_columns import KINDS, NUMBERS, SHEET, Column
from backend.parties.rules.import_places import Places
from backend.parties.texts import refusals
from schemas.core.sheets import CellFault
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import (
    Address,
    Identifier,
    OldPlace,
    PartyDetails,
    Person,
    Representative,
)
from schemas.parties.words import IdentifierKind, Sex

_KINDS = {folded(said): kind for kind, text in KINDS.items() for said in (text.vi, text.en)} | {
    "ho": SubjectKind.HOUSEHOLD,
    "hkd": SubjectKind.HOUSEHOLD,
    "ho gia dinh": SubjectKind.HOUSEHOLD,
    "doanh nghiep": SubjectKind.ORGANISATION,
    "cong ty": SubjectKind.ORGANISATION,
    "hop tac xa": SubjectKind.ORGANISATION,
    "chi nhanh": SubjectKind.ORGANISATION,
    "nguoi": SubjectKind.INDIVIDUAL,
    "person": SubjectKind.INDIVIDUAL,
    "company": SubjectKind.ORGANISATION,
}
_NAMED_SO: tuple[tuple[re.Pattern[str], SubjectKind], ...] = (
    (re.compile(r"\A(ho kinh doanh|hkd|ho) "), SubjectKind.HOUSEHOLD),
    (
        re.compile(
            r"\A(cong ty|cty|tong cong ty|tap doan|doanh nghiep|dntn|hop tac xa|htx|lien hiep|chi nhanh|van phong"
            r"|truong|benh vien|ngan hang|quy) "
        ),
        SubjectKind.ORGANISATION,
    ),
    (re.compile(r"\A(ong|ba|anh|chi) "), SubjectKind.INDIVIDUAL),
)
_SEXES = {
    "nam": Sex.MALE,
    "male": Sex.MALE,
    "m": Sex.MALE,
    "nu": Sex.FEMALE,
    "female": Sex.FEMALE,
    "f": Sex.FEMALE,
}
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_SEVERAL = re.compile(r"\s*[;,\n]\s*| / ")
_MOST_CONTACTS = 5
_OF_OFFICES = (IdentifierKind.REGISTRATION_NUMBER, IdentifierKind.HOUSEHOLD_NUMBER)
"""Kinds of numbers of which each office gives its own: two parties may have the same."""
_OLDEST = date(1900, 1, 1)
_LOST_ZERO = {10: IdentifierKind.TAX_CODE, 12: IdentifierKind.PERSONAL_NUMBER}


class Judged(NamedTuple):
    """What a row says: a party, or what is wrong."""

    party: PartyDetails | None
    faults: list[CellFault]


def judge(
    number: int,
    cells: Cells,
    headings: Headings[Column],
    spoilt: Mapping[tuple[int, int], Spoilt],
    places: Places,
    today: date,
) -> Judged:
    """Return what one row says."""
    row = Row(SHEET, number, cells, headings, spoilt)
    name, address = row.text(Column.NAME, 200), row.text(Column.ADDRESS, 500)
    if not name:
        row.wrong(Column.NAME, "Thiếu tên.", "The name is missing.")
    if not address:
        row.wrong(Column.ADDRESS, "Thiếu địa chỉ.", "The address is missing.")
    numbers = _numbers(row)
    kind = _kind(row, name, numbers)
    person = _person(row, today)
    _check_numbers(row, numbers, person, kind, today)
    province, commune = _place(row, places)
    trade_name, sign = row.text(Column.TRADE_NAME, 500), row.text(Column.SIGN, 500)
    lines, note = row.text(Column.LINES, 2000), row.text(Column.NOTE, 2000)
    old = _old(row)
    phones, emails = _contacts(row)
    signs = _representative(row)
    if row.faults or kind is None:
        return Judged(None, row.faults)
    party = PartyDetails(
        kind=kind,
        name=name,
        identifiers=[one for _, one in numbers],
        person=person,
        representatives=[signs] if signs else [],
        address=Address(line=address, province_code=province, commune_code=commune, old=old),
        phones=phones,
        emails=emails,
        trade_name=trade_name or None,
        sign=sign or None,
        business_lines=lines or None,
        note=note or None,
    )
    return Judged(normal_details(party), [])


def keys(party: PartyDetails) -> list[str]:
    """Return by what two rows, or a row and a party of the register, are the same.

    By each identity number, whatever it is called: a household's tax code is its owner's personal number. A
    registration number alone is given by many offices, and so counts with its name; so does a household's, which a
    party that was here before numbers had kinds has as a registration number. Without any, by name and address,
    compared without diacritics.
    """
    name, found = normal.name_key(party.name), list[str]()
    for one in party.identifiers:
        if one.kind is not IdentifierKind.REGISTRATION_NUMBER:
            found.append(one.value)
        if one.kind in _OF_OFFICES:
            found.append(f"{name}\n{one.value}")
    return found or [f"{name}\n{normal.address_key(party.address.line)}"]


def _numbers(row: Row[Column]) -> list[tuple[Column, Identifier]]:
    found = []
    for column, kind in NUMBERS.items():
        said = row.text(column, 60)
        value = identifiers.compact(kind, said) if len(said) <= 60 else ""
        if value:
            found.append((column, Identifier(kind=kind, value=value)))
    return found


def _check_numbers(
    row: Row[Column],
    numbers: list[tuple[Column, Identifier]],
    person: Person | None,
    kind: SubjectKind | None,
    today: date,
) -> None:
    given = [one for _, one in numbers]
    is_person = kind is not SubjectKind.ORGANISATION
    for place, code in identifiers.faults(given, person, is_person, today):
        column, one = numbers[place]
        zero = _zero_lost(one, today)
        if zero is not None:
            row.wrong(
                column,
                f"Số 0 ở đầu đã mất; có lẽ là {zero}. Hãy định dạng cột là Văn bản (Text) rồi ghi lại.",
                f"The leading zero is lost; perhaps it is {zero}. Format the column as text and write it again.",
            )
        else:
            said = refusals.said(code)
            row.wrong(column, said.vi, said.en)


def _zero_lost(one: Identifier, today: date) -> str | None:
    """Return the number with the zero that a spreadsheet takes off what it holds for a number, if that is right."""
    for length, kind in _LOST_ZERO.items():
        whole = f"0{one.value}"
        fits = one.kind in (kind, IdentifierKind.TAX_CODE, IdentifierKind.ENTERPRISE_CODE)
        if fits and len(whole) == length and identifiers.fault(one.kind, whole, today) is None:
            return whole
    return None


def _kind(
    row: Row[Column], name: str, numbers: list[tuple[Column, Identifier]]
) -> SubjectKind | None:
    said = row.text(Column.KIND, 100)
    if said:
        found = _KINDS.get(folded(said))
        if found is None:
            row.wrong(
                Column.KIND,
                "Ghi một trong: Cá nhân, Hộ kinh doanh, Tổ chức.",
                "Write one of: Individual, Household, Organisation.",
            )
        return found
    key = folded(name)
    for pattern, kind in _NAMED_SO:
        if pattern.match(key):
            return kind
    kinds = {one.kind for _, one in numbers}
    if IdentifierKind.ENTERPRISE_CODE in kinds:
        return SubjectKind.ORGANISATION
    if IdentifierKind.HOUSEHOLD_NUMBER in kinds:
        return SubjectKind.HOUSEHOLD
    if name:
        row.wrong(
            Column.KIND,
            "Tên không cho biết là cá nhân, hộ kinh doanh hay tổ chức. Hãy ghi cột “Loại đối tượng”.",
            "The name does not say whether it is a person, a household or an organisation. Fill the column “Kind”.",
        )
    return None


def _person(row: Row[Column], today: date) -> Person | None:
    sex_said, born_said = row.text(Column.SEX, 40), row.raw(Column.BIRTH)
    nationality = row.text(Column.NATIONALITY, 100) or None
    sex = _SEXES.get(folded(sex_said)) if sex_said else None
    if sex_said and sex is None:
        row.wrong(Column.SEX, "Ghi Nam hoặc Nữ.", "Write Nam (male) or Nữ (female).")
    born = row.day(Column.BIRTH)
    if born_said and (born is None or not _OLDEST <= born <= today):
        row.wrong(
            Column.BIRTH,
            "Ngày sinh không đúng; ghi như 05/03/1980.",
            "This is no day of birth; write it as 05/03/1980.",
        )
    if sex is None and born is None and nationality is None:
        return None
    return Person(sex=sex, birth_date=born, nationality=nationality)


def _place(row: Row[Column], places: Places) -> tuple[str | None, str | None]:
    said, named = row.text(Column.PROVINCE, 100), row.text(Column.COMMUNE, 100)
    province = places.province(said) if said else None
    if said and province is None:
        row.wrong(
            Column.PROVINCE,
            "Không có tỉnh, thành phố này trong 34 đơn vị từ 01/07/2025; tỉnh cũ ghi ở cột “Tỉnh trước 01/07/2025”.",
            "There is no such province among the 34 since 2025-07-01; an old one belongs in its own column.",
        )
        return None, None
    if not named:
        return province, None
    found = places.commune(province, named)
    if not found:
        row.wrong(
            Column.COMMUNE,
            "Không có xã, phường này từ 01/07/2025; hãy ghi mã 5 chữ số, hoặc ghi xã cũ ở cột “Xã trước 01/07/2025”.",
            "There is no such commune since 2025-07-01; write its code of 5 digits, or an old one in its own column.",
        )
        return province, None
    if len(found) > 1:
        row.wrong(
            Column.COMMUNE,
            "Có nhiều xã, phường cùng tên. Hãy ghi cả tỉnh, ghi đủ “xã” hoặc “phường”, hoặc ghi mã xã.",
            "Several communes have this name. Name the province, say “xã” or “phường”, or write its code.",
        )
        return province, None
    [code] = found
    return places.of_code.get(code, province), code


def _old(row: Row[Column]) -> OldPlace | None:
    province = row.text(Column.OLD_PROVINCE, 500) or None
    district = row.text(Column.OLD_DISTRICT, 500) or None
    commune = row.text(Column.OLD_COMMUNE, 500) or None
    if province is None and district is None and commune is None:
        return None
    return OldPlace(province=province, district=district, commune=commune)


def _contacts(row: Row[Column]) -> tuple[list[str], list[str]]:
    phones = [one for one in _SEVERAL.split(row.text(Column.PHONE, 200)) if one]
    if len(phones) > _MOST_CONTACTS or any(normal.phone_key(one) is None for one in phones):
        row.wrong(
            Column.PHONE,
            "Số điện thoại có ít nhất 8 chữ số; nhiều số thì cách nhau bằng dấu chấm phẩy, tối đa 5.",
            "A phone number has eight digits or more; several are separated by semicolons, five at most.",
        )
    if any(len(one) > 40 for one in phones):
        row.wrong(Column.PHONE, "Số điện thoại quá dài.", "The phone number is too long.")
    emails = [one for one in _SEVERAL.split(row.text(Column.EMAIL, 500)) if one]
    right = all(_EMAIL.fullmatch(one) and len(one) <= 200 for one in emails)
    if len(emails) > _MOST_CONTACTS or not right:
        row.wrong(
            Column.EMAIL,
            "Thư điện tử không đúng; nhiều địa chỉ thì cách nhau bằng dấu chấm phẩy, tối đa 5.",
            "This is no e-mail address; several are separated by semicolons, five at most.",
        )
    return phones, emails


def _representative(row: Row[Column]) -> Representative | None:
    name, title = row.text(Column.REPRESENTATIVE, 200), row.text(Column.TITLE, 500)
    if title and not name:
        row.wrong(
            Column.REPRESENTATIVE,
            "Có chức vụ nhưng thiếu tên người đại diện.",
            "There is a title without the representative's name.",
        )
    return Representative(name=name, title=title or None) if name else None
