"""What somebody typed, as a question to the words of records.

Every word must be in the record, in any order. The last one may be unfinished, as one types; in a second try
(`looser`) each may. Digits from three on are found anywhere in a number. What is typed is taken apart into words and
never reaches PostgreSQL as an operator.
"""

from collections.abc import Mapping, Sequence

import msgspec

from backend.core.errors import Invalid
from backend.insight.rules.search import folding, indexing
from backend.insight.rules.search.indexing import Place

LONGEST = 200
"""Letters of a question. A question of more is refused, not cut: who pasted a page is told so."""
MOST_WORDS = 12
MOST_MEANT = 20
"""Words that a beginning may stand for and still be asked of the index, as all of them."""


class SearchTooLong(Invalid):
    """More was typed than is looked for."""

    code = "search_too_long"
    text_vi = "Nội dung tìm quá dài: tối đa 200 ký tự và 12 từ. Hãy chỉ giữ vài từ chính, ví dụ tên và số."
    text_en = "This is too long to look for: at most 200 letters and 12 words. Keep a few, such as a name or a number."


class SearchWithoutWords(Invalid):
    """Only marks were typed."""

    code = "search_without_words"
    text_vi = "Chưa có chữ hay số nào để tìm. Hãy gõ tên, số văn bản, địa chỉ hoặc tên hàng."
    text_en = (
        "There are no letters or digits to look for. Type a name, a number, an address or goods."
    )


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One word that was typed."""

    word: str
    unfinished: bool
    """Also the beginning of a longer word."""

    def said(self, place: Place | None = None) -> str:
        """Return it as a part of a tsquery, looked for in one place or in all."""
        after = ("*" if self.unfinished else "") + (place or "")
        return f"'{self.word}'" + (f":{after}" if after else "")

    def fits(self, word: str) -> bool:
        """Tell whether a word of a text, as it is compared, is what was typed."""
        if self.word[0].isdigit() and self.unfinished:
            return self.word in word
        return word.startswith(self.word) if self.unfinished else word == self.word

    @property
    def needle(self) -> str:
        """Return what a line of words has in it if one of them fits: it has a space before and behind each word."""
        if not self.unfinished:
            return f" {self.word} "
        return self.word if self.word[0].isdigit() else f" {self.word}"


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: words in the whole record, words of its address, and tags that it must have."""

    terms: tuple[Term, ...] = ()
    where: tuple[Term, ...] = ()
    tags: tuple[tuple[str, ...], ...] = ()
    """Of each group the record has one."""

    @property
    def empty(self) -> bool:
        """Tell whether nothing is asked of the words of a record."""
        return not (self.terms or self.where or self.tags)

    @property
    def rare(self) -> bool:
        """Tell whether few records can match, so that the newest need not be looked through: much of a number."""
        return any(
            one.word[0].isdigit() and len(one.word) > indexing.SHORTEST_PART + 1
            for one in self.terms
        )

    @property
    def of_letters(self) -> tuple[Term, ...]:
        """The words without numbers: whose records are known (search_newest) before any is looked at."""
        return tuple(
            dict.fromkeys(one for one in (*self.terms, *self.where) if not one.word[0].isdigit())
        )

    def whole(self) -> str:
        """Return the whole question as a tsquery."""
        return _all(
            [*_quoted(self.tags), *(one.said() for one in self.terms), *_placed(self.where)]
        )

    def drivers(self, meant: Mapping[Term, Sequence[str]]) -> str | None:
        """Return the part that an index answers quickly: finished words and tags; None if there is none.

        For the beginning of a word PostgreSQL gathers all records of all words that begin so, however few the others
        leave. So it is asked for the words that are `meant`, if these are few, and else is not asked of the index.
        """
        sure = [self._sure(one, meant, None) for one in self.terms]
        sure += [self._sure(one, meant, Place.WHERE) for one in self.where]
        asked = [*_quoted(self.tags), *(one for one in sure if one is not None)]
        return _all(asked) if asked else None

    def _sure(
        self, term: Term, meant: Mapping[Term, Sequence[str]], place: Place | None
    ) -> str | None:
        """Return what the index answers at once: a whole word, much of a number, or the words that are meant.

        Beside much of a number no beginning of a word is worth its cost.
        """
        if not term.unfinished:
            return term.said(place)
        if term.word[0].isdigit():
            return term.said(place) if len(term.word) > indexing.SHORTEST_PART else None
        words = meant.get(term, ())
        if self.rare or not 0 < len(words) <= MOST_MEANT:
            return None
        said = [Term(word=one, unfinished=False).said(place) for one in words]
        return said[0] if len(said) == 1 else f"({' | '.join(said)})"

    @property
    def lexemes(self) -> tuple[str, ...]:
        """The words and tags that each record which matches has for certain."""
        whole = (one.word for one in (*self.terms, *self.where) if not one.unfinished)
        return tuple(dict.fromkeys([*whole, *(one[0] for one in self.tags if len(one) == 1)]))

    def named(self) -> str | None:
        """Return the question whether all words stand in the name or number; None if no word was typed."""
        return _all([one.said(Place.NAME) for one in self.terms]) if self.terms else None

    def looser(self) -> "Question | None":
        """Return the question in which each word may be unfinished; None if that asks for nothing new."""
        loose = tuple(_loose(one) for one in self.terms)
        return msgspec.structs.replace(self, terms=loose) if loose != self.terms else None


def read(text: str, where: str = "") -> Question:
    """Read what was typed. Raises SearchTooLong, or SearchWithoutWords if only marks were typed."""
    return Question(terms=_terms(text, typing=True), where=_terms(where, typing=False))


def _terms(text: str, *, typing: bool) -> tuple[Term, ...]:
    if len(text) > LONGEST:
        raise SearchTooLong
    typed = folding.folded(text)
    if not typed:
        if text.strip():
            raise SearchWithoutWords
        return ()
    if len(typed) > MOST_WORDS:
        raise SearchTooLong
    # Who typed a space or a mark behind a word has finished it.
    goes_on = typing and text[-1:].isalnum()
    last = len(typed) - 1
    found = [_term(word, unfinished=goes_on and at == last) for at, word in enumerate(typed)]
    return tuple(dict.fromkeys(found))


def _term(word: str, *, unfinished: bool) -> Term:
    if word[0].isdigit():
        return Term(word=word[: indexing.MOST_DIGITS], unfinished=_is_part(word))
    return Term(word=word[: indexing.LONGEST_WORD], unfinished=unfinished)


def _is_part(number: str) -> bool:
    return len(number) >= indexing.SHORTEST_PART


def _loose(term: Term) -> Term:
    if term.unfinished or term.word[0].isdigit() or len(term.word) < 2:
        return term
    return msgspec.structs.replace(term, unfinished=True)


def _placed(terms: tuple[Term, ...] | list[Term]) -> list[str]:
    return [one.said(Place.WHERE) for one in terms]


def _quoted(tags: tuple[tuple[str, ...], ...]) -> list[str]:
    return ["(" + " | ".join(f"'{tag}'" for tag in one) + ")" for one in tags]


def _all(parts: list[str]) -> str:
    return " & ".join(parts)
