"""What a form says in the place of a field that has nothing to choose from: why, and the way to what is missing."""

from typing import NamedTuple

from admin_ui.shell.words import Language, say
from backend.casework.cases.service import choices
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct


class Nothing(NamedTuple):
    """A sentence, with the link to the page where what is missing is made; none if the reader cannot make it."""

    said: str
    href: str = ""
    link: str = ""


_MADE_BY = {
    "exhibits": CaseAct.EXHIBITS_SEIZED,
    "applications": CaseAct.RELIEF_ASKED,
    "outside_stated": CaseAct.OUTSIDE_STATED,
    **{f"complaints_{kind}": CaseAct.COMPLAINT_FILED for kind in choices.NEXT},
}
"""The act by which a list of a case gets its first entry."""

_FILED = ("sheets", "files")
"""Lists that the page for filing documents fills."""


def of_case(view: CaseView, language: Language) -> dict[str, Nothing]:
    """Return what to say of each list of a case that may be empty, by its name. `papers`: signed papers of any form."""
    case = f"/desk/cases/{view.id}"
    found = {
        name: Nothing(say(language, f"cases.none_{name}"))
        for name in ("remedies", "inspections", "units_above", "outside")
    }
    found["papers"] = Nothing(
        say(language, "cases.none_papers"), f"{case}#papers", say(language, "cases.part_file")
    )
    for name in _FILED:
        said = say(language, f"cases.none_{name}")
        found[name] = Nothing(said, f"{case}/filing", say(language, f"cases.to_{name}"))
    for name, kind in _MADE_BY.items():
        word = "complaints" if name.startswith("complaints_") else name
        way = (f"{case}/acts/{kind}", say(language, f"case_acts.do_{kind}"))
        said = say(language, f"cases.none_{word}")
        found[name] = Nothing(said, *(way if kind in view.possible else ()))
    return found
