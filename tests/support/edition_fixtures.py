"""Fixtures that open all cases of a test under an edition of the law book. See editions.py, which needs no pytest."""

from collections.abc import Iterator

import pytest

from backend.law import books
from tests.support.editions import LAST_OF_THE_FIRST, opened_under


@pytest.fixture
def newest_edition() -> Iterator[None]:
    """Open all cases of the test under the newest edition."""
    with opened_under(books.newest()):
        yield


@pytest.fixture
def first_edition() -> Iterator[None]:
    """Open all cases of the test under the last rule set of the first edition."""
    with opened_under(LAST_OF_THE_FIRST):
        yield
