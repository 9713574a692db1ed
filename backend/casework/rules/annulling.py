"""What may follow the annulment of a whole decision, by its ground (Decree 118/2021 Art 13). Pure.

A violation that remains gets a new decision after grounds a, b, c, đ and e. After d and g the act is a
matter of criminal law. After h no fine is possible any more: only confiscation and remedies (Art 13.3).
"""

from typing import get_args

from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts.execution import AnnulGround

GROUNDS: dict[str, str] = dict(
    zip(("a", "b", "c", "d", "dd", "e", "g", "h"), get_args(AnnulGround), strict=True)
)
"""The grounds by the letters of Art 13.1; `dd` is đ."""
OF_CRIME = frozenset({"law_12_1", "law_62_3"})
"""The act is a matter of criminal law."""
REMEDIES_ALONE = "law_65_1"
NO_OTHER_FOLLOWS = OF_CRIME | {REMEDIES_ALONE}
"""Grounds after which no new sanction is made."""


def named(letter: str) -> str | None:
    """Return the ground that a letter of Art 13.1 names, as in `13_1_a`; None if there is no such letter."""
    return GROUNDS.get(letter.removeprefix("13_1_"))


def again_fault(ground: str | None) -> Refuse | None:
    """Return why no new sanction decision is due after an annulment on this ground, or None."""
    if ground == REMEDIES_ALONE:
        return refusal("case_remedies_only")
    return refusal("case_no_new_decision") if ground is None or ground in OF_CRIME else None


def anew_without_minutes(facts: Facts) -> bool:
    """Tell whether an annulled decision was one without minutes: its violation was never recorded.

    Once verified it is made anew without minutes if the Law asks for none, else after minutes (Arts 56, 57).
    """
    return facts.annulled is not None and facts.recorded is None


def measures_fault(ground: str | None) -> Refuse | None:
    """Return why confiscation or remedies may not follow an annulment at once, or None.

    After other grounds verification minutes come first, for a whole new decision (Art 15.3).
    """
    return None if ground == REMEDIES_ALONE else refusal("case_verified_first")
