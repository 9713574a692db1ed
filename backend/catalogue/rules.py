"""Reading the catalogue's files, and what makes them sound. No file is opened here."""

import csv
import re
from collections.abc import Iterator
from datetime import date

import msgspec

from schemas.catalogue import CalendarYear, Violation
from schemas.problems import Text

_CODE = re.compile(r"ND[0-9]{2,3}[A-Z]*(-[0-9a-z]+){1,5}")
_SUBJECTS = ("individual", "organisation")


class CatalogueFault(ValueError):
    """A data file of ours is not what it must be; its words name the row."""


def read_violations(text: str) -> list[Violation]:
    """The rows of violations.csv in their order. Raises CatalogueFault on the first that cannot stand."""
    found = [_violation(row) for row in csv.DictReader(text.splitlines())]
    codes = [violation.code for violation in found]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise CatalogueFault(f"codes stand twice: {sorted(twice)}")
    return found


def _violation(row: dict[str, str]) -> Violation:
    code = row["code"]
    try:
        violation = Violation(
            code=code,
            name_vi=row["name_vi"],
            legal_basis=row["legal_basis"],
            fine_min_vnd=int(row["fine_min_vnd"]),
            fine_max_vnd=int(row["fine_max_vnd"]),
            subject=row["subject"],
            status="draft",
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            check=Text(vi=row["check_vi"], en=row["check_en"]) if row["check_vi"] else None,
        )
    except ValueError as error:
        raise CatalogueFault(f"{code}: {error}") from error
    if fault := next(_faults(violation), None):
        raise CatalogueFault(f"{code}: {fault}")
    return violation


def _faults(violation: Violation) -> Iterator[str]:
    if not _CODE.fullmatch(violation.code):
        yield "the code has another form"
    if not violation.name_vi.strip() or not violation.legal_basis.strip():
        yield "a text is empty"
    if violation.subject not in _SUBJECTS:
        yield f"subject is {violation.subject!r}"
    if not 0 < violation.fine_min_vnd <= violation.fine_max_vnd:
        yield "the band of the fine is upside down"
    if violation.check and not violation.check.en:
        yield "a note lacks its English"
    if violation.valid_from and violation.valid_to and violation.valid_to <= violation.valid_from:
        yield "it ends before it begins"


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def read_calendar(content: bytes) -> list[CalendarYear]:
    """The years of calendar.json. Raises CatalogueFault where a day stands in another year, or twice."""
    try:
        years = msgspec.json.decode(content, type=list[CalendarYear])
    except msgspec.ValidationError as error:
        raise CatalogueFault(str(error)) from error
    for year in years:
        days = [holiday.date for holiday in year.holidays] + year.working_days
        if len(set(days)) != len(days) or {day.year for day in days} != {year.year}:
            raise CatalogueFault(f"{year.year}: a day twice, or of another year")
    return years
