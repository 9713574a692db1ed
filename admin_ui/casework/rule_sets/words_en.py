"""Words of the page on which a case moves to a newer rule set."""

WORDS: dict[str, str] = {
    "rules.title": "Rules of the case",
    "rules.present": "The case is handled under the rules as of {day}, and keeps them until the competent officer "
    "moves it to newer ones.",
    "rules.newest": "These are the newest rules.",
    "rules.newer": "Why there are newer rules",
    "rules.changes": "Time limits that change",
    "rules.no_changes": "No time limit of the case changes.",
    "rules.before": "Present rules",
    "rules.after": "Newer rules",
    "rules.not_running": "none",
    "rules.beside": "From then on fines, powers and the catalogue of behaviours follow the newer rules too. A signed "
    "decision keeps its reckoning.",
    "rules.reason": "Reason",
    "rules.reason_needed": "Say why the newer rules apply to this case.",
    "rules.move": "Apply the rules as of {day}",
    "rules.head_moves": "The competent officer in the case's unit decides this.",
}
