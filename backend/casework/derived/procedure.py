"""Where an act leads in a state of a case, as a question without a case (PROCEDURE §b). Pure.

The answer is read from the same table of states that the one door asks. What a paper, an earlier act
or a time would still refuse is said in the steps, not decided: those need the case.
"""

from collections.abc import Mapping

from backend.casework.acts.index import ACTS
from backend.casework.derived import states
from backend.casework.rules.states import Effect
from backend.casework.texts.states import STATES
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.reckoning import Asked, ReckonedStep, Reckoning

_TABLE = "backend/casework/acts"


def reckon(facts: Mapping[str, str], book: str) -> Reckoning:
    """Return the state to which an act leads, or that it is refused in this state."""

    def said(
        result: dict[str, str], *steps: ReckonedStep, refused: Text | None = None
    ) -> Reckoning:
        return Reckoning(
            asked=Asked.PROCEDURE,
            book=book,
            facts=dict(facts),
            result=result,
            steps=list(steps),
            refused=refused,
        )

    try:
        state = CaseState(facts["state"]) if facts.get("state", "none") != "none" else None
        act = CaseAct(facts["act"])
    except (KeyError, ValueError):
        return said(
            {},
            refused=Text(
                vi="Hãy nêu trạng thái (state) và việc (act) của vụ việc.",
                en="Give a state of the case (state) and an act (act).",
            ),
        )
    cell = states.step(state, act)
    where = STATES[state] if state else Text(vi="chưa có vụ việc", en="no case yet")
    if cell.effect is not Effect.TAKES:
        text = Text(
            vi=f"Ở trạng thái «{where.vi}» không làm được việc này.",
            en=f"In the state “{where.en}” this cannot be done.",
        )
        step = ReckonedStep(text=text, article="PROCEDURE b", certainty="R")
        return said({"refused": "yes", "why": "state"}, step)
    after = cell.next or state
    dynamic = ACTS[act].leads_to is not None
    words = STATES[after] if after else where
    text = Text(
        vi=f"Từ «{where.vi}» sang «{words.vi}»"
        + (" hoặc nơi nội dung chỉ ra." if dynamic else "."),
        en=f"From “{where.en}” to “{words.en}”"
        + (" or where its content says." if dynamic else "."),
    )
    return said({"to": str(after)}, ReckonedStep(text=text, article="PROCEDURE b", certainty="R"))
