"""The rules as data: all of the table is there, and a fault in a file is told by its rule."""

import msgspec
import pytest

from backend.law.deadlines import service
from backend.law.rules import limit_reading
from backend.law.rules import limits as law
from backend.law.rules.limits import LawFault

SETS = service.rule_sets()
GOOD = {
    "id": "D99",
    "label": {"vi": "Thử", "en": "Try"},
    "citation": {"vi": "Điều 1", "en": "Art 1"},
    "triggers": [{"act": "case.closed"}],
    "ends_with": [{"act": "case.archived"}],
    "limits": [{"count": 3, "unit": "wd"}],
    "valid_from": "2022-01-01",
}


FIRST_EDITION = "2026-01-01"
"""The last rule set of the first edition, which never changes again."""


def test_the_first_edition_is_the_whole_table_and_the_term_of_an_assignment() -> None:
    ids = [rule.id for rule in service.rules_of(FIRST_EDITION)]
    assert ids == ["A01", *(f"D{number:02}" for number in range(1, 31))]


def test_what_nobody_has_compared_with_the_law_says_so() -> None:
    unsure = {rule.id for rule in service.rules_of(FIRST_EDITION) if rule.check}
    assert {"D07", "D10", "D12", "D19", "D21", "D24", "D25", "D27", "D28"} <= unsure


@pytest.mark.parametrize("newest", [FIRST_EDITION, SETS[-1].id])
def test_figures_that_are_no_time_limits_can_be_read(newest: str) -> None:
    assert service.rule(newest, "D16").parameters == {"per_day_of_10000": 5}
    assert service.rule(newest, "D17").parameters["times_at_most"] == 3
    assert service.rule(newest, "D10").parameters["individual_max_at_least_vnd"] == 15_000_000
    with pytest.raises(KeyError):
        service.rule(newest, "D31")
    with pytest.raises(KeyError):
        service.rules_of("1999-01-01")


def read(*rules: object) -> list[law.Rule]:
    """As one file."""
    return limit_reading.read_rules([msgspec.json.encode(list(rules))], SETS)


def test_a_good_rule_is_read() -> None:
    assert read(GOOD)[0].id == "D99"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"valid_from": "2022-01-02"}, "no rule set begins"),
        ({"valid_to": "2022-01-01"}, "ends before it begins"),
        ({"triggers": [{"act": "case.shut"}]}, "case.shut"),
        ({"limits": []}, "without a limit"),
        ({"limits": [{"count": 3}]}, "without a unit"),
        ({"limits": [{"count": 0, "unit": "d"}]}, "of nothing"),
        ({"limits": [{}]}, "or the day"),
        ({"limits": [{"count": 3, "unit": "d", "when": [{"is": {"a": 1}}]}]}, "always hold"),
        ({"label": {"vi": "Thử", "en": " "}}, "lacks a language"),
        ({"limits": [{"count": 3, "unit": "weeks"}]}, "weeks"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_fault_names_its_rule_or_its_value(changed: dict[str, object], fault: str) -> None:
    with pytest.raises(LawFault, match=fault):
        read(GOOD | changed)


def test_one_rule_is_in_force_once_at_a_time() -> None:
    with pytest.raises(LawFault, match="at once"):
        read(GOOD, GOOD | {"valid_from": "2025-07-01"})
    assert len(read(GOOD | {"valid_to": "2025-07-01"}, GOOD | {"valid_from": "2025-07-01"})) == 2


@pytest.mark.parametrize("content", [b"[]", b'[{"id": "soon", "why_vi": "", "why_en": ""}]', b"x"])
def test_rule_sets_are_days_in_order(content: bytes) -> None:
    with pytest.raises(LawFault):
        limit_reading.read_sets(content)
