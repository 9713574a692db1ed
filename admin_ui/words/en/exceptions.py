"""Words of exceptions to the rule of two persons, and of the verdict on each."""

WORDS: dict[str, str] = {
    "exceptions.title": "Exceptions",
    "exceptions.lead": "What one person did in the place of two, or otherwise than the rule has it, with the reason. "
    "The level above or an auditor looks at it afterwards and gives a verdict.",
    "exceptions.counts": "To be checked: {waiting} · Overdue: {overdue} · All: {total}",
    "exceptions.filter": "Filter exceptions",
    "exceptions.show": "Show",
    "exceptions.show_waiting": "To be checked",
    "exceptions.show_all": "All",
    "exceptions.kind": "Kind",
    "exceptions.every_kind": "Every kind",
    "exceptions.apply": "Filter",
    "exceptions.none_waiting": "No exception waits to be checked.",
    "exceptions.none_all": "There are no exceptions yet.",
    "exceptions.waits": "To be checked",
    "exceptions.overdue": "Check overdue",
    "exceptions.check_by": "check by",
    "exceptions.reason": "Reason",
    "exceptions.checked_by": "{name} checked it",
    "exceptions.open": "Open {number}",
    "exceptions.verdict": "Verdict",
    "exceptions.verdict_missing": "Choose “Right” or “Wrong”.",
    "exceptions.note": "Note (needed where it was wrong)",
    "exceptions.right": "Right",
    "exceptions.wrong": "Wrong",
    "exceptions.done": "The verdict is recorded.",
}
