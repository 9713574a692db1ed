"""Words of the area `parties`: who was inspected or sanctioned before."""

WORDS: dict[str, str] = {
    "parties.title": "Parties inspected or sanctioned before",
    "parties.intro": "Over the whole force. Every result says why it matches; whether it is "
    "the same party is for you to weigh. Outside your scope only unit and number are told.",
    "parties.name": "Name of the person, household or organisation",
    "parties.name_hint": "Diacritics may be left out.",
    "parties.address": "Address",
    "parties.address_hint": "With an address, similar names there are found too; without "
    "one, only the very name.",
    "parties.tax_code": "Tax code",
    "parties.identity_number": "Identity number",
    "parties.find": "Find",
    "parties.clear": "Clear",
    "parties.found": "Result",
    "parties.as_of": "Data as of {moment}.",
    "parties.more": "There are more: the newest 100 of each kind are shown.",
    "parties.cases": "Cases ({count})",
    "parties.inspections": "Inspections ({count})",
    "parties.counts": "Still counts",
    "parties.lapsed": "Deemed never sanctioned",
    "parties.unpaid": "{amount} unpaid",
    "parties.fine": "Fine {amount}",
    "parties.outside": "Outside your scope",
}
