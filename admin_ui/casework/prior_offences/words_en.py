"""Words of the area `parties`: earlier inspections and sanctions of a party."""

WORDS: dict[str, str] = {
    "parties.title": "Parties inspected or sanctioned before",
    "parties.intro": "Over the whole force. Every result says why it matches; whether it is "
    "the same party is for you to weigh. Outside your scope only unit and number are told.",
    "parties.name": "Name of the person, household or organisation",
    "parties.name_hint": "Diacritics may be left out, and some words of the name are enough.",
    "parties.address": "Address",
    "parties.address_hint": "With an address, parties there come first, and similar "
    "names at that very address are found over the whole force.",
    "parties.no_exact": "No exact match; below are similar names.",
    "parties.none_hint": "Some words alone find what is within your scope; outside it "
    "the whole name, the tax code or the identity number is needed.",
    "parties.tax_code": "Tax code",
    "parties.identity_number": "Identity number",
    "parties.find": "Find",
    "parties.clear": "Clear",
    "parties.found": "Result",
    "parties.as_of": "Data as of {moment}.",
    "parties.more": "There are more: the first 100 of each kind are shown. Add "
    "words or an address.",
    "parties.cases": "Cases ({count})",
    "parties.inspections": "Inspections ({count})",
    "parties.no_result": "Inspection decisions without a result ({count})",
    "parties.counts": "Still counts",
    "parties.lapsed": "Deemed never sanctioned",
    "parties.unpaid": "{amount} unpaid",
    "parties.fine": "Fine {amount}",
    "parties.outside": "Outside your scope",
}
