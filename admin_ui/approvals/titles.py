"""What a submission is called on its pages."""

from admin_ui.shell.words import Language
from backend.approvals.reading.service import Submission
from backend.documents import service as documents


def of(facts: Submission, language: Language) -> str:
    """Return the title of what is submitted, with the name of a paper's form for its code."""
    said: str = getattr(facts.title, language)
    if facts.form is None or not said.startswith(f"{facts.form} · "):
        return said
    name: str = getattr(documents.title(facts.form), language)
    return name + said.removeprefix(facts.form)
