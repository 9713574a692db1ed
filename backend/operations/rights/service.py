"""Which role may make which act, for the desk: backend/operations/rules/rights.py derives it from the declarations."""

from backend.operations.rules.rights import GROUPS as GROUPS
from backend.operations.rules.rights import Right as Right
from backend.operations.rules.rights import of_group as of_group
from backend.planning.texts.words import ACTS
from schemas.core.problems import Text


def names_of_plans() -> dict[str, Text]:
    """Return what the acts of plans are called: their words are beside their declarations."""
    return {str(kind): text for kind, text in ACTS.items()}
