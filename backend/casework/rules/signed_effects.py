"""What a signed paper does to its case: the act that it means, read off its fields. Pure.

An act declares its effect; effects_on_goods.py and effects_on_decisions.py have the functions that read
it, backend/casework/derived/effects.py the table by form. A function returns None if the paper does
nothing here now: its goods are not in the case yet, or another paper has done it already. The one door
judges what is read; a paper whose act is refused is not signed
(docs/decisions/0038-a-signed-paper-has-its-effect-at-once.md).
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from backend.casework.rules import signed
from backend.casework.rules.facts import Facts, Paper
from backend.core.errors import Invalid
from backend.core.local_time import day_of

Said = Mapping[str, Any]
"""What the signer says besides the paper, by the field of the act, as on the wire. `act` says which
act is meant if a form may mean several."""
Values = dict[str, Any]
"""The content of an act, by its fields."""
Read = Callable[[Paper, Facts, Said], Values | None]
NOTHING_SAID: Said = {}
Fields = Mapping[str, Any]
"""The fields of a paper."""


def nothing_more(_form: str, _fields: Fields) -> tuple[str, ...]:
    """Return no field: such papers say everything."""
    return ()


def whole(_fields: Fields, _said: Said) -> bool:
    """Tell that no answer is missing, whatever the paper says."""
    return False


class Effect(NamedTuple):
    """An act that a signed paper enters in the same command."""

    forms: tuple[str, ...]
    read: Read | None
    """None: the act carries a reckoning, or needs the catalogue (backend/casework/drafting/entering.py)."""
    key: str = "document_id"
    """The key of the act's content that names the paper."""
    asks: tuple[str, ...] = ()
    """Fields of the act that no paper of these forms says. They are asked before the signature. If papers
    of a form may mean several such acts, the signer says which."""
    offers: Callable[[str, Fields], tuple[str, ...]] = nothing_more
    """Takes a form and the paper's fields. Returns fields of the act that no line says and that may stay
    empty; they are offered on the same page."""
    each: tuple[str, ...] = ()
    """A list that paper and act share, and fields of the act's rows that the paper has no column for. They
    are offered row by row, and may stay empty."""
    said_each: Callable[[dict[str, Any]], Iterable[str]] | None = None
    """Returns those of these fields that a row of the paper says after all, so that nobody is asked."""
    unsaid: Callable[[Fields, Said], bool] = whole
    """Tells whether an answer that this very paper needs is missing."""
    asked_on: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Orders that these minutes carry out, by form, each with fields of the act that its signer alone
    may say. They are offered on the page of the order's signature."""
    apart: tuple[str, ...] = ()
    """Fields that the signer alone says, if `read` is None; the one door judges the others by the paper."""


class PaperSaysTooLittle(Invalid):
    """The act that the paper means cannot be read off it: a line is empty, or too short."""

    code = "case_paper_says_too_little"
    text_vi = (
        "Văn bản ghi chưa đủ để ký là có hiệu lực trong vụ việc: “{line}” để trống hoặc quá ngắn. Mở lại văn bản và "
        "ghi đủ."
    )
    text_en = (
        "The paper says too little to take effect in its case when it is signed: “{line}” is empty or too short. "
        "Reopen the paper and fill it in."
    )


class AnswerNeeded(Invalid):
    """The paper does not say something that its act needs, and the signer did not say it."""

    code = "case_answer_needed"
    text_vi = "Cần trả lời các mục hỏi trước khi ký: văn bản có hiệu lực trong vụ việc ngay khi ký."
    text_en = "Answer what is asked before you sign: the paper takes effect in its case with the signature."


def told(paper: Paper, *names: str) -> str:
    """Return the first of these lines that is not empty, else the paper's number: a reason in words."""
    found = (
        str(paper.fields[name]) for name in names if len(str(paper.fields.get(name) or "")) > 2
    )
    return next(found, f"Theo văn bản số {paper.number}")


def day(text: Any) -> date | None:
    """Return the day in Vietnam of a moment on a paper; None if it says none."""
    found = signed.moment(text)
    return day_of(found) if isinstance(found, datetime) else None


def effective(paper: Paper) -> date | None:
    """Return the day on which a decision takes effect: the one that it names, else that of its signing."""
    found = signed.said_day(paper.fields.get("effective_on"))
    return found if isinstance(found, date) else paper.issued_on


def named_by(paper: Paper, facts: Facts) -> Paper | None:
    """Return the decision of the case that a paper names by number and day, or None."""
    said = (paper.fields.get("decision_number"), paper.fields.get("decision_date"))
    if None in said:
        return None
    for one in facts.papers.values():
        day = one.issued_on.isoformat() if one.issued_on else None
        if one.stands and (one.number, day) == said:
            return one
    return None
