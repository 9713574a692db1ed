"""A time limit as a question without a case: facts as words in, an answer with its steps out."""

from collections.abc import Mapping
from datetime import date, datetime

from backend.law.deadlines import service as deadlines
from backend.law.rules.reckoning import NotReckoned
from schemas.core.problems import Text
from schemas.law.reckoning import Asked, Reckoning

_OWN = frozenset({"rule", "start", "given", "on"})


def reckon(facts: Mapping[str, str], book: str) -> Reckoning:
    """Reckon the end of one time limit.

    `rule` and `start` (a day, or a minute of Vietnam) are needed; `given` lists what holds; `on` is
    the day whose law counts, by default that of the start. Every other fact is one of the rule's
    own questions.
    """
    try:
        answer = deadlines.reckon(
            _needed(facts, "rule"), _start(facts), _given(facts), _day(facts, "on"), book=book
        )
    except NotReckoned as why:
        return Reckoning(
            asked=Asked.DEADLINE, book=book, facts=dict(facts), result={}, refused=why.text
        )
    return Reckoning(
        asked=Asked.DEADLINE,
        book=book,
        facts=dict(facts),
        result=answer.result,
        steps=answer.steps,
    )


def _needed(facts: Mapping[str, str], name: str) -> str:
    if found := facts.get(name):
        return found
    words = {
        "rule": Text(vi="Hãy nêu thời hạn (rule), ví dụ D12.", en="Give a time limit (rule): D12."),
        "start": Text(
            vi="Hãy nêu ngày bắt đầu (start), ví dụ 02/03/2026.",
            en="Give the day from which it runs (start), as in 02/03/2026.",
        ),
    }
    raise NotReckoned(words[name])


def _start(facts: Mapping[str, str]) -> date | datetime:
    text = _needed(facts, "start")
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError as error:
        raise NotReckoned(_unread("start", text)) from error


def _day(facts: Mapping[str, str], name: str) -> date | None:
    text = facts.get(name)
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotReckoned(_unread(name, text)) from error


def _unread(name: str, text: str) -> Text:
    return Text(
        vi=f"«{text}» không phải là một ngày ({name}): viết 02/03/2026, hoặc 02/03/2026 10:00.",
        en=f"“{text}” is no day ({name}): write 02/03/2026, or 02/03/2026 10:00.",
    )


def _given(facts: Mapping[str, str]) -> dict[str, object]:
    listed: dict[str, object] = dict.fromkeys(filter(None, facts.get("given", "").split("+")), True)
    return listed | {key: value for key, value in facts.items() if key not in _OWN}
