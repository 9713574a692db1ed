"""Moving a case to the newest rule set: what would change, and the act that changes it.

See docs/decisions/0016-a-correction-is-a-new-edition.md.
"""

from uuid import UUID

import msgspec

from backend.casework.cases import limits
from backend.casework.cases import service as cases
from backend.casework.rules import moving
from backend.core import clock
from backend.core.actors import Actor
from backend.core.local_time import day_of
from backend.law.deadlines import service as deadlines
from backend.ledger import service as ledger
from schemas.casework.acts.rule_sets import ClockMoved, RulesMoved
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit that changes, with its words and its article under the newer rules."""

    label: Text
    citation: Text
    moved: ClockMoved


class Moving(msgspec.Struct, frozen=True, kw_only=True):
    """What a case is under, what it would be under, and why there is a newer rule set."""

    present: str
    newest: str
    why: list[tuple[str, Text]]
    """Each newer rule set with the reason that it exists."""
    changes: list[Change]

    @property
    def possible(self) -> bool:
        """Whether there is a newer rule set."""
        return self.present < self.newest


async def changes(case_id: UUID, actor: Actor) -> Moving:
    """Return what changes in a case's time limits under the newest rule set. Raises NotFound."""
    _, facts = await cases.facts_of(case_id, actor)
    now = clock.now()
    newest = deadlines.rule_set_at(day_of(now))
    found = limits.moved(facts, now) if moving.may_move(facts, newest) else []
    newer = [one for one in deadlines.rule_sets() if facts.rule_set < one.id <= newest]
    return Moving(
        present=facts.rule_set,
        newest=newest,
        why=[(one.id, Text(vi=one.why_vi, en=one.why_en)) for one in newer],
        changes=[_worded(one, facts.rule_set, newest) for one in found],
    )


def _worded(moved: ClockMoved, present: str, newest: str) -> Change:
    label, citation = deadlines.words_of(newest if moved.after else present, moved.rule)
    return Change(label=label, citation=citation, moved=moved)


def seen(given: str) -> list[ClockMoved]:
    """Return the list that a page showed, as it comes back; empty if it is none."""
    try:
        return msgspec.json.decode(given, type=list[ClockMoved])
    except msgspec.DecodeError:
        return []


def shown(about: Moving) -> str:
    """Return the list of changes as a page sends it back."""
    return msgspec.json.encode([one.moved for one in about.changes]).decode()


async def move(
    case_id: UUID, to: str, agreed: list[ClockMoved], reason: str, actor: Actor
) -> ledger.Outcome:
    """Move a case to a newer rule set. `agreed` is the list that was looked at.

    Raises NotFound; a refusal is in the outcome.
    """
    content = RulesMoved(to=to, changes=agreed, reason=reason)
    return await cases.act(case_id, CaseAct.RULES_MOVED, content, actor)
