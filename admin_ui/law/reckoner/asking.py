"""What the reckoner's form asks for each kind of question: the facts by name, and how they are typed.

The names are those of the command line and of a lawyer's own cases (docs/law/reckoner.md).
"""

from typing import Literal, NamedTuple

from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import ViolationField
from schemas.law.reckoning import Asked
from schemas.law.sanctions import ExtraKind

Kind = Literal["behaviour", "day", "moment", "money", "number", "choice", "ticks", "yes"]


class Fact(NamedTuple):
    """One fact: its name, how it is typed, and what may be chosen, as (value, key of its word)."""

    name: str
    kind: Kind
    choices: tuple[tuple[str, str], ...] = ()
    rare: bool = False
    """Whether most questions have none of it: it is folded."""
    of: tuple[str, ...] = ()
    """The questions of its kind (`what`) that ask it; empty: all."""
    word: str = ""
    """Its word in those questions, where its name alone would not say what it is."""
    needed: bool = False
    """Whether nothing is answered without it."""
    hint: str = ""
    """The key of what stands below its name."""


def _worded(prefix: str, *values: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, f"reckoner.{prefix}_{value}") for value in values)


_SUBJECT = Fact("subject", "choice", _worded("subject", "individual", "household", "organisation"))
_CODE = Fact("code", "behaviour")
_BAND = (
    Fact("band_max", "money", hint="reckoner.band_hint"),
    Fact("field", "choice", _worded("field", *(str(one) for one in ViolationField))),
)
_VALUES = tuple(
    Fact(name, "money", rare=True)
    for name in ("goods_value", "genuine_value", "gain", "transaction_value")
)
CONDITIONS = (
    "production",
    "import",
    "listed_goods",
    "smuggled_self",
    "banned_list",
    "importer_or_maker",
    "two_provinces",
    "cyberspace",
    "sensitive_data",
    "large_platform",
    "media_owner",
    "alcohol_tobacco_trade",
    "wholesaler",
    "making_or_importing",
)
"""What may double a fine (docs/law/sanctions.md). Which of them counts, the behaviour's row says."""
GIVEN = (
    "sent_up",
    "explanation_asked",
    "verification",
    "serious",
    "complex",
    "more_time",
    "prosecution",
    "extended",
    "many_points",
    "testing",
    "remote",
    "warning",
)
"""Conditions that change the length of a time limit."""

_OF_A_DAY = ("instalments", "postponement", "no_minutes")
"""Questions whose answer depends on the day, whose law is applied, and on the kind of party."""

FACTS: dict[Asked, tuple[Fact, ...]] = {
    Asked.DEADLINE: (
        Fact("rule", "choice", needed=True),
        Fact("start", "moment", needed=True, hint="reckoner.moment_hint"),
        Fact("given", "ticks", _worded("given", *GIVEN)),
        Fact("field", "choice", _worded("field", *(str(one) for one in ViolationField)), rare=True),
        Fact("owner", "choice", _worded("owner", "known", "unknown"), rare=True),
    ),
    Asked.SANCTION: (
        _CODE._replace(needed=True),
        _SUBJECT,
        Fact("acted_on", "day"),
        Fact("decided_on", "day"),
        Fact("mitigating", "number"),
        Fact("aggravating", "number"),
        *_VALUES,
        Fact("quantity", "number", rare=True),
        Fact("conditions", "ticks", _worded("condition", *CONDITIONS), rare=True),
        Fact("age", "number", rare=True),
        Fact("chosen", "money", rare=True),
    ),
    Asked.COMPETENCE: (
        Fact("title", "choice", needed=True),
        Fact("on", "day", word="decided_on", needed=True),
        _CODE,
        *_BAND,
        _SUBJECT,
        Fact("extra", "ticks", _worded("extra", *(str(one) for one in ExtraKind)), rare=True),
        Fact("value", "money", rare=True),
        Fact("banned", "yes", rare=True),
        Fact("deputy", "yes", rare=True),
        Fact("delegated", "yes", rare=True),
        Fact("acting", "yes", rare=True),
    ),
    Asked.EXPLAIN: (
        _CODE,
        Fact("band_max", "money", hint="reckoner.most_hint"),
        Fact("suspension", "yes"),
        _SUBJECT,
        Fact("on", "day", word="decided_on"),
    ),
    Asked.EXECUTION: (
        Fact(
            "what",
            "choice",
            _worded("what", "interest", "instalments", "postponement", "no_minutes"),
            needed=True,
        ),
        Fact("fine", "money", of=("interest", *_OF_A_DAY), needed=True),
        Fact("last_day", "day", of=("interest",), needed=True),
        Fact("paid_on", "day", of=("interest",), needed=True),
        _SUBJECT._replace(of=_OF_A_DAY),
        Fact("on", "day", of=_OF_A_DAY, word="on_rules"),
    ),
    Asked.PROCEDURE: (
        Fact("state", "choice", needed=True),
        Fact("act", "choice", needed=True),
    ),
}
"""The facts that the form has. Others may stand in the address; they are shown and used as well."""

SUBJECTS = tuple(str(one) for one in SubjectKind)
