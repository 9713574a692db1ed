"""The tone of a case's state: a word stands beside it always, colour only helps."""

_WARN = frozenset(
    {
        *("decision_due", "await_explanation", "violation_recorded", "sanctioned"),
        *("not_executed", "postponed", "suspended"),
    }
)
_BAD = frozenset({"enforcing", "lapsed", "annulled", "expired", "criminal_transfer"})
_GOOD = frozenset({"executed", "closed_compliant", "closed_no_violation", "archived"})


def case_tone(state: str) -> str:
    """The class of the state's mark: warn, bad, good, or accent where it simply goes on."""
    for tone, states in (("warn", _WARN), ("bad", _BAD), ("good", _GOOD)):
        if state in states:
            return tone
    return "accent"
