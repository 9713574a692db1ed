"""Words for opening a case again that a restore lost."""

WORDS: dict[str, str] = {
    "again.asked": "This case was opened before the system was restored",
    "again.lost": "Lost time:",
    "again.said": "Enter the exact case number and the day on which it was opened. The case keeps that number and "
    "takes no new one, and the ledger notes that it was entered again. This goes into the list of exceptions.",
    "again.number": "Number that the case had",
    "again.day": "Day on which it was opened",
    "again.reason": "How you know that the case existed",
    "again.reason_hint": "Which letter or decision names this number, and who holds it.",
}
