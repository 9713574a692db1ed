"""Words of matching decisions signed by hand, in English."""

WORDS: dict[str, str] = {
    "matching.title": "Decisions signed by hand, to be matched",
    "matching.what": "A team began on site from a decision signed by hand, without a signal. A second person "
    "matches it within 48 hours; those that do not match stay here.",
    "matching.none": "No decision waits to be matched.",
    "matching.one": "Match the decision",
    "matching.begun": "Begun by",
    "matching.begun_on": "Begun",
    "matching.waits": "To be matched",
    "matching.differs": "Does not match",
    "matching.open": "Inspections begun from a decision signed by hand that wait to be matched: {count}",
    "matching.of_inspection": "This inspection began from a decision signed by hand.",
    "matching.how": "Compare each item that was typed with the photographs of the sheets: number, day, signer, "
    "signature and seal, party, place, contents, team. The decision is in force from its signing.",
    "matching.typed": "What the team typed",
    "matching.sheets": "Photographs of the sheets ({count})",
    "matching.sheet": "Sheet {number}",
    "matching.no_sheets": "No sheet is photographed yet.",
    "matching.sheets_to_come": "Photographs that are not at the server yet: {count}.",
    "matching.paper": "The office's paper of this number",
    "matching.no_paper": "The office has given this number to no decision in the system.",
    "matching.looked": "I looked at each sheet and compared it with what was typed.",
    "matching.looked_needed": "Look at each sheet, then tick this.",
    "matching.differs_how": "If it does not match: how they differ",
    "matching.is_paper": "It is the paper of this number",
    "matching.sheets_first": "“The photographs are the decision” can be found only once those of all sheets are at the "
    "server. If there are none, ask the team to take them.",
    "matching.is_sheets": "The photographs are the decision, typed correctly",
    "matching.is_not": "It does not match",
    "matching.second": "It is matched by a head or a clerk of the unit, who neither began the inspection nor signed "
    "the decision.",
    "matching.done": "What you found is recorded.",
    "matching.found_paper": "It is the office's paper.",
    "matching.found_sheets": "The photographs are the decision, typed correctly.",
    "matching.found_differs": "It does not match.",
    "matching.plan": "Plan, planned item or emergency that preceded the decision",
    "matching.plan_hint": "Leave it empty if you know of none: that is listed for legal officers and "
    "auditors (Circular 27/2020 Art 12).",
}
