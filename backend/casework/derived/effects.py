"""Which acts a signed paper enters in the same command, as declared with each act. Pure.

    for kind, effect in of("MQĐ20"):                 # every act that a form may mean
    waiting(facts)                                   # in force, and not entered: made elsewhere, or before

Every other form is listed in WITHOUT with the reason why its signature enters nothing. Between them they
have every form (docs/casework/effects-of-papers.md; docs/decisions/0047-nothing-is-recorded-after-a-signature.md).
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
from backend.law import form_facts
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

WITHOUT: Mapping[str, str] = {
    "BC": "a report proposes; an officer with the power decides on it by an act of their own",
    "ĐX": "a proposal; an officer with the power decides on it by an act of their own",
    "BK": "a list annexed to minutes, which enter the goods",
    "PL": "an annex to a paper, which has the effect",
    "NK": "a diary of an inspection: it notes what papers and acts of their own decide",
    "BB-KT": "of the inspection's record, where submitting it ends the inspection, in the case as well",
    "BB-KKT": "of the inspection's record: submitted, it says in the case too that none took place",
    "BB-XMLV": "verification minutes of an inspection: they prove facts, and decide nothing",
    "QĐ-KT": "of the inspection's record, where issuing is the act; a case is linked by its head",
    "QĐ-NV": "of the inspection's record, where issuing is the act",
    "QĐ-SĐBSKT": "of the inspection's record, where issuing is the act",
    "QĐ-KDGH": "of the inspection's record, where issuing is the act; the case's clock on site follows it",
    "QĐ-GQ": "of the register of delegations, in which it is entered with its scan (practice B9)",
    "KH": "of a plan's record, where issuing it puts the plan into force",
    "BC-DK": "of a report's record: it reports a period, and issues that record",
    "BC-KH": "of a plan's record: it reports the results, and ending the plan is an act of its own",
    "TB": "tells an informant or a subject what was decided, and decides nothing itself",
    "CV": "a letter: what it forwards or asks for is an act of the information's record",
    "MQĐ34": "of the register of delegations, in which it is entered with its scan (practice B9)",
    "MQĐ35": "of the register of delegations, in which it is entered with its scan (practice B9)",
    "MQĐ36": "of the register of delegations, in which it is entered with its scan (practice B9)",
    "MQĐ37": "of the register of delegations, in which it is entered with its scan (practice B9)",
    "MBB02": "working minutes prove what another act says: a transfer, or that a decision was posted up",
    "MBB04": "a valuation proves what the decision says of the goods' worth (Law Art 60)",
    "MBB05": "verifies; who brings an annulled case back is another than the maker (practice B6)",
    "MBB08": "takes the licence that the decision withdraws; a term from that day on begins with it (Law Art 25.3)",
    "MBB16": "goes back without a decision only on the word of an officer with the authority (Law Art 125.4)",
    "MBB23": "a search ends with its minutes; what it found is seized by minutes of its own (MBB15)",
    "MBB24": "a search ends with its minutes; what it found is seized by minutes of its own (MBB15)",
    "MBB25": "a search ends with its minutes; what it found is seized by minutes of its own (MBB15)",
    "MBB29": "hands the file over to be executed; the decision stays the case's (Law Art 71)",
    "MQĐ16": "orders a destruction, which the minutes of it (MBB21) carry out",
    "MQĐ24": "allows a return, which the minutes of it (MBB17) carry out",
    "MQĐ25": "orders a search, which its minutes carry out (MBB23)",
    "MQĐ26": "orders a search, which its minutes carry out (MBB24)",
    "MQĐ27": "orders a search, which its minutes carry out (MBB25)",
    "MQĐ29": "lifts a seizure; the goods are held until minutes give them back (MBB17; Law Art 121)",
    "MQĐ33": "refers the file, which the minutes of its handover (MBB28) carry out",
    "MQĐ41": "asks for an expert's opinion, which is filed when it comes (Law Art 59.1)",
    "MQĐ42": "passes licences on, which the minutes of it (MBB30) carry out",
}
"""Forms whose signature changes nothing in a case: why."""


def of(form: str) -> tuple[Meant, ...]:
    """Return the acts that papers of this form mean."""
    return EFFECTS.get(form, ())


def asked(form: str) -> tuple[Meant, ...]:
    """Return those of which the paper does not say everything. Of several, the signer says which is meant."""
    return tuple(one for one in of(form) if one.effect.asks)


def each(form: str) -> Meant | None:
    """Return the act of which the signer may say something about each row of the paper, or None."""
    return next((one for one in of(form) if one.effect.each), None)


def offered(form: str, fields: Mapping[str, Any]) -> list[tuple[CaseAct, tuple[str, ...]]]:
    """List acts with fields that the signer of this paper may say and the paper does not.

    They are acts that it means, or that minutes will mean which carry it out.
    """
    found = [(one.kind, one.effect.offers(form, fields)) for one in of(form)]
    found += [(kind, names) for kind, on, names in _ASKED_ON if on == form]
    return [(kind, names) for kind, names in found if names]


def answered(form: str) -> bool:
    """Tell whether the signer of a paper of this form is asked, or offered to say, anything besides it."""
    orders = any(on == form for _, on, _ in _ASKED_ON)
    return orders or any(one.effect.asks or one.effect.each or one.effect.apart for one in of(form))


def unsaid(form: str, fields: Mapping[str, Any], said: Said) -> bool:
    """Tell whether the signer of this paper has still to answer what its act needs."""
    asks = asked(form)
    if asks and said.get("act") not in {one.kind for one in asks}:
        return True
    return any(one.effect.unsaid(fields, said) for one in of(form))


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
    said = said or paper.said or NOTHING_SAID
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


_ASKED_ON = [
    (kind, on, names)
    for kind, act in ACTS.items()
    if act.effect is not None
    for on, names in act.effect.asked_on
]
_IN_FORCE_BY = frozenset({Written.ISSUED, Written.SCANNED, Written.COMPARED, Written.ADOPTED})
"""What an act that puts a paper in force writes of it."""
_ENTERED = frozenset(one.kind for meant in EFFECTS.values() for one in meant)


def borne(facts: Facts, kind: CaseAct, content: Any, officer_id: UUID) -> bool:
    """Tell whether an act enters a paper, word for word, with the act that put the paper in force.

    The power is that of the paper's signer, who was judged then. So the officer that sends or compares
    its scan, or makes the minutes that carry it out, may enter it in the same command.
    """
    effect = ACTS[kind].effect
    if effect is None:
        return False
    named, last = getattr(content, effect.key), _last(facts)
    paper = facts.papers.get(named) if named else None
    if paper is None or not paper.stands or last is None or last.officer_id != officer_id:
        return False
    if ACTS[last.type].writes not in _IN_FORCE_BY or paper.form not in effect.forms:
        return False
    if effect.read is None:
        return paper.said is not None and _as_said(effect, content, paper.said)
    if effect.asks and (paper.said or NOTHING_SAID).get("act") != kind:
        return False
    try:
        return bool(
            _content(kind, effect.read, paper, facts, paper.said or NOTHING_SAID) == content
        )
    except DomainError:
        return False


def _as_said(effect: Effect, content: Any, said: Said) -> bool:
    """Tell whether an act says what its paper's signer said; the one door judges the rest by the paper."""
    return all((getattr(content, one) or None) == (said.get(one) or None) for one in effect.apart)


def _last(facts: Facts) -> Event | None:
    """Return the newest act that is no effect of a paper."""
    return next((one for one in reversed(facts.events) if one.type not in _ENTERED), None)


def waiting(facts: Facts) -> list[tuple[Paper, CaseAct]]:
    """List papers in force whose act is not entered, each with the act's form that enters it.

    They were signed before signing entered it, were made outside the system and are entered again, or the
    case refused their act when they came. One whose scan waits for its comparison takes effect with that.
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
        return paper.form not in form_facts.of_kind("sanction", "remedies")
    if meant.effect.asks:
        return True
    try:
        said = paper.said or NOTHING_SAID
        return _content(meant.kind, meant.effect.read, paper, facts, said) is not None
    except DomainError:
        return True
