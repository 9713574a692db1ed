"""What signed minutes and decisions do to goods: taken, held, sealed, given back. Read off their fields; pure.

Each function reads one act (Effect in signed_effects.py).
"""

from uuid import UUID

from backend.casework.rules import exhibit_guards, prefilled, signed, undoing
from backend.casework.rules.exhibit_guards import HANDED_OVER
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.signed_effects import Fields, Said, Values, day, named_by, told
from schemas.casework.words import ExhibitState

_KEPT = (ExhibitState.SEIZED, ExhibitState.SOLD_EARLY)
_ENDS = {
    "MBB20": ExhibitState.CONFISCATED,
    "MBB17": ExhibitState.RETURNED,
    "MBB30": ExhibitState.TRANSFERRED,
}


def _still(facts: Facts, ids: set[UUID], *states: ExhibitState) -> list[UUID]:
    """Return those of these goods that are in one of the states, in the order of the list."""
    return [
        one.content.exhibit_id
        for one in facts.exhibits.values()
        if one.content.exhibit_id in ids and one.state in states
    ]


def seized(paper: Paper, _facts: Facts, said: Said) -> Values | None:
    """Return what seizure minutes (MBB15) took: goods, keeper, place and moment.

    Without a keeper on the minutes their maker keeps the goods. The signer may say what goods are
    worth, and which cannot be sealed (Law Arts 60, 125.5a). Violation minutes (MBB01) take goods only if
    the signer says who keeps them and where: else seizure minutes of their own do (Art 125.9).
    """
    rows = prefilled.exhibits(paper)
    by_minutes_alone = paper.form == "MBB01"
    if not rows or (by_minutes_alone and not said.get("keeper")):
        return None
    marks = said.get("exhibits") or []
    for row, mark in zip(rows, marks, strict=False):
        row |= {name: mark.get(name) or None for name in ("value", "value_basis", "no_seal")}
    keeper = (paper.fields.get("keeper") or paper.fields.get("maker") or {}).get("name")
    place = paper.fields.get("custody_place") or ""
    if by_minutes_alone:
        keeper, place = said["keeper"], said.get("place") or ""
    unsaid = dict.fromkeys(("brand", "origin", "serial", "value", "value_basis"))
    goods = [unsaid | one | {"condition": one["condition"] or "", "photos": []} for one in rows]
    return {
        "document_id": paper.id,
        "seized_at": signed.moment(paper.fields.get("started_at")),
        "keeper": keeper,
        "place": place,
        "exhibits": goods,
    }


def kept_by(form: str, fields: Fields) -> tuple[str, ...]:
    """Return what is asked where violation minutes list goods: who keeps them, and where."""
    return ("keeper", "place") if form == "MBB01" and fields.get("exhibits") else ()


def kept_nowhere(fields: Fields, said: Said) -> bool:
    """Tell whether a keeper is named without a place, or a place without a keeper."""
    return bool(fields.get("exhibits")) and bool(said.get("keeper")) != bool(said.get("place"))


def holds(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return what a seizure decision (MQĐ20) holds, until when and what for.

    Signed before the goods are taken it holds nothing yet: the minutes (MBB15) that name it bring it in.
    """
    held = _still(facts, exhibit_guards.listed(facts, paper), ExhibitState.SEIZED)
    if not held:
        return None
    return {
        "document_id": paper.id,
        "exhibits": held,
        "decided_on": paper.issued_on,
        "until": paper.fields.get("until_on"),
        "reason": told(paper, "reason"),
        "purpose": paper.fields.get("purpose"),
    }


def holds_longer(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return which goods an extension (MQĐ21) holds longer: those it names, else all of its decision."""
    about = named_by(paper, facts)
    whole = set(undoing.held_by(facts, about.id)) if about else set[UUID]()
    ids = exhibit_guards.listed(facts, paper) if paper.fields.get("exhibits") else whole
    return {
        "document_id": paper.id,
        "exhibits": _still(facts, ids, ExhibitState.SEIZED),
        "until": paper.fields.get("until_on"),
        "reason": told(paper, "reason"),
    }


def _items(paper: Paper, facts: Facts) -> list[tuple[UUID, str]]:
    """Return the goods that sealing minutes list, each with the number of its seal ("" without one)."""
    left = list(paper.fields.get("items") or [])
    found = []
    for one in facts.exhibits.values():
        row = next(
            (row for row in left if exhibit_guards.key(row) == exhibit_guards.key_of(one.content)),
            None,
        )
        if row is not None:
            left.remove(row)
            found.append((one.content.exhibit_id, str(row.get("seal_number") or "")))
    return found


def sealed(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return what was sealed and under which numbers (MBB26). One seal may close several things."""
    rows = _items(paper, facts)
    if not rows:
        return None
    last, seals = "", []
    for _, number in rows:
        last = number or last
        seals.append(last)
    return {
        "document_id": paper.id,
        "exhibits": [one for one, _ in rows],
        "seals": seals,
        "sealed_at": signed.moment(paper.fields.get("started_at")),
    }


def unsealed(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return which seals were opened, and whether they were intact (MBB27)."""
    rows = _items(paper, facts)
    if not rows:
        return None
    return {
        "document_id": paper.id,
        "exhibits": [one for one, _ in rows],
        "intact": paper.fields.get("seal_state") == "intact",
        "unsealed_at": signed.moment(paper.fields.get("started_at")),
        "reason": told(paper, "seal_reason"),
    }


def moved(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return the new keeper or place that sealing or unsealing minutes name; nothing if they stay as they are."""
    keeper = (paper.fields.get("keeper") or {}).get("name")
    place = paper.fields.get("custody_place")
    if paper.form not in HANDED_OVER or not keeper:
        return None
    ids = exhibit_guards.listed(facts, paper, "items")
    kept = _still(facts, ids, ExhibitState.SEIZED, ExhibitState.CONFISCATED)
    same = all(
        facts.exhibits[one].keeper == keeper and place in (None, "", facts.exhibits[one].place)
        for one in kept
    )
    if same:
        return None
    return {
        "document_id": paper.id,
        "exhibits": kept,
        "keeper": keeper,
        "place": place or facts.exhibits[kept[0]].place,
        "moved_at": signed.moment(paper.fields.get("started_at")),
        "reason": told(paper, "seal_reason"),
    }


def disposed(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return the end that minutes record, by the decision that they name.

    Goods are taken (MBB20) or given back (MBB17); licences for which nobody came go to the body that
    issued them (MBB30; Law Art 126.4b).
    """
    by = named_by(paper, facts)
    ids = exhibit_guards.listed(facts, paper) | exhibit_guards.listed_licences(facts, paper)
    end = _ENDS[paper.form]
    confiscated = () if end is ExhibitState.CONFISCATED else (ExhibitState.CONFISCATED,)
    left = _still(facts, ids, *_KEPT, *confiscated)
    if by is None or not left:
        return None
    receivers = paper.fields.get("receivers") or []
    agency = receivers[0].get("agency") or receivers[0].get("name") if receivers else None
    return {
        "document_id": by.id,
        "minutes_id": paper.id,
        "exhibits": left,
        "disposition": end,
        "on": day(paper.fields.get("ended_at") or paper.fields.get("started_at")),
        "proceeds": None,
        "reason": told(paper),
        "receiver": str(agency)[:200] if agency and end is ExhibitState.TRANSFERRED else None,
    }


def destroyed(paper: Paper, facts: Facts, _said: Said) -> Values | None:
    """Return what was destroyed and when (MBB21), by the order that the minutes name (MQĐ16)."""
    by = named_by(paper, facts)
    ids = exhibit_guards.listed(facts, paper)
    left = _still(facts, ids, ExhibitState.SEIZED, ExhibitState.CONFISCATED)
    if by is None or not left:
        return None
    return {
        "decision_id": by.id,
        "minutes_id": paper.id,
        "exhibits": left,
        "destroyed_on": day(paper.fields.get("ended_at")),
    }
