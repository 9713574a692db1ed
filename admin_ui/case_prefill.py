"""What a paper says already is not typed again: the fields of minutes made on site as those of the acts that follow."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

import msgspec

from admin_ui.case_filling import flat
from admin_ui.formats import HOUR_ZONE
from schemas.case_acts import Party
from schemas.case_views import CaseView, ExhibitView, PaperView
from schemas.case_words import CaseAct as A
from schemas.catalogue import Violation

Filled = dict[str, list[str]]
_PARTY = {
    "kind": "kind",
    "name": "name",
    "sex": "sex",
    "birth_date": "birth_date",
    "nationality": "nationality",
    "occupation": "occupation",
    "address": "address",
    "id_number": "identity_number",
    "enterprise_code": "tax_code",
    "registration_number": "registration_number",
    "representative_name": "representative",
    "representative_title": "representative_title",
}
"""Of a violator on minutes: name on the paper, name in the act."""
PAPERS: dict[A, tuple[str, ...]] = {
    A.VIOLATION_RECORDED: ("MBB01",),
    A.EXHIBITS_SEIZED: ("MBB15", "MBB01"),
    A.EXHIBITS_SEALED: ("MBB26",),
}
"""From which papers an act's form is filled."""


def filled(
    kind: A, view: CaseView, behaviours: Iterable[Violation], paper_id: UUID | None = None
) -> Filled:
    """What stands in an act's form before anybody types: of the paper that was asked for, else of the newest."""
    start = flat("", {"party": msgspec.to_builtins(view.party)}) if view.party else {}
    if kind == A.OFFICERS_ASSIGNED:
        start["officers.lead"] = [str(view.officers[0].officer_id)]
        start["officers"] = [str(one.officer_id) for one in view.officers[1:]]
    paper = _paper(view, PAPERS.get(kind, ()), paper_id)
    if paper is None:
        return start
    start["document_id"] = [str(paper.id)]
    match kind:
        case A.VIOLATION_RECORDED:
            return start | _violation(paper.fields, view.party, behaviours)
        case A.EXHIBITS_SEIZED:
            return start | _seized(paper)
        case A.EXHIBITS_SEALED:
            return start | _sealed(paper.fields, view.exhibits)
        case _:
            return start


def _paper(view: CaseView, forms: tuple[str, ...], paper_id: UUID | None) -> PaperView | None:
    standing = [
        one for one in view.papers if one.form in forms and one.state in ("signed", "delivered")
    ]
    asked = [one for one in standing if one.id == paper_id]
    by_form = sorted(standing, key=lambda one: forms.index(one.form), reverse=True)
    return next(reversed(asked or by_form), None)


def _local(text: Any) -> list[str]:
    """A moment of a paper on the clock of the page; nothing where it is none."""
    try:
        return [f"{datetime.fromisoformat(str(text)).astimezone(HOUR_ZONE):%Y-%m-%dT%H:%M}"]
    except ValueError:
        return []


def _violation(fields: dict[str, Any], party: Party | None, known: Iterable[Violation]) -> Filled:
    said = _violator(fields.get("violator") or {})
    before = msgspec.to_builtins(party) if party else {}
    at = _local(fields.get("started_at"))
    by_words = {_key(one.name_vi): one.code for one in known}
    rows = []
    for one in fields.get("violations") or []:
        words, more = str(one.get("wording", "")), str(one.get("description", ""))
        code = by_words.get(_key(words), "")
        text = more if code else f"{words} ({one.get('provision', '')}). {more}"
        day = at[0][:10] if at else ""
        rows.append({"code": code, "description": text, "ended_on": day})
    found = flat("", {"violations": rows, "party": before | said})
    found["explanation_right"] = ["yes"] if fields.get("explanation") == "yes" else []
    found["electronic_consent"] = ["yes"] if fields.get("e_consent") is True else []
    if at:
        found |= {"recorded_at": at, "detected_on": [at[0][:10]]}
    return found


def _key(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


def _violator(fields: dict[str, Any]) -> dict[str, Any]:
    return {ours: fields[theirs] for theirs, ours in _PARTY.items() if fields.get(theirs)}


def _seized(paper: PaperView) -> Filled:
    """Exhibits get ids from the paper and their place on it: filling the form twice names the same things."""
    fields = paper.fields
    rows = [
        {
            "exhibit_id": str(uuid5(paper.id, str(place))),
            "name": one.get("name"),
            "kind": "exhibit",
            "quantity": one.get("quantity"),
            "unit": one.get("unit"),
            "condition": one.get("condition"),
            "brand": one.get("kind"),
        }
        for place, one in enumerate(fields.get("exhibits") or [])
    ]
    found = flat("", {"exhibits": rows, "place": fields.get("custody_place")})
    found["keeper"] = [str((fields.get("keeper") or {}).get("name", ""))]
    found["seized_at"] = _local(fields.get("started_at"))
    return found


def _sealed(fields: dict[str, Any], exhibits: list[ExhibitView]) -> Filled:
    """Each sealed thing by its name on the list; seals in the order of the exhibits."""
    seals = {
        _key(str(one.get("name", ""))): one.get("seal_number") for one in fields.get("items") or []
    }
    chosen = [one for one in exhibits if not one.seal and seals.get(_key(one.name))]
    return {
        "sealed_at": _local(fields.get("started_at")),
        "exhibits": [str(one.id) for one in chosen],
        "seals": ["\n".join(str(seals[_key(one.name)]) for one in chosen)],
    }
