"""An uncertain statement of law in use, as legal officers see it and sign for it."""

from typing import Literal

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.law.reckoning import Certainty

Topic = Literal[
    "counting",
    "deadlines",
    "sanctions",
    "competence",
    "catalogue",
    "complaints",
    "exhibits",
    "publication",
    "records",
]


class StatedLimit(Wire):
    """One uncertain fact: its readings, which one is taken, and what another would change.

    `refs` are ids of rules, articles or data that rest on it; `taken` is the place of the reading in
    use among `readings`, from 0.
    """

    id: str
    topic: Topic
    refs: list[str]
    certainty: Certainty
    source: str
    fact: Text
    readings: list[Text]
    taken: int
    effect: Text
