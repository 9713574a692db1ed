"""The clocks of a case, from the facts of its acts."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.acts.clock_facts import Happened, SoFar, Undone, fact
from backend.casework.acts.index import ACTS
from backend.casework.rules import approving
from backend.casework.rules.complaint_facts import Complaint
from backend.casework.rules.facts import Facts, Paper
from backend.core import formats
from backend.core.local_time import day_of
from backend.law.deadlines import service as deadlines
from backend.law.sanctions import engine as sanctions
from schemas.casework.acts.beside import DocumentAmended, OrderCorrected
from schemas.casework.acts.execution import DecisionAnnulled
from schemas.casework.acts.outside import OutsideConfirmed, OutsideStated
from schemas.casework.acts.rule_sets import RulesMoved
from schemas.casework.words import CaseAct
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, ClockState, Fact

_OPEN = frozenset({ClockState.RUNNING, ClockState.HALF, ClockState.LAST_DAY, ClockState.MISSED})


def facts_of(acts: Iterable[Happened]) -> list[Fact]:
    """Return the facts that a case's clocks run by, from its accepted acts in order."""
    told = list(acts)
    undone = Undone(
        frozenset(_cancelled(told, "with_effects")), frozenset(_cancelled(told, "amendment_ends"))
    )
    so_far = SoFar(
        deadlines.fields(),
        _sent_up(told),
        deadlines.statute_details,
        _outside_catalogue(told),
        annulled=frozenset(_annulled(told)),
        left=_left_confiscated(told, undone),
    )
    found: list[Fact] = []
    for act in told:
        declared = ACTS[CaseAct(act.type)]
        if declared.undone is not None and declared.undone(act.content, undone):
            continue  # the clocks run as if the act had not happened
        if declared.tells is not None:
            found += declared.tells(act, so_far)
        else:
            details = declared.details(act.content, so_far) if declared.details else {}
            found.append(fact(act, details, declared.happened_at))
    return _as_corrected(found, told)


def _as_corrected(found: list[Fact], acts: list[Happened]) -> list[Fact]:
    """Return the facts as if the last correction of a superior's order had been said at the beginning."""
    said = [act.content.ordered for act in acts if isinstance(act.content, OrderCorrected)]
    if not said:
        return found
    others = [one for one in found if one.act != "case.ordered"]
    ordered = [Fact(act="case.ordered", at=others[0].at)] if said[-1] else []
    return ordered + others


def _outside_catalogue(acts: list[Happened]) -> dict[str, tuple[str, int | None]]:
    """Return field and years of statute of the acts outside the catalogue that two people determined.

    They count from the recording on, whatever field the minutes named.
    """
    stated: dict[str, OutsideStated] = {}
    found: dict[str, tuple[str, int | None]] = {}
    for act in acts:
        if isinstance(act.content, OutsideStated):
            stated[act.content.code] = act.content
        elif isinstance(act.content, OutsideConfirmed) and act.content.code in stated:
            said = stated[act.content.code]
            found[said.code] = (str(said.field), said.statute_years)
    return found


def _cancelled(acts: list[Happened], how: str) -> Iterable[UUID]:
    return (act.content.document_id for act in acts if getattr(act.content, how, False))


def _annulled(acts: list[Happened]) -> Iterable[UUID]:
    return (act.content.document_id for act in acts if isinstance(act.content, DecisionAnnulled))


def _left_confiscated(acts: list[Happened], undone: Undone) -> dict[UUID, frozenset[UUID]]:
    """Return what the last amendment in force left confiscated, by the decision that is amended.

    Each names all that is confiscated from then on (Decree 118/2021 Art 13.4).
    """
    found: dict[UUID, frozenset[UUID]] = {}
    for act in acts:
        said = act.content
        if (
            isinstance(said, DocumentAmended)
            and said.confiscated is not None
            and said.by not in undone.amending
        ):
            found[said.document_id] = frozenset(said.confiscated)
    return found


def _sent_up(acts: list[Happened]) -> set[UUID]:
    """Return the papers whose makers head no unit.

    Empty if such a maker took the decision: the file was then not submitted to anyone.
    """
    found: set[UUID] = set()
    for act in acts:
        made_by = ACTS[CaseAct(act.type)].made_by
        title = made_by(act.content) if made_by else ""
        if not title or sanctions.heads_a_unit(title):
            continue
        paper: Any = act.content
        if paper.form == "MQĐ02":
            return set()
        found.add(paper.document_id)
    return found


def clocks_of(facts: Facts, now: datetime, rule_set: str | None = None) -> list[Clock]:
    """Return the clocks of a case at this moment, by its rule set or by another one.

    What its acts run is counted once for all who ask (`Facts.reckoned`).
    """
    rules = rule_set or facts.rule_set
    before = facts.reckoned.get(rules)
    told = before.told if before else deadlines.watched(facts_of(facts.events), rules)
    facts.reckoned[rules] = run = deadlines.run(told, rules, now, before)
    return list(run.clocks)


def limiting(facts: Facts, paper: Paper, rules: Collection[str], now: datetime) -> Clock | None:
    """Return the clock that runs for deciding on a paper, or ran out: of these rules the one that ends first.

    Of clocks that each seizure has for itself, that of the paper's seizure counts, if the paper names it.
    """
    known = [one for one in clocks_of(facts, now) if one.rule in rules]
    meant = {str(one) for one in approving.minutes_of(paper, facts)} & {
        one.subject for one in known
    }
    running = [one for one in known if one.state in _OPEN and (not meant or one.subject in meant)]
    return min(running, key=lambda one: one.due_at, default=None)


def named(
    clocks: Iterable[Clock], facts: Facts, for_head: Collection[UUID] = frozenset()
) -> list[Clock]:
    """Return the clocks, those of complaints with what the complaint is against, its day, and who resolves it.

    `for_head`: those that go to the head of today, as who made the decision left that office.
    """
    known = {
        str(one): _of_complaint(told, facts, for_head=one in for_head)
        for one, told in facts.complaints.items()
    }
    return [
        msgspec.structs.replace(one, about=known[one.subject]) if one.subject in known else one
        for one in clocks
    ]


def _of_complaint(one: Complaint, facts: Facts, *, for_head: bool) -> Text:
    against, name = _against(one, facts), one.now.resolver_name
    if for_head:
        return Text(
            vi=f"{against.vi}; {name or 'người đã ra quyết định'} không còn giữ chức vụ đó: người đứng đầu hiện nay "
            "giải quyết",
            en=f"{against.en}; {name or 'who made the decision'} holds that office no more: the present head resolves "
            "it",
        )
    if name is None:
        return against
    return Text(vi=f"{against.vi}; {name} giải quyết", en=f"{against.en}; resolved by {name}")


def _against(one: Complaint, facts: Facts) -> Text:
    paper = facts.papers.get(one.filed.against) if one.filed.against else None
    what = (paper.number if paper else None) or one.filed.what or ""
    day = formats.day(day_of(one.filed.filed_at))
    return Text(vi=f"{what} (đơn {day})".strip(), en=f"{what} (filed {day})".strip())


def moved(facts: Facts, now: datetime) -> list[Clock] | None:
    """Return the clocks of a case at this moment if its newest act may have moved one, else None."""
    newest, after = facts.events[-1], facts_of(facts.events)
    if not isinstance(newest.content, RulesMoved | OutsideConfirmed):
        before = facts_of(one for one in facts.events if one.number != newest.number)
        if not deadlines.moves_clocks(before, after, facts.rule_set):
            return None
    return deadlines.clocks(after, facts.rule_set, now)
