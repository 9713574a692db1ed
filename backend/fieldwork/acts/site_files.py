"""Acts that enter the stored file of minutes or of another paper made on site.

The file is that of one writing: its maker's, signed with a certificate, or one that the server
sealed. Neither changes the inspection's state, and both may come after the file was submitted.
No phone sends them: only this process knows which bytes it stored, also when a phone asked for it.
"""

from typing import Any

from backend.fieldwork.acts.declaring import STAYS, Ask, Declared, Face, Who, Written
from backend.fieldwork.rules import inspections as rules
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Judgement
from schemas.fieldwork.words import ActType


def _entered(_content: Any, _state: LockedInspection, context: GuardContext) -> Judgement | None:
    return refusal(context.site_file) if context.site_file else None


def _sealed(content: Any, state: LockedInspection, context: GuardContext) -> Judgement | None:
    if not rules.is_system(context.actor):
        return refusal("not_allowed")
    return _entered(content, state, context)


SITE_PAPER_SEALED = Declared(
    wire=ActType.SITE_PAPER_SEALED,
    face=Face.DESK,
    who=Who.MAKER,
    older=STAYS,
    newer=STAYS,
    asks=(Ask.SITE_FILE,),
    guard=_sealed,
    by_the_system=True,
    writes=Written.SITE_FILE,
)

SITE_PAPER_SIGNED = Declared(
    wire=ActType.SITE_PAPER_SIGNED,
    face=Face.DESK,
    who=Who.MAKER,
    older=STAYS,
    newer=STAYS,
    asks=(Ask.SITE_FILE,),
    guard=_entered,
    writes=Written.SITE_FILE,
)

ALL = (SITE_PAPER_SEALED, SITE_PAPER_SIGNED)
