"""What a report says follows from its acts: statements stay with their rows, totals and changes follow them."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.actors import UnitPath
from backend.insight.figures import definitions
from backend.insight.rules.reports import (
    authority,
    behalf,
    cells,
    complete,
    differing,
    folding,
    revision,
)
from backend.insight.rules.reports.facts import Content, Report
from schemas.core.problems import Text
from schemas.insight import reports as acts
from schemas.insight.report_definitions import ReportDefinition, ReportTable
from schemas.insight.reports import FilledCell, FilledTable
from schemas.insight.words import ColumnKind, OnBehalf, ReportAct, ReportState, RowsBy
from schemas.law.periods import PeriodKind
from tests.support import reports_made

AT = datetime(2026, 11, 30, 3, tzinfo=UTC)
BY = uuid4()
FIGURES = definitions.in_force(date(2026, 11, 30))
DEFINITION = reports_made.definition()
TABLES = cells.tables_of(DEFINITION)
RESULTS, BY_UNIT = TABLES["results"], TABLES["by_unit"]


def filled(
    keys: list[str], values: list[int | None], figures: list[int | None]
) -> acts.ReportFilled:
    """A filling: the first column of the table of figures, and a row for each key of that of units."""
    by_unit = FilledTable(
        part="by_unit",
        keys=keys,
        labels=[Text(vi=one, en=one) for one in keys],
        cells=[FilledCell(row=at, column=0, value=one) for at, one in enumerate(values)],
    )
    of_figures = FilledTable(
        part="results",
        cells=[FilledCell(row=at, column=0, value=one) for at, one in enumerate(figures)],
    )
    return acts.ReportFilled(counted_through=7, counted_at=AT, tables=[of_figures, by_unit])


def folded(*made: msgspec.Struct) -> Content:
    content = Content()
    for one in made:
        content = folding.take(content, one, BY, AT)
    return content


def stated(row: int, value: int | None, part: str = "by_unit", column: int = 0) -> acts.ValueStated:
    return acts.ValueStated(part=part, row=row, column=column, value=value, reason="Vì sao")


def said(content: Content, table: ReportTable) -> dict[tuple[int, int], int | None]:
    return {at: one.value for at, one in cells.said(content, table, FIGURES).items()}


def test_a_statement_stays_with_its_row_when_rows_move_at_the_next_filling() -> None:
    content = folded(
        filled(["a", "b", "total"], [10, 20, 30], [1]),
        stated(1, 25),
        filled(["b", "c", "a", "total"], [21, 4, 10, 35], [1]),
    )
    assert said(content, BY_UNIT) == {(0, 0): 25, (1, 0): 4, (2, 0): 10, (3, 0): 39}
    gone = folding.take(content, filled(["c", "total"], [4, 4], [1]), BY, AT)
    assert said(gone, BY_UNIT) == {(0, 0): 4, (1, 0): 4}
    assert [(one.row, one.value) for one in cells.lost(gone)] == [("b", 25)]
    back = folding.take(gone, filled(["b", "total"], [21, 21], [1]), BY, AT)
    assert said(back, BY_UNIT) == {(0, 0): 25, (1, 0): 25}
    assert cells.lost(back) == []


def test_a_total_that_was_itself_stated_once_says_what_was_stated() -> None:
    """Nobody states it any more; in reports that were sent before it stays."""
    content = folded(filled(["a", "total"], [10, 10], [1]), stated(0, 12), stated(1, 99))
    assert said(content, BY_UNIT) == {(0, 0): 12, (1, 0): 99}


def test_a_change_and_the_total_of_what_adds_up_follow_from_others() -> None:
    def column(kind: ColumnKind, figure: str | None = None) -> cells.Column:
        return cells.Column(label=Text(vi="", en=""), kind=kind, figure=figure)

    total, row = (cells.Row(key=one, label=Text(vi="", en="")) for one in ("total", "a"))
    period = ColumnKind.PERIOD
    found = [
        cells.follows(*one, FIGURES)
        for one in (
            (row, column(ColumnKind.CHANGE)),
            (total, column(period, "fines_imposed")),
            (row, column(period, "fines_imposed")),
            (total, column(period, "parties_individual")),  # counted once: it sums nothing up
            (total, column(period, "reminders")),  # nothing tells it: only its people do
        )
    ]
    assert found == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("before", "stated_value", "change", "percent"),
    [(100, 150, 50, 500), (3, 1, -2, -667), (0, 7, 7, None), (None, 7, None, None)],
)
def test_a_change_follows_the_stated_value(
    before: int | None, stated_value: int, change: int | None, percent: int | None
) -> None:
    columns = (
        ColumnKind.PERIOD,
        ColumnKind.YEAR_BEFORE,
        ColumnKind.CHANGE,
        ColumnKind.CHANGE_PERCENT,
    )
    table = msgspec.structs.replace(
        RESULTS,
        columns=[msgspec.structs.replace(RESULTS.columns[0], kind=one) for one in columns],
    )
    values = [5, before, 1, 1]
    there = FilledTable(
        part="results",
        cells=[FilledCell(row=1, column=at, value=one) for at, one in enumerate(values)],
    )
    filling = acts.ReportFilled(counted_through=1, counted_at=AT, tables=[there])
    content = folded(filling, stated(1, stated_value, "results"))
    found = said(content, table)
    assert [found[1, at] for at in range(4)] == [stated_value, before, change, percent]
    assert cells.said(content, table, FIGURES)[1, 0].counted == 5  # both are shown


def test_a_change_without_the_column_of_the_year_before_is_reckoned_from_what_was_counted() -> None:
    table = msgspec.structs.replace(
        RESULTS,
        columns=[
            msgspec.structs.replace(RESULTS.columns[0], kind=one)
            for one in (ColumnKind.PERIOD, ColumnKind.CHANGE)
        ],
    )
    there = FilledTable(
        part="results",
        cells=[FilledCell(row=1, column=0, value=50), FilledCell(row=1, column=1, value=-30)],
    )
    filling = acts.ReportFilled(counted_through=1, counted_at=AT, tables=[there])
    found = said(folded(filling, stated(1, 60, "results")), table)
    assert found[1, 1] == -20  # 80 a year before


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.one_of(st.none(), st.integers(-(10**15), 10**15))),
        max_size=12,
    ),
    st.permutations(["a", "b", "c", "d"]),
)
def test_whatever_is_stated_the_last_word_on_a_row_counts_and_the_total_follows(
    said_of: list[tuple[int, int | None]], order: list[str]
) -> None:
    keys, values = ["a", "b", "c", "d"], [1, 20, 300, 4000]
    content = folded(filled([*keys, "total"], [*values, 4321], [1]))
    last: dict[str, int] = dict(zip(keys, values, strict=True))
    for row, value in said_of:
        content = folding.take(content, stated(row, value), BY, AT)
        last[keys[row]] = values[row] if value is None else value
    counted = dict(zip(keys, values, strict=True))
    again = filled([*order, "total"], [*(counted[one] for one in order), 4321], [1])
    content = folding.take(content, again, BY, AT)
    found = said(content, BY_UNIT)
    assert [found[at, 0] for at in range(4)] == [last[one] for one in order]
    assert found[4, 0] == sum(last.values())


def report(content: Content, **other: object) -> Report:
    path = UnitPath(unit_1=UUID(int=1), unit_2=UUID(int=2))
    given: dict[str, object] = {
        "id": UUID(int=9),
        "definition": "raid",
        "version": 1,
        "period": PeriodKind.DAYS,
        "state": ReportState.DRAFT,
        "unit_id": path.unit_id,
        "first_day": date(2026, 11, 1),
        "last_day": date(2026, 11, 30),
        "title": "Báo cáo",
        "due_on": None,
        "begun_by": BY,
        "begun_at": AT,
        "changed_at": AT,
        "sent_to": None,
        "sent_up_at": None,
        "replaces": None,
        "replaced_by": None,
        "number": None,
        "issued_on": None,
        "behalf_by": None,
        "sent_revision": None,
        "content": content,
        **dict(zip(("unit_1", "unit_2", "unit_3", "unit_4"), path.as_tuple(), strict=True)),
    }
    return Report(**(given | other))  # type: ignore[arg-type]  # a keyword for each field


def test_the_hash_of_a_report_changes_with_all_that_it_says_and_with_nothing_else() -> None:
    whole = folded(filled(["a", "total"], [1, 1], [1]), stated(0, 2))
    text = acts.TextWritten(part="situation", text="Ổn định")
    changed = [
        folding.take(whole, stated(0, 3), BY, AT),
        folding.take(whole, stated(0, None), BY, AT),
        folding.take(whole, text, BY, AT),
        folding.take(whole, filled(["a", "total"], [1, 2], [1]), BY, AT),
    ]
    same = folding.take(whole, stated(0, 2), uuid4(), AT + timedelta(days=1))
    hashes = {revision.of(report(one)) for one in [whole, *changed]}
    assert len(hashes) == 5
    assert revision.of(report(same)) == revision.of(report(whole))
    assert revision.of(report(whole, version=2)) not in hashes
    assert revision.of(report(whole, last_day=date(2026, 12, 1))) not in hashes


def test_what_differs_is_told_by_what_rows_are_about() -> None:
    old = folded(
        filled(["a", "b", "total"], [1, 2, 3], [5]), acts.TextWritten(part="situation", text="Yên")
    )
    new = folded(
        filled(["b", "c", "total"], [2, 7, 9], [5]),
        stated(0, 4),
        acts.TextWritten(part="situation", text="Không yên"),
    )
    found = differing.in_cells(old, new, DEFINITION, FIGURES)
    assert [(one.row.vi, one.before, one.after) for one in found] == [
        ("b", 2, 4),
        ("c", None, 7),
        ("total", 3, 11),
        ("a", 1, None),
    ]
    assert (found[0].before_counted, found[0].after_counted) == (2, 2)
    [text] = differing.in_texts(old, new, DEFINITION)
    assert (text.before, text.after) == ("Yên", "Không yên")
    assert differing.in_cells(new, new, DEFINITION, FIGURES) == []


@pytest.mark.parametrize(
    ("kind", "first", "last", "months", "is_one"),
    [
        (
            PeriodKind.WEEK,
            date(2026, 11, 19),
            date(2026, 11, 25),
            [],
            True,
        ),  # Thursday to Wednesday
        (PeriodKind.WEEK, date(2026, 11, 23), date(2026, 11, 29), [], False),
        (PeriodKind.MONTH, date(2026, 10, 15), date(2026, 11, 14), [], True),
        (PeriodKind.MONTH, date(2026, 11, 1), date(2026, 11, 30), [], False),
        (PeriodKind.QUARTER, date(2025, 12, 15), date(2026, 3, 14), [3, 9], True),
        (PeriodKind.QUARTER, date(2026, 3, 15), date(2026, 6, 14), [3, 9], False),
        (PeriodKind.NINE_MONTHS, date(2026, 9, 15), date(2026, 12, 14), [], False),
        (PeriodKind.YEAR, date(2025, 12, 15), date(2026, 12, 14), [12], True),
        (PeriodKind.DAYS, date(2026, 11, 2), date(2026, 11, 3), [], True),
        (PeriodKind.DAYS, date(2026, 11, 3), date(2026, 11, 2), [], False),
    ],
)
def test_a_report_is_made_of_whole_periods_alone(
    kind: PeriodKind, first: date, last: date, months: list[int], is_one: bool
) -> None:
    assert complete.is_period(kind, first, last, months) is is_one


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "existed"),
    [
        (date(2026, 1, 1), None, True),
        (date(2026, 11, 14), None, True),  # from the last day on
        (date(2026, 11, 15), None, False),
        (date(2026, 1, 1), date(2026, 10, 16), True),  # on the first day still
        (date(2026, 1, 1), date(2026, 10, 15), False),  # no day of the period any more
    ],
)
def test_a_unit_reports_periods_in_which_it_was_in_force(
    valid_from: date, valid_to: date | None, existed: bool
) -> None:
    first, last = date(2026, 10, 15), date(2026, 11, 14)
    assert complete.existed(valid_from, valid_to, first, last) is existed


def test_tables_that_are_not_the_definitions_do_not_fit() -> None:
    whole = filled(["a", "total"], [1, 1], [1, 2, 3, 4]).tables
    assert complete.fits(whole, DEFINITION)
    results, by_unit = whole
    outside = FilledTable(part="results", cells=[FilledCell(row=4, column=0, value=1)])
    twice = FilledTable(
        part="results", cells=[FilledCell(row=0, column=0, value=one) for one in (1, 2)]
    )
    unnamed = msgspec.structs.replace(by_unit, labels=[])
    for wrong in (
        [results],
        [results, results],
        [outside, by_unit],
        [twice, by_unit],
        [results, unnamed],
    ):
        assert not complete.fits(wrong, DEFINITION)


def test_every_state_but_the_last_ones_has_a_way_out_and_every_act_begins_somewhere() -> None:
    over = {ReportState.CORRECTED, ReportState.GIVEN_UP}
    for state in ReportState:
        ways = [kind for kind in ReportAct if authority.open_for(kind, state)]
        assert bool(ways) is (state not in over), state
    unreached = {
        kind for kind in ReportAct if not any(authority.open_for(kind, s) for s in ReportState)
    }
    assert unreached == {ReportAct.BEGUN}


def test_a_definition_of_units_rows_has_the_figures_names_as_columns() -> None:
    assert BY_UNIT.by is RowsBy.UNIT
    [column] = cells.columns_of(BY_UNIT, FIGURES)
    assert column.label == FIGURES["fines_imposed"].name
    assert isinstance(DEFINITION, ReportDefinition)


@pytest.mark.parametrize(
    ("closed_on", "headed", "due_on", "why"),
    [
        (None, True, None, None),
        (None, True, date(2026, 11, 30), None),  # the day counts in full
        (None, True, date(2026, 11, 29), OnBehalf.LATE),
        (None, False, None, OnBehalf.ABSENT),
        (date(2026, 11, 30), True, None, OnBehalf.CLOSED),
        (date(2026, 12, 1), True, None, None),  # in force today still
    ],
)
def test_a_unit_above_makes_a_report_only_of_a_unit_that_cannot_or_did_not(
    closed_on: date | None, headed: bool, due_on: date | None, why: OnBehalf | None
) -> None:
    today = date(2026, 11, 30)
    assert behalf.ground(today, closed_on=closed_on, headed=headed, due_on=due_on) is why


def test_a_unit_that_is_left_out_is_missing_until_its_report_is_taken() -> None:
    team, other = uuid4(), uuid4()
    part = acts.Taken(report_id=uuid4(), unit_id=team, revision="0" * 64, sent_at=AT)
    taken = acts.ReportsTaken(taken=[part], missing=[other])
    without = acts.UnitLeftOut(unit_id=team, reason="Vì sao")
    content = folded(filled(["a", "total"], [1, 1], [1]), taken, without)
    assert (content.taken, content.missing) == ([], [other, team])
    assert [(one.unit_id, one.reason) for one in content.left_out] == [(team, "Vì sao")]
    assert revision.of(report(content)) != revision.of(
        report(msgspec.structs.replace(content, left_out=[]))
    )
    again = folding.take(content, taken, BY, AT)
    assert (again.taken, again.missing, again.left_out) == ([part], [other], [])
