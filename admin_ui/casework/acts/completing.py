"""What an act says beside what was typed: words of the catalogue, numbers of what was chosen. Nobody copies by hand."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from admin_ui.casework.acts.reading import Offer
from admin_ui.shell.formats import HOUR_ZONE
from backend.catalogue import service as catalogue
from backend.sanctions import service as sanctions
from schemas.case_words import CaseAct as A
from schemas.vocabulary import SubjectKind


async def completed(kind: A, values: dict[str, Any], offer: Offer) -> dict[str, Any]:
    """The values with what follows from them."""
    if "sheet" in values:
        values = values | {"sheet": int(values["sheet"]) if values["sheet"] else None}
    match kind:
        case A.VIOLATION_RECORDED:
            return await _recorded(values)
        case A.DECISION_LINKED | A.CASE_OPENED:
            chosen = dict(offer.lists["inspections"]).get(values["inspection_id"], "")
            return values | {"decision_number": chosen.partition(" – ")[0]}
        case A.REMEDY_CARRIED_OUT:
            text = dict(offer.lists["remedies"]).get(values["remedy"], "")
            return values | {"remedy": int(values["remedy"]), "what": text[:500]}
        case A.EXHIBITS_SEIZED:
            beyond = values.pop("beyond", [])
            return values | {"exhibits": values["exhibits"] + beyond}
        case A.DOCUMENT_CANCELLED:
            return values | {"with_effects": True, "amendment_ends": True}
        case _:
            return values


async def _recorded(values: dict[str, Any]) -> dict[str, Any]:
    """Behaviours as the minutes name them, else as the catalogue does; the right to explain as the decree gives it."""
    fields = values.pop("signed", None) or {}
    said = fields.get("violations") or []
    said = said if len(said) == len(values["violations"]) else [{}] * len(values["violations"])
    rows = [await _behaviour(one, row) for one, row in zip(values["violations"], said, strict=True)]
    day = datetime.fromisoformat(values["recorded_at"]).astimezone(HOUR_ZONE).date()
    right = await sanctions.hearing_right(
        SubjectKind(values["party"]["kind"]),
        [(one["code"], one["catalogue_version"], one.get("goods_value")) for one in rows],
        day,
    )
    granted = fields.get("explanation") == "yes"
    return values | {"violations": rows, "explanation_right": right.exists or granted}


async def _behaviour(row: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Wording and provision as the paper has them; without a paper the decree's, of the day on which the act ended.
    The version is the paper's where its row names this behaviour with one.
    """
    version = said.get("catalogue_version") if said.get("code") == row["code"] else None
    if version is not None and said:
        named = {"name": said["wording"], "legal_basis": said["provision"]}
        return {**row, "catalogue_version": version, **named}
    found = await catalogue.version_at(row["code"], date.fromisoformat(row["ended_on"]))
    return {
        **row,
        "catalogue_version": found.version,
        "name": said.get("wording") or found.name_vi,
        "legal_basis": said.get("provision") or found.legal_basis,
    }
