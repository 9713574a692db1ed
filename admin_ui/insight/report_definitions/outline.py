"""A definition in lines of words, and in which lines two differ."""

from collections.abc import Collection, Mapping
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from admin_ui.shell import formats
from admin_ui.shell.words import Language, say
from backend.law.catalogue import service as catalogue
from backend.law.report_limits import service as limits
from schemas.insight.definitions import FigureDefinition
from schemas.insight.figures import CountedParty
from schemas.insight.report_definitions import (
    FigureFilter,
    ReportDefinition,
    ReportRow,
    ReportTable,
    ReportText,
)
from schemas.insight.words import RowsBy

Figures = Mapping[str, FigureDefinition]
NAMELESS: Mapping[str, str] = {}
PARTIES = tuple(one for one in CountedParty if one)


class Change(NamedTuple):
    """A line that one of two definitions has, and where it stands."""

    side: Literal["gone", "new"]
    where: str
    line: str


def differences(
    before: ReportDefinition | None,
    after: ReportDefinition,
    figures: Figures,
    language: Language,
    named: Mapping[str, str] = NAMELESS,
) -> list[Change]:
    """Return the lines that only one of them has, in their order; of a first version, all."""
    old = _lines(before, figures, language, named) if before else []
    new = _lines(after, figures, language, named)
    found: list[Change] = []
    for act, old_from, old_to, new_from, new_to in SequenceMatcher(a=old, b=new).get_opcodes():
        if act != "equal":
            found += [Change("gone", *one) for one in old[old_from:old_to]]
            found += [Change("new", *one) for one in new[new_from:new_to]]
    return found


def _lines(
    said: ReportDefinition, figures: Figures, language: Language, named: Mapping[str, str]
) -> list[tuple[str, str]]:
    def both(text: object) -> str:
        return f"{getattr(text, 'vi', '')} / {getattr(text, 'en', '')}"

    head = say(language, "repdef.head")
    found = [
        (head, f"{say(language, 'repdef.name')}: {both(said.title)}"),
        (head, f"{say(language, 'statistics.period')}: {period(said, language)}"),
        (head, f"{say(language, 'repdef.levels')}: {levels(said.levels, language)}"),
        (
            head,
            f"{say(language, 'repdef.valid_from')}: {formats.short_date(said.valid_from, language)}",
        ),
        (head, f"{say(language, 'repdef.limit')}: {said.limit or '–'}"),
    ]
    found += [
        (head, f"{say(language, f'repdef.{name}')}: {both(text)}")
        for name, text in (("source", said.source), ("check", said.check))
        if text
    ]
    found += [
        (
            say(language, "repdef.recipients"),
            f"{one.name} ({levels(one.levels or said.levels, language)})",
        )
        for one in said.recipients
    ]
    for part in said.parts:
        where = getattr(part.title, language)
        found.append(
            (where, f"{say(language, f'repdef.kind_{kind_of(part)}')}: {both(part.title)}")
        )
        if isinstance(part, ReportText):
            found += _of_text(part, where, language)
        else:
            found += _of_table(part, where, figures, language, named)
    return found


def _of_text(part: ReportText, where: str, language: Language) -> list[tuple[str, str]]:
    found = (
        [(where, f"{say(language, 'repdef.help')}: {part.help.vi} / {part.help.en}")]
        if part.help
        else []
    )
    return [*found, (where, say(language, "repdef.required"))] if part.required else found


def _of_table(
    part: ReportTable,
    where: str,
    figures: Figures,
    language: Language,
    behaviours: Mapping[str, str],
) -> list[tuple[str, str]]:
    found = [
        (
            where,
            f"{say(language, 'statistics.rows')}: {say(language, f'statistics.rows_{part.by}')}",
        )
    ]
    if told := filters(part.filters, language, behaviours):
        found.append((where, told))
    column = say(language, "repdef.column")
    found += [
        (
            where,
            f"{column}: {say(language, f'repdef.column_{one.kind}')}, {one.label.vi} / {one.label.en}",
        )
        for one in part.columns
    ]
    found += [(where, f"{column}: {named(one, figures, language)}") for one in part.figures]
    found += [(where, _row(one, figures, language, behaviours)) for one in part.rows]
    if part.note:
        found.append(
            (where, f"{say(language, 'repdef.note_below')}: {part.note.vi} / {part.note.en}")
        )
    return found


def _row(
    one: ReportRow, figures: Figures, language: Language, behaviours: Mapping[str, str]
) -> str:
    label = f"{'– ' * one.indent}{one.label.vi} / {one.label.en}"
    if one.figure is None:
        return f"{label} ({say(language, 'repdef.heading')})"
    told = filters(one.filters, language, behaviours)
    return f"{label}: {named(one.figure, figures, language)}{f'; {told}' if told else ''}"


def kind_of(part: ReportTable | ReportText) -> str:
    """Return what a part is: table or text."""
    return "text" if isinstance(part, ReportText) else "table"


def named(code: str, figures: Figures, language: Language) -> str:
    """Return a figure's name with its code."""
    return f"{getattr(figures[code].name, language)} [{code}]" if code in figures else f"[{code}]"


def behaviours(said: ReportDefinition) -> set[str]:
    """Return the codes of behaviours that its filters name."""
    tables = [one for one in said.parts if isinstance(one, ReportTable)]
    given = [each for one in tables for each in (one.filters, *(row.filters for row in one.rows))]
    return {code for one in given for code in one.behaviours}


async def named_behaviours(codes: Collection[str]) -> dict[str, str]:
    """Return what the catalogue calls behaviours, by code; what it does not know has no name."""
    known = await catalogue.names() if codes else {}
    return {one: known[one] for one in codes if one in known}


def filters(said: FigureFilter, language: Language, named: Mapping[str, str] = NAMELESS) -> str:
    """Return what a filter selects, in words; empty if that is everything. `named`: behaviours by code."""
    found = [say(language, f"catalogue.field_{one}") for one in said.fields]
    found += [f"{named[one]} ({one})" if one in named else one for one in said.behaviours]
    found += [say(language, f"statistics.party_{one}") for one in said.parties if one in PARTIES]
    return say(language, "repdef.only", what=", ".join(found)) if found else ""


def period(said: ReportDefinition, language: Language) -> str:
    """Return for which periods it is."""
    return say(language, f"statistics.period_{said.period}")


def levels(said: list[int], language: Language) -> str:
    """Return which units make it, or send it there."""
    return ", ".join(say(language, f"routes.level_{one}") for one in sorted(said) if one < 4)


def limit(said: ReportDefinition, language: Language) -> str:
    """Return by when it is sent, and the article that says so; empty if no law does."""
    if said.limit is None:
        return ""
    found = limits.limit(said.limit)
    days = [
        say(
            language,
            "repdef.limit_level",
            level=say(language, f"routes.level_{one.level}"),
            day=one.day if one.weekday is None else formats.weekday(one.weekday, language),
        )
        for one in found.due
        if one.level in said.levels
    ]
    which = "day" if any(one.weekday is None for one in found.due) else "weekday"
    citation = getattr(found.citation, language)
    return say(language, f"repdef.limit_{which}", days="; ".join(days), citation=citation)


def columns_of(part: ReportTable, figures: Figures, language: Language) -> list[str]:
    """Return the heads of a table's columns of values."""
    if part.by is RowsBy.FIGURE:
        return [getattr(one.label, language) for one in part.columns]
    return [getattr(figures[one].name, language) for one in part.figures if one in figures]
