"""What an act says beside what was typed: words of the catalogue, numbers of what was chosen. Nobody copies by hand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from admin_ui.case_reading import Offer
from backend.catalogue import service as catalogue
from schemas.case_words import CaseAct as A


async def completed(kind: A, values: dict[str, Any], offer: Offer) -> dict[str, Any]:
    """The values with what follows from them."""
    match kind:
        case A.VIOLATION_RECORDED:
            rows = [await _behaviour(one) for one in values["violations"]]
            return values | {"violations": rows}
        case A.DECISION_LINKED | A.CASE_OPENED:
            chosen = dict(offer.lists["inspections"]).get(values["inspection_id"], "")
            return values | {"decision_number": chosen.partition(" – ")[0]}
        case A.REMEDY_CARRIED_OUT:
            text = dict(offer.lists["remedies"]).get(values["remedy"], "")
            return values | {"remedy": int(values["remedy"]), "what": text[:500]}
        case _:
            return values


async def _behaviour(row: Mapping[str, Any]) -> dict[str, Any]:
    """The decree's wording of the day on which the act ended, with the version that it was taken from."""
    found = await catalogue.version_at(row["code"], date.fromisoformat(row["ended_on"]))
    return {
        **row,
        "catalogue_version": found.version,
        "name": found.name_vi,
        "legal_basis": found.legal_basis,
    }
