"""What violation minutes (MBB01) record in their case when they are signed, read off them and the catalogue.

    act = await minuting.act_of(facts, paper, said)     # None: a behaviour is not known yet

Wording, provision and the right to explain are those of the minutes, or of the decree of the day. What
no line says (who was harmed, whether the case is complex) the maker says on the page of the signature.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from backend.casework.derived import effects, states
from backend.casework.drafting import completing
from backend.casework.rules import minuted, prefilled
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.signed_effects import PaperSaysTooLittle, Said
from backend.casework.rules.states import Effect
from backend.core.errors import NotFound
from backend.law.catalogue import service as catalogue
from schemas.casework.acts.parts import Party
from schemas.casework.acts.proceedings import ViolationRecorded
from schemas.casework.views import PaperView
from schemas.casework.words import CaseAct

FORM = "MBB01"
KIND = CaseAct.VIOLATION_RECORDED
_ROW: Mapping[str, Any] = {
    "goods_value": None,
    "illicit_gain": None,
    "aggravating": [],
    "mitigating": [],
    "outside": None,
}


def waited_for(facts: Facts, paper: Paper) -> bool:
    """Tell whether the case waits for these violation minutes. Others come beside those that are recorded."""
    takes = states.step(facts.state, KIND).effect is Effect.TAKES
    return takes and not effects.entered(facts, KIND, "document_id", paper.id)


async def act_of(
    facts: Facts, paper: Paper | PaperView, said: Said
) -> tuple[CaseAct, ViolationRecorded] | None:
    """Return the act that records what the minutes say; None while a behaviour is not known.

    Raises PaperSaysTooLittle.
    """
    unnamed = any(not row.get("code") for row in paper.fields.get("violations") or [])
    known = await catalogue.rows_of(facts.opening.rule_set) if unnamed else []
    values = prefilled.minuted(paper, facts.party, known)
    beside = said.get("violations") or []
    values["violations"] = [
        {**_ROW, **row, **_more(beside, place, known=bool(row["code"]))}
        for place, row in enumerate(values["violations"])
    ]
    values |= {name: said.get(name) or None for name in minuted.APART}
    values |= {"victims": values["victims"] or [], "complex": bool(values["complex"])}
    values["party"] = {name: values["party"].get(name) or None for name in Party.__struct_fields__}
    moment = values.get("recorded_at")
    values["recorded_at"] = moment.isoformat() if isinstance(moment, datetime) else None
    values["signed"] = paper.fields
    try:
        whole = await completing.recorded(values, facts.book)
        return KIND, msgspec.convert(msgspec.to_builtins(whole), ViolationRecorded)
    except (completing.NeitherKnown, NotFound):
        return None
    except (msgspec.ValidationError, TypeError) as fault:
        line = str(fault).rpartition("$.")[2].rstrip("`") or FORM
        raise PaperSaysTooLittle(line=line) from fault


def _more(beside: Any, place: int, *, known: bool) -> dict[str, Any]:
    """Return what the maker says of one row. A behaviour that the row names is not said over."""
    row = dict(beside[place]) if place < len(beside) else {}
    if known:
        row = {name: one for name, one in row.items() if name not in ("code", "outside")}
    return {name: one for name, one in row.items() if one}
