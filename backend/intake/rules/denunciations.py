"""The time limits of denunciations, as dated data (Law on Denunciations 25/2018/QH14). Pure.

They were written from memory and not compared with the text of the law (mark M): they warn, and refuse nothing.
"""

from dataclasses import dataclass
from datetime import date

from schemas.law.deadlines import Limit

CERTAINTY = "M"


@dataclass(frozen=True)
class Term:
    """One time limit: its rule, since when it holds, and its length by how often it was extended."""

    rule: str
    citation_vi: str
    citation_en: str
    valid_from: date
    limits: tuple[Limit, ...]
    """Not extended, extended once (complex), extended twice (especially complex)."""

    def limit(self, extended: int) -> Limit:
        """Return the length after so many extensions; further ones change nothing."""
        return self.limits[min(extended, len(self.limits) - 1)]


ACCEPT = Term(
    rule="T01",
    citation_vi="Điều 24, Điều 29 Luật Tố cáo",
    citation_en="Law on Denunciations Arts 24, 29",
    valid_from=date(2019, 1, 1),
    limits=(Limit(count=7, unit="wd"),),
)
"""From its receipt to its acceptance, or the notice why it is not accepted."""
RESOLVE = Term(
    rule="T02",
    citation_vi="Điều 30 Luật Tố cáo",
    citation_en="Law on Denunciations Art 30",
    valid_from=date(2019, 1, 1),
    limits=(Limit(count=30, unit="d"), Limit(count=60, unit="d"), Limit(count=90, unit="d")),
)
"""From its acceptance to its resolution."""
