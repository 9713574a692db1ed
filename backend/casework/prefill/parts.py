"""Parts that many forms share: the party, officers, exhibits, penalties, as the forms' schemas name their fields."""

from datetime import date
from typing import Any

from backend.casework.prefill.context import Context, Officer
from backend.casework.rules.facts import Exhibit
from schemas.casework.acts.parts import Party
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import ExtraPenalty

Fields = dict[str, Any]
CONFISCATION = "confiscation"


def day(value: date | None) -> str | None:
    """As the wire has it."""
    return value.isoformat() if value else None


def in_words(value: date) -> str:
    """As a paper says it: a leading zero below 10, and for January and February (Decree 30/2020 App. I, II.4.b)."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def party(who: Party | None) -> Fields | None:
    """The party; what the register does not know stays out."""
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
    """An officer of minutes."""
    if who is None:
        return None
    return {
        "name": who.name,
        "title": who.title,
        "agency": who.unit,
        "officer_number": who.number,
    }


def member(who: Officer) -> Fields:
    """An officer of an inspection team."""
    return {
        "name": who.name,
        "title": who.title,
        "officer_number": who.number,
        "card_number": who.card,
    }


def signer(who: Officer | None) -> Fields | None:
    """Who signs a decision."""
    if who is None:
        return None
    return {
        "name": who.name,
        "title": who.title,
        "unit": who.unit,
        "delegation": who.delegation,
    }


def exhibit(held: Exhibit) -> Fields:
    """A line of the list of exhibits."""
    content = held.content
    marks = ", ".join(one for one in (content.brand, content.origin, content.serial) if one)
    return {
        "name": content.name,
        "kind": marks or None,
        "unit": content.unit,
        "quantity": content.quantity,
        "condition": content.condition or None,
        "seal_number": held.seal,
        "position": held.position,
    }


def violation(one: RecordedViolation) -> Fields:
    """A behaviour in the decree's wording, with its provision."""
    return {
        "wording": one.name,
        "description": one.description or None,
        "provision": one.legal_basis,
        "code": one.code,
        "catalogue_version": one.catalogue_version,
        "ended_on": day(one.ended_on),
        "goods_value": one.goods_value,
        "illicit_gain": one.illicit_gain,
    }


def penalties(context: Context) -> list[Fields]:
    """Each behaviour with its main penalty, exactly as it was reckoned; without a reckoning the behaviours alone."""
    recorded = context.facts.recorded
    known = {one.code: one for one in recorded.violations} if recorded else {}
    computation = context.inputs.computation
    if computation is None:
        return [violation(one) for one in known.values()]
    found = []
    for act, order in zip(computation.acts, computation.order.acts, strict=True):
        said = known.get(act.code)
        found.append(
            {
                "wording": act.name_vi,
                "description": (said.description or None) if said else None,
                "provision": act.legal_basis,
                "code": act.code,
                "catalogue_version": act.version,
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


def _named(codes: list[str], context: Context) -> str | None:
    return "; ".join(context.inputs.circumstances.get(code, code) for code in codes) or None


def additional(one: ExtraPenalty) -> Fields:
    """An additional penalty with its term."""
    return {"measure": one.text_vi, "term": f"{one.months} tháng" if one.months else None}


def without_nothing(value: Any, schema: Fields) -> Any:
    """What the schema knows and somebody knows: no key with nothing behind it. False and 0 are something."""
    if isinstance(value, dict):
        inner = schema.get("properties", {})
        kept = {
            name: without_nothing(part, inner[name])
            for name, part in value.items()
            if name in inner
        }
        return {name: part for name, part in kept.items() if part not in (None, {}, [])}
    if isinstance(value, list):
        items = schema.get("items", {})
        rows = (without_nothing(part, items) for part in value)
        return [row for row in rows if row not in (None, {}, "")]
    if isinstance(value, str):
        return value[: schema.get("maxLength", len(value))].strip() or None
    return value
