"""What two rows provide besides the band, in words, where they differ."""

from collections.abc import Hashable

from admin_ui.shell.words import Language, say
from backend.law.sanctions import service as sanctions
from schemas.core.problems import Text
from schemas.law.catalogue import Violation

Both = dict[str, tuple[str, str]]
Steps = dict[str, list[tuple[str, str]]]
"""By field, what each penalty, remedy or other provision was and is; an empty text is nothing."""
_Keyed = list[tuple[Hashable, str]]
"""Provisions in words, each with what it is: the same before and after if only its terms differ."""


def of_both(before: Violation | None, after: Violation, language: Language) -> Both:
    """Return drivers, additional penalties and remedies of both rows, by the field of a difference."""
    old = _words(before, language) if before else dict.fromkeys(_words(after, language), "")
    new = _words(after, language)
    return {name: (old[name], new[name]) for name in new}


def _words(row: Violation, language: Language) -> dict[str, str]:
    told = sanctions.provided(row)
    either = f" {say(language, 'catalogue.or')} "

    def joined(groups: list[list[Text]]) -> str:
        return "; ".join(either.join(getattr(one, language) for one in group) for group in groups)

    return {
        "drivers": joined([told.drivers]),
        "extra": joined(told.extra),
        "provided_remedies": joined(told.remedies),
    }


def steps(before: Violation, after: Violation, language: Language) -> Steps:
    """Return each provision that differs, before and after, by the field of a difference.

    A provision is paired with that of its kind. If the catalogue did not say what was provided before, each of now
    stands beside that sentence.
    """
    old, new = _keyed(before, language), _keyed(after, language)
    unsaid = not before.edition
    return {name: _paired([] if unsaid else old[name], new[name]) for name in new}


def _paired(old: _Keyed, new: _Keyed) -> list[tuple[str, str]]:
    left = [one for one in old if one not in new]
    found: list[tuple[str, str]] = []
    for key, text in (one for one in new if one not in old):
        same = next((one for one in left if one[0] == key), None)
        if same:
            left.remove(same)
        found.append((same[1] if same else "", text))
    return found + [(text, "") for _, text in left]


def _keyed(row: Violation, language: Language) -> dict[str, _Keyed]:
    told = sanctions.provided(row)
    either = f" {say(language, 'catalogue.or')} "

    def said(*texts: Text) -> str:
        return either.join(getattr(one, language) for one in texts)

    return {
        "drivers": [
            (one.kind, said(text)) for one, text in zip(row.drivers, told.drivers, strict=False)
        ],
        "extra": [
            (tuple(one.kind for one in group), said(*texts))
            for group, texts in zip(row.extra, told.extra, strict=False)
        ],
        "provided_remedies": [
            (tuple(one.kind for one in group), said(*texts))
            for group, texts in zip(row.provided_remedies, told.remedies, strict=False)
        ],
        "doublings": [
            (code, said(text)) for code, text in zip(row.doublings, told.doublings, strict=False)
        ],
        "times": [("fine", said(told.fine))] if told.fine else [],
        "warning": [("warning", say(language, "catalogue.warning_yes"))] if row.warning else [],
    }
