"""The kinds of asks, their contents and acts, derived from the declared acts. Pure."""

from backend.force.acts.index import ACTS
from schemas.core.base import Wire
from schemas.force.acts import PeopleAct
from schemas.force.contents import PEOPLE_CONTENTS

CONTENTS: dict[str, type[Wire]] = {
    one.asks: PEOPLE_CONTENTS[kind] for kind, one in ACTS.items() if one.asks is not None
}
"""The content of each kind of ask."""
TYPES: dict[type, PeopleAct] = {
    PEOPLE_CONTENTS[kind]: kind for kind, one in ACTS.items() if one.asks is not None
}
"""The act of each such content."""
KINDS: dict[type, str] = {content: kind for kind, content in CONTENTS.items()}
"""The kind of ask of each content, in one word, as the table of asks stores it."""
