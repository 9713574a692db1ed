"""Generates docs/insight/figures.md from the definitions: `python -m tests.support.figure_pages` writes it."""

from pathlib import Path

from backend.insight.figures import definitions
from schemas.insight.definitions import FigureDefinition
from schemas.insight.figures import CountedEvent

PAGE = Path(__file__).parents[2] / "docs/insight/figures.md"
HEAD = """# Figures

What each figure means, before it is counted. Printed from `backend/insight/figures/definitions`
(`python -m tests.support.figure_pages`; a test compares). The desk shows the same at *Thống kê*, in both languages.
Each installation's legal department signs them there (*Định nghĩa chỉ tiêu*): one officer presents, another signs,
each as it reads.

## Rules for all

- **From acts alone.** A figure sums events that the acts of records tell
([decision](../decisions/0077-figures-are-counted-from-sealed-acts.md)). Each leads back to its records.
- **Day.** By the day that the paper or the receipt names; by the day of entry only where no paper names one,
and the figure says so. What is entered late changes the
figures of its own period; a report states up to which position of the log it was counted.
- **Unit.** The unit whose record it was on that day; when a unit is closed, from that day on its successor. A case
that a head above decides stays with its unit. A case that goes to another authority is counted where it was until then.
How things stand at the end of a period is that of the units of its last day: what a closed unit was still owed, or
waited for, is its successor's.
- **Annulled.** A decision that was annulled counts in its period all the same, and is shown apart. What is owed falls
on the day of the annulment, which is that of its paper.
- **Amended.** What a decision carries (warning, fine, suspension, confiscation, each remedy) counts as it was
issued. The fine and the goods follow an amendment, on the day of its paper.
- **Several behaviours.** A case is told apart by the first behaviour of its decision or minutes; figures of
behaviours count each. The parts of a fine are those that the law's reckoning gives.
- **Goods** have the value that their list states. A row without a value adds nothing, and is counted
apart; of a licence that is held none is asked.
- **Parties** are counted once in a period: by identity number or tax code (of an organisation the tax code first),
else by the register, else by name and address.
- **A week over 15 December** lies in two reporting years: weeks do not add up to the year of the report on sanctions,
nor to a month from the 15th to the 14th.
- **A record that cannot be counted** keeps what it counted before, is named to operators, and is tried again; pages say
how many there are.
- **Certainty** is that of the source: R read, R2 restated, M from memory, U not found. The annexes of Circulars
55/2020 and 01/2023 were not found, so which figures stand in which table is data that two people publish.

"""


def page() -> str:
    """Return the page."""
    known = definitions.everything()
    parts = [HEAD]
    for group in known.groups:
        mine = [one for one in known.figures if one.group == group.id]
        parts.append(f"## {group.label.en}\n\n{group.source.en}.\n\n".replace("\\\n", "\n"))
        parts.append("| figure | definition | day | from | certainty |\n|---|---|---|---|---|\n")
        parts += [_line(one) for one in mine]
        parts.append("\n")
    return "".join(parts) + _events()


def _line(one: FigureDefinition) -> str:
    note = f" *{one.note.en}*" if one.note else ""
    name = f"`{one.code}` {one.name.vi}<br>{one.name.en}"
    terms = " ".join(
        f"{'−' if term.sign < 0 else '+'}{term.event}"
        + (f"[{', '.join(term.details)}]" if term.details else "")
        + (f"({', '.join(term.parties)})" if term.parties else "")
        + (".amount" if term.measure == "amount" else "")
        + (f".{term.part}" if term.part != "all" else "")
        for term in one.terms
    )
    terms = f"{one.kind}: {terms}" if one.kind != "sum" else terms
    return f"| {name} | {one.definition.en}{note} | {one.day.en} | {terms or '–'} | {one.certainty} |\n"


def _events() -> str:
    rows = "".join(f"| `{one}` | {_doc(one)} |\n" for one in CountedEvent)
    return f"## Events\n\n| event | what it is |\n|---|---|\n{rows}"


def _doc(one: CountedEvent) -> str:
    """Return what stands below an event in its enumeration."""
    lines = (
        (Path(__file__).parents[2] / "schemas/insight/figures.py")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    at = next(place for place, line in enumerate(lines) if line.endswith(f' = "{one}"'))
    after = lines[at + 1].strip()
    return after.strip('"') if after.startswith('"""') else str(one).replace("_", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
