"""The facts of a question to the law book, read from the words in which a lawyer writes them. Pure.

`key=value`, lists joined with `+`, days ISO, money whole đồng, yes and no as words: see
schemas/law/reckoning.py and tests/cases/law/README.md. A fact that a question does not know is an
error: nothing is dropped in silence.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from backend.core.errors import Invalid
from schemas.core.vocabulary import SubjectKind


class FactWrong(Invalid):
    """A fact is missing, unknown, or not written as it should be."""

    code = "fact_wrong"
    text_vi = "Dữ kiện {name} thiếu hoặc không đúng: {value}."
    text_en = "The fact {name} is missing or wrong: {value}."


class Facts:
    """The given facts. Each method raises FactWrong for a value that cannot be read."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = dict(given)

    def only(self, known: Iterable[str]) -> None:
        """Refuse facts that the question does not know. Raises FactWrong."""
        for name in sorted(self.given.keys() - set(known)):
            raise FactWrong(name=name, value=self.given[name])

    def text(self, name: str, default: str = "") -> str:
        """Return a fact as written."""
        return self.given.get(name, default).strip()

    def listed(self, name: str) -> list[str]:
        """Return the parts of a list."""
        return [part.strip() for part in self.text(name).split("+") if part.strip()]

    def whole(self, name: str) -> int | None:
        """Return a whole number of 0 or more; None if it is not given."""
        text = self.text(name).replace("_", "").replace(" ", "")
        if not text:
            return None
        if not text.isdecimal():
            raise FactWrong(name=name, value=text)
        return int(text)

    def need(self, name: str) -> int:
        """Return a whole number that must be given."""
        found = self.whole(name)
        if found is None:
            raise FactWrong(name=name, value="–")
        return found

    def number(self, name: str) -> Fraction | None:
        """Return a number that may have decimals; None if it is not given."""
        text = self.text(name)
        if not text:
            return None
        try:
            return Fraction(text)
        except (ValueError, ZeroDivisionError) as error:
            raise FactWrong(name=name, value=text) from error

    def day(self, name: str) -> date | None:
        """Return a day; None if it is not given."""
        text = self.text(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text[:10])
        except ValueError as error:
            raise FactWrong(name=name, value=text) from error

    def days(self, name: str) -> list[date]:
        """Return the days of a list; none if it is not given."""
        try:
            return [date.fromisoformat(part) for part in self.listed(name)]
        except ValueError as error:
            raise FactWrong(name=name, value=self.text(name)) from error

    def span(self, name: str) -> tuple[date, date] | None:
        """Return the first and last day of a span `a..b`; None if it is not given."""
        text = self.text(name)
        if not text:
            return None
        first, _, last = text.partition("..")
        try:
            return date.fromisoformat(first), date.fromisoformat(last or first)
        except ValueError as error:
            raise FactWrong(name=name, value=text) from error

    def yes(self, name: str) -> bool:
        """Tell whether a fact is `yes`; everything else but `no` and nothing is wrong."""
        text = self.text(name, "no")
        if text not in ("yes", "no", ""):
            raise FactWrong(name=name, value=text)
        return text == "yes"

    def of_part(self, at: int, *names: str) -> "Facts":
        """Return the facts of one of several acts, whose values are joined with `+`."""
        parts = {name: self.listed(name) for name in names if "+" in self.text(name)}
        own = {name: found[at] if at < len(found) else "" for name, found in parts.items()}
        return Facts(self.given | own)

    def subject(self) -> SubjectKind:
        """Return the kind of party; an individual if none is given. A branch is an organisation."""
        text = self.text("subject", "individual")
        if text == "branch":
            return SubjectKind.ORGANISATION
        if text not in set(SubjectKind):
            raise FactWrong(name="subject", value=text)
        return SubjectKind(text)


def decimal(value: Fraction | int) -> str:
    """Write a number with decimals only if it has any: `4.5`, `2`."""
    return f"{float(value):.4f}".rstrip("0").rstrip(".")


def said(*, value: bool) -> str:
    """Write a truth as the answer does."""
    return "yes" if value else "no"
