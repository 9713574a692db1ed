"""The story of a case: each act as one plain sentence in the reader's language.

The sentences are in the catalogue (`case_story.<act>`), with {names} of the act's content. A part
in [brackets] is left out if a value in it is empty. A value's name and shape decide how it is
written, so no act needs code of its own.
"""

import re
from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

import msgspec

from admin_ui.casework.acts.index import DESCRIBED
from admin_ui.shell.formats import day_or_moment, money, short_date
from admin_ui.shell.words import CATALOGUES, Language, say
from schemas.casework.acts.outside import PREFIX
from schemas.casework.views import CaseView, StoryLine
from schemas.casework.words import CaseAct

_MONEY = frozenset({"amount", "total", "proceeds", "gain", "fine_least", "fine_most"})
_PAPERS = frozenset(
    {"document_id", "proof_document_id", "against", "handover_id", "decision_id", "minutes_id"}
)
_DETAILS = ("another_party", "twice", "reason", "content", "instructions", "text", "basis", "note")
"""Keys of longer texts that an officer typed. The first one not in the sentence is shown below it,
unchanged.
"""
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_ENDS = (".", "!", "?", "…")
"""With which a whole sentence that an officer typed ends: it gets no second full stop."""
_NAMED = 3
"""This many items of a list are named; for the others the sentence gives their count."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One act in words. `detail` is a longer text that an officer typed, or None."""

    sentence: str
    detail: str | None


class Teller:
    """Puts the acts of one case into words; `papers` and `exhibits` are names by id."""

    def __init__(
        self, language: Language, papers: Mapping[str, str], exhibits: Mapping[str, str]
    ) -> None:
        self._language = language
        self._papers = papers
        self._exhibits = exhibits

    def tell(self, kind: str, content: Mapping[str, Any]) -> Told:
        """Return the sentence of an act. Raises KeyError if the catalogue has none for it."""
        template = CATALOGUES[self._language][f"case_story.{kind}"]
        wanted = {name for _, name, _, _ in Formatter().parse(template) if name}
        values = {name: self._said(kind, name, content.get(name)) for name in wanted}

        for name, value in values.items():
            if value.endswith(_ENDS):
                template = re.sub(rf"(\{{{name}\}}\]?)\.", r"\1", template)

        def optional(found: re.Match[str]) -> str:
            inner = {name for _, name, _, _ in Formatter().parse(found[1]) if name}
            return found[1] if all(values[name] for name in inner) else ""

        sentence = _OPTIONAL.sub(optional, template).format(**values)
        typed = (content.get(name) for name in _DETAILS if name not in wanted)
        detail = next((text for text in typed if isinstance(text, str) and text), None)
        return Told(sentence=sentence, detail=detail)

    def _say(self, word: str, **values: object) -> str:
        return say(self._language, f"case_story.is_{word}", **values)

    def _said(self, kind: str, name: str, value: Any) -> str:
        """Return a value in words; an empty string if there is nothing to say."""
        if value is None or value == []:
            return ""
        if name in _PAPERS or name in DESCRIBED[CaseAct(kind)].names_papers:
            return self._papers.get(str(value), self._say("paper_unknown"))
        if name == "back_to":
            return say(self._language, f"cases.state_{value}")
        if isinstance(value, bool):
            return self._word(f"{name}_{'true' if value else 'false'}")
        if isinstance(value, int):
            amount = name in _MONEY or name == "by"
            return money(value, self._language) if amount else str(value)
        if isinstance(value, list):
            return self._list(name, value)
        if isinstance(value, dict):
            return str(value.get("number") or value.get("name") or "")
        return self._text(name, str(value))

    def _text(self, name: str, value: str) -> str:
        if time := day_or_moment(value, self._language):
            return time
        if name == "code" and value.startswith(PREFIX):
            # Its code says nothing to an officer; its place in the minutes does.
            return self._say("outside_place", number=value.removeprefix(PREFIX))
        return self._word(f"{name}_{value}") or value

    def _word(self, word: str) -> str:
        return CATALOGUES[self._language].get(f"case_story.is_{word}", "")

    def _list(self, name: str, values: list[Any]) -> str:
        tell: Callable[[Any], str]
        match name:
            case "exhibits":
                named = [_name(one) or self._exhibits.get(str(one), "") for one in values]
                short = self._joined([one for one in named if one])
                word = "exhibits_named" if short else "exhibits"
                return self._say(word, count=len(values), names=short)
            case "changes":
                tell = lambda one: str(one["rule"])  # noqa: E731 - as below
            case "confiscated":
                return str(len(values))
            case "schedule":
                return ", ".join(self._part(one) for one in values)
            case "part":
                tell = lambda one: str(one + 1)  # noqa: E731 - one of several ways to name a thing
            case "officers":
                tell = lambda one: str(one["full_name"])  # noqa: E731 - one of several ways to name a thing
            case _:
                tell = lambda one: _name(one) or str(one)  # noqa: E731 - as above
        return self._joined([tell(one) for one in values])

    def _part(self, part: Mapping[str, Any]) -> str:
        day = short_date(part["due_on"], self._language)
        return self._say("part", amount=money(part["amount"], self._language), day=day)

    def _joined(self, names: list[str]) -> str:
        said = "; ".join(names[:_NAMED])
        more = len(names) - _NAMED
        return f"{said} {self._say('and_more', count=more)}" if more > 0 else said


def _name(value: Any) -> str:
    return str(value.get("name", "")) if isinstance(value, Mapping) else ""


def paper_names(view: CaseView, language: Language) -> dict[str, str]:
    """Return the names of papers as used in sentences: title and number."""
    return {
        str(one.id): say(
            language,
            f"case_story.is_paper_{'numbered' if one.number else 'draft'}",
            form=getattr(one.title, language),
            number=one.number,
        )
        for one in view.papers
    }


def teller(view: CaseView, language: Language) -> Teller:
    """Return a teller for the acts of this case."""
    exhibits = {str(one.id): one.name for one in view.exhibits}
    return Teller(language, paper_names(view, language), exhibits)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An act with its sentence."""

    act: StoryLine
    sentence: str
    detail: str | None


def story(view: CaseView, language: Language) -> list[Line]:
    """Every act of the case, newest first."""
    tells = teller(view, language)
    shown = (line for line in reversed(view.story) if not line.meant)
    told = [(line, tells.tell(line.type, line.content)) for line in shown]
    return [Line(act=line, sentence=one.sentence, detail=one.detail) for line, one in told]
