"""Which definitions of reports may be published, and which version is in force. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid5

import msgspec

from schemas.core.problems import Text
from schemas.insight.definitions import FigureDefinition
from schemas.insight.figures import CountedEvent
from schemas.insight.report_definitions import (
    FigureFilter,
    ReportDefinition,
    ReportTable,
)
from schemas.insight.words import RowsBy
from schemas.law.catalogue import ViolationField
from schemas.law.report_limits import ReportLimit

_SPACE = UUID("a5b6c2de-21b4-4f2f-8b7d-1f5a9d0e6c33")
"""Namespace of record ids: a code has the same record id on every installation."""
FIRST_DAY = date(2022, 1, 1)
"""From when on figures are defined (Decree 118/2021 is in force since that day)."""
MOST_AHEAD = timedelta(days=366)
MOST_LETTERS, MOST_NOTED = 300, 2000
"""Letters of a title, row or column, and of a note, help or source. A cell of a workbook has 32,767 and cuts more."""
_QUOTED = 40
MOST_ROWS, MOST_BY_BEHAVIOUR = 500, 2
"""Rows of all tables of figures, and tables whose rows are behaviours, of which there are thousands. A page shows them
all, as do its form and the paper: 8,000 rows were 22 megabytes, and kept a process busy for a minute."""
MOST_QUESTIONS = 12
"""Different filters of one definition. Each is asked for each period of its columns."""
_ADDS_UP = ("sum", "average")
_INSPECTIONS = frozenset(one for one in CountedEvent if one.value.startswith("inspections_"))
_INFORMATIONS = frozenset(one for one in CountedEvent if one.value.startswith("informations_"))


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A published version of a definition."""

    number: int
    definition: ReportDefinition
    ended_on: date | None = None
    """First last day of a period that has no report by it."""
    shipped: bool = False
    """It came with the system, and no two people of the force published it."""


class Fault(msgspec.Struct, frozen=True):
    """Why a definition cannot be drafted or published: a code, and what its sentence names."""

    code: str
    names: dict[str, str] = {}


def record_id(code: str) -> UUID:
    """Return the id of a definition's record in the ledger."""
    return uuid5(_SPACE, code)


def at(versions: Iterable[Version], day: date) -> Version | None:
    """Return the version by which a period is reported that ends on a day; None if there is none.

    If several are in force, the highest number wins.
    """
    found = [
        one
        for one in versions
        if one.definition.valid_from <= day and (one.ended_on is None or day < one.ended_on)
    ]
    return max(found, key=lambda one: one.number) if found else None


def ending_fault(versions: Sequence[Version], ends_on: date, today: date) -> Fault | None:
    """Return why a definition cannot end on a day; None if it can."""
    standing = [one for one in versions if one.ended_on is None]
    if not standing:
        return Fault("definition_over")
    return Fault("definition_past") if ends_on < today else None


def day_fault(versions: Sequence[Version], valid_from: date, today: date) -> Fault | None:
    """Return why a version cannot begin on a day; None if it can.

    One that takes another's place begins today or later, so that no period that is over changes its form. The first
    may be about older periods.
    """
    least = today if any(one.ended_on is None for one in versions) else FIRST_DAY
    if not least <= valid_from <= today + MOST_AHEAD:
        return Fault("definition_day", {"day": f"{least:%d/%m/%Y}"})
    return None


def fault(
    said: ReportDefinition,
    figures: Mapping[str, FigureDefinition],
    behaviours: Mapping[str, str],
    limits: Mapping[str, ReportLimit],
) -> Fault | None:
    """Return why a definition is not whole; None if it is.

    `figures` are those defined on its first day, `behaviours` the codes of the catalogue, `limits` those of the law.
    """
    found = [*_of_whole(said, limits)]
    for part in said.parts:
        if isinstance(part, ReportTable):
            found += _of_table(part, figures, behaviours)
    if len(set(_questions(said))) > MOST_QUESTIONS:
        found.append(Fault("definition_questions", {"most": str(MOST_QUESTIONS)}))
    return found[0] if found else None


def _of_whole(said: ReportDefinition, limits: Mapping[str, ReportLimit]) -> Iterator[Fault]:
    if not all(_filled(one) for one in _texts(said)):
        yield Fault("definition_words")
    bounded = ((_texts(said), MOST_LETTERS), (_notes(said), MOST_NOTED))
    for texts, most in bounded:
        long = [one for text in texts for one in (text.vi, text.en) if len(one) > most]
        if long:
            yield Fault("definition_long", {"text": f"{long[0][:_QUOTED]}…", "most": str(most)})
    tables = [part for part in said.parts if isinstance(part, ReportTable)]
    if sum(len(one.rows) for one in tables) > MOST_ROWS:
        yield Fault("definition_large", {"most": str(MOST_ROWS)})
    if sum(one.by is RowsBy.BEHAVIOUR for one in tables) > MOST_BY_BEHAVIOUR:
        yield Fault("definition_behaviours", {"most": str(MOST_BY_BEHAVIOUR)})
    ids = [part.id for part in said.parts]
    if len(set(ids)) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        yield Fault("definition_part_twice", {"part": twice})
    if len(set(said.levels)) < len(said.levels):
        yield Fault("definition_levels")
    if said.limit is not None:
        limit = limits.get(said.limit)
        if limit is None or limit.period is not said.period:
            yield Fault("definition_limit", {"limit": said.limit})


def _texts(said: ReportDefinition) -> Iterator[Text]:
    yield said.title
    for part in said.parts:
        yield part.title
        if isinstance(part, ReportTable):
            yield from (row.label for row in part.rows)
            yield from (column.label for column in part.columns)


def _notes(said: ReportDefinition) -> Iterator[Text]:
    of_parts = (one.note if isinstance(one, ReportTable) else one.help for one in said.parts)
    yield from (one for one in (said.source, said.check, *of_parts) if one is not None)


def _filled(text: Text) -> bool:
    return bool(text.vi.strip()) and bool(text.en.strip())


def _of_table(
    table: ReportTable, figures: Mapping[str, FigureDefinition], behaviours: Mapping[str, str]
) -> Iterator[Fault]:
    where = {"part": table.title.vi}
    codes = [code for code, _ in _asked(table)]
    if unknown := [one for one in codes if one not in figures]:
        yield Fault("definition_figure", where | {"figure": unknown[0]})
        return
    if table.by is RowsBy.FIGURE:
        whole = any(row.figure for row in table.rows) and bool(table.columns) and not table.figures
    else:
        whole = bool(table.figures) and not table.rows and not table.columns
    if not whole:
        yield Fault("definition_table", where)
    kinds = [one.kind for one in table.columns]
    if len(set(kinds)) < len(kinds) or len(set(table.figures)) < len(table.figures):
        yield Fault("definition_column_twice", where)
    for code, filters in _asked(table):
        if problem := _figure_fault(table, figures[code], filters, behaviours):
            yield problem


def _figure_fault(
    table: ReportTable,
    figure: FigureDefinition,
    filters: FigureFilter | None,
    behaviours: Mapping[str, str],
) -> Fault | None:
    where = {"part": table.title.vi, "figure": figure.code}
    if filters is None:
        return Fault("definition_filter_empty", where)
    unknown = [one for one in filters.fields if one not in tuple(ViolationField)]
    unknown += [one for one in filters.behaviours if one not in behaviours]
    if unknown:
        return Fault("definition_filter_unknown", where | {"value": unknown[0]})
    if table.by is not RowsBy.FIGURE and figure.kind == "stated":
        return Fault("definition_stated", where)
    along = table.by in (RowsBy.FIELD, RowsBy.BEHAVIOUR)
    if along and figure.kind not in _ADDS_UP:
        return Fault("definition_not_along", where)
    needed = {
        "field": bool(filters.fields) or table.by is RowsBy.FIELD,
        "behaviour": bool(filters.behaviours) or table.by is RowsBy.BEHAVIOUR,
        "party": bool(filters.parties),
    }
    known = told_apart(figure)
    if missing := [one for one, wanted in needed.items() if wanted and one not in known]:
        return Fault(f"definition_no_{missing[0]}", where)
    return None


def told_apart(figure: FigureDefinition) -> frozenset[str]:
    """Return along what a figure can be told apart: an inspection has no field yet, an information no behaviour."""
    known = {"field", "behaviour", "party"}
    for term in figure.terms:
        if term.event in _INSPECTIONS:
            known -= {"field", "behaviour"}
        elif term.event in _INFORMATIONS:
            known -= {"behaviour", "party"}
    return frozenset(known)


def _asked(table: ReportTable) -> Iterator[tuple[str, FigureFilter | None]]:
    """Return the figures of a table with what each is asked for; None: what nothing can be in."""
    for row in table.rows:
        if row.figure is not None:
            yield row.figure, within(table.filters, row.filters)
    for code in table.figures:
        yield code, table.filters


def _questions(said: ReportDefinition) -> Iterator[tuple[str, bytes]]:
    for part in said.parts:
        if isinstance(part, ReportTable):
            for _, filters in _asked(part):
                yield str(part.by), msgspec.json.encode(filters)


def within(table: FigureFilter, row: FigureFilter) -> FigureFilter | None:
    """Return what both select; None if that is nothing. An empty list selects everything."""
    found = {}
    for name in FigureFilter.__struct_fields__:
        outer, inner = getattr(table, name), getattr(row, name)
        both = [one for one in inner if one in outer] if outer and inner else inner or outer
        if outer and inner and not both:
            return None
        found[name] = both
    return FigureFilter(**found)
