"""Whose signature a recorded refusal to sign stands for. Pure.

A refusal counts only if somebody else certifies it by a signature: inspection minutes by the commune People's
Committee or police or by a witness (Circular 27/2020 Art 18.3.b), violation minutes by the commune authority or a
witness, or with the reason why there is nobody (Law 15/2012 Art 58; Decree 118/2021 Art 12.5), seizure minutes by the
commune or a witness (Law Art 125). Which edition of a form asks for that, and for whom, is data of the form
(`x-refusal`): papers on editions before it stand as they were signed.

Who certifies a refusal confirms what is written of it, so that the signature comes after the refusal: what a witness
signed before says nothing of it. A refusal has that order (`Refusal.order`) since phones know it; older ones stand.
Checked by tests/cases/refusals.json, as on phones.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from backend.law import form_facts


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """One signature under a paper, or the refusal to give it."""

    role: str
    refused: bool
    name: str = ""
    made_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    """By the phone's clock: two phones of a team may send in another order than they signed."""
    ordered: bool = False
    """Of a refusal: whether only who signs after it certifies it (Refusal.order)."""


class RefusalRule(msgspec.Struct, frozen=True, kw_only=True, rename={"edition": "from"}):
    """What a refusal needs, from one edition of a form on."""

    edition: int
    role: str
    """Who may refuse: the party. Officers may not."""
    certified_by: tuple[str, ...]
    """Roles of which one has to sign."""
    excused_by: str | None = None
    """The field that says why nobody could certify it, where the law accepts that."""
    unsigned_field: str | None = None
    """The field that says why the party did not sign, if it was not even there to refuse."""


RULES: dict[str, RefusalRule] = {
    form: msgspec.convert(rule, RefusalRule) for form, rule in form_facts.refusals().items()
}
"""The rule of each form that has one, read from the form."""


def counted(
    form: str, version: int, fields: dict[str, Any], signed: Iterable[Signed]
) -> frozenset[str]:
    """Return the roles that are signed for: by their own hand, or by a refusal that stands."""
    given = list(signed)
    by_hand = frozenset(one.role for one in given if not one.refused)
    refused = frozenset(one.role for one in given if one.refused)
    rule = RULES.get(form)
    if rule is None or version < rule.edition:
        return by_hand | refused
    excused = _told(fields, rule.excused_by)
    certified = excused or _certified(rule, given)
    nobody = excused and (_unknown(fields) or _told(fields, rule.unsigned_field))
    if nobody or (rule.role in refused and certified):
        return by_hand | {rule.role}
    return by_hand


def _certified(rule: RefusalRule, given: Sequence[Signed]) -> bool:
    """Tell whether somebody who may certify signed, after the latest refusal where that has the order.

    Acts tell their second, so that the same second counts as after. Who signed and then refuses takes the certification
    back, as far as the same name says so.
    """
    said = [one for one in given if one.role in rule.certified_by]
    refusals = [one for one in given if one.refused and one.role == rule.role]
    latest = max(refusals, key=lambda one: one.made_at, default=None)
    if latest is None or not latest.ordered:
        return any(not one.refused for one in said)
    newest = {(one.role, one.name): one for one in sorted(said, key=lambda one: one.made_at)}
    return any(not one.refused and one.made_at >= latest.made_at for one in newest.values())


def uncertified(form: str, version: int, fields: dict[str, Any], signed: Iterable[Signed]) -> bool:
    """Tell whether a refusal is recorded that nobody has certified yet."""
    given = list(signed)
    rule = RULES.get(form)
    refused = rule is not None and any(one.refused and one.role == rule.role for one in given)
    return refused and rule is not None and rule.role not in counted(form, version, fields, given)


def _told(fields: dict[str, Any], name: str | None) -> bool:
    told = fields.get(name) if name else None
    return isinstance(told, str) and bool(told.strip())


def _unknown(fields: dict[str, Any]) -> bool:
    """Tell whether the paper says that the violator is not known: nobody can sign or refuse."""
    violator = fields.get("violator")
    return isinstance(violator, dict) and violator.get("kind") == "unknown"
