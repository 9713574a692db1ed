"""Words of the area `catalogue`: behaviours that are fined."""

WORDS: dict[str, str] = {
    "catalogue.title": "Catalogue of violations",
    "catalogue.draft_note": "A draft for reference: no authority has confirmed it. "
    "Compare the decree itself before you cite it.",
    "catalogue.words": "Behaviour, provision or code",
    "catalogue.words_hint": "Diacritics may be left out; every word must be found.",
    "catalogue.find": "Find",
    "catalogue.clear": "Clear",
    "catalogue.found": "Behaviours",
    "catalogue.count": "{count} of {total} behaviours",
    "catalogue.none": "No behaviour matches. Try fewer or other words.",
    "catalogue.behaviour": "Behaviour",
    "catalogue.fine": "Fine",
    "catalogue.band": "{least} – {most}",
    "catalogue.for_individual": "as stated for individuals",
    "catalogue.for_organisation": "as stated for organisations",
    "catalogue.basis": "Legal basis",
    "catalogue.since": "in force from {day}",
    "catalogue.until": "no longer in force from {day}",
    "catalogue.status": "Status",
    "catalogue.status_draft": "Draft",
}
