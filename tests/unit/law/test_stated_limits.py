"""The list of what is uncertain is whole, in both languages, and printed for the legal department."""

import re

from backend.law.stated_limits import service as stated_limits
from tests.support import law_coverage, law_pages


def test_every_uncertain_fact_has_its_readings_and_says_which_one_is_taken() -> None:
    found = stated_limits.all_of_them()
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert 0 <= one.taken < len(one.readings), one.id
        texts = [one.fact, one.effect, *one.readings]
        assert all(text.vi.strip() and text.en.strip() for text in texts), one.id


def test_the_pages_are_printed_from_the_data() -> None:
    again = "print them: python -m tests.support.law_pages"
    assert law_pages.PAGE.read_text(encoding="utf-8") == law_pages.page(), again
    assert law_pages.SCHEMA.read_text(encoding="utf-8") == law_pages.schema(), again
    assert law_pages.RECKONER.read_text(encoding="utf-8") == law_pages.reckoner_page(), again


def test_every_row_of_the_procedure_has_a_rule_and_cases() -> None:
    assert law_coverage.PAGE.read_text(encoding="utf-8") == law_coverage.page(), (
        "print it: python -m tests.support.law_coverage"
    )
    without = re.findall(r"^\| ([DP]\d\d) \|.*\| 0 \|$", law_coverage.page(), re.MULTILINE)
    assert without == []
