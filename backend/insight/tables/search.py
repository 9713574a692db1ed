"""Words by which records are found, and how far they are written. Written by the search's job alone."""

from typing import Any

from piccolo.columns import JSONB, UUID, BigInt, Boolean, Column, Date, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from schemas.insight.search import Sought


class Words(Column):
    """Words with their places (PostgreSQL's tsvector), made by backend/insight/rules/search/indexing.py."""

    value_type = str

    def __init__(self, **kwargs: Any) -> None:
        self.default = None
        kwargs.update({"default": None})
        super().__init__(**kwargs)

    @property
    def column_type(self) -> str:
        """PostgreSQL's name of the type."""
        return "TSVECTOR"


class _OfRecord:
    """What is searched of a record. A mixin: name it before Table."""

    id = UUID(primary_key=True, default=None, help_text="The record's id.")
    words = Words(help_text="Folded, with their places, and tags of what the record is of.")
    said = JSONB(default=None, help_text="The texts themselves, for excerpts: place, kind, text.")


class CaseWords(_OfRecord, Table, tablename="case_words"):
    """Words of a case."""


class InspectionWords(_OfRecord, Table, tablename="inspection_words"):
    """Words of an inspection."""


class InformationWords(_OfRecord, Table, tablename="information_words"):
    """Words of an information, none of who informed."""


class PaperWords(_OfRecord, Table, tablename="paper_words"):
    """Words of a case's paper."""


class SubmissionWords(_OfRecord, Table, tablename="submission_words"):
    """Words of a submission for approval."""


class PlanWords(_OfRecord, Table, tablename="plan_words"):
    """Words of a plan and of its papers."""


class ReportWords(_OfRecord, Table, tablename="report_words"):
    """Words of a unit's report and of its papers."""


class PartyWords(_OfRecord, Table, tablename="party_words"):
    """Words of a party of the register."""


class OfficerWords(_OfRecord, Table, tablename="officer_words"):
    """Words of an officer: what is on the badge."""


class SearchNewest(Table, tablename="search_newest"):
    """On which day a word stands newest. It only grows."""

    kind = Text(primary_key=True, default=None, help_text="Of which records.")
    word = Text(primary_key=True, default=None, help_text="Folded; letters alone.")
    day = Date(
        default=None,
        help_text="In Vietnam, on which its newest record began; the year 1 for records without one.",
    )


class SearchProgress(Table, tablename="search_progress"):
    """Up to which place of the log words are written. One row."""

    one = Boolean(primary_key=True, default=True, help_text="Always true.")
    through = BigInt(default=None, help_text="Leaves before this position are in.")
    followed_at = Timestamptz(default=None, help_text="When the last round ended, server's clock.")


class SearchWaiting(Table, tablename="search_waiting"):
    """A record whose words are to be written without an act: a party, or one that could not be read."""

    id = UUID(primary_key=True, default=None, help_text="The record's id.")
    kind = Text(default=None, choices=Sought, help_text="Its kind.")
    since = ServerTime(help_text="Since when.")
    fault = Text(null=True, default=None, help_text="Which error, and where; empty if not tried.")
    tried_at = Timestamptz(null=True, default=None, help_text="When it was tried last.")
