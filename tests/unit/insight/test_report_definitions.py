"""Definitions of reports: which are whole, which is in force for a period, and what their columns and rows are."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from admin_ui.shell.words import say
from backend.core.canonical_json import canonical
from backend.insight.figures import definitions as figures
from backend.insight.report_definitions import shipped
from backend.insight.rules import definitions as rules
from backend.insight.rules import filling, rows_from_data
from backend.insight.rules import versions as version_rules
from backend.insight.rules.definitions import Fault, Version
from backend.insight.rules.periods import Period
from backend.insight.texts import report_definitions as words
from backend.law.report_limits import service as limits
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.insight.figures import CountedParty
from schemas.insight.report_definitions import (
    DefinitionDrafted,
    FigureFilter,
    ReportColumn,
    ReportDefinition,
    ReportRow,
    ReportTable,
    ReportText,
)
from schemas.insight.words import ColumnKind, RowsBy
from schemas.law.catalogue import ViolationField
from schemas.law.periods import PeriodKind

DAY = date(2026, 1, 1)
BEHAVIOURS = {"ND98-1": "Hành vi"}
_WORD = Text(vi="Dòng", en="Row")
_CASES = ReportRow(label=_WORD, figure="cases_detected")
_COLUMN = ReportColumn(kind=ColumnKind.PERIOD, label=_WORD)


def table(**given: Any) -> ReportTable:
    usual: dict[str, Any] = {"id": "one", "title": _WORD, "rows": [_CASES], "columns": [_COLUMN]}
    return ReportTable(**(usual | given))


def along(by: RowsBy, *codes: str, **given: Any) -> ReportTable:
    usual: dict[str, Any] = {"id": "one", "title": _WORD}
    return ReportTable(**(usual | given), by=by, figures=list(codes))


def tables(count: int, rows: int, prefix: str = "t") -> list[ReportTable]:
    return [table(id=f"{prefix}{number}", rows=[_CASES] * rows) for number in range(count)]


def definition(*parts: ReportTable | ReportText, **given: Any) -> ReportDefinition:
    usual: dict[str, Any] = {
        "code": "ours",
        "title": _WORD,
        "period": PeriodKind.MONTH,
        "levels": [2, 3],
        "parts": list(parts) or [table()],
        "valid_from": DAY,
    }
    return ReportDefinition(**(usual | given))


def fault(said: ReportDefinition) -> Fault | None:
    known = {one.id: one for one in limits.limits()}
    return rules.fault(said, figures.in_force(DAY), BEHAVIOURS, known)


def test_what_comes_with_the_system_is_whole() -> None:
    for version in shipped.everything().values():
        known = {one.id: one for one in limits.limits()}
        said = version.definition
        assert rules.fault(said, figures.in_force(said.valid_from), {}, known) is None, said.code


SHIPPED = {
    "weekly": "bd06216e4e040f29",
    "monthly": "0a8d797d7bb32d3b",
    "quarterly": "257b9ba090f40da7",
    "half_year": "24ce1e3f51469e54",
    "yearly": "4c7b7653a3331563",
    "counterfeits": "6632028c08aabd1c",
    "sanctions": "a4d9d80fc92b2423",
}


def test_a_version_that_came_with_the_system_never_changes() -> None:
    # Reports name it by number: another text needs another version, which two people publish.
    raw = json.loads((Path(shipped.__file__).parent / "definitions.json").read_text())
    found = {one["code"]: hashlib.sha256(canonical(one)).hexdigest()[:16] for one in raw}
    assert found == SHIPPED


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (definition(), None),
        (definition(table(rows=[ReportRow(label=_WORD, figure="no_such")])), "definition_figure"),
        (definition(table(rows=[ReportRow(label=_WORD)])), "definition_table"),
        (definition(table(columns=[])), "definition_table"),
        (definition(table(figures=["decisions"])), "definition_table"),
        (definition(along(RowsBy.UNIT)), "definition_table"),
        (definition(table(columns=[_COLUMN, _COLUMN])), "definition_column_twice"),
        (definition(table(), table()), "definition_part_twice"),
        (definition(title=Text(vi="Báo cáo", en=" ")), "definition_words"),
        # A cell of a workbook has 32,767 letters at most, and drops a text that is longer.
        (definition(title=Text(vi="Dài " * 100, en="Long")), "definition_long"),
        (definition(table(title=Text(vi="Kết quả", en="x" * 301))), "definition_long"),
        (definition(table(note=Text(vi="x" * 2001, en="x"))), "definition_long"),
        (definition(table(note=Text(vi="x" * 2000, en="x"))), None),
        # A page, its form and the paper show all of it at once.
        (definition(*tables(3, 167)), "definition_large"),
        (definition(*tables(2, 200), *tables(1, 100, "z")), None),
        (
            definition(*(along(RowsBy.BEHAVIOUR, "decisions", id=f"b{n}") for n in range(3))),
            "definition_behaviours",
        ),
        (definition(levels=[2, 2]), "definition_levels"),
        (definition(limit="BC1"), "definition_limit"),
        (definition(limit="BC2"), None),
        (definition(limit="BC99"), "definition_limit"),
        # What people write has a place among figures in rows alone; distinct parties do not add up along fields.
        (definition(along(RowsBy.UNIT, "reminders")), "definition_stated"),
        (definition(along(RowsBy.FIELD, "parties_sanctioned")), "definition_not_along"),
        (definition(along(RowsBy.UNIT, "parties_sanctioned")), None),
        # An inspection has no field and no behaviour before its minutes, an information names no party.
        (definition(along(RowsBy.FIELD, "inspections")), "definition_no_field"),
        (definition(along(RowsBy.BEHAVIOUR, "informations")), "definition_no_behaviour"),
        (
            definition(
                table(
                    rows=[ReportRow(label=_WORD, figure="informations")],
                    filters=FigureFilter(parties=[CountedParty.MINOR]),
                )
            ),
            "definition_no_party",
        ),
        (definition(table(filters=FigureFilter(fields=["no"]))), "definition_filter_unknown"),
        (definition(table(filters=FigureFilter(behaviours=["X"]))), "definition_filter_unknown"),
        (definition(table(filters=FigureFilter(behaviours=["ND98-1"]))), None),
        (
            definition(
                table(
                    rows=[
                        ReportRow(
                            label=_WORD, figure="decisions", filters=FigureFilter(fields=["ip"])
                        )
                    ],
                    filters=FigureFilter(fields=["price"]),
                )
            ),
            "definition_filter_empty",
        ),
    ],
)
def test_a_definition_that_would_count_nothing_or_say_nothing_is_refused(
    said: ReportDefinition, code: str | None
) -> None:
    found = fault(said)
    assert (found.code if found else None) == code
    if found is not None:
        assert words.refusal(found.code, **found.names).text.vi


def test_a_row_selects_within_what_its_table_selects() -> None:
    outer = FigureFilter(fields=["price", "ip"])
    assert rules.within(outer, FigureFilter(fields=["ip", "food"])) == FigureFilter(fields=["ip"])
    assert rules.within(outer, FigureFilter()) == outer
    assert rules.within(FigureFilter(), FigureFilter(fields=["ip"])) == FigureFilter(fields=["ip"])
    assert rules.within(outer, FigureFilter(fields=["food"])) is None


def version(number: int, day: date, ended_on: date | None = None) -> Version:
    return Version(number=number, definition=definition(valid_from=day), ended_on=ended_on)


def test_a_period_is_reported_by_the_version_of_its_last_day() -> None:
    known = [version(1, DAY), version(2, date(2026, 6, 1)), version(3, date(2026, 3, 1))]
    numbers = {day: rules.at(known, day) for day in (date(2025, 12, 31), DAY, date(2026, 4, 1))}
    assert [one.number if one else None for one in numbers.values()] == [None, 1, 3]
    # Of two that are in force the later published counts, whichever day it began.
    latest = rules.at(known, date(2026, 7, 1))
    assert latest is not None
    assert latest.number == 3
    assert rules.at([version(1, DAY, date(2026, 2, 1))], date(2026, 2, 1)) is None
    assert rules.at([version(1, DAY, date(2026, 2, 1))], date(2026, 1, 31)) is not None


def test_no_new_version_changes_a_period_that_is_over() -> None:
    today = date(2026, 5, 10)
    assert rules.day_fault([], date(2024, 1, 1), today) is None
    assert rules.day_fault([version(1, DAY)], date(2026, 5, 9), today) is not None
    assert rules.day_fault([version(1, DAY)], today, today) is None
    assert rules.day_fault([version(1, DAY)], date(2027, 6, 1), today) is not None
    assert rules.day_fault([version(1, DAY, today)], date(2024, 1, 1), today) is None


class Drafted(msgspec.Struct):
    said: DefinitionDrafted
    answer: str | None
    version: int | None


def drafted(answer: str | None, number: int | None = None, ends_on: date | None = None) -> Drafted:
    said = DefinitionDrafted(
        draft_id=new_id(), definition=definition(), note="vì sao", ends_on=ends_on
    )
    return Drafted(said, answer, number)


def test_an_end_ends_all_versions_before_it_and_a_later_one_is_in_force_again() -> None:
    shipped_one = version(1, DAY)
    end = date(2026, 4, 1)
    told = [drafted("published", 2), drafted("declined"), drafted("published", None, end)]
    ended = version_rules.published(shipped_one, told)
    assert [(one.number, one.ended_on) for one in ended] == [(1, end), (2, end)]
    assert version_rules.next_number(ended) == 3
    again = version_rules.published(shipped_one, [*told, drafted("published", 3), drafted(None)])
    now = rules.at(again, date(2026, 5, 1))
    assert now is not None
    assert now.number == 3


@pytest.mark.parametrize(
    ("kind", "period", "first", "last"),
    [
        # The year of reports begins on 15 December (Decree 09/2019 Art 12), weeks are compared over 52 weeks.
        (
            ColumnKind.YEAR_TO_DATE,
            ("month", "2026-04-15", "2026-05-14"),
            "2025-12-15",
            "2026-05-14",
        ),
        (ColumnKind.YEAR_TO_DATE, ("week", "2025-12-11", "2025-12-17"), "2025-12-15", "2025-12-17"),
        (
            ColumnKind.YEAR_TO_DATE,
            ("calendar_month", "2026-05-01", "2026-05-31"),
            "2026-01-01",
            "2026-05-31",
        ),
        (ColumnKind.BEFORE, ("month", "2026-01-15", "2026-02-14"), "2025-12-15", "2026-01-14"),
        (ColumnKind.YEAR_BEFORE, ("week", "2026-05-07", "2026-05-13"), "2025-05-08", "2025-05-14"),
        (ColumnKind.YEAR_BEFORE, ("year", "2025-12-15", "2026-12-14"), "2024-12-15", "2025-12-14"),
    ],
)
def test_a_column_is_about_its_period(
    kind: ColumnKind, period: tuple[str, str, str], first: str, last: str
) -> None:
    asked = Period(
        kind=PeriodKind(period[0]),
        first=date.fromisoformat(period[1]),
        last=date.fromisoformat(period[2]),
    )
    found = filling.span(kind, asked)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("now", "before", "change", "percent"),
    [
        (150, 100, 50, 500),
        (100, 150, -50, -333),
        (2, 3, -1, -333),
        (0, 8, -8, -1000),
        (1, 0, 1, None),
        (10, -5, 15, None),
        (None, 5, None, None),
        (1001, 1000, 1, 1),
        (5, None, None, None),
    ],
)
def test_changes_are_against_the_same_period_last_year(
    now: int | None, before: int | None, change: int | None, percent: int | None
) -> None:
    told = {ColumnKind.PERIOD: now, ColumnKind.YEAR_BEFORE: before}
    assert filling.value(ColumnKind.CHANGE, told) == change
    assert filling.value(ColumnKind.CHANGE_PERCENT, told) == percent


def test_rows_from_data_give_the_total_and_leave_nothing_out() -> None:
    adds_up = {"a": True, "parties": False}.__getitem__
    total = {"a": 10, "parties": 4}
    found = rows_from_data.of_units(
        total,
        [
            ("x", {"a": 3, "parties": 2}, True),
            ("y", {"a": 0, "parties": 0}, True),
            ("closed", {"a": 0, "parties": 0}, False),
            ("closed with work", {"a": 5, "parties": 3}, False),
        ],
        adds_up,
    )
    assert [one.key for one in found] == ["x", "y", "closed with work", "own", "total"]
    assert found[3].values == {"a": 2, "parties": None}
    ranked = rows_from_data.of_behaviours(
        {"a": 10}, {"q": {"a": 1}, "": {"a": 2}, "r": {"a": 3}, "s": {"a": 4}}, 2, adds_up
    )
    assert [(one.key, one.values["a"]) for one in ranked] == [
        ("s", 4),
        ("r", 3),
        ("untold", 2),
        ("others", 1),
        ("total", 10),
    ]
    # Before 2022 no figure is defined.
    assert rows_from_data.of_behaviours({}, {}, 2, adds_up) == [rows_from_data.Line("total", {})]
    fields = rows_from_data.of_fields({"a": 3}, {"ip": {"a": 3}, "": {"a": 0}}, ["price", "ip"])
    assert [(one.key, one.values["a"]) for one in fields] == [("price", 0), ("ip", 3), ("total", 3)]


def test_fields_are_called_in_reports_as_at_the_desk() -> None:
    assert {
        one.value: Text(
            vi=say("vi", f"catalogue.field_{one}"), en=say("en", f"catalogue.field_{one}")
        )
        for one in ViolationField
    } == words.FIELDS
