"""Parsing and checking the content of the catalogue's files. No file is opened here."""

import csv
import re
from collections.abc import Iterator
from datetime import date

import msgspec

from schemas.core.problems import Text
from schemas.law.catalogue import CalendarYear, Ladder, Traits, Violation

_CODE = re.compile(r"ND[0-9]{2,3}[A-Z]*(-[0-9a-z]+){1,5}")
_SUBJECTS = ("individual", "organisation")


class CatalogueFault(ValueError):
    """A data file of the catalogue is wrong. The message names the row."""


def read_traits(content: bytes) -> list[Traits]:
    """Return the entries of traits.json. Raises CatalogueFault if a prefix occurs twice."""
    try:
        found = msgspec.json.decode(content, type=list[Traits])
    except msgspec.ValidationError as error:
        raise CatalogueFault(str(error)) from error
    prefixes = [traits.prefix for traits in found]
    if twice := {prefix for prefix in prefixes if prefixes.count(prefix) > 1}:
        raise CatalogueFault(f"prefixes stand twice: {sorted(twice)}")
    return found


def traits_of(code: str, known: list[Traits]) -> Traits:
    """Return the traits of the longest prefix that fits a code.

    Raises CatalogueFault if none fits.
    """
    fitting = [t for t in known if code == t.prefix or code.startswith(f"{t.prefix}-")]
    if not fitting:
        raise CatalogueFault(f"{code}: no traits for it")
    return max(fitting, key=lambda traits: len(traits.prefix))


def read_ladders(content: bytes) -> tuple[Ladder, ...]:
    """Return the ladders of ladders.json. Raises CatalogueFault if the bounds do not rise."""
    try:
        found = msgspec.json.decode(content, type=tuple[Ladder, ...])
    except msgspec.ValidationError as error:
        raise CatalogueFault(str(error)) from error
    for ladder in found:
        bounds = [ladder.least, *(most for _, most in ladder.steps if most is not None)]
        open_ends = [most for _, most in ladder.steps[:-1] if most is None]
        if open_ends or bounds != sorted(set(bounds)):
            raise CatalogueFault(f"{ladder.steps[0][0]}: the bounds do not rise")
    return found


def read_violations(text: str, known: list[Traits]) -> list[Violation]:
    """Return the rows of violations.csv in their order, each a draft.

    Raises CatalogueFault for the first row that is wrong.
    """
    found = [_violation(row, known) for row in csv.DictReader(text.splitlines())]
    codes = [violation.code for violation in found]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise CatalogueFault(f"codes stand twice: {sorted(twice)}")
    return found


def _violation(row: dict[str, str], known: list[Traits]) -> Violation:
    code = row["code"]
    if not _CODE.fullmatch(code):
        raise CatalogueFault(f"{code}: the code has another form")
    if row["subject"] not in _SUBJECTS:
        raise CatalogueFault(f"{code}: subject is {row['subject']!r}")
    try:
        violation = Violation(
            code=code,
            name_vi=row["name_vi"],
            legal_basis=row["legal_basis"],
            fine_min_vnd=int(row["fine_min_vnd"]),
            fine_max_vnd=int(row["fine_max_vnd"]),
            subject="organisation" if row["subject"] == "organisation" else "individual",
            status="draft",
            version=0,
            field=traits_of(code, known).field,
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            check=Text(vi=row["check_vi"], en=row["check_en"]) if row["check_vi"] else None,
        )
    except ValueError as error:
        raise CatalogueFault(f"{code}: {error}") from error
    if fault := next(faults(violation), None):
        raise CatalogueFault(f"{code}: {fault}")
    return violation


def faults(violation: Violation) -> Iterator[str]:
    """Yield what cannot be right in a row."""
    if not violation.name_vi.strip() or not violation.legal_basis.strip():
        yield "a text is empty"
    band = (violation.fine_min_vnd, violation.fine_max_vnd)
    if violation.times is not None and band != (0, 0):
        yield "a band and a multiple"
    if violation.times is None and not 0 < band[0] <= band[1]:
        yield "the band of the fine is upside down"
    if violation.check and not violation.check.en:
        yield "a note lacks its English"
    if violation.valid_from and violation.valid_to and violation.valid_to <= violation.valid_from:
        yield "it ends before it begins"


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def read_calendar(content: bytes) -> list[CalendarYear]:
    """Return the years of calendar.json.

    Raises CatalogueFault if a day occurs twice, or is listed under another year.
    """
    try:
        years = msgspec.json.decode(content, type=list[CalendarYear])
    except msgspec.ValidationError as error:
        raise CatalogueFault(str(error)) from error
    for year in years:
        days = [holiday.date for holiday in year.holidays] + year.working_days
        if len(set(days)) != len(days) or {day.year for day in days} != {year.year}:
            raise CatalogueFault(f"{year.year}: a day twice, or of another year")
    return years
