"""What a paper says already is not typed again: the fields of minutes made on site as those of the acts that follow."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

import msgspec

from admin_ui.casework.acts.filling import flat
from admin_ui.casework.acts.reading import MOST_ROWS
from admin_ui.shell.formats import HOUR_ZONE
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
    A.DECISION_ANNULLED: ("MQĐ40",),
    A.SEIZURE_DECIDED: ("MQĐ20",),
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
    if kind == A.EXHIBITS_DESTROYED:
        return start | _destroyed(view)
    paper = _paper(view, PAPERS.get(kind, ()), paper_id)
    if paper is None:
        return start
    if kind == A.DECISION_ANNULLED:
        ground = str(paper.fields.get("ground") or "")
        return start | {
            "by": [str(paper.id)],
            "ground": [ground],
            "reason": [paper.fields["reason"]],
        }
    start["document_id"] = [str(paper.id)]
    match kind:
        case A.VIOLATION_RECORDED:
            return start | _violation(paper.fields, view.party, behaviours)
        case A.EXHIBITS_SEIZED:
            return start | _seized(paper)
        case A.EXHIBITS_SEALED:
            return start | _sealed(paper.fields, view.exhibits)
        case A.SEIZURE_DECIDED:
            return start | _decided(paper, view.exhibits)
        case _:
            return start


def signed(kind: A, view: CaseView, paper_id: UUID | None = None) -> PaperView | None:
    """The paper that an act's form is filled from."""
    return _paper(view, PAPERS.get(kind, ()), paper_id)


def held(kind: A, paper: PaperView | None) -> frozenset[str]:
    """Fields of an act's form that its paper says: they are shown, and nobody types them again."""
    if paper is None or kind not in PAPERS:
        return frozenset()
    fields = paper.fields
    if kind == A.EXHIBITS_SEIZED:
        return frozenset(_held_exhibits(fields))
    return frozenset(_held_violation(fields)) if kind == A.VIOLATION_RECORDED else frozenset()


def _held_exhibits(fields: dict[str, Any]) -> Iterable[str]:
    rows = fields.get("exhibits") or []
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


def _held_violation(fields: dict[str, Any]) -> Iterable[str]:
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
    if (
        said.get("kind") == "unknown"
    ):  # the act is recorded against nobody, not against who was inspected
        name = said.get("name") or _NOBODY
        before = dict.fromkeys(before, "")
        said = {"name": name, "address": _NOBODY} | said | {"kind": "individual"}
    at = _local(fields.get("started_at"))
    by_words = {_key(one.name_vi): one.code for one in known}
    rows = []
    for one in fields.get("violations") or []:
        words, more = str(one.get("wording", "")), str(one.get("description", ""))
        code = one.get("code") or by_words.get(_key(words), "")
        text = more if code else f"{words} ({one.get('provision', '')}). {more}"
        day = at[0][:10] if at else ""
        row = {"code": code, "description": text, "ended_on": one.get("ended_on") or day}
        values = {name: one[name] for name in ("goods_value", "illicit_gain") if name in one}
        rows.append(row | values)
    found = flat("", {"violations": rows, "party": before | said})
    found["electronic_consent"] = ["yes"] if fields.get("e_consent") is True else []
    if at:
        found |= {"recorded_at": at, "detected_on": [fields.get("detected_on") or at[0][:10]]}
    return found


_NOBODY = "Chưa xác định"
"""As the minutes print it of a violator whom they do not know."""


def _key(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


def _violator(fields: dict[str, Any]) -> dict[str, Any]:
    return {ours: fields[theirs] for theirs, ours in _PARTY.items() if fields.get(theirs)}


def _seized(paper: PaperView) -> Filled:
    fields, rows = paper.fields, _exhibits(paper)
    found = flat("", {"exhibits": rows, "place": fields.get("custody_place")})
    found["keeper"] = [str((fields.get("keeper") or {}).get("name", ""))]
    found["seized_at"] = _local(fields.get("started_at"))
    return found


def beyond(paper: PaperView | None) -> list[dict[str, Any]]:
    """Exhibits of seizure minutes after those that a page shows, as an act names them: taken as they are signed."""
    if paper is None:
        return []
    nothing = dict.fromkeys(("origin", "serial", "value", "value_basis"))
    rows = _exhibits(paper)[MOST_ROWS:]
    return [nothing | row | {"condition": row["condition"] or "", "photos": []} for row in rows]


def _exhibits(paper: PaperView) -> list[dict[str, Any]]:
    """Exhibits get ids from the paper and their place on it: filling the form twice names the same things."""
    return [
        {
            "exhibit_id": str(uuid5(paper.id, str(place))),
            "name": one.get("name"),
            "kind": "exhibit",
            "quantity": one.get("quantity"),
            "unit": one.get("unit"),
            "condition": one.get("condition"),
            "brand": one.get("kind"),
        }
        for place, one in enumerate(paper.fields.get("exhibits") or [])
    ]


def _destroyed(view: CaseView) -> Filled:
    """The newest order and minutes of a destruction, the things that the minutes name, and their day."""
    found: Filled = {}
    order, minutes = _paper(view, ("MQĐ16",), None), _paper(view, ("MBB21",), None)
    if order:
        found["decision_id"] = [str(order.id)]
    if minutes:
        found["minutes_id"] = [str(minutes.id)]
        found["destroyed_on"] = [at[:10] for at in _local(minutes.fields.get("ended_at"))]
        named = {_key(str(one.get("name", ""))) for one in minutes.fields.get("exhibits") or []}
        found["exhibits"] = [str(one.id) for one in view.exhibits if _key(one.name) in named]
    return found


def _decided(paper: PaperView, exhibits: list[ExhibitView]) -> Filled:
    """What a seizure decision says: the goods of its rows that are held, for what, from when and until when."""
    fields = paper.fields
    named = {_key(str(one.get("name", ""))) for one in fields.get("exhibits") or []}
    chosen = [one for one in exhibits if one.state == "seized" and _key(one.name) in named]
    said = {
        "purpose": fields.get("purpose"),
        "until": fields.get("until_on"),
        "reason": fields.get("reason"),
        "decided_on": paper.issued_on and paper.issued_on.isoformat(),
    }
    found = {name: [str(value)] for name, value in said.items() if value}
    return found | {"exhibits": [str(one.id) for one in chosen]}


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
