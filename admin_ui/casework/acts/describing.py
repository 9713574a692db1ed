"""How an act of a case is described to the desk: its words in both languages, and its form.

Each act is described once. What the pages need to know about acts (index.py, act_words.py) is read
from these descriptions; the desk has no other list of acts.
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
    """The act ends, decides or pays something, so the page asks for confirmation."""
    group: str = "line"
    """The heading under which it is listed among the other possible acts: line, exhibits,
    execution, papers, file.
    """


class Opening(NamedTuple):
    """How a case is opened by an act."""

    way: str
    """Its name in the URL (casework/recording/opening.py)."""
    fields: tuple[Field, ...]


class Described(NamedTuple):
    """One act. It has a form here, a page elsewhere, or neither if only the system records it."""

    wire: CaseAct
    name: Text
    """What the officer does, as the label of a button."""
    meaning: Text
    """What the act means in law, shown above its form."""
    sentence: Text
    """How the story tells it. {names} are keys of its content; a part in [brackets] is left out if
    a value in it is empty.
    """
    form: ActForm | None = None
    elsewhere: str = ""
    """The URL of its own page. Acts on papers lead to the page where the paper is edited."""
    opening: Opening | None = None
    starts_with: Callable[[CaseView], dict[str, list[str]]] | None = None
    """Returns initial values of its form from the present state of the case, added to those from a paper."""
    names_papers: tuple[str, ...] = ()
    """Keys of its content that name a paper here, but mean something else in other acts."""
    custody: bool = False
    """The act is listed in the history of each exhibit that it names."""
