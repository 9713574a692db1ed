"""What two rows provide besides the band, in words, where they differ."""

from admin_ui.shell.words import Language, say
from backend.law.sanctions import service as sanctions
from schemas.core.problems import Text
from schemas.law.catalogue import Violation

Both = dict[str, tuple[str, str]]


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
