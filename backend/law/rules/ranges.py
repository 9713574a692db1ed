"""What the circumstances leave of a band, in later editions: of a fine in đồng, of a term in days.

Decree 118/2021 Art 9.1, since 01/01/2022: aggravating and mitigating circumstances cancel one for
one. None left is the mean; two or more left are the band's end on their side. One left: Law Art
23.4 lets it go down or up to the end; since Decree 68/2025 it lies strictly between end and mean.
The middle is proposed there, and a person chooses. Pure.
"""

from typing import NamedTuple

from backend.law.errors import UnknownCircumstance
from backend.law.rules.laws import AmountRule, Laws
from schemas.law.sanctions import Circumstances

AT_OPEN_END = "at_open_end"
"""The remark on a choice that is the end of an open interval: a person answers for it (practice B8)."""


class Range(NamedTuple):
    """From `least` to `most`; without these ends themselves if `open`."""

    least: int
    most: int
    open: bool

    @property
    def fixed(self) -> bool:
        """Whether only one value is left."""
        return self.least == self.most

    @property
    def proposed(self) -> int:
        """Return its middle; half a unit is dropped, in the party's favour."""
        return (self.least + self.most) // 2

    def has(self, value: int) -> bool:
        """Tell whether a value may be chosen."""
        if self.open:
            return self.least < value < self.most
        return self.least <= value <= self.most

    def may_end(self, value: int, rule: AmountRule) -> bool:
        """Tell whether this is an end that only a rule read in restatement leaves out.

        Law Art 23.4 lets the choice go so far; Decree 68/2025 leaves the ends out.
        """
        return self.open and value in (self.least, self.most) and rule.certainty not in (None, "R")


class Counted(NamedTuple):
    """How many circumstances count on each side."""

    mitigating: int
    aggravating: int

    @property
    def left(self) -> int:
        """Return what is left after they cancel: above 0 aggravating, below 0 mitigating."""
        return self.aggravating - self.mitigating


def counted(circumstances: Circumstances, laws: Laws) -> Counted:
    """Count each circumstance once, and those of one point of the law once together.

    Raises UnknownCircumstance.
    """
    known: dict[tuple[str, str], str] = {
        (one.code, one.sign): one.group or one.code for one in laws.circumstances
    }
    found: dict[str, set[str]] = {"mitigating": set(), "aggravating": set()}
    for sign, codes in (
        ("mitigating", circumstances.mitigating),
        ("aggravating", circumstances.aggravating),
    ):
        for code in codes:
            if (code, sign) not in known:
                raise UnknownCircumstance(name=code)
            found[sign].add(known[code, sign])
    return Counted(len(found["mitigating"]), len(found["aggravating"]))


def of(least: int, most: int, left: int, rule: AmountRule) -> Range:
    """Return what is left of a band; `left` is the result of Counted.left."""
    middle = (least + most) // 2
    if left == 0:
        return Range(middle, middle, open=False)
    if rule.graded and abs(left) >= 2:
        end = least if left < 0 else most
        return Range(end, end, open=False)
    low, high = (least, middle) if left < 0 else (middle, most)
    return Range(low, high, open=rule.open and high - low >= 2)


def halved(part: Range) -> Range:
    """Return half of a range: at most this is the fine of a person of 16 or 17 years."""
    return Range(
        part.least // 2, part.most // 2, part.open and part.most // 2 - part.least // 2 >= 2
    )
