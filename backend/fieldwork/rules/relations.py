"""Whether an officer has the same name as the party or its representative. Pure.

The phone asks the same question without a signal (mobile_app/src/domain/relations.ts);
tests/cases/relations.json holds the two equal. A name proves nothing: it only asks.
"""

import re
import unicodedata

from schemas.fieldwork.acts import DecisionSubject

_TITLES = re.compile(r"^(ong|ba|anh|chi|ho kinh doanh|hkd)\s+")


def bare(name: str) -> str:
    """Return a name without diacritics, capitals, punctuation and forms of address."""
    lower = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    letters = "".join(one for one in lower if not unicodedata.combining(one))
    words = " ".join(re.sub(r"[^0-9a-z]+", " ", letters).split())
    return _TITLES.sub("", words)


def same_name(full_name: str, party: DecisionSubject) -> bool:
    """Tell whether the decision names, as party or representative, somebody of this name."""
    asked = bare(full_name)
    named = (party.name, party.representative or "")
    return bool(asked) and any(bare(one) == asked for one in named)
