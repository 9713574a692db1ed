"""Names without diacritics: the phone searches as the database does, by one table of cases."""

from typing import Any

import pytest

from backend.core import database
from tests.support import cases

pytestmark = pytest.mark.usefixtures("pool")


async def test_the_database_folds_every_text_as_the_shared_case_says() -> None:
    table: list[dict[str, Any]] = cases.read("fold")["cases"]
    found = await database.fetch(
        "SELECT t AS text, fold(t) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS u (t, n) ORDER BY n",
        [case["text"] for case in table],
    )
    assert [dict(row) for row in found] == table
