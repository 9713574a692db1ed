"""Cases that are handled under a chosen edition of the law book, whatever the day of the test.

For example, with a fixture of edition_fixtures.py:

    @pytest.mark.usefixtures("newest_edition")
    async def test_a_case_of_the_edition(people: People) -> None:
        case = await cases_made.sanctioned(people)

Benchmarks use this module with the packages of a running system alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from backend.core import clock
from backend.law import books
from backend.law.deadlines import service as deadlines

LAST_OF_THE_FIRST = "2026-01-01"
"""The last rule set of the first edition, which older cases have."""


@contextmanager
def opened_under(rule_set: str) -> Iterator[None]:
    """Open all cases under a rule set, on whatever day."""
    with mock.patch.object(deadlines, "rule_set_at", return_value=rule_set):
        yield


def book_today() -> str:
    """The book under which a case that is opened now is handled."""
    return books.book_of(deadlines.rule_set_at(clock.today()))
