"""Where each kind of record is searched: its slim row, its words, whose it is, and what of it is shown."""

from collections.abc import Callable, Mapping

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import scope
from backend.core.actors import Actor
from backend.core.scope import Reach
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from schemas.insight.search import Sought


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of record. Its slim row has the alias `r`, its words `w`."""

    table: str
    words: str
    reach: Callable[[Actor], Reach]
    """Whose it is, of the row under `seen`."""
    seen: str = "r"
    scope_join: str = ""
    """What the scope needs beside the row."""
    joins: str = ""
    """What the shown columns need besides; each joins one row."""
    at: str | None
    """The column that orders a list, newest first, before the id. None: the id alone, which grows with time."""
    only: str = "true"
    """SQL about the row: which rows are searched at all."""
    shown: str
    """Columns of what is shown."""
    officers: str | None = None
    """SQL that is true if one of `{officers}` works on the row."""
    behaviours: str | None = None
    """A column with a JSON list of codes of the catalogue."""
    party: str | None = None
    """A column with a party of the register."""
    value: str | None = None
    """A column with an amount in đồng."""


def shown(**columns: str) -> str:
    """Return the columns that a row of a hit has; those that a kind lacks are null."""
    kinds = {
        **dict.fromkeys(("number", "name", "place", "state", "form"), "text"),
        "at": "timestamptz",
        **dict.fromkeys(("unit_vi", "unit_en"), "text"),
    }
    return ", ".join(f"{columns.get(one, f'NULL::{kind}')} AS {one}" for one, kind in kinds.items())


_UNIT = "JOIN units u ON u.id = r.unit_id"
_UNIT_OF_PATH = "LEFT JOIN units u ON u.id = coalesce(r.unit_4, r.unit_3, r.unit_2, r.unit_1)"
_UNIT_NAMES = {"unit_vi": "u.name_vi", "unit_en": "u.name_en"}

SOURCES: Mapping[Sought, Source] = {
    Sought.CASE: Source(
        table="cases",
        words="case_words",
        reach=lambda actor: scope.teamed(CASE_TEAMS, actor),
        joins=_UNIT,
        at="opened_at",
        shown=shown(
            number="r.number",
            name="r.subject_name",
            place="r.subject_address",
            state="r.state",
            at="r.opened_at",
            **_UNIT_NAMES,
        ),
        officers="EXISTS (SELECT FROM case_officers f WHERE f.case_id = r.id AND f.officer_id = ANY({officers}))",
        behaviours="behaviours",
        party="subject_id",
        value="fine_total_vnd",
    ),
    Sought.INSPECTION: Source(
        table="inspections",
        words="inspection_words",
        reach=lambda actor: scope.teamed(INSPECTION_TEAMS, actor),
        joins=_UNIT,
        at="issued_at",
        shown=shown(
            number="r.decision_number",
            name="r.subject_name",
            place="r.subject_address",
            state="r.state",
            at="r.issued_at",
            **_UNIT_NAMES,
        ),
        party="subject_id",
        officers="EXISTS "
        "(SELECT FROM inspection_team f WHERE f.inspection_id = r.id AND f.officer_id = ANY({officers}))",
    ),
    Sought.INFORMATION: Source(
        table="informations",
        words="information_words",
        reach=scope.informations,
        joins=_UNIT_OF_PATH,
        at="received_at",
        shown=shown(
            number="r.number",
            name="(SELECT x.name FROM information_suspects x WHERE x.information_id = r.id ORDER BY x.place LIMIT 1)",
            place="r.address",
            state="r.state",
            at="r.received_at",
            **_UNIT_NAMES,
        ),
        officers="r.verifiers && {officers}",
    ),
    Sought.PAPER: Source(
        table="documents",
        words="paper_words",
        reach=lambda actor: scope.teamed(CASE_TEAMS, actor),
        seen="k",
        scope_join="JOIN cases k ON k.id = r.case_id",
        joins=_UNIT,
        at="drafted_at",
        shown=shown(
            number="r.number",
            name="coalesce(r.party_name, k.subject_name)",
            place="k.number",
            state="r.state",
            at="coalesce(r.issued_at, r.drafted_at)",
            form="r.form",
            **_UNIT_NAMES,
        ),
        officers="(r.drafted_by = ANY({officers}) OR r.issued_by = ANY({officers}))",
    ),
    Sought.SUBMISSION: Source(
        table="approval_submissions",
        words="submission_words",
        reach=scope.submissions,
        joins=_UNIT_OF_PATH,
        at="submitted_at",
        # An inspection decision is not found before it is issued, and what is about information only as information.
        only="r.kind NOT IN ('inspection_decision', 'verification', 'information_paper')",
        shown=shown(name="r.title_vi", state="r.state", at="r.submitted_at", **_UNIT_NAMES),
        officers="r.submitted_by = ANY({officers})",
    ),
    Sought.PLAN: Source(
        table="plans",
        words="plan_words",
        reach=scope.plans,
        joins=_UNIT,
        at="drafted_at",
        shown=shown(
            number="r.number",
            name="r.title",
            state="r.state",
            at="coalesce(r.issued_at, r.drafted_at)",
            **_UNIT_NAMES,
        ),
        officers="r.drafted_by = ANY({officers})",
    ),
    Sought.REPORT: Source(
        table="reports",
        words="report_words",
        reach=scope.reports,
        joins=_UNIT,
        at="begun_at",
        shown=shown(
            number="r.number", name="r.title", state="r.state", at="r.begun_at", **_UNIT_NAMES
        ),
        officers="r.begun_by = ANY({officers})",
    ),
    Sought.PARTY: Source(
        table="subjects",
        words="party_words",
        reach=scope.directory,
        joins=_UNIT,
        at=None,
        shown=shown(number="r.tax_code", name="r.name", place="r.address", **_UNIT_NAMES),
    ),
    Sought.PERSON: Source(
        table="officers",
        words="officer_words",
        reach=scope.colleagues,
        joins=_UNIT,
        at=None,
        only="r.state = 'active'",
        shown=shown(number="r.officer_number", name="r.full_name", **_UNIT_NAMES),
    ),
}
