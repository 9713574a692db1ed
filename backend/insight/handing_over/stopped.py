"""Why a hand-over was not carried out."""

from backend.insight.queries.handing_over import Line
from schemas.core.problems import Text


class Stopped(Exception):
    """Nothing is handed over: the sentence says why, `line` at which record; None for the whole."""

    def __init__(self, text: Text, line: Line | None = None) -> None:
        super().__init__(text.en)
        self.text, self.line = text, line
