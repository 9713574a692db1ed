"""An act of a case is named in few files of the product, because its definition is kept together."""

import re
from collections import defaultdict
from enum import StrEnum
from functools import cache
from itertools import pairwise
from statistics import median

from schemas.casework.words import CaseAct
from tests.architecture.tree import ROOT, files, listed, name, text

PARTS = ("schemas", "backend", "media", "mobile_api", "admin_ui", "mobile_app", "deploy")
CODE = frozenset({".py", ".ts", ".tsx", ".html", ".js", ".json", ".typ"})
_WORD = re.compile(r"\w+")
_DOTTED = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
_EDITION = re.compile(r"^(backend/law/deadlines/editions/[^/]+)/.*")
SUPERSEDED = "backend/law/deadlines/data/"
"""Rules of the first edition. They never change again, whatever becomes of an act."""
PLAYED = "deploy/demo/living/"
"""Plays acts through the door, as tests do. A new act needs nothing there."""
OF_THE_BACKEND = ("backend/", "schemas/")
MEDIAN, MOST = 8, 16
"""Limits for the whole product, lowered whenever more is kept together. The acts named most often
share their name with an act of an inspection or a state of a case, which are counted too. One place is
where it is asked about without a case (backend/casework/reckoner), one where it is counted
(backend/insight/rules/counting)."""
BACKEND_MEDIAN, BACKEND_MOST = 6, 14
"""Limits for words, rules and records alone, including the dated rules of time limits."""


@cache
def product() -> dict[str, str]:
    """The text of every file of the product that may name an act."""
    return {
        name(path): text(path)
        for path in files()
        if path.suffix in CODE
        and path.relative_to(ROOT).parts[0] in PARTS
        and "tests" not in path.parts
        and path.name not in ("openapi.ts", "package-lock.json")
        and not name(path).startswith((SUPERSEDED, PLAYED))
    }


@cache
def _names() -> dict[str, list[str]]:
    """The files that have a word, or two with a dot between them, which no letter lengthens.

    To look for hundreds of names one after another in fourteen megabytes takes seconds.
    """
    found = defaultdict[str, list[str]](list)
    for file, said in product().items():
        names = set(_WORD.findall(said))
        for chain in set(_DOTTED.findall(said)):
            parts = chain.split(".")
            names |= {f"{first}.{then}" for first, then in pairwise(parts)}
        for name_ in names:
            found[name_].append(file)
    return found


def naming(kind: StrEnum) -> list[str]:
    """The files that name an act by its name on the wire, its member, its struct or its key."""
    flat = kind.replace(".", "_")
    struct = "".join(part.capitalize() for part in flat.split("_"))
    found = {file for one in (flat.upper(), str(kind), struct, flat) for file in _names()[one]}
    return list(dict.fromkeys(_place(file) for file in product() if file in found))


def _place(file: str) -> str:
    """The rules of an edition are one place, however many files hold them."""
    return _EDITION.sub(r"\1", file)


def test_an_act_of_a_case_is_named_in_few_files() -> None:
    named = {kind: naming(kind) for kind in CaseAct}
    own = {
        kind: [one for one in found if one.startswith(OF_THE_BACKEND)]
        for kind, found in named.items()
    }
    for found, middle, most in (
        (named, MEDIAN, MOST),
        (own, BACKEND_MEDIAN, BACKEND_MOST),
    ):
        beyond = [f"{kind}: {len(one)}" for kind, one in found.items() if len(one) > most]
        assert not beyond, listed(beyond)
        assert median(len(one) for one in found.values()) <= middle
