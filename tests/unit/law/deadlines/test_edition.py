"""The rules of the edition of 2026-11-28 as data: the whole table, dated, each with its certainty."""

from datetime import date
from itertools import pairwise

import msgspec
import pytest

from backend.law.deadlines import service
from backend.law.rules import limit_reading
from backend.law.rules.limits import LawFault, Rule, by_id

EDITION = "2026-11-28"
RULES = service.rules_of(EDITION)
TABLE = {f"D{number:02}" for number in range(1, 31)} | {f"P{number:02}" for number in range(1, 26)}
GOOD = {
    "id": "D99",
    "label": {"vi": "Thử", "en": "Try"},
    "citation": {"vi": "Điều 1", "en": "Art 1"},
    "certainty": "R",
    "runs_from": {"vi": "ngày đóng", "en": "the closing"},
    "triggers": [{"act": "case.closed"}],
    "limits": [{"count": 3, "unit": "wd"}],
    "valid_from": "2013-07-01",
}


def test_every_time_limit_of_the_table_has_an_entry_and_a_step_belongs_to_one() -> None:
    ids = {rule.id for rule in RULES}
    assert ids >= TABLE | {"A01"}
    assert {one.split(".")[0] for one in ids} == TABLE | {"A01"}
    for rule in RULES:
        assert "." not in rule.id or rule.id == f"{rule.id.split('.')[0]}.{rule.step}"


def test_every_rule_says_how_sure_it_is_and_what_is_open() -> None:
    for rule in RULES:
        assert rule.certainty is not None, rule.id
        if rule.certainty in ("M", "U"):
            assert rule.check is not None, rule.id
        if rule.certainty == "U":
            assert len(rule.readings) > 1, rule.id


def test_a_rule_that_starts_no_clock_says_why() -> None:
    silent = {rule.id for rule in RULES if not rule.triggers}
    assert all(rule.note for rule in RULES if rule.id in silent)
    assert {"D10", "D13", "D16", "D26", "D30", "P03", "P11", "P12"} <= silent
    assert not silent & {
        "D12",
        "D15",
        "D18",
        "D19",
        "D21",
        "D27",
        "P01",
        "P04",
        "P05",
        "P17",
        "P21",
        "P22",
    }


@pytest.mark.parametrize(
    ("rule", "day", "lengths"),
    [
        ("D14", date(2025, 6, 30), ["2wd"]),
        ("D14", date(2025, 7, 1), ["3wd"]),
        ("D22", date(2025, 6, 30), ["24h"]),
        ("D22", date(2025, 7, 1), ["5wd"]),
        ("P14", date(2025, 6, 30), ["3d"]),
        ("P14", date(2025, 7, 1), ["5wd"]),
        ("D12", date(2026, 3, 2), ["2m", "1m", "10wd", "7wd"]),
        ("P22", date(2026, 3, 2), ["60d", "45d", "45d", "30d"]),
        ("P25", date(2026, 3, 2), ["70d", "60d", "60d", "45d"]),
    ],
)
def test_the_span_in_force_on_a_day_has_the_lengths_of_that_day(
    rule: str, day: date, lengths: list[str]
) -> None:
    found = service.rule(EDITION, rule, day)
    assert [f"{one.count}{one.unit}" for one in found.limits] == lengths


def test_the_spans_of_a_rule_follow_each_other_without_a_gap() -> None:
    for spans in by_id(RULES):
        for earlier, later in pairwise(spans):
            assert earlier.valid_to == later.valid_from, later.id
        assert spans[-1].valid_to is None


def test_figures_that_are_no_time_limits_can_be_read() -> None:
    assert service.rule(EDITION, "D16").parameters == {"per_day_of_10000": 5}
    assert service.rule(EDITION, "D17").parameters["first_percent_at_least"] == 40
    assert service.rule(EDITION, "D10").parameters["individual_max_at_least_vnd"] == 15_000_000
    with pytest.raises(KeyError):
        service.rule(EDITION, "D31")


def test_cases_opened_from_its_day_on_keep_the_edition() -> None:
    assert service.rule_set_at(date(2026, 11, 27)) == "2026-01-01"
    assert service.rule_set_at(date(2026, 11, 28)) == EDITION


def read(*rules: object) -> list[Rule]:
    """As one file of an edition."""
    return limit_reading.read_edition([msgspec.json.encode(list(rules))])


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"certainty": None}, "how sure"),
        ({"certainty": "U"}, "open"),
        ({"readings": [{"says": {"vi": "a", "en": "a"}}]}, "readings"),
        ({"triggers": []}, "starts no clock"),
        ({"limits": []}, "without a limit"),
        ({"runs_from": None}, "from what"),
        ({"within": ["D98"]}, "D98"),
        ({"restarts": [{"act": "case.shut"}]}, "case.shut"),
        ({"asks": [{"id": "x", "label": {"vi": "a", "en": "a"}}]}, "neither"),
        ({"asks": [{"id": "x", "label": {"vi": "a", "en": "a"}, "act": "x.y"}]}, "x.y"),
        (
            {
                "asks": [
                    {"id": "x", "label": {"vi": "a", "en": "a"}, "detail": "x", "kind": "choice"}
                ]
            },
            "choices",
        ),
    ],
)
def test_a_fault_of_an_edition_names_its_rule(changed: dict[str, object], fault: str) -> None:
    assert read(GOOD)[0].id == "D99"
    with pytest.raises(LawFault, match=fault):
        read(GOOD | changed)


def test_the_spans_of_a_rule_tell_clocks_apart_in_one_way() -> None:
    later = GOOD | {"valid_from": "2025-07-01", "by": "seizure_id"}
    with pytest.raises(LawFault, match="apart"):
        read(GOOD | {"valid_to": "2025-07-01"}, later)
