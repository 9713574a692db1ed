"""What a definition keeps by code, as its author reads and types it: figures, filters and columns by their names.

The author chooses by name; codes are made and read here, and still accepted where somebody types them. What is named
only in Vietnamese takes its English words from the figure or the kind of column that it shows.
"""

from collections.abc import Iterable, Mapping

from admin_ui.insight.report_definitions.outline import PARTIES
from admin_ui.insight.report_definitions.sheets import Line, Part, Sheet, filter_of
from admin_ui.shell.choosing.matching import folded
from admin_ui.shell.words import Language, say
from schemas.core.problems import Text
from schemas.insight.definitions import FigureDefinition
from schemas.insight.words import ColumnKind, RowsBy
from schemas.law.catalogue import ViolationField

Figures = Mapping[str, FigureDefinition]
_LONGEST = 36
"""Letters of a code that is made from a title: a few fewer than it may have, so that a number fits behind."""


def filter_words(language: Language) -> dict[str, str]:
    """Return the names of what a filter may select, by code; behaviours have their codes alone."""
    fields = {str(one): say(language, f"catalogue.field_{one}") for one in ViolationField}
    return fields | {str(one): say(language, f"statistics.party_{one}") for one in PARTIES}


def shown(sheet: Sheet, figures: Figures, language: Language) -> Sheet:
    """Return the sheet with names for the codes of figures and filters; what is unknown stays as it is."""
    names = {code: getattr(one.name, language) for code, one in figures.items()}
    words = filter_words(language)
    for part in sheet.parts:
        part.figures = [names.get(one, one) for one in part.figures]
        for row in part.rows:
            row["figure"] = names.get(row["figure"], row["figure"])
        for line in (part.said, *part.rows):
            line["filters"] = _filters_shown(line.get("filters", ""), words)
    return sheet


def behaviours(part: Part) -> list[str]:
    """Return the codes of behaviours that its filters name, each once; called before the codes are words."""
    typed = (line.get("filters", "") for line in (part.said, *part.rows))
    found = [code for one in typed for code in filter_of(one).get("behaviours", [])]
    return list(dict.fromkeys(found))


def _filters_shown(codes: str, words: Mapping[str, str]) -> str:
    return "; ".join(words.get(one, one) for one in codes.replace(",", " ").split())


def coded(sheet: Sheet, figures: Figures, language: Language) -> dict[str, str]:
    """Put codes for the names that were typed, and words where none were; return what names no figure, by field."""
    known = {
        folded(name): code for code, one in figures.items() for name in (one.name.vi, one.name.en)
    }
    known |= {folded(code): code for code in figures}
    words = {
        folded(name): code for each in ("vi", "en") for code, name in filter_words(each).items()
    }
    errors = {}
    for place, part in enumerate(sheet.parts, start=1):
        key = f"part_{place}"
        part.said["filters"] = _filters_coded(part.said.get("filters", ""), words)
        for at, row in enumerate(part.rows, start=1):
            row["filters"] = _filters_coded(row["filters"], words)
            row["figure"] = known.get(folded(row["figure"]), row["figure"])
            if row["figure"] and row["figure"] not in figures:
                errors[f"{key}_row_{at}_figure"] = _unknown(row["figure"], language)
        part.figures = [known.get(folded(one), one) for one in part.figures]
        for at, code in enumerate(part.figures, start=1):
            if code and code not in figures:
                errors[f"{key}_figure_{at}_code"] = _unknown(code, language)
        _worded(part, figures)
    return errors


def _unknown(typed: str, language: Language) -> str:
    return say(language, "repdef.figure_unknown", typed=typed)


def _filters_coded(text: str, words: Mapping[str, str]) -> str:
    """Return the codes of a filter that was typed as names: `;` between them, `,` too where no name has one."""
    found: list[str] = []
    for piece in text.split(";"):
        whole = words.get(folded(piece))
        if whole:
            found.append(whole)
            continue
        for one in piece.split(","):
            found += [words[folded(one)]] if folded(one) in words else one.split()
    return ", ".join(dict.fromkeys(found))


def _worded(part: Part, figures: Figures) -> None:
    """Give a row the name of its figure, a column that of its kind, where nobody typed another."""
    if part.said.get("by") == RowsBy.FIGURE:
        for row in part.rows:
            if row["figure"] in figures:
                _fill(row, figures[row["figure"]].name)
        for column in part.columns:
            if column["kind"] in set(ColumnKind):
                key = f"repdef.column_{column['kind']}"
                _fill(column, Text(vi=say("vi", key), en=say("en", key)))


def _fill(line: Line, text: Text) -> None:
    line["label_vi"] = line["label_vi"] or text.vi
    line["label_en"] = line["label_en"] or text.en


def name_parts(sheet: Sheet) -> None:
    """Give each part that has no code yet one of its title, unlike all others of the definition."""
    taken = {one.said["id"] for one in sheet.parts}
    for part in sheet.parts:
        if not part.said["id"]:
            part.said["id"] = code_of(part.said["title_vi"], taken)
            taken.add(part.said["id"])


def code_of(title: str, taken: Iterable[str]) -> str:
    """Return a code made of a title's words, as `Code` and `PartId` want it, that is not taken."""
    code = folded(title).replace(" ", "_")[:_LONGEST].strip("_")
    if len(code) < 3 or not code[0].isalpha():
        code = f"bao_cao_{code}".strip("_")[:_LONGEST]
    number, first = 1, code
    while code in set(taken):
        number += 1
        code = f"{first}_{number}"
    return code
