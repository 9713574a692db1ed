"""From a row of a list to an officer: each bad cell named, with the reason. Pure.

A row is good or it is not. What only other rows or the database tell (a number that is taken, two heads of one unit) is
in backend/force/importing/comparing.py.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from backend.core.actors import UnitPath
from backend.core.sheets.cells import Cells, Row, Spoilt
from backend.core.sheets.headings import Headings, folded
from backend.force.rules import accounts, names, ranks
from backend.force.rules.import_columns import SHEET, Column
from backend.force.texts import import_faults as texts
from backend.ledger.bounds.table import FORCE_FOUNDED
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.force.acts import Language
from schemas.force.imports import PersonDetails, PersonsCard, PersonsPosition, PersonsRank

_SEVERAL = re.compile(r"\s*[;,\n/]\s*")
_CODE = re.compile(r"\d{2,8}")
_LANGUAGES: dict[str, Language] = {
    "": "vi",
    "vi": "vi",
    "tieng viet": "vi",
    "vietnamese": "vi",
    "en": "en",
    "tieng anh": "en",
    "english": "en",
}
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("kiem soat vien", "inspector"), Role.INSPECTOR),
    **dict.fromkeys(("truong doan kiem tra", "truong doan", "team leader"), Role.TEAM_LEADER),
    **dict.fromkeys(("nguoi co tham quyen", "supervisor"), Role.SUPERVISOR),
    **dict.fromkeys(("kiem tra noi bo", "auditor"), Role.AUDITOR),
    **dict.fromkeys(("quan tri he thong", "quan tri", "administrator"), Role.ADMINISTRATOR),
    **dict.fromkeys(("van thu", "clerk"), Role.CLERK),
    **dict.fromkeys(("phap che", "legal officer", "legal"), Role.LEGAL),
}
_AHEAD = timedelta(days=366)
_CARD_AHEAD = timedelta(days=30)
_OF_KIND: dict[str, frozenset[str]] = {
    "team_head": frozenset({"team"}),
    "deputy_team_head": frozenset({"team"}),
    "sub_department_head": frozenset({"department"}),
    "deputy_sub_department_head": frozenset({"department"}),
    "operations_head": frozenset({"industry_department", "department", "team"}),
    "deputy_operations_head": frozenset({"industry_department", "department", "team"}),
    "department_head": frozenset({"national"}),
    "deputy_department_head": frozenset({"national"}),
}
"""Kinds of units that have a title, by the title's code (backend/law/sanctions/data/titles.json): a team has no
Chi cục trưởng. A title that is not named here may be of any unit."""


class KnownUnit(NamedTuple):
    """A unit that rows may name."""

    id: UUID
    code: str
    name_vi: str
    name_en: str
    kind: str
    path: UnitPath
    in_force: bool
    in_scope: bool


class Units:
    """All units, by code and by name."""

    def __init__(self, units: Iterable[KnownUnit]) -> None:
        self._by_code: dict[str, list[KnownUnit]] = {}
        self._by_name: dict[str, list[KnownUnit]] = {}
        for one in units:
            self._by_code.setdefault(one.code, []).append(one)
            for name in {folded(one.name_vi), folded(one.name_en)}:
                self._by_name.setdefault(name, []).append(one)

    def find(self, said: str) -> KnownUnit | Text:
        """Return the one unit that a cell means, or why there is none.

        Units in the administrator's scope come first: teams of two departments have the same name.
        """
        code = _CODE.match(said)  # "0101" or "0101 - Đội số 1", as lists of choices are copied
        found = self._by_code.get(code[0], []) if code else []
        found = found or self._by_name.get(folded(said), [])
        if not found:
            return texts.UNIT_UNKNOWN
        standing = [one for one in found if one.in_force]
        if not standing:
            return texts.UNIT_CLOSED
        mine = [one for one in standing if one.in_scope]
        if not mine:
            return texts.UNIT_OUT_OF_SCOPE
        return mine[0] if len(mine) == 1 else texts.UNIT_SEVERAL


class Titles(NamedTuple):
    """What the law's data tell of a title."""

    code: Callable[[str], str | None]
    grave: Callable[[str], bool]


class Judged(NamedTuple):
    """What a row says by itself: an officer of a unit, or else the row's faults."""

    row: Row[Column]
    person: PersonDetails | None
    unit: KnownUnit | None


def judge(
    number: int,
    cells: Cells,
    headings: Headings[Column],
    spoilt: Mapping[tuple[int, int], Spoilt],
    units: Units,
    titles: Titles,
    today: date,
) -> Judged:
    """Return what one row says. A user name that is still to be made is a single dot."""
    row = Row(SHEET, number, cells, headings, spoilt)
    full_name, officer_number = _name(row), _officer_number(row)
    unit = _unit(row, units)
    username = _username(row)
    language = _LANGUAGES.get(folded(row.text(Column.LANGUAGE, 40)))
    if language is None:
        _wrong(row, Column.LANGUAGE, texts.LANGUAGE)
    reason = row.text(Column.REASON, 2000, 3)
    roles = _roles(row)
    position = _position(row, unit, titles, reason, today)
    rank = _rank(row, today)
    card = _card(row, today)
    if row.faults or unit is None or language is None:
        return Judged(row, None, unit)
    person = PersonDetails(
        username=username or TO_MAKE,
        username_made=not username,
        full_name=full_name,
        officer_number=officer_number or None,
        unit_id=unit.id,
        language=language,
        reason=reason,
        roles=roles,
        position=position,
        card=card,
        rank=rank,
    )
    return Judged(row, person, unit)


TO_MAKE = "."
"""A user name that is made once those that are taken are known; nobody can have it."""


def _wrong(row: Row[Column], column: Column, why: Text) -> None:
    row.wrong(column, why.vi, why.en)


def _name(row: Row[Column]) -> str:
    said = names.tidy(row.text(Column.FULL_NAME, 200))
    if not said:
        _wrong(row, Column.FULL_NAME, texts.NAME_MISSING)
    elif code := names.name_fault(said):
        _wrong(row, Column.FULL_NAME, texts.of_refusal(code))
    return said


def _officer_number(row: Row[Column]) -> str:
    said = names.tidy(row.text(Column.OFFICER_NUMBER, 40))
    if said and (code := names.number_fault(said)):
        _wrong(row, Column.OFFICER_NUMBER, texts.of_refusal(code))
    return said


def _unit(row: Row[Column], units: Units) -> KnownUnit | None:
    said = row.text(Column.UNIT, 200)
    if not said:
        _wrong(row, Column.UNIT, texts.UNIT_MISSING)
        return None
    found = units.find(said)
    if isinstance(found, Text):
        _wrong(row, Column.UNIT, found)
        return None
    return found


def _username(row: Row[Column]) -> str:
    said = accounts.normalise_username(row.text(Column.USERNAME, 63, 2))
    if said and not accounts.is_username(said):
        _wrong(row, Column.USERNAME, texts.USERNAME)
    return said


def _roles(row: Row[Column]) -> list[Role]:
    said = [one for one in _SEVERAL.split(row.text(Column.ROLES, 500)) if one]
    found: list[Role] = []
    for one in said:
        role = _ROLES.get(folded(one))
        if role is None:
            _wrong(row, Column.ROLES, texts.role_unknown(one))
            return []
        if role not in found:
            found.append(role)
    for place, role in enumerate(found):
        if accounts.excluded_by(role, frozenset(found[:place])):
            _wrong(row, Column.ROLES, texts.of_refusal("role_excluded"))
            return []
    return found


def _position(
    row: Row[Column], unit: KnownUnit | None, titles: Titles, reason: str, today: date
) -> PersonsPosition | None:
    title, number = row.text(Column.TITLE, 200), row.text(Column.DECISION, 60)
    begins = _day(row, Column.VALID_FROM, FORCE_FOUNDED, today + _AHEAD)
    decided = _day(row, Column.DECIDED_ON, FORCE_FOUNDED, today)
    if not title:
        if number or begins or decided:
            _wrong(row, Column.TITLE, texts.TITLE_MISSING)
        return None
    code = titles.code(title)
    kinds = _OF_KIND.get(code) if code else None
    if unit is not None and kinds is not None and unit.kind not in kinds:
        _wrong(row, Column.TITLE, texts.TITLE_OF_ANOTHER_KIND)
    if begins is None and not row.raw(Column.VALID_FROM):
        _wrong(row, Column.VALID_FROM, texts.FROM_MISSING)
    grave = titles.grave(title)
    if grave and not number:
        _wrong(row, Column.DECISION, texts.DECISION_MISSING)
    if grave and decided is None and not row.raw(Column.DECIDED_ON):
        _wrong(row, Column.DECIDED_ON, texts.DECISION_MISSING)
    if begins is None:
        return None
    if grave and decided is not None and begins < decided and not reason:
        _wrong(row, Column.VALID_FROM, texts.of_refusal("position_before_decision"))
    return PersonsPosition(
        title_vi=title, valid_from=begins, number=number, decided_on=decided, asked=grave
    )


def _rank(row: Row[Column], today: date) -> PersonsRank | None:
    """Return the rank of a row, as the desk takes it: by a decision, from a day on."""
    said, number = row.text(Column.RANK, 120), row.text(Column.RANK_DECISION, 60)
    begins = _day(row, Column.RANK_FROM, FORCE_FOUNDED, today + _AHEAD)
    decided = _day(row, Column.RANK_DECIDED_ON, FORCE_FOUNDED, today)
    columns = (Column.RANK, Column.RANK_FROM, Column.RANK_DECISION, Column.RANK_DECIDED_ON)
    if not any(row.raw(column) for column in columns):
        return None
    for column in columns:
        if not row.raw(column):
            _wrong(row, column, texts.RANK_PART_MISSING)
    code = ranks.meant(said)
    if said and code is None:
        _wrong(row, Column.RANK, texts.RANK_UNKNOWN)
    if code is None or begins is None or decided is None or not number:
        return None
    return PersonsRank(code=code, valid_from=begins, number=number, decided_on=decided)


def _card(row: Row[Column], today: date) -> PersonsCard | None:
    number = row.text(Column.CARD, 40)
    issued = _day(row, Column.CARD_FROM, date.min, today + _CARD_AHEAD)
    expires = _day(row, Column.CARD_UNTIL, date.min, date.max)
    if not number and not row.raw(Column.CARD_FROM) and not row.raw(Column.CARD_UNTIL):
        return None
    for column in (Column.CARD, Column.CARD_FROM, Column.CARD_UNTIL):
        if not row.raw(column):
            _wrong(row, column, texts.CARD_PART_MISSING)
    if not number or issued is None or expires is None:
        return None
    if expires <= issued:
        _wrong(row, Column.CARD_UNTIL, texts.of_refusal("dates_wrong"))
    elif expires > accounts.five_years_after(issued):
        _wrong(row, Column.CARD_UNTIL, texts.of_refusal("card_too_long"))
    elif expires < today:
        _wrong(row, Column.CARD_UNTIL, texts.CARD_EXPIRED)
    return PersonsCard(number=number, issued_on=issued, expires_on=expires)


def _day(row: Row[Column], column: Column, first: date, last: date) -> date | None:
    """Return the day of a cell, if it says one; a fault if it says something else, or a day out of bounds."""
    if not row.raw(column):
        return None
    day = row.day(column)
    if day is None:
        _wrong(row, column, texts.DAY)
    elif not first <= day <= last:
        _wrong(row, column, texts.DAY_OUT_OF_BOUNDS)
        return None
    return day
