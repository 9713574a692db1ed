"""Generates docs/law.md from the list of uncertain facts, the schema of the answers, and which of them govern.

`python -m tests.support.law_pages` writes them. What governs is the last part of docs/law/reckoner.md.
"""

from pathlib import Path

import msgspec

from backend.casework.reckoner import governing
from backend.law import books
from backend.law.stated_limits import service as stated_limits
from schemas.law.limits import StatedLimit
from schemas.law.reckoning import Reckoning

DOCS = Path(__file__).parents[2] / "docs"
PAGE, SCHEMA = DOCS / "law.md", DOCS / "law/reckoning.schema.json"
RECKONER = DOCS / "law/reckoner.md"
GOVERNING = """## What governs cases

Printed from `backend/casework/reckoner/governing.py` (`python -m tests.support.law_pages`; a test compares). What only
answers says so: in the answer (`applied`), at the desk and at the command line.

| `what` | asks | rule | the act of a case that it judges |
|---|---|---|---|"""
HEAD = """# What is uncertain in the law book

For the legal department. Every uncertain statement in use, its readings, which one is taken, and what another would
change. Printed from `backend/law/stated_limits/limits.json` (`python -m tests.support.law_pages`; a test compares);
the desk shows the same at `/desk/law/limits`, prepared for a signature.

**R** read in the act; **R2** read in a page that restates it; **M** from memory of the act; **U** uncertain or open.
Where a rule is R the system refuses; elsewhere it warns, and the signer may go on with a reason, which is listed
([exceptions](casework/exceptions.md)).
"""
TOPICS = {
    "counting": "Counting",
    "deadlines": "Time limits",
    "sanctions": "Sanctions",
    "competence": "Competence",
    "catalogue": "Catalogue",
    "complaints": "Complaints",
    "exhibits": "Exhibits",
    "publication": "Publication",
    "records": "Records",
}


def page() -> str:
    """Return the page of uncertain facts."""
    lines = [HEAD]
    topic = ""
    for one in stated_limits.all_of_them():
        if one.topic != topic:
            topic = one.topic
            lines.append(f"## {TOPICS[topic]}\n")
        lines.append(_entry(one))
    return "\n".join(lines).rstrip() + "\n"


def _entry(one: StatedLimit) -> str:
    readings = [
        f"{number}. {reading.en}{' **Taken.**' if number - 1 == one.taken else ''}"
        for number, reading in enumerate(one.readings, 1)
    ]
    refs = f" ({', '.join(one.refs)})" if one.refs else ""
    head = f"### {one.id} {one.fact.en}\n\n*{one.certainty}*, {one.source}{refs}\n"
    return "\n".join([head, *readings, "", f"By another reading: {one.effect.en}", ""])


def reckoner_page() -> str:
    """Return the page about the reckoner, with what governs cases printed anew."""
    written, _, _ = RECKONER.read_text(encoding="utf-8").partition(GOVERNING.partition("\n")[0])
    rows = [
        f"| `{what}` | {one.en} | `{one.rule}` | {f'`{one.act}`' if one.act else 'none: only answers'} |"
        for what, one in governing.EXECUTION.items()
    ]
    silent = ", ".join(f"`{one}`" for one in governing.silent(books.newest()))
    without = "; ".join(f"`{one}`: {why}" for one, why in governing.WITHOUT_CLOCK.items())
    lines = [
        written + GOVERNING,
        *rows,
        "",
        f"Time limits that an act of a case starts govern as clocks. These have no clock and govern: {without}.",
        "",
        f"These only answer: {silent}.",
    ]
    return "\n".join(lines) + "\n"


def schema() -> str:
    """Return the JSON schema of an answer."""
    found = msgspec.json.schema(Reckoning)
    return msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    SCHEMA.write_text(schema(), encoding="utf-8")
    RECKONER.write_text(reckoner_page(), encoding="utf-8")
    print(f"{PAGE.name}, {SCHEMA.name}, {RECKONER.name} written")
