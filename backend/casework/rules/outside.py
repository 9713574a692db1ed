"""Acts that the catalogue does not have, inside a case: who stated their band, and who confirmed it. Pure.

Practice B8: text, article and band by the drafter and a legal officer (or the head). Until both said
so there is no band to reckon with: the case asks for it, and never says that the act is not punishable.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.casework.rules.facts import Event, Facts
from backend.casework.texts.cases import refusal
from backend.law import books
from backend.ledger.handlers import Refuse
from schemas.casework.acts.outside import PREFIX, OutsideStated
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.casework.words import CaseAct
from schemas.law.provisions import ExtraKind, ProvidedPenalty, ProvidedRemedy
from schemas.law.sanctions import Behaviour, SanctionOrder

_LONGEST = 120
"""Letters of an act's text in a sentence about it."""


class Statement(NamedTuple):
    """What was stated last of an act outside the catalogue, and the confirmation, if there is one."""

    event: Event
    confirmed: Event | None

    @property
    def content(self) -> OutsideStated:
        """What the officer stated."""
        content: OutsideStated = self.event.content
        return content


class Band(NamedTuple):
    """The act outside the catalogue that an event is about, and what it states of its band."""

    code: str
    stated: OutsideStated | None
    """None if the event confirms the last statement."""


def band_of(event: Event) -> Band | None:
    """Return the band that an event states or confirms; None if it does neither."""
    if event.type == CaseAct.OUTSIDE_STATED:
        return Band(event.content.code, event.content)
    confirms = event.type == CaseAct.OUTSIDE_CONFIRMED
    return Band(event.content.code, None) if confirms else None


def code_at(place: int) -> str:
    """Return the code of an act outside the catalogue at this place of the minutes, from 0."""
    return f"{PREFIX}{place + 1}"


def is_outside(code: str | None) -> bool:
    """Tell whether a code is that of an act outside the catalogue."""
    return code is not None and code.startswith(PREFIX)


def recorded(facts: Facts) -> list[RecordedViolation]:
    """Return the recorded acts that the catalogue does not have."""
    known = facts.recorded.violations if facts.recorded else []
    return [one for one in known if one.outside is not None]


def statements(facts: Facts) -> dict[str, Statement]:
    """Return the last statement about each such act since the violation was recorded."""
    found: dict[str, Statement] = {}
    for event in facts.events:
        if event.number <= (facts.recorded_in or 0):
            continue
        if event.type == CaseAct.OUTSIDE_STATED:
            found[event.content.code] = Statement(event, None)
        elif event.type == CaseAct.OUTSIDE_CONFIRMED and event.content.code in found:
            found[event.content.code] = found[event.content.code]._replace(confirmed=event)
    return found


def named(facts: Facts, codes: Sequence[str]) -> str:
    """Return such acts by their text: their codes say nothing to an officer."""
    known = {one.code: _short(one.name) for one in recorded(facts)}
    return "; ".join(known.get(code, code) for code in codes)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def undetermined(facts: Facts) -> list[str]:
    """Return the codes of such acts whose band two people have not determined yet."""
    known = statements(facts)
    return [
        one.code
        for one in recorded(facts)
        if one.code not in known or known[one.code].confirmed is None
    ]


def behaviours(facts: Facts) -> dict[str, Behaviour]:
    """Return the confirmed acts as an order copies them, by their codes."""
    known = statements(facts)
    return {
        one.code: behaviour(known[one.code].content, facts.book)
        for one in recorded(facts)
        if one.code in known and known[one.code].confirmed is not None
    }


def behaviour(said: OutsideStated, book: str) -> Behaviour:
    """Return a statement as an order copies it: what the two people read in the decree."""
    return Behaviour(
        code=said.code,
        version=0,
        name_vi=said.wording,
        legal_basis=said.provision,
        fine_min_vnd=said.fine_least,
        fine_max_vnd=said.fine_most,
        stated_for=said.stated_for,
        field=said.field,
        multiple=None,
        check=None,
        extra=list(penalties(said)),
        provided_remedies=[[ProvidedRemedy(kind=one)] for one in said.remedies],
        warning=said.warning,
        statute_years=said.statute_years,
        certainty="R",
        edition=book,
    )


def penalties(said: OutsideStated) -> Iterator[list[ProvidedPenalty]]:
    """Yield the additional penalties of a statement, each provided on its own."""
    months = (
        (ExtraKind.LICENCE_SUSPENSION, said.licence_least, said.licence_most),
        (ExtraKind.BUSINESS_SUSPENSION, said.business_least, said.business_most),
    )
    for kind, least, most in months:
        if least is not None and most is not None:
            yield [ProvidedPenalty(kind=kind, months_least=least, months_most=most)]
    for what in said.confiscated:
        yield [ProvidedPenalty(kind=ExtraKind.CONFISCATION, object=what)]


def provisional(one: RecordedViolation, book: str) -> Behaviour:
    """Return a recorded act without its band, for questions that only its field decides."""
    if one.outside is None:
        raise TypeError("an act of the catalogue has its row")
    return Behaviour(
        code=one.code,
        version=0,
        name_vi=one.name,
        legal_basis=one.legal_basis,
        fine_min_vnd=0,
        fine_max_vnd=0,
        stated_for="individual",
        field=one.outside.field,
        multiple=None,
        check=None,
        edition=book,
    )


def recording_fault(violations: Sequence[RecordedViolation], book: str) -> Refuse | None:
    """Refuse a code that does not say what the act is, and such an act under the first edition.

    The first edition reckons by the article of a code, which such an act does not have.
    """
    for place, one in enumerate(violations):
        if (one.outside is not None) != is_outside(one.code):
            return refusal("case_outside_code", act=_short(one.name))
        if one.outside is not None and one.code != code_at(place):
            return refusal("case_outside_code", act=_short(one.name))
    if book == books.FIRST and any(one.outside for one in violations):
        return refusal("case_outside_rules")
    return None


def statement_fault(said: OutsideStated, facts: Facts) -> Refuse | None:
    """Refuse a statement about no such act of the case, or one that contradicts itself."""
    if said.code not in [one.code for one in recorded(facts)]:
        return refusal("case_outside_unknown", act=_short(said.wording))
    if said.fine_least > said.fine_most or (said.fine_most == 0 and not said.warning):
        return refusal("case_outside_band", where="/fine_most")
    terms = (
        ("licence_most", said.licence_least, said.licence_most),
        ("business_most", said.business_least, said.business_most),
    )
    for where, least, most in terms:
        if (least is None) != (most is None) or (least or 0) > (most or 0):
            return refusal("case_outside_months", where=f"/{where}")
    return None


def decision_fault(facts: Facts, order: SanctionOrder | None) -> Refuse | None:
    """Refuse a sanction on an act whose band is not determined, or on another band than determined.

    `order` is None if only the first is asked.
    """
    if waiting := undetermined(facts):
        return refusal("case_outside_undetermined", act=named(facts, waiting))
    known = behaviours(facts)
    for act in order.acts if order else []:
        code = act.behaviour.code
        if is_outside(code) and known.get(code) != act.behaviour:
            return refusal("case_outside_changed", act=_short(act.behaviour.name_vi))
    return None
