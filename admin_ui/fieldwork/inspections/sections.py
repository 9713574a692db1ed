"""Which parts an inspection's page has: what holds nothing yet is one line, and not a heading for each."""

from typing import Any

from admin_ui.shell.words import Language, say
from schemas.fieldwork.inspections import InspectionView

_LACKING = ("minutes", "photos", "signatures", "places", "rulings")
"""What a reader expects of an inspection, so that its absence is said; in the order of the page."""


def there(view: InspectionView, shown: dict[str, Any]) -> list[str]:
    """Return the anchors of the parts that hold something, in the order of the page.

    `shown` is what the page's context says of papers and opinions.
    """
    parts: list[tuple[str, Any]] = [
        ("decision", True),
        ("minutes", view.minutes),
        ("photos", view.photos),
        # That nothing is doubtful is worth a sentence once there is something to doubt.
        ("findings", view.findings or view.photos),
        ("signatures", view.signatures),
        ("places", view.places),
        ("site-papers", shown["site_papers"]),
        ("filed", view.filed),
        ("rulings", shown["opinions"] if view.minutes_flow == 2 else shown["rulings"]),
        ("held", view.quarantined),
        ("acts", True),
        ("checks", shown["tallies"]),
    ]
    return [name for name, holds in parts if holds]


def lacking(sections: list[str], language: Language) -> str:
    """Return what is not there yet, in words."""
    names = (say(language, f"inspection.lacks_{one}") for one in _LACKING if one not in sections)
    return ", ".join(names)


def doubtful(shown: dict[str, Any]) -> int:
    """Count the answers of checks that somebody should look at."""
    answers = (line for tally in shown["tallies"] for line, _ in tally.answers)
    return sum(line.tone in ("warn", "bad") for line in answers)
