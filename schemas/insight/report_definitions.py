"""What reports are made of: definitions with versions, drafted by one person and published by another.

A definition says which tables of figures and which texts a report has, which units make it, for which periods and for
whom. Which figures stand in which table of the law's annexes is data for this reason: the annexes of Circulars 55/2020
and 01/2023 were not found.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.content_types import Name
from schemas.core.problems import Text
from schemas.insight.figures import CountedParty
from schemas.insight.words import ColumnKind, ReportDefinitionAct, RowsBy
from schemas.law.periods import PeriodKind

Code = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{2,39}$")]
PartId = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,39}$")]
Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
FieldCode = Annotated[str, Meta(min_length=1, max_length=40)]
BehaviourCode = Annotated[str, Meta(min_length=1, max_length=60)]


class FigureFilter(Wire, kw_only=True):
    """A part of what happened; empty is everything. What a row selects lies within what its table selects."""

    fields: Annotated[list[FieldCode], Meta(max_length=40)] = field(default_factory=list)
    behaviours: Annotated[list[BehaviourCode], Meta(max_length=100)] = field(default_factory=list)
    parties: Annotated[list[CountedParty], Meta(max_length=6)] = field(default_factory=list)


class ReportRow(Wire, kw_only=True):
    """One row of a table: a figure, or a heading above others."""

    label: Text
    figure: Code | None = None
    """Null: a heading."""
    indent: Annotated[int, Meta(ge=0, le=3)] = 0
    filters: FigureFilter = FigureFilter()


class ReportColumn(Wire, kw_only=True):
    """One column of a table of figures in rows."""

    kind: ColumnKind
    label: Text


class ReportTable(Wire, kw_only=True, tag="table"):
    """A table: figures as rows, periods as columns; or figures as columns and units, fields or behaviours as rows."""

    id: PartId
    title: Text
    by: RowsBy = RowsBy.FIGURE
    rows: Annotated[list[ReportRow], Meta(max_length=200)] = field(default_factory=list)
    """If figures are the rows."""
    columns: Annotated[list[ReportColumn], Meta(max_length=8)] = field(default_factory=list)
    figures: Annotated[list[Code], Meta(max_length=20)] = field(default_factory=list)
    """If figures are the columns."""
    filters: FigureFilter = FigureFilter()
    note: Text | None = None


class ReportText(Wire, kw_only=True, tag="text"):
    """A part that a person writes; last period's text stands beside it."""

    id: PartId
    title: Text
    help: Text | None = None
    required: bool = False


Level = Annotated[int, Meta(ge=1, le=4)]
"""Of a unit: 1 the nation, 2 a department, 3 a team."""


class ReportRecipient(Wire, kw_only=True):
    """To whom the report of a unit goes, in words, as the paper lists them."""

    name: Name
    levels: Annotated[list[Level], Meta(max_length=4)] = field(default_factory=list)
    """Of the units whose report goes there; empty: of all that make it."""


class ReportDefinition(Wire, kw_only=True):
    """What one kind of report is made of."""

    code: Code
    title: Text
    period: PeriodKind
    levels: Annotated[list[Level], Meta(min_length=1, max_length=4)]
    """Levels of the units that make it."""
    parts: Annotated[list[ReportTable | ReportText], Meta(min_length=1, max_length=40)]
    recipients: Annotated[list[ReportRecipient], Meta(max_length=20)] = field(default_factory=list)
    """Besides the unit above, to which it is sent here."""
    limit: Annotated[str, Meta(max_length=20)] | None = None
    """Which limit of the law sets its days (backend/law/report_limits); null for a thematic report."""
    source: Text | None = None
    check: Text | None = None
    """What is not certain about it, e.g. that the annex was not found."""
    valid_from: date
    """Periods that end on this day or later are reported by it; a day in Vietnam."""


class DefinitionDrafted(Wire, kw_only=True):
    """A version of a definition as one officer proposes it. It has no force until another publishes it."""

    draft_id: UUID
    definition: ReportDefinition
    note: Annotated[str, Meta(min_length=3, max_length=2000)]
    """Why: it is shown to who publishes it, and kept with the version."""
    ends_on: date | None = None
    """Set: a proposal that no period that ends on this day or later is reported by it; the rest is as published."""


class DefinitionPublished(Wire):
    """A second officer publishes the draft as it stands."""

    draft_id: UUID


class DefinitionDeclined(Wire):
    """The draft is declined, or its drafter takes it back."""

    draft_id: UUID
    reason: Reason


DEFINITION_CONTENTS: dict[str, type[Wire]] = {
    ReportDefinitionAct.DRAFTED: DefinitionDrafted,
    ReportDefinitionAct.PUBLISHED: DefinitionPublished,
    ReportDefinitionAct.DECLINED: DefinitionDeclined,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
