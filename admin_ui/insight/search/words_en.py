"""Words of the search."""

WORDS: dict[str, str] = {
    "search.title": "Search inspections",
    "search.number": "Decision number",
    "search.subject": "Inspected party",
    "search.subject_hint": "With or without diacritics.",
    "search.unit": "Unit",
    "search.officer": "Officer on the team",
    "search.state": "State",
    "search.state_submitted": "Submitted, awaiting an opinion",
    "search.state_approved": "Approved, agreed to, taken over, or no opinion needed",
    "search.since": "Issued from",
    "search.until": "To",
    "search.any": "All",
    "search.results": "Results",
    "search.none": "Nothing matches. Use fewer conditions, or check the spelling.",
    "search.total": "{count} {count:inspection|inspections}",
    "search.date_wrong": "The date is not valid.",
}
