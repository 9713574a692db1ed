"""Parts that many forms share: party, officers, exhibits, penalties.

Their names are those of the forms' schemas.
"""

from datetime import date
from typing import Any

from backend.casework.prefill.context import Context, Officer
from backend.casework.rules import outside, repeated
from backend.casework.rules.facts import Exhibit
from backend.casework.texts import terms
from backend.documents.rules.filling import in_words as in_words
from backend.documents.rules.filling import without_nothing as without_nothing
from backend.law.rules.provided import SUSPENSIONS
from schemas.casework.acts.parts import Party
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import ActOrder, ExtraPenalty

Fields = dict[str, Any]
CONFISCATION = "confiscation"


def day(value: date | None) -> str | None:
    """Return a day as the wire has it."""
    return value.isoformat() if value else None


def party(who: Party | None) -> Fields | None:
    """Return the party, without what the register does not know."""
    if who is None:
        return None
    person = who.kind != SubjectKind.ORGANISATION
    return {
        "kind": str(who.kind),
        "name": who.name,
        "sex": who.sex if person else None,
        "birth_date": day(who.birth_date) if person else None,
        "nationality": who.nationality if person else None,
        "occupation": who.occupation if person else None,
        "address": who.address,
        "id_number": who.identity_number if person else None,
        "enterprise_code": who.tax_code if who.kind != SubjectKind.INDIVIDUAL else None,
        "registration_number": who.registration_number
        if who.kind != SubjectKind.INDIVIDUAL
        else None,
        "representative_name": who.representative if who.kind != SubjectKind.INDIVIDUAL else None,
        "representative_title": who.representative_title
        if who.kind != SubjectKind.INDIVIDUAL
        else None,
    }


def officer(who: Officer | None) -> Fields | None:
    """Return an officer of minutes."""
    if who is None:
        return None
    return {
        "name": who.name,
        "title": who.title,
        "agency": who.unit,
        "officer_number": who.number,
    }


def member(who: Officer) -> Fields:
    """Return an officer of an inspection team."""
    return {
        "name": who.name,
        "title": who.title,
        "officer_number": who.number,
        "card_number": who.card,
    }


def signer(who: Officer | None) -> Fields | None:
    """Return the signer of a decision."""
    if who is None:
        return None
    return {
        "name": who.name,
        "title": who.title,
        "unit": who.unit,
        "delegation": who.delegation,
    }


def exhibit(held: Exhibit) -> Fields:
    """Return a line of the list of exhibits."""
    content = held.content
    marks = ", ".join(one for one in (content.brand, content.origin, content.serial) if one)
    return {
        "name": content.name,
        "kind": marks or None,
        "unit": content.unit,
        "quantity": content.quantity,
        "condition": content.condition or None,
        "seal_number": held.seal,
        "note": terms.NO_SEAL[content.no_seal] if content.no_seal else None,
        "position": held.position,
    }


def violation(one: RecordedViolation) -> Fields:
    """Return a behaviour in the decree's wording, with its provision."""
    return {
        "wording": one.name,
        "description": one.description or None,
        "provision": one.legal_basis,
        "code": None if one.outside else one.code,
        "catalogue_version": None if one.outside else one.catalogue_version,
        "ended_on": day(one.ended_on),
        "goods_value": one.goods_value,
        "illicit_gain": one.illicit_gain,
    }


def penalties(context: Context) -> list[Fields]:
    """Return each behaviour with its main penalty, exactly as computed.

    Without a computation the behaviours alone.
    """
    recorded = context.facts.recorded
    known = {one.code: one for one in recorded.violations} if recorded else {}
    computation = context.inputs.computation
    if computation is None:
        return [violation(one) for one in known.values()]
    found = []
    for at, (act, order) in enumerate(zip(computation.acts, computation.order.acts, strict=True)):
        said = known.get(act.code)
        found.append(
            {
                "wording": act.name_vi,
                "description": _described(said, computation.order.acts, at),
                "provision": act.legal_basis,
                "code": None if outside.is_outside(act.code) else act.code,
                "catalogue_version": None if outside.is_outside(act.code) else act.version,
                "ended_on": day(order.acted_on),
                "goods_value": order.values.goods_value_vnd,
                "illicit_gain": order.values.illicit_gain_vnd,
                "aggravating": _named(order.circumstances.aggravating, context),
                "mitigating": _named(order.circumstances.mitigating, context),
                "penalty": "warning" if act.warning else "fine",
                "fine": None if act.warning else act.amount_vnd,
            }
        )
    return found


def _described(said: RecordedViolation | None, acts: list[ActOrder], at: int) -> str | None:
    """Return the description of the minutes; of an act that is fined each time, which time it is."""
    one = acts[at]
    words = said.description if said else ""
    if one.repeated == repeated.FINED:
        same = [
            place
            for place, other in enumerate(acts)
            if (other.behaviour.code, other.acted_on) == (one.behaviour.code, one.acted_on)
        ]
        each = f"Lần {same.index(at) + 1} trong {len(same)} lần vi phạm, xử phạt từng lần."
        words = f"{words}\n{each}" if words else each
    return words or None


def _named(codes: list[str], context: Context) -> str | None:
    return "; ".join(context.inputs.circumstances.get(code, code) for code in codes) or None


def additional(one: ExtraPenalty) -> Fields:
    """Return an additional penalty with its term, and from when that of a suspension runs."""
    since = terms.FROM_EFFECT if one.kind in SUSPENSIONS else None
    return {"measure": one.text_vi, "term": terms.said(one), "since": since}
