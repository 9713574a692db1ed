"""The colour of a case's state. The state is always written beside it, so colour carries no meaning alone."""

_WARN = frozenset(
    {
        *("decision_due", "await_explanation", "violation_recorded", "sanctioned", "with_chair"),
        *("not_executed", "postponed", "suspended"),
    }
)
_BAD = frozenset({"enforcing", "lapsed", "annulled", "expired", "criminal_transfer"})
_GOOD = frozenset({"executed", "closed_compliant", "closed_no_violation", "archived"})


def case_tone(state: str) -> str:
    """Return the CSS class of the state's mark: warn, bad or good; accent for all other states."""
    for tone, states in (("warn", _WARN), ("bad", _BAD), ("good", _GOOD)):
        if state in states:
            return tone
    return "accent"
