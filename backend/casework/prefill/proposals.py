"""Fields that only proposals, plans, reports, lists and annexes have."""

from collections.abc import Callable
from typing import Any

from backend.casework.prefill import common, decisions, parts
from backend.casework.prefill.context import Context
from backend.law import form_facts

Own = dict[str, Callable[[Context], Any]]


def _head(context: Context) -> str:
    return f"Thủ trưởng {context.inputs.agency}"


def _grounds(context: Context) -> list[str]:
    """Return the proposal's basis. What an informant said is in no paper: it may tell who it was (Art 27)."""
    proposal = context.facts.proposal
    return [proposal.basis] if proposal and proposal.basis else []


def _contents(context: Context) -> list[str]:
    facts, seen = context.facts, context.inputs.inspection
    if facts.proposal:
        return list(facts.proposal.contents)
    if facts.plan_item:
        return list(facts.plan_item.contents)
    return list(seen.contents) if seen else []


def _of_proposal(name: str) -> Callable[[Context], Any]:
    return lambda context: getattr(context.facts.proposal, name) if context.facts.proposal else None


def _start(context: Context) -> str | None:
    proposal = context.facts.proposal
    return parts.day(proposal.proposed_start) if proposal else None


def _about(context: Context) -> str | None:
    who = context.facts.party
    return f"kết quả kiểm tra {who.name}" if who else None


def _names(context: Context) -> list[str]:
    recorded = context.facts.recorded
    return [one.name for one in recorded.violations] if recorded else []


def _enclosures(context: Context) -> list[str]:
    number, _ = common.inspection_minutes(context)
    first = [f"Biên bản kiểm tra số {number}"] if number else []
    return first + decisions.papers(context)


def _leader(context: Context) -> Any:
    seen = context.inputs.inspection
    return parts.member(seen.team[0]) if seen and seen.team else None


def _members(context: Context) -> list[Any]:
    seen = context.inputs.inspection
    return [parts.member(one) for one in seen.team[1:]] if seen else []


def _parent(context: Context) -> tuple[str | None, str | None, str | None]:
    """Return title, number and day of the paper that a list belongs to."""
    inputs = context.inputs
    paper = inputs.about or context.newest(*form_facts.seizing())
    if paper is not None:
        title = inputs.titles.get(paper.form, paper.form)
        return (title, *common.of(paper))
    number, on = common.inspection_minutes(context)
    return ("Biên bản kiểm tra" if number else None, number, on)


def _party_kind(context: Context) -> str | None:
    return str(context.facts.party.kind) if context.facts.party else None


_PARENT: Own = {
    "parent_title": lambda context: _parent(context)[0],
    "parent_number": lambda context: _parent(context)[1],
    "parent_date": lambda context: _parent(context)[2],
}
_PROPOSED: Own = {
    "contents": _contents,
    "expected_violation": _of_proposal("expected_violation"),
    "provision": _of_proposal("expected_law"),
}
PROPOSALS: dict[str, Own] = {
    "ĐX": {
        **_PROPOSED,
        "to": _head,
        "proposer": lambda context: parts.officer(context.inputs.writer),
        "grounds": _grounds,
        "duration_days": _of_proposal("duration_days"),
        "start_on": _start,
    },
    "PA": {
        **_PROPOSED,
        "leader": _leader,
        "members": _members,
    },
    "BC": {
        "to": _head,
        "about": _about,
        "violations": _names,
        "enclosures": _enclosures,
    },
    "BK": {
        **_PARENT,
        "party_kind": _party_kind,
        "party_name": lambda context: context.facts.party.name if context.facts.party else None,
        "party_address": lambda context: (
            context.facts.party.address if context.facts.party else None
        ),
        "goods": lambda context: [parts.exhibit(one) for one in context.facts.exhibits.values()],
    },
    "PL": {**_PARENT, "party_kind": _party_kind},
}
