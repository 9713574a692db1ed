"""The annex of a paper: it follows the signatures on pages of its own (Decree 30/2020 Appendix I, IV).

`x-annex`: `heading` its title, `blocks` what it says, `wide` for pages across, `when` for a condition.
"""

from typing import Any

from backend.documents.layout import wording
from backend.documents.layout.prescribed.blocks import Printer
from backend.documents.layout.prescribed.conditions import holds
from backend.documents.layout.prescribed.lists import end_lists
from backend.documents.layout.prescribed.scope import Scope
from backend.documents.layout.prescribed.slots import expand
from backend.documents.layout.sheet import Sheet
from schemas.documents.papers import PaperContent


def annex(paper: PaperContent, scope: Scope) -> dict[str, Any] | None:
    """Return the annex for the typesetter; None if the paper has none."""
    said = scope.schema.get("x-annex")
    if said is None or not holds(said.get("when"), scope):
        return None
    sheet = Sheet()
    Printer(sheet).print(said["blocks"], scope)
    end_lists(sheet.blocks)
    first, about = (expand(one, scope) for one in said["heading"])
    return {
        "heading": wording.clean(first.upper()),
        "about": wording.clean(about),
        "goes_with": wording.clean(_goes_with(paper, scope)),
        "wide": said.get("wide", False),
        "blocks": sheet.blocks,
    }


def _goes_with(paper: PaperContent, scope: Scope) -> str:
    """Name the paper that the annex goes with: (Kèm theo Kế hoạch số … ngày …)."""
    kind = expand(scope.schema["x-heading"][0], scope)
    number = paper.number or f"…………/{scope.schema['x-symbol']}"
    day = wording.day_of(paper.issued_on.isoformat()) if paper.issued_on else wording.NO_DAY
    return f"(Kèm theo {kind} số {number} {day} của {paper.letterhead.issuer})"
