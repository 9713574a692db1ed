"""The help of every form, by the form's name: `beside.<name>.does`, `.rests_on`, `.then`."""

from admin_ui.shell.help.beside import (
    casework,
    fieldwork,
    force,
    insight,
    intake,
    law,
    letters,
    parties,
    planning,
    units,
)
from admin_ui.shell.help.beside.texts import Beside
from schemas.core.problems import Text

_GROUPS = (
    force,
    units,
    parties,
    planning,
    intake,
    fieldwork,
    casework,
    law,
    insight,
    letters,
)
FORMS: dict[str, Beside] = {name: one for group in _GROUPS for name, one in group.FORMS.items()}

WORDS: dict[str, Text] = {
    "beside.title": Text(vi="Hướng dẫn", en="Help"),
    "beside.does": Text(vi="Việc này", en="What this does"),
    "beside.rests_on": Text(vi="Căn cứ", en="What it rests on"),
    "beside.then": Text(vi="Sau đó", en="What happens next"),
    **{
        f"beside.{name}.{part}": text
        for name, one in FORMS.items()
        for part, text in one._asdict().items()
    },
}
