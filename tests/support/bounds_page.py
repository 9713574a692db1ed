"""Generates docs/ledger/bounds.md from the table of bounds: `python -m tests.support.bounds_page`
writes it."""

from pathlib import Path

from backend import registry
from backend.approvals.derived import bounds as approval_bounds
from backend.casework.derived import bounds as case_bounds
from backend.documents.rules import record_paper_bounds
from backend.fieldwork.derived import bounds as inspection_bounds
from backend.force.derived import bounds as people_bounds
from backend.insight.derived import bounds as report_bounds
from backend.intake.derived import bounds as information_bounds
from backend.ledger.bounds import forms, rules
from backend.ledger.bounds import table as own
from backend.ledger.bounds.edges import (
    At,
    Edge,
    Fixed,
    Later,
    Made,
    Now,
    OfYear,
    ThisYear,
    Today,
    Told,
)
from backend.ledger.bounds.table import Line
from backend.planning.derived import bounds as plan_bounds

registry.open_all()
TABLE = rules.table()
BY_THE_SYSTEM = {
    **own.BY_THE_SYSTEM,
    **people_bounds.SET_BY_THE_SYSTEM,
    **approval_bounds.SET_BY_THE_SYSTEM,
    **record_paper_bounds.SET_BY_THE_SYSTEM,
    **plan_bounds.SET_BY_THE_SYSTEM,
    **inspection_bounds.SET_BY_THE_SYSTEM,
    **case_bounds.SET_BY_THE_SYSTEM,
    **information_bounds.SET_BY_THE_SYSTEM,
    **report_bounds.SET_BY_THE_SYSTEM,
}
PAGE = Path(__file__).parents[2] / "docs/ledger/bounds.md"

HEAD = """# Bounds

How early, how late and how much an act may say. The tables below are printed from `backend/ledger/bounds` and from the
declared acts (`python -m tests.support.bounds_page`; a test compares). They are asked at the one door, for
whatever face the act comes from:

- a **step** outside its bounds is refused (`out_of_bounds`), with the field, the range and the reason, in both
  languages;
- an act of **evidence** outside its bounds is never refused: it is kept, held aside (`out_of_bounds`), and waits for
  a person.

Edges are days of Vietnam (UTC+7) or moments; *today* and *now* are the server's when the act comes in, and a desk's
clock may be five minutes ahead. Edges *of the record* are told by the case: the day of its decision, what is left to
pay. A term of law that can be extended is no bound but a clock ([time limits](../law/deadlines.md)). Numbers whose type
says its range (`schemas/`) have no line. What stands in the ledger keeps what it said: a bound binds new acts alone.

Whole numbers are typed as digits or in groups of three with a dot (`1.250.000`); a comma or a decimal is asked for
again.

"""
FIELDS_HEAD = """
## Fields of papers

By the name of the field, on every form. Judged when a paper is made ready at the desk (refused), and when one comes
from a phone (held aside). The phone knows this table too (`tests/cases/bounds.json`), and tells a fault
before the paper is signed.

| field | least | most | why |
|---|---|---|---|"""


def edge(one: Edge) -> str:
    """One end of a range in a few words."""
    match one:
        case Fixed(value):
            return f"{value:,}" if isinstance(value, int) else value.isoformat()
        case Today(days):
            return "today" + (f" {days:+} d" if days else "")
        case Now(minutes):
            return f"now +{minutes} min"
        case At(pointer, days):
            return f"`{pointer}`" + (f" {days:+} d" if days else "")
        case ThisYear(years):
            return f"this year {years:+}"
        case OfYear(pointer, last):
            return f"{'31 Dec' if last else '1 Jan'} of `{pointer}`"
        case Made(days):
            return f"made_at {days:+} d"
        case Later(first, second):
            return f"the later of {edge(first)}, {edge(second)}"
        case Told(name, days):
            return f"of the record: {name.replace('_', ' ')}" + (f" {days:+} d" if days else "")


def range_of(line: Line) -> tuple[str, str]:
    """Both ends of a range."""
    least, most = (", ".join(edge(one) for one in ends) or "–" for ends in (line.least, line.most))
    return least, most


def row(line: Line) -> str:
    """One line of the table."""
    where = f" (where {line.when[0]} is {line.when[1]})" if line.when else ""
    kinds = ", ".join(f"`{kind}`" for kind in line.kinds)
    least, most = range_of(line)
    return f"| {kinds} | `{line.pointer}`{where} | {least} | {most} | {line.why_en} |"


def page() -> str:
    """The whole page."""
    lines = [HEAD + "## Acts\n", "| act | place | least | most | why |", "|---|---|---|---|---|"]
    lines += [row(line) for line in TABLE]
    lines += ["\n## Places that nobody types\n", "| act and place | why |", "|---|---|"]
    lines += [f"| `{place}` | {why} |" for place, why in BY_THE_SYSTEM.items()]
    lines.append(FIELDS_HEAD)
    for name, line in forms.FIELDS.items():
        least, most = range_of(line)
        lines.append(f"| `{name}` | {least} | {most} | {line.why_en} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name} written")
