"""What only other rows or the database tell of a row: names and numbers that are somebody's, two heads of one unit.

compared = Compared(await known_usernames(), today)
people = await compared.portion(judged)        # each with its user name, or with why it cannot come
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.core.list_imports.rows import filled
from backend.core.sheets.cells import Row
from backend.force.queries import cards, people, positions
from backend.force.rules import import_people, names, usernames
from backend.force.rules.import_columns import Column
from backend.force.rules.import_people import TO_MAKE, KnownUnit
from backend.force.texts import import_faults as texts
from backend.law.sanctions import service as sanctions
from schemas.core.problems import Text
from schemas.core.sheets import CellFault
from schemas.force.imports import PersonDetails

_NOBODY = UUID(int=0)


class Candidate(NamedTuple):
    """A row that is good by itself."""

    row: Row[Column]
    person: PersonDetails
    unit: KnownUnit


class Found(NamedTuple):
    """What the database has of some rows."""

    numbers: set[str]
    cards: set[str]
    headed: set[UUID]
    namesakes: dict[int, bool]
    """By place: somebody has the name; true if somebody of the same department."""


class Compared:
    """Rows of one file as they are compared with each other, from the first to the last."""

    def __init__(self, usernames_taken: Iterable[str], today: date) -> None:
        self._taken, self._today = set(usernames_taken), today
        self._usernames: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._cards: dict[str, int] = {}
        self._heads: dict[UUID, int] = {}
        self._names: dict[str, int] = {}
        """By a name as it reads: the row that had it first."""
        self._near: dict[tuple[UUID | None, str], int] = {}
        """The same with the department."""

    async def portion(self, rows: Sequence[Candidate]) -> list[PersonDetails | list[CellFault]]:
        """Return for each row the officer with a user name, or why it cannot come after all."""
        found = await self._found(rows)
        return [self._one(place, one, found) for place, one in enumerate(rows)]

    async def _found(self, rows: Sequence[Candidate]) -> Found:
        numbers = [one.person.officer_number for one in rows if one.person.officer_number]
        card_numbers = [one.person.card.number for one in rows if one.person.card]
        unit_ids = {one.unit.id for one in rows if one.person.position}
        held = await positions.held_in(list(unit_ids), self._today) if unit_ids else []
        alike = await people.namesakes_of(
            [one.person.full_name for one in rows],
            [one.unit.path.as_tuple()[1] for one in rows],
            _NOBODY,
        )
        near: dict[int, bool] = {}
        for one in alike:
            near[one.place] = near.get(one.place, False) or one.near
        return Found(
            numbers=await people.numbers_taken(numbers) if numbers else set(),
            cards=set(await cards.numbers_taken(card_numbers)) if card_numbers else set(),
            headed={one.unit_id for one in held if sanctions.heads_a_unit(one.title_vi)},
            namesakes=near,
        )

    def _one(self, place: int, one: Candidate, found: Found) -> PersonDetails | list[CellFault]:
        row, person = one.row, one.person
        self._compare_numbers(one, found)
        person = self._named(one, found.namesakes.get(place))
        self._compare_head(one, found)
        if person.username != TO_MAKE:
            self._compare_username(row, person.username)
        if row.faults:
            return row.faults
        if person.username == TO_MAKE:
            made = usernames.first_free(usernames.made_from(person.full_name), self._taken)
            person = msgspec.structs.replace(person, username=made)
        self._keep(one, person)
        return person

    def _compare_username(self, row: Row[Column], username: str) -> None:
        if username in self._usernames:
            self._twice(row, Column.USERNAME, texts.USERNAME_TWICE, self._usernames[username])
        elif username in self._taken:
            _wrong(row, Column.USERNAME, texts.of_refusal("username_taken"))

    def _compare_numbers(self, one: Candidate, found: Found) -> None:
        row, person = one.row, one.person
        if person.officer_number:
            first = self._numbers.get(names.number_key(person.officer_number))
            if first is not None:
                self._twice(row, Column.OFFICER_NUMBER, texts.NUMBER_TWICE, first)
            elif person.officer_number in found.numbers:
                _wrong(row, Column.OFFICER_NUMBER, texts.of_refusal("officer_number_taken"))
        if person.card:
            first = self._cards.get(person.card.number)
            if first is not None:
                self._twice(row, Column.CARD, texts.CARD_TWICE, first)
            elif person.card.number in found.cards:
                _wrong(row, Column.CARD, texts.of_refusal("card_number_taken"))

    def _compare_head(self, one: Candidate, found: Found) -> None:
        position = one.person.position
        if position is None or not sanctions.heads_a_unit(position.title_vi):
            return
        first = self._heads.get(one.unit.id)
        if first is not None:
            self._twice(one.row, Column.TITLE, texts.HEAD_TWICE, first)
        elif one.unit.id in found.headed:
            _wrong(one.row, Column.TITLE, texts.HEAD_THERE)

    def _named(self, one: Candidate, near: bool | None) -> PersonDetails:
        """Compare the name; a namesake in the file alone needs no reason to be typed, as the file is the reason."""
        row, person = one.row, one.person
        first = self._row_of_name(one)
        if near is not None and not person.reason:
            _wrong(row, Column.FULL_NAME, texts.of_refusal("name_known"))
        if near and not person.officer_number:
            _wrong(row, Column.OFFICER_NUMBER, texts.of_refusal("name_needs_number"))
        if first is None:
            return person
        close = self._near_row(one)
        if close is not None and not person.officer_number:
            self._twice(row, Column.OFFICER_NUMBER, texts.NAMESAKE_NEEDS_NUMBER, close)
        if person.reason:
            return person
        reason = f"Trùng họ tên với dòng {first} của cùng tệp, là hai người khác nhau"
        return msgspec.structs.replace(person, reason=reason)

    def _row_of_name(self, one: Candidate) -> int | None:
        there = self._names.get(names.reading(one.person.full_name).replace(" ", ""))
        return there if there is not None else self._near_row(one)

    def _near_row(self, one: Candidate) -> int | None:
        """Return the first row of the same department whose whole name, of three words or more, is in this one."""
        department = one.unit.path.as_tuple()[1]
        words = names.reading(one.person.full_name).split()
        parts = {" ".join(words)}
        parts |= {
            " ".join(words[first:last])
            for first in range(len(words))
            for last in range(first + 3, len(words) + 1)
        }
        there = [row for part in parts if (row := self._near.get((department, part))) is not None]
        return min(there, default=None)

    def _keep(self, one: Candidate, person: PersonDetails) -> None:
        number, read = one.row.number, names.reading(person.full_name)
        self._usernames[person.username] = number
        self._taken.add(person.username)
        if person.officer_number:
            self._numbers.setdefault(names.number_key(person.officer_number), number)
        if person.card:
            self._cards.setdefault(person.card.number, number)
        if person.position and sanctions.heads_a_unit(person.position.title_vi):
            self._heads.setdefault(one.unit.id, number)
        self._names.setdefault(read.replace(" ", ""), number)
        self._near.setdefault((one.unit.path.as_tuple()[1], read), number)

    def _twice(self, row: Row[Column], column: Column, why: Text, first: int) -> None:
        _wrong(row, column, filled(why, row=str(first)))


def _wrong(row: Row[Column], column: Column, why: Text) -> None:
    row.wrong(column, why.vi, why.en)


titles = import_people.Titles(
    code=sanctions.title_code, grave=lambda title: not sanctions.is_controllers(title)
)
"""What the law's data tell of titles, as rules of rows ask it."""
