"""Which acts a signed paper enters in the same command, as declared with each act. Pure.

    for kind, effect in of("MQĐ20"):                 # every act that a form may mean
    waiting(facts)                                   # in force, and not entered: signed before this was so

What no signature enters, although an act takes the paper, is listed in APART with the reason
(docs/decisions/0038-a-signed-paper-has-its-effect-at-once.md).
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from backend.casework.acts.declaring import Written
from backend.casework.acts.index import ACTS
from backend.casework.derived import states as rules
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.rules.signed_effects import (
    NOTHING_SAID,
    Effect,
    PaperSaysTooLittle,
    Read,
    Said,
)
from backend.casework.rules.states import Effect as Step
from backend.core.errors import DomainError
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import ByHand, CaseAct
from schemas.core.base import Wire


class Meant(NamedTuple):
    """An act that papers of a form mean."""

    kind: CaseAct
    effect: Effect


def _table() -> dict[str, tuple[Meant, ...]]:
    found: dict[str, list[Meant]] = {}
    for kind, act in ACTS.items():
        if act.effect is not None:
            for form in act.effect.forms:
                found.setdefault(form, []).append(Meant(kind, act.effect))
    return {form: tuple(meant) for form, meant in found.items()}


EFFECTS: Mapping[str, tuple[Meant, ...]] = _table()
"""By form, in the order in which they are entered."""

APART: Mapping[str, str] = {
    "BC": "a report proposes; whoever has the power decides on it by an act of his own",
    "ĐX": "a proposal; whoever has the power decides on it by an act of his own",
    "BK": "a list annexed to minutes, which enter the goods",
    "MBB01": "whether the case is complex, who was harmed and what aggravates are judged, not minuted",
    "MBB02": "working minutes prove what another act says: a transfer, or that a decision was posted up",
    "MBB03": "whether the explanation is accepted is judged after the hearing, with the decision",
    "MBB05": "who brings an annulled case back is another than the maker of the minutes (practice B6)",
    "MBB16": "goods go back without a decision only on the word of an officer with the authority",
    "MBB21": "destruction needs two persons (practice B6); the head enters it on order and minutes",
    "MBB28": "the head refers the file, and says which of the violations go",
    "MQĐ16": "orders a destruction, which the minutes of it (MBB21) carry out",
    "MQĐ24": "allows a return, which the minutes of it (MBB17) enter",
    "MQĐ33": "takes effect by the handover of the file (MBB28), after it",
    "MQĐ42": "licences go by a handover, which a head enters with the receiver's receipt",
}
"""Forms that an act takes and whose signature enters none: why."""


def of(form: str) -> tuple[Meant, ...]:
    """Return the acts that papers of this form mean."""
    return EFFECTS.get(form, ())


def asked(form: str) -> tuple[Meant, ...]:
    """Return those of which the paper does not say everything. Of several, the signer says which is meant."""
    return tuple(one for one in of(form) if one.effect.asks)


def each(form: str) -> Meant | None:
    """Return the act of which the signer may say something about each row of the paper, or None."""
    return next((one for one in of(form) if one.effect.each), None)


def entered(facts: Facts, kind: CaseAct, key: str, document_id: UUID) -> bool:
    """Tell whether the case has such an act by this paper."""
    return any(
        one.type == kind and getattr(one.content, key) == document_id for one in facts.events
    )


def may_follow(facts: Facts, form: str) -> bool:
    """Tell whether a paper of this form, signed now, could have its effect in the case; also if it has none."""
    meant = of(form)
    takes = (rules.step(facts.state, one.kind).effect is Step.TAKES for one in meant)
    return not meant or any(takes)


def read(facts: Facts, paper: Paper, said: Said) -> Iterator[tuple[CaseAct, Wire]]:
    """Yield the acts that a paper in force means and that are not entered, as its fields tell them.

    Acts that depend on clocks are not among them, nor acts of which `said` lacks what the paper does
    not say. Raises PaperSaysTooLittle.
    """
    if not paper.stands:
        return
    for kind, effect in of(paper.form):
        if effect.read is None or (effect.asks and said.get("act") != kind):
            continue
        if entered(facts, kind, effect.key, paper.id):
            continue
        if (content := _content(kind, effect.read, paper, facts, said)) is not None:
            yield kind, content


def _content(kind: CaseAct, read: Read, paper: Paper, facts: Facts, said: Said) -> Wire | None:
    """Return the content of the act as the paper says it. Raises PaperSaysTooLittle."""
    values = read(paper, facts, said)
    if values is None:
        return None
    try:
        return msgspec.convert(values, CASE_CONTENTS[kind])
    except msgspec.ValidationError as fault:
        line = str(fault).rpartition("$.")[2].rstrip("`") or str(kind)
        raise PaperSaysTooLittle(line=line) from fault


_IN_FORCE_BY = frozenset({Written.ISSUED, Written.SCANNED, Written.COMPARED, Written.ADOPTED})
"""What an act that puts a paper in force writes of it."""
_ENTERED = frozenset(one.kind for meant in EFFECTS.values() for one in meant)


def borne(facts: Facts, kind: CaseAct, content: Any, officer_id: UUID) -> bool:
    """Tell whether an act enters a paper, word for word, with the act that put the paper in force.

    The power is that of the paper's signer, who was judged then. So the officer that sends or compares
    its scan, or makes the minutes that carry it out, may enter it in the same command.
    """
    effect = ACTS[kind].effect
    if effect is None or effect.read is None or effect.asks:
        return False
    named, last = getattr(content, effect.key), _last(facts)
    paper = facts.papers.get(named) if named else None
    if paper is None or not paper.stands or last is None or last.officer_id != officer_id:
        return False
    if ACTS[last.type].writes not in _IN_FORCE_BY or paper.form not in effect.forms:
        return False
    try:
        return bool(_content(kind, effect.read, paper, facts, NOTHING_SAID) == content)
    except DomainError:
        return False


def _last(facts: Facts) -> Event | None:
    """Return the newest act that is no effect of a paper."""
    return next((one for one in reversed(facts.events) if one.type not in _ENTERED), None)


def waiting(facts: Facts) -> list[tuple[Paper, CaseAct]]:
    """List papers in force whose act is not entered, each with the act's form that enters it.

    They were signed before signing entered it, or by hand and wait for what no paper says. One whose scan
    waits for its comparison takes effect with that.
    """
    found = []
    for paper in facts.papers.values():
        if not paper.stands or paper.elsewhere or paper.hand == ByHand.WAITS:
            continue
        missing = [
            one.kind
            for one in of(paper.form)
            if rules.step(facts.state, one.kind).effect is Step.TAKES
            and _would_enter(facts, paper, one)
        ]
        any_entered = any(
            entered(facts, one.kind, one.effect.key, paper.id) for one in of(paper.form)
        )
        if missing and not any_entered:
            found.append((paper, missing[0]))
    return found


def _would_enter(facts: Facts, paper: Paper, meant: Meant) -> bool:
    if meant.effect.read is None:  # decisions on the violation have their own page
        return False
    if meant.effect.asks:
        return True
    try:
        return _content(meant.kind, meant.effect.read, paper, facts, NOTHING_SAID) is not None
    except DomainError:
        return True
