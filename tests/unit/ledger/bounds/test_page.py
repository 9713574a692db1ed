"""docs/ledger/bounds.md says what the table says, and every day of every form has its line."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from backend.documents import forms
from backend.ledger.bounds import forms as bounds
from tests.support import bounds_page

NOW = datetime(2026, 7, 15, 3, 0, tzinfo=UTC)


def test_the_page_is_printed_from_the_table() -> None:
    assert bounds_page.PAGE.read_text(encoding="utf-8") == bounds_page.page(), (
        "print it: python -m tests.support.bounds_page"
    )


def dated(node: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a form that is a day, a moment or a number."""
    if "properties" in node:
        for inner, part in node["properties"].items():
            yield from dated(part, inner)
    elif node.get("type") == "array":
        yield from dated(node["items"], name)
    elif node.get("format") in ("date", "date-time") or node.get("type") == "integer":
        yield name, node


@pytest.mark.parametrize(("form", "version"), forms.known())
def test_every_day_and_number_of_every_form_has_bounds(form: str, version: int) -> None:
    for name, node in dated(forms.load(form, version)):
        if node["type"] == "integer":
            assert {"minimum", "maximum"} <= node.keys(), f"{name} needs a minimum and a maximum"
        else:
            assert name in bounds.FIELDS, f"{name} needs a line in backend/ledger/bounds/forms.py"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("started_at", "1999-05-05T10:00:00+07:00"),
        ("started_at", "2026-07-17T10:00:00+07:00"),
        ("birth_date", "1899-12-31"),
        ("decision_date", "2027-01-01"),
        ("until_on", "9999-12-31"),
        ("ended_at", "0001-01-01T00:00:00+07:00"),
        ("ended_at", "9999-12-31T23:59:59-12:00"),
    ],
)
def test_a_field_outside_its_bounds_is_told_at_its_place_in_both_languages(
    name: str, text: str
) -> None:
    [(pointer, said)] = bounds.findings({"rows": [{name: text}]}, NOW)
    assert pointer == f"/rows/0/{name}"
    assert said.vi.startswith("Phải ")
    assert said.en.startswith("It has to be ")


def test_what_is_no_day_is_left_to_the_form_itself() -> None:
    given = {
        "started_at": "hôm qua",
        "birth_date": 1985,
        "until_on": None,
        "ended_at": "2026-07-15T10:00",
    }
    assert bounds.findings(given, NOW) == []


def test_an_appointment_lies_after_the_minutes_and_within_two_months() -> None:
    given = {"started_at": "2026-07-15T09:00:00+07:00"}
    for day, wrong in (("2026-07-14", True), ("2026-07-16", False), ("2026-09-14", True)):
        found = bounds.findings(given | {"appointment_at": f"{day}T09:00:00+07:00"}, NOW)
        assert bool(found) == wrong, day
