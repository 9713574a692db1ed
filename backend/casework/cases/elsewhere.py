"""One act is decided once, in whatever case.

Law on Handling Administrative Violations Art 3.1 d; PRACTICE B10. Two cases may rightly be about
one party, behaviour and day (two shops, two consignments). So a second decision is possible, but it
needs a reason and is put on the list of exceptions. If the other case is out of the officer's
sight, they are given its number and unit, so that they can ask there.
"""

from datetime import date
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from backend.casework.cases import events
from backend.casework.prior_offences.service import also_known
from backend.casework.queries import elsewhere as elsewhere_queries
from backend.casework.queries.elsewhere import Known, OtherCase
from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.rules import recording
from backend.casework.rules.contradictions import folded
from backend.casework.rules.facts import Decided, Facts, ordered
from backend.casework.texts.cases import refusal
from backend.core import scope
from backend.core.actors import Actor
from backend.ledger.handlers import Refuse
from schemas.casework.prior_offences import PartyIdentity
from schemas.core.problems import Text
from schemas.law.sanctions import SanctionOrder

Done = frozenset[tuple[str, date]]
"""Behaviours by code, each with the Vietnamese day on which it ended."""


class Other(NamedTuple):
    """A decision in another case. Fields are None if they are out of the reader's sight."""

    number: str
    unit: Text
    case_id: UUID | None
    decision: str | None

    def said(self) -> Text:
        """Return the words by which a sentence names it."""
        if self.decision is not None:
            vi, en = f"quyết định số {self.decision}", f"decision {self.decision}"
        else:
            vi, en = self.unit.vi, self.unit.en
        return Text(vi=f"vụ việc {self.number} ({vi})", en=f"case {self.number} ({en})")


def done(facts: Facts, order: SanctionOrder | None = None) -> Done:
    """Return what a case's decision is about: the order's behaviours, or else the recorded ones."""
    order = order or (facts.sanction.order if facts.sanction else None)
    if order is not None and order.acts:  # a chair's decision is about what is recorded
        return frozenset((one.behaviour.code, one.acted_on) for one in order.acts)
    recorded = facts.recorded.violations if facts.recorded else []
    return frozenset((one.code, one.ended_on) for one in recorded)


def decided(facts: Facts) -> Done:
    """The same of the decision that is in force; empty if there is none."""
    if facts.decision_id is None or facts.decision_gone_by is not None:
        return frozenset()
    return done(facts)


MOST_NAMED = 5
MOST_JUDGED = 100
"""Cases that are read whole, while other decisions against the same party wait for the lock."""
_MORE = Other(
    "…", Text(vi="còn vụ việc khác chưa đối chiếu", en="others, not compared"), None, None
)


class Whom(NamedTuple):
    """What identifies the party of a decision."""

    name: str
    subject_id: UUID | None = None
    tax_code: str | None = None
    identity: str | None = None

    async def known(self) -> Known:
        """Return by what decisions against the party are found: also by all that is one with it since a merge."""
        asked = PartyIdentity(
            subject_id=self.subject_id,
            name=None,
            address=None,
            tax_code=self.tax_code,
            identity_number=self.identity,
        )
        also = await also_known(asked)
        return Known(
            ids=_each(self.subject_id, *also.ids),
            tax_codes=_each(self.tax_code, *also.tax_codes),
            identities=_each(self.identity, *also.identities),
            names=_each(self.name, *also.names),
        )


_Key = TypeVar("_Key", str, UUID)


def _each(*found: _Key | None) -> tuple[_Key, ...]:
    return tuple(sorted({one for one in found if one}))


def _locks(party: Known) -> list[str]:
    """Return the keys of the locks by which two concurrent decisions find each other."""
    numbers = (*party.ids, *party.tax_codes, *party.identities)
    return [*(folded(one) for one in party.names), *(str(one) for one in numbers)]


def whom(facts: Facts) -> Whom | None:
    """Return the party that a decision of the case is against; None if nobody knows who it is."""
    if recording.against_nobody(facts):
        paper = recording.named_later(facts)
        if paper is None:
            return None
        said = paper.fields["violator"]
        tax_code = said.get("tax_code") or said.get("enterprise_code")
        return Whom(said["name"], None, tax_code or None, said.get("id_number") or None)
    if (party := facts.party) is None:
        return None
    return Whom(party.name, party.subject_id, party.tax_code, party.identity_number)


async def others(
    case_id: UUID, facts: Facts, acts: Done, actor: Actor, *, hold: bool = False
) -> list[Other]:
    """List decisions in force in other cases against the same party, on one of these acts.

    With `hold`, no other decision against the party is judged until the transaction ends. So only a
    few are named and not many read (MOST_NAMED, MOST_JUDGED). If others may exist, the last item
    says so.
    """
    party = whom(facts)
    if party is None or not acts:
        return []
    known = await party.known()
    if hold:
        await elsewhere_queries.hold(_locks(known))
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 9)
    codes = sorted({code for code, _ in acts})
    rows = await elsewhere_queries.decided(
        case_id,
        known,
        codes,
        min(day for _, day in acts),
        MOST_JUDGED + 1,
        condition,
        list(args),
    )
    found: list[Other] = []
    for row in rows[:MOST_JUDGED]:
        if len(found) >= MOST_NAMED:
            return [*found, _MORE]
        if await _same(row.id, acts):
            found.append(other(row))
    return [*found, _MORE] if len(rows) > MOST_JUDGED else found


async def _same(case_id: UUID, acts: Done) -> bool:
    facts = await events.facts_of(case_id)
    return facts is not None and bool(decided(facts) & acts)


def other(row: OtherCase) -> Other:
    """Return another case from its row, with what the reader may see of it."""
    return Other(
        number=row.number,
        unit=Text(vi=row.unit_vi, en=row.unit_en),
        case_id=row.id if row.seen else None,
        decision=row.decision_number if row.seen else None,
    )


async def objection(
    case_id: UUID, facts: Facts | None, content: Any, actor: Actor
) -> Refuse | None:
    """Return the refusal of an act that decides and needs its reason `twice`, or None."""
    if facts is None or not isinstance(content, Decided):
        return None
    if content.twice is not None:
        return None
    what = ordered(content)
    order = what if isinstance(what, SanctionOrder) else None
    found = [
        one.said() for one in await others(case_id, facts, done(facts, order), actor, hold=True)
    ]
    if not found:
        return None
    named = Text(vi=", ".join(one.vi for one in found), en=", ".join(one.en for one in found))
    return refusal("case_decided_elsewhere", named)
