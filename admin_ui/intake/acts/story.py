"""The timeline of an information: each act as one plain sentence in the reader's language.

Nothing of what is sealed stands in an act, so nothing here can tell who informed.
"""

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

from admin_ui.intake.acts.index import DESCRIBED
from admin_ui.shell.formats import day_or_moment
from admin_ui.shell.story import Told
from admin_ui.shell.words import CATALOGUES, Language
from schemas.intake.views import InformationView, StoryLine
from schemas.intake.words import InformationAct, InformationState

_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_DETAILS = ("reason", "instructions", "report", "note")
"""Longer texts that an officer typed; the first one not in the sentence is shown below it, unchanged."""


def tell(kind: InformationAct, content: Mapping[str, Any], language: Language) -> tuple[str, str]:
    """Return the sentence of an act, and the longer text that belongs below it, if any."""
    template = getattr(DESCRIBED[kind].sentence, language)
    wanted = {name for _, name, _, _ in Formatter().parse(template) if name}
    values = {name: _said(name, content.get(name), language) for name in wanted}

    def optional(found: re.Match[str]) -> str:
        inner = {name for _, name, _, _ in Formatter().parse(found[1]) if name}
        return found[1] if all(values[name] for name in inner) else ""

    sentence = _OPTIONAL.sub(optional, template).format(**values)
    typed = (content.get(name) for name in _DETAILS if name not in wanted)
    detail = next((text for text in typed if isinstance(text, str) and text), "")
    return sentence[:1].upper() + sentence[1:], detail


def _said(name: str, value: Any, language: Language) -> str:
    """Return a value in words; an empty string if there is nothing to say."""
    words = CATALOGUES[language]
    match value:
        case None | [] | False:
            return ""
        case True:
            return words.get(f"case_story.is_{name}_true", "")
        case int():
            return str(value)
        case list():
            if name == "officers":
                return "; ".join(str(one["full_name"]) for one in value)
            return str(len(value))
        case _:
            pass
    text = str(value)
    if time := day_or_moment(text, language):
        return time
    if name == "state":
        return _state(text, language)
    return words.get(f"case_story.is_{name}_{text}", text)


def _state(text: str, language: Language) -> str:
    """Return the state of a linked record: of an information, a case or an inspection."""
    words = CATALOGUES[language]
    keys = [f"{group}_{text}" for group in ("cases.state", "domain.state")]
    if text in set(InformationState):
        keys.insert(0, f"informations.state_{text}")
    return next((words[key] for key in keys if key in words), text)


def lines(view: InformationView, language: Language) -> list[Told]:
    """Return every act as a line, the newest first."""
    return [_line(one, language) for one in reversed(view.story)]


def _line(one: StoryLine, language: Language) -> Told:
    sentence, detail = tell(one.type, one.content, language)
    described = DESCRIBED[one.type]
    return Told(
        at=one.at,
        made_at=one.at,
        who=one.officer_name,
        kind=one.type,
        sentence=sentence,
        detail=detail or None,
        system=not described.fields and not described.elsewhere,
    )
