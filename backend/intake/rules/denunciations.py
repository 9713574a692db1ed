"""The time limits of denunciations, as dated data (Law on Denunciations 25/2018/QH14). Pure.

Compared with the text of Arts 24, 26, 29, 30 and 34.
"""

from dataclasses import dataclass
from datetime import date

import msgspec

from schemas.law.deadlines import Limit


@dataclass(frozen=True)
class Term:
    """One time limit: its rule, since when it holds, and its length by how often it was extended."""

    rule: str
    citation_vi: str
    citation_en: str
    valid_from: date
    limits: tuple[Limit, ...]
    """Not extended, extended once, extended twice."""

    def limit(self, extended: int) -> Limit:
        """Return the length after so many extensions; further ones change nothing."""
        return self.limits[min(extended, len(self.limits) - 1)]

    def longer(self, extended: int, days_still: int) -> Limit:
        """Return the length in days, with those in which it stood still (Art 34.2)."""
        limit = self.limit(extended)
        return msgspec.structs.replace(limit, count=limit.count + days_still)


ACCEPT = Term(
    rule="T01",
    citation_vi="Khoản 1 Điều 24 Luật Tố cáo",
    citation_en="Law on Denunciations Art 24.1",
    valid_from=date(2019, 1, 1),
    limits=(Limit(count=7, unit="wd"), Limit(count=10, unit="wd")),
)
"""From its receipt to its acceptance, or the notice why not; longer if it is checked in several places."""
RESOLVE = Term(
    rule="T02",
    citation_vi="Điều 30 Luật Tố cáo",
    citation_en="Law on Denunciations Art 30",
    valid_from=date(2019, 1, 1),
    limits=(Limit(count=30, unit="d"), Limit(count=60, unit="d"), Limit(count=90, unit="d")),
)
"""From its acceptance to its resolution; longer if it is complex, and twice so if it is especially complex."""
NOTIFY = Term(
    rule="T03",
    citation_vi="Khoản 3 Điều 29 Luật Tố cáo",
    citation_en="Law on Denunciations Art 29.3",
    valid_from=date(2019, 1, 1),
    limits=(Limit(count=5, unit="wd"),),
)
"""From the decision to accept it to the notice of that to who denounced."""
FORWARD = Term(
    rule="T04",
    citation_vi="Khoản 2 Điều 24 Luật Tố cáo",
    citation_en="Law on Denunciations Art 24.2",
    valid_from=date(2019, 1, 1),
    limits=(Limit(count=5, unit="wd"),),
)
"""From its receipt to its being forwarded, with notice to who denounced, if another body resolves it."""
PASSED_ON = Term(
    rule="T05",
    citation_vi="Khoản 2 Điều 26 Luật Tố cáo",
    citation_en="Law on Denunciations Art 26.2",
    valid_from=date(2019, 1, 1),
    limits=(Limit(count=20, unit="d"),),
)
"""From its receipt to the written notice of what was done with it, to the press or the body that passed it on."""
ENDED = Term(
    rule="T06",
    citation_vi="Khoản 4 Điều 34 Luật Tố cáo",
    citation_en="Law on Denunciations Art 34.4",
    valid_from=date(2019, 1, 1),
    limits=(Limit(count=5, unit="wd"),),
)
"""From the decision to suspend or end it to its being sent to who denounced and who was denounced."""
