"""Words for opening a case again that a restore lost."""

WORDS: dict[str, str] = {
    "again.asked": "This case was opened before the system was restored",
    "again.lost": "Lost time:",
    "again.said": "Enter the number of the case and the day on which it was opened. It keeps the number and takes "
    "no new one, and the ledger says that it was entered again. The list of exceptions tells it.",
    "again.number": "Number that it bore",
    "again.day": "Day on which it was opened",
    "again.reason": "How it is known that it existed",
    "again.reason_hint": "Which letter or decision names this number, and who holds it.",
    "again.number_needed": "Enter the number that it bore.",
    "again.day_needed": "Enter the day on which it was opened.",
    "again.reason_needed": "Give the reason, at least 3 characters.",
}
