"""Tables of the catalogue: versions and proposals, who published or withdrew them. Append-only."""

from typing import Any

from piccolo.columns import JSONB, UUID, Date, ForeignKey, Integer, Text, Timestamptz
from piccolo.columns.reference import LazyTableReference
from piccolo.table import Table

from schemas.law.catalogue import CatalogueEvent, OutsideAnswer, ProposalEvent, ProposalKind

# Referenced by name: `law` may not import `force`, which depends on it.
OFFICER = LazyTableReference(
    table_class_name="Officer", module_path="backend.force.tables.officers"
)


class CatalogueVersion(Table, tablename="catalogue_versions"):
    """One act about one version of one behaviour. Append-only."""

    record_id = UUID(default=None, help_text="The ledger's record: uuid5 of the code.")
    code = Text(default=None, primary_key=True, help_text="E.g. ND98-15-1-a.")
    version = Integer(default=None, primary_key=True, help_text="From 1 in its code.")
    event = Text(
        default=None,
        primary_key=True,
        choices=CatalogueEvent,
        help_text="What happened to it.",
    )
    valid_from = Date(null=True, default=None, help_text="First day, of one published.")
    valid_to = Date(null=True, default=None, help_text="First day no longer in force.")
    content = JSONB(null=True, default=None, help_text="As published; null of a withdrawal.")
    check_vi = Text(default="", help_text="What is still doubtful, kept with the version.")
    check_en = Text(default="", help_text="The same in English.")
    note = Text(default=None, help_text="Why, in the publisher's words.")
    act_id = UUID(default=None, help_text="The act that says so; of a whole decree, many rows.")
    officer_id: ForeignKey[Any] = ForeignKey(
        references=OFFICER, null=False, default=None, help_text="Who."
    )
    recorded_at = Timestamptz(default=None, help_text="Server's clock.")


class CatalogueProposal(Table, tablename="catalogue_proposals"):
    """A proposal to change the catalogue, or the answer to one. Append-only."""

    proposal_id = UUID(default=None, primary_key=True, help_text="Made when it was proposed.")
    event = Text(
        default=None,
        primary_key=True,
        choices=ProposalEvent,
        help_text="Proposed, or how it was answered.",
    )
    record_id = UUID(default=None, help_text="Of the behaviour: uuid5 of its code.")
    code = Text(default=None, help_text="E.g. ND98-15-1-a.")
    kind = Text(default=None, choices=ProposalKind, help_text="What it would do.")
    version = Integer(default=None, help_text="That is to be published or withdrawn.")
    content = JSONB(null=True, default=None, help_text="As proposed; null of an answer.")
    reason = Text(default="", help_text="Why it was declined.")
    act_id = UUID(default=None, unique=True, help_text="The act that says so.")
    officer_id: ForeignKey[Any] = ForeignKey(
        references=OFFICER, null=False, default=None, help_text="Who."
    )
    recorded_at = Timestamptz(default=None, help_text="Server's clock.")


class CatalogueDecree(Table, tablename="catalogue_decrees"):
    """A proposal to publish the rows of a decree together, or the answer to one. Append-only."""

    proposal_id = UUID(default=None, primary_key=True, help_text="Made when it was proposed.")
    event = Text(
        default=None,
        primary_key=True,
        choices=ProposalEvent,
        help_text="Proposed, or how it was answered.",
    )
    record_id = UUID(default=None, help_text="Of the decree: uuid5 of its prefix.")
    decree = Text(default=None, help_text="The beginning of its codes, e.g. ND98.")
    content = JSONB(null=True, default=None, help_text="As proposed; null of an answer.")
    reason = Text(default="", help_text="Why it was declined.")
    act_id = UUID(default=None, unique=True, help_text="The act that says so.")
    officer_id: ForeignKey[Any] = ForeignKey(
        references=OFFICER, null=False, default=None, help_text="Who."
    )
    recorded_at = Timestamptz(default=None, help_text="Server's clock.")


class CatalogueOutside(Table, tablename="catalogue_outside"):
    """What a keeper of the catalogue answered to an act that cases used without it. Append-only."""

    act_id = UUID(default=None, primary_key=True, help_text="The act that says so.")
    record_id = UUID(default=None, help_text="Of the act outside the catalogue.")
    case_id = UUID(default=None, help_text="The case that used it; no key: the law knows no cases.")
    code = Text(default=None, help_text="In that case: NGOAI-1.")
    answer = Text(default=None, choices=OutsideAnswer, help_text="The answer.")
    catalogue_code = Text(null=True, default=None, help_text="Of the catalogue, if it has one.")
    proposal_id = UUID(null=True, default=None, help_text="The proposal made from it.")
    reason = Text(default=None, help_text="In the keeper's words.")
    officer_id: ForeignKey[Any] = ForeignKey(
        references=OFFICER, null=False, default=None, help_text="Who."
    )
    recorded_at = Timestamptz(default=None, help_text="Server's clock.")
