"""What signed papers say of the acts that follow from them, so that nobody types it again. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import uuid5

import msgspec

from backend.casework.rules import minuted as rows_of_minutes
from backend.casework.rules import papers_in_force
from backend.casework.rules.facts import Paper
from backend.core.local_time import VIETNAM
from schemas.casework.acts.parts import Party
from schemas.casework.views import CaseView, ExhibitView, PaperView
from schemas.law.catalogue import Violation

Values = dict[str, Any]
"""Values by the field of the act: as on the wire, but with ids of exhibits in a tuple and moments
as datetimes. None clears a field that would otherwise have a default."""
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
"""Name of a violator's field on minutes, and its name in the act."""
_NOBODY = "Chưa xác định"
"""What the minutes print for an unknown violator."""


def exhibits(paper: PaperView | Paper) -> list[dict[str, Any]]:
    """Return the rows of seizure minutes.

    Ids are made from the paper and the row's place on it, so reading it twice gives the same ids.
    """
    return [
        {
            "exhibit_id": str(uuid5(paper.id, str(place))),
            "name": one.get("name"),
            "kind": kind,
            "quantity": one.get("quantity"),
            "unit": one.get("unit"),
            "condition": one.get("condition"),
            "brand": one.get("kind"),
        }
        for place, (_, kind, one) in enumerate(rows_of_minutes.seized(paper.fields))
    ]


def held_exhibits(fields: dict[str, Any]) -> Iterable[str]:
    """List the fields of a seizure that its minutes determine."""
    rows = rows_of_minutes.rows(fields)
    if not rows:
        return
    yield "exhibits"
    for number in range(len(rows)):
        yield from (f"exhibits.{number}.{part}" for part in ("name", "quantity", "unit"))
    if fields.get("started_at"):
        yield "seized_at"
    if (fields.get("keeper") or {}).get("name"):
        yield "keeper"
    if fields.get("custody_place"):
        yield "place"


def held_violation(fields: dict[str, Any]) -> Iterable[str]:
    """List the fields of a recorded violation that its minutes determine."""
    yield from ("recorded_at", "electronic_consent", "violations")
    said = fields.get("violator") or {}
    if said.get("kind") == "unknown":
        yield "party.name"
    else:
        yield from (f"party.{ours}" for theirs, ours in _PARTY.items() if said.get(theirs))
    if "detected_on" in fields:
        yield "detected_on"
    for number, row in enumerate(fields.get("violations") or []):
        at = f"violations.{number}"
        if row.get("code"):
            yield f"{at}.code"
        if "ended_on" in row:
            yield from (f"{at}.{part}" for part in ("ended_on", "goods_value", "illicit_gain"))


def _moment(text: Any) -> datetime | None:
    """Read a moment of a paper, in Vietnam's time; None if it is none."""
    try:
        return datetime.fromisoformat(str(text)).astimezone(VIETNAM)
    except ValueError:
        return None


def violation(paper: PaperView, view: CaseView, known: Iterable[Violation]) -> Values:
    """Return what minutes say of the violation; see minuted()."""
    return minuted(paper, view.party, known)


def minuted(paper: PaperView | Paper, party: Party | None, known: Iterable[Violation]) -> Values:
    """Return what minutes say of the violation of this party: behaviours, violator, consent.

    A behaviour is known by its code, or by its wording.
    """
    fields = paper.fields
    at = _moment(fields.get("started_at"))
    day = at.date().isoformat() if at else ""
    by_words = {_key(one.name_vi): one.code for one in known}
    rows = []
    for one in fields.get("violations") or []:
        words, more = str(one.get("wording", "")), str(one.get("description", ""))
        code = one.get("code") or by_words.get(_key(words), "")
        text = more if code else f"{words} ({one.get('provision', '')}). {more}"
        row = {"code": code, "description": text, "ended_on": one.get("ended_on") or day}
        amounts = {name: one[name] for name in ("goods_value", "illicit_gain") if name in one}
        rows.append(row | amounts)
    found = {
        "violations": rows,
        "document_id": paper.id,
        "party": _party(fields, party),
        "electronic_consent": fields.get("e_consent") is True,
    }
    if at:
        found |= {"recorded_at": at, "detected_on": fields.get("detected_on") or day}
    return found


def _party(fields: dict[str, Any], party: Party | None) -> dict[str, Any]:
    """Return the case's party, overridden by what the minutes say of the violator.

    If they do not know the violator, the act is recorded against nobody and not against the
    inspected party.
    """
    violator = fields.get("violator") or {}
    said = {ours: violator[theirs] for theirs, ours in _PARTY.items() if violator.get(theirs)}
    before = msgspec.to_builtins(party) if party else {}
    if said.get("kind") != "unknown":
        return before | said
    name = said.get("name") or _NOBODY
    nobody = {"name": name, "address": _NOBODY} | said | {"kind": "individual"}
    return dict.fromkeys(before, "") | nobody


def _key(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


def seized(paper: PaperView, _view: CaseView, _known: Iterable[Violation]) -> Values:
    """Return what seizure minutes say: the goods, their keeper and place, and when."""
    fields = paper.fields
    place = fields.get("custody_place")
    return {
        "document_id": paper.id,
        "exhibits": exhibits(paper),
        "keeper": str((fields.get("keeper") or {}).get("name", "")),
        "seized_at": _moment(fields.get("started_at")),
    } | ({} if place is None else {"place": place})


def destroyed(view: CaseView) -> Values:
    """Return the newest order and minutes of a destruction, with the minutes' goods and day."""
    found: Values = {}
    order = papers_in_force.newest(view.papers, "MQĐ16")
    minutes = papers_in_force.newest(view.papers, "MBB21")
    if order:
        found["decision_id"] = order.id
    if minutes:
        found["minutes_id"] = minutes.id
        ended = _moment(minutes.fields.get("ended_at"))
        found["destroyed_on"] = ended.date() if ended else None
        found["exhibits"] = tuple(one.id for one in _named(minutes, view.exhibits))
    return found


def held_goods(paper: PaperView, view: CaseView, _known: Iterable[Violation]) -> Values:
    """Return what a seizure decision says: the held goods of its rows, purpose and days."""
    fields = paper.fields
    said = {
        "purpose": fields.get("purpose"),
        "until": fields.get("until_on"),
        "reason": fields.get("reason"),
        "decided_on": paper.issued_on,
    }
    chosen = tuple(one.id for one in _named(paper, view.exhibits) if one.state == "seized")
    found = {name: value for name, value in said.items() if value}
    return found | {"document_id": paper.id, "exhibits": chosen}


def _named(paper: PaperView, exhibits: list[ExhibitView]) -> list[ExhibitView]:
    """List the exhibits that a paper's rows name."""
    named = {_key(str(one.get("name", ""))) for one in paper.fields.get("exhibits") or []}
    return [one for one in exhibits if _key(one.name) in named]


def sealed(paper: PaperView, view: CaseView, _known: Iterable[Violation]) -> Values:
    """Return the exhibits to seal, by their names on the list, and the seals in the same order."""
    fields = paper.fields
    seals = {
        _key(str(one.get("name", ""))): one.get("seal_number") for one in fields.get("items") or []
    }
    chosen = [one for one in view.exhibits if not one.seal and seals.get(_key(one.name))]
    return {
        "document_id": paper.id,
        "sealed_at": _moment(fields.get("started_at")),
        "exhibits": tuple(one.id for one in chosen),
        "seals": [str(seals[_key(one.name)]) for one in chosen],
    }


def annulled(paper: PaperView, _view: CaseView, _known: Iterable[Violation]) -> Values:
    """Return the ground that a cancelling decision gives."""
    ground = str(paper.fields.get("ground") or "")
    return {"by": paper.id, "ground": ground, "reason": paper.fields["reason"]}


def postponed(paper: PaperView, _view: CaseView, _known: Iterable[Violation]) -> Values:
    """Return the day until which a decision postpones the fine (MQĐ03), and why."""
    said = {"until": paper.fields.get("until_on"), "reason": paper.fields.get("reason")}
    return {name: value for name, value in said.items() if value} | {"document_id": paper.id}


def reduced(paper: PaperView, _view: CaseView, _known: Iterable[Violation]) -> Values:
    """Return by how much a decision reduces the fine (MQĐ04), and why."""
    said = {"by": paper.fields.get("amount"), "reason": paper.fields.get("reason")}
    return {name: value for name, value in said.items() if value} | {"document_id": paper.id}


def paper_alone(paper: PaperView, _view: CaseView, _known: Iterable[Violation]) -> Values:
    """Return nothing but the paper's id."""
    return {"document_id": paper.id}
