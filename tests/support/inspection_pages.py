"""Generates pages of docs/fieldwork from the declared acts of an inspection: `python -m
tests.support.inspection_pages`.

A lawyer can read in them what the program does, act by act. A test compares them with the
declarations.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from backend.fieldwork.acts.declaring import Declared, Face, Who
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived import states as tables
from backend.fieldwork.rules.steps import Effect, Step
from backend.fieldwork.texts.words import STATES
from schemas.fieldwork.words import ActType, InspectionState

FOLDER = Path(__file__).parents[2] / "docs/fieldwork"

_STATES_HEAD = """# What each act of an inspection does in each state

Printed from the declarations in `backend/fieldwork/acts` (`python -m tests.support.inspection_pages`; a test compares).
Every act stands once in every state. What takes effect may still fail for what it says; evidence is then held, and a
step refused. Codes are those of the answers.

There are two flows. By the newer one (`minutes_flow: 2` in the decision) a supervisor looks at a draft before the first
signature and rules on the file after the submission. The older one, which rules on submitted minutes, stays for the
inspections that began by it.
"""
_OWN_FILE = """
Where who issued the decision leads the team, `{kind}` leads to `{state}`: his file needs no opinion.
"""
_AUTHORITY_HEAD = """# Who may do what to an inspection

Printed from the declarations in `backend/fieldwork/acts` (`python -m tests.support.inspection_pages`; a test compares).
Evidence from an officer outside the team is held, never refused. A step or a ruling from an
officer who may not make it is refused. That
nobody rules on his own work is asked of every ruling, by its authority or by its guard.

| Act | Whose it is | From | Evidence | Flow |
|---|---|---|---|---|
"""
_WHO = {
    Who.TEAM: "officers of the team",
    Who.HEAD: "supervisor of the unit or above",
    Who.OTHER_HEAD: "supervisor of the unit or above, not of the team",
    Who.OTHER_HEAD_OR_LEGAL: "supervisor or legal officer of the unit or above, not of the team",
    Who.ISSUER: "supervisor of the unit or above, not of the team, or who issued the decision",
    Who.TEAM_OR_HEAD: "officers of the team; at the desk a supervisor of the unit or above",
    Who.OFFICE: "officers of the paper's unit: who drafted, signed or compares it, as it says",
    Who.MAKER: "the officer who made the paper, at the desk or on a phone",
}
_FACE = {Face.PHONE: "phone", Face.DESK: "desk", Face.EITHER: "phone or desk"}
_WITHOUT = {Effect.NOTED: "Noted", Effect.HELD: "Held", Effect.REFUSED: "Refused"}


def states() -> str:
    """Both tables, state by state: which acts take effect, and what happens to all others."""
    lines = [_STATES_HEAD, "\n## No inspection yet\n", *_cells(tables.OLDER[None], None)]
    lines += ["\n## The newer flow"]
    for state, row in tables.NEWER.items():
        lines += [f"\n### `{state}` {STATES[state].vi}\n", *_cells(row, state)]
    newer = _list(kind for kind in ACTS if kind in tables.NEWER_TYPES)
    for kind, one in ACTS.items():
        if one.own_file:
            lines.append(_OWN_FILE.format(kind=kind, state=one.own_file).rstrip())
    lines += [
        "\n## The older flow\n",
        f"Acts of the newer flow are refused (`flow_older`): {newer}.",
    ]
    for state in InspectionState:
        lines += [f"\n### `{state}` {STATES[state].vi}\n", *_cells(tables.OLDER[state], state)]
    for kind, one in ACTS.items():
        lines += [
            f"\nWhere a supervisor admits `{kind}` in `{held}`, it leads to `{to}`."
            for held, to in one.once_taken.items()
        ]
    return "\n".join(lines) + "\n"


def _cells(row: dict[ActType, Step], state: InspectionState | None) -> list[str]:
    moves, stays = [], []
    others: dict[tuple[Effect, str | None], list[ActType]] = {}
    for kind, cell in row.items():
        if cell.effect is not Effect.TAKES:
            others.setdefault((cell.effect, cell.code), []).append(kind)
        elif cell.next == state:
            stays.append(kind)
        else:
            moves.append(f"| `{kind}` | `{cell.next}` |")
    lines = ["| Act | Leads to |", "|---|---|", *moves] if moves else []
    if stays:
        lines.append(f"\nTakes effect, and the state stays: {_list(stays)}.")
    for effect, word in _WITHOUT.items():
        for (found, code), kinds in others.items():
            if found is effect:
                said = f"{word} (`{code}`)" if code else word
                lines.append(f"\n{said}: {_list(kinds)}.")
    return lines


def _list(kinds: Iterable[ActType]) -> str:
    return ", ".join(f"`{kind}`" for kind in kinds)


def authority() -> str:
    """Every act with the people who may make it and where it comes from."""
    return _AUTHORITY_HEAD + "\n".join(_whose(kind, one) for kind, one in ACTS.items()) + "\n"


def _whose(kind: ActType, one: Declared) -> str:
    system = "; the system, for what came late" if one.by_the_system else ""
    flow = "both" if one.older else "newer"
    evidence = "yes" if one.evidence else "no"
    return f"| `{kind}` | {_WHO[one.who]}{system} | {_FACE[one.face]} | {evidence} | {flow} |"


PAGES: dict[str, Callable[[], str]] = {"state-table.md": states, "authority.md": authority}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, page in PAGES.items():
        (FOLDER / file).write_text(page(), encoding="utf-8")
