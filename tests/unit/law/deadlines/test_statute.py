"""The statute of limitation is one rule: a sanction's check and the clock D19 end on the same day."""

from datetime import date

import pytest

from backend.law.catalogue import edition_files
from backend.law.deadlines import service as deadlines
from backend.law.sanctions import service as sanctions
from schemas.law.sanctions import Behaviour, Refusal

EDITION = "2026-11-28"


def behaviour(code: str) -> Behaviour:
    """A behaviour as an order copies it from the edition's catalogue."""
    return sanctions.copied(edition_files.drafts(EDITION)[code])


def fault(code: str, decided_on: date, returned_on: date | None = None) -> Refusal | None:
    """Why an act that ended on 4 March 2025 is not sanctioned on a day."""
    return sanctions.statute_fault(
        behaviour(code), date(2025, 3, 4), decided_on, returned_on=returned_on, book=EDITION
    )


@pytest.mark.parametrize(
    ("code", "returned_on", "last"),
    [
        ("ND98-15-1-a", None, date(2027, 3, 4)),
        ("ND98-62-3-a", None, date(2026, 3, 4)),  # e-commerce: one year by the catalogue
        ("ND98-62-3-a", date(2025, 6, 30), date(2026, 3, 4)),
        ("ND98-62-3-a", date(2025, 7, 1), date(2027, 3, 4)),
        ("ND98-15-1-a", date(2026, 5, 11), date(2028, 3, 6)),  # 4 March 2028 is a Saturday
    ],
)
def test_the_last_day_is_that_of_the_clock(code: str, returned_on: date | None, last: date) -> None:
    row = behaviour(code)
    end = deadlines.statute_end(
        row.field, date(2025, 3, 4), row.statute_years, returned_on, book=EDITION
    )
    assert end.last_day == last
    assert fault(code, last, returned_on) is None
    refused = fault(code, date.fromordinal(last.toordinal() + 1), returned_on)
    assert refused is not None
    assert (refused.code, "Điều 6" in refused.article) == ("statute_passed", True)
    assert end.safe_day < last


def test_a_file_that_came_back_on_an_unknown_day_counts_from_the_decision() -> None:
    row, began = behaviour("ND98-62-3-a"), date(2025, 3, 4)
    late = date(2026, 6, 1)
    assert sanctions.statute_fault(row, began, late, returned=True, book=EDITION) is None
    assert sanctions.statute_fault(row, began, late, book=EDITION) is not None


def test_the_first_edition_has_its_own_table() -> None:
    row, began = behaviour("ND98-62-3-a"), date(2025, 3, 4)
    assert sanctions.statute_fault(row, began, date(2026, 6, 1)) is None  # by its field: two years
