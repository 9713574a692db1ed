"""Cases that are handled under a chosen edition of the law book, whatever the day of the test.

For example:

    @pytest.mark.usefixtures("newest_edition")
    async def test_a_case_of_the_edition(people: People) -> None:
        case = await cases_made.sanctioned(people)
"""

from collections.abc import Iterator

import pytest

from backend.core import clock
from backend.law import books
from backend.law.deadlines import service as deadlines


@pytest.fixture
def newest_edition() -> Iterator[None]:
    """Open all cases of the test under the newest edition."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deadlines, "rule_set_at", lambda _day: books.newest())
        yield


def book_today() -> str:
    """The book under which a case that is opened now is handled."""
    return books.book_of(deadlines.rule_set_at(clock.today()))


@pytest.fixture
def first_edition() -> Iterator[None]:
    """Open all cases of the test under the last rule set of the first edition, which older cases have."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deadlines, "rule_set_at", lambda _day: "2026-01-01")
        yield
