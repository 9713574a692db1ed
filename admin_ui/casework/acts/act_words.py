"""Catalogue of the words of acts, collected from their descriptions."""

from admin_ui.casework.acts.index import DESCRIBED
from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    key: text
    for kind, one in DESCRIBED.items()
    for key, text in (
        (f"case_acts.do_{kind}", one.name),
        (f"case_acts.why_{kind}", one.meaning),
        (f"case_story.{kind}", one.sentence),
    )
}
