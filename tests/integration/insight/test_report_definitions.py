"""Definitions of reports are drafted by one person and published by another; the draft of a report fills itself."""

import asyncio
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.insight.figures import counting, service
from backend.insight.report_definitions import filling, shipped
from backend.insight.report_definitions import service as definitions
from backend.ledger import sealer
from backend.ledger.service import Outcome, Refused
from backend.operations.queries import verification as verification_queries
from backend.operations.verification.findings import Report, Verdict
from backend.operations.verification.report_definitions import ReportDefinitions
from schemas.casework.words import CaseAct
from schemas.core.problems import Text
from schemas.insight.report_definitions import (
    FigureFilter,
    ReportColumn,
    ReportDefinition,
    ReportRow,
    ReportTable,
)
from schemas.insight.words import ColumnKind, RowsBy
from schemas.law.periods import PeriodKind
from tests.integration.casework.cases.test_life import delivered, paid
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.people import People, Person
from tests.support.publishers import second_publisher

pytestmark = pytest.mark.usefixtures("app")
_WORD = Text(vi="Kết quả", en="Results")


def of(figure: str, **given: Any) -> ReportRow:
    return ReportRow(label=_WORD, figure=figure, **given)


def column(kind: ColumnKind) -> ReportColumn:
    return ReportColumn(kind=kind, label=_WORD)


def definition(*rows: ReportRow, **given: Any) -> ReportDefinition:
    table = ReportTable(
        id="results",
        title=_WORD,
        rows=list(rows) or [of("decisions")],
        columns=[column(ColumnKind.PERIOD)],
    )
    usual: dict[str, Any] = {
        "code": "ours",
        "title": _WORD,
        "period": PeriodKind.DAYS,
        "levels": [1, 2, 3],
        "parts": [table],
        "valid_from": date(2024, 1, 1),
    }
    return ReportDefinition(**(usual | given))


def code_of(outcome: Outcome) -> str:
    return outcome.code if isinstance(outcome, Refused) else ""


async def drafted(who: Person, said: ReportDefinition, **given: Any) -> tuple[Any, str]:
    async with transaction():
        draft_id, outcome = await definitions.draft(
            said, "Theo yêu cầu của Bộ", who.actor("desk"), **given
        )
    return draft_id, code_of(outcome)


async def published(who: Person, code: str, draft_id: Any) -> str:
    async with transaction():
        return code_of(await definitions.publish(code, draft_id, who.actor("desk")))


async def by_two(people: People, said: ReportDefinition, **given: Any) -> None:
    second = await second_publisher(people)
    draft_id, why = await drafted(people.lan, said, **given)
    assert why == ""
    assert await published(second, said.code, draft_id) == ""


async def test_a_definition_is_published_by_another_than_drafted_it(people: People) -> None:
    second = await second_publisher(people)
    draft_id, why = await drafted(people.lan, definition())
    assert why == ""
    assert await published(people.lan, "ours", draft_id) == "definition_two_persons"
    with pytest.raises(NotFound):
        await definitions.in_force("ours", clock.today())
    # One draft at a time: who comes second reads the first.
    assert (await drafted(second, definition()))[1] == "definition_waiting"
    assert await published(second, "ours", draft_id) == ""
    assert await published(second, "ours", draft_id) == "definition_unknown"
    assert (await definitions.in_force("ours", clock.today())).number == 1


async def test_only_the_national_office_keeps_definitions(people: People) -> None:
    for who in (people.an, people.giang, people.chi, people.phuc):
        with pytest.raises(NotAllowed):
            await drafted(who, definition())


async def test_a_figure_that_is_not_defined_is_refused_in_words(people: People) -> None:
    async with transaction():
        _, outcome = await definitions.draft(
            definition(of("no_such_figure")), "Thử", people.lan.actor("desk")
        )
    assert isinstance(outcome, Refused)
    assert outcome.code == "definition_figure"
    assert "no_such_figure" in outcome.text.vi
    assert "Kết quả" in outcome.text.en


async def test_versions_are_chosen_by_the_last_day_of_a_period_and_end_by_two_people(
    people: People,
) -> None:
    now = clock.today()
    await by_two(people, definition())
    tomorrow = now + timedelta(1)
    assert (await drafted(people.lan, definition(valid_from=now - timedelta(1))))[
        1
    ] == "definition_day"
    await by_two(people, definition(of("inspections"), valid_from=tomorrow))
    assert (await definitions.in_force("ours", now)).number == 1
    assert (await definitions.in_force("ours", tomorrow)).number == 2
    assert (await definitions.version("ours", 1)).definition.valid_from == date(2024, 1, 1)
    newest = (await definitions.kept("ours")).newest
    await by_two(people, newest, ends_on=now + timedelta(30))
    assert (await definitions.in_force("ours", now + timedelta(29))).number == 2
    with pytest.raises(NotFound):
        await definitions.in_force("ours", now + timedelta(30))


async def test_what_came_with_the_system_is_the_first_version_until_two_publish_another(
    people: People,
) -> None:
    first = await definitions.in_force("weekly", clock.today())
    assert (first.number, first.shipped) == (1, True)
    changed = msgspec.structs.replace(first.definition, valid_from=clock.today())
    await by_two(people, changed)
    second = await definitions.in_force("weekly", clock.today())
    assert (second.number, second.shipped) == (2, False)
    assert (await definitions.in_force("weekly", clock.today() - timedelta(1))).shipped


async def test_a_draft_is_declined_and_another_may_follow(people: People) -> None:
    second = await second_publisher(people)
    draft_id, _ = await drafted(people.lan, definition())
    async with transaction():
        outcome = await definitions.decline(
            "ours", draft_id, "Thiếu cột cùng kỳ", second.actor("desk")
        )
    assert code_of(outcome) == ""
    assert (await definitions.kept("ours")).drafts[0].reason == "Thiếu cột cùng kỳ"
    assert (await drafted(people.lan, definition()))[1] == ""


async def filled(
    who: Person, said: ReportDefinition, first: date, last: date, unit: Any = None
) -> tuple[int, dict[str, Any]]:
    async with transaction():
        through, tables = await filling.fill(
            said, unit or who.unit.unit_id, first, last, who.actor("desk")
        )
    return through, {one.part: one for one in tables}


def cells(table: Any) -> dict[tuple[int, int], int | None]:
    return {(one.row, one.column): one.value for one in table.cells}


async def test_the_draft_fills_itself_and_twice_the_same(people: People) -> None:
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(2_000_000), people.an)
    await sealer.seal_all()
    await counting.count_all()
    kinds = [
        ColumnKind.PERIOD,
        ColumnKind.YEAR_BEFORE,
        ColumnKind.CHANGE,
        ColumnKind.CHANGE_PERCENT,
        ColumnKind.BEFORE,
    ]
    rows = [
        ReportRow(label=_WORD),
        of("decisions"),
        of("fines_collected"),
        of("fines_unpaid"),
        of("reminders"),
        of("decisions", filters=FigureFilter(fields=["price"])),
    ]
    said = definition(
        parts=[
            ReportTable(
                id="results", title=_WORD, rows=rows, columns=[column(one) for one in kinds]
            ),
            ReportTable(
                id="fields", title=_WORD, by=RowsBy.FIELD, figures=["decisions", "fines_imposed"]
            ),
            ReportTable(
                id="units", title=_WORD, by=RowsBy.UNIT, figures=["decisions", "parties_sanctioned"]
            ),
            ReportTable(id="acts", title=_WORD, by=RowsBy.BEHAVIOUR, figures=["behaviours"]),
        ]
    )
    span = (today() - timedelta(29), today())
    through, tables = await filled(people.giang, said, *span)
    assert through == (await service.counted_until()).through > 0
    told = cells(tables["results"])
    # A heading has no cell; what people write, and what nothing can be compared with, has no value.
    assert (0, 0) not in told
    assert [told[1, place] for place in range(5)] == [1, 0, 1, None, 0]
    assert [told[2, place] for place in range(3)] == [2_000_000, 0, 2_000_000]
    assert told[3, 0] == 3_000_000
    assert told[4, 0] is None
    assert told[4, 2] is None
    assert told[5, 0] == 0
    fields = tables["fields"]
    assert fields.keys[-1] == "total"
    by_field = {key: cells(fields)[at, 1] for at, key in enumerate(fields.keys)}
    assert by_field["total"] == 5_000_000 == sum(by_field.values()) - by_field["total"]
    units = tables["units"]
    assert str(people.an.unit.unit_id) in units.keys
    assert units.labels[-1].vi == "Tổng cộng"
    assert [cells(units)[len(units.keys) - 1, place] for place in (0, 1)] == [1, 1]
    acts = tables["acts"]
    assert cells(acts)[len(acts.keys) - 1, 0] == sum(
        cells(acts)[at, 0] or 0 for at in range(len(acts.keys) - 1)
    )
    assert await filled(people.giang, said, *span) == (through, tables)
    # Up to a later position it may be another: the report says which.
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(1_000_000), people.an)
    assert (await filled(people.giang, said, *span))[1] == tables
    await sealer.seal_all()
    await counting.count_all()
    later, tables = await filled(people.giang, said, *span)
    assert later > through
    assert cells(tables["results"])[2, 0] == 3_000_000
    with pytest.raises(NotFound):
        await filled(people.an, said, *span, unit=people.giang.unit.unit_id)


async def test_a_period_before_figures_were_defined_has_no_value(people: People) -> None:
    said = definition()
    _, tables = await filled(people.giang, said, date(2021, 1, 1), date(2021, 12, 31))
    assert cells(tables["results"]) == {(0, 0): None}


async def test_a_moment_of_counting_in_between_has_everything_asked_again(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = service.values
    times = 0

    async def moves(*given: Any) -> Any:
        nonlocal times
        times += 1
        found = await asked(*given)
        if times == 1:  # as a worker would between two questions
            await database.execute("UPDATE figure_progress SET through = through + 1")
        return found

    monkeypatch.setattr(service, "values", moves)
    before = (await service.counted_until()).through
    through, _ = await filled(people.giang, definition(), today(), today())
    assert (through, times) == (before + 1, 2)


async def test_of_two_drafts_at_once_one_waits_and_of_two_answers_one_counts(
    people: People,
) -> None:
    second = await second_publisher(people)
    both = await asyncio.gather(drafted(people.lan, definition()), drafted(second, definition()))
    assert sorted(why for _, why in both) == ["", "definition_waiting"]
    kept = await definitions.kept("ours")
    draft = kept.waiting
    assert draft is not None
    other = second if draft.drafted_by == people.lan.id else people.lan
    again = await asyncio.gather(*(published(other, "ours", draft.id) for _ in range(2)))
    assert sorted(again) == ["", "definition_unknown"]
    assert [one.number for one in (await definitions.kept("ours")).versions] == [1]


async def test_a_version_that_was_changed_beside_its_acts_is_found(people: People) -> None:
    await by_two(people, definition())
    await by_two(people, definition(of("inspections"), valid_from=clock.today()))
    report = Report()
    await _definitions_verified(report)
    assert report.findings == []
    await database.execute(
        "UPDATE report_definition_drafts SET version = 7 WHERE version = 2 AND code = 'ours'"
    )
    await _definitions_verified(report)
    assert report.verdict is Verdict.TAMPERED
    assert "report's definition" in report.findings[0].where


async def _definitions_verified(report: Report) -> None:
    follower, record, number = ReportDefinitions(report), None, 0
    while rows := await verification_queries.entries_after(record, number, 500):
        for row in rows:
            await follower.see(row)
        record, number = rows[-1].record_id, rows[-1].number
    await follower.end()


async def test_a_month_s_report_asks_each_filter_and_period_once(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = shipped.everything()["monthly"].definition
    asked: list[Any] = []
    values = service.values

    async def counting_values(codes: Any, wanted: Any, actor: Any) -> Any:
        asked.append((wanted.first, wanted.last, wanted.filters, len(wanted.units)))
        return await values(codes, wanted, actor)

    monkeypatch.setattr(service, "values", counting_values)
    await filled(people.giang, said, date(2026, 10, 15), date(2026, 11, 14))
    # Four periods for all rows of figures; the total by field, and all units below, for the period once each.
    assert len(asked) == 6
    assert len(set(asked[:4])) == 4
