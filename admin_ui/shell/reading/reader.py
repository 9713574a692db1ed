"""Reads a submitted form, value by value, and notes at each field one sentence if something is wrong.

A page describes its form by the calls that it makes, or as data (fields.py, casework/acts/fields.py). Every page thus
reads days, sums and choices alike, and says what is wrong in the same words. The form itself is shown again, so
nothing typed is lost. Of several faults of a field the first is told.

`field` is the label as the page shows it. A method returns None, or an empty text or list, for what is empty or wrong;
whether the whole was right is in `errors`.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from admin_ui.shell import typed
from admin_ui.shell.choosing import matching
from admin_ui.shell.forms import Form

Translate = Callable[..., str]
"""The words of the reader's language: `partial(say, language)`."""
Parsed = TypeVar("Parsed")
Member = TypeVar("Member", bound=StrEnum)
Option = tuple[str, str]
"""Value and text."""
_MOST_OFFERED = 12
MOST_MONEY = 999_999_999_999
"""The largest sum that papers can write in words (backend/documents/layout/amounts.py)."""


class Reader:
    """One form and what is wrong with it, by field, in the order in which it was found."""

    def __init__(self, form: Form, translate: Translate) -> None:
        self.form = form
        self.translate = translate
        self.errors: dict[str, str] = {}

    def wrong(self, at: str, why: str, field: str, **values: object) -> None:
        """Note a fault in the common words (`form.<why>`)."""
        self.tell(at, self.translate(f"form.{why}", field=field, **values))

    def tell(self, at: str, sentence: str) -> None:
        """Note a fault in a sentence of the page's own."""
        self.errors.setdefault(at, sentence)

    def text(
        self, at: str, field: str, *, least: int = 0, most: int = 10_000, required: bool = False
    ) -> str:
        """Read a text of so many characters, if there is one."""
        value = self.form.text(at)
        if not value:
            self._asked_for(at, field, required=required)
        elif len(value) < least:
            self.wrong(at, "short", field, least=least)
        elif len(value) > most:
            self.wrong(at, "long", field, most=most)
        return value

    def lines(
        self,
        at: str,
        field: str,
        *,
        most: int,
        least_each: int = 1,
        most_each: int = 10_000,
        required: bool = False,
    ) -> list[str]:
        """Read the lines of a text that hold something."""
        found = lines(self.form, at)
        if not found:
            self._asked_for(at, field, required=required)
        elif len(found) > most:
            self.wrong(at, "many", field, most=most)
        for number, line in enumerate(found, 1):
            if not least_each <= len(line) <= most_each:
                self.wrong(at, "line", field, number=number, least=least_each, most=most_each)
        return found

    def day(self, at: str, field: str, *, required: bool = True) -> date | None:
        """Read a day; of one that the month does not have, say so."""
        return self._parsed(at, field, typed.day, "day", required=required)

    def days(
        self, first: tuple[str, str], last: tuple[str, str], *, required: bool = True
    ) -> tuple[date | None, date | None]:
        """Read the first and the last day of a period, each by its place and label."""
        begins = self.day(*first, required=required)
        ends = self.day(*last, required=required)
        if begins and ends and ends < begins:
            self.wrong(last[0], "order", last[1], first=first[1])
        return begins, ends

    def moment(self, at: str, field: str, *, required: bool = True) -> datetime | None:
        """Read a day and a time of the day in Vietnam, and return them in UTC."""
        return self._parsed(at, field, typed.utc, "moment", required=required)

    def clock(self, at: str, field: str, *, required: bool = True) -> time | None:
        """Read a time of the day, in hours from 0 to 23 and minutes."""
        return self._parsed(at, field, typed.clock, "clock", required=required)

    def money(
        self, at: str, field: str, *, least: int = 0, most: int = MOST_MONEY, required: bool = True
    ) -> int | None:
        """Read a sum in whole đồng."""
        value = self._parsed(at, field, typed.whole, "money", required=required)
        if value is not None and not least <= value <= most:
            self.wrong(at, "money", field)
            return None
        return value

    def number(
        self, at: str, field: str, *, least: int, most: int, required: bool = True
    ) -> int | None:
        """Read a whole number between two others, both included."""
        bounds = {"least": least, "most": most}
        value = self._parsed(at, field, typed.whole, "number", required=required, **bounds)
        if value is not None and not least <= value <= most:
            self.wrong(at, "number", field, **bounds)
            return None
        return value

    def signed(self, at: str, field: str, *, required: bool = True) -> int | None:
        """Read a whole number that may be below nought."""
        return self._parsed(at, field, typed.signed, "signed", required=required)

    def tenths(self, at: str, field: str, *, required: bool = True) -> int | None:
        """Read a quantity with at most one decimal, and return tenths."""
        return self._parsed(at, field, typed.tenths, "tenths", required=required)

    def amount(self, at: str, field: str, *, required: bool = True) -> str | None:
        """Read a quantity that may have a fraction, as papers write it: `12,5`."""
        return self._parsed(at, field, typed.amount, "amount", required=required)

    def chosen(
        self, at: str, field: str, known: Collection[str], *, required: bool = True
    ) -> str | None:
        """Read a value of a list; another one was never offered."""
        value = self.form.text(at)
        if not value:
            self._asked_for(at, field, required=required, why="choice")
            return None
        if value not in known:
            self.wrong(at, "choice", field)
            return None
        return value

    def member(
        self, at: str, field: str, of: type[Member], *, required: bool = True
    ) -> Member | None:
        """Read a member of an enumeration."""
        value = self.chosen(at, field, {one.value for one in of}, required=required)
        return None if value is None else of(value)

    def reference(
        self, at: str, field: str, known: Collection[UUID], *, required: bool = True
    ) -> UUID | None:
        """Read the id of a record that the page offered: an officer, a unit, a party."""
        value = self.form.text(at)
        if not value:
            self._asked_for(at, field, required=required, why="choice")
            return None
        found = typed.identifier(value)
        if found not in known:
            self.wrong(at, "choice", field)
            return None
        return found

    def picked(
        self, at: str, field: str, options: Sequence[Option], *, required: bool = True
    ) -> str | None:
        """Read a value of a list that is searched (combobox.js), or what was typed into its search box.

        A value that differs from the page's own (`<at>.was`) was chosen. Else the typed text counts, unless it still is
        the whole name of that value: a shorter one may be another's by now. If it may mean several options, the form is
        shown again with them (Form.offers).
        """
        searched = f"{at}.typed"
        text, value = self.form.text(searched), self.form.text(at)
        if not self.form.has(searched) or (value and value != self.form.text(f"{at}.was")):
            return self.chosen(at, field, {one for one, _ in options}, required=required)
        if not text:
            self._asked_for(at, field, required=required, why="choice")
            return None
        if any(one == value and matching.same(label, text) for one, label in options):
            return value
        several = matching.meant(options, text)
        if len(several) == 1:
            return several[0][0]
        shown = text[: matching.LONGEST]
        if several:
            self.form.offers[at] = several[:_MOST_OFFERED]
            self.wrong(at, "combo_several", field, typed=shown, count=len(several))
        else:
            self.wrong(at, "combo_unknown", field, typed=shown)
        return None

    def several(
        self, at: str, field: str, known: Collection[str], *, required: bool = False
    ) -> list[str]:
        """Read the ticked values of a list, each once; those that were never offered are left out."""
        found = [value for value in dict.fromkeys(self.form.all(at)) if value in known]
        if not found:
            self._asked_for(at, field, required=required, why="tick")
        return found

    def rows(self, at: str, names: Iterable[str], most: int) -> list[str]:
        """Return how the names of the rows of a list begin (`goods.0.`), without rows in which nothing was typed.

        The hidden field `at` says how many rows the page has.
        """
        names = tuple(names)
        places = [f"{at}.{row}." for row in range(rows_of(self.form, at, most))]
        return [
            begins for begins in places if any(self.form.text(f"{begins}{one}") for one in names)
        ]

    def _asked_for(self, at: str, field: str, *, required: bool, why: str = "missing") -> None:
        if required:
            self.wrong(at, why, field)

    def _parsed(
        self,
        at: str,
        field: str,
        parse: Callable[[str], Parsed | None],
        why: str,
        *,
        required: bool,
        **values: object,
    ) -> Parsed | None:
        text = self.form.text(at)
        if not text.strip():
            self._asked_for(at, field, required=required)
            return None
        try:
            return parse(text)
        except typed.NoSuchDay as none:
            self.wrong(at, "no_such_day", field, day=none.day, month=none.month, last=none.last)
        except typed.Unclear as unclear:
            self.wrong(at, "unclear", field, typed=text.strip(), value=unclear.readings[0])
        except ValueError:
            self.wrong(at, why, field, **values)
        return None


def lines(form: Form, at: str) -> list[str]:
    """Return the lines of a text that hold something."""
    return [line.strip() for line in form.text(at).split("\n") if line.strip()]


def rows_of(form: Form, at: str, most: int) -> int:
    """Return how many rows of a list a page has; 1 if it does not say."""
    text = form.text(at)
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 6 else 1
