"""The shape of a form's help."""

from typing import NamedTuple

from schemas.core.problems import Text


class Beside(NamedTuple):
    """The help of one form, in three short texts."""

    does: Text
    """What the form does, in one or two sentences."""
    rests_on: Text
    """The article, or the rule of this system."""
    then: Text
    """What happens after it was sent, and who goes on."""


def beside(does: tuple[str, str], rests_on: tuple[str, str], then: tuple[str, str]) -> Beside:
    """Return a form's help from pairs of Vietnamese and English."""
    return Beside(*(Text(vi=vi, en=en) for vi, en in (does, rests_on, then)))
