"""What papers of the desk have in common in my work, whichever record they are of: signed by hand, they are scanned
and compared; signed, they are sent.

    _PAPERS = Papers(table="record_papers", subject="r.about", dispatches="record_paper_dispatches", seen=…)
    BRANCHES = (_PAPERS.scan("record_paper_scan", roles), _PAPERS.compare("record_paper_compare"), …)
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from backend.core.actors import Actor
from backend.core.scope import Reach
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

WITHIN: Final = "interval '48 hours'"
"""PRACTICE B3: a sheet signed by hand is scanned and compared within 48 hours."""


class Papers(NamedTuple):
    """The papers of one group."""

    table: str
    subject: str
    """SQL of what a paper is about."""
    dispatches: str
    """The table of to whom one went."""
    seen: Callable[[Actor], Reach]

    @property
    def shown(self) -> str:
        """FROM: a paper, who drafted it, and who signed it."""
        return (
            f"{self.table} r JOIN officers o ON o.id = r.drafted_by"
            " LEFT JOIN officers i ON i.id = r.issued_by"
        )

    @property
    def columns(self) -> dict[str, str]:
        """What is shown of a paper."""
        return {
            "subject": self.subject,
            "number": "r.number",
            "form": "r.form",
            "form_version": "r.form_version",
            "who": "coalesce(i.full_name, o.full_name)",
        }

    def scan(self, kind: str, roles: tuple[Role, ...]) -> Branch:
        """Who signed it by hand sends the scan of the sheet, again if it differs."""
        return Branch(
            kind=kind,
            roles=roles,
            rows=f"{self.table} r",
            waits="r.state IN ('printed', 'sent_back') AND r.issued_by = :me AND r.issued_at IS NOT NULL",
            seen=self.seen,
            since="r.issued_at",
            due=f"r.issued_at + {WITHIN}",
            rule="'B3'",
            returned="r.state = 'sent_back'",
            shown=self.shown,
            columns=self.columns | {"who": "o.full_name", "note": "r.compared_note"},
        )

    def compare(self, kind: str, but: str, also: str = "true") -> Branch:
        """A second person compares the scan. `but`: SQL of the officers who are barred; `also` narrows the papers."""
        return Branch(
            kind=kind,
            roles=(Role.CLERK, Role.SUPERVISOR),
            rows=f"{self.table} r",
            waits=f"r.state = 'awaiting' AND :me NOT IN ({but}) AND {also}",
            seen=self.seen,
            since="coalesce(r.scanned_at, r.issued_at)",
            due=f"r.issued_at + {WITHIN}",
            rule="'B3'",
            shown=self.shown,
            columns=self.columns,
        )

    def dispatch(self, kind: str, also: str) -> Branch:
        """The clerk sends what was signed and went to nobody yet. `also` narrows the papers."""
        return Branch(
            kind=kind,
            roles=(Role.CLERK,),
            rows=f"{self.table} r",
            waits="r.state IN ('signed', 'awaiting', 'sent_back') AND r.number IS NOT NULL AND r.issued_on >= :since"
            f" AND NOT EXISTS (SELECT FROM {self.dispatches} x WHERE x.document_id = r.id) AND {also}",
            seen=self.seen,
            since="r.issued_at",
            shown=self.shown,
            columns=self.columns,
        )
