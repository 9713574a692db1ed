"""Routes: the version in force, one that begins later, and a draft of the next one."""

from piccolo.columns import JSONB, UUID, Date, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class Route(UnitPath, Table, tablename="approval_routes"):
    """One route. Older versions are in its acts; submissions keep the steps that they went by."""

    id = UUID(primary_key=True, default=None, help_text="The record's id.")
    draft_id = UUID(default=None, help_text="Of the newest draft.")
    version = Integer(default=0, help_text="Of the published content; 0: never published.")
    name = Text(default=None, help_text="As lists show it.")
    kind = Text(default=None, help_text="Of SubmittedKind.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Here and below.")
    content = JSONB(default=None, help_text="RouteDrafted as published, or as first drafted.")
    draft = JSONB(null=True, default=None, help_text="RouteDrafted that waits; null: none does.")
    drafted_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who.")
    drafted_at = Timestamptz(default=None, help_text="Server's clock.")
    published_by = ForeignKey(references=Officer, null=True, default=None, help_text="Another.")
    published_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    valid_from = Date(default=None, help_text="First day of the published content.")
    valid_to = Date(null=True, default=None, help_text="First day without it.")
    later = JSONB(null=True, default=None, help_text="RouteDrafted, published for a later day.")
    later_version = Integer(null=True, default=None, help_text="Of `later`.")
    later_from = Date(null=True, default=None, help_text="First day of `later`: used from then on.")
