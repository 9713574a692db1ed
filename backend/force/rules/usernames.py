"""A user name made from an officer's name, for lists that bring none. Pure.

made_from("Hoàng Ngọc An")             # "hn.an": first letters, a dot, the given name
first_free("hn.an", {"hn.an"})         # "hn.an2"
"""

import re
from collections.abc import Container
from itertools import count

from backend.law.rules.titles import folded

_STRANGE = re.compile(r"[^a-z ]")
_LONGEST = 50
"""Letters of it; with a number behind, it still is a user name (backend/force/rules/accounts.py)."""


def made_from(full_name: str) -> str:
    """Return the first letters of all names but the last, a dot, and the last; the last alone if there is one.

    Empty if no letter is left.
    """
    names = _STRANGE.sub("", folded(full_name).replace("-", " ")).split()
    if not names:
        return ""
    letters = "".join(one[0] for one in names[:-1])
    return (f"{letters}.{names[-1]}" if letters else names[-1])[:_LONGEST]


def first_free(made: str, taken: Container[str]) -> str:
    """Return this user name if it is free and long enough, or else the first with a number behind, from 2."""
    if len(made) > 1 and made not in taken:
        return made
    return next(name for at in count(2) if (name := f"{made}{at}") not in taken)
