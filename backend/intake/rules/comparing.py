"""How names and addresses of informations are compared: in the form that the database folds texts to. Pure."""

import re
from typing import Any

from backend.law.rules.titles import folded
from schemas.intake.acts import Matter

_NOISE = re.compile(r"[^a-z0-9]+")


def name(text: str) -> str:
    """Return a name as names are compared."""
    return _NOISE.sub(" ", folded(text)).strip()


def address(text: str | None) -> str | None:
    """Return an address as addresses are compared; None for one that says nothing."""
    found = _NOISE.sub(" ", folded(text or "")).strip()
    return found or None


def phone(text: str) -> str | None:
    """Return a Vietnamese telephone number as numbers are compared: digits, +84 as 0. None for what is none."""
    digits = re.sub(r"[^0-9+]", "", text)
    plain = re.sub(r"^(\+|00)84", "0", digits).replace("+", "")
    return plain if 8 <= len(plain) <= 15 else None


def suspects(matter: Matter) -> list[dict[str, Any]]:
    """Return the parties of whom it tells, as rows."""
    return [
        {
            "place": place,
            "subject_id": one.subject_id,
            "name": one.name,
            "name_fold": name(one.name),
            "tax_code": one.tax_code or None,
            "address_fold": address(one.address),
        }
        for place, one in enumerate(matter.suspects, start=1)
    ]
