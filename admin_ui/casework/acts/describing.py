"""How an act of a case is described to the desk: once, with its words in both languages and its form.

What the pages ask of acts (index.py, act_words.py) is read from the descriptions; nowhere else in the desk stands a
list of acts.
"""

from collections.abc import Callable
from typing import NamedTuple

from admin_ui.casework.acts.fields import Field
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


class ActForm(NamedTuple):
    """The form of an act."""

    fields: tuple[Field, ...]
    sure: bool = False
    """It ends, decides or pays something, so the page asks once more."""
    group: str = "line"
    """Under which head it stands among what else can be done: line, exhibits, execution, papers, file."""


class Opening(NamedTuple):
    """How a case begins with an act."""

    way: str
    """Its name in the address (casework/recording/opening.py)."""
    fields: tuple[Field, ...]


class Described(NamedTuple):
    """One act. It has a form here, a page elsewhere, or neither where the system alone writes it."""

    wire: CaseAct
    name: Text
    """What one does, as on a button."""
    meaning: Text
    """What it means in law, above its form."""
    sentence: Text
    """How the story tells it: {names} of its content; what is in [brackets] goes where a value in it is empty."""
    form: ActForm | None = None
    elsewhere: str = ""
    """The address of its own page; papers are worked on where they are edited."""
    opening: Opening | None = None
    starts_with: Callable[[CaseView], dict[str, list[str]]] | None = None
    """What stands in its form at first beside what a paper says: what the case has now."""
    names_papers: tuple[str, ...] = ()
    """Keys of its content that name a paper, where other acts say something else by them."""
    custody: bool = False
    """It stands in the history of each exhibit that it names."""
