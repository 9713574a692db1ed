"""Contents of the acts by which the legal department signs what figures mean (docs/insight/figures.md)."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.content_types import ShortText
from schemas.insight.words import FigureSigningAct

_Code = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{2,39}$")]
_Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
_Reason = Annotated[str, Meta(min_length=3, max_length=2000)]


class DefinitionShown(Wire):
    """One definition, as it was shown: its code, and the SHA-256 of its RFC 8785 form."""

    code: _Code
    hash: _Hash


_Shown = Annotated[list[DefinitionShown], Meta(min_length=1, max_length=500)]


class FiguresPresented(Wire):
    """Definitions are put before the legal department."""

    figures: _Shown
    note: ShortText = ""


class FiguresSigned(Wire):
    """A legal officer signs definitions that another presented, each as it stands. What was objected to is left out."""

    figures: _Shown


class FigureObjected(Wire):
    """A legal officer does not agree with a definition."""

    figure: DefinitionShown
    reason: _Reason


class ObjectionSettled(Wire):
    """The officer's own objection is taken back, or another legal officer says why it does not stand."""

    objection_id: UUID
    """The act that objected."""
    reason: _Reason


FIGURE_SIGNING_CONTENTS: dict[str, type[Wire]] = {
    FigureSigningAct.PRESENTED: FiguresPresented,
    FigureSigningAct.SIGNED: FiguresSigned,
    FigureSigningAct.OBJECTED: FigureObjected,
    FigureSigningAct.SETTLED: ObjectionSettled,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
