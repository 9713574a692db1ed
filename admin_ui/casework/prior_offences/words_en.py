"""Words of the area `parties`: earlier inspections and sanctions of a party."""

WORDS: dict[str, str] = {
    "parties.title": "Parties inspected or sanctioned before",
    "parties.intro": "Searches the whole force. Each result says why it matches; you decide whether it is the same "
    "party. Outside your scope only the unit and the number are shown.",
    "parties.name": "Name of the person, household or organisation",
    "parties.name_hint": "You may leave out diacritics, or type only some words of the name.",
    "parties.address": "Address",
    "parties.address_hint": "If you give an address, matches there come first, and similar names at exactly that "
    "address are found in the whole force.",
    "parties.no_exact": "No exact match; below are similar names.",
    "parties.none_hint": "Searching by some words only covers your scope; outside it, give the whole name, the tax "
    "code or the identity number.",
    "parties.tax_code": "Tax code",
    "parties.identity_number": "Identity number",
    "parties.find": "Find",
    "parties.clear": "Clear",
    "parties.found": "Result",
    "parties.as_of": "Data as of {moment}.",
    "parties.more": "There are more results: only the first 100 of each kind are shown. Add words or an address.",
    "parties.cases": "Cases ({count})",
    "parties.inspections": "Inspections ({count})",
    "parties.no_result": "Inspection decisions without a result ({count})",
    "parties.counts": "Still counts towards a re-offence",
    "parties.lapsed": "Deemed never sanctioned",
    "parties.unpaid": "{amount} unpaid",
    "parties.fine": "Fine {amount}",
    "parties.outside": "Outside your scope",
}
