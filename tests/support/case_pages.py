"""Generates pages of docs/casework from the declared acts of a case: `python -m
tests.support.case_pages` writes them.

A lawyer can read in them what the program does, act by act. A test compares them with the
declarations.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from backend.casework.acts.declaring import Also, Decision, Declared, Who
from backend.casework.acts.index import ACTS
from backend.casework.acts.papers_first import AllCompared, ComparedFirst, NotSentBack, Scanned
from backend.casework.derived import states as rules
from backend.casework.rules.states import CLOSED, CLOSINGS, Effect
from backend.casework.texts.states import STATES
from schemas.casework.words import CaseState
from tests.support import effects_page

FOLDER = Path(__file__).parents[2] / "docs/casework"

_STATES_HEAD = """# Which act leads where

Printed from the declarations in `backend/casework/acts` (`python -m tests.support.case_pages`; a test compares). An act
that stands in no line of a state is refused there. What a line allows may still fail for what was decided before, for
the paper that is missing or for a time that is over. A dash: the case stays where it is.
"""
_AUTHORITY_HEAD = """# Who may do what

Printed from the declarations in `backend/casework/acts` (`python -m tests.support.case_pages`; a test compares).
A holder of authority in the case's unit or above it (người có thẩm quyền) does every act of an officer too.

| Act | Whose it is | Beside them | Decides or approves | Papers that state the decision |
|---|---|---|---|---|
"""
_PAPERS_HEAD = """# Which paper comes first

Printed from the declarations in `backend/casework/acts` (`python -m tests.support.case_pages`; a test compares). The
first paper stands signed in the case; those in the last column, where they are signed by hand, were compared with what
was printed by a second person. What an act's own guard asks beside these is not told here. A name in code is a key of
the act's content. A signature on a form of the second column enters the act in the same command
([decision](../decisions/0038-a-signed-paper-has-its-effect-at-once.md)).

| Act | Entered by signing | Paper that it enters | Compared first |
|---|---|---|---|
"""
_NAMES = {
    "decision": "the decision",
    "minutes": "the violation minutes",
    "hearing": "the hearing's",
}
_WHO = {
    Who.WORKER: "officers of the case, head of the team",
    Who.TITLE: "officers of the case, head of the team, as the signer's competence reaches",
    Who.HEAD: "head with the authority",
    Who.CLERK: "clerk of the unit whose register it is in",
    Who.SYSTEM: "the system alone, after the inspection's own act",
}
_ALSO = {
    Also.CLERK: "clerk of the unit or above",
    Also.SIGNER: "signer of the decision that it enters",
    Also.MINUTES_MAKER: "after the minutes their maker, and an officer who leads in the unit",
    Also.LEADER: "an officer who leads in the unit",
    Also.LEGAL: "legal officer of the unit or above",
    Also.JANITOR: "the system",
}


def _name(state: CaseState | None) -> str:
    return f"`{state}`" if state else "*(no case yet)*"


def states() -> str:
    """Every state with its possible acts, and the acts that are noted in every state."""
    lines = [_STATES_HEAD]
    for state in (None, *CaseState):
        label = STATES[state].vi if state else "Chưa có vụ việc"
        ends = " An end: the file may be archived." if state in CLOSED else ""
        lines += [f"\n## {_name(state)} {label}\n", *([ends.strip() + "\n"] if ends else [])]
        lines += ["| Act | Leads to |", "|---|---|"]
        lines += [f"| `{kind}` | {_leads(ACTS[kind], state)} |" for kind in rules.possible(state)]
    noted = ", ".join(f"`{kind}`" for kind, one in ACTS.items() if one.otherwise is Effect.NOTED)
    lines += ["\n## In every state\n", f"Taken note of wherever the case stands: {noted}."]
    return "\n".join(lines) + "\n"


def _leads(one: Declared, state: CaseState | None) -> str:
    to = rules.TABLE[state][one.wire].next
    if one.means is not None:
        return "where the acts lead that it amounts to"
    if one.leads_to is None:
        return f"`{to}`" if to else "–"
    if one.wire.endswith(".closed") and state is not None:
        return ", ".join(f"`{to}` ({outcome})" for outcome, to in CLOSINGS[state].items())
    said = f"`{to}`, or " if to else ""
    return f"{said}{_sentence(one.leads_to)}"


def _sentence(asked: Callable[..., object]) -> str:
    """The first sentence of a rule's docstring, on one line."""
    first = " ".join((asked.__doc__ or "").split()).split(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def authority() -> str:
    """Every act with the people who may make it and what it decides."""
    rows = []
    for kind, one in ACTS.items():
        beside = ", ".join(_ALSO[also] for also in one.also) or "–"
        binds = "yes" if one.binding else "no"
        rows.append(f"| `{kind}` | {_WHO[one.who]} | {beside} | {binds} | {_stated(one)} |")
    return _AUTHORITY_HEAD + "\n".join(rows) + "\n"


def _stated(one: Declared) -> str:
    if isinstance(one.decides, Decision):
        return _list(sorted(one.decides.papers)) or "none: the power is asked on the day"
    return _sentence(one.decides) if one.decides else "–"


def papers() -> str:
    """Every act that requires a paper, with the paper."""
    rows = []
    for kind, one in ACTS.items():
        compared = "; ".join(_compared(waits) for waits in one.compared_first) or "–"
        entered = ", ".join(one.effect.forms) if one.effect else "–"
        if one.paper or one.compared_first or one.effect:
            rows.append(f"| `{kind}` | {entered} | {_stands(one)} | {compared} |")
    return _PAPERS_HEAD + "\n".join(rows) + "\n"


def _stands(one: Declared) -> str:
    if one.paper is None:
        return "–"
    key = "" if one.paper.key == "document_id" else f" (`{one.paper.key}`)"
    return (" or ".join(one.paper.forms) or "any that stands") + key


def _compared(one: ComparedFirst) -> str:
    named = ", ".join(_NAMES.get(name, f"`{name}`") for name in one.papers)
    said = {
        NotSentBack: f"not sent back: {named}",
        Scanned: f"scanned: {named}",
        AllCompared: "every paper of the case",
    }.get(type(one), named)
    return f"{said} (where: {_sentence(one.when)})" if one.when else said


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)


PAGES: dict[str, Callable[[], str]] = {
    "state-table.md": states,
    "authority.md": authority,
    "papers-first.md": papers,
    "effects-of-papers.md": effects_page.page,
}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, page in PAGES.items():
        (FOLDER / file).write_text(page(), encoding="utf-8")
